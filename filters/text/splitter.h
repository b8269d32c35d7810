/*
 * The state of a text that is being split, and what its parts ask of it: the
 * characters around a byte, the word in front of it, what follows.  For the
 * files of the splitter only (sentence.c has the idea).
 */
#ifndef TEXT_SPLITTER_H
#define TEXT_SPLITTER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/ascii.h"
#include "text/layout.h"
#include "text/sentence.h"

/* Marks outside ASCII, by their three bytes. */
#define ELLIPSIS	"\xE2\x80\xA6"
#define DOUBLE_OPEN	"\xE2\x80\x9C"
#define DOUBLE_CLOSE	"\xE2\x80\x9D"
#define SINGLE_OPEN	"\xE2\x80\x98"
#define SINGLE_CLOSE	"\xE2\x80\x99"
#define EN_DASH		"\xE2\x80\x93"
#define EM_DASH		"\xE2\x80\x94"
#define IDEOGRAPHIC_STOP "\xE3\x80\x82"
#define WIDE_EXCLAMATION "\xEF\xBC\x81"
#define WIDE_QUESTION	"\xEF\xBC\x9F"

#define COUNT(array) (sizeof (array) / sizeof *(array))

/* A number or letter that begins the item of a list. */
struct marker {
	size_t number;		/* of a letter: 1 is a */
	char form;		/* '.', ')', or '2' for ".)"; 0 is none */
	bool letter;
	size_t length;		/* bytes */
};

struct splitter {
	struct slice text;
	struct sentences *out;
	size_t paragraph;
	size_t start;		/* of the sentence that is being read */
	size_t at, end;		/* of what is left of the paragraph */
	struct marker list;	/* the item in front, when it is a list */
	const char *bullet;	/* the paragraph's, or NULL */
	size_t next_shut[2];	/* the next ) and ], when not passed yet */
};

/* What stands behind a mark. */
enum follow_class {
	FOLLOW_END, FOLLOW_LOWER, FOLLOW_UPPER, FOLLOW_DIGIT, FOLLOW_MARK
};

struct follow {
	enum follow_class class;
	size_t at;		/* the first letter, digit or other mark */
	bool quoted, bracketed;	/* what stands before that */
};

/* The byte at, or 0 outside of the paragraph. */
static inline int
byte_at(const struct splitter *s, size_t at)
{
	return at < s->end ? (unsigned char)s->text.at[at] : 0;
}

/* Do the bytes at `at` begin with a mark? */
static inline bool
mark_at(const struct splitter *s, size_t at, const char *mark)
{
	size_t length = strlen(mark);

	return s->end - at >= length && at < s->end &&
	    memcmp(s->text.at + at, mark, length) == 0;
}

/* Does a mark end in front of `at`? */
static inline bool
mark_before(const struct splitter *s, size_t at, const char *mark)
{
	size_t length = strlen(mark);

	return at >= s->start + length &&
	    memcmp(s->text.at + at - length, mark, length) == 0;
}

static inline bool
blank_at(const struct splitter *s, size_t at)
{
	return at >= s->end || blank_length(s->text, at) > 0;
}

static inline bool
blank_before(const struct splitter *s, size_t at)
{
	return at <= s->start || blank_at(s, at - 1) ||
	    mark_before(s, at, "\xC2\xA0");
}

/* What follows from `at` on, blanks and opening marks left out. */
struct follow splitter_follow(const struct splitter *s, size_t at);

/* The class of the character at `at`, which is before the paragraph's end. */
enum follow_class splitter_class_at(const struct splitter *s, size_t at);

/* Bytes of a closing mark at `at`, or 0. */
size_t splitter_closer(const struct splitter *s, size_t at);

/* The letters from `at` on. */
struct slice splitter_word_at(const struct splitter *s, size_t at);

/* Where the word that ends before `at` begins; no further back than
   SPLITTER_WORD_MAX bytes or the start of the sentence. */
enum { SPLITTER_WORD_MAX = 24 };
size_t splitter_word_start(const struct splitter *s, size_t at);

/* Write a record from the start of the sentence to `end`. */
void splitter_emit(struct splitter *s, size_t end, enum sentence_kind kind,
    const char *end_rule, const char *kind_rule);

/* Begin the next sentence behind `at`: step over the marker of a list item, so
   that its full stop ends nothing. */
void splitter_begin(struct splitter *s, size_t at);

/* Both, for a sentence of the body. */
void splitter_end(struct splitter *s, size_t end, const char *rule);

#endif
