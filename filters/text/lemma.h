/*
 * Base forms: irregular forms from a table, regular ones by the rules of
 * English spelling, with the tag to choose between noun and verb.
 */
#ifndef TEXT_LEMMA_H
#define TEXT_LEMMA_H

#include "base/memory.h"
#include "base/slice.h"
#include "text/token.h"

/* Read the built-in tables; before sandbox_enter. */
void lemma_open(void);

/* The base form of a lower-case word under a tag; a slice of it, of a table,
   or in the arena. */
struct slice lemma_of(struct slice lower, enum tag tag, struct arena *arena);

#endif
