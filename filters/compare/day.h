/*
 * Days: ISO 8601 dates as numbers, to tell how far apart two are.
 */
#ifndef COMPARE_DAY_H
#define COMPARE_DAY_H

#include <stdint.h>

#include "base/slice.h"

/*
 * Days since 1970-01-01 of a date that begins `YYYY-MM-DD`; DAY_NONE
 * (claim.h) for anything else.
 */
int32_t day_of(struct slice date);

#endif
