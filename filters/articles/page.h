/*
 * A page's elements and texts in one array, in document order.
 *
 * What asks about the page is then a loop: an element's descendants are those
 * behind it up to its `end`, and a pass from the last to the first meets every
 * child before its parent.  Nothing recurses, however deep the page is.
 */
#ifndef ARTICLES_PAGE_H
#define ARTICLES_PAGE_H

#include <gumbo.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/memory.h"
#include "base/slice.h"

struct page_node {
	const GumboNode *gumbo;
	uint32_t parent;	/* index; the first node is its own */
	uint32_t end;		/* index behind the last descendant */
	uint32_t kind;		/* of an element: bits of enum element_kind */
	bool is_text;
	bool dropped;		/* boilerplate, or inside of it */
	size_t prose;		/* bytes of running text inside */
};

enum element_kind {		/* from the table html_elements */
	ELEMENT_BLOCK = 1,	/* begins and ends a paragraph */
	ELEMENT_BREAK = 2,	/* <br> */
	ELEMENT_DROP = 4,	/* never part of an article's text */
	ELEMENT_HEADING = 8,
	ELEMENT_MAIN = 16	/* says that it is the article */
};

struct page {
	struct page_node *nodes;
	size_t count;
	struct arena *arena;
};

/* Read the table html_elements. */
void page_open(void);

/*
 * Parse source (well-formed UTF-8), in the arena, where the source must stay
 * as well.  False when that takes more than 512 MiB.
 */
bool page_parse(struct page *page, struct slice source, struct arena *arena);

/* The value of an element's attribute; NULL when it has none. */
const char *page_attribute(const struct page_node *node, const char *name);

/* "div"; the name of an element, as written when HTML5 does not know it. */
struct slice page_name(const struct page_node *node);

/* Is node the element of that name? */
bool page_is(const struct page_node *node, const char *name);

/* The text inside a node, as one line. */
struct slice page_text(const struct page *page, size_t node);

/* Add up the prose of what is not dropped, from children to parents. */
void page_sum_prose(struct page *page);

#endif
