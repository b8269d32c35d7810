/*
 * Noun phrases without a name: which they are, and whom they mean.
 */
#ifndef ENTITIES_NOMINAL_H
#define ENTITIES_NOMINAL_H

#include "entities/coreference.h"

/* Read the built-in table; before sandbox_enter. */
void nominal_open(void);

/*
 * The mention that a noun chunk is, when its head is a noun of nominals.tsv;
 * false when it is none.
 */
bool nominal_of_chunk(struct resolver *r, uint32_t sentence,
    size_t chunk, struct reference *reference);

/* Set its entity: an antecedent's, or a new one for the unnamed. */
void nominal_resolve(struct resolver *r, struct reference *reference);

#endif
