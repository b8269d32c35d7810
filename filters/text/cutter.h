/*
 * The state of a sentence that is being cut into tokens, and the characters
 * around a byte of it.  For the files of the tokeniser only (token.c has the
 * idea).
 */
#ifndef TEXT_CUTTER_H
#define TEXT_CUTTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/token.h"

enum {
	APOSTROPHE = 0x2019, SINGLE_OPEN = 0x2018, SINGLE_LOW = 0x201a,
	DOUBLE_OPEN = 0x201c, DOUBLE_CLOSE = 0x201d, DOUBLE_LOW = 0x201e,
	ELLIPSIS = 0x2026, GUILLEMET_OPEN = 0xab, GUILLEMET_CLOSE = 0xbb,
	ANGLE_OPEN = 0x2039, ANGLE_CLOSE = 0x203a
};

struct cutter {
	struct slice text;
	size_t base;		/* byte of the document where text begins */
	struct arena *arena;
	struct token *tokens;
	size_t count, capacity;
	size_t plain_until;	/* no address begins before this byte */
	size_t single_from, single_next; /* between them stands no single mark
					    that opens or closes */
	bool single_closes;	/* what stands at single_next */
	bool double_open, single_open;	/* in this sentence */
};

#define COUNT(array) (sizeof (array) / sizeof *(array))

/* The byte at, or 0 behind either end. */
static inline int
byte_at(const struct cutter *c, size_t at)
{
	return at < c->text.length ? (unsigned char)c->text.at[at] : 0;
}

/* Letters and digits of every script, and what joins them invisibly. */
bool cutter_is_letter(uint32_t code);
static inline bool
is_word_code(uint32_t code)
{
	if (code < 0x80)
		return is_letter((int)code) || is_digit((int)code) ||
		    code == '_';
	return cutter_is_letter(code);
}

static inline uint32_t
code_at(const struct cutter *c, size_t at)
{
	return at < c->text.length ? utf8_next(c->text, &at) : 0;
}

static inline uint32_t
code_before(const struct cutter *c, size_t at)
{
	return at > 0 ? utf8_previous(c->text, &at) : 0;
}

static inline bool
is_space_code(uint32_t code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	return utf8_class(code) == UTF8_SPACE;
}

static inline bool
space_at(const struct cutter *c, size_t at)
{
	return at >= c->text.length || is_space_code(code_at(c, at));
}

static inline bool
space_before(const struct cutter *c, size_t at)
{
	return at == 0 || is_space_code(code_before(c, at));
}

static inline bool
is_apostrophe(uint32_t code)
{
	return code == '\'' || code == APOSTROPHE;
}

static inline size_t
code_length(uint32_t code)
{
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/* Is s one of the words, which are in lower case, whatever its own case? */
bool cutter_is_one_of(struct slice s, const char *const *words, size_t count);

/* Add the token from start to end of the sentence. */
void cutter_add(struct cutter *c, size_t start, size_t end,
    enum token_kind kind);

#endif
