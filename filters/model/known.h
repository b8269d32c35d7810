/*
 * Which tags a key (a caller's hash of a word, say) was seen with: the making
 * of the dictionary that a model carries.
 *
 * Keys with the same set of tags, the same commonest one and the same
 * frequency are of one kind, and with the same tags allowed to them of one
 * class.  A key that was seen often can have the
 * tags it was seen with; one that was seen seldom can have the open tags
 * besides; one that was seen less than that is not in the dictionary.
 */
#ifndef MODEL_KNOWN_H
#define MODEL_KNOWN_H

#include <stddef.h>
#include <stdint.h>

#include "model/weights.h"

struct known_seen;

/* Zeroed is empty and ready for use. */
struct known {
	struct known_seen *seen;	/* every key and tag */
	size_t seen_count, seen_capacity;

	/* the dictionary, as struct weights has it */
	uint64_t *classes;
	uint32_t *kinds;
	size_t class_count;
	struct weights_key *keys;
	size_t capacity;
};

struct known_limits {
	size_t seldom, often;	/* times that a key must be seen */
	size_t surely;		/* times from which nothing is allowed that
				   was never seen */
	uint64_t open;		/* the set of open tags */
};

/* A key was seen with a tag, so many times. */
void known_add(struct known *known, uint64_t key, unsigned tag,
    uint32_t times);

/*
 * A key, should it be in the dictionary, can have a tag that it was perhaps
 * never seen with; its class is what it is without.
 */
void known_allow(struct known *known, uint64_t key, unsigned tag);

/* Make the dictionary; the same for any order of the additions. */
void known_finish(struct known *known, const struct known_limits *limits);

void known_free(struct known *known);

#endif
