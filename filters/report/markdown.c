/*
 * The outline as Markdown (CommonMark, with GitHub's tables).
 *
 * Whatever an article says is text: every mark that Markdown or HTML would act
 * on is escaped, and line feeds are blanks, so nothing of it begins a block.
 */
#include "report/clash.h"
#include "report/context.h"
#include "report/format_data.h"
#include "report/origin.h"
#include "report/output.h"
#include "report/passage.h"
#include "report/remark.h"
#include "report/speaker.h"
#include "report/topic.h"
#include "report/wrap.h"

struct markdown {
	struct buffer *out;
	const struct outline *outline;
	const struct report *report;
	struct passage passage;
	struct buffer line, clean;
	enum block_kind last;
	size_t columns;		/* of the table under way */
	size_t column;
};

/* Append text with a backslash before each mark of Markdown's. */
static void
add_text(struct markdown *md, struct slice text)
{
	size_t i;

	buffer_clear(&md->clean);
	clean_add(&md->clean, text);
	for (i = 0; i < md->clean.length; i++) {
		char c = md->clean.at[i];
		bool begins = i == 0 && (c == '-' || c == '+' || c == '=');

		if (strchr("\\`*_{}[]<>()#!|~&", c) || begins)
			buffer_add_byte(md->out, '\\');
		buffer_add_byte(md->out, c);
		/* "1." at a line's start would be a list */
		if ((c >= '0' && c <= '9') && i + 1 < md->clean.length &&
		    md->clean.at[i + 1] == '.' && i < 9) {
			buffer_add(md->out, SLICE("\\."));
			i++;
		}
	}
}

static struct buffer *
line(struct markdown *md)
{
	buffer_clear(&md->line);
	return &md->line;
}

static void
add_line(struct markdown *md)
{
	add_text(md, buffer_slice(&md->line));
}

static void
put(struct markdown *md, const char *marks)
{
	buffer_add(md->out, slice_of(marks));
}

static void
add_place(struct markdown *md, uint32_t article, size_t start, size_t end)
{
	place_add(md->report, &md->report->articles[article],
	    (struct span){ start, end }, "-", line(md));
	put(md, " (");
	add_line(md);
	put(md, ")");
}

/* ----------------------------------------------------------- statements */

static void
write_quote(struct markdown *md, const struct block *block)
{
	const struct report_claim *claim = &md->report->claims[block->at];
	struct buffer *who = line(md);

	put(md, "- ");
	if (block->shape == QUOTE_SIDE && block->number > 0) {
		clash_add_letter(block->number - 1, who);
		buffer_add(who, SLICE(") "));
	} else if (block->shape == QUOTE_BESIDE) {
		buffer_printf(who, "[%u] ", block->number);
		buffer_add(who, block->margin);
		buffer_add(who, SLICE(": "));
	}
	attribution_add(md->report, claim, who);
	if (block->shape == QUOTE_AGAIN)
		buffer_add(who, SLICE(", in the same words"));
	put(md, "**");
	add_line(md);
	put(md, "**");
	if (block->shape != QUOTE_BESIDE && block->margin.length > 0) {
		put(md, " *");
		add_text(md, block->margin);
		put(md, "*");
	}
	if (block->shape != QUOTE_AGAIN) {
		put(md, ":\n  ");
		add_text(md, claim->content);
	}
	add_place(md, claim->article, claim->start, claim->end);
	put(md, "\n");
	context_add(md->report, claim, line(md));
	if (md->line.length > 0 && block->shape != QUOTE_AGAIN) {
		put(md, "  *from: ");
		add_line(md);
		put(md, "*\n");
	}
}

static void
write_reason(struct markdown *md, const struct block *block)
{
	struct buffer *reason = line(md);

	if (md->last != BLOCK_REASON)
		put(md, "\n");
	put(md, "*");
	buffer_add(reason, block->head);
	if (block->head.length > 0)
		buffer_add(reason, SLICE(", "));
	buffer_add(reason, SLICE("decided by: "));
	reason_add(md->report, block->text, reason);
	add_line(md);
	put(md, "*\n");
}

static void
write_figure(struct markdown *md, const struct block *block)
{
	const struct figure_use *use =
	    &md->outline->findings->figures.uses[block->at];
	const struct report_sentence *sentence =
	    &md->report->sentences[use->sentence];

	put(md, "- **");
	add_text(md, slice_part(sentence->text, use->phrase.start,
	    use->phrase.end));
	put(md, "**, ");
	figure_add_source(md->report, md->outline->findings, use, line(md));
	add_line(md);
	put(md, ":\n  ");
	figure_add_context(md->report, use, line(md));
	add_line(md);
	add_place(md, sentence->article, sentence->start + use->phrase.start,
	    sentence->start + use->phrase.end);
	put(md, "\n");
}

/* --------------------------------------------------------------- tables */

