/*
 * The outline as text.
 */
#include "report/text.h"

#include "report/context.h"
#include "report/origin.h"
#include "report/output.h"
#include "report/page.h"
#include "report/passage.h"
#include "report/remark.h"
#include "report/speaker.h"
#include "report/topic.h"
#include "report/clash.h"

enum {
	BODY = 4,		/* columns in front of a section's lines */
	WORDS = 8,		/* in front of quoted words */
	DATE_WIDTH = 13,	/* of a date and the blanks behind it */
	FIGURE_WIDTH = 28	/* of a figure and the blanks behind it */
};

struct text {
	struct page page;
	const struct outline *outline;
	const struct report *report;
	struct passage passage;
	enum block_kind last;	/* kind of the block before */
	bool in_entry;
};

static void
words_at(struct page *page, enum style style, struct slice words,
    size_t column, size_t indent)
{
	page_to(page, column);
	page_words(page, style, words, indent);
}

static void
write_place(struct text *text, uint32_t article, size_t start, size_t end)
{
	struct buffer *line = page_line(&text->page);

	place_add(text->report, &text->report->articles[article],
	    (struct span){ start, end }, "-", line);
	page_right(&text->page, STYLE_FAINT, buffer_slice(line));
}

/* A claim's words, their place, and some words around where they are few. */
static void
write_words(struct text *text, const struct report_claim *claim,
    size_t indent)
{
	struct page *page = &text->page;
	struct buffer *line;

	words_at(page, STYLE_PLAIN, claim->content, indent, indent);
	write_place(text, claim->article, claim->start, claim->end);
	line = page_line(page);
	context_add(text->report, claim, line);
	if (line->length == 0)
		return;
	words_at(page, STYLE_FAINT, SLICE("from:"), indent, indent);
	page_to(page, page->column + 1);
	page_words(page, STYLE_FAINT, buffer_slice(line), indent + 6);
	page_end_line(page);
}

/* ----------------------------------------------------------- statements */

static void
write_side(struct text *text, const struct block *block)
{
	struct buffer *line = page_line(&text->page);
	const struct report_claim *claim = &text->report->claims[block->at];

	if (block->number > 0) {
		clash_add_letter(block->number - 1, line);
		buffer_add(line, SLICE(") "));
	}
	if (text->in_entry || text->report->read_count > 1)
		attribution_add(text->report, claim, line);
	else
		speaker_add(text->report, claim, line);
	words_at(&text->page, STYLE_NAME, buffer_slice(line), BODY, BODY + 2);
	page_right(&text->page, STYLE_FAINT, block->margin);
	write_words(text, claim, WORDS);
}

static void
write_step(struct text *text, const struct block *block)
{
	const struct report_claim *claim = &text->report->claims[block->at];
	struct buffer *line = page_line(&text->page);
	size_t indent = BODY + DATE_WIDTH;

	page_to(&text->page, BODY);
	report_add_date(text->report,
	    text->report->articles[claim->article].date, line);
	page_cell(&text->page, STYLE_PLAIN, buffer_slice(line), DATE_WIDTH);
	line = page_line(&text->page);
	attribution_add_undated(text->report, claim, line);
	page_words(&text->page, STYLE_NAME, buffer_slice(line), indent);
	page_right(&text->page, STYLE_FAINT, block->margin);
	write_words(text, claim, indent);
}

/* The same in the same words, or what stands beside an article's claim. */
static void
write_short(struct text *text, const struct block *block)
{
	const struct report_claim *claim = &text->report->claims[block->at];
	struct buffer *line = page_line(&text->page);
	bool again = block->shape == QUOTE_AGAIN;

	if (!again && block->number > 0)
		buffer_printf(line, "[%u] ", block->number);
	if (!again) {
		buffer_add(line, block->margin);
		buffer_add(line, SLICE(": "));
	}
	attribution_add(text->report, claim, line);
	if (again)
		buffer_add(line, SLICE(", in the same words"));
	words_at(&text->page, STYLE_NAME, buffer_slice(line), BODY, BODY + 2);
	if (again) {
		write_place(text, claim->article, claim->start, claim->end);
		return;
	}
	page_end_line(&text->page);
	write_words(text, claim, WORDS);
}

