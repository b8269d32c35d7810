/*
 * The paragraphs of a page, and which of them are the article.
 *
 * After boilerplate detection by shallow features (Kohlschuetter, Fankhauser,
 * Nejdl, WSDM 2010): length and link density of a block say most; what its
 * elements are called says the rest, but never against the bulk of the text.
 */
#include "articles/blocks.h"

#include "articles/clean.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(html_boilerplate);
LEXICON_BUILTIN(html_boilerplate_lines);

enum {
	PROSE_MIN = 60,		/* bytes; a shorter block is no running text */
	MAIN_SHARE = 50,	/* % of the page's that the main element has */
	INNER_SHARE = 60,	/* % of the chosen one's that an inner has */
	DESCENT_SHARE = 85,	/* % that one child has of its parent's */
	BULK_SHARE = 40		/* % that no class name can drop */
};

static struct lexicon classes, lines;

void
blocks_open(void)
{
	static const char *const class_columns[] = { "class", NULL };
	static const char *const line_columns[] = { "line", NULL };

	lexicon_add(&classes, LEXICON_BYTES(html_boilerplate),
	    "html_boilerplate", class_columns);
	lexicon_add(&lines, LEXICON_BYTES(html_boilerplate_lines),
	    "html_boilerplate_lines", line_columns);
}

static bool
is_share(size_t part, size_t percent, size_t whole)
{
	return part * 100 >= whole * percent && part > 0;
}

/* ------------------------------------------------- what is never text */

static bool
has_value(const struct page_node *node, const char *attribute,
    const char *value)
{
	const char *have = page_attribute(node, attribute);

	return have && slice_is(slice_trim(slice_of(have)), value);
}

/* Does an inline style hide the element? */
static bool
is_styled_away(const struct page_node *node)
{
	const char *style = page_attribute(node, "style");
	struct buffer bare = { 0 };
	bool hidden;

	if (!style)
		return false;
	for (; *style; style++)
		if (*style != ' ')
			buffer_add_byte(&bare, *style);
	buffer_add_byte(&bare, '\0');
	hidden = strstr(bare.at, "display:none") ||
	    strstr(bare.at, "visibility:hidden");
	buffer_free(&bare);
	return hidden;
}

static bool
is_hidden(const struct page_node *node)
{
	static const char *const roles[] = { "navigation", "banner",
	    "complementary", "contentinfo", "search", "dialog",
	    "alertdialog", "menu", "menubar", "toolbar", "form" };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (has_value(node, "role", roles[i]))
			return true;
	return page_attribute(node, "hidden") || is_styled_away(node) ||
	    has_value(node, "aria-hidden", "true") ||
	    has_value(node, "aria-modal", "true");
}

static bool
is_main(const struct page_node *node)
{
	return node->kind & ELEMENT_MAIN || has_value(node, "role", "main") ||
	    has_value(node, "role", "article") ||
	    has_value(node, "itemprop", "articleBody");
}

/* Is a <header> the page's own, outside of all that is main? */
static bool
is_page_header(const struct page *page, size_t node)
{
	if (!page_is(&page->nodes[node], "header"))
		return false;
	for (size_t i = node; i > 0; i = page->nodes[i].parent)
		if (is_main(&page->nodes[i]))
			return false;
	return true;
}

static void
drop_never_text(struct page *page)
{
	for (size_t i = 1; i < page->count; i++) {
		struct page_node *node = &page->nodes[i];

		node->dropped = page->nodes[node->parent].dropped ||
		    node->kind & ELEMENT_DROP ||
		    (node->gumbo->type == GUMBO_NODE_ELEMENT &&
		    (is_hidden(node) || is_page_header(page, i)));
	}
}

/* ------------------------------------------------------------ paragraphs */

/* What a run of text is collected into, up to the next border of a block. */
struct collecting {
	struct blocks *blocks;
	struct page *page;
	struct buffer text;
	size_t links;
	uint32_t node;
	bool only_time;
};

static void
end_block(struct collecting *c)
{
	struct repairs repairs = { 0 };
	struct blocks *blocks = c->blocks;
	struct block block = { .node = c->node, .links = c->links,
	    .is_heading = c->page->nodes[c->node].kind & ELEMENT_HEADING,
	    .is_time = c->only_time };

	block.text = clean_line(buffer_slice(&c->text), c->page->arena,
	    &repairs);
	buffer_clear(&c->text);
	c->links = 0;
	c->only_time = true;
	if (block.text.length == 0)
		return;
	ARENA_GROW(c->page->arena, blocks->at, blocks->count,
	    blocks->capacity);
	blocks->at[blocks->count++] = block;
}

static bool
is_blank(struct slice s)
{
	return slice_trim(s).length == 0;
}

static void
add_text(struct collecting *c, const struct page_node *node, uint32_t link,
    uint32_t time)
{
	struct slice text = slice_of(node->gumbo->v.text.text);

	buffer_add(&c->text, text);
	if (is_blank(text))
		return;
	if (link)
		c->links += text.length;
	if (!time)
		c->only_time = false;
}

void
blocks_find(struct blocks *blocks, struct page *page)
{
	struct collecting c = { .blocks = blocks, .page = page,
	    .only_time = true };
	uint32_t *holders = arena_new(page->arena, page->count,
	    sizeof *holders);
	uint32_t link_end = 0, time_end = 0;

	drop_never_text(page);
	holders[0] = 0;
	for (uint32_t i = 1; i < page->count; i++) {
		const struct page_node *node = &page->nodes[i];

		holders[i] = node->kind & ELEMENT_BLOCK ? i :
		    holders[node->parent];
		if (node->kind & (ELEMENT_BLOCK | ELEMENT_BREAK) ||
		    holders[i] != c.node)
			end_block(&c);
		c.node = holders[i];
		if (page_is(node, "a"))
			link_end = node->end;
		if (page_is(node, "time"))
			time_end = node->end;
		if (node->is_text && !node->dropped)
			add_text(&c, node, i < link_end, i < time_end);
	}
	end_block(&c);
	buffer_free(&c.text);
}

