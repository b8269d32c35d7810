/*
 * Which claims are worth holding against each other: those that share rare
 * terms.
 *
 * Posting lists, newest entries last.  A claim looks at its rarest terms
 * first and stops after INDEX_BUDGET entries, so the cost of one claim is
 * bounded and that of all grows linearly; what is lost are pairs that share
 * nothing but common words.  Of 16,000 claims of unconnected news a budget of
 * 2048 loses 2 relations of 100 that one of 8192 finds.
 */
#ifndef COMPARE_INDEX_H
#define COMPARE_INDEX_H

#include "compare/claim.h"

enum { INDEX_BUDGET = 2048, INDEX_CANDIDATES = 64 };

struct candidate {
	uint32_t claim;
	float score;		/* weight of the shared terms, squared */
	float length;		/* of the claim */
	uint32_t article;
};

/* Zeroed is ready for use. */
struct index {
	struct arena arena;
	struct postings *postings;	/* by term */
	size_t count;
	float *scores;		/* by claim; 0 between two calls */
	uint32_t *groups;	/* by claim, with the next two: side by side,
				   as they are read for every entry */
	uint32_t *articles;
	float *lengths;
	uint32_t *touched;
	size_t touched_count, capacity;
	struct candidate found[INDEX_CANDIDATES];
};

/*
 * The claims added so far that share most with this one, best first; returns
 * their number.  Only claims of its group count.
 */
size_t index_find(struct index *index, const struct claims *claims,
    uint32_t claim);

void index_add(struct index *index, const struct claims *claims,
    uint32_t claim);

void index_free(struct index *index);

#endif
