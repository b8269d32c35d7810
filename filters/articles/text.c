/*
 * A file of text.
 *
 * Its first paragraph is a header block only when every line of it is
 * `Name: value` with a name from the list; otherwise the whole file is the
 * text, so that an article that begins "Washington: The ..." loses nothing.
 * A block with one known name and a foreign one is pointed out.
 */
#include "articles/readers.h"

#include "base/ascii.h"
#include "base/message.h"

static const struct {
	const char *name;
	enum article_field field;
} headers[] = {
	{ "title", ARTICLE_TITLE },
	{ "date", ARTICLE_DATE },
	{ "outlet", ARTICLE_OUTLET },
	{ "upstream", ARTICLE_UPSTREAM },
	{ "url", ARTICLE_URL }
};

static enum article_field
header_of(struct slice name)
{
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		if (name.length == strlen(headers[i].name) &&
		    slice_begins_caseless(name, headers[i].name))
			return headers[i].field;
	}
	return ARTICLE_FIELDS;
}

/* Take one `Name: value` line into the article; false when it is none. */
static bool
take_header(struct article *article, struct slice line, size_t number)
{
	struct slice name = slice_cut(&line, ':');
	enum article_field field = header_of(name);

	if (!line.at || field == ARTICLE_FIELDS ||
	    article->fields[field].length > 0)
		return false;
	article->fields[field] = slice_trim(line);
	if (field == ARTICLE_DATE)
		article->date_line = number;
	return true;
}

/* Has a line the form of a header, one word and a colon? */
static bool
is_header(struct slice line)
{
	struct slice name = slice_cut(&line, ':');

	for (size_t i = 0; i < name.length; i++)
		if (!is_letter((unsigned char)name.at[i]) && name.at[i] != '-')
			return false;
	return line.at && name.length > 0;
}

/* The text behind a header block; all of it when there is none. */
static struct slice
take_headers(struct input *in, struct article *article, struct slice text)
{
	struct article found = { 0 };
	struct slice rest = text, foreign = { 0 };
	size_t number = 1, foreign_line = 0, known = 0;

	for (; rest.at; number++) {
		struct slice line = slice_cut(&rest, '\n');

		if (slice_trim(line).length == 0)
			break;
		if (take_header(&found, line, number)) {
			known++;
		} else if (is_header(line)) {
			foreign_line = number;
			foreign = slice_cut(&line, ':');
		} else {
			return text;
		}
	}
	if (foreign_line > 0 && known > 0)
		message_at(in->name, foreign_line, "the block is taken as "
		    "text for the name '%.*s'; headers are Title, Date, "
		    "Outlet, Upstream and Url, each once",
		    (int)foreign.length, foreign.at);
	if (known == 0 || foreign_line > 0)
		return text;
	*article = found;
	article->why = "a header block";
	return rest.at ? rest : SLICE("");
}

/* White space at the end is no part of the text. */
static struct slice
trim_end(struct slice s)
{
	while (s.length > 0 && strchr(" \t\n", s.at[s.length - 1]))
		s.length--;
	return s;
}

void
read_text(struct input *in, struct output *out)
{
	struct article article = { 0 };
	const struct charset *mark = charset_of_mark(input_sample(in));
	struct slice bytes, text;

	if (!input_all(in, &bytes))
		return;
	if (mark)
		bytes = charset_decode(mark, bytes, &in->arena, &in->repairs);
	else
		bytes = input_decode(in, bytes);
	if (memchr(bytes.at, '\0', bytes.length)) {
		input_refuse(in, 0, "not an article: a binary file (it has "
		    "NUL bytes)");
		return;
	}
	text = clean_text(bytes, &in->arena, &in->repairs);
	text = take_headers(in, &article, text);
	article.fields[ARTICLE_TEXT] = trim_end(text);
	output_article(out, in, &article);
}
