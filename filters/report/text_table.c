/*
 * Tables as text: a column as wide as its widest cell, numbers on the right,
 * words in the room that is left.
 */
#include "report/text.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "report/page.h"

enum {
	BODY = 4,
	GAP = 2,		/* blanks between columns */
	NAME_WIDEST = 30,
	NUMBER_WIDEST = 24,
	WORDS_LEAST = 24	/* with less room words stand on a line below */
};

struct columns {
	size_t *widths;
	size_t count;
};

static bool
is_within(const struct outline *outline, size_t at)
{
	return at < outline->count &&
	    (outline->blocks[at].kind == BLOCK_ROW ||
	    outline->blocks[at].kind == BLOCK_CELL);
}

/* The columns' widths; the names give way where the line is too short. */
static void
measure(struct columns *columns, const struct outline *outline, size_t at,
    size_t width)
{
	size_t column = 0, total = BODY, i;

	for (; is_within(outline, at); at++) {
		const struct block *cell = &outline->blocks[at];
		size_t wide = utf8_columns(cell->text), most;

		if (cell->kind == BLOCK_ROW) {
			column = 0;
			continue;
		}
		most = cell->shape == CELL_NAME ? NAME_WIDEST
		    : cell->shape == CELL_NUMBER ? NUMBER_WIDEST : 0;
		if (wide > most)
			wide = most;
		if (wide > columns->widths[column])
			columns->widths[column] = wide;
		column++;
	}
	for (i = 0; i < columns->count; i++)
		total += columns->widths[i] + (i > 0 ? GAP : 0);
	while (total > width && columns->count > 1) {
		size_t widest = 0;

		for (i = 1; i < columns->count; i++)
			if (columns->widths[i] > columns->widths[widest])
				widest = i;
		if (columns->widths[widest] <= 4)
			break;
		columns->widths[widest]--;
		total--;
	}
}

static void
write_cell(struct page *page, const struct block *cell, size_t width,
    bool header)
{
	enum style style = header ? STYLE_FAINT : STYLE_PLAIN;
	struct slice text = cell->text;
	size_t wide;

	if (cell->shape == CELL_WORDS) {
		size_t indent = page->column;

		if (indent + WORDS_LEAST > page->width) {
			page_end_line(page);
			indent = BODY + 4;
		}
		page_to(page, indent);
		page_words(page, style, text, indent);
		return;
	}
	if (cell->shape == CELL_NAME) {
		size_t end = page->column + width;

		if (utf8_columns(text) <= width) {
			page_cell(page, style, text, width);
			return;
		}
		page_words(page, style, text, BODY);
		if (page->column > end)
			page_end_line(page);
		page_to(page, end);
		return;
	}
	if (text.length == 0 && !header)
		text = SLICE("-");
	wide = utf8_columns(text);
	if (wide < width)
		page_to(page, page->column + width - wide);
	page_cell(page, style, text, wide < width ? wide : width);
}

size_t
text_table(struct page *page, const struct outline *outline, size_t at)
{
	struct columns columns = { .count = outline->blocks[at].at };
	size_t column = 0, end;
	bool header = false;

	if (outline->blocks[at].head.length > 0) {
		page_to(page, BODY);
		page_words(page, STYLE_HEADING, outline->blocks[at].head,
		    BODY);
		page_end_line(page);
	}
	columns.widths = memory_new(columns.count + 1,
	    sizeof *columns.widths);
	measure(&columns, outline, at + 1, page->width);
	for (end = at + 1; is_within(outline, end); end++) {
		const struct block *block = &outline->blocks[end];

		if (block->kind == BLOCK_ROW) {
			if (end > at + 1)
				page_end_line(page);
			header = block->number > 0;
			column = 0;
			page_to(page, BODY);
			continue;
		}
		if (column > 0)
			page_to(page, page->column + GAP);
		write_cell(page, block, columns.widths[column++], header);
	}
	page_end_line(page);
	free(columns.widths);
	return end;
}
