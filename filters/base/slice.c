/*
 * Slices: comparing, trimming, cutting.
 */
#include "base/slice.h"

#include "base/ascii.h"

int
slice_compare(struct slice a, struct slice b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter ? memcmp(a.at, b.at, shorter) : 0;

	if (order != 0)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

bool
slice_begins_caseless(struct slice s, const char *head)
{
	for (size_t i = 0; head[i] != '\0'; i++) {
		char byte = i < s.length ? s.at[i] : '\0';

		if ((is_upper(byte) ? byte | 0x20 : byte) != head[i])
			return false;
	}
	return true;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n';
}

struct slice
slice_trim(struct slice s)
{
	while (s.length > 0 && is_blank(s.at[0])) {
		s.at++;
		s.length--;
	}
	while (s.length > 0 && is_blank(s.at[s.length - 1]))
		s.length--;
	return s;
}

struct slice
slice_cut(struct slice *rest, char separator)
{
	struct slice part = *rest;
	const char *found = rest->length == 0 ? NULL :
	    memchr(rest->at, separator, rest->length);

	if (found == NULL) {
		*rest = (struct slice){ NULL, 0 };
		return part;
	}
	part.length = (size_t)(found - part.at);
	rest->at = found + 1;
	rest->length -= part.length + 1;
	return part;
}

struct slice
slice_last_word(struct slice s)
{
	size_t at = s.length;

	while (at > 0 && s.at[at - 1] != ' ')
		at--;
	return slice_part(s, at, s.length);
}

bool
slice_number(struct slice s, size_t *number)
{
	size_t value = 0;

	for (size_t i = 0; i < s.length; i++) {
		unsigned digit = (unsigned char)s.at[i] - (unsigned)'0';

		if (digit > 9 || value > (SIZE_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*number = value;
	return s.length > 0;
}
