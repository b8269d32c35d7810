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
#define SENTENCE_MIN 0.08	/* of sentences that can tell of one thing */
#define SOFT_MIN 0.3f		/* a pair whose words have less in common is
				   not looked at */

/* The claims of two articles, and how alike they are. */
struct block {
	uint32_t first_x, first_y, count_x, count_y;
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
		blocks->soft_a = memory_resize(blocks->soft_a, cells,
		    sizeof *blocks->soft_a);
		blocks->soft_b = memory_resize(blocks->soft_b, cells,
		    sizeof *blocks->soft_b);
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

/* Do the sentences of two claims, a's laid out, say enough in common? */
static bool
is_near(const struct blocks *blocks, const struct profile *a,
    const struct profile *b)
{
	return spread_shared(&blocks->spread, b->sentence,
	    b->sentence_count) >= SENTENCE_MIN * (double)a->sentence_length *
	    b->sentence_length;
}

static bool
judges(const struct profile *profile)
{
	return profile->role == ROLE_EVALUATE || profile->role == ROLE_BLAME;
}

/*
 * How alike the claims are that can be of one thing: their sentences share
 * enough, or both judge or blame.  Others are not looked at.
 */
static void
fill(struct blocks *blocks, const struct block *block)
{
	for (uint32_t i = 0; i < block->count_x; i++) {
		const struct profile *a = profile_of(blocks->profiles,
		    block->first_x + i);

		spread_set(&blocks->spread, a->sentence, a->sentence_count,
		    blocks->profiles->claims->vocabulary.count);
		for (uint32_t j = 0; j < block->count_y; j++) {
			size_t cell = (size_t)i * block->count_y + j;
			const struct profile *b = profile_of(blocks->profiles,
			    block->first_y + j);

			blocks->soft_a[cell] = blocks->soft_b[cell] = 0;
			if (is_near(blocks, a, b) || (judges(a) && judges(b)))
				evidence_soft(a, b, &blocks->soft_a[cell],
				    &blocks->soft_b[cell]);
		}
		spread_clear(&blocks->spread, a->sentence, a->sentence_count);
	}
}

static float
alike(const struct blocks *blocks, size_t cell)
{
	return blocks->soft_a[cell] + blocks->soft_b[cell];
}

/* How many cells of a row or column are more alike than one? */
static float
rank_of(const struct blocks *blocks, size_t cell, size_t from, size_t step,
    size_t count)
{
	float own = alike(blocks, cell), rank = 0;

	for (size_t i = 0; i < count; i++)
		rank += alike(blocks, from + i * step) > own;
	return rank;
}

static void
compare_pair(struct blocks *blocks, const struct block *block, uint32_t i,
    uint32_t j, double setting, const struct relate_options *options,
    blocks_visit *visit, void *context)
{
	const struct claims *claims = blocks->profiles->claims;
	size_t cell = (size_t)i * block->count_y + j;
	struct standing standing = {
		.frequency = blocks->frequency,
		.soft_a = blocks->soft_a[cell],
		.soft_b = blocks->soft_b[cell],
		.rank_earlier = rank_of(blocks, cell,
		    (size_t)i * block->count_y, 1, block->count_y),
		.rank_later = rank_of(blocks, cell, j, block->count_y,
		    block->count_x)
	};
	struct relation rule = { 0 };
	struct pair pair;
	bool any;

	pair_set(&pair, claims, blocks->arena, block->first_x + i,
	    block->first_y + j);
	pair.setting = setting;
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
		at_most(a->last - a->first), at_most(b->last - b->first) };
	double setting = x == y ? 1 : setting_likeness(a, b);

	if (setting < SETTING_MIN || a->sentences < SENTENCES_MIN ||
	    b->sentences < SENTENCES_MIN)
		return;
	make_room(blocks, &block);
	fill(blocks, &block);
	count_terms(blocks, block.first_x, block.count_x, 1);
	if (x != y)
		count_terms(blocks, block.first_y, block.count_y, 1);
	for (uint32_t j = 0; j < block.count_y; j++)
		for (uint32_t i = 0; i < (x == y ? j : block.count_x); i++)
			if (alike(blocks, (size_t)i * block.count_y + j) >=
			    SOFT_MIN && rules_may_compare(claims,
			    options->window, &claims->at[block.first_x + i],
			    &claims->at[block.first_y + j]))
				compare_pair(blocks, &block, i, j, setting,
				    options, visit, context);
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
	free(blocks->soft_a);
	free(blocks->soft_b);
	spread_free(&blocks->spread);
	*blocks = (struct blocks){ 0 };
}
