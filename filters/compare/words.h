/*
 * A claim's content as words: tokens with tags, lemmas, concepts, entities.
 */
#ifndef COMPARE_WORDS_H
#define COMPARE_WORDS_H

#include "compare/claim.h"

/*
 * Cut the content into words and give those of each mention the entity as
 * their term.  mentions are those of the sentence; the claim's view is set.
 */
void words_find(struct claims *claims, struct claim *claim,
    const struct mentions *mentions);

#endif
