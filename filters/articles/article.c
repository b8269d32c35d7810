/*
 * The fields of an article, and the names that other programs have for them.
 */
#include "articles/article.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(article_columns);

static const char *const names[ARTICLE_FIELDS] = {
	[ARTICLE_DOC] = "doc", [ARTICLE_OUTLET] = "outlet",
	[ARTICLE_UPSTREAM] = "upstream", [ARTICLE_DATE] = "date",
	[ARTICLE_URL] = "url", [ARTICLE_TITLE] = "title",
	[ARTICLE_TEXT] = "text"
};

static struct lexicon aliases;

const char *
article_field_name(enum article_field field)
{
	return names[field];
}

void
article_open(void)
{
	static const char *const columns[] = { "name", "column", NULL };

	lexicon_add(&aliases, LEXICON_BYTES(article_columns),
	    "article_columns", columns);
}

enum article_field
article_field_of(struct slice name)
{
	const struct lexicon_row *row;
	struct buffer key = { 0 };
	int field = ARTICLE_FIELDS;

	name = slice_trim(name);
	for (size_t i = 0; i < name.length; i++) {
		char byte = name.at[i];

		if (is_upper(byte))
			byte = (char)(byte | 0x20);
		buffer_add_byte(&key, byte == ' ' || byte == '-' ? '_' : byte);
	}
	row = lexicon_find(&aliases, buffer_slice(&key));
	buffer_free(&key);
	if (row)
		for (field = 0; field < ARTICLE_FIELDS; field++)
			if (slice_is(row->fields[1], names[field]))
				break;
	return (enum article_field)field;
}
