/*
 * What the network that finds attributions is told of each token.  Training
 * is told the same, by the same code (claims/programs/dump-evidence.c).
 */
#ifndef CLAIMS_EVIDENCE_H
#define CLAIMS_EVIDENCE_H

#include <stdint.h>

#include "claims/claim.h"
#include "claims/clause.h"
#include "model/net.h"

enum evidence_attribute {
	EVIDENCE_SUFFIX,	/* of the word, hashed */
	EVIDENCE_SHAPE,		/* capitals, and kind of token */
	EVIDENCE_TAG,		/* part of speech, as the clauses see it */
	EVIDENCE_QUOTATION,	/* outside, a mark, inside, nested */
	EVIDENCE_ENTITY,	/* type and kind of the mention around it */
	EVIDENCE_CUE,		/* what kind of cue the table says it is */
	EVIDENCE_GROUP,		/* form of its verb group */
	EVIDENCE_PLACE,		/* times, figures, first of its sentence */
	EVIDENCE_RULE,		/* source, cue, content by the rules */
	EVIDENCE_GUIDELINE,	/* whose idea of an attribution is asked for: 0,
				   this project's; others in training only */
	EVIDENCE_COUNT
};

extern const struct net_attribute evidence_kinds[EVIDENCE_COUNT];

/*
 * The key of a word: the hash of its small letters, marks and dashes written
 * plainly.
 */
uint64_t evidence_word(struct slice lower);

/*
 * Set evidence for each of the sentence's tokens, but what the rules say;
 * levels are those of the sentence.
 */
void evidence_find(struct net_token *evidence, const struct tagged *document,
    uint32_t sentence, const struct levels *levels);

/* Add what the rules say: a claim that they have found in this sentence. */
void evidence_mark(struct net_token *evidence,
    const struct sentence *sentence, const struct claim *claim);

#endif
