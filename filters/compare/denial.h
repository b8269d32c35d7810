/*
 * What of a claim is denied, and what is left open.
 */
#ifndef COMPARE_DENIAL_H
#define COMPARE_DENIAL_H

#include "compare/claim.h"

/*
 * Mark the words in the reach of an odd number of negators, inside the claim,
 * in its cue, before it and around it; and the clauses that only ask.  Words
 * and clauses are set.
 */
void denials_find(const struct claims *claims, struct claim *claim);

#endif
