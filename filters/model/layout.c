/*
 * Each part of a file of weights begins at a multiple of 64 bytes.
 */
#include "model/layout.h"

#include <stdint.h>

#include "model/weights.h"

size_t
layout_round(size_t size)
{
	return (size + LAYOUT_ALIGN - 1) / LAYOUT_ALIGN * LAYOUT_ALIGN;
}

void
layout_set(struct layout *layout, size_t head, size_t tags, size_t templates,
    size_t classes, size_t known, size_t lines)
{
	layout->templates = head;
	layout->steps = layout_round(layout->templates + templates);
	layout->classes = layout_round(layout->steps +
	    (tags + 1) * tags * sizeof(int32_t));
	layout->known_marks = layout_round(layout->classes +
	    classes * sizeof(uint64_t));
	layout->known_classes = layout_round(layout->known_marks +
	    known * sizeof(uint32_t));
	layout->scores = layout_round(layout->known_classes +
	    known * sizeof(uint32_t));
	layout->size = layout->scores + lines * WEIGHTS_LINE;
}
