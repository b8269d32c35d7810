/*
 * Decoding: the sequence of tags with the highest sum of scores, found
 * exactly (Viterbi 1967), over the tags that each position may have.
 */
#ifndef MODEL_VITERBI_H
#define MODEL_VITERBI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/weights.h"

/*
 * A sequence to decode.  Zeroed is ready for use; it keeps its room from one
 * sequence to the next.
 */
struct lattice {
	uint64_t *candidates;	/* by position: the set of tags it may have,
				   not empty; set by the caller */
	size_t count;
	size_t stride;		/* attributes a position */
	bool keeps_singles;	/* set by the caller: lattice_singles is wanted
				   of viterbi */

	/* its own */
	uint32_t *attributes;
	uint8_t *back;		/* best tag before, by position and tag */
	int32_t *singles;	/* see lattice_singles */
	size_t capacity;
};

/*
 * Make room for count positions with stride attributes each, all 0 (missing);
 * those beyond either end have attributes that nothing else has.
 */
void lattice_start(struct lattice *lattice, size_t count, size_t stride);

/* The attributes of a position. */
static inline uint32_t *
lattice_at(const struct lattice *lattice, size_t position)
{
	return lattice->attributes +
	    (position + TEMPLATE_REACH) * lattice->stride;
}

/*
 * After viterbi: the scores of the position by itself, by tag; of its
 * candidates alone, and only where it has several.
 */
static inline const int32_t *
lattice_singles(const struct lattice *lattice, size_t position)
{
	return lattice->singles + position * WEIGHTS_TAG_MAX;
}

/*
 * The best tags into tags (room for lattice->count); returns their score.
 * Ties go to the lower tag.  Training gives the right tags as gold, and a
 * margin that is added to the score of each other tag; else gold is NULL.
 */
int64_t viterbi(const struct weights *weights, struct lattice *lattice,
    uint8_t *tags, const uint8_t *gold, int32_t margin);

/* The score of one sequence of tags, by the same sums. */
int64_t viterbi_score(const struct weights *weights,
    const struct lattice *lattice, const uint8_t *tags);

void lattice_free(struct lattice *lattice);

#endif
