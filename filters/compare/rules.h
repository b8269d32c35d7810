/*
 * The rules: which two claims may be held against each other, and what the
 * detectors (detect.h), tried one after the other, make of them.
 */
#ifndef COMPARE_RULES_H
#define COMPARE_RULES_H

#include "compare/pair.h"
#include "compare/relate.h"

/* May two claims be compared, with articles at most window days apart? */
bool rules_may_compare(const struct claims *claims, size_t window,
    const struct claim *a, const struct claim *b);

/*
 * The surest conflict, else a change, else agreement; false when no detector
 * of the kinds wanted is sure enough.  The pair is set up.
 */
bool rules_find(const struct pair *pair, const struct relate_options *options,
    struct relation *best);

#endif
