/*
 * Wrapping and cleaning.
 *
 * What a terminal or a browser would act on instead of showing it becomes
 * U+FFFD here, once for every format: an article must not be able to colour
 * the screen or to turn "5 dead" around.
 */
#include "report/wrap.h"

#include "base/utf8.h"

bool
clean_steers(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code <= 0x9F) ||
	    code == 0x061C || code == 0x180E ||
	    code == 0x200B || code == 0x200E || code == 0x200F ||
	    (code >= 0x2028 && code <= 0x202E) ||
	    (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
	    (code >= 0xFFF9 && code <= 0xFFFB) ||
	    code == 0xFFFE || code == 0xFFFF ||
	    (code >= 0xE0000 && code <= 0xE007F);
}

void
clean_add(struct buffer *out, struct slice s)
{
	size_t at = 0, from;

	while (at < s.length) {
		unsigned char byte = (unsigned char)s.at[at];
		uint32_t code;

		from = at;
		if (byte >= 0x20 && byte < 0x7F) {
			buffer_add_byte(out, s.at[at++]);
			continue;
		}
		code = utf8_next(s, &at);
		if (code == '\t' || code == '\n')
			buffer_add_byte(out, ' ');
		else if (clean_steers(code))
			buffer_add(out, SLICE(UTF8_REPLACEMENT));
		else
			buffer_add(out, slice_part(s, from, at));
	}
}

void
wrap_pad(struct buffer *out, size_t from, size_t to)
{
	for (; from < to; from++)
		buffer_add_byte(out, ' ');
}

/* A word that no line can hold, cut wherever a line is full. */
static size_t
add_cut(struct buffer *out, struct slice word, size_t column, size_t indent,
    size_t width)
{
	size_t at = 0;

	while (at < word.length) {
		size_t from = at, columns;

		(void)utf8_next(word, &at);
		columns = utf8_columns(slice_part(word, from, at));
		if (column + columns > width && column > indent) {
			buffer_add_byte(out, '\n');
			wrap_pad(out, 0, indent);
			column = indent;
		}
		buffer_add(out, slice_part(word, from, at));
		column += columns;
	}
	return column;
}

size_t
wrap_add(struct buffer *out, struct slice text, size_t column, size_t indent,
    size_t width)
{
	struct slice rest = text;
	bool first = true;

	while (rest.at) {
		struct slice word = slice_cut(&rest, ' ');
		size_t columns = utf8_columns(word);

		if (word.length == 0)
			continue;
		if (column + !first + columns > width &&
		    (!first || column > indent)) {
			buffer_add_byte(out, '\n');
			wrap_pad(out, 0, indent);
			column = indent;
		} else if (!first) {
			buffer_add_byte(out, ' ');
			column++;
		}
		first = false;
		if (column + columns > width) {
			column = add_cut(out, word, column, indent, width);
		} else {
			buffer_add(out, word);
			column += columns;
		}
	}
	return column;
}
