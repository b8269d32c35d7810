/*
 * Exact decoding of a linear chain.
 *
 * A position with one candidate needs no features of its own, and a step
 * between two such positions none either; since most words of a text have one
 * candidate, that is most of the speed.
 */
#include "model/viterbi.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/features.h"

/* The tags that a position may have, in a row, with the best score so far. */
struct column {
	unsigned count;
	uint8_t tags[WEIGHTS_TAG_MAX];
	int64_t scores[WEIGHTS_TAG_MAX];
};

static unsigned
tags_of_set(uint64_t set, uint8_t *tags)
{
	unsigned count = 0;

	for (; set; set &= set - 1)
		tags[count++] = (uint8_t)__builtin_ctzll(set);
	return count;
}

/* What features give to each of a list of tags, while they are learnt. */
static void
add_learning(const struct weights *weights, const size_t *places,
    unsigned found, const uint8_t *tags, unsigned count, int32_t *sums)
{
	for (unsigned i = 0; i < count; i++)
		for (unsigned k = 0; k < found; k++)
			sums[i] += weights->learning[places[k] ^ tags[i]];
}

/* The same of a file's weights, whose tags need a whole line. */
static void
add_lines(const struct weights *weights, const size_t *places, unsigned found,
    const uint8_t *tags, unsigned count, int32_t *sums)
{
	const int8_t *scores = weights->scores;

	for (unsigned i = 0; i < count; i++) {
		size_t tag = tags[i];
		int32_t sum = 0;

		for (unsigned k = 0; k < found; k++)
			sum += scores[places[k] ^ tag];
		sums[i] += sum;
	}
}

/* What features give to all of few tags, whichever are wanted. */
static void
add_half_lines(const struct weights *weights, const size_t *places,
    unsigned found, const uint8_t *tags, unsigned count, int32_t *sums)
{
	int16_t all[WEIGHTS_LINE / 2] = { 0 };

	for (unsigned i = 0; i < found; i++) {
		const int8_t *half = weights->scores + places[i];

		for (unsigned k = 0; k < WEIGHTS_LINE / 2; k++)
			all[k] = (int16_t)(all[k] + half[k]);
	}
	for (unsigned i = 0; i < count; i++)
		sums[i] += all[tags[i]];
}

/* Hashes become places, and their lines are asked for before the need. */
static inline void
find_places(const struct weights *weights, const uint64_t *hashes,
    unsigned found, size_t *places)
{
	for (unsigned i = 0; i < found; i++) {
		places[i] = feature_place(weights, hashes[i]);
		if (weights->scores)
			__builtin_prefetch(weights->scores + places[i]);
	}
}

static inline void
add_features(const struct weights *weights, const uint64_t *hashes,
    unsigned found, const uint8_t *tags, unsigned count, int32_t *sums)
{
	size_t places[TEMPLATE_MAX];

	find_places(weights, hashes, found, places);
	if (weights->learning)
		add_learning(weights, places, found, tags, count, sums);
	else if (feature_is_half(weights))
		add_half_lines(weights, places, found, tags, count, sums);
	else
		add_lines(weights, places, found, tags, count, sums);
}

/* The scores of a position's candidates by themselves. */
static void
add_single(const struct weights *weights, const struct lattice *lattice,
    size_t position, const uint8_t *tags, unsigned count, int32_t *sums)
{
	uint64_t hashes[TEMPLATE_MAX];
	unsigned found = features_find(&weights->templates.single,
	    lattice_at(lattice, position), hashes, NULL);

	add_features(weights, hashes, found, tags, count, sums);
}

/* The scores of a step from one tag to each of a list. */
static void
add_step(const struct weights *weights, const uint64_t *hashes,
    unsigned found, unsigned from, const uint8_t *tags, unsigned count,
    int32_t *sums)
{
	const int32_t *steps = weights_steps(weights, from);
	uint64_t behind[TEMPLATE_MAX];

	for (unsigned i = 0; i < count; i++)
		sums[i] += steps[tags[i]];
	for (unsigned i = 0; i < found; i++)
		behind[i] = feature_behind(hashes[i], from);
	add_features(weights, behind, found, tags, count, sums);
}

/* As join, where the steps have no features. */
static void
join_bare(const struct weights *weights, const struct column *before,
    struct column *here, const int32_t *single, uint8_t *back)
{
	uint8_t from[WEIGHTS_TAG_MAX] = { 0 };

	for (unsigned p = 0; p < before->count; p++) {
		const int32_t *steps = weights_steps(weights,
		    before->tags[p]);

		for (unsigned i = 0; i < here->count; i++) {
			int64_t score = before->scores[p] +
			    steps[here->tags[i]];

			if (p == 0 || score > here->scores[i]) {
				here->scores[i] = score;
				from[i] = before->tags[p];
			}
		}
	}
	for (unsigned i = 0; i < here->count; i++) {
		here->scores[i] += single[i];
		back[here->tags[i]] = from[i];
	}
}

