/*
 * A claim's words as the model of labels reads them, and what is asked of them
 * as a whole.  What comes back as uint32_t is an attribute's value
 * (model/viterbi.h): 0 where there is none.
 */
#ifndef CLAIMS_LABEL_VIEW_H
#define CLAIMS_LABEL_VIEW_H

#include "claims/claim.h"

enum {
	LABEL_WORDS_MAX = 16	/* of the content: what comes later adds
				   detail */
};

/* The words of a claim, in the order in which they stand in the lattice. */
struct label_view {
	const struct claim *claim;
	const struct claims *claims;
	const struct tagged *document;
	const struct claim *inner;	/* the first claim inside, or NULL */
	const struct token *content[LABEL_WORDS_MAX];
	size_t count;
	uint32_t sentence;		/* of the content */
};

/* A text as an attribute's value, 0 for none; a number from 0 on as one. */
uint32_t label_text(struct slice text);
uint32_t label_number(unsigned number);

/*
 * Find the words of a claim's content, marks and what claims inside it say
 * left out.  The view has its claim, claims and document and is else zeroed.
 */
void label_view_read(struct label_view *view);

/* The place of the first modal or verb in the content, or its end. */
size_t label_verb_place(const struct label_view *view);

/* What stands before the verb: the speaker, a party, a thing. */
uint32_t label_subject(const struct label_view *view, size_t verb);

/* Does the content name a party other than the source? */
bool label_names_party(const struct label_view *view);

/* Words that negate, 2 at most. */
unsigned label_negation_count(const struct label_view *view);

/*
 * Is the main verb negated, whose group begins at `verb`: no (0), before it
 * (1), right behind it (2)?
 */
unsigned label_verb_negated(const struct label_view *view, size_t verb,
    size_t main);

/* "no", "nobody": before its verb (1), right behind (2), farther (3), or 0. */
unsigned label_no_place(const struct label_view *view, size_t main);

/*
 * How many nouns and verbs of the content somebody else has said shortly
 * before, 3 at most: a negation of those denies.
 */
unsigned label_answered(const struct label_view *view);

bool label_is_question(const struct label_view *view);

/* Type and kind of the first mention of the source in its sentence. */
uint32_t label_mention(const struct label_view *view);

#endif
