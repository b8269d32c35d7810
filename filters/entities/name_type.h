/*
 * Types of names: PER, ORG, GPE and so on.
 */
#ifndef ENTITIES_NAME_TYPE_H
#define ENTITIES_NAME_TYPE_H

#include "entities/name.h"

/* Read the built-in table; before sandbox_enter. */
void name_type_open(void);

/*
 * Give every name a type: by title, first name, head word, neighbours; one
 * name has one type over the document.
 */
void names_type(struct names *names, const struct document *document);

#endif
