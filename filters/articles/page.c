/*
 * A page's elements and texts in one array, through gumbo.
 *
 * gumbo frees its tree by recursion, so its memory is an arena's, freed as a
 * whole, with a limit: the allocator leaves the parser by longjmp when a page
 * wants more than any article does.
 */
#include "articles/page.h"

#include <setjmp.h>

#include "articles/clean.h"
#include "articles/tidy.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(html_elements);

static const struct {
	const char *name;
	enum element_kind kind;
} kinds[] = {
	{ "block", ELEMENT_BLOCK },
	{ "break", ELEMENT_BREAK },
	{ "drop", ELEMENT_DROP },
	{ "heading", ELEMENT_HEADING },
	{ "main", ELEMENT_MAIN }
};

static const size_t memory_limit = (size_t)512 << 20;

static struct lexicon elements;

void
page_open(void)
{
	static const char *const columns[] = { "element", "kind", NULL };

	lexicon_add(&elements, LEXICON_BYTES(html_elements), "html_elements",
	    columns);
}

/* -------------------------------------------------------------- parsing */

struct parser_memory {
	struct arena *arena;
	size_t used;		/* bytes */
	jmp_buf give_up;
};

static void *
allocate(void *context, size_t size)
{
	struct parser_memory *memory = context;

	memory->used += size;
	if (memory->used > memory_limit)
		longjmp(memory->give_up, 1);
	return arena_new(memory->arena, size ? size : 1, 1);
}

static void
deallocate(void *context, void *at)
{
	(void)context;
	(void)at;
}

static const GumboNode *
parse(struct slice source, struct arena *arena)
{
	struct parser_memory memory = { .arena = arena };
	GumboOptions options = kGumboDefaultOptions;

	options.allocator = allocate;
	options.deallocator = deallocate;
	options.userdata = &memory;
	options.max_errors = 0;
	if (setjmp(memory.give_up) != 0)
		return NULL;
	return gumbo_parse_with_options(&options, source.at,
	    source.length)->document;
}

/* ------------------------------------------------------------ flattening */

static uint32_t
kind_of(struct slice name)
{
	const struct lexicon_row *row = lexicon_find(&elements, name);
	uint32_t kind = 0;

	for (; row; row = lexicon_more(&elements, row))
		for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
			if (slice_is(row->fields[1], kinds[i].name))
				kind |= kinds[i].kind;
	return kind;
}

static const GumboVector *
children_of(const GumboNode *node)
{
	switch (node->type) {
	case GUMBO_NODE_DOCUMENT:
		return &node->v.document.children;
	case GUMBO_NODE_ELEMENT:
	case GUMBO_NODE_TEMPLATE:
		return &node->v.element.children;
	default:
		return NULL;
	}
}

struct flattening {
	struct page *page;
	size_t capacity;
	struct step {
		uint32_t node;		/* whose children are under way */
		unsigned child;		/* the next of them */
	} *stack;
	size_t depth, stack_capacity;
};

static void
add_node(struct flattening *f, const GumboNode *gumbo)
{
	struct page *page = f->page;
	struct page_node node = { .gumbo = gumbo };

	node.parent = f->depth > 0 ? f->stack[f->depth - 1].node : 0;
	node.end = (uint32_t)page->count + 1;
	node.is_text = gumbo->type == GUMBO_NODE_TEXT ||
	    gumbo->type == GUMBO_NODE_CDATA ||
	    gumbo->type == GUMBO_NODE_WHITESPACE;
	if (gumbo->type == GUMBO_NODE_ELEMENT)
		node.kind = kind_of(page_name(&node));
	ARENA_GROW(page->arena, page->nodes, page->count, f->capacity);
	page->nodes[page->count] = node;
	if (children_of(gumbo)) {
		ARENA_GROW(page->arena, f->stack, f->depth,
		    f->stack_capacity);
		f->stack[f->depth++] = (struct step){
		    (uint32_t)page->count, 0 };
	}
	page->count++;
}

static void
flatten(struct page *page, const GumboNode *document)
{
	struct flattening f = { .page = page };

	add_node(&f, document);
	while (f.depth > 0) {
		struct step *step = &f.stack[f.depth - 1];
		const GumboVector *children =
		    children_of(page->nodes[step->node].gumbo);

		if (children && step->child < children->length) {
			add_node(&f, children->data[step->child++]);
		} else {
			page->nodes[step->node].end = (uint32_t)page->count;
			f.depth--;
		}
	}
}

bool
page_parse(struct page *page, struct slice source, struct arena *arena)
{
	struct buffer tidied = { 0 };
	const GumboNode *document;

	*page = (struct page){ .arena = arena };
	buffer_add(&tidied, SLICE("<!DOCTYPE html>"));
	tidy_html(source, &tidied);
	document = parse(arena_copy(arena, buffer_slice(&tidied)), arena);
	buffer_free(&tidied);
	if (!document)
		return false;
	flatten(page, document);
	return true;
}

/* --------------------------------------------------------------- asking */

const char *
page_attribute(const struct page_node *node, const char *name)
{
	const GumboAttribute *attribute;

	if (node->gumbo->type != GUMBO_NODE_ELEMENT)
		return NULL;
	attribute = gumbo_get_attribute(&node->gumbo->v.element.attributes,
	    name);
	return attribute ? attribute->value : NULL;
}

struct slice
page_name(const struct page_node *node)
{
	const GumboElement *element = &node->gumbo->v.element;
	GumboStringPiece written;

	if (node->gumbo->type != GUMBO_NODE_ELEMENT)
		return SLICE("");
	if (element->tag != GUMBO_TAG_UNKNOWN)
		return slice_of(gumbo_normalized_tagname(element->tag));
	written = element->original_tag;
	if (!written.data)
		return SLICE("");
	gumbo_tag_from_original_text(&written);
	return (struct slice){ written.data, written.length };
}

bool
page_is(const struct page_node *node, const char *name)
{
	return slice_is(page_name(node), name);
}

struct slice
page_text(const struct page *page, size_t node)
{
	struct buffer text = { 0 };
	struct repairs repairs = { 0 };
	struct slice result;

	for (size_t i = node; i < page->nodes[node].end; i++)
		if (page->nodes[i].is_text)
			buffer_add(&text, slice_of(
			    page->nodes[i].gumbo->v.text.text));
		else
			buffer_add_byte(&text, ' ');
	result = clean_line(buffer_slice(&text), page->arena, &repairs);
	buffer_free(&text);
	return result;
}

void
page_sum_prose(struct page *page)
{
	for (size_t i = page->count; i-- > 1; )
		if (!page->nodes[i].dropped)
			page->nodes[page->nodes[i].parent].prose +=
			    page->nodes[i].prose;
}
