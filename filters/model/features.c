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

unsigned
features_find(const struct template *templates, unsigned count,
    const uint32_t *row, size_t stride, uint64_t *hashes, uint8_t *which)
{
	unsigned found = 0;

	for (unsigned i = 0; i < count; i++) {
		const struct template *template = &templates[i];
		uint64_t hash = template->seed;
		bool is_whole = true;

		for (unsigned k = 0; k < template->count; k++) {
			uint32_t value = row[(ptrdiff_t)stride *
			    template->parts[k].offset +
			    template->parts[k].attribute];

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
