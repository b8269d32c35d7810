/*
 * Records from blocks.
 */
#include "report/record.h"

#include "report/clash.h"
#include "report/origin.h"
#include "report/remark.h"
#include "report/speaker.h"
#include "report/topic.h"

const struct record_name record_names[RECORD_FIELD_COUNT] = {
	[RECORD_SECTION] = { "section", false },
	[RECORD_NUMBER] = { "number", true },
	[RECORD_HEADING] = { "heading", false },
	[RECORD_KIND] = { "kind", false },
	[RECORD_SIDE] = { "side", false },
	[RECORD_NOTE] = { "note", false },
	[RECORD_SPEAKER] = { "speaker", false },
	[RECORD_SPEAKER_ID] = { "speaker_id", false },
	[RECORD_VOICE] = { "voice", false },
	[RECORD_ACT] = { "act", false },
	[RECORD_CERTAINTY] = { "certainty", false },
	[RECORD_TOPIC] = { "topic", false },
	[RECORD_WORDS] = { "words", false },
	[RECORD_REASON] = { "reason", false },
	[RECORD_FIGURE] = { "figure", false },
	[RECORD_LOW] = { "low", true },
	[RECORD_HIGH] = { "high", true },
	[RECORD_APPROXIMATION] = { "approximation", false },
	[RECORD_COUNTED] = { "counted", false },
	[RECORD_OUTLET] = { "outlet", false },
	[RECORD_UPSTREAM] = { "upstream", false },
	[RECORD_DATE] = { "date", false },
	[RECORD_DOC] = { "doc", false },
	[RECORD_CLAIM] = { "claim", false },
	[RECORD_START] = { "start", true },
	[RECORD_END] = { "end", true },
	[RECORD_URL] = { "url", false },
	[RECORD_ROW] = { "row", false },
	[RECORD_COLUMN] = { "column", false },
	[RECORD_VALUE] = { "value", false }
};

static const char *const voices[VOICE_COUNT] = {
	[VOICE_OUTLET] = "outlet", [VOICE_NAMED] = "named",
	[VOICE_GROUP] = "group", [VOICE_UNNAMED] = "unnamed",
	[VOICE_NOBODY] = "nobody"
};

static void
put(struct records *records, enum record_field field, struct slice value)
{
	buffer_add(&records->fields[field], value);
}

static void
put_number(struct records *records, enum record_field field, size_t value)
{
	buffer_add_number(&records->fields[field], value);
}

/* What the record stands under. */
static void
put_heading(struct records *records)
{
	const struct block *entry = records->entry;

	if (records->section)
		put(records, RECORD_SECTION, records->section->head);
	if (!entry)
		return;
	if (entry->number > 0)
		put_number(records, RECORD_NUMBER, entry->number);
	put(records, RECORD_HEADING, entry->head);
	put(records, RECORD_KIND, entry->margin);
}

static void
put_article(struct records *records, uint32_t at)
{
	const struct report_article *article =
	    &records->outline->report->articles[at];

	put(records, RECORD_OUTLET, article->outlet);
	put(records, RECORD_UPSTREAM, article->upstream);
	put(records, RECORD_DATE, article->date);
	put(records, RECORD_DOC, article->doc);
	if (url_is_safe(article->url))
		put(records, RECORD_URL, article->url);
}

static void
put_place(struct records *records, size_t start, size_t end)
{
	if (end <= start)
		return;
	put_number(records, RECORD_START, start);
	put_number(records, RECORD_END, end);
}

/* Who says it and what is known of that; not where it stands. */
static void
put_speaker(struct records *records, const struct report_claim *claim)
{
	const struct report *report = records->outline->report;

	if (claim->voice != VOICE_OUTLET && claim->voice != VOICE_NOBODY)
		speaker_add_name(report, claim,
		    &records->fields[RECORD_SPEAKER]);
	if (claim->speaker != REPORT_NONE)
		put(records, RECORD_SPEAKER_ID,
		    report->entities[claim->speaker].id);
	put(records, RECORD_VOICE, slice_of(voices[claim->voice]));
	put(records, RECORD_ACT, claim->act);
	put(records, RECORD_CERTAINTY, claim->certainty);
	topic_add(report, claim->topic, &records->fields[RECORD_TOPIC]);
	put(records, RECORD_CLAIM, claim->id);
}

static void
put_claim(struct records *records, uint32_t at)
{
	const struct report_claim *claim =
	    &records->outline->report->claims[at];

	put_heading(records);
	put_speaker(records, claim);
	put(records, RECORD_WORDS, claim->content);
	put_article(records, claim->article);
	put_place(records, claim->start, claim->end);
}

