/*
 * Speakers that carry over: from the sentence before to a quotation without
 * a cue of its own (in the same paragraph it is part of the claim before, in
 * the next ones a claim by itself), from "she added:" to the paragraph behind
 * it, from the label of a transcript to the rest of its paragraph.
 */
#ifndef CLAIMS_CARRY_H
#define CLAIMS_CARRY_H

#include "claims/claim.h"
#include "claims/clause.h"

/* A whole quotation that no cue of its sentence has claimed. */
struct free_quotation {
	uint32_t sentence;
	int unit;		/* of the sentence's outer level */
	uint32_t id;		/* 1 + the index of the quotation */
};

/* What reading a document's sentences leaves for the steps behind. */
struct reading {
	const struct tagged *document;
	struct levels *levels;		/* of each sentence; none for those
					   that make no claims */
	const struct level **tops;	/* outer level of each sentence, NULL
					   for those that make no claims */
	struct free_quotation *free;
	size_t free_count, free_capacity;
	int *owner;			/* by quotation: the claim that has its
					   first words, or -1 */
};

void reading_begin(struct reading *reading, const struct tagged *document);

/*
 * Note a whole quotation, or what of it stands in this sentence, and the claim
 * that a cue of the sentence makes of it, or -1.
 */
void reading_quotation(struct reading *reading, uint32_t sentence, int unit,
    uint32_t id, int claim);

/* Give the free quotations to speakers; widen labels to their paragraphs. */
void carry_speakers(struct claims *claims, struct reading *reading);

#endif
