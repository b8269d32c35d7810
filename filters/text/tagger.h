/*
 * Part-of-speech tagging: Penn tags of a sentence's tokens, by a linear
 * sequence model (averaged structured perceptron, Collins 2002) with exact
 * decoding over a tag dictionary (model/ has the learner).
 */
#ifndef TEXT_TAGGER_H
#define TEXT_TAGGER_H

#include <stddef.h>

#include "text/token.h"

/* Map the built-in weights; before sandbox_enter. */
void tagger_open(void);

/* Set the tag of each token.  Linear in count; no allocation per token. */
void tagger_tag(struct token *tokens, size_t count);

#endif
