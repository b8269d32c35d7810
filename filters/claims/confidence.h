/*
 * How sure it is that somebody claims something there.
 */
#ifndef CLAIMS_CONFIDENCE_H
#define CLAIMS_CONFIDENCE_H

#include "claims/claim.h"

/* The probability, 0 to 1, that a claim that is no narration is one. */
double claim_confidence(const struct claim *claim);

#endif
