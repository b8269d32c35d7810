/*
 * Amounts of units.
 */
#ifndef ENTITIES_TIMEX_DURATION_H
#define ENTITIES_TIMEX_DURATION_H

#include "entities/time_finder.h"

/*
 * How much of a unit: a number, "a", "several"; its end, or 0.  *amount is -1
 * for one that is not said.
 */
size_t timex_amount(const struct time_finder *f, size_t i, double *amount);

/* Append a period: `P3W`, `PT2H`; `PXD` for a negative amount. */
void timex_add_period(const struct time_finder *f, struct slice unit,
    double amount);

#endif
