/*
 * Mentions without a name: "the militant group", "US officials", "he".
 */
#ifndef ENTITIES_COREFERENCE_H
#define ENTITIES_COREFERENCE_H

#include "entities/entity.h"
#include "entities/name.h"
#include "text/chunk.h"

/* A mention of an entity, by name or not; tokens, last exclusive. */
struct reference {
	uint32_t sentence, first, last;
	uint32_t head;		/* the noun or pronoun; of a name its last */
	uint32_t title_first;	/* where the title of a name begins */
	enum mention_kind kind;
	enum mention_type type;
	uint32_t entity;	/* NO_ENTITY: nothing was found for it */
	const char *why;
	bool subject;		/* a verb follows */
	bool possessive;	/* 's follows */
	bool modifier;		/* a noun follows: "Hamas emissaries" */
	bool plural;
	bool hidden;		/* "Israel and Hamas": only for "they" */
	struct nominal nominal;	/* of a noun phrase */
};

struct references {
	struct reference *at;
	size_t count, capacity;
};

/*
 * A document while its mentions are resolved, in order: references hold those
 * that were resolved before.
 */
struct resolver {
	const struct document *document;
	struct entities *entities;
	struct references *references;
	struct chunks *chunks;	/* of each sentence */
	struct buffer text;
	uint32_t *speakers;	/* of each quotation, or NO_ENTITY */
	uint32_t *from;		/* of each sentence its first reference;
				   NO_ENTITY: it was not read yet */
	size_t names;		/* where the names end of the sentence under
				   way; they begin at its `from` */
	uint32_t topic;		/* the token of it at which its topic ends: a
				   verb or a preposition */
};

/* Read the built-in tables; before sandbox_enter. */
void coreference_open(void);

/*
 * All mentions of a document, names included, in the order of the column
 * entities; new entities are made for the unnamed.
 */
void references_find(struct references *references,
    const struct document *document, const struct names *names,
    struct entities *entities);

/* ---------------------------------------------------------- for its parts */

static inline const struct token *
reference_tokens(const struct resolver *r, const struct reference *reference)
{
	return r->document->sentences[reference->sentence].tokens;
}

static inline struct entity *
reference_entity(const struct resolver *r, const struct reference *reference)
{
	return &r->entities->at[reference->entity];
}

/*
 * Of the references from first to last, in the order of their tokens, the
 * index of the first that begins at the token or behind it.  Logarithmic.
 */
size_t references_at(const struct references *references, size_t first,
    size_t last, size_t token);

/* Is the entity a single person? */
static inline bool
is_person(const struct entity *entity)
{
	return entity->type == MENTION_PER && !entity->plural;
}

#endif
