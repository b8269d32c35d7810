/*
 * What the tagger's model is told of each token; shared by the tagger and by
 * its training.
 */
#ifndef TEXT_TAGGER_FEATURES_H
#define TEXT_TAGGER_FEATURES_H

#include <stddef.h>
#include <stdint.h>

#include "model/viterbi.h"
#include "model/weights.h"
#include "text/token.h"

/* The names of the attributes, NULL at the end: as templates call them. */
extern const char *const tagger_attributes[];

/* The names of the model's tags, NULL at the end: tag i is enum tag i + 1. */
const char *const *tagger_tags(void);

/*
 * Are the model's tags ours, in our order?  If not, a message (name says which
 * weights) and exit 2.
 */
void tagger_check_tags(const struct weights *weights, const char *name);

static inline unsigned
tagger_index(enum tag tag)
{
	return (unsigned)tag - 1;
}

/*
 * The keys under which the model's dictionary knows a word: as it is written,
 * and whatever its capitals.
 */
struct tagger_keys {
	uint64_t written, any_case;
	uint64_t listed;	/* as written, in a list of words */
};
struct tagger_keys tagger_keys(const struct token *token);

/* The tags that words outside the dictionary can have. */
uint64_t tagger_open_tags(void);

/*
 * Set up the lattice of a sentence: attributes and candidates.  Of the tokens
 * text, lower, kind and space_before count.
 */
void tagger_lattice(struct lattice *lattice, const struct weights *weights,
    const struct token *tokens, size_t count);

#endif
