/*
 * What a page says of its article outside of the text.
 */
#include "articles/facts.h"

#include "articles/clean.h"
#include "articles/date.h"
#include "articles/json.h"
#include "base/ascii.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(html_meta);

/* Ranks of sources that are not in the table html_meta, whose are 2 to 6. */
enum {
	RANK_JSON = 1,
	RANK_CANONICAL = 2,
	RANK_MICRODATA = 3,
	RANK_TIME = 6,
	RANK_HEADING = 6,
	RANK_TITLE = 7,
	RANK_UNREADABLE = 100	/* added to that of what is no date */
};

enum { NAME, COLUMN, RANK };

static struct lexicon metas;

void
facts_open(void)
{
	static const char *const columns[] = { "name", "column", "rank",
	    NULL };

	lexicon_add(&metas, LEXICON_BYTES(html_meta), "html_meta", columns);
}

static bool
is_absolute(struct slice url)
{
	return slice_begins(url, SLICE("http://")) ||
	    slice_begins(url, SLICE("https://"));
}

static bool
is_date(struct slice s)
{
	struct buffer date = { 0 };
	bool found = date_parse(s, &date);

	buffer_free(&date);
	return found;
}

/* Keep a fact when it is the best of its field so far. */
static void
offer(struct facts *facts, enum article_field field, struct fact fact)
{
	struct fact *best;

	fact.value = slice_trim(fact.value);
	if (field >= ARTICLE_FIELDS || fact.value.length == 0 ||
	    (field == ARTICLE_URL && !is_absolute(fact.value)))
		return;
	if (field == ARTICLE_DATE && !is_date(fact.value))
		fact.rank += RANK_UNREADABLE;
	best = &facts->of[field];
	if (!best->from || fact.rank < best->rank)
		*best = fact;
}

static size_t
line_of(const struct page_node *node)
{
	return node->gumbo->v.element.start_pos.line;
}

/* -------------------------------------------------------------- JSON-LD */

static bool
is_article_type(const json_t *type)
{
	size_t count = json_is_array(type) ? json_array_size(type) : 1;

	for (size_t i = 0; i < count; i++) {
		const json_t *item = json_is_array(type) ?
		    json_array_get(type, i) : type;
		struct slice name = slice_of(json_string_value(item));

		if (slice_ends(name, SLICE("Article")) ||
		    slice_ends(name, SLICE("BlogPosting")))
			return true;
	}
	return false;
}

/* An author that is an organisation and not the publisher: an agency. */
static struct slice
agency_of(const json_t *object, struct slice outlet, struct arena *arena)
{
	const json_t *authors = json_object_get(object, "author");
	size_t count = json_is_array(authors) ? json_array_size(authors) : 1;

	for (size_t i = 0; i < count; i++) {
		const json_t *author = json_is_array(authors) ?
		    json_array_get(authors, i) : authors;
		struct slice type = slice_of(json_string_value(
		    json_object_get(author, "@type")));
		struct slice name = json_words(author, arena);

		if (slice_ends(type, SLICE("Organization")) &&
		    outlet.length > 0 && !slice_equal(name, outlet))
			return name;
	}
	return (struct slice){ "", 0 };
}

static void
offer_json(struct facts *facts, enum article_field field, struct slice value)
{
	offer(facts, field, (struct fact){ value, "JSON-LD", RANK_JSON, 0 });
}

static void
take_article(struct facts *facts, const json_t *object, struct arena *arena)
{
	static const struct {
		const char *key;
		enum article_field field;
	} keys[] = {
		{ "headline", ARTICLE_TITLE },
		{ "name", ARTICLE_TITLE },
		{ "datePublished", ARTICLE_DATE },
		{ "dateCreated", ARTICLE_DATE },
		{ "publisher", ARTICLE_OUTLET },
		{ "sourceOrganization", ARTICLE_UPSTREAM },
		{ "url", ARTICLE_URL },
		{ "articleBody", ARTICLE_TEXT }
	};
	const json_t *page;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		offer_json(facts, keys[i].field, json_words(
		    json_object_get(object, keys[i].key), arena));
	page = json_object_get(object, "mainEntityOfPage");
	offer_json(facts, ARTICLE_URL, json_words(json_is_object(page) ?
	    json_object_get(page, "@id") : page, arena));
	offer_json(facts, ARTICLE_UPSTREAM, agency_of(object,
	    facts->of[ARTICLE_OUTLET].value, arena));
}

/* The first article in a tree of objects, by a worklist. */
static const json_t *
find_article(const json_t *root, struct arena *arena)
{
	struct { const json_t *value; } *list = NULL;
	size_t count = 0, capacity = 0;

	ARENA_GROW(arena, list, count, capacity);
	list[count++].value = root;
	for (size_t next = 0; next < count; next++) {
		const json_t *value = list[next].value;
		const json_t *children = json_is_array(value) ? value :
		    json_object_get(value, "@graph");

		if (json_is_object(value) &&
		    is_article_type(json_object_get(value, "@type")))
			return value;
		for (size_t i = 0; i < json_array_size(children); i++) {
			ARENA_GROW(arena, list, count, capacity);
			list[count++].value = json_array_get(children, i);
		}
	}
	return NULL;
}

