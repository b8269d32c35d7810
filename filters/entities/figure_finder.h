/*
 * A sentence as the search for figures sees it.
 *
 * Any token number may be asked for: behind the end nothing stands.
 */
#ifndef ENTITIES_FIGURE_FINDER_H
#define ENTITIES_FIGURE_FINDER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "text/token.h"

struct figure_finder {
	const struct token *tokens;
	size_t count;
	const bool *taken;	/* one a token: of a time or a name */
	struct arena *arena;	/* of the document */
	struct buffer *text;	/* for keys; its bytes last till the next */
};

/* Is token i that word, which is in small letters? */
bool figure_is(const struct figure_finder *f, size_t i, const char *word);

/* The tag of token i, or TAG_NONE. */
enum tag figure_tag(const struct figure_finder *f, size_t i);

/* Is it a hyphen or a dash? */
bool figure_hyphen(const struct figure_finder *f, size_t i);

/* Tokens first to last (exclusive), in small letters, joined by blanks. */
struct slice figure_joined(const struct figure_finder *f, size_t first,
    size_t last);

#endif
