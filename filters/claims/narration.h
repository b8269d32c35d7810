/*
 * The narrator's own statements: what of a sentence nobody is given for.
 */
#ifndef CLAIMS_NARRATION_H
#define CLAIMS_NARRATION_H

#include "claims/claim.h"
#include "claims/clause.h"

/*
 * Add what the claims from number `from` on (those of this sentence) leave of
 * it, one claim a clause.
 */
void narration_add(struct claims *claims, const struct tagged *document,
    uint32_t sentence, size_t from, const struct level *level);

#endif
