/*
 * A document as the search for names sees it, and which of its words can be
 * words of a name.
 *
 * Token numbers are those of the sentence under way.
 */
#ifndef ENTITIES_NAME_FINDER_H
#define ENTITIES_NAME_FINDER_H

#include <stdbool.h>

#include "base/hash.h"
#include "entities/name.h"
#include "entities/world.h"
#include "text/document.h"

struct name_finder {
	const struct document *document;
	struct names *names;		/* what is found */

	/* of the sentence under way */
	uint32_t index;
	const struct token *tokens;
	size_t count;
	const bool *taken;
	bool title_case;		/* its capitals say nothing */
	bool upper_case;
};

/* Read the built-in table; before sandbox_enter. */
void name_words_open(void);

/* Make a sentence of the document the one under way. */
void name_enter(struct name_finder *f, uint32_t index);

/* SEEN_ bits of a lower-case word. */
uint32_t name_seen(const struct names *names, struct slice lower);

/* Note how the words of the sentence are written. */
void name_note(struct name_finder *f);

/* Has name_words.tsv a word in that class? */
bool name_has_class(struct slice lower, const char *class);

/* Is token i that word, which is in small letters?  false behind the end. */
bool name_is(const struct name_finder *f, size_t i, const char *word);

/* Is it a hyphen that joins the words on both its sides? */
bool name_joint(const struct name_finder *f, size_t i);

/* Does a sentence, a quotation or a clause after a colon begin at i? */
bool name_is_start(const struct name_finder *f, size_t i);

/* Is it the tag of an article, a preposition, a pronoun and their like? */
bool name_is_function(enum tag tag);

/* Is a token written with a capital? */
bool name_capital(const struct token *token);

/* Does the word stand in dictionaries: a noun, a verb, an adjective? */
bool name_common(const struct token *token);

/* Is it a word that names of bodies or places are made with? */
bool name_head(const struct name_finder *f, size_t i, struct head *head);

/* Do the tables know token i by itself as a name, of other than a person? */
bool name_known(const struct name_finder *f, size_t i);

/* Can token i be a word of a name?  false behind the end. */
bool name_token(const struct name_finder *f, size_t i);

#endif
