/*
 * The text report's sections on relations: what is contested, what moved,
 * what several say.
 */
#include "report/clash.h"
#include "report/heading.h"
#include "report/letters.h"
#include "report/origin.h"
#include "report/remark.h"
#include "report/speaker.h"
#include "report/text.h"
#include "report/topic.h"

enum {
	BODY = 4,		/* columns in front of a section's lines */
	WORDS = 8,		/* in front of quoted words */
	DATE_WIDTH = 13,	/* of a date and the blanks behind it */
	VOICES_SHOWN = 8	/* speakers whose words are shown */
};

/* One side of a dispute: who, where, when; then the words. */
static void
write_side(struct page *page, const struct report *report,
    struct slice letter, const struct report_claim *claim)
{
	struct buffer *line = page_line(page);

	page_to(page, BODY);
	buffer_add(line, letter);
	attribution_add(report, claim, line);
	page_words(page, STYLE_NAME, buffer_slice(line), BODY + 2);
	page_end_line(page);
	text_claim(page, report, claim, WORDS);
}

/* What decided, behind a label. */
static void
write_reason(struct page *page, const struct report *report,
    struct slice label, struct slice reason)
{
	struct buffer *line = page_line(page);

	page_to(page, BODY);
	buffer_add(line, label);
	if (reason.length > 0) {
		buffer_add(line, SLICE("decided by: "));
		reason_add(report, reason, line);
	}
	page_words(page, STYLE_FAINT, buffer_slice(line), WORDS);
	page_end_line(page);
}

static void
write_pair(struct page *page, const struct report *report,
    const struct report_relation *relation)
{
	write_side(page, report, SLICE(""), &report->claims[relation->with]);
	write_side(page, report, SLICE(""), &report->claims[relation->claim]);
	if (relation->reason.length > 0)
		write_reason(page, report, SLICE(""), relation->reason);
}

/* Several pairs: each claim once under a letter, then who is against whom. */
static void
write_clash(struct page *page, const struct report *report,
    const struct groups *groups, const struct group *group)
{
	struct buffer label = { 0 };
	struct clash clash;
	struct slice reason;
	size_t i;

	clash_open(&clash, report, groups, group);
	for (i = 0; i < clash.side_count; i++) {
		buffer_clear(&label);
		clash_add_letter(i, &label);
		buffer_add(&label, SLICE(") "));
		write_side(page, report, buffer_slice(&label),
		    &report->claims[clash.sides[i]]);
	}
	buffer_clear(&label);
	while (clash_next(&clash, &label, &reason)) {
		if (reason.length > 0)
			buffer_add(&label, SLICE(", "));
		write_reason(page, report, buffer_slice(&label), reason);
		buffer_clear(&label);
	}
	clash_close(&clash);
	buffer_free(&label);
}

/* The number and the question, and at the margin the kind. */
static void
write_heading(struct page *page, const struct report *report,
    const struct report_relation *relation, size_t number)
{
	struct buffer *line = page_line(page);

	page_end_line(page);
	if (number > 0) {
		if (number < 10)
			buffer_add_byte(line, ' ');
		buffer_add_number(line, number);
		buffer_add(page->out, buffer_slice(line));
		page->column = line->length;
	}
	page_to(page, BODY);
	line = page_line(page);
	heading_add_dispute(report, relation, line);
	page_words(page, STYLE_CONFLICT, buffer_slice(line), BODY);
	line = page_line(page);
	words_add(report->words, "kind", relation->kind, line);
	page_right(page, STYLE_FAINT, buffer_slice(line));
}

void
text_contested(struct page *page, const struct report *report,
    const struct findings *findings)
{
	const struct groups *groups = &findings->conflicts;
	size_t i;

	if (groups->count == 0 && report->read_count < 2)
		return;
	text_section(page, "CONTESTED");
	if (groups->count == 0) {
		page_to(page, BODY);
		page_words(page, STYLE_PLAIN,
		    SLICE("No two statements contradict each other."), BODY);
		page_end_line(page);
	}
	for (i = 0; i < groups->count; i++) {
		const struct group *group = &groups->at[i];
		const struct report_relation *first =
		    &report->relations[groups->items[group->first]];

		write_heading(page, report, first, i + 1);
		if (group->count > 1)
			write_clash(page, report, groups, group);
		else
			write_pair(page, report, first);
	}
}

/* ------------------------------------------------------------ over time */

static void
write_step(struct page *page, const struct report *report,
    const struct report_claim *claim)
{
	const struct report_article *article =
	    &report->articles[claim->article];
	struct buffer *line = page_line(page);
	size_t indent = BODY + DATE_WIDTH;

	page_to(page, BODY);
	report_add_date(report, article->date, line);
	page_cell(page, STYLE_PLAIN, buffer_slice(line), DATE_WIDTH);
	line = page_line(page);
	attribution_add_undated(report, claim, line);
	page_words(page, STYLE_NAME, buffer_slice(line), indent);
	page_end_line(page);
	text_claim(page, report, claim, indent);
}

/* The steps in a line, where their words are known. */
static void
write_course(struct page *page, const struct report *report,
    const struct groups *groups, const struct group *group)
{
	struct buffer *line = page_line(page);

	heading_add_course(report, groups, group, line);
	if (line->length == 0)
		return;
	page_to(page, BODY);
	page_words(page, STYLE_PLAIN, buffer_slice(line), BODY + 2);
	page_end_line(page);
}

