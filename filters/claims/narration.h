/*
 * The narrator's own statements: what of a sentence nobody is given for.
 */
#ifndef CLAIMS_NARRATION_H
#define CLAIMS_NARRATION_H

#include "claims/claim.h"
#include "claims/clause.h"

/*
 * Add what the claims leave of each sentence, one claim a clause.  tops are
 * the sentences' outer levels, NULL where a sentence makes no claims.
 */
void narration_add(struct claims *claims, const struct tagged *document,
    const struct level *const *tops);

#endif
