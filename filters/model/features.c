/*
 * Hashing of features: the attributes of a template, each times an odd number
 * of its place, are added to the template's seed, and the sum is folded.  The
 * products do not wait for each other.
 */
#include "model/features.h"

static const uint64_t factors[TEMPLATE_PART_MAX] = {
	0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu, 0xD6E8FEB86659FD93u,
	0xFF51AFD7ED558CCDu
};

static inline uint64_t
fold(uint64_t hash)
{
	hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9u;
	return hash ^ hash >> 32;
}

/* As features_find, of the templates from first to end, of so many parts. */
static inline unsigned
find_some(const struct template_list *templates, unsigned first, unsigned end,
    unsigned parts, const uint32_t *row, uint64_t *hashes, uint8_t *which,
    unsigned found)
{
	for (unsigned i = first; i < end; i++) {
		const struct template *template = &templates->at[i];
		uint64_t hash = template->seed;
		bool is_whole = true;

		for (unsigned k = 0; k < parts; k++) {
			uint32_t value = row[template->parts[k]];

			is_whole &= value != 0;
			hash += value * factors[k];
		}
		if (which)
			which[found] = (uint8_t)i;
		hashes[found] = fold(hash);
		found += is_whole;
	}
	return found;
}

unsigned
features_find(const struct template_list *templates, const uint32_t *row,
    uint64_t *hashes, uint8_t *which)
{
	const unsigned *ends = templates->ends;
	unsigned found = find_some(templates, 0, ends[0], 0, row, hashes,
	    which, 0);

	/* a loop for each number of parts, which the compiler unrolls */
	found = find_some(templates, ends[0], ends[1], 1, row, hashes, which,
	    found);
	found = find_some(templates, ends[1], ends[2], 2, row, hashes, which,
	    found);
	found = find_some(templates, ends[2], ends[3], 3, row, hashes, which,
	    found);
	return find_some(templates, ends[3], ends[4], 4, row, hashes, which,
	    found);
}
