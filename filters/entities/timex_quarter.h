/*
 * Quarters of a year.
 */
#ifndef ENTITIES_TIMEX_QUARTER_H
#define ENTITIES_TIMEX_QUARTER_H

#include "entities/time_finder.h"

/* The quarter, 1-4, that a month lies in. */
int timex_quarter_of(int month);

/* Append `2024-Q3`, and keep it as the quarter named last. */
void timex_add_quarter(const struct time_finder *f, int year, int quarter);

#endif
