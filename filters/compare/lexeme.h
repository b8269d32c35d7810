/*
 * What the tables say of a word, looked up once for all its uses.
 */
#ifndef COMPARE_LEXEME_H
#define COMPARE_LEXEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/knowledge.h"
#include "compare/vocabulary.h"

/* In which tables the word is a key, or begins a longer one. */
enum lexeme_table {
	LEXEME_ASSESSMENT = 1,
	LEXEME_BLAME = 2,
	LEXEME_NEGATOR = 4,
	LEXEME_POSITION = 8,	/* is a key */
	LEXEME_EXISTENCE = 16	/* is a key */
};

struct lexeme {
	uint32_t concept;	/* term */
	uint32_t field;		/* term, or TERM_NONE */
	uint16_t rate;		/* knowledge_rate; the most it holds */
	uint8_t tables;		/* enum lexeme_table */
	bool known;
};

/* By term; zeroed is empty and ready for use. */
struct lexemes {
	struct lexeme *at;
	size_t capacity;
};

/* The lexeme of a term, looked up when it is new; valid until the next. */
const struct lexeme *lexeme_of(struct lexemes *lexemes,
    struct vocabulary *vocabulary, const struct knowledge *knowledge,
    uint32_t term);

/* Has a term that was looked up to do with a table? */
static inline bool
lexeme_in(const struct lexemes *lexemes, uint32_t term,
    enum lexeme_table table)
{
	return term >= lexemes->capacity || !lexemes->at[term].known ||
	    lexemes->at[term].tables & table;
}

void lexemes_free(struct lexemes *lexemes);

#endif
