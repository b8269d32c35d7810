/*
 * The rules: which two claims may be held against each other, and what the
 * detectors (detect.h), tried one after the other, make of them.
 */
#ifndef COMPARE_RULES_H
#define COMPARE_RULES_H

#include "compare/pair.h"
#include "compare/relate.h"

/*
 * Can two claims be held against each other at all: of articles at most window
 * days apart, or side by side in one, none inside the other?
 */
bool rules_are_apart(const struct claims *claims, size_t window,
    const struct claim *a, const struct claim *b);

/* The same, and of two sources where they stand in one article. */
bool rules_may_compare(const struct claims *claims, size_t window,
    const struct claim *a, const struct claim *b);

/*
 * The surest conflict, else a change, else agreement; false when no detector
 * of the kinds wanted is sure enough.  The pair is set up.
 */
bool rules_find(const struct pair *pair, const struct relate_options *options,
    struct relation *best);

#endif
