/*
 * A year in a value.
 */
#ifndef ENTITIES_TIMEX_YEAR_H
#define ENTITIES_TIMEX_YEAR_H

#include "entities/time_finder.h"

/* Append a year: `2024`; 0 is `XXXX`. */
void timex_add_year(const struct time_finder *f, int year);

#endif
