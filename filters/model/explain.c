/*
 * A linear model explains itself: the difference between two tags is the sum
 * of the differences of their features.
 */
#include "model/explain.h"

#include <stdlib.h>

#include "model/features.h"

static int32_t
score_at(const struct weights *weights, uint64_t hash, unsigned tag)
{
	size_t at = feature_place(weights, hash) ^ tag;

	return weights->learning ? weights->learning[at] :
	    weights->scores[at];
}

static int
compare(const void *a, const void *b)
{
	const struct explain_part *left = a, *right = b;
	int32_t x = abs(left->score), y = abs(right->score);

	if (x != y)
		return x < y ? 1 : -1;
	return slice_compare(left->template, right->template);
}

void
explain_sort(struct explain_part *parts, size_t count)
{
	if (count > 0)
		qsort(parts, count, sizeof *parts, compare);
}

static size_t
add(struct explain_part *parts, size_t count, struct slice template,
    int32_t score)
{
	if (score == 0)
		return count;
	parts[count] = (struct explain_part){ template, score };
	return count + 1;
}

size_t
explain_tag(const struct weights *weights, const struct lattice *lattice,
    size_t position, unsigned before, unsigned tag, unsigned other,
    struct explain_part *parts)
{
	const struct templates *templates = &weights->templates;
	const uint32_t *row = lattice_at(lattice, position);
	const int32_t *steps = weights_steps(weights, before);
	uint64_t hashes[TEMPLATE_MAX];
	uint8_t which[TEMPLATE_MAX];
	size_t count = add(parts, 0, SLICE("step"),
	    steps[tag] - steps[other]);
	unsigned found = features_find(&templates->single, row, hashes,
	    which);

	for (unsigned i = 0; i < found; i++)
		count = add(parts, count, templates->single.at[which[i]].name,
		    score_at(weights, hashes[i], tag) -
		    score_at(weights, hashes[i], other));
	found = features_find(&templates->step, row, hashes, which);
	for (unsigned i = 0; i < found; i++) {
		uint64_t hash = feature_behind(hashes[i], before);

		count = add(parts, count, templates->step.at[which[i]].name,
		    score_at(weights, hash, tag) -
		    score_at(weights, hash, other));
	}
	explain_sort(parts, count);
	return count;
}
