/*
 * The blocks of an outline as markup.
 *
 * Blocks stand in a flat list, elements in one another: what several blocks
 * share (the two columns of a dispute, the steps of a series) is opened before
 * the first of them and closed before the first of another kind.
 */
#include "report/clash.h"
#include "report/context.h"
#include "report/web_page.h"
#include "report/remark.h"
#include "report/scale.h"
#include "report/topic.h"

static const char *const openings[GROUP_COUNT] = {
	[GROUP_PAIR] = "pair", [GROUP_STEPS] = "steps",
	[GROUP_VOICES] = "voices", [GROUP_FIGURES] = "figures",
	[GROUP_ITEMS] = "items", [GROUP_PASSAGE] = "passage",
	[GROUP_BESIDE] = "beside"
};

static const char *const closings[GROUP_COUNT] = {
	[GROUP_PAIR] = "pair-end", [GROUP_STEPS] = "steps-end",
	[GROUP_VOICES] = "voices-end", [GROUP_FIGURES] = "figures-end",
	[GROUP_ITEMS] = "items-end", [GROUP_PASSAGE] = "passage-end",
	[GROUP_BESIDE] = "beside-end"
};

void
web_group(struct web *web, enum web_group group)
{
	if (web->group == group)
		return;
	if (web->group == GROUP_PASSAGE && group == GROUP_BESIDE) {
		web_put(web, "beside");	/* within the passage */
		web->group = group;
		return;
	}
	if (web->group != GROUP_NONE)
		web_put(web, closings[web->group]);
	web->group = group;
	if (group != GROUP_NONE)
		web_put(web, openings[group]);
}

static void
end_entry(struct web *web)
{
	web_group(web, GROUP_NONE);
	if (web->in_entry)
		web_put(web, "entry-end");
	if (web->in_article)
		web_put(web, "article-end");
	web->in_entry = web->in_article = false;
}

void
web_end(struct web *web)
{
	end_entry(web);
	if (web->in_section)
		web_put(web, "section-end");
	web->in_section = false;
}

static struct buffer *
line(struct web *web)
{
	buffer_clear(&web->line);
	return &web->line;
}

/* ----------------------------------------------------------- statements */

/* The faint line around a claim of few words; markup, or empty. */
static void
add_context(struct web *web, const struct report_claim *claim,
    struct buffer *markup)
{
	struct buffer *page = web->out;

	context_add(web->report, claim, line(web));
	if (web->line.length == 0)
		return;
	web->out = markup;
	web_fill(web, "context", { "text", buffer_slice(&web->line) });
	web->out = page;
}

/* What stands before the speaker: a letter, a note's number and word. */
static void
add_mark(struct web *web, const struct block *block,
    struct buffer *markup)
{
	struct buffer *page = web->out;

	web->out = markup;
	if (block->shape == QUOTE_SIDE && block->number > 0) {
		clash_add_letter(block->number - 1, line(web));
		web_fill(web, "letter",
		    { "letter", buffer_slice(&web->line) });
	} else if (block->shape == QUOTE_BESIDE) {
		web_fill(web, "note-mark",
		    { "number", web_number(web, block->number) },
		    { "text", block->margin });
	} else if (block->margin.length > 0) {
		web_fill(web, "margin", { "text", block->margin });
	}
	web->out = page;
}

static void
write_quote(struct web *web, const struct block *block)
{
	static const struct {
		enum web_group group;
		const char *piece;
	} shapes[] = {
		[QUOTE_SIDE] = { GROUP_PAIR, "side" },
		[QUOTE_STEP] = { GROUP_STEPS, "step" },
		[QUOTE_VOICE] = { GROUP_VOICES, "voice" },
		[QUOTE_AGAIN] = { GROUP_VOICES, "voice-again" },
		[QUOTE_BESIDE] = { GROUP_BESIDE, "note" }
	};
	const struct report_claim *claim = &web->report->claims[block->at];
	const struct report_article *article =
	    &web->report->articles[claim->article];
	struct buffer around = { 0 }, mark = { 0 }, date = { 0 };

	web_group(web, shapes[block->shape].group);
	add_context(web, claim, &around);
	add_mark(web, block, &mark);
	report_add_date(web->report, article->date, &date);
	web_fill(web, shapes[block->shape].piece,
	    { "mark", buffer_slice(&mark) },
	    { "facets", web->in_entry || block->shape == QUOTE_BESIDE
	    ? SLICE("") : web_claim_facets(web, claim) },
	    { "date", buffer_slice(&date) },
	    { "speaker", web_speaker(web, claim) },
	    { "voice", web_voice(claim) },
	    { "outlet", article->outlet.length > 0 ? article->outlet
	    : article->doc },
	    { "origin", web_origin(web, article) },
	    { "words", web_words(web, claim, block->text) },
	    { "context", buffer_slice(&around) },
	    { "href", web_claim_href(web, block->at) },
	    { "place", web_place(web, article, claim->start, claim->end) });
	buffer_free(&around);
	buffer_free(&mark);
	buffer_free(&date);
}

