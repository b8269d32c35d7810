/*
 * A map from byte strings to numbers: open addressing over XXH3 hashes.
 * Keys are not copied: they must outlive the map (an arena's, a table's).
 * A key is under 4 GiB.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/slice.h"

#define HASH_NONE UINT32_MAX

struct hash_entry;

/* Zeroed is empty and ready for use. */
struct hash {
	struct hash_entry *entries;
	size_t capacity;	/* a power of two, or 0 */
	size_t count;
};

/* The number stored for key, or HASH_NONE. */
uint32_t hash_get(const struct hash *hash, struct slice key);

/*
 * The place of key's number, made with HASH_NONE in it when the key is new.
 * Valid until the next hash_put.
 */
uint32_t *hash_put(struct hash *hash, struct slice key);

/* A 64-bit hash of the bytes (XXH3), the same on every machine. */
uint64_t hash_bytes(struct slice s);

/* Forget the keys, keep the room. */
void hash_clear(struct hash *hash);

void hash_free(struct hash *hash);

#endif
