/*
 * The sections on relations: what is contested, what moved, what several say.
 */
#include "report/clash.h"
#include "report/heading.h"
#include "report/letters.h"
#include "report/remark.h"
#include "report/section.h"
#include "report/speaker.h"

enum { VOICES_SHOWN = 8 };	/* speakers whose words are shown */

static struct slice
kept_kind(struct outline *outline, const struct report_relation *relation)
{
	if (!relation)
		return (struct slice){ "", 0 };
	words_add(outline->report->words, "kind", relation->kind,
	    outline_line(outline));
	return outline_keep(outline);
}

/* What both sides of a pair count, or empty. */
static struct slice
kept_counted(struct outline *outline, const struct report_relation *relation)
{
	const struct findings *findings = outline->findings;
	uint32_t thing = relation ? findings->counted[relation->claim]
	    : REPORT_NONE;

	if (thing == REPORT_NONE || findings->counted[relation->with] != thing)
		return (struct slice){ "", 0 };
	counted_add(outline->report, findings,
	    &findings->figures.things[thing], outline_line(outline));
	return outline_keep(outline);
}

/* What decided, behind who is against whom, where that needs to be said. */
static void
add_reason(struct outline *outline, struct slice who, struct slice reason)
{
	struct block *block;

	if (reason.length == 0 && who.length == 0)
		return;
	block = outline_add(outline, BLOCK_REASON);
	block->head = who;
	block->text = reason;
}

/* The reasons of all pairs that a claim stands in. */
static struct slice
reasons_of(struct outline *outline, const struct clash *clash,
    uint32_t claim)
{
	struct buffer *line = outline_line(outline);
	size_t i;

	for (i = 0; i < clash->pair_count; i++) {
		const struct report_relation *pair =
		    &clash->report->relations[clash->pairs[i]];

		if (pair->claim != claim && pair->with != claim)
			continue;
		if (line->length > 0)
			buffer_add(line, SLICE(" · "));
		buffer_add(line, pair->reason);
	}
	return outline_keep(outline);
}

/* Several pairs: each claim once under a letter, then who is against whom. */
static void
add_clash(struct outline *outline, const struct groups *groups,
    const struct group *group)
{
	struct clash clash;
	struct slice reason;
	size_t i;

	clash_open(&clash, outline->report, groups, group);
	for (i = 0; i < clash.side_count; i++) {
		outline_quote(outline, QUOTE_SIDE, clash.sides[i],
		    reasons_of(outline, &clash, clash.sides[i]));
		outline->blocks[outline->count - 1].number =
		    (uint32_t)i + 1;
	}
	while (clash_next(&clash, outline_line(outline), &reason))
		add_reason(outline, outline_keep(outline), reason);
	clash_close(&clash);
}

static void
add_dispute(struct outline *outline, const struct groups *groups, size_t i)
{
	const struct report *report = outline->report;
	const struct group *group = &groups->at[i];
	const struct report_relation *first =
	    &report->relations[groups->items[group->first]];
	struct block *entry;
	struct slice kind = kept_kind(outline, first);
	struct slice counted = kept_counted(outline, first);

	heading_add_dispute(report, groups, group, counted,
	    outline_line(outline));
	entry = outline_entry(outline);
	entry->shape = ENTRY_DISPUTE;
	entry->number = (uint32_t)i + 1;
	entry->at = groups->items[group->first];
	entry->margin = kind;
	if (group->count > 1) {
		add_clash(outline, groups, group);
		return;
	}
	outline_quote(outline, QUOTE_SIDE, first->with, first->reason);
	outline_quote(outline, QUOTE_SIDE, first->claim, first->reason);
	add_reason(outline, SLICE(""), first->reason);
}

void
section_contested(struct outline *outline)
{
	const struct groups *groups = &outline->findings->conflicts;
	size_t i;

	if (groups->count == 0 && outline->report->read_count < 2)
		return;
	outline_section(outline, "contested", "Contested", "Where two "
	    "statements cannot both be right, the surest first.");
	if (groups->count == 0)
		outline_add(outline, BLOCK_REMARK)->text =
		    SLICE("No two statements contradict each other.");
	for (i = 0; i < groups->count; i++)
		add_dispute(outline, groups, i);
}

/* ------------------------------------------------------------ over time */

void
section_picture(struct outline *outline)
{
	struct block *picture = outline_add(outline, BLOCK_PICTURE);

	picture->shape = PICTURE_DAYS;
	picture->head = SLICE("What was contested or moved, and when");
}

static void
add_step(struct outline *outline, uint32_t claim)
{
	const struct report_relation *step = heading_step(outline->report,
	    claim);

	outline_quote(outline, QUOTE_STEP, claim,
	    step ? step->reason : SLICE(""));
}

