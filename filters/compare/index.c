/*
 * Posting lists of terms.  See index.h.
 */
#include "compare/index.h"

#include <stdlib.h>

enum { TERMS_MAX = 64 };

#define SCORE_MIN 5.0f		/* about one word that is not common */

struct postings {
	uint32_t *claims;
	size_t count, capacity;
};

static void
make_room(struct index *index, const struct claims *claims)
{
	size_t terms = claims->vocabulary.count;

	if (index->count < terms) {
		index->postings = memory_resize(index->postings, terms,
		    sizeof *index->postings);
		memset(&index->postings[index->count], 0,
		    (terms - index->count) * sizeof *index->postings);
		index->count = terms;
	}
	if (index->capacity < claims->count) {
		index->scores = memory_resize(index->scores, claims->count,
		    sizeof *index->scores);
		memset(&index->scores[index->capacity], 0,
		    (claims->count - index->capacity) *
		    sizeof *index->scores);
		index->groups = memory_resize(index->groups, claims->count,
		    sizeof *index->groups);
		index->articles = memory_resize(index->articles,
		    claims->count, sizeof *index->articles);
		index->lengths = memory_resize(index->lengths, claims->count,
		    sizeof *index->lengths);
		index->touched = memory_resize(index->touched, claims->count,
		    sizeof *index->touched);
		index->capacity = claims->count;
	}
}

/* Add a term's weight to the claims that have it; returns the entries read. */
static size_t
score_term(struct index *index, const struct term *term, uint32_t group,
    size_t budget)
{
	const struct postings *postings = &index->postings[term->id];
	size_t read = 0;

	for (size_t i = postings->count; i-- > 0 && read < budget; read++) {
		uint32_t claim = postings->claims[i];

		if (index->groups[claim] != group)
			continue;
		if (index->scores[claim] == 0)
			index->touched[index->touched_count++] = claim;
		index->scores[claim] += term->weight * term->weight;
	}
	return read;
}

/* Keep the best in found, in order; equal scores: the later claim first. */
static size_t
keep(struct index *index, size_t count, uint32_t claim, float score)
{
	size_t at = count < INDEX_CANDIDATES ? count : INDEX_CANDIDATES - 1;

	if (count == INDEX_CANDIDATES && index->found[at].score >= score)
		return count;
	for (; at > 0 && (index->found[at - 1].score < score ||
	    (index->found[at - 1].score == score &&
	    index->found[at - 1].claim < claim)); at--)
		index->found[at] = index->found[at - 1];
	index->found[at] = (struct candidate){ claim, score,
		index->lengths[claim], index->articles[claim] };
	return count < INDEX_CANDIDATES ? count + 1 : count;
}

size_t
index_find(struct index *index, const struct claims *claims, uint32_t number)
{
	const struct claim *claim = &claims->at[number];
	struct term terms[TERMS_MAX];
	size_t term_count = 0, budget = INDEX_BUDGET, count = 0;

	make_room(index, claims);
	for (uint32_t i = 0; i < claim->term_count && term_count < TERMS_MAX;
	    i++)
		terms[term_count++] = claim->terms[i];
	terms_rank(terms, (uint32_t)term_count);
	for (size_t i = 0; i < term_count && budget > 0; i++)
		budget -= score_term(index, &terms[i], claim->group, budget);
	for (size_t i = 0; i < index->touched_count; i++) {
		uint32_t other = index->touched[i];

		if (index->scores[other] >= SCORE_MIN)
			count = keep(index, count, other,
			    index->scores[other]);
		index->scores[other] = 0;
	}
	index->touched_count = 0;
	return count;
}

void
index_add(struct index *index, const struct claims *claims, uint32_t number)
{
	const struct claim *claim = &claims->at[number];

	make_room(index, claims);
	index->groups[number] = claim->group;
	index->articles[number] = claim->article;
	index->lengths[number] = claim->length;
	for (uint32_t i = 0; i < claim->term_count; i++) {
		struct postings *postings =
		    &index->postings[claim->terms[i].id];

		ARENA_GROW(&index->arena, postings->claims, postings->count,
		    postings->capacity);
		postings->claims[postings->count++] = number;
	}
}

void
index_free(struct index *index)
{
	arena_free(&index->arena);
	free(index->postings);
	free(index->scores);
	free(index->groups);
	free(index->articles);
	free(index->lengths);
	free(index->touched);
	*index = (struct index){ 0 };
}
