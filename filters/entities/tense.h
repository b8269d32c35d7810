/*
 * The tense of the clause that a word stands in, as far as its nearest verb
 * shows it.  It decides between last Friday and next Friday.
 */
#ifndef ENTITIES_TENSE_H
#define ENTITIES_TENSE_H

#include <stddef.h>

#include "text/token.h"

enum tense {
	TENSE_UNKNOWN,
	TENSE_PAST,
	TENSE_FUTURE
};

/* Looks at most 24 tokens to either side of token i. */
enum tense tense_at(const struct token *tokens, size_t count, size_t i);

#endif
