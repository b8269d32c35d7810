/*
 * What the network makes of the claims that the rules have found: it corrects
 * their spans, takes back what it holds for none, and adds what they miss.
 */
#ifndef CLAIMS_CORRECT_H
#define CLAIMS_CORRECT_H

#include "claims/carry.h"
#include "claims/claim.h"

/*
 * Correct the claims of a document, which stand in the order of their sentences
 * and have no narration among them yet; new ones are put behind them.  Linear
 * in the document.
 */
void claims_correct(struct claims *claims, const struct reading *reading);

#endif