/* Choose the best tag before for each candidate of the position. */
static void
join(const struct weights *weights, const struct lattice *lattice,
    size_t position, const struct column *before, struct column *here,
    const int32_t *single, uint8_t *back)
{
	uint64_t hashes[TEMPLATE_MAX];
	unsigned found;

	if (weights->templates.step.count == 0) {
		join_bare(weights, before, here, single, back);
		return;
	}
	found = features_find(&weights->templates.step,
	    lattice_at(lattice, position), hashes, NULL);
	for (unsigned p = 0; p < before->count; p++) {
		int32_t sums[WEIGHTS_TAG_MAX];

		memcpy(sums, single, here->count * sizeof *sums);
		add_step(weights, hashes, found, before->tags[p], here->tags,
		    here->count, sums);
		for (unsigned i = 0; i < here->count; i++) {
			int64_t score = sums[i] + before->scores[p];

			if (p == 0 || score > here->scores[i]) {
				here->scores[i] = score;
				back[here->tags[i]] = before->tags[p];
			}
		}
	}
}

/* Go on from the tags before to those of the position. */
static void
advance(const struct weights *weights, const struct lattice *lattice,
    size_t position, const struct column *before, struct column *here,
    const uint8_t *gold, int32_t margin)
{
	uint8_t *back = lattice->back + position * WEIGHTS_TAG_MAX;
	int32_t single[WEIGHTS_TAG_MAX];

	here->count = tags_of_set(lattice->candidates[position], here->tags);
	if (here->count == 1 && before->count == 1) {
		back[here->tags[0]] = before->tags[0];
		here->scores[0] = before->scores[0];
		return;
	}
	memset(single, 0, here->count * sizeof *single);
	if (here->count > 1)
		add_single(weights, lattice, position, here->tags,
		    here->count, single);
	for (unsigned i = 0; lattice->keeps_singles && i < here->count; i++)
		lattice->singles[position * WEIGHTS_TAG_MAX + here->tags[i]] =
		    single[i];
	for (unsigned i = 0; gold && i < here->count; i++)
		if (here->tags[i] != gold[position])
			single[i] += margin;
	join(weights, lattice, position, before, here, single, back);
}

void
lattice_start(struct lattice *lattice, size_t count, size_t stride)
{
	size_t rows = count + 2 * TEMPLATE_REACH;
	size_t end = TEMPLATE_REACH + count;

	if (rows > lattice->capacity || stride != lattice->stride) {
		lattice->capacity = rows + rows / 2;
		lattice->stride = stride;
		lattice->attributes = memory_resize(lattice->attributes,
		    lattice->capacity, stride * sizeof *lattice->attributes);
		lattice->candidates = memory_resize(lattice->candidates,
		    lattice->capacity, sizeof *lattice->candidates);
		lattice->back = memory_resize(lattice->back,
		    lattice->capacity, WEIGHTS_TAG_MAX);
		if (lattice->keeps_singles)
			lattice->singles = memory_resize(lattice->singles,
			    lattice->capacity, WEIGHTS_TAG_MAX *
			    sizeof *lattice->singles);
	}
	lattice->count = count;
	memset(lattice->attributes, 0,
	    rows * stride * sizeof *lattice->attributes);
	for (size_t i = 0; i < TEMPLATE_REACH * stride; i++) {
		lattice->attributes[i] = UINT32_MAX;
		lattice->attributes[end * stride + i] = UINT32_MAX - 1;
	}
}

int64_t
viterbi(const struct weights *weights, struct lattice *lattice,
    uint8_t *tags, const uint8_t *gold, int32_t margin)
{
	struct column columns[2];
	struct column *before = &columns[0], *here = &columns[1];
	unsigned best = 0;

	if (lattice->count == 0)
		return 0;
	before->count = 1;
	before->tags[0] = (uint8_t)weights->tag_count;
	before->scores[0] = 0;
	for (size_t at = 0; at < lattice->count; at++) {
		struct column *swap = before;

		advance(weights, lattice, at, before, here, gold, margin);
		before = here;
		here = swap;
	}
	for (unsigned i = 1; i < before->count; i++)
		if (before->scores[i] > before->scores[best])
			best = i;
	tags[lattice->count - 1] = before->tags[best];
	for (size_t at = lattice->count - 1; at > 0; at--)
		tags[at - 1] = lattice->back[at * WEIGHTS_TAG_MAX + tags[at]];
	return before->scores[best];
}

int64_t
viterbi_score(const struct weights *weights, const struct lattice *lattice,
    const uint8_t *tags)
{
	unsigned before = weights->tag_count;
	bool was_sure = true;
	int64_t score = 0;

	for (size_t at = 0; at < lattice->count; at++) {
		bool is_sure = (lattice->candidates[at] &
		    (lattice->candidates[at] - 1)) == 0;
		uint64_t hashes[TEMPLATE_MAX];
		int32_t sum = 0;
		unsigned found;

		if (!is_sure)
			add_single(weights, lattice, at, &tags[at], 1, &sum);
		if (!is_sure || !was_sure) {
			found = features_find(&weights->templates.step,
			    lattice_at(lattice, at), hashes, NULL);
			add_step(weights, hashes, found, before, &tags[at], 1,
			    &sum);
		}
		score += sum;
		before = tags[at];
		was_sure = is_sure;
	}
	return score;
}

void
lattice_free(struct lattice *lattice)
{
	free(lattice->attributes);
	free(lattice->candidates);
	free(lattice->back);
	free(lattice->singles);
	*lattice = (struct lattice){ 0 };
}
