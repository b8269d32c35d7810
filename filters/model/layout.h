/*
 * Where the parts of a file of weights lie; shared by those who read and
 * write one.
 */
#ifndef MODEL_LAYOUT_H
#define MODEL_LAYOUT_H

#include <stddef.h>

#define LAYOUT_MAGIC "hearsay-weights"

enum { LAYOUT_ALIGN = 64, LAYOUT_COUNT_MAX = 1 << 28 };

/* Offsets of the parts from the start of the file, and its size. */
struct layout {
	size_t templates, steps, classes, known_marks, known_classes, scores;
	size_t size;
};

size_t layout_round(size_t size);

/* From the length of the head (rounded) and the counts in it. */
void layout_set(struct layout *layout, size_t head, size_t tags,
    size_t templates, size_t classes, size_t known, size_t lines);

#endif
