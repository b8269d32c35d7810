/*
 * Pronouns: whom "he", "its", "they" and, in quotations, "we" mean.
 */
#ifndef ENTITIES_PRONOUN_H
#define ENTITIES_PRONOUN_H

#include "entities/coreference.h"

/* The mention that token i of a sentence is; false when it is no pronoun. */
bool pronoun_of_token(const struct resolver *r, uint32_t sentence, size_t i,
    struct reference *reference);

/* Does it stand in a quotation, so that it waits for the speakers? */
bool pronoun_is_quoted(const struct resolver *r,
    const struct reference *reference);

/*
 * Set the entity and type, or leave NO_ENTITY.  Of one that is quoted
 * r->speakers are known: "I" is the speaker, and "he" is not.
 */
void pronoun_resolve(struct resolver *r, struct reference *reference);

#endif
