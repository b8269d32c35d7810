/*
 * Chunks: base noun phrases and verb groups of a sentence, by their tags
 * (Abney 1991; the cut is much that of CoNLL-2000).
 *
 *	[Israel]['s prime minister] <did n't say> whether [the "temporary
 *	pause"] <would be extended>
 *
 * A noun phrase goes from its determiner to its head, and no further; what is
 * possessed begins a chunk of its own at the 's.  A verb group goes from its
 * first auxiliary, or the `to` of an infinitive, to its main verb and
 * particle: "declined" and "to comment" are two groups.
 */
#ifndef TEXT_CHUNK_H
#define TEXT_CHUNK_H

#include <stddef.h>
#include <stdint.h>

#include "text/token.h"

enum chunk_kind {
	CHUNK_NOUN,
	CHUNK_VERB
};

/* What a verb group says beyond its main verb. */
enum chunk_flag {
	CHUNK_PASSIVE = 1 << 0,		/* was told, got hit */
	CHUNK_NEGATED = 1 << 1,		/* not, n't, never */
	CHUNK_MODAL = 1 << 2,		/* may, will, would ... */
	CHUNK_INFINITIVE = 1 << 3,	/* to leave */
	CHUNK_PERFECT = 1 << 4,		/* has left */
	CHUNK_PROGRESSIVE = 1 << 5	/* is leaving */
};

struct chunk {
	uint32_t first, end;	/* tokens, end exclusive */
	uint32_t head;		/* the noun, pronoun or number; the main verb,
				   or the auxiliary when it stands alone */
	uint8_t kind;		/* enum chunk_kind */
	uint8_t flags;		/* of enum chunk_flag */
};

/* Zeroed is ready for use; keeps its room from one sentence to the next. */
struct chunks {
	struct chunk *at;
	size_t count, capacity;
};

/*
 * Find the chunks of a sentence, in order; none overlap.  Of the tokens tag
 * and lemma count.  Linear in count.
 */
void chunks_find(struct chunks *chunks, const struct token *tokens,
    size_t count);

/* The chunk that a token stands in, or NULL.  Logarithmic. */
const struct chunk *chunk_of(const struct chunks *chunks, size_t token);

void chunks_free(struct chunks *chunks);

#endif
