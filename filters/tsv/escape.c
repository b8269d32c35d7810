/*
 * The four escapes of the dialect.
 */
#include <stdint.h>

#include "tsv/tsv.h"

struct slice
tsv_unescape(struct slice raw, struct arena *arena)
{
	const char *escape = raw.length == 0 ? NULL :
	    memchr(raw.at, '\\', raw.length);
	size_t length = 0;
	char *value;

	if (escape == NULL)
		return raw;
	value = arena_new(arena, raw.length + 1, 1);
	for (const char *at = raw.at, *end = raw.at + raw.length; ; ) {
		size_t run = (size_t)((escape ? escape : end) - at);

		memcpy(value + length, at, run);
		length += run;
		if (escape == NULL || escape + 1 == end)
			break;
		value[length++] = escape[1] == 't' ? '\t' :
		    escape[1] == 'n' ? '\n' :
		    escape[1] == 'r' ? '\r' : escape[1];
		at = escape + 2;
		escape = memchr(at, '\\', (size_t)(end - at));
	}
	value[length] = '\0';
	return (struct slice){ value, length };
}

static char
escape_letter(char byte)
{
	switch (byte) {
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\\':
		return '\\';
	default:
		return '\0';
	}
}

/*
 * How many of the first bytes need no escape, at least, in steps of 8: a byte
 * under 32 borrows when 32 is taken away, a backslash is zero when crossed out.
 */
static size_t
plain_run(const char *at, size_t length)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t tops = ones << 7;
	size_t i = 0;

	for (; i + sizeof ones <= length; i += sizeof ones) {
		uint64_t word, crossed;

		memcpy(&word, at + i, sizeof word);
		crossed = word ^ ones * '\\';
		if ((((word - ones * ' ') & ~word) |
		    ((crossed - ones) & ~crossed)) & tops)
			break;
	}
	return i;
}

void
tsv_escape(struct slice value, struct buffer *out)
{
	size_t done = 0, i = 0;

	while (i < value.length) {
		char letter;

		i += plain_run(value.at + i, value.length - i);
		for (size_t k = 0; i < value.length && k < sizeof(uint64_t);
		    k++, i++) {
			letter = escape_letter(value.at[i]);
			if (letter == '\0')
				continue;
			buffer_add(out, slice_part(value, done, i));
			buffer_add_byte(out, '\\');
			buffer_add_byte(out, letter);
			done = i + 1;
		}
	}
	buffer_add(out, slice_part(value, done, value.length));
}
