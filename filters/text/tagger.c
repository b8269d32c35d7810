/*
 * The tagger: the built-in weights over the features of a sentence.
 */
#include "text/tagger.h"

#include "text/tagger_features.h"

/* A longer run of tokens than any sentence is tagged in pieces. */
enum { PIECE_MAX = 2048 };

WEIGHTS_BUILTIN(tagger);

static struct weights weights;
static struct lattice lattice;
static uint8_t tags[PIECE_MAX];

void
tagger_open(void)
{
	weights_open(&weights, WEIGHTS_BYTES(tagger), "tagger",
	    tagger_attributes);
	tagger_check_tags(&weights, "tagger");
}

void
tagger_tag(struct token *tokens, size_t count)
{
	for (size_t done = 0; done < count; done += lattice.count) {
		size_t piece = count - done;

		if (piece > PIECE_MAX)
			piece = PIECE_MAX;
		tagger_lattice(&lattice, &weights, tokens + done, piece);
		viterbi(&weights, &lattice, tags, NULL, 0);
		for (size_t i = 0; i < piece; i++)
			tokens[done + i].tag = (uint8_t)(tags[i] + 1);
	}
}
