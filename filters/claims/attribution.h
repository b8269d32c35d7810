/*
 * Attributions as the network finds them: it reads a piece of the document, a
 * paragraph or the part of a long one, and gives cues; for any cue, its own or
 * another's, it gives source and content.
 */
#ifndef CLAIMS_ATTRIBUTION_H
#define CLAIMS_ATTRIBUTION_H

#include "claims/carry.h"
#include "claims/claim.h"
#include "model/net.h"

struct tokens_range {
	size_t first, end;	/* tokens of the piece, end exclusive */
};

struct attribution {
	struct tokens_range cue;	/* of one without a cue: the first token
					   of its content */
	bool bare;			/* without a cue */
	struct spans source, content;	/* bytes */
	float surety;		/* how much likelier a cue than none: the
				   logarithm of the odds */
};

/* A document under the network's eyes. */
struct piece {
	const struct tagged *document;
	struct net_token *evidence;	/* of the document */
	const struct token **tokens;
	uint32_t *sentences;		/* of each token */
	size_t count;
	size_t first, end;		/* tokens of this piece */
	float *sureties;		/* of its tokens, as B or I of a cue or
					   as U, the first of what has none */
	struct net_run *run;
};

/* NULL when a network has the tags and roles read here; else what is wrong. */
const char *attribution_check(const struct net *network);

/* Map the built-in network; before sandbox_enter. */
void attribution_open(void);

/* Lay out a document's tokens; claims are what the rules have found. */
void piece_begin(struct piece *piece, const struct reading *reading,
    const struct claims *claims);

/* Read the next piece; false behind the last. */
bool piece_next(struct piece *piece);

/*
 * Set where the next attribution at token `from` or behind it has its cue;
 * false when there is none.
 */
bool piece_cue(const struct piece *piece, size_t from,
    struct attribution *attribution);

/* The tokens of the piece that a span of bytes touches. */
struct tokens_range piece_range(const struct piece *piece, struct span span);

/* The bytes of tokens of the piece. */
struct span piece_span(const struct piece *piece, struct tokens_range range);

/* How sure it is that some of these tokens are of a cue. */
float piece_surety(const struct piece *piece, struct tokens_range range);

/* Set source and content for a cue. */
void piece_attribution(const struct piece *piece,
    struct attribution *attribution);

#endif