static void
write_quote(struct text *text, const struct block *block)
{
	switch (block->shape) {
	case QUOTE_STEP:
		write_step(text, block);
		break;
	case QUOTE_AGAIN:
	case QUOTE_BESIDE:
		write_short(text, block);
		break;
	default:
		if (!text->in_entry)
			page_end_line(&text->page);
		write_side(text, block);
		break;
	}
}

static void
write_reason(struct text *text, const struct block *block)
{
	struct buffer *line = page_line(&text->page);

	buffer_add(line, block->head);
	if (block->head.length > 0 && block->text.length > 0)
		buffer_add(line, SLICE(", "));
	if (block->text.length > 0) {
		buffer_add(line, SLICE("decided by: "));
		reason_add(text->report, block->text, line);
	}
	words_at(&text->page, STYLE_FAINT, buffer_slice(line), BODY, WORDS);
	page_end_line(&text->page);
}

/* -------------------------------------------------------------- figures */

static void
write_figure(struct text *text, const struct block *block)
{
	const struct findings *findings = text->outline->findings;
	const struct figure_use *use = &findings->figures.uses[block->at];
	const struct report_sentence *sentence =
	    &text->report->sentences[use->sentence];
	struct page *page = &text->page;
	struct buffer *line;

	page_to(page, BODY);
	if (!use->again) {
		page_words(page, STYLE_NAME, slice_part(sentence->text,
		    use->phrase.start, use->phrase.end), BODY);
		page_to(page, page->column + 2);
	}
	if (page->column > BODY + FIGURE_WIDTH)
		page_end_line(page);
	page_to(page, BODY + FIGURE_WIDTH);
	line = page_line(page);
	figure_add_source(text->report, findings, use, line);
	page_words(page, STYLE_PLAIN, buffer_slice(line),
	    BODY + FIGURE_WIDTH);
	page_end_line(page);
	line = page_line(page);
	figure_add_context(text->report, use, line);
	words_at(page, STYLE_FAINT, buffer_slice(line), WORDS, WORDS);
	write_place(text, sentence->article,
	    sentence->start + use->phrase.start,
	    sentence->start + use->phrase.end);
}

/* ------------------------------------------------------------- articles */

static void
write_article(struct text *text, const struct block *block)
{
	const struct report *report = text->report;
	const struct report_article *article = &report->articles[block->at];
	struct page *page = &text->page;
	struct buffer *line;

	if (text->last == BLOCK_SECTION || block->shape == ARTICLE_FULL)
		page_end_line(page);
	page_to(page, BODY);
	if (report->long_docs) {
		page_number(page, article->number, 1);
		page_to(page, page->column + 2);
	}
	page_words(page, STYLE_NAME, article->doc, BODY);
	line = page_line(page);
	if (article->outlet.length > 0 || article->date.length > 0)
		origin_add(report, article, line);
	page_to(page, page->column + 2);
	page_words(page, STYLE_PLAIN, buffer_slice(line), BODY + 4);
	line = page_line(page);
	words_add_count(article->attributed, "statement", line);
	page_right(page, STYLE_FAINT, buffer_slice(line));
	line = page_line(page);
	if (block->shape == ARTICLE_LISTED || article->title.length > 0)
		article_add_title(report, article, line);
	if (line->length > 0) {
		words_at(page, STYLE_PLAIN, buffer_slice(line), WORDS, WORDS);
		page_end_line(page);
	}
	if (article->url.length > 0) {
		words_at(page, STYLE_FAINT, article->url, WORDS, WORDS);
		page_end_line(page);
	}
}

/* A paragraph, with the numbers of what stands beside it. */
static void
write_paragraph(struct text *text, const struct block *block)
{
	const struct report_article *article =
	    &text->report->articles[block->at];
	struct buffer *line = page_line(&text->page);

	passage_add(&text->passage, text->outline, article, block->number,
	    line);
	page_end_line(&text->page);
	words_at(&text->page, STYLE_PLAIN, buffer_slice(line), 0, 0);
	page_end_line(&text->page);
}

/* --------------------------------------------------------------- frames */

static void
write_section(struct text *text, const struct block *block)
{
	struct buffer *line = page_line(&text->page);
	size_t i;

	for (i = 0; i < block->head.length; i++) {
		char c = block->head.at[i];

		buffer_add_byte(line, c >= 'a' && c <= 'z'
		    ? (char)(c - 'a' + 'A') : c);
	}
	page_end_line(&text->page);
	page_words(&text->page, STYLE_HEADING, buffer_slice(line), 0);
	page_end_line(&text->page);
}

