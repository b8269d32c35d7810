/*
 * Charsets of inputs, through iconv(3).
 *
 * The labels of pages are those of the WHATWG Encoding Standard, where latin1
 * means windows-1252, for that is what pages mean.  iconv's own way to pass
 * over what it cannot convert drops quotation marks without a word; here every
 * such byte becomes U+FFFD and is counted.
 */
#include "articles/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/message.h"
#include "base/utf8.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(charsets);

enum { CHARSET_MAX = 64, NAME_MAX_LENGTH = 32 };

struct charset {
	char name[NAME_MAX_LENGTH];
	iconv_t converter;	/* none for UTF-8 */
	bool is_utf8;
	size_t unit;		/* bytes to pass over when they are wrong */
};

static struct lexicon labels;
static struct charset charsets[CHARSET_MAX];
static size_t charset_count;

static const struct charset *
find_name(struct slice name)
{
	for (size_t i = 0; i < charset_count; i++)
		if (slice_is(name, charsets[i].name))
			return &charsets[i];
	return NULL;
}

static void
open_charset(struct slice name)
{
	struct charset *charset = &charsets[charset_count];

	if (find_name(name))
		return;
	if (charset_count == CHARSET_MAX || name.length >= NAME_MAX_LENGTH)
		message_fail(STATUS_SYSTEM, "the charsets table is too large");
	memcpy(charset->name, name.at, name.length);
	charset->is_utf8 = slice_is(name, "UTF-8");
	charset->unit = slice_begins(name, SLICE("UTF-16")) ? 2 : 1;
	if (!charset->is_utf8) {
		charset->converter = iconv_open("UTF-8", charset->name);
		if (charset->converter == (iconv_t)-1)
			return;		/* this system does not have it */
	}
	charset_count++;
}

void
charset_open(void)
{
	static const char *const columns[] = { "label", "charset", NULL };

	lexicon_add(&labels, LEXICON_BYTES(charsets), "charsets", columns);
	for (size_t i = 0; i < labels.count; i++)
		open_charset(lexicon_row(&labels, i)->fields[1]);
}

const struct charset *
charset_find(struct slice label)
{
	const struct lexicon_row *row;
	struct buffer lower = { 0 };

	utf8_add_lower(slice_trim(label), &lower);
	row = lexicon_find(&labels, buffer_slice(&lower));
	buffer_free(&lower);
	return row ? find_name(row->fields[1]) : NULL;
}

const struct charset *
charset_of_mark(struct slice s)
{
	if (slice_begins(s, SLICE("\xEF\xBB\xBF")))
		return find_name(SLICE("UTF-8"));
	if (slice_begins(s, SLICE("\xFF\xFE")))
		return find_name(SLICE("UTF-16LE"));
	if (slice_begins(s, SLICE("\xFE\xFF")))
		return find_name(SLICE("UTF-16BE"));
	return NULL;
}

const char *
charset_name(const struct charset *charset)
{
	return charset->name;
}

/* One step of iconv; false when it stands before a byte it cannot convert. */
static bool
convert(iconv_t converter, char **from, size_t *left, struct buffer *out)
{
	size_t room = 3 * *left + 16, before = room;
	char *to = buffer_reserve(out, room);
	size_t result = iconv(converter, from, left, &to, &room);

	out->length += before - room;
	return result != (size_t)-1 || errno == E2BIG;
}

struct slice
charset_decode(const struct charset *charset, struct slice raw,
    struct arena *arena, struct repairs *repairs)
{
	struct buffer out = { 0 };
	struct slice result;
	char *from = (char *)(uintptr_t)raw.at;
	size_t left = raw.length;

	if (charset->is_utf8)
		return clean_skip_mark(raw);
	iconv(charset->converter, NULL, NULL, NULL, NULL);
	while (left > 0) {
		size_t unit;

		if (convert(charset->converter, &from, &left, &out) ||
		    left == 0)
			continue;
		/* fewer may be left than before it */
		unit = charset->unit < left ? charset->unit : left;
		buffer_add(&out, SLICE(UTF8_REPLACEMENT));
		repairs->ill_formed++;
		from += unit;
		left -= unit;
	}
	result = arena_copy(arena, clean_skip_mark(buffer_slice(&out)));
	buffer_free(&out);
	return result;
}
