/*
 * Figures as intervals.  See interval.h.
 */
#include "compare/interval.h"

#include <math.h>

#define ABOUT_SHARE 0.1		/* "about" stretches a tenth to either side */
#define ROUND_FROM 10000	/* numbers from here on are taken as rounded */

/* Half of the last digit that is not zero, for large numbers; else 0. */
static double
rounding(double value)
{
	double unit = 1;

	if (fabs(value) < ROUND_FROM)
		return 0;
	while (fmod(value, unit * 10) == 0)
		unit *= 10;
	return unit > 1 ? unit / 2 : 0;
}

struct interval
interval_of(const struct figure *figure)
{
	double low = figure->low, high = figure->high;

	switch (figure->approx) {
	case APPROX_MIN:
		return (struct interval){ low, INFINITY, false, false };
	case APPROX_MAX:
		return (struct interval){ -INFINITY, high, false, false };
	case APPROX_GT:
		return (struct interval){ low, INFINITY, true, false };
	case APPROX_LT:
		return (struct interval){ -INFINITY, high, false, true };
	case APPROX_ABOUT:
		return (struct interval){ low - fabs(low) * ABOUT_SHARE,
			high + fabs(high) * ABOUT_SHARE, false, false };
	default:
		return (struct interval){ low - rounding(low),
			high + rounding(high), false, false };
	}
}

bool
intervals_meet(struct interval a, struct interval b)
{
	if (a.high < b.low || b.high < a.low)
		return false;
	if (a.high == b.low)
		return !a.high_open && !b.low_open;
	if (b.high == a.low)
		return !b.high_open && !a.low_open;
	return true;
}

double
intervals_ratio(struct interval a, struct interval b)
{
	double low, high;

	if (intervals_meet(a, b))
		return 1;
	low = a.high <= b.low ? a.high : b.high;
	high = a.high <= b.low ? b.low : a.low;
	return low > 0 ? high / low : INFINITY;
}
