/*
 * Sums of lines: a position gives each of its features' lines to all tags.
 */
#include "model/bag.h"

#include <string.h>

#include "model/features.h"

/* Add what one feature gives to each tag. */
static void
add_feature(const struct weights *weights, uint64_t hash, int32_t *sums)
{
	size_t place = feature_place(weights, hash);

	for (unsigned tag = 0; tag < weights->tag_count; tag++)
		sums[tag] += weights->learning ?
		    weights->learning[place ^ tag] :
		    weights->scores[place ^ tag];
}

void
bag_sums(const struct weights *weights, const struct lattice *lattice,
    int32_t *sums)
{
	memset(sums, 0, weights->tag_count * sizeof *sums);
	for (size_t at = 0; at < lattice->count; at++) {
		uint64_t hashes[TEMPLATE_MAX];
		unsigned found = features_find(
		    &weights->templates.single, lattice_at(lattice, at),
		    hashes, NULL);

		for (unsigned i = 0; i < found; i++)
			add_feature(weights, hashes[i], sums);
	}
}

unsigned
bag_best(const int32_t *sums, uint64_t set)
{
	unsigned best = (unsigned)__builtin_ctzll(set);

	for (; set; set &= set - 1) {
		unsigned tag = (unsigned)__builtin_ctzll(set);

		if (sums[tag] > sums[best])
			best = tag;
	}
	return best;
}

size_t
bag_explain(const struct weights *weights, const struct lattice *lattice,
    unsigned tag, unsigned other, struct explain_part *parts)
{
	const struct templates *templates = &weights->templates;
	int32_t sums[TEMPLATE_MAX] = { 0 };
	size_t count = 0;

	for (size_t at = 0; at < lattice->count; at++) {
		uint64_t hashes[TEMPLATE_MAX];
		uint8_t which[TEMPLATE_MAX];
		unsigned found = features_find(&templates->single,
		    lattice_at(lattice, at), hashes, which);

		for (unsigned i = 0; i < found; i++) {
			int32_t scores[WEIGHTS_TAG_MAX] = { 0 };

			add_feature(weights, hashes[i], scores);
			sums[which[i]] += scores[tag] - scores[other];
		}
	}
	for (unsigned i = 0; i < templates->single.count; i++)
		if (sums[i] != 0)
			parts[count++] = (struct explain_part){
			    templates->single.at[i].name, sums[i] };
	explain_sort(parts, count);
	return count;
}