static void
write_reason(struct web *web, const struct block *block)
{
	web_group(web, GROUP_NONE);
	reason_add(web->report, block->text, line(web));
	web_fill(web, block->head.length > 0 ? "against" : "reason",
	    { "who", block->head },
	    { "reason", buffer_slice(&web->line) });
}

/* -------------------------------------------------------------- figures */

/* A place on the picture, which is 160 wide with 4 left at either end. */
static void
add_place(double part, struct buffer *out)
{
	buffer_clear(out);
	buffer_printf(out, "%.1f", 4 + part * 152);
}

/* The figure as a dot with what its approximator allows, or nothing. */
static void
add_range(struct web *web, const struct figure_use *use,
    const struct scale *scale, struct buffer *markup)
{
	struct buffer *page = web->out;
	struct buffer from = { 0 }, to = { 0 }, dot = { 0 };
	struct scale_mark mark;

	if (!scale->useful || use->again)
		return;
	mark = scale_place(scale, use->figure);
	add_place(mark.from, &from);
	add_place(mark.to, &to);
	add_place(mark.dot, &dot);
	web->out = markup;
	web_fill(web, "range", { "from", buffer_slice(&from) },
	    { "to", buffer_slice(&to) }, { "dot", buffer_slice(&dot) });
	web->out = page;
	buffer_free(&from);
	buffer_free(&to);
	buffer_free(&dot);
}

/* The link to the dispute that a figure is in, or nothing. */
static void
add_dispute(struct web *web, uint32_t dispute, struct buffer *markup)
{
	struct buffer *page = web->out;

	if (dispute == 0)
		return;
	web->out = markup;
	web_fill(web, web->disputes ? "figure-contested"
	    : "figure-contested-too",
	    { "number", web_number(web, dispute) },
	    { "href", web_dispute_href(web, dispute) });
	web->out = page;
}

static void
write_figure(struct web *web, const struct block *block)
{
	const struct report *report = web->report;
	const struct figure_use *use =
	    &web->findings->figures.uses[block->at];
	const struct report_sentence *sentence =
	    &report->sentences[use->sentence];
	const struct report_article *article =
	    &report->articles[sentence->article];
	const struct report_claim *claim = use->claim == REPORT_NONE ? NULL
	    : &report->claims[use->claim];
	struct slice phrase = slice_part(sentence->text, use->phrase.start,
	    use->phrase.end);
	struct scale scale = scale_of(web->findings,
	    &web->findings->figures.things[use->thing]);
	uint32_t dispute = claim
	    ? web->findings->figure_disputes[use->claim] : 0;
	struct buffer mark = { 0 }, range = { 0 };

	web_group(web, GROUP_FIGURES);
	add_dispute(web, dispute, &mark);
	add_range(web, use, &scale, &range);
	web_fill(web, use->again ? "figure-again" : "figure-value",
	    { "value", phrase }, { "class", dispute > 0
	    ? SLICE("contested") : SLICE("value") },
	    { "range", buffer_slice(&range) },
	    { "mark", buffer_slice(&mark) });
	web_fill(web, "figure", { "phrase", phrase },
	    { "speaker", claim ? web_speaker(web, claim)
	    : SLICE("in its own voice") },
	    { "voice", claim ? web_voice(claim) : SLICE("outlet") },
	    { "origin", web_origin(web, article) },
	    { "ellipsis", use->context.start > 0 ? SLICE("… ")
	    : SLICE("") },
	    { "before", slice_part(sentence->text, use->context.start,
	    use->phrase.start) },
	    { "after", slice_part(sentence->text, use->phrase.end,
	    use->context.end) },
	    { "ellipsis-end", use->context.end < sentence->text.length
	    ? SLICE(" …") : SLICE("") },
	    { "href", claim ? web_claim_href(web, use->claim)
	    : web_article_href(web, sentence->article) },
	    { "place", web_place(web, article,
	    sentence->start + use->phrase.start,
	    sentence->start + use->phrase.end) });
	buffer_free(&mark);
	buffer_free(&range);
}

