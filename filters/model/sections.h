/*
 * Where the parts of a file of weights lie; shared by those who read and
 * write one.
 */
#ifndef MODEL_SECTIONS_H
#define MODEL_SECTIONS_H

#include <stddef.h>

#define SECTIONS_MAGIC "hearsay-weights"

enum { SECTIONS_ALIGN = 64, SECTIONS_COUNT_MAX = 1 << 28 };

/* Offsets of the parts from the start of the file, and its size. */
struct sections {
	size_t templates, steps, classes, kinds, keys, scores;
	size_t size;
};

size_t sections_round(size_t size);

/* From the length of the head (rounded) and the counts in it. */
void sections_set(struct sections *sections, size_t head, size_t tags,
    size_t templates, size_t classes, size_t keys, size_t lines);

#endif
