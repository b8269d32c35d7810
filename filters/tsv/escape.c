/*
 * The four escapes of the dialect.
 */
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

void
tsv_escape(struct slice value, struct buffer *out)
{
	size_t done = 0;
	unsigned char odd = 0;

	/* one pass without branches, which the compiler makes wide, for all
	   that needs no escape */
	for (size_t i = 0; i < value.length; i++)
		odd |= (unsigned char)(value.at[i] == '\\') |
		    (unsigned char)((unsigned char)value.at[i] < ' ');
	for (size_t i = 0; odd && i < value.length; i++) {
		char letter = escape_letter(value.at[i]);

		if (letter == '\0')
			continue;
		buffer_add(out, slice_part(value, done, i));
		buffer_add_byte(out, '\\');
		buffer_add_byte(out, letter);
		done = i + 1;
	}
	buffer_add(out, slice_part(value, done, value.length));
}
