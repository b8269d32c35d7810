/*
 * Units of the calendar, counted from today.
 */
#ifndef ENTITIES_TIMEX_UNIT_H
#define ENTITIES_TIMEX_UNIT_H

#include "entities/time_finder.h"

/*
 * Append the date of the unit (of time_words.tsv) so many units away from
 * today, as exact as the unit is; open (`XXXX-WXX`) where today is not known.
 */
void timex_add_unit(struct time_finder *f, struct slice unit, long offset);

#endif
