/*
 * Echoes.  See echo.h.
 */
#include "compare/echo.h"

#include <stdlib.h>

enum { COPIES_MAX = 8 };	/* a copy of a copy of ... */

/* The sentences of a relation, by their first claims, the lower one first. */
struct sides {
	uint32_t low, high;
};

/* By claim: the one that it copies from the same witness, or itself. */
static uint32_t *
originals_of(const struct relations *relations, const struct claims *claims)
{
	uint32_t *originals = memory_new(claims->count + 1,
	    sizeof *originals);

	for (uint32_t i = 0; i < claims->count; i++)
		originals[i] = i;
	for (size_t i = 0; i < relations->count; i++) {
		const struct relation *one = &relations->at[i];
		uint32_t x = claims->at[one->earlier].article;
		uint32_t y = claims->at[one->later].article;

		if (one->type == RELATION_REPEAT && x != y &&
		    claims->articles[x].witness == claims->articles[y].witness)
			originals[one->later] = one->earlier;
	}
	return originals;
}

static uint32_t
original_of(const uint32_t *originals, uint32_t claim)
{
	for (int i = 0; i < COPIES_MAX && originals[claim] != claim; i++)
		claim = originals[claim];
	return claim;
}

/* By claim: the first one of its sentence. */
static uint32_t *
sentences_of(const struct claims *claims)
{
	uint32_t *sentences = memory_new(claims->count + 1,
	    sizeof *sentences);

	for (uint32_t i = 0; i < claims->count; i++)
		sentences[i] = i > 0 && claims->at[i - 1].article ==
		    claims->at[i].article && claims->at[i - 1].sentence.start ==
		    claims->at[i].sentence.start ? sentences[i - 1] : i;
	return sentences;
}

static struct sides
sides_of(const uint32_t *sentences, uint32_t a, uint32_t b)
{
	uint32_t x = sentences[a], y = sentences[b];

	return x < y ? (struct sides){ x, y } : (struct sides){ y, x };
}

static struct slice
key_of(const struct sides *sides)
{
	return (struct slice){ (const char *)sides, sizeof *sides };
}

static bool
is_contested(const struct relation *relation)
{
	return relation_rank(relation->type) > 1;
}

void
echoes_drop(struct relations *relations, const struct claims *claims)
{
	uint32_t *originals = originals_of(relations, claims);
	uint32_t *sentences = sentences_of(claims);
	struct sides *sides = memory_new(relations->count + 1, sizeof *sides);
	struct hash said = { 0 };
	size_t kept = 0;

	for (size_t i = 0; i < relations->count; i++) {
		const struct relation *one = &relations->at[i];

		sides[i] = sides_of(sentences, one->earlier, one->later);
		if (is_contested(one))
			*hash_put(&said, key_of(&sides[i])) = (uint32_t)i;
	}
	for (size_t i = 0; i < relations->count; i++) {
		const struct relation *one = &relations->at[i];
		struct sides origin = sides_of(sentences,
		    original_of(originals, one->earlier),
		    original_of(originals, one->later));

		if (!is_contested(one) || (origin.low == sides[i].low &&
		    origin.high == sides[i].high) ||
		    hash_get(&said, key_of(&origin)) == HASH_NONE)
			relations->at[kept++] = *one;
	}
	relations->count = kept;
	hash_free(&said);
	free(sides);
	free(sentences);
	free(originals);
}
