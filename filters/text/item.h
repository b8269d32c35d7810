/*
 * Items of lists: "1. ", "a) ", bullets.
 */
#ifndef TEXT_ITEM_H
#define TEXT_ITEM_H

#include "text/splitter.h"

/* The marker of a list item at `at`; form 0 when there is none. */
struct marker item_marker(const struct splitter *s, size_t at);

/* The bullet at `at`, one of a few strings, or NULL. */
const char *item_bullet(const struct splitter *s, size_t at);

/*
 * Where a marker begins that ends with the full stop or bracket at `at` and
 * goes on with the paragraph's list, or begins one behind a colon; 0 when none
 * does.
 */
size_t item_next(const struct splitter *s, size_t at);

#endif
