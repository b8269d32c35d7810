/*
 * Pronouns: whom "he", "its", "they" and, in quotations, "we" mean.
 */
#ifndef ENTITIES_PRONOUN_H
#define ENTITIES_PRONOUN_H

#include "entities/coreference.h"

/* The mention that token i of a sentence is; false when it is no pronoun. */
bool pronoun_of_token(const struct resolver *r, uint32_t sentence, size_t i,
    struct reference *reference);

/* Is it one of the first person, which waits for the speakers? */
bool pronoun_is_first_person(const struct resolver *r,
    const struct reference *reference);

/* Set the entity and type, or leave NO_ENTITY. */
void pronoun_resolve(struct resolver *r, struct reference *reference);
void pronoun_resolve_first_person(struct resolver *r,
    struct reference *reference);

#endif
