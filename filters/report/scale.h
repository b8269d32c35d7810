/*
 * Figures on one scale: where a value stands between its thing's bounds, and
 * how far its approximator lets it reach.
 */
#ifndef REPORT_SCALE_H
#define REPORT_SCALE_H

#include "report/findings.h"

struct scale {
	double low, high;	/* of all values of the thing */
	bool by_powers;		/* logarithmic: the values are far apart */
	bool useful;		/* there are two values to compare */
};

/* Parts of the scale, from 0 to 1. */
struct scale_mark {
	double from, to;	/* what the figure allows */
	double dot;		/* the number printed, the middle of a range */
};

struct scale scale_of(const struct findings *findings,
    const struct counted *thing);

struct scale_mark scale_place(const struct scale *scale,
    const struct figure *figure);

#endif
