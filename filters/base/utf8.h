/*
 * UTF-8: checking, decoding, repairing (RFC 3629, Unicode 15 chapter 3.9,
 * table 3-7).
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/slice.h"

#define UTF8_REPLACEMENT "\xEF\xBF\xBD"	/* U+FFFD */

/* How many bytes of s, from its start, are well-formed UTF-8. */
size_t utf8_valid(struct slice s);

/*
 * How many bytes of s, from its start, utf8_repair would leave as they are:
 * well-formed, and no control character but tab and line feed.
 */
size_t utf8_clean(struct slice s);

/* utf8_next and utf8_previous, where the byte at hand is not ASCII. */
uint32_t utf8_next_wide(struct slice s, size_t *at);
uint32_t utf8_previous_wide(struct slice s, size_t *at);

/*
 * The code point at byte *at of well-formed s; *at moves behind it.  *at must
 * be less than s.length.
 */
static inline uint32_t
utf8_next(struct slice s, size_t *at)
{
	unsigned char byte = (unsigned char)s.at[*at];

	if (byte >= 0x80)
		return utf8_next_wide(s, at);
	++*at;
	return byte;
}

/* The code point that ends before byte *at (> 0); *at moves to its start. */
static inline uint32_t
utf8_previous(struct slice s, size_t *at)
{
	unsigned char byte = (unsigned char)s.at[*at - 1];

	if (byte >= 0x80)
		return utf8_previous_wide(s, at);
	--*at;
	return byte;
}

/* Write code, up to U+10FFFF, as UTF-8 to bytes (room for 4); its length. */
size_t utf8_encode(uint32_t code, char *bytes);

/*
 * Columns that s takes on a terminal: wide and full-width characters two,
 * combining marks none.
 */
size_t utf8_columns(struct slice s);

/*
 * Append s to out with each maximal ill-formed subpart (and each control
 * character but tab and line feed) replaced by U+FFFD; returns how many were.
 */
size_t utf8_repair(struct slice s, struct buffer *out);

/* Letters, digits and spaces, by Unicode category. */
enum utf8_class {
	UTF8_OTHER,		/* punctuation, symbols, marks */
	UTF8_LOWER,		/* letter in lower case or without case */
	UTF8_UPPER,		/* upper- or title-case letter */
	UTF8_DIGIT,		/* decimal digit */
	UTF8_SPACE		/* white space, no-break space included */
};
enum utf8_class utf8_class(uint32_t code);
uint32_t utf8_lower(uint32_t code);

/* Append s in lower case (simple mapping, one code point to one) to out. */
void utf8_add_lower(struct slice s, struct buffer *out);

#endif
