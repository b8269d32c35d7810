/*
 * Each part of a file of weights begins at a multiple of 64 bytes.
 */
#include "model/sections.h"

#include <stdint.h>

#include "model/weights.h"

size_t
sections_round(size_t size)
{
	return (size + SECTIONS_ALIGN - 1) / SECTIONS_ALIGN * SECTIONS_ALIGN;
}

void
sections_set(struct sections *sections, size_t head, size_t tags,
    size_t templates, size_t classes, size_t keys, size_t lines)
{
	sections->templates = head;
	sections->steps = sections_round(sections->templates + templates);
	sections->classes = sections_round(sections->steps +
	    (tags + 1) * tags * sizeof(int32_t));
	sections->kinds = sections_round(sections->classes +
	    classes * sizeof(uint64_t));
	sections->keys = sections_round(sections->kinds +
	    classes * sizeof(uint32_t));
	sections->scores = sections_round(sections->keys +
	    keys * sizeof(struct weights_key));
	sections->size = sections->scores + lines * WEIGHTS_LINE;
}
