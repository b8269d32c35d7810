/*
 * Numbers as news writes them, in digits and in words: "1,200", "2.3 million",
 * "twenty-six", "a dozen", "hundreds of thousands", "two and a half",
 * "two-thirds", "the third".
 */
#ifndef ENTITIES_NUMBER_H
#define ENTITIES_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "text/token.h"

enum number_kind {
	NUMBER_NONE,
	NUMBER_CARDINAL,	/* 33, "a million" */
	NUMBER_ORDINAL,		/* "third", "21st" */
	NUMBER_VAGUE,		/* "hundreds": low and high say between what */
	NUMBER_FRACTION		/* "two-thirds", "half" */
};

struct number {
	enum number_kind kind;
	double low, high;	/* the same unless vague */
	size_t tokens;		/* how many it takes; 0 for none */
	bool digits;		/* written in digits, at least in part */
	bool scaled;		/* with "million", "hundred", "crore" … */
};

/* Read the built-in table; before sandbox_enter. */
void number_open(void);

/*
 * The number that begins at token i of a sentence, the longest reading.  An
 * article belongs to it where it stands for one ("a dozen", "a million").
 * Amortised constant time for a token.
 */
struct number number_at(const struct token *tokens, size_t count, size_t i);

/* Append a number without exponent and without needless zeros. */
void number_add(struct buffer *out, double number);

#endif
