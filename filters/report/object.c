/*
 * Writing JSON.
 *
 * Characters that steer a display are written as escapes, so that the value is
 * what the article has and no terminal acts on it.
 */
#include "report/object.h"

#include "base/utf8.h"
#include "report/wrap.h"

/* A comma, unless the value is the first of its object or list. */
static void
begin_value(struct buffer *out, const char *name)
{
	char last = out->length > 0 ? out->at[out->length - 1] : '{';

	if (last != '{' && last != '[' && last != '\n')
		buffer_add_byte(out, ',');
	if (name != NULL) {
		buffer_add_byte(out, '"');
		buffer_add(out, slice_of(name));
		buffer_add(out, SLICE("\":"));
	}
}

static void
add_escape(struct buffer *out, uint32_t code)
{
	if (code >= 0x10000) {
		buffer_printf(out, "\\u%04X",
		    (unsigned)(0xD800 + ((code - 0x10000) >> 10)));
		code = 0xDC00 + ((code - 0x10000) & 0x3FF);
	}
	buffer_printf(out, "\\u%04X", (unsigned)code);
}

static void
add_string(struct buffer *out, struct slice text)
{
	size_t at = 0, plain = 0;

	buffer_add_byte(out, '"');
	while (at < text.length) {
		unsigned char byte = (unsigned char)text.at[at];
		size_t from = at;
		uint32_t code = byte;

		if (byte >= 0x80)
			code = utf8_next(text, &at);
		else
			at++;
		if (code != '"' && code != '\\' && !clean_steers(code))
			continue;
		buffer_add(out, slice_part(text, plain, from));
		plain = at;
		if (code == '"' || code == '\\') {
			buffer_add_byte(out, '\\');
			buffer_add_byte(out, (char)code);
		} else {
			add_escape(out, code);
		}
	}
	buffer_add(out, slice_part(text, plain, text.length));
	buffer_add_byte(out, '"');
}

void
object_begin(struct buffer *out, const char *name, char bracket)
{
	begin_value(out, name);
	buffer_add_byte(out, bracket);
}

void
object_end(struct buffer *out, char bracket)
{
	buffer_add_byte(out, bracket);
}

void
object_text(struct buffer *out, const char *name, struct slice value)
{
	if (value.length == 0)
		return;
	begin_value(out, name);
	add_string(out, value);
}

void
object_number(struct buffer *out, const char *name, struct slice value)
{
	if (value.length == 0)
		return;
	begin_value(out, name);
	buffer_add(out, value);
}

void
object_size(struct buffer *out, const char *name, size_t value)
{
	begin_value(out, name);
	buffer_add_number(out, value);
}
