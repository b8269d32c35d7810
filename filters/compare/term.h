/*
 * Lists of weighted terms: what a clause, a claim or an article speaks of.
 */
#ifndef COMPARE_TERM_H
#define COMPARE_TERM_H

#include <stdint.h>

#include "base/memory.h"

struct term {
	uint32_t id;		/* in the vocabulary */
	float weight;		/* how much it says */
};

/* Sort by id, as all lists are that are compared. */
void terms_sort(struct term *terms, uint32_t count);

/* Sort by weight, the heaviest first, equal ones by id. */
void terms_rank(struct term *terms, uint32_t count);

/* Sort by id and drop double ones; returns how many are left. */
uint32_t terms_unique(struct term *terms, uint32_t count);

/* As terms_unique; the weights of double ones are added up. */
uint32_t terms_sum(struct term *terms, uint32_t count);

/* A copy in the arena. */
struct term *terms_copy(struct arena *arena, const struct term *terms,
    uint32_t count);

/* The products of the weights of what two sorted lists share, summed. */
double terms_shared(const struct term *a, uint32_t a_count,
    const struct term *b, uint32_t b_count);

/*
 * A list laid out by id, to be held against many others: the weight of each
 * term, 0 where it does not stand.  Zeroed is empty and ready for use.
 */
struct spread {
	float *weights;
	size_t size;		/* ids there is room for */
};

/* Lay a list out; terms is one more than the highest id of any list. */
void spread_set(struct spread *spread, const struct term *list, uint32_t count,
    size_t terms);

/* Take the list away again: the same one, as it was. */
void spread_clear(struct spread *spread, const struct term *list,
    uint32_t count);

/* As terms_shared, for the list that is laid out; to the last bit. */
double spread_shared(const struct spread *spread, const struct term *list,
    uint32_t count);

void spread_free(struct spread *spread);

/* The length of the list as a vector. */
double terms_length(const struct term *terms, uint32_t count);

#endif
