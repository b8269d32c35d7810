/*
 * UTF-8.  Classes, case and widths come from utf8proc; ASCII, nearly all of
 * what is read, does not get that far.
 */
#include "base/utf8.h"

#include <stdbool.h>
#include <utf8proc.h>

/* Length of the well-formed sequence at s, 0 for none (Unicode 15, table
   3-7); *bad is how many bytes a replacement character then stands for. */
static size_t
sequence(const unsigned char *s, size_t left, size_t *bad)
{
	unsigned char low = 0x80, high = 0xbf;
	size_t length;

	*bad = 1;
	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	length = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (s[0] == 0xe0)
		low = 0xa0;		/* overlong */
	else if (s[0] == 0xed)
		high = 0x9f;		/* surrogates */
	else if (s[0] == 0xf0)
		low = 0x90;		/* overlong */
	else if (s[0] == 0xf4)
		high = 0x8f;		/* over U+10FFFF */
	for (size_t i = 1; i < length; i++, low = 0x80, high = 0xbf) {
		if (i >= left || s[i] < low || s[i] > high) {
			*bad = i;
			return 0;
		}
	}
	return length;
}

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* How many of the first bytes are ASCII, in steps of 8. */
static size_t
ascii_run(const char *at, size_t length)
{
	size_t i = 0;
	uint64_t word;

	for (; i + sizeof word <= length; i += sizeof word) {
		memcpy(&word, at + i, sizeof word);
		if (word & EACH_BYTE(0x80))
			break;
	}
	return i;
}

/* How many of the first bytes are printable ASCII, in steps of 8 (a byte under
   n is found by the borrow of a subtraction: Warren, Hacker's Delight, 6-1). */
static size_t
printable_run(const char *at, size_t length)
{
	size_t i = 0;
	uint64_t word, odd;

	for (; i + sizeof word <= length; i += sizeof word) {
		memcpy(&word, at + i, sizeof word);
		odd = word | ((word - EACH_BYTE(' ')) & ~word) |
		    (word + EACH_BYTE(1));
		if (odd & EACH_BYTE(0x80))
			break;
	}
	return i;
}

size_t
utf8_valid(struct slice s)
{
	size_t at = 0, bad;

	while (at < s.length) {
		size_t step = ascii_run(s.at + at, s.length - at);

		if (step == 0)
			step = sequence((const unsigned char *)s.at + at,
			    s.length - at, &bad);
		if (step == 0)
			break;
		at += step;
	}
	return at;
}

static bool
is_control(const char *at, size_t length)
{
	unsigned char byte = (unsigned char)at[0];

	if (length == 1)
		return (byte < ' ' && byte != '\t' && byte != '\n') ||
		    byte == 0x7f;
	return length == 2 && byte == 0xc2 && (unsigned char)at[1] < 0xa0;
}

size_t
utf8_clean(struct slice s)
{
	size_t at = 0, bad;

	while (at < s.length) {
		size_t step = printable_run(s.at + at, s.length - at);

		if (step == 0) {
			step = sequence((const unsigned char *)s.at + at,
			    s.length - at, &bad);
			if (step == 0 || is_control(s.at + at, step))
				break;
		}
		at += step;
	}
	return at;
}

uint32_t
utf8_next_wide(struct slice s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.at + *at;

	if (p[0] < 0xe0) {
		*at += 2;
		return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	}
	if (p[0] < 0xf0) {
		*at += 3;
		return (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 |
		    (p[2] & 0x3fu);
	}
	*at += 4;
	return (p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 |
	    (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
}

uint32_t
utf8_previous_wide(struct slice s, size_t *at)
{
	size_t start = *at - 1, end;

	while (start > 0 && ((unsigned char)s.at[start] & 0xc0) == 0x80)
		start--;
	*at = end = start;
	return utf8_next(s, &end);
}

size_t
utf8_encode(uint32_t code, char *bytes)
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)code,
	    (utf8proc_uint8_t *)bytes);
}

size_t
utf8_columns(struct slice s)
{
	size_t columns = 0;

	for (size_t at = 0; at < s.length; ) {
		uint32_t code = utf8_next(s, &at);

		columns += code < 0x7f ? 1 :
		    (size_t)utf8proc_charwidth((utf8proc_int32_t)code);
	}
	return columns;
}

size_t
utf8_repair(struct slice s, struct buffer *out)
{
	size_t at = 0, bad, count = 0;

	for (;;) {
		size_t clean = utf8_clean(slice_part(s, at, s.length));
		size_t step;

		buffer_add(out, slice_part(s, at, at + clean));
		at += clean;
		if (at == s.length)
			return count;
		step = sequence((const unsigned char *)s.at + at,
		    s.length - at, &bad);
		buffer_add(out, SLICE(UTF8_REPLACEMENT));
		at += step ? step : bad;
		count++;
	}
}

static enum utf8_class
class_of_category(utf8proc_category_t category)
{
	switch (category) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return UTF8_UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return UTF8_LOWER;
	case UTF8PROC_CATEGORY_ND:
		return UTF8_DIGIT;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return UTF8_SPACE;
	default:
		return UTF8_OTHER;
	}
}

enum utf8_class
utf8_class(uint32_t code)
{
	if (code >= 0x80)
		return class_of_category(
		    utf8proc_category((utf8proc_int32_t)code));
	if (code - 'a' < 26)
		return UTF8_LOWER;
	if (code - 'A' < 26)
		return UTF8_UPPER;
	if (code - '0' < 10)
		return UTF8_DIGIT;
	return code == ' ' || code - '\t' < 5 ? UTF8_SPACE : UTF8_OTHER;
}

uint32_t
utf8_lower(uint32_t code)
{
	if (code < 0x80)
		return code - 'A' < 26 ? code + ('a' - 'A') : code;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

void
utf8_add_lower(struct slice s, struct buffer *out)
{
	for (size_t at = 0; at < s.length; ) {
		char *room = buffer_reserve(out, 4);

		out->length += utf8_encode(utf8_lower(utf8_next(s, &at)),
		    room);
	}
}
