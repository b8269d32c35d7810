/*
 * Words by their letters, as far as a report needs them: runs of letters and
 * digits, compared without regard to ASCII case.
 */
#ifndef REPORT_LETTERS_H
#define REPORT_LETTERS_H

#include <stdbool.h>

#include "base/slice.h"

/* Does s begin with general punctuation, such as a curly quotation mark? */
static inline bool
letters_mark(struct slice s)
{
	return s.length >= 3 && (unsigned char)s.at[0] == 0xE2 &&
	    (unsigned char)s.at[1] == 0x80;
}

/* Does s begin with a letter or a digit?  Beyond ASCII all but marks are. */
static inline bool
letters_begin(struct slice s)
{
	unsigned char c = s.length > 0 ? (unsigned char)s.at[0] : 0;

	if (c >= 0x80)
		return !letters_mark(s);
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

/* The end of the run of letters, or of other bytes, that begins at `at`. */
static inline size_t
letters_end(struct slice text, size_t at)
{
	bool letters = letters_begin(slice_part(text, at, text.length));

	while (at < text.length) {
		struct slice rest = slice_part(text, at, text.length);

		if (letters_begin(rest) != letters)
			break;
		at += letters_mark(rest) ? 3 : 1;
	}
	return at;
}

/* Are they the same, capitals or not? */
static inline bool
letters_same(struct slice a, struct slice b)
{
	size_t i;

	if (a.length != b.length)
		return false;
	for (i = 0; i < a.length; i++) {
		unsigned char x = (unsigned char)a.at[i];
		unsigned char y = (unsigned char)b.at[i];

		if (x != y && ((x | 0x20) != (y | 0x20) ||
		    (x | 0x20) < 'a' || (x | 0x20) > 'z'))
			return false;
	}
	return true;
}

/* Where the first word begins; the length when there is none. */
size_t letters_first(struct slice text);

/* Are they the same but for capitals, blanks and marks? */
bool letters_same_words(struct slice a, struct slice b);

#endif
