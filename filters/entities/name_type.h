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

/*
 * Let the names of a document agree: who or what is named in full gives a type
 * to the words that are short for it.
 */
void names_agree(struct names *names, const struct document *document);

#endif