void
text_moved(struct page *page, const struct report *report,
    const struct findings *findings)
{
	const struct groups *groups = &findings->series;
	size_t i, j;

	if (groups->count == 0)
		return;
	text_section(page, "MOVED");
	for (i = 0; i < groups->count; i++) {
		const uint32_t *claims = groups->items + groups->at[i].first;
		const struct report_relation *step =
		    heading_step(report, claims[0]);
		struct buffer *line = page_line(page);

		page_end_line(page);
		page_to(page, BODY);
		heading_add_series(report, groups, &groups->at[i], line);
		page_words(page, STYLE_NAME, buffer_slice(line), BODY);
		line = page_line(page);
		if (step)
			words_add(report->words, "kind", step->kind, line);
		page_right(page, STYLE_FAINT, buffer_slice(line));
		write_course(page, report, groups, &groups->at[i]);
		for (j = 0; j < groups->at[i].count; j++)
			write_step(page, report, &report->claims[claims[j]]);
	}
}

/* ---------------------------------------------------- the only article */

void
text_said(struct page *page, const struct report *report)
{
	const struct report_article *article =
	    &report->articles[report->by_date[0]];
	size_t i;

	if (report->read_count != 1 || report->attributed == 0)
		return;
	text_section(page, "WHO SAYS WHAT");
	for (i = 0; i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];
		struct buffer *line = page_line(page);

		if (claim->voice == VOICE_OUTLET || claim->outside)
			continue;
		page_end_line(page);
		page_to(page, BODY);
		speaker_add(report, claim, line);
		page_words(page, STYLE_NAME, buffer_slice(line), BODY + 2);
		page_end_line(page);
		text_claim(page, report, claim, WORDS);
	}
}

/* ------------------------------------------------- those most heard */

/*
 * The statement of a speaker in an article that tells most: the longest one
 * that nobody else relays; NULL when there is none.
 */
static const struct report_claim *
telling_claim(const struct report *report,
    const struct report_article *article, uint32_t speaker)
{
	const struct report_claim *best = NULL;
	size_t i;

	for (i = 0; i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];

		if (!claim->outside && claim->speaker == speaker &&
		    claim->depth <= 1 && (best == NULL ||
		    claim->content.length > best->content.length))
			best = claim;
	}
	return best;
}

static void
write_voices(struct page *page, const struct report *report,
    const struct speaker *speaker)
{
	struct buffer *line = page_line(page);
	size_t i;

	page_end_line(page);
	page_to(page, BODY);
	speaker_add_voice(report, speaker->claim, line);
	page_words(page, STYLE_NAME, buffer_slice(line), BODY + 2);
	page_end_line(page);
	for (i = 0; i < report->read_count; i++) {
		const struct report_claim *claim = telling_claim(report,
		    &report->articles[report->by_date[i]], speaker->entity);

		if (claim != NULL)
			write_step(page, report, claim);
	}
}

void
text_voices(struct page *page, const struct report *report,
    const struct findings *findings)
{
	const struct heard *heard = &findings->heard;
	size_t i;

	if (report->read_count < 2 || heard->count == 0)
		return;
	text_section(page, "IN THEIR WORDS");
	for (i = 0; i < heard->count && i < VOICES_SHOWN; i++)
		write_voices(page, report, &heard->speakers[i]);
}

/* ------------------------------------------------------------ the same */

/* Who says it, and in which words where they are others than the first's. */
static void
write_voice(struct page *page, const struct report *report,
    const struct report_claim *claim, const struct report_claim *first)
{
	bool again = claim != first &&
	    letters_same_words(claim->content, first->content);
	struct buffer *line = page_line(page);

	page_to(page, BODY);
	attribution_add(report, claim, line);
	if (again)
		buffer_add(line, SLICE(", in the same words"));
	page_words(page, STYLE_NAME, buffer_slice(line), BODY + 2);
	if (again) {
		text_place(page, report, &report->articles[claim->article],
		    claim->start, claim->end);
	} else {
		page_end_line(page);
		text_claim(page, report, claim, WORDS);
	}
}

static void
write_agreement(struct page *page, const struct report *report,
    const struct groups *groups, const struct group *group)
{
	const uint32_t *claims = groups->items + group->first;
	struct buffer *line;
	size_t i;

	page_end_line(page);
	page_to(page, BODY);
	line = page_line(page);
	heading_add_agreement(report, groups, group, line);
	page_words(page, STYLE_HEADING, buffer_slice(line), BODY);
	line = page_line(page);
	count_witnesses_add(group->witnesses, line);
	page_right(page, STYLE_FAINT, buffer_slice(line));
	for (i = 0; i < group->count; i++)
		write_voice(page, report, &report->claims[claims[i]],
		    &report->claims[claims[0]]);
}

void
text_agreed(struct page *page, const struct report *report,
    const struct findings *findings)
{
	const struct groups *groups = &findings->agreements;
	size_t i;

	if (groups->count == 0)
		return;
	text_section(page, "WHO SAYS THE SAME");
	for (i = 0; i < groups->count; i++)
		write_agreement(page, report, groups, &groups->at[i]);
}
