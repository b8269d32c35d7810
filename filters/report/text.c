/*
 * The text report: its head, its frame, and what its sections share.
 */
#include "report/text.h"

#include "report/context.h"
#include "report/origin.h"
#include "report/remark.h"

void
text_section(struct page *page, const char *name)
{
	page_end_line(page);
	page_words(page, STYLE_HEADING, slice_of(name), 0);
	page_end_line(page);
}

void
text_place(struct page *page, const struct report *report,
    const struct report_article *article, size_t start, size_t end)
{
	struct buffer *line = page_line(page);

	place_add(report, article, (struct span){ start, end }, "-", line);
	page_right(page, STYLE_FAINT, buffer_slice(line));
}

void
text_claim(struct page *page, const struct report *report,
    const struct report_claim *claim, size_t indent)
{
	struct buffer *line;

	page_to(page, indent);
	page_words(page, STYLE_PLAIN, claim->content, indent);
	text_place(page, report, &report->articles[claim->article],
	    claim->start, claim->end);
	line = page_line(page);
	context_add(report, claim, line);
	if (line->length == 0)
		return;
	page_to(page, indent);
	page_words(page, STYLE_FAINT, SLICE("from:"), indent);
	page_to(page, page->column + 1);
	page_words(page, STYLE_FAINT, buffer_slice(line), indent + 6);
	page_end_line(page);
}

static void
write_head(struct page *page, const struct report *report,
    const struct findings *findings)
{
	struct buffer *line = page_line(page);

	page_words(page, STYLE_HEADING, findings->title, 0);
	page_end_line(page);
	summary_add(report, findings, line);
	page_words(page, STYLE_PLAIN, buffer_slice(line), 0);
	page_end_line(page);
	if (report->read_count == 1 && findings->conflicts.count == 0) {
		page_words(page, STYLE_PLAIN,
		    SLICE("One article: nothing to compare with."), 0);
		page_end_line(page);
	}
}

void
text_write(struct buffer *out, const struct report *report,
    const struct findings *findings, size_t width, bool colour)
{
	struct page page = { .out = out, .width = width, .colour = colour };

	if (report->read_count == 0) {
		page_words(&page, STYLE_PLAIN, SLICE("Nothing to report: the "
		    "table has no claims."), 0);
		page_end_line(&page);
		page_free(&page);
		return;
	}
	write_head(&page, report, findings);
	text_contested(&page, report, findings);
	text_moved(&page, report, findings);
	text_said(&page, report);
	text_figures(&page, report, findings);
	text_agreed(&page, report, findings);
	text_heard(&page, report, findings);
	text_voices(&page, report, findings);
	text_silent(&page, report, findings);
	text_witnesses(&page, report, findings);
	text_articles(&page, report);
	page_end_line(&page);
	page_words(&page, STYLE_FAINT, report->long_docs
	    ? SLICE("Words stand as printed, with the marks of the article. "
	    "NUMBER:START-END are bytes of the text of the article of that "
	    "number.")
	    : SLICE("Words stand as printed, with the marks of the article. "
	    "DOC:START-END are bytes of the article's text."), 0);
	page_end_line(&page);
	page_free(&page);
}