/* -------------------------------------------------------------- choosing */

static size_t
prose_of(const struct block *block)
{
	if (block->is_heading || block->text.length < PROSE_MIN + block->links)
		return 0;
	return block->text.length - block->links;
}

/* Sum the prose of blocks over the nodes that are not dropped. */
static void
weigh(const struct blocks *blocks, struct page *page)
{
	for (size_t i = 0; i < page->count; i++)
		page->nodes[i].prose = 0;
	for (size_t i = 0; i < blocks->count; i++)
		page->nodes[blocks->at[i].node].prose +=
		    prose_of(&blocks->at[i]);
	page_sum_prose(page);
}

/* Is a name of a class or id, or one of its words, a name of boilerplate? */
static bool
is_boilerplate_name(struct slice name)
{
	struct buffer lower = { 0 };
	struct slice rest;
	bool found;

	utf8_add_lower(name, &lower);
	for (size_t i = 0; i < lower.length; i++)
		if (lower.at[i] == '_')
			lower.at[i] = '-';
	rest = buffer_slice(&lower);
	found = lexicon_find(&classes, rest) != NULL;
	while (rest.at && !found)
		found = lexicon_find(&classes, slice_cut(&rest, '-')) != NULL;
	buffer_free(&lower);
	return found;
}

static bool
has_boilerplate_name(const struct page_node *node)
{
	static const char *const attributes[] = { "class", "id" };

	for (size_t i = 0; i < 2; i++) {
		struct slice rest = slice_of(page_attribute(node,
		    attributes[i]));

		while (rest.at)
			if (is_boilerplate_name(slice_cut(&rest, ' ')))
				return true;
	}
	return false;
}

/* Names lie: <body class="has-sidebar">.  The bulk of the text stays. */
static void
drop_by_name(struct page *page)
{
	size_t all = page->nodes[0].prose;

	for (size_t i = 1; i < page->count; i++) {
		struct page_node *node = &page->nodes[i];

		if (page->nodes[node->parent].dropped ||
		    (node->gumbo->type == GUMBO_NODE_ELEMENT &&
		    !is_share(node->prose, BULK_SHARE, all) &&
		    (all > 0 || !is_main(node)) &&
		    has_boilerplate_name(node)))
			node->dropped = true;
	}
}

/* The main element with the most prose, the innermost that has most of it. */
static size_t
choose_main(const struct page *page)
{
	size_t best = 0;

	for (size_t i = 1; i < page->count; i++) {
		const struct page_node *node = &page->nodes[i];
		bool inside = best > 0 && i < page->nodes[best].end;

		if (node->dropped || !is_main(node))
			continue;
		if (inside ? is_share(node->prose, INNER_SHARE,
		    page->nodes[best].prose) :
		    node->prose > page->nodes[best].prose || best == 0)
			best = i;
	}
	return page->nodes[0].prose == 0 || is_share(page->nodes[best].prose,
	    MAIN_SHARE, page->nodes[0].prose) ? best : 0;
}

/* From the whole page down, while one child has nearly all of the prose. */
static size_t
descend(const struct page *page)
{
	size_t root = 0;

	for (size_t i = 1; i < page->nodes[root].end; i++)
		if (page->nodes[i].parent == root &&
		    !page->nodes[i].dropped && page->nodes[i].end > i + 1 &&
		    page->nodes[i].kind & ELEMENT_BLOCK &&
		    !page_is(&page->nodes[i], "p") &&
		    is_share(page->nodes[i].prose, DESCENT_SHARE,
		    page->nodes[root].prose))
			root = i;
	return root;
}

size_t
blocks_choose(struct blocks *blocks, struct page *page)
{
	size_t root;

	weigh(blocks, page);
	drop_by_name(page);
	weigh(blocks, page);
	root = choose_main(page);
	return root > 0 ? root : descend(page);
}

/* -------------------------------------------------------------- the text */

static bool
is_junk(const struct block *block)
{
	struct buffer lower = { 0 };
	bool found;

	if (block->is_time || 2 * block->links > block->text.length)
		return true;
	utf8_add_lower(block->text, &lower);
	while (lower.length > 0 && strchr(":.>", lower.at[lower.length - 1]))
		lower.length--;
	found = lexicon_find(&lines, buffer_slice(&lower)) != NULL;
	buffer_free(&lower);
	return found;
}

static void
add_line(struct buffer *out, struct slice line)
{
	if (out->length > 0)
		buffer_add_byte(out, '\n');
	buffer_add(out, line);
}

struct slice
blocks_text(const struct blocks *blocks, const struct page *page, size_t root,
    bool all)
{
	struct buffer out = { 0 };
	struct slice result;
	size_t end = 0;		/* behind the last line that is no heading */

	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->at[i];

		if (block->node < root ||
		    block->node >= page->nodes[root].end ||
		    page->nodes[block->node].dropped ||
		    (!all && is_junk(block)))
			continue;
		add_line(&out, block->text);
		if (all || !block->is_heading || end == 0)
			end = out.length;
	}
	result = arena_copy(page->arena, slice_part(buffer_slice(&out), 0,
	    end));
	buffer_free(&out);
	return result;
}
