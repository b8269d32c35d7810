/*
 * What is known of the world before a document is read: places, nations,
 * organisations, people, and the words that names of each kind are made of.
 */
#ifndef ENTITIES_WORLD_H
#define ENTITIES_WORLD_H

#include <stdbool.h>
#include <stddef.h>

#include "entities/calendar.h"
#include "entities/mention.h"
#include "text/token.h"
#include "tsv/lexicon.h"

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

/* What a table says of a name. */
struct fact {
	size_t tokens;		/* how many the name takes; 0: nothing known */
	enum mention_type type;
	bool demonym;
	bool actor;		/* from a user's file */
	struct slice id;
	struct slice kind;	/* of an organisation or place; a person's
				   office */
	struct slice of;	/* the id it belongs to */
	const struct lexicon_row *places;	/* all places of the name */
};

/* A word that names of organisations or places are made with. */
struct head {
	bool first, last;	/* where it may stand */
	enum mention_type type;
	struct slice kind;
};

/* A title or an office: "President", "Secretary of State". */
struct title {
	size_t tokens;		/* 0: none */
	struct slice text;	/* the row's first column */
	struct slice office;
	struct slice class;
};

/* A noun that people and bodies are called by: "diplomat", "group". */
struct nominal {
	bool known, plural;
	enum mention_type type;
	struct slice kind;
};

/*
 * Read the built-in tables and, over them, the user's --actors files (columns
 * name type id kind of); before sandbox_enter.
 */
void world_open(const char *const actors[], size_t count);

/*
 * The longest name of a table that begins at token i and stays before token
 * limit; the tokens' texts lie in one string.
 */
struct fact world_name(const struct token *tokens, size_t limit, size_t i);

/*
 * Of several places of one name, one that belongs to a place that the document
 * speaks of (ids has its id), into *fact; unchanged when there is none.
 */
void world_place_near(struct fact *fact, const struct hash *ids);

/* Offices are those of this date from now on; year 0: of today. */
void world_at(struct date date);

/*
 * The person whom news means by a last name: the only one of the tables, or
 * the one at the head of a state or a world body on the date.
 */
struct fact world_surname(struct slice surname);

/* Who held an office of a state on the date: the id, or empty. */
struct slice world_holder(struct slice office, struct slice state);

/* The title that begins at token i, the longest. */
struct title world_title(const struct token *tokens, size_t limit, size_t i);

/* Whom a title (its first column) is for: "mrs." a woman. */
enum gender world_title_gender(struct slice title);

/* Is the word part of names of bodies and places?  text as written. */
bool world_org_word(struct slice lower, struct head *head);
bool world_loc_word(struct slice lower, struct head *head);
bool world_event_word(struct slice lower);

/* Is the word a first name (with which gender) or a last name? */
bool world_given_name(struct slice text, enum gender *gender);
bool world_is_surname(struct slice text);

/* The noun's row in nominals.tsv. */
struct nominal world_nominal(struct slice lower);

/* Does a verb's lemma report speech: "say", "urge"? */
bool world_reports(struct slice lemma);

#endif