static void
write_entry(struct text *text, const struct block *block)
{
	struct page *page = &text->page;
	bool dispute = block->shape == ENTRY_DISPUTE;

	page_end_line(page);
	if (block->number > 0) {
		struct buffer *line = page_line(page);

		if (block->number < 10)
			buffer_add_byte(line, ' ');
		buffer_add_number(line, block->number);
		buffer_add_byte(line, ' ');
		buffer_add(page->out, buffer_slice(line));
		page->column = line->length;
	}
	words_at(page, dispute ? STYLE_CONFLICT : STYLE_NAME, block->head,
	    block->shape == ENTRY_COUNTED ? BODY / 2 : BODY, BODY);
	page_right(page, STYLE_FAINT, block->margin);
}

static void
write_plain(struct text *text, const struct block *block)
{
	if (text->last == BLOCK_SECTION || (text->last == BLOCK_CELL &&
	    block->kind == BLOCK_ITEM))
		page_end_line(&text->page);
	words_at(&text->page, STYLE_PLAIN, block->text, BODY,
	    block->kind == BLOCK_REMARK ? BODY
	    : block->kind == BLOCK_LINE ? BODY + 2 : WORDS);
	page_end_line(&text->page);
}

/* Writes a block, or a table as a whole; returns the next one. */
static size_t
write_block(struct text *text, size_t at)
{
	const struct block *block = &text->outline->blocks[at];

	switch (block->kind) {
	case BLOCK_SECTION:
		write_section(text, block);
		text->in_entry = false;
		break;
	case BLOCK_ENTRY:
		text->in_entry = true;
		write_entry(text, block);
		break;
	case BLOCK_QUOTE:
		write_quote(text, block);
		break;
	case BLOCK_REASON:
		write_reason(text, block);
		break;
	case BLOCK_FIGURE:
		write_figure(text, block);
		break;
	case BLOCK_LINE:
	case BLOCK_REMARK:
	case BLOCK_ITEM:
		write_plain(text, block);
		break;
	case BLOCK_TABLE:
		page_end_line(&text->page);
		return text_table(&text->page, text->outline, at);
	case BLOCK_ARTICLE:
		write_article(text, block);
		break;
	case BLOCK_PARAGRAPH:
		write_paragraph(text, block);
		break;
	case BLOCK_ROW:		/* within their table */
	case BLOCK_CELL:
	case BLOCK_PICTURE:	/* the words below it say the same */
		break;
	}
	return at + 1;
}

static void
write_head(struct text *text)
{
	struct page *page = &text->page;
	const struct findings *findings = text->outline->findings;
	struct buffer *line = page_line(page);

	page_words(page, STYLE_HEADING, findings->title, 0);
	page_end_line(page);
	summary_add(text->report, findings, line);
	page_words(page, STYLE_PLAIN, buffer_slice(line), 0);
	page_end_line(page);
	if (text->report->read_count == 1 && findings->conflicts.count == 0) {
		page_words(page, STYLE_PLAIN,
		    SLICE("One article: nothing to compare with."), 0);
		page_end_line(page);
	}
}

static void
write_foot(struct text *text)
{
	page_end_line(&text->page);
	page_words(&text->page, STYLE_FAINT, text->report->long_docs
	    ? SLICE("Words stand as printed, with the marks of the article. "
	    "NUMBER:START-END are bytes of the text of the article of that "
	    "number.")
	    : SLICE("Words stand as printed, with the marks of the article. "
	    "DOC:START-END are bytes of the article's text."), 0);
	page_end_line(&text->page);
}

void
text_write(struct format *format)
{
	struct text text = {
		.page = { .out = format->out, .width = format->width,
		    .colour = format->colour },
		.outline = format->outline, .report = format->outline->report
	};
	size_t at = 0;

	if (text.report->read_count == 0) {
		page_words(&text.page, STYLE_PLAIN, SLICE("Nothing to "
		    "report: the table has no claims."), 0);
		page_end_line(&text.page);
		page_free(&text.page);
		return;
	}
	passage_open(&text.passage, text.report);
	write_head(&text);
	while (at < format->outline->count) {
		size_t next = write_block(&text, at);

		text.last = format->outline->blocks[next - 1].kind;
		at = next;
		output_some(format->out);
	}
	write_foot(&text);
	passage_close(&text.passage);
	page_free(&text.page);
}
