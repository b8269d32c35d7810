/*
 * What the trained model makes of the rules' names: where they begin and end,
 * and of what type they are.
 */
#ifndef ENTITIES_NAME_LEARNT_H
#define ENTITIES_NAME_LEARNT_H

#include "entities/name.h"

/* Map the built-in weights; before sandbox_enter. */
void names_learnt_open(void);

/*
 * Revise the names of a document, found and typed by the rules; taken is that
 * of names_find.  A name of a user's own table stays what it is.
 */
void names_learnt(struct names *names, const struct document *document,
    bool *const *taken);

#endif
