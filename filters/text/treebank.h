/*
 * A treebank's tokens, for training and measuring: a table with the columns
 * doc sentence start end form lemma xpos, one row a token.
 */
#ifndef TEXT_TREEBANK_H
#define TEXT_TREEBANK_H

#include <stddef.h>

#include "base/memory.h"
#include "text/token.h"

struct treebank_sentence {
	struct token *tokens;	/* text, lower, space_before, and the gold
				   lemma and tag */
	size_t count;
};

/* Zeroed is empty and ready for use. */
struct treebank {
	struct arena arena;
	struct treebank_sentence *sentences;
	size_t count, capacity;
	size_t token_count;
};

/*
 * Add the sentences of a file.  A file that cannot be read is a message and
 * exit 2, a wrong one exit 1.  Rows without a tag are left out.
 */
void treebank_add(struct treebank *treebank, const char *path);

void treebank_free(struct treebank *treebank);

#endif
