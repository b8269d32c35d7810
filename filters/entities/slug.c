/*
 * Ids from names: letters are decomposed (Unicode NFKD) and their marks
 * dropped; what has no decomposition but an accepted spelling is in a table.
 */
#include "entities/slug.h"

#include <stdbool.h>
#include <utf8proc.h>

#include "base/utf8.h"

static const struct {
	uint32_t code;
	const char *letters;
} spellings[] = {
	{ 0xDF, "ss" }, { 0xE6, "ae" }, { 0xF0, "d" }, { 0xF8, "o" },
	{ 0xFE, "th" }, { 0x111, "d" }, { 0x127, "h" }, { 0x131, "i" },
	{ 0x142, "l" }, { 0x153, "oe" }, { 0x259, "a" }
};

static bool
is_silent(uint32_t code)
{
	return code == '\'' || code == '.' || code == 0x2019 ||
	    code == 0x2018 || code == 0x2BC || code == 0x2BB;
}

/* One letter, already small, without its marks. */
static void
add_letter(uint32_t code, struct buffer *out)
{
	utf8proc_int32_t parts[8];
	utf8proc_ssize_t count;
	int boundary = 0;

	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (spellings[i].code == code) {
			buffer_add(out, slice_of(spellings[i].letters));
			return;
		}
	count = utf8proc_decompose_char((utf8proc_int32_t)code, parts, 8,
	    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK |
	    UTF8PROC_CASEFOLD, &boundary);
	if (count >= 1 && count <= 8 && parts[0] < 0x80)
		for (utf8proc_ssize_t i = 0; i < count; i++) {
			if (parts[i] > ' ' && parts[i] < 0x80)
				buffer_add_byte(out, (char)parts[i]);
		}
	else
		buffer_printf(out, "u%04x", code);
}

void
slug_add(struct slice text, struct buffer *out)
{
	size_t start = out->length, at = 0;
	bool gap = false;

	while (at < text.length) {
		uint32_t code = utf8_lower(utf8_next(text, &at));
		enum utf8_class class = utf8_class(code);

		if (is_silent(code))
			continue;
		if (class != UTF8_LOWER && class != UTF8_UPPER &&
		    class != UTF8_DIGIT) {
			gap = out->length > start;
			continue;
		}
		if (gap)
			buffer_add_byte(out, '_');
		gap = false;
		if (code < 0x80)
			buffer_add_byte(out, (char)code);
		else
			add_letter(code, out);
	}
	if (out->length == start)
		buffer_add_byte(out, 'x');
}
