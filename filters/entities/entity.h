/*
 * The things that a document speaks of, each with one id, and which name
 * means which of them.
 */
#ifndef ENTITIES_ENTITY_H
#define ENTITIES_ENTITY_H

#include "entities/name.h"

struct entity {
	struct slice id;
	struct slice name;	/* the fullest in the document, or empty */
	enum mention_type type;
	struct slice kind;	/* of a body ("armed_group"), or an office */
	struct slice of;	/* id of the state or body it belongs to */
	struct slice title;	/* class of the titles it was given */
	enum gender gender;
	size_t named;		/* times by a name of several words */
	bool plural;
	bool unnamed;		/* its id is the document's own */
	bool demonym;		/* only nations were named by it so far */
};

struct entities {
	struct entity *at;
	size_t count, capacity;
	struct hash ids;	/* id -> index */
	struct hash texts;	/* name as written -> index */
	struct hash shorts;	/* letters or first words of a name -> index */
	struct arena *arena;
	struct slice doc;
};

/*
 * Find the entity of every name (names_type has run) and set its `entity`.
 * People are called by their last name, bodies by their initials or by the
 * first words of their name; people who share a last name stay apart.
 */
void entities_link(struct entities *entities, struct names *names,
    const struct document *document);

/* The entity of an id, made when there is none. */
uint32_t entity_of_id(struct entities *entities, struct slice id,
    enum mention_type type);

/* Forget all of it; the memory is the arena's, but for the hashes. */
void entities_free(struct entities *entities);

#endif
