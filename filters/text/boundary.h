/*
 * The decisions: does a mark end the sentence?  Each gives the name of the rule
 * by which it does, or NULL.
 */
#ifndef TEXT_BOUNDARY_H
#define TEXT_BOUNDARY_H

#include "text/splitter.h"

/* A single full stop at `at`; behind is where what follows it begins. */
const char *boundary_stop(const struct splitter *s, size_t at, size_t behind);

/* A question or exclamation mark; closed: a closing mark stands behind it. */
const char *boundary_exclamation(const struct splitter *s, size_t at,
    size_t behind, bool closed);

/* An ellipsis. */
const char *boundary_ellipsis(const struct splitter *s, size_t behind);

/*
 * The quotation or bracket from `open` to `close` (its closing mark) that stood
 * inside a sentence.
 */
const char *boundary_closing(const struct splitter *s, size_t open,
    size_t close, size_t behind);

#endif