static void
add_series(struct outline *outline, const struct groups *groups, size_t at)
{
	const struct report *report = outline->report;
	const struct group *group = &groups->at[at];
	const uint32_t *claims = groups->items + group->first;
	const struct report_relation *step = heading_step(report,
	    claims[group->count - 1]);
	struct slice kind = kept_kind(outline, step);
	struct slice counted = kept_counted(outline, step);
	struct block *entry;
	size_t i;

	heading_add_series(report, groups, group, counted,
	    outline_line(outline));
	entry = outline_entry(outline);
	entry->margin = kind;
	entry->at = step ? (uint32_t)(step - report->relations) : REPORT_NONE;
	heading_add_course(report, groups, group, outline_line(outline));
	if (outline->line.length > 0)
		outline_words(outline, BLOCK_LINE);
	for (i = 0; i < group->count; i++)
		add_step(outline, claims[i]);
	remark_other_matter(report, groups, group, outline_line(outline));
	if (outline->line.length > 0)
		outline_words(outline, BLOCK_LINE);
}

void
section_moved(struct outline *outline)
{
	const struct groups *groups = &outline->findings->series;
	size_t i;

	if (groups->count == 0)
		return;
	outline_section(outline, "moved", "Moved", "What changed from one "
	    "day to another: later word, not contradiction.");
	section_picture(outline);
	for (i = 0; i < groups->count; i++)
		add_series(outline, groups, i);
}

/* ---------------------------------------------------- the only article */

void
section_said(struct outline *outline)
{
	const struct report *report = outline->report;
	const struct report_article *article;
	size_t i;

	if (report->read_count != 1 || report->attributed == 0)
		return;
	article = &report->articles[report->by_date[0]];
	outline_section(outline, "said", "Who says what", "Every statement "
	    "that the article gives to somebody.");
	for (i = 0; i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];

		if (claim->voice == VOICE_OUTLET || claim->outside)
			continue;
		outline_quote(outline, QUOTE_SIDE, article->claims[i],
		    SLICE(""));
	}
}

/* ------------------------------------------------- those most heard */

/*
 * The statement of a speaker in an article that tells most: the longest one
 * that nobody else relays; REPORT_NONE when there is none.
 */
static uint32_t
telling_claim(const struct report *report,
    const struct report_article *article, uint32_t speaker)
{
	uint32_t best = REPORT_NONE;
	size_t i;

	for (i = 0; i < article->claim_count; i++) {
		uint32_t at = article->claims[i];
		const struct report_claim *claim = &report->claims[at];

		if (!claim->outside && claim->speaker == speaker &&
		    claim->depth <= 1 && (best == REPORT_NONE ||
		    claim->content.length >
		    report->claims[best].content.length))
			best = at;
	}
	return best;
}

void
section_voices(struct outline *outline)
{
	const struct report *report = outline->report;
	const struct heard *heard = &outline->findings->heard;
	size_t i, j;

	if (report->read_count < 2 || heard->count == 0)
		return;
	outline_section(outline, "voices", "In their words", "What those "
	    "most heard say, article by article: the longest statement "
	    "that nobody relays.");
	for (i = 0; i < heard->count && i < VOICES_SHOWN; i++) {
		const struct speaker *speaker = &heard->speakers[i];

		speaker_add_voice(report, speaker->claim,
		    outline_line(outline));
		outline_entry(outline);
		for (j = 0; j < report->read_count; j++) {
			uint32_t claim = telling_claim(report,
			    &report->articles[report->by_date[j]],
			    speaker->entity);

			if (claim != REPORT_NONE)
				add_step(outline, claim);
		}
	}
}

/* ------------------------------------------------------------ the same */

static void
add_agreement(struct outline *outline, const struct groups *groups,
    const struct group *group)
{
	const struct report *report = outline->report;
	const uint32_t *claims = groups->items + group->first;
	struct block *entry;
	struct slice witnesses;
	size_t i;

	count_witnesses_add(group->witnesses, outline_line(outline));
	witnesses = outline_keep(outline);
	heading_add_agreement(report, groups, group, outline_line(outline));
	entry = outline_entry(outline);
	entry->margin = witnesses;
	for (i = 0; i < group->count; i++) {
		bool again = i > 0 && letters_same_words(
		    report->claims[claims[i]].content,
		    report->claims[claims[0]].content);

		outline_quote(outline, again ? QUOTE_AGAIN : QUOTE_VOICE,
		    claims[i], SLICE(""));
	}
}

void
section_agreed(struct outline *outline)
{
	const struct groups *groups = &outline->findings->agreements;
	size_t i;

	if (groups->count == 0)
		return;
	outline_section(outline, "same", "Who says the same", "Counted by "
	    "where the text comes from: copies of one text are one "
	    "witness.");
	for (i = 0; i < groups->count; i++)
		add_agreement(outline, groups, &groups->at[i]);
}
