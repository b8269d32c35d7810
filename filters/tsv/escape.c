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
	for (size_t i = 0; i < raw.length; i++) {
		char byte = raw.at[i];

		if (byte == '\\' && i + 1 < raw.length) {
			byte = raw.at[++i];
			byte = byte == 't' ? '\t' : byte == 'n' ? '\n' :
			    byte == 'r' ? '\r' : byte;
		}
		value[length++] = byte;
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

	for (size_t i = 0; i < value.length; i++) {
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
