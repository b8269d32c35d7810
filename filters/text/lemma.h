/*
 * Base forms: irregular forms from a table, regular ones by the rules of
 * English spelling, with the tag to choose between noun and verb.
 */
#ifndef TEXT_LEMMA_H
#define TEXT_LEMMA_H

#include "base/memory.h"
#include "base/slice.h"
#include "text/token.h"

/* Read the built-in tables; before sandbox_enter. */
void lemma_open(void);

/* What a word can be, going by its spelling and the known base forms. */
enum reading {
	READING_NOUN = 1 << 0,
	READING_NAME = 1 << 1,
	READING_VERB = 1 << 2,
	READING_ADJECTIVE = 1 << 3,
	READING_ADVERB = 1 << 4,
	READING_PLURAL = 1 << 5,
	READING_THIRD_PERSON = 1 << 6,
	READING_PAST = 1 << 7,		/* or past participle */
	READING_PARTICIPLE = 1 << 8,	/* -ing */
	READING_COMPARATIVE = 1 << 9,
	READING_SUPERLATIVE = 1 << 10,
	READING_IRREGULAR = 1 << 11	/* stands in the table of forms */
};

/* The set of a lower-case word's readings; 0 when nothing is known of it. */
unsigned lemma_readings(struct slice lower);

/* The base form of a lower-case word under a tag; a slice of it, of a table,
   or in the arena. */
struct slice lemma_of(struct slice lower, enum tag tag, struct arena *arena);

#endif
