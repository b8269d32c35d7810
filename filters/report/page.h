/*
 * Lines of the text report: styles, indents, margins, columns.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/slice.h"

enum style {
	STYLE_PLAIN,
	STYLE_HEADING,
	STYLE_CONFLICT,
	STYLE_NAME,
	STYLE_FAINT,
	STYLE_COUNT
};

struct page {
	struct buffer *out;
	size_t width;		/* columns of a line */
	bool colour;
	size_t column;		/* where the next character goes */
	struct buffer scratch;	/* cleaned text */
	struct buffer line;	/* for callers to put a phrase together in */
};

/* Words from the present column on; further lines begin at indent. */
void page_words(struct page *page, enum style style, struct slice text,
    size_t indent);

/* Blanks up to a column; nothing when it is passed already. */
void page_to(struct page *page, size_t column);

/* At the right margin, on a line of its own when this one has no room. */
void page_right(struct page *page, enum style style, struct slice text);

/* One line, cut with an ellipsis after so many columns, padded up to them. */
void page_cell(struct page *page, enum style style, struct slice text,
    size_t columns);

/* A number, right-aligned in so many columns; "-" for 0. */
void page_number(struct page *page, size_t number, size_t columns);

void page_end_line(struct page *page);

/* page->line, cleared; valid until the next call. */
struct buffer *page_line(struct page *page);

void page_free(struct page *page);

#endif
