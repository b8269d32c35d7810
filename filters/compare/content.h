/*
 * A claim's content as words: tokens with tags, lemmas, concepts, entities.
 */
#ifndef COMPARE_CONTENT_H
#define COMPARE_CONTENT_H

#include "compare/claim.h"

/*
 * Cut the content into words and give those of each mention the entity as
 * their term.  mentions are those of the sentence; the claim's view is set.
 */
void content_find(struct claims *claims, struct claim *claim,
    const struct mentions *mentions);

#endif
