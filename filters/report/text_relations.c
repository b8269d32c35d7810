/*
 * The text report's sections on relations: what is contested, what moved,
 * what several say.
 */
#include <stdlib.h>

#include "report/phrases.h"
#include "report/speaker.h"
#include "report/text.h"

enum {
	BODY = 4,		/* columns in front of a section's lines */
	WORDS = 8,		/* in front of quoted words */
	DATE_WIDTH = 13		/* of a date and the blanks behind it */
};

/* One side of a dispute: who, where, when; then the words. */
static void
write_side(struct page *page, const struct report *report,
    const struct report_claim *claim)
{
	struct buffer *line = page_line(page);

	page_to(page, BODY);
	attribution_add(report, claim, line);
	page_words(page, STYLE_NAME, buffer_slice(line), BODY + 2);
	page_end_line(page);
	text_claim(page, report, claim, WORDS);
}

static void
write_reason(struct page *page, const struct report *report,
    const struct report_relation *relation, const char *label)
{
	struct buffer *line;

	if (relation->reason.length == 0)
		return;
	page_to(page, BODY);
	line = page_line(page);
	buffer_add(line, slice_of(label));
	reason_add(report, relation->reason, line);
	page_words(page, STYLE_FAINT, buffer_slice(line), WORDS);
	page_end_line(page);
}

/* A pair; of a claim that all pairs have, which was written, the other side. */
static void
write_pair(struct page *page, const struct report *report,
    const struct report_relation *relation, uint32_t pivot)
{
	if (relation->with != pivot)
		write_side(page, report, &report->claims[relation->with]);
	if (relation->claim != pivot)
		write_side(page, report, &report->claims[relation->claim]);
	write_reason(page, report, relation, "decided by: ");
}

/* Several claims against several: each once, then why. */
static void
write_gathering(struct page *page, const struct report *report,
    const struct groups *groups, const struct group *group)
{
	uint32_t *claims = memory_new(2 * group->count, sizeof *claims);
	size_t count = group_sides(report, groups, group, claims), i;

	for (i = 0; i < count; i++)
		write_side(page, report, &report->claims[claims[i]]);
	for (i = 0; i < group->count; i++)
		write_reason(page, report, &report->relations[
		    groups->items[group->first + i]],
		    i == 0 ? "decided by: " : "and by: ");
	free(claims);
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
	heading_add(report, relation, line);
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
	size_t i, j;

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
		const uint32_t *items = groups->items + group->first;
		uint32_t pivot = group_pivot(report, groups, group);

		write_heading(page, report, &report->relations[items[0]],
		    i + 1);
		if (group->count > 1 && pivot == REPORT_NONE) {
			write_gathering(page, report, groups, group);
			continue;
		}
		if (pivot != REPORT_NONE)
			write_side(page, report, &report->claims[pivot]);
		for (j = 0; j < group->count; j++) {
			if (j > 0 || pivot != REPORT_NONE)
				page_end_line(page);
			write_pair(page, report,
			    &report->relations[items[j]], pivot);
		}
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
		    series_step(report, claims[0]);
		struct buffer *line = page_line(page);

		page_end_line(page);
		page_to(page, BODY);
		series_add(report, groups, &groups->at[i], line);
		page_words(page, STYLE_NAME, buffer_slice(line), BODY);
		line = page_line(page);
		if (step)
			words_add(report->words, "kind", step->kind, line);
		page_right(page, STYLE_FAINT, buffer_slice(line));
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

/* ------------------------------------------------------------ the same */

/* Who says it, and in which words where they are others than the first's. */
static void
write_voice(struct page *page, const struct report *report,
    const struct report_claim *claim, const struct report_claim *first)
{
	struct buffer *line = page_line(page);

	page_to(page, BODY);
	attribution_add(report, claim, line);
	page_words(page, STYLE_NAME, buffer_slice(line), BODY + 2);
	if (claim != first && same_words(claim->content, first->content)) {
		text_place(page, &report->articles[claim->article],
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
	agreement_add(report, groups, group, line);
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