/* Pages have line feeds inside their strings: as a blank they do no harm. */
static struct slice
without_controls(struct slice raw, struct arena *arena)
{
	char *at = arena_new(arena, raw.length + 1, 1);

	for (size_t i = 0; i < raw.length; i++)
		at[i] = (unsigned char)raw.at[i] < ' ' ? ' ' : raw.at[i];
	return (struct slice){ at, raw.length };
}

static void
take_json(struct facts *facts, const struct page *page, size_t script)
{
	const struct page_node *text = &page->nodes[script + 1];
	json_error_t error;
	json_t *root;
	const json_t *article;

	if (page->nodes[script].end == script + 1 || !text->is_text)
		return;
	root = json_read(without_controls(slice_of(text->gumbo->v.text.text),
	    page->arena), &error);
	article = root ? find_article(root, page->arena) : NULL;
	if (article)
		take_article(facts, article, page->arena);
	json_decref(root);
}

/* -------------------------------------------------- elements of the page */

static struct slice
lower_of(const char *name, struct arena *arena)
{
	struct slice copy = arena_copy(arena, slice_of(name));
	char *at = (char *)(uintptr_t)copy.at;

	for (size_t i = 0; i < copy.length; i++)
		if (is_upper(at[i]))
			at[i] = (char)(at[i] | 0x20);
	return copy;
}

static void
take_meta(struct facts *facts, const struct page *page,
    const struct page_node *node)
{
	static const char *const attributes[] = { "property", "name",
	    "itemprop" };
	struct slice content = slice_of(page_attribute(node, "content"));

	for (size_t i = 0; i < 3; i++) {
		struct slice name = lower_of(page_attribute(node,
		    attributes[i]), page->arena);
		const struct lexicon_row *row = lexicon_find(&metas, name);
		size_t rank;

		if (row && slice_number(row->fields[RANK], &rank))
			offer(facts, article_field_of(row->fields[COLUMN]),
			    (struct fact){ content, name.at, rank,
			    line_of(node) });
	}
}

static void
take_link(struct facts *facts, const struct page_node *node)
{
	if (slice_is(slice_of(page_attribute(node, "rel")), "canonical"))
		offer(facts, ARTICLE_URL, (struct fact){
		    slice_of(page_attribute(node, "href")), "rel=canonical",
		    RANK_CANONICAL, line_of(node) });
}

static void
take_microdata(struct facts *facts, const struct page *page, size_t i)
{
	const struct page_node *node = &page->nodes[i];
	struct slice name = slice_of(page_attribute(node, "itemprop"));
	const char *value = page_attribute(node, "datetime");

	if (!value)
		value = page_attribute(node, "content");
	if (slice_is(name, "datePublished"))
		offer(facts, ARTICLE_DATE, (struct fact){ value ?
		    slice_of(value) : page_text(page, i), "itemprop",
		    RANK_MICRODATA, line_of(node) });
	else if (slice_is(name, "headline"))
		offer(facts, ARTICLE_TITLE, (struct fact){
		    page_text(page, i), "itemprop", RANK_MICRODATA,
		    line_of(node) });
}

static void
take_element(struct facts *facts, const struct page *page, size_t i,
    bool inside)
{
	const struct page_node *node = &page->nodes[i];

	if (page_is(node, "meta"))
		take_meta(facts, page, node);
	else if (page_is(node, "link"))
		take_link(facts, node);
	else if (page_is(node, "script") && slice_begins(slice_of(
	    page_attribute(node, "type")), SLICE("application/ld+json")))
		take_json(facts, page, i);
	else if (page_is(node, "title"))
		offer(facts, ARTICLE_TITLE, (struct fact){ page_text(page, i),
		    "<title>", RANK_TITLE, line_of(node) });
	else if (inside && page_is(node, "time"))
		offer(facts, ARTICLE_DATE, (struct fact){
		    slice_of(page_attribute(node, "datetime")), "<time>",
		    RANK_TIME, line_of(node) });
	else if (inside && page_is(node, "h1"))
		offer(facts, ARTICLE_TITLE, (struct fact){ page_text(page, i),
		    "<h1>", RANK_HEADING, line_of(node) });
	else if (page_attribute(node, "itemprop") && !node->dropped)
		take_microdata(facts, page, i);
}

/* "Headline | The Outlet", from <title>, loses an outlet that is known. */
static void
cut_outlet(struct facts *facts)
{
	struct slice *title = &facts->of[ARTICLE_TITLE].value;
	struct slice outlet = facts->of[ARTICLE_OUTLET].value, head;

	if (outlet.length == 0 || !slice_ends(*title, outlet))
		return;
	head = slice_trim(slice_part(*title, 0,
	    title->length - outlet.length));
	for (size_t dash = 1; dash <= 3 && dash < head.length; dash++) {
		struct slice mark = slice_part(head, head.length - dash,
		    head.length);

		if (slice_is(mark, "|") || slice_is(mark, "-") ||
		    slice_is(mark, "–") || slice_is(mark, "—")) {
			*title = slice_trim(slice_part(head, 0,
			    head.length - dash));
			return;
		}
	}
}

void
facts_find(struct facts *facts, const struct page *page, size_t root)
{
	*facts = (struct facts){ 0 };
	for (size_t i = 0; i < page->count; i++)
		if (page->nodes[i].gumbo->type == GUMBO_NODE_ELEMENT)
			take_element(facts, page, i, i >= root &&
			    i < page->nodes[root].end &&
			    !page->nodes[i].dropped);
	cut_outlet(facts);
}