static void
end_row(struct markdown *md, bool header)
{
	size_t i;

	for (; md->column < md->columns; md->column++)
		put(md, "| ");
	put(md, "|\n");
	for (i = 0; header && i < md->columns; i++)
		put(md, i == 0 ? "| --- " : "| ---: ");
	if (header)
		put(md, "|\n");
}

static size_t
write_table(struct markdown *md, size_t at)
{
	const struct outline *outline = md->outline;
	bool header = false, begun = false;

	put(md, "\n");
	if (outline->blocks[at].head.length > 0) {
		put(md, "**");
		add_text(md, outline->blocks[at].head);
		put(md, "**\n\n");
	}
	md->columns = outline->blocks[at].at;
	for (at++; at < outline->count; at++) {
		const struct block *block = &outline->blocks[at];

		if (block->kind != BLOCK_ROW && block->kind != BLOCK_CELL)
			break;
		if (block->kind == BLOCK_ROW) {
			if (begun)
				end_row(md, header);
			begun = true;
			header = block->number > 0;
			md->column = 0;
			continue;
		}
		put(md, "| ");
		add_text(md, block->text.length == 0 &&
		    block->shape == CELL_NUMBER ? SLICE("–") : block->text);
		put(md, " ");
		md->column++;
	}
	end_row(md, header);
	return at;
}

/* --------------------------------------------------------------- frames */

static void
write_entry(struct markdown *md, const struct block *block)
{
	put(md, "\n### ");
	if (block->number > 0)
		buffer_printf(md->out, "%u\\. ", block->number);
	add_text(md, block->head);
	put(md, "\n\n");
	if (block->margin.length > 0) {
		put(md, "*");
		add_text(md, block->margin);
		put(md, "*\n\n");
	}
}

static void
write_article(struct markdown *md, const struct block *block)
{
	const struct report_article *article =
	    &md->report->articles[block->at];
	bool full = block->shape == ARTICLE_FULL;

	put(md, full ? "\n### " : "- **");
	if (md->report->long_docs)
		buffer_printf(md->out, "%zu ", article->number);
	add_text(md, article->doc);
	put(md, full ? "\n\n" : "** ");
	origin_add(md->report, article, line(md));
	buffer_add(&md->line, SLICE(", "));
	words_add_count(article->attributed, "statement", &md->line);
	add_line(md);
	put(md, full ? "\n" : ":\n  ");
	article_add_title(md->report, article, line(md));
	if (!full)
		add_line(md);
	if (url_is_safe(article->url)) {
		put(md, " ");
		add_text(md, article->url);
	}
	put(md, "\n");
}

static void
write_paragraph(struct markdown *md, const struct block *block)
{
	put(md, "\n");
	passage_add(&md->passage, md->outline,
	    &md->report->articles[block->at], block->number, line(md));
	add_line(md);
	put(md, "\n\n");
}

static void
write_plain(struct markdown *md, const struct block *block)
{
	if (block->kind == BLOCK_ITEM && md->last != BLOCK_ITEM)
		put(md, "\n");
	put(md, block->kind == BLOCK_ITEM ? "- " : block->kind == BLOCK_LINE
	    ? "**" : "\n");
	add_text(md, block->text);
	put(md, block->kind == BLOCK_LINE ? "**\n\n" : "\n");
}

static size_t
write_block(struct markdown *md, size_t at)
{
	const struct block *block = &md->outline->blocks[at];

	switch (block->kind) {
	case BLOCK_SECTION:
		put(md, "\n## ");
		add_text(md, block->head);
		put(md, "\n\n");
		break;
	case BLOCK_ENTRY:
		write_entry(md, block);
		break;
	case BLOCK_QUOTE:
		write_quote(md, block);
		break;
	case BLOCK_REASON:
		write_reason(md, block);
		break;
	case BLOCK_FIGURE:
		write_figure(md, block);
		break;
	case BLOCK_LINE:
	case BLOCK_REMARK:
	case BLOCK_ITEM:
		write_plain(md, block);
		break;
	case BLOCK_TABLE:
		return write_table(md, at);
	case BLOCK_ARTICLE:
		write_article(md, block);
		break;
	case BLOCK_PARAGRAPH:
		write_paragraph(md, block);
		break;
	case BLOCK_ROW:		/* within their table */
	case BLOCK_CELL:
	case BLOCK_PICTURE:	/* the words below it say the same */
		break;
	}
	return at + 1;
}

void
markdown_write(struct format *format)
{
	struct markdown md = {
		.out = format->out, .outline = format->outline,
		.report = format->outline->report
	};
	size_t at = 0;

	passage_open(&md.passage, md.report);
	put(&md, "# ");
	add_text(&md, md.outline->findings->title);
	put(&md, "\n\n");
	summary_add(md.report, md.outline->findings, line(&md));
	add_line(&md);
	put(&md, "\n");
	while (at < md.outline->count) {
		size_t next = write_block(&md, at);

		md.last = md.outline->blocks[next - 1].kind;
		at = next;
		output_some(md.out);
	}
	passage_close(&md.passage);
	buffer_free(&md.line);
	buffer_free(&md.clean);
}
