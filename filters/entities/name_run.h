/*
 * How far a run of words goes that may be one name or several.
 */
#ifndef ENTITIES_NAME_RUN_H
#define ENTITIES_NAME_RUN_H

#include "entities/name_finder.h"

/* The end (exclusive) of the run of which token `run` is the first. */
size_t name_run_end(const struct name_finder *f, size_t run);

/*
 * Is token i a head word with a connector behind it, so that all that follows
 * before last belongs to the name: "Ministry of Health"?
 */
bool name_head_with_of(const struct name_finder *f, size_t i, size_t last,
    struct head *head);

#endif
