/*
 * How likely it is that a claim is one: calibrated on the train part of
 * samples/corpus, where of the claims that the network gives even odds three
 * in four are right, of those it gives twenty to one nineteen in twenty.
 */
#include "claims/confidence.h"

#include <math.h>

/* The logistic of a line in the network's logarithm of the odds. */
static const double base = 1.2, slope = 0.38;

/* Where the network was not asked: by the strength of the cue. */
static const double by_strength[] = { 0.5, 0.5, 0.65, 0.8 };
static const double without_cue = 0.95;	/* a quotation that goes on */

double
claim_confidence(const struct claim *claim)
{
	unsigned strength;

	if (claim->surety != 0)
		return 1 / (1 + exp(-base - slope * (double)claim->surety));
	if (!claim->entry)
		return without_cue;
	strength = claim->entry->strength;
	return by_strength[strength > 3 ? 3 : strength];
}
