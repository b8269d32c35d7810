/*
 * Open addressing with linear probing, at most three quarters full.  An entry
 * keeps 32 bits of its hash, so that a probe rarely touches the key's bytes.
 */
#include "base/hash.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/memory.h"

enum { CAPACITY_MIN = 64 };

struct hash_entry {
	const char *at;		/* NULL: free */
	uint32_t length;
	uint32_t mark;		/* the hash's upper half */
	uint32_t number;
};

uint64_t
hash_bytes(struct slice s)
{
	return XXH3_64bits(s.length ? s.at : "", s.length);
}

static struct hash_entry *
find(const struct hash *hash, struct slice key, uint64_t code)
{
	uint32_t mark = (uint32_t)(code >> 32);
	size_t i = (size_t)code & (hash->capacity - 1);

	for (;; i = (i + 1) & (hash->capacity - 1)) {
		struct hash_entry *entry = &hash->entries[i];

		if (entry->at == NULL || (entry->mark == mark &&
		    slice_equal((struct slice){ entry->at, entry->length },
		    key)))
			return entry;
	}
}

uint32_t
hash_get(const struct hash *hash, struct slice key)
{
	const struct hash_entry *entry;

	if (hash->count == 0)
		return HASH_NONE;
	entry = find(hash, key, hash_bytes(key));
	return entry->at ? entry->number : HASH_NONE;
}

static void
grow(struct hash *hash)
{
	struct hash larger = { .count = hash->count };

	larger.capacity = hash->capacity ? hash->capacity * 2 : CAPACITY_MIN;
	larger.entries = memory_new(larger.capacity, sizeof *larger.entries);
	for (size_t i = 0; i < hash->capacity; i++) {
		const struct hash_entry *old = &hash->entries[i];
		struct slice key = { old->at, old->length };

		if (old->at != NULL)
			*find(&larger, key, hash_bytes(key)) = *old;
	}
	free(hash->entries);
	*hash = larger;
}

uint32_t *
hash_put(struct hash *hash, struct slice key)
{
	uint64_t code = hash_bytes(key);
	struct hash_entry *entry;

	if (hash->count >= hash->capacity / 4 * 3)
		grow(hash);
	entry = find(hash, key, code);
	if (entry->at == NULL) {
		*entry = (struct hash_entry){
			.at = key.at ? key.at : "",
			.length = (uint32_t)key.length,
			.mark = (uint32_t)(code >> 32),
			.number = HASH_NONE,
		};
		hash->count++;
	}
	return &entry->number;
}

void
hash_clear(struct hash *hash)
{
	for (size_t i = 0; i < hash->capacity; i++)
		hash->entries[i].at = NULL;
	hash->count = 0;
}

void
hash_free(struct hash *hash)
{
	free(hash->entries);
	*hash = (struct hash){ 0 };
}
