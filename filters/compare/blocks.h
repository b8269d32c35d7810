/*
 * Stories: two articles of one story, every claim of the one against every
 * claim of the other, so that it counts how alike a pair is beside all others.
 */
#ifndef COMPARE_BLOCKS_H
#define COMPARE_BLOCKS_H

#include "compare/evidence.h"
#include "compare/relate.h"
#include "model/trees.h"

/* Zeroed but for profiles and glance is ready for use. */
struct blocks {
	struct profiles *profiles;
	const struct trees_model *glance;	/* which pairs are worth it;
				   NULL: visit all, at a glance only */
	struct arena *arena;	/* for reasons */
	uint16_t *frequency;	/* by term; 0 between two calls */
	size_t term_count;
	float *near;		/* matrix of a block, see standing */
	size_t capacity;
	float evidence[EVIDENCE_COUNT];
};

/*
 * What a pair comes to: its evidence, and what the rules found (NULL:
 * nothing).
 */
typedef void blocks_visit(void *context, const struct pair *pair,
    const float *evidence, const struct relation *rule);

/*
 * Visit the pairs of two articles worth it, x the earlier; x and y may be one.
 * The cost is that of claims of x times those of y.
 */
void blocks_compare(struct blocks *blocks, uint32_t x, uint32_t y,
    const struct relate_options *options, blocks_visit *visit, void *context);

/*
 * Visit an article's pairs with itself and with those of the articles nearest
 * to it that stand before it in the order of their dates.
 */
void blocks_compare_article(struct blocks *blocks, uint32_t y,
    const struct relate_options *options, blocks_visit *visit, void *context);

void blocks_free(struct blocks *blocks);

#endif
