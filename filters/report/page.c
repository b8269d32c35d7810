/*
 * Lines of the text report.
 *
 * The column is counted here and nowhere else, in columns of the terminal and
 * without the codes for colour, so a line with wide letters still ends at the
 * margin.
 */
#include "report/page.h"

#include "base/utf8.h"
#include "report/wrap.h"

static const char *const codes[STYLE_COUNT] = {
	[STYLE_PLAIN] = "", [STYLE_HEADING] = "\033[1m",
	[STYLE_CONFLICT] = "\033[1;31m", [STYLE_NAME] = "\033[1m",
	[STYLE_FAINT] = "\033[2m"
};

static void
begin_style(struct page *page, enum style style)
{
	if (page->colour && style != STYLE_PLAIN)
		buffer_add(page->out, slice_of(codes[style]));
}

static void
end_style(struct page *page, enum style style)
{
	if (page->colour && style != STYLE_PLAIN)
		buffer_add(page->out, SLICE("\033[0m"));
}

static struct slice
clean(struct page *page, struct slice text)
{
	buffer_clear(&page->scratch);
	clean_add(&page->scratch, text);
	return buffer_slice(&page->scratch);
}

void
page_words(struct page *page, enum style style, struct slice text,
    size_t indent)
{
	begin_style(page, style);
	page->column = wrap_add(page->out, clean(page, text), page->column,
	    indent, page->width);
	end_style(page, style);
}

void
page_to(struct page *page, size_t column)
{
	wrap_pad(page->out, page->column, column);
	if (page->column < column)
		page->column = column;
}

void
page_right(struct page *page, enum style style, struct slice text)
{
	struct slice shown = clean(page, text);
	size_t columns = utf8_columns(shown);

	if (columns == 0) {
		page_end_line(page);
		return;
	}
	if (page->column > 0 && page->column + 2 + columns > page->width)
		page_end_line(page);
	if (columns < page->width)
		page_to(page, page->width - columns);
	begin_style(page, style);
	buffer_add(page->out, shown);
	end_style(page, style);
	page_end_line(page);
}

void
page_cell(struct page *page, enum style style, struct slice text,
    size_t columns)
{
	struct slice shown = clean(page, text);
	size_t end = page->column + columns, at = 0, used = 0;

	begin_style(page, style);
	if (utf8_columns(shown) <= columns) {
		buffer_add(page->out, shown);
		used = utf8_columns(shown);
	} else if (columns > 0) {
		while (at < shown.length) {
			size_t from = at, wide;

			(void)utf8_next(shown, &at);
			wide = utf8_columns(slice_part(shown, from, at));
			if (used + wide > columns - 1)
				break;
			buffer_add(page->out, slice_part(shown, from, at));
			used += wide;
		}
		buffer_add(page->out, SLICE("…"));
		used++;
	}
	end_style(page, style);
	page->column += used;
	page_to(page, end);
}

void
page_number(struct page *page, size_t number, size_t columns)
{
	struct buffer *line = page_line(page);

	if (number == 0)
		buffer_add_byte(line, '-');
	else
		buffer_add_number(line, number);
	if (line->length < columns)
		page_to(page, page->column + columns - line->length);
	buffer_add(page->out, buffer_slice(line));
	page->column += line->length;
}

void
page_end_line(struct page *page)
{
	struct buffer *out = page->out;

	while (out->length > 0 && out->at[out->length - 1] == ' ')
		out->length--;
	buffer_add_byte(out, '\n');
	page->column = 0;
}

struct buffer *
page_line(struct page *page)
{
	buffer_clear(&page->line);
	return &page->line;
}

void
page_free(struct page *page)
{
	buffer_free(&page->scratch);
	buffer_free(&page->line);
}
