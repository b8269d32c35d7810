/*
 * Figures as intervals: "at least 12" is 12 and more, "about 2.4 million" a
 * tenth to either side.  Two figures agree when their intervals meet.
 */
#ifndef COMPARE_INTERVAL_H
#define COMPARE_INTERVAL_H

#include <stdbool.h>

#include "entities/mention.h"

struct interval {
	double low, high;	/* may be infinite */
	bool low_open, high_open;	/* is the bound itself left out? */
};

/*
 * What a figure allows.  A round number (2,400,000) stands for half of its
 * last digit to either side; small numbers are exact.
 */
struct interval interval_of(const struct figure *figure);

/* Have the two a number in common? */
bool intervals_meet(struct interval a, struct interval b);

/* How many times the nearest bounds lie apart, 1 when they meet. */
double intervals_ratio(struct interval a, struct interval b);

#endif