/* --------------------------------------------------------------- tables */

static void
write_cell(struct web *web, const struct block *cell, bool header,
    bool first)
{
	const char *piece = header ? "column" : first ? "row-name" : "cell";
	struct slice text = cell->text;

	if (text.length == 0 && cell->shape == CELL_NUMBER && !header)
		text = SLICE("–");
	web_fill(web, piece, { "text", text }, { "class",
	    cell->shape == CELL_NUMBER ? SLICE("n") : SLICE("w") });
}

static size_t
write_table(struct web *web, size_t at)
{
	const struct outline *outline = web->outline;
	const struct block *table = &outline->blocks[at];
	bool header = false, first = true, begun = false;

	web_group(web, GROUP_NONE);
	web_fill(web, "table", { "caption", table->head },
	    { "label", table->head.length > 0 ? table->head
	    : SLICE("A table") });
	for (at++; at < outline->count; at++) {
		const struct block *block = &outline->blocks[at];

		if (block->kind != BLOCK_ROW && block->kind != BLOCK_CELL)
			break;
		if (block->kind == BLOCK_CELL) {
			write_cell(web, block, header, first);
			first = false;
			continue;
		}
		if (begun)
			web_put(web, header ? "header-end" : "row-end");
		begun = first = true;
		header = block->number > 0;
		web_put(web, header ? "header" : "row");
	}
	web_put(web, begun && header ? "header-end" : "row-end");
	web_put(web, "table-end");
	return at;
}

/* --------------------------------------------------------------- frames */

static void
write_section(struct web *web, const struct block *block)
{
	web_end(web);
	web_fill(web, "section", { "id", slice_of(block->id) },
	    { "name", block->head });
	if (block->text.length > 0)
		web_fill(web, "gloss", { "gloss", block->text });
	if (strcmp(block->id, "articles") == 0)
		web_put(web, "legend");
	web->in_section = true;
}

static void
write_entry(struct web *web, size_t at)
{
	const struct block *block = &web->outline->blocks[at];
	bool dispute = block->shape == ENTRY_DISPUTE;
	struct buffer id = { 0 }, number = { 0 }, *page = web->out;

	end_entry(web);
	if (dispute) {
		web->out = &id;
		web_fill(web, "entry-id",
		    { "number", web_number(web, block->number) });
		web->out = &number;
		web_fill(web, "entry-number",
		    { "number", web_number(web, block->number) });
		web->out = page;
	}
	web_fill(web, "entry", { "id", buffer_slice(&id) },
	    { "class", dispute ? SLICE("dispute") : SLICE("matter") },
	    { "facets", web_entry_facets(web, at) },
	    { "number", buffer_slice(&number) },
	    { "heading", block->head }, { "kind", block->margin });
	buffer_free(&id);
	buffer_free(&number);
	web->in_entry = true;
}

static void
write_plain(struct web *web, const struct block *block)
{
	const char *piece = block->kind == BLOCK_LINE ? "course"
	    : block->kind == BLOCK_ITEM ? "item" : "remark";

	web_group(web, block->kind == BLOCK_ITEM ? GROUP_ITEMS
	    : GROUP_NONE);
	web_fill(web, piece, { "text", block->text });
}

size_t
web_block(struct web *web, size_t at)
{
	const struct block *block = &web->outline->blocks[at];

	switch (block->kind) {
	case BLOCK_SECTION:
		write_section(web, block);
		break;
	case BLOCK_ENTRY:
		write_entry(web, at);
		break;
	case BLOCK_QUOTE:
		write_quote(web, block);
		break;
	case BLOCK_REASON:
		write_reason(web, block);
		break;
	case BLOCK_FIGURE:
		write_figure(web, block);
		break;
	case BLOCK_LINE:
	case BLOCK_REMARK:
	case BLOCK_ITEM:
		write_plain(web, block);
		break;
	case BLOCK_TABLE:
		return write_table(web, at);
	case BLOCK_PICTURE:
		web_group(web, GROUP_NONE);
		web_picture(web, block);
		break;
	case BLOCK_ARTICLE:
		end_entry(web);
		web_article(web, block);
		web->in_article = true;
		break;
	case BLOCK_PARAGRAPH:
		web_group(web, GROUP_NONE);
		web_group(web, GROUP_PASSAGE);
		web_paragraph(web, block);
		break;
	case BLOCK_ROW:		/* within their table */
	case BLOCK_CELL:
		break;
	}
	return at + 1;
}
