/*
 * Lists of weighted terms.  See term.h.
 */
#include "compare/term.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { INSERTED_MAX = 32 };	/* a list so short is sorted in place */

static int
by_id(const void *a, const void *b)
{
	const struct term *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static int
by_weight(const void *a, const void *b)
{
	const struct term *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/*
 * Most lists are short and nearly in order.  Double ones stay in their order,
 * here as in glibc's merge sort.
 */
static void
insert_by_id(struct term *terms, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		struct term term = terms[i];
		uint32_t at = i;

		for (; at > 0 && terms[at - 1].id > term.id; at--)
			terms[at] = terms[at - 1];
		terms[at] = term;
	}
}

void
terms_sort(struct term *terms, uint32_t count)
{
	if (count <= INSERTED_MAX)
		insert_by_id(terms, count);
	else
		qsort(terms, count, sizeof *terms, by_id);
}

void
terms_rank(struct term *terms, uint32_t count)
{
	if (count > 1)
		qsort(terms, count, sizeof *terms, by_weight);
}

uint32_t
terms_unique(struct term *terms, uint32_t count)
{
	uint32_t kept = 0;

	terms_sort(terms, count);
	for (uint32_t i = 0; i < count; i++)
		if (kept == 0 || terms[kept - 1].id != terms[i].id)
			terms[kept++] = terms[i];
	return kept;
}

uint32_t
terms_sum(struct term *terms, uint32_t count)
{
	uint32_t kept = 0;

	terms_sort(terms, count);
	for (uint32_t i = 0; i < count; i++) {
		if (kept > 0 && terms[kept - 1].id == terms[i].id)
			terms[kept - 1].weight += terms[i].weight;
		else
			terms[kept++] = terms[i];
	}
	return kept;
}

struct term *
terms_copy(struct arena *arena, const struct term *terms, uint32_t count)
{
	struct term *copy = arena_new(arena, count, sizeof *copy);

	if (count > 0)
		memcpy(copy, terms, count * sizeof *copy);
	return copy;
}

double
terms_shared(const struct term *a, uint32_t a_count, const struct term *b,
    uint32_t b_count)
{
	double shared = 0;

	for (uint32_t i = 0, j = 0; i < a_count && j < b_count;) {
		if (a[i].id == b[j].id) {
			shared += (double)a[i].weight * b[j].weight;
			i++;
			j++;
		} else if (a[i].id < b[j].id) {
			i++;
		} else {
			j++;
		}
	}
	return shared;
}

void
spread_set(struct spread *spread, const struct term *list, uint32_t count,
    size_t terms)
{
	if (spread->size < terms) {
		spread->weights = memory_resize(spread->weights, terms,
		    sizeof *spread->weights);
		memset(spread->weights + spread->size, 0,
		    (terms - spread->size) * sizeof *spread->weights);
		spread->size = terms;
	}
	for (uint32_t i = 0; i < count; i++)
		spread->weights[list[i].id] = list[i].weight;
}

void
spread_clear(struct spread *spread, const struct term *list, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		spread->weights[list[i].id] = 0;
}

double
spread_shared(const struct spread *spread, const struct term *list,
    uint32_t count)
{
	double shared = 0;

	for (uint32_t i = 0; i < count; i++)
		shared += (double)spread->weights[list[i].id] *
		    list[i].weight;
	return shared;
}

void
spread_free(struct spread *spread)
{
	free(spread->weights);
	*spread = (struct spread){ 0 };
}

double
terms_length(const struct term *terms, uint32_t count)
{
	double square = 0;

	for (uint32_t i = 0; i < count; i++)
		square += (double)terms[i].weight * terms[i].weight;
	return sqrt(square);
}