static void
put_quote(struct records *records, const struct block *block)
{
	put_claim(records, block->at);
	if (block->shape == QUOTE_SIDE && block->number > 0)
		clash_add_letter(block->number - 1,
		    &records->fields[RECORD_SIDE]);
	if (block->shape == QUOTE_BESIDE)
		put_number(records, RECORD_SIDE, block->number);
	put(records, RECORD_NOTE, block->margin);
	reason_add(records->outline->report, slice_trim(block->text),
	    &records->fields[RECORD_REASON]);
}

static void
put_decimal(struct records *records, enum record_field field, double value)
{
	buffer_printf(&records->fields[field], "%.15g", value);
}

static void
put_figure(struct records *records, const struct block *block)
{
	const struct report *report = records->outline->report;
	const struct figure_use *use =
	    &records->outline->findings->figures.uses[block->at];
	const struct report_sentence *sentence =
	    &report->sentences[use->sentence];
	static const char *const approximations[APPROX_COUNT] = {
		[APPROX_EXACT] = "exactly", [APPROX_MIN] = "at least",
		[APPROX_MAX] = "at most", [APPROX_ABOUT] = "about",
		[APPROX_GT] = "more than", [APPROX_LT] = "less than"
	};

	put_heading(records);
	if (use->claim != REPORT_NONE)
		put_speaker(records, &report->claims[use->claim]);
	put(records, RECORD_FIGURE, slice_part(sentence->text,
	    use->phrase.start, use->phrase.end));
	figure_add_context(report, use, &records->fields[RECORD_WORDS]);
	put_decimal(records, RECORD_LOW, use->figure->low);
	put_decimal(records, RECORD_HIGH, use->figure->high);
	put(records, RECORD_APPROXIMATION,
	    slice_of(approximations[use->figure->approx]));
	counted_add(report, records->outline->findings,
	    &records->outline->findings->figures.things[use->thing],
	    &records->fields[RECORD_COUNTED]);
	put_article(records, sentence->article);
	put_place(records, sentence->start + use->phrase.start,
	    sentence->start + use->phrase.end);
}

/* A cell of a table, but for its header and the names of its rows. */
static bool
put_cell(struct records *records, const struct block *block)
{
	const struct block *blocks = records->outline->blocks;
	size_t column = records->column++;

	if (records->in_header || column == 0)
		return false;
	if (block->text.length == 0)
		return false;
	put_heading(records);
	if (records->table->head.length > 0 && !records->entry)
		put(records, RECORD_HEADING, records->table->head);
	put(records, RECORD_ROW, blocks[records->row + 1].text);
	put(records, RECORD_COLUMN, blocks[records->header + 1 +
	    column].text);
	put(records, RECORD_VALUE, block->text);
	return true;
}

/* The claims of the article that stands in full, after its notes. */
static bool
put_said(struct records *records)
{
	const struct report_article *article =
	    &records->outline->report->articles[records->article];
	uint32_t claim = article->claims[records->said++];

	put_claim(records, claim);
	if (records->outline->notes[claim] > 0)
		put_number(records, RECORD_SIDE,
		    records->outline->notes[claim]);
	return true;
}

static bool
put_block(struct records *records, size_t at)
{
	const struct block *block = &records->outline->blocks[at];

	switch (block->kind) {
	case BLOCK_SECTION:
		records->section = block;
		records->entry = NULL;
		return false;
	case BLOCK_ENTRY:
		records->entry = block;
		return false;
	case BLOCK_QUOTE:
		put_quote(records, block);
		return true;
	case BLOCK_FIGURE:
		put_figure(records, block);
		return true;
	case BLOCK_TABLE:
		records->table = block;
		return false;
	case BLOCK_ROW:
		records->in_header = block->number > 0;
		if (records->in_header)
			records->header = at;
		records->row = at;
		records->column = 0;
		return false;
	case BLOCK_CELL:
		return put_cell(records, block);
	case BLOCK_ARTICLE:
		records->entry = NULL;
		records->article = block->at;
		records->said = 0;
		records->said_end = block->shape == ARTICLE_FULL
		    ? records->outline->report->articles[
		    block->at].claim_count : 0;
		return false;
	case BLOCK_ITEM:
	case BLOCK_REMARK:
		put_heading(records);
		put(records, RECORD_VALUE, block->text);
		return true;
	case BLOCK_LINE:
	case BLOCK_REASON:	/* each statement bears its own */
	case BLOCK_PICTURE:
	case BLOCK_PARAGRAPH:
		return false;
	}
	return false;
}

bool
record_next(struct records *records)
{
	size_t i;

	for (i = 0; i < RECORD_FIELD_COUNT; i++)
		buffer_clear(&records->fields[i]);
	for (;;) {
		if (records->said < records->said_end)
			return put_said(records);
		if (records->at == records->outline->count)
			return false;
		if (put_block(records, records->at++))
			return true;
	}
}

void
record_free(struct records *records)
{
	size_t i;

	for (i = 0; i < RECORD_FIELD_COUNT; i++)
		buffer_free(&records->fields[i]);
}
