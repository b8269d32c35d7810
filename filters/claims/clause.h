/*
 * A sentence without a parser: its tokens cut into levels (the sentence
 * itself, and the inside of each quotation that is a sentence of its own), each
 * level into verb groups and noun phrases, and over them the few questions that
 * finding a claim asks: who is the subject of this verb, where does this
 * complement end.
 *
 * Inside a level a whole quotation is one unit; the marks of a quotation that
 * is only some words of the sentence are left out.  Every answer comes from a
 * window of CLAUSE_WINDOW units, so that the work is linear in the sentence.
 */
#ifndef CLAIMS_CLAUSE_H
#define CLAIMS_CLAUSE_H

#include <stdint.h>

#include "entities/mention.h"
#include "text/document.h"

enum {
	CLAUSE_WINDOW = 400,		/* units looked at for one answer */
	CLAUSE_NONE = -1
};

struct unit {
	int first, last;	/* tokens of the sentence; not equal for a
				   quotation only */
	int group, phrase;	/* index, or CLAUSE_NONE */
	uint8_t tag;		/* enum tag; TAG_NONE for a quotation */
	bool quotation;		/* a whole quotation, marks included */
	bool time;		/* of an expression of time */
};

enum group_form {
	GROUP_FINITE,
	GROUP_ING,		/* "saying", without a finite verb */
	GROUP_PARTICIPLE,	/* "described", likewise */
	GROUP_INFINITIVE,	/* "to say" */
	GROUP_BARE		/* "say": an order, or behind an object */
};

struct cue;

struct group {
	int first, last;	/* units */
	int head;		/* the unit of its main verb */
	enum group_form form;
	bool passive, perfect, past, future, modal, negated;
	const struct cue *cue;	/* the cue that its verb is, or NULL */
	int cue_last;		/* last unit of that: "point out" */
	int subject_first;	/* units of its subject, or CLAUSE_NONE */
	int subject_last;
	bool subject_behind;	/* "said Blinken" */
	bool subject_shared;	/* taken over from another verb */
};

struct phrase {
	int first, last, head;	/* units */
	bool time;
	bool pronoun;
	bool relative;		/* who, which, that */
};

struct level {
	const struct document *document;
	uint32_t sentence;
	const struct token *tokens;	/* of the sentence */
	int token_count;
	uint32_t quotation;	/* 0: the sentence; else 1 + index */
	struct unit *units;
	int count;
	struct group *groups;
	int group_count;
	struct phrase *phrases;
	int phrase_count;
};

struct levels {
	struct level *at;
	size_t count, capacity;
};

/* Read the table of approximators; before sandbox_enter. */
void phrase_open(void);

/*
 * The steps that make a level, in this order: units, repaired tags, verb
 * groups (with their cues), noun phrases, subjects.
 */
void level_retag(struct level *level);
void level_groups(struct level *level, struct arena *arena);
void level_phrases(struct level *level, struct arena *arena);
void level_subjects(struct level *level);

/* The levels of sentence number `sentence`, outermost first. */
void clause_levels(struct levels *levels, const struct document *document,
    uint32_t sentence, const struct timexes *times);

/* The token of a unit (the first, of a quotation). */
static inline const struct token *
unit_token(const struct level *level, int unit)
{
	return &level->tokens[level->units[unit].first];
}

/* The tag of a unit; TAG_NONE before the first and behind the last. */
static inline enum tag
unit_tag(const struct level *level, int unit)
{
	return unit < 0 || unit >= level->count ? TAG_NONE :
	    (enum tag)level->units[unit].tag;
}

/* Is the unit (which need not exist) this word, in lower case? */
bool unit_is(const struct level *level, int unit, const char *word);

/* Is it a comma, or a dash that stands for one? */
bool unit_is_comma(const struct level *level, int unit);

/* Is it a whole quotation? */
static inline bool
unit_is_quotation(const struct level *level, int unit)
{
	return unit >= 0 && unit < level->count &&
	    level->units[unit].quotation;
}

/* The phrase that begins or ends at a unit, or NULL. */
const struct phrase *phrase_at(const struct level *level, int unit);
const struct phrase *phrase_before(const struct level *level, int unit);

/* The group that holds a unit, or NULL. */
const struct group *group_at(const struct level *level, int unit);

/*
 * The last unit of the noun phrase that begins at `unit`, with what hangs on
 * it: "the head of the army", "sources familiar with the talks".  `unit`-1
 * when none begins there.  clause: take relative clauses along as well.
 */
int phrase_extend(const struct level *level, int unit, bool clause);

/* The same without what is joined by "and". */
int phrase_extend_one(const struct level *level, int unit);

/* The first unit of the noun phrase that ends at `unit`. */
int phrase_extend_left(const struct level *level, int unit);

/*
 * Behind adverbs, times and places ("on Monday", "in a statement", "at a news
 * conference") from `unit` on.
 */
int clause_skip_adjuncts(const struct level *level, int unit);
int clause_skip_adverbs(const struct level *level, int unit);

/* Does a clause with its own subject and finite verb begin at `unit`? */
bool clause_begins(const struct level *level, int unit);

/* Is the unit "because", "that" …, and not a preposition? */
bool clause_opener(const struct level *level, int unit);

/* Is there a finite verb, or a whole quotation, among units first..last? */
bool clause_has_finite(const struct level *level, int first, int last);

/* The first unit of the clause that `unit` stands in, no comma before it. */
int clause_first(const struct level *level, int unit);

/*
 * The last unit of the complement that begins at `unit`: up to the full stop,
 * a semicolon, another speaker's clause or a participle that comments on it.
 */
int clause_last(const struct level *level, int unit);

/* Bytes of units first..last, with the quotation marks that belong to them. */
struct span clause_span(const struct level *level, int first, int last);

#endif
