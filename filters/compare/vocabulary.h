/*
 * Words, concepts and entities as numbers, so that claims are compared as
 * lists of integers and every string is kept once.
 *
 * Three name spaces share it: "deal" (a lemma or concept), "=hamas" (an
 * entity), "~progress" (what a detector says about a claim).
 */
#ifndef COMPARE_VOCABULARY_H
#define COMPARE_VOCABULARY_H

#include <stdint.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/slice.h"

#define TERM_NONE UINT32_MAX

/* Zeroed is empty and ready for use. */
struct vocabulary {
	struct arena arena;
	struct hash ids;
	struct slice *names;
	uint32_t *frequency;	/* in how many claims it stands */
	size_t count, capacity, frequency_capacity;
};

/* The number of prefix + name, a new one when it is not there yet. */
uint32_t vocabulary_add(struct vocabulary *vocabulary, const char *prefix,
    struct slice name);

static inline struct slice
vocabulary_name(const struct vocabulary *vocabulary, uint32_t term)
{
	return vocabulary->names[term];
}

void vocabulary_free(struct vocabulary *vocabulary);

#endif
