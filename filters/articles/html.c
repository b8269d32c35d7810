/*
 * Pages: an article and what its page says of it, out of HTML.
 */
#include "articles/html.h"

#include "articles/blocks.h"
#include "articles/charset.h"
#include "articles/facts.h"
#include "articles/page.h"
#include "articles/readers.h"
#include "base/utf8.h"

enum {
	THIN = 400,		/* bytes of text; below, articleBody may win */
	DECLARED_WITHIN = 4096	/* bytes of the page; the standard has 1024 */
};

void
html_open(void)
{
	page_open();
	blocks_open();
	facts_open();
}

/* A string of JSON-LD may carry references such as &#8217; and tags. */
static struct slice
without_markup(struct slice s, struct arena *arena)
{
	struct buffer piece = { 0 };
	struct slice text = s;

	if (s.length == 0 || (!memchr(s.at, '&', s.length) &&
	    !memchr(s.at, '<', s.length)))
		return s;
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] == '\n')
			buffer_add(&piece, SLICE("<br>"));
		else
			buffer_add_byte(&piece, s.at[i]);
	if (!html_text(buffer_slice(&piece), &text, arena))
		text = s;
	buffer_free(&piece);
	return text;
}

static const char *
explain(const struct facts *facts, const struct page *page, size_t root,
    bool body, struct arena *arena)
{
	struct buffer why = { 0 };
	const char *result;

	for (int field = 0; field < ARTICLE_TEXT; field++)
		if (facts->of[field].from)
			buffer_printf(&why, "%s from %s; ", article_field_name(
			    (enum article_field)field),
			    facts->of[field].from);
	if (body)
		buffer_add(&why, SLICE("text from JSON-LD"));
	else if (root == 0)
		buffer_add(&why, SLICE("text from the whole page"));
	else
		buffer_printf(&why, "text from <%s> in line %u",
		    gumbo_normalized_tagname(
		    page->nodes[root].gumbo->v.element.tag),
		    page->nodes[root].gumbo->v.element.start_pos.line);
	result = arena_copy(arena, buffer_slice(&why)).at;
	buffer_free(&why);
	return result;
}

bool
html_article(struct slice source, struct article *article,
    struct arena *arena)
{
	struct page page;
	struct blocks blocks = { 0 };
	struct facts facts;
	struct slice text, body;
	size_t root;

	if (!page_parse(&page, source, arena))
		return false;
	blocks_find(&blocks, &page);
	root = blocks_choose(&blocks, &page);
	text = blocks_text(&blocks, &page, root, false);
	facts_find(&facts, &page, root);
	for (int field = 0; field < ARTICLE_TEXT; field++)
		article->fields[field] = without_markup(
		    facts.of[field].value, arena);
	body = without_markup(facts.of[ARTICLE_TEXT].value, arena);
	if (text.length < THIN && body.length > 2 * text.length)
		text = body;
	article->fields[ARTICLE_TEXT] = text;
	article->date_line = facts.of[ARTICLE_DATE].line;
	article->why = explain(&facts, &page, root, text.at == body.at,
	    arena);
	return true;
}

bool
html_text(struct slice piece, struct slice *text, struct arena *arena)
{
	struct page page;
	struct blocks blocks = { 0 };

	if (!page_parse(&page, piece, arena))
		return false;
	blocks_find(&blocks, &page);
	*text = blocks_text(&blocks, &page, 0, true);
	return true;
}

/* ------------------------------------------------------------- charsets */

/* The label behind `charset=` in the first bytes of a page; empty: none. */
static struct slice
declared_label(struct slice page)
{
	static const char word[] = "charset";
	size_t end = page.length < DECLARED_WITHIN ? page.length :
	    DECLARED_WITHIN;

	for (size_t i = 0; i + sizeof word < end; i++) {
		size_t at = i, start;

		while (at < i + sizeof word - 1 &&
		    (page.at[at] | 0x20) == word[at - i])
			at++;
		if (at < i + sizeof word - 1)
			continue;
		while (at < end && strchr(" =\"'", page.at[at]) &&
		    page.at[at])
			at++;
		for (start = at; at < end && page.at[at] &&
		    !strchr(" \"'/>;", page.at[at]); )
			at++;
		return slice_part(page, start, at);
	}
	return (struct slice){ "", 0 };
}

/*
 * A byte order mark, then what was asked for, then what the page declares;
 * a page that declares nothing and is no UTF-8 is windows-1252, as browsers
 * have it.
 */
static const struct charset *
charset_of(struct input *in, struct slice page)
{
	const struct charset *charset = charset_of_mark(page);
	struct slice label = declared_label(page);

	if (!charset)
		charset = in->charset;
	if (charset)
		return charset;
	charset = charset_find(label);
	if (!charset && label.length > 0)
		message_at(in->name, 0, "the charset '%.*s' is not known: "
		    "name one with --charset", (int)label.length, label.at);
	if (charset && strncmp(charset_name(charset), "UTF-16", 6) == 0)
		charset = NULL;		/* it was read as ASCII just now */
	if (charset || utf8_valid(page) == page.length)
		return charset;
	message_at(in->name, 0, "no charset is declared and it is not UTF-8: "
	    "read as windows-1252");
	return charset_find(SLICE("windows-1252"));
}

void
read_html(struct input *in, struct output *out)
{
	struct article article = { 0 };
	const struct charset *charset;
	struct slice bytes;

	if (!input_all(in, &bytes))
		return;
	charset = charset_of(in, bytes);
	if (charset)
		bytes = charset_decode(charset, bytes, &in->arena,
		    &in->repairs);
	bytes = clean_text(bytes, &in->arena, &in->repairs);
	if (html_article(bytes, &article, &in->arena))
		output_article(out, in, &article);
	else
		input_refuse(in, 0, "the page is too tangled to be read");
}
