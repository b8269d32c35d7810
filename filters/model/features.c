/*
 * Hashing of features: multiply and fold, a template's seed first.
 */
#include "model/features.h"

static inline uint64_t
mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
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
			hash = mix(hash, value);
		}
		if (which)
			which[found] = (uint8_t)i;
		hashes[found] = mix(hash, 0);
		found += is_whole;
	}
	return found;
}
