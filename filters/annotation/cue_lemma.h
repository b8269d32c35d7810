/*
 * The base form of what attributes, as extract-claims gives it.
 */
#ifndef ANNOTATION_CUE_LEMMA_H
#define ANNOTATION_CUE_LEMMA_H

#include "base/memory.h"
#include "base/slice.h"

/* Read the tables; before cue_lemma. */
void cue_lemma_open(void);

/*
 * The lemma of a cue of a claim of this form: "has repeatedly denied" is
 * deny, "called on" call on, "did not say" say, "according to" itself.  In the
 * arena.
 */
struct slice cue_lemma(struct slice cue, struct slice form,
    struct arena *arena);

#endif
