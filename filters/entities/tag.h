/*
 * The entities, figures and times of a document, sentence by sentence.
 */
#ifndef ENTITIES_TAG_H
#define ENTITIES_TAG_H

#include "entities/mention.h"
#include "text/document.h"

/* Which mentions are wanted. */
struct tag_choice {
	bool types[MENTION_TYPE_COUNT];
	bool pronouns;
};

/* What was found in one sentence; the arrays lie in the document's arena. */
struct tagged {
	struct mentions mentions;
	struct figures figures;
	struct timexes timexes;
	const char **why;	/* of each mention */
};

/* Read the tables, with the user's --actors files; before sandbox_enter. */
void tag_open(const char *const actors[], size_t count);

/* Tag a document; an array of one result a sentence, in its arena. */
struct tagged *tag_document(const struct document *document,
    const struct tag_choice *choice);

#endif
