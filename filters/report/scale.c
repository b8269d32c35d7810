/*
 * Scales for figures.
 *
 * "At least" reaches to the upper end and "up to" to the lower one; "about"
 * reaches a tenth to either side.  Values of which one is fifty times another
 * are laid out by powers of ten, so that the small ones can be told apart.
 */
#include "report/scale.h"

#include <math.h>

#define ABOUT 0.1		/* of the value, to either side */
#define FAR_APART 50

static double
position(const struct scale *scale, double value)
{
	double low = scale->low, high = scale->high;

	if (scale->by_powers) {
		low = log10(low);
		high = log10(high);
		value = log10(value > scale->low ? value : scale->low);
	}
	value = (value - low) / (high - low);
	return value < 0 ? 0 : value > 1 ? 1 : value;
}

struct scale
scale_of(const struct findings *findings, const struct counted *thing)
{
	const struct figure_use *uses =
	    findings->figures.uses + thing->first;
	struct scale scale = { 0 };
	size_t i;

	scale.low = uses[0].figure->low;
	for (i = 0; i < thing->count; i++) {
		const struct figure *figure = uses[i].figure;

		if (figure->high > scale.high)
			scale.high = figure->high;
		if (figure->low < scale.low)
			scale.low = figure->low;
	}
	scale.useful = thing->values > 1 && scale.low < scale.high &&
	    scale.low >= 0;
	scale.by_powers = scale.low > 0 &&
	    scale.high > scale.low * FAR_APART;
	scale.low = scale.by_powers ? scale.low / 2 : 0;
	scale.high *= scale.by_powers ? 2 : 1.15;
	return scale;
}

struct scale_mark
scale_place(const struct scale *scale, const struct figure *figure)
{
	struct scale_mark mark = {
		.from = position(scale, figure->low),
		.to = position(scale, figure->high),
		.dot = position(scale, (figure->low + figure->high) / 2)
	};

	if (figure->approx == APPROX_MIN || figure->approx == APPROX_GT)
		mark.to = 1;
	if (figure->approx == APPROX_MAX || figure->approx == APPROX_LT)
		mark.from = 0;
	if (figure->approx == APPROX_ABOUT) {
		mark.from = position(scale, figure->low * (1 - ABOUT));
		mark.to = position(scale, figure->high * (1 + ABOUT));
	}
	return mark;
}
