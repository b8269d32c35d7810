/*
 * Bytes from outside made fit for a table.
 *
 * What is dropped: soft hyphens, zero-width spaces and joiners of words, the
 * bidirectional embeddings, overrides and isolates ("Trojan Source", CVE
 * 2021-42574), interlinear marks and tag characters: they split a name for
 * every program and for no reader, or show a reader another text than the
 * programs read.  What stays: ZWJ, ZWNJ, LRM and RLM, which Persian, Hebrew and
 * emoji need.
 */
#include "articles/clean.h"

#include "base/buffer.h"
#include "base/utf8.h"

enum treatment { KEEP, TO_BLANK, TO_LINE_FEED, DROP };

static const struct range {
	uint32_t first, last;
	enum treatment treatment;
} ranges[] = {
	{ 0x00, 0x08, TO_BLANK },
	{ 0x0B, 0x0C, TO_BLANK },
	{ 0x0D, 0x0D, TO_LINE_FEED },
	{ 0x0E, 0x1F, TO_BLANK },
	{ 0x7F, 0x84, TO_BLANK },
	{ 0x85, 0x85, TO_LINE_FEED },
	{ 0x86, 0x9F, TO_BLANK },
	{ 0xAD, 0xAD, DROP },
	{ 0x200B, 0x200B, DROP },
	{ 0x2028, 0x2029, TO_LINE_FEED },
	{ 0x202A, 0x202E, DROP },
	{ 0x2060, 0x206F, DROP },
	{ 0xFEFF, 0xFEFF, DROP },
	{ 0xFFF9, 0xFFFB, DROP },
	{ 0xE0000, 0xE007F, DROP }
};

static enum treatment
treatment_of(uint32_t code)
{
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (code <= ranges[i].last)
			return code < ranges[i].first ? KEEP :
			    ranges[i].treatment;
	return KEEP;
}

/*
 * Can a character that begins with this byte need anything?  Below, most text
 * passes by this test alone.
 */
static bool
is_ordinary(unsigned char byte)
{
	return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t' ||
	    (byte >= 0x80 && byte < 0xC2) || (byte > 0xC2 && byte < 0xE2) ||
	    (byte > 0xE2 && byte < 0xEF);
}

static bool
is_clean(struct slice s)
{
	for (size_t i = 0; i < s.length; ) {
		if (is_ordinary((unsigned char)s.at[i]))
			i++;
		else if (treatment_of(utf8_next(s, &i)) != KEEP)
			return false;
	}
	return true;
}

/* Well-formed s to out, each character treated. */
static void
treat(struct slice s, struct buffer *out, struct repairs *repairs)
{
	for (size_t i = 0; i < s.length; ) {
		size_t start = i;
		uint32_t code = utf8_next(s, &i);

		switch (treatment_of(code)) {
		case KEEP:
			buffer_add(out, slice_part(s, start, i));
			break;
		case TO_BLANK:
			buffer_add_byte(out, ' ');
			repairs->controls++;
			break;
		case TO_LINE_FEED:
			if (code == '\r' && i < s.length && s.at[i] == '\n')
				i++;
			buffer_add_byte(out, '\n');
			break;
		case DROP:
			repairs->invisible++;
			break;
		}
	}
}

/* As treat, for any bytes. */
static void
treat_bytes(struct slice s, struct buffer *out, struct repairs *repairs)
{
	struct buffer repaired = { 0 };

	while (s.length > 0) {
		size_t end = utf8_valid(s);

		treat(slice_part(s, 0, end), out, repairs);
		s = slice_part(s, end, s.length);
		for (end = 0; end < s.length && s.at[end] & 0x80; )
			end++;
		buffer_clear(&repaired);
		repairs->ill_formed += utf8_repair(slice_part(s, 0, end),
		    &repaired);
		treat(buffer_slice(&repaired), out, repairs);
		s = slice_part(s, end, s.length);
	}
	buffer_free(&repaired);
}

struct slice
clean_text(struct slice raw, struct arena *arena, struct repairs *repairs)
{
	struct buffer out = { 0 };
	struct slice result;

	if (utf8_valid(raw) == raw.length && is_clean(raw))
		return raw;
	treat_bytes(raw, &out, repairs);
	result = arena_copy(arena, buffer_slice(&out));
	buffer_free(&out);
	return result;
}

struct slice
clean_line(struct slice raw, struct arena *arena, struct repairs *repairs)
{
	struct slice s = clean_text(raw, arena, repairs);
	char *line = arena_new(arena, s.length + 1, 1);
	size_t length = 0;

	for (size_t i = 0; i < s.length; ) {
		size_t start = i;

		if (utf8_class(utf8_next(s, &i)) != UTF8_SPACE) {
			memcpy(line + length, s.at + start, i - start);
			length += i - start;
		} else if (length > 0 && line[length - 1] != ' ') {
			line[length++] = ' ';
		}
	}
	if (length > 0 && line[length - 1] == ' ')
		length--;
	return (struct slice){ line, length };
}

struct slice
clean_skip_mark(struct slice s)
{
	return slice_begins(s, SLICE("\xEF\xBB\xBF")) ?
	    slice_part(s, 3, s.length) : s;
}
