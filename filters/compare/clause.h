/*
 * A claim's content as words and clauses.
 */
#ifndef COMPARE_CLAUSE_H
#define COMPARE_CLAUSE_H

#include "compare/claim.h"

/*
 * Cut the content into words (tokens, tags, lemmas, concepts, entities), the
 * words into clauses, and find subjects and what is negated.  mentions are
 * those of the sentence.
 */
void clauses_find(struct claims *claims, struct claim *claim,
    const struct mentions *mentions);

/* Does an "if" or "would" stand before word w of the clause? */
bool clause_supposes(const struct claim *claim, const struct clause *clause,
    uint32_t w);

#endif
