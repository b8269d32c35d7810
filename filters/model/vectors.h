/*
 * Word vectors: words that stand in like places lie near each other.
 *
 * The file (scripts/make-vectors) is a head of text, filled up to 64 bytes, and
 * one record a word, sorted: 24 bytes of word, NUL behind it, and its vector in
 * whole numbers of 8 bits, of length 127.
 */
#ifndef MODEL_VECTORS_H
#define MODEL_VECTORS_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum { VECTOR_SIZE = 48 };

struct vectors {
	const char *records;
	size_t count;
};

/* Use the built-in words.vectors; one that is damaged is exit 2. */
void vectors_open(struct vectors *vectors);

/* The vector of a word in small letters, or NULL; logarithmic in words. */
const int8_t *vectors_find(const struct vectors *vectors, struct slice word);

/* The cosine of two vectors, -1 to 1. */
float vectors_cosine(const int8_t *a, const int8_t *b);

#endif
