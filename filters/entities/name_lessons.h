/*
 * Names to learn from: the sentences of annotated documents, each as a lattice
 * with the tags that are right.
 *
 * A folder has sentences.tsv, as split writes it, and mentions.tsv (doc start
 * end type).  In a coarse one a LOC is any place, a MISC any name that is no
 * person, body or place; where it has no MISC, those are not marked.
 */
#ifndef ENTITIES_NAME_LESSONS_H
#define ENTITIES_NAME_LESSONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"

/* A sentence ready to be learnt from. */
struct lesson {
	size_t count;		/* tokens */
	uint32_t *attributes;	/* as the lattice has them */
	uint64_t *candidates;
	uint64_t *right;	/* the tags that fit, by position */
	bool coarse;
};

/* Zeroed is empty and ready for use. */
struct lessons {
	struct lesson *at;
	size_t count, capacity;
	struct arena arena;
};

/*
 * Add the sentences of a folder.  A file that cannot be read is a message and
 * exit 2, a wrong one exit 1.
 */
void lessons_add(struct lessons *lessons, const char *folder, bool is_coarse);

void lessons_free(struct lessons *lessons);

#endif
