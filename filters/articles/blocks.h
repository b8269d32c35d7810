/*
 * The paragraphs of a page, and which of them are the article.
 */
#ifndef ARTICLES_BLOCKS_H
#define ARTICLES_BLOCKS_H

#include "articles/page.h"

struct block {
	struct slice text;	/* one line */
	uint32_t node;		/* the block element it stands in */
	size_t links;		/* bytes of text inside links */
	bool is_heading;
	bool is_time;		/* nothing but a <time> */
};

struct blocks {
	struct block *at;
	size_t count, capacity;
};

/* Read the tables of boilerplate. */
void blocks_open(void);

/*
 * The paragraphs outside of what is never text (navigation, forms, scripts,
 * hidden elements), in the page's arena; marks the nodes dropped.
 */
void blocks_find(struct blocks *blocks, struct page *page);

/*
 * The node whose paragraphs are the article: of the elements that say so the
 * one with the most running text, without any the smallest element that has
 * nearly all of the page's.  Marks more nodes dropped, by their classes.
 */
size_t blocks_choose(struct blocks *blocks, struct page *page);

/*
 * The paragraphs inside node root, one a line: all of them, or without those
 * that are links, times or calls to share and subscribe.
 */
struct slice blocks_text(const struct blocks *blocks, const struct page *page,
    size_t root, bool all);

#endif
