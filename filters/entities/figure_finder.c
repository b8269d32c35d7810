/*
 * Looking at the words beside a number.
 */
#include "entities/figure_finder.h"

bool
figure_is(const struct figure_finder *f, size_t i, const char *word)
{
	return i < f->count && slice_is(f->tokens[i].lower, word);
}

enum tag
figure_tag(const struct figure_finder *f, size_t i)
{
	return i < f->count ? f->tokens[i].tag : TAG_NONE;
}

bool
figure_hyphen(const struct figure_finder *f, size_t i)
{
	return figure_is(f, i, "-") || figure_is(f, i, "–") ||
	    figure_is(f, i, "—");
}

/* Tokens first to last (exclusive), joined by blanks, in lower case. */
struct slice
figure_joined(const struct figure_finder *f, size_t first, size_t last)
{
	buffer_clear(f->text);
	for (size_t i = first; i < last; i++) {
		if (i > first)
			buffer_add_byte(f->text, ' ');
		buffer_add(f->text, f->tokens[i].lower);
	}
	return buffer_slice(f->text);
}
