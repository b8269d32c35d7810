/*
 * Stories.  See blocks.h.
 */
#include "compare/blocks.h"

#include <stdlib.h>

#include "compare/rules.h"
#include "compare/setting.h"

enum {
	CLAIMS_MAX = 96,	/* of an article that are looked at */
	SENTENCES_MIN = 3	/* less is no story, and not what was learned */
};

#define SETTING_MIN 0.5		/* likeness of the articles of one story */
#define LEAD_MAX 8.0f
#define FAR (-1e9f)		/* of a cell that is not looked at */

/* The claims of two articles, and how alike they are. */
struct block {
	uint32_t first_x, first_y, count_x, count_y;
	double setting;
};

static uint32_t
at_most(uint32_t count)
{
	return count < CLAIMS_MAX ? count : CLAIMS_MAX;
}

/* Count, by term, the claims of an article that have it; by -1 to take back. */
static void
count_terms(struct blocks *blocks, uint32_t first, uint32_t count, int by)
{
	const struct claims *claims = blocks->profiles->claims;

	for (uint32_t i = first; i < first + count; i++)
		for (uint32_t t = 0; t < claims->at[i].term_count; t++)
			blocks->frequency[claims->at[i].terms[t].id] =
			    (uint16_t)(blocks->frequency[claims->at[i].
			    terms[t].id] + by);
}

static void
make_room(struct blocks *blocks, const struct block *block)
{
	size_t cells = (size_t)block->count_x * block->count_y;
	size_t terms = blocks->profiles->claims->vocabulary.count;

	if (cells > blocks->capacity) {
		blocks->near = memory_resize(blocks->near, cells,
		    sizeof *blocks->near);
		blocks->capacity = cells;
	}
	if (terms > blocks->term_count) {
		blocks->frequency = memory_resize(blocks->frequency, terms,
		    sizeof *blocks->frequency);
		memset(blocks->frequency + blocks->term_count, 0,
		    (terms - blocks->term_count) * sizeof *blocks->frequency);
		blocks->term_count = terms;
	}
}

/*
 * How near each claim of one article is to each of the other, as the first
 * glance has it; without a model every pair seen at a glance is visited.
 */
static void
fill(struct blocks *blocks, const struct block *block,
    const struct relate_options *options, blocks_visit *visit, void *context)
{
	const struct claims *claims = blocks->profiles->claims;
	bool one = block->first_x == block->first_y;
	struct pair pair;

	for (uint32_t i = 0; i < block->count_x; i++)
		for (uint32_t j = 0; j < block->count_y; j++) {
			size_t cell = (size_t)i * block->count_y + j;
			uint32_t x = block->first_x + i;
			uint32_t y = block->first_y + j;

			blocks->near[cell] = FAR;
			if ((one && i >= j) || !rules_are_apart(claims,
			    options->window, &claims->at[x], &claims->at[y]))
				continue;
			pair_begin(&pair, claims, blocks->arena, x, y);
			pair.setting = block->setting;
			evidence_glance(blocks->evidence, &pair,
			    profile_of(blocks->profiles, x),
			    profile_of(blocks->profiles, y),
			    blocks->frequency);
			if (blocks->glance)
				blocks->near[cell] = trees_score(
				    blocks->glance, blocks->evidence);
			else
				visit(context, &pair, blocks->evidence, NULL);
		}
}

/*
 * How many cells of a row or column are nearer than one, and how far it is
 * before the nearest other one, or behind.
 */
static float
rank_of(const struct blocks *blocks, size_t cell, size_t from, size_t step,
    size_t count, float *lead)
{
	float own = blocks->near[cell], rank = 0, best = own - LEAD_MAX;

	for (size_t i = 0; i < count; i++) {
		size_t other = from + i * step;

		rank += blocks->near[other] > own;
		if (other != cell && blocks->near[other] > best)
			best = blocks->near[other];
	}
	*lead = own - best;
	return rank;
}

static void
compare_pair(struct blocks *blocks, const struct block *block, uint32_t i,
    uint32_t j, const struct relate_options *options, blocks_visit *visit,
    void *context)
{
	const struct claims *claims = blocks->profiles->claims;
	size_t row = (size_t)i * block->count_y, cell = row + j;
	struct standing standing = { .frequency = blocks->frequency,
		.near = blocks->near[cell] };
	struct relation rule = { 0 };
	struct pair pair;
	bool any;

	standing.rank_earlier = rank_of(blocks, cell, row, 1, block->count_y,
	    &standing.lead_earlier);
	standing.rank_later = rank_of(blocks, cell, j, block->count_y,
	    block->count_x, &standing.lead_later);
	pair_set(&pair, claims, blocks->arena, block->first_x + i,
	    block->first_y + j);
	pair.setting = block->setting;
	any = rules_find(&pair, options, &rule);
	evidence_find(blocks->evidence, &pair,
	    profile_of(blocks->profiles, block->first_x + i),
	    profile_of(blocks->profiles, block->first_y + j), &standing);
	if (any)
		blocks->evidence[rule.type == RELATION_AGREE ?
		    EVIDENCE_rule_agree : rule.type == RELATION_CONFLICT ?
		    EVIDENCE_rule_conflict : rule.type == RELATION_EVOLVE ?
		    EVIDENCE_rule_evolve : EVIDENCE_rule_repeat] =
		    (float)rule.confidence;
	visit(context, &pair, blocks->evidence, any ? &rule : NULL);
}

void
blocks_compare(struct blocks *blocks, uint32_t x, uint32_t y,
    const struct relate_options *options, blocks_visit *visit, void *context)
{
	const struct claims *claims = blocks->profiles->claims;
	const struct article *a = &claims->articles[x];
	const struct article *b = &claims->articles[y];
	struct block block = { a->first, b->first,
		at_most(a->last - a->first), at_most(b->last - b->first),
		x == y ? 1 : setting_likeness(a, b) };

	if (block.setting < SETTING_MIN || a->sentences < SENTENCES_MIN ||
	    b->sentences < SENTENCES_MIN)
		return;
	make_room(blocks, &block);
	count_terms(blocks, block.first_x, block.count_x, 1);
	if (x != y)
		count_terms(blocks, block.first_y, block.count_y, 1);
	fill(blocks, &block, options, visit, context);
	for (uint32_t j = 0; j < block.count_y; j++)
		for (uint32_t i = 0; i < block.count_x; i++)
			if (blocks->near[(size_t)i * block.count_y + j] >= 0)
				compare_pair(blocks, &block, i, j, options,
				    visit, context);
	count_terms(blocks, block.first_x, block.count_x, -1);
	if (x != y)
		count_terms(blocks, block.first_y, block.count_y, -1);
}

/* Does article x stand before y in the order of their dates? */
static bool
is_before(const struct claims *claims, uint32_t x, uint32_t y)
{
	const struct article *a = &claims->articles[x];
	const struct article *b = &claims->articles[y];

	return a->day != b->day ? a->day < b->day : x < y;
}

void
blocks_compare_article(struct blocks *blocks, uint32_t y,
    const struct relate_options *options, blocks_visit *visit, void *context)
{
	const struct claims *claims = blocks->profiles->claims;
	const struct article *article = &claims->articles[y];

	for (uint32_t i = 0; i < article->nearest_count; i++)
		if (is_before(claims, article->nearest[i], y))
			blocks_compare(blocks, article->nearest[i], y, options,
			    visit, context);
	blocks_compare(blocks, y, y, options, visit, context);
}

void
blocks_free(struct blocks *blocks)
{
	free(blocks->frequency);
	free(blocks->near);
	*blocks = (struct blocks){ 0 };
}
