/*
 * Paragraphs of a text.
 */
#ifndef TEXT_LAYOUT_H
#define TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"
#include "tsv/list.h"

struct layout {
	struct slice text;
	size_t at;		/* where the next paragraph is looked for */
	bool wrapped;		/* lines are broken inside sentences */
	size_t width;		/* of a full line, in bytes, when wrapped */
};

/*
 * Look at all lines of a text and decide whether a single line feed ends a
 * paragraph (web and agency text) or only a line (e-mail, scans).
 */
void layout_find(struct layout *layout, struct slice text);

/*
 * The next paragraph that is not blank, without white space at either end.
 * False at the end of the text.
 */
bool layout_next(struct layout *layout, struct span *paragraph);

/* Bytes of the white space at `at` (one character), or 0. */
size_t blank_length(struct slice text, size_t at);

/* The first byte from `at` that is no white space, at most end. */
size_t skip_blanks(struct slice text, size_t at, size_t end);

#endif
