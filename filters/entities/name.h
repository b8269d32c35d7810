/*
 * Names of a document: where they begin and end, and of what type they are.
 */
#ifndef ENTITIES_NAME_H
#define ENTITIES_NAME_H

#include <stdint.h>

#include "base/hash.h"
#include "entities/mention.h"
#include "entities/world.h"
#include "text/document.h"

enum { NO_ENTITY = UINT32_MAX };

/* One name in the text.  Tokens are those of its sentence, last exclusive. */
struct name {
	uint32_t sentence, first, last;
	uint32_t title_first;	/* where its title begins; first: none */
	enum mention_kind kind;	/* NAM or ADJ */
	enum mention_type type;
	struct slice text;	/* as written; with small letters where the
				   whole sentence is in capitals */
	struct fact fact;	/* tokens 0: the tables do not know it */
	struct title title;
	const char *why;	/* what decided the type, for --explain */
	double lead;		/* of the type over the next, in points of the
				   rules; 0 where its own words told */
	uint32_t entity;	/* set by entity.h */
};

/* How a word stands in the document, where its place says nothing. */
enum { SEEN_SMALL = 1, SEEN_CAPITAL = 2 };

struct names {
	struct name *at;
	size_t count, capacity;
	struct hash seen;	/* lower-case word -> SEEN_ bits */
};

/* Read the built-in tables; before sandbox_enter. */
void names_open(void);

/*
 * The names of a document in order, none inside another; taken[sentence][token]
 * is true for tokens of times.  Types are set for those that the tables know
 * or whose own words tell; the others are MENTION_TYPE_COUNT until names_type.
 */
void names_find(struct names *names, const struct document *document,
    bool *const *taken);

/* Forget them; what is the arena's goes with it. */
void names_free(struct names *names);

#endif
