/*
 * The views over time: the days, and who stands where.
 */
#include <stdlib.h>

#include "report/section.h"
#include "report/speaker.h"
#include "report/topic.h"
#include "report/view.h"

/* ------------------------------------------------------------- timeline */

/* What a statement is on its day: "contested: 2", "moved", or nothing. */
static struct slice
kept_part(struct outline *outline, uint32_t claim)
{
	const struct report_claim *at = &outline->report->claims[claim];
	uint32_t dispute = outline->findings->disputes[claim];
	struct buffer *line = outline_line(outline);

	if (dispute > 0)
		buffer_printf(line, "contested: %u", dispute);
	if (at->relates[RELATION_EVOLVE])
		buffer_add(line, dispute > 0 ? SLICE(", moved")
		    : SLICE("moved"));
	return outline_keep(outline);
}

static void
add_on_day(struct outline *outline, uint32_t claim)
{
	struct slice part = kept_part(outline, claim);

	outline_quote(outline, QUOTE_VOICE, claim, SLICE(""));
	outline->blocks[outline->count - 1].margin = part;
}

/*
 * What an article adds to its day: what is contested in it or moved, or else
 * the longest statement that it gives to somebody.
 */
static void
add_article(struct outline *outline, const struct report_article *article)
{
	const struct report *report = outline->report;
	uint32_t longest = REPORT_NONE;
	size_t count = 0, i;

	for (i = 0; i < article->claim_count; i++) {
		uint32_t at = article->claims[i];
		const struct report_claim *claim = &report->claims[at];

		if (claim->relates[RELATION_CONFLICT] ||
		    claim->relates[RELATION_EVOLVE]) {
			add_on_day(outline, at);
			count++;
		}
		if (claim->voice != VOICE_OUTLET && (longest == REPORT_NONE ||
		    claim->content.length >
		    report->claims[longest].content.length))
			longest = at;
	}
	if (count == 0 && longest != REPORT_NONE)
		add_on_day(outline, longest);
}

static void
add_day(struct outline *outline, struct slice date)
{
	struct buffer *line = outline_line(outline);

	if (date.length > 0)
		words_add_date(date, line);
	else
		buffer_add(line, SLICE("Without a date"));
	outline_entry(outline);
}

void
view_timeline(struct outline *outline)
{
	const struct report *report = outline->report;
	struct slice last = { NULL, 0 };
	size_t i;

	outline_section(outline, "days", "Day by day", "What was contested "
	    "or moved, when it was said; of an article without such, its "
	    "longest statement.");
	section_picture(outline);
	for (i = 0; i < report->read_count; i++) {
		const struct report_article *article =
		    &report->articles[report->by_date[i]];

		if (!last.at || !slice_equal(last, article->date))
			add_day(outline, article->date);
		last = article->date;
		add_article(outline, article);
	}
}

/* ------------------------------------------------------------ positions */

/* qsort has no context: the report whose claims are being sorted. */
static const struct report *sorted;

/* By speaker, by topic, by day. */
static int
compare_positions(const void *a, const void *b)
{
	uint32_t p = *(const uint32_t *)a, q = *(const uint32_t *)b;
	const struct report_claim *x = &sorted->claims[p];
	const struct report_claim *y = &sorted->claims[q];
	int order;

	if (x->speaker != y->speaker)
		return x->speaker < y->speaker ? -1 : 1;
	order = slice_compare(x->topic, y->topic);
	return order != 0 ? order : report_claim_order(sorted, p, q);
}

static struct slice
stance_of(const struct report *report, const struct report_claim *claim)
{
	return words_find(report->words, "stance", claim->act);
}

/* All positions, by speaker; firsts[entity] is where the entity's begin. */
static uint32_t *
find_positions(struct report *report, size_t *count, size_t *firsts)
{
	uint32_t *claims = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *claims);
	size_t i;

	*count = 0;
	for (i = 0; i < report->claim_count; i++) {
		const struct report_claim *claim = &report->claims[i];

		if (!claim->outside && claim->speaker != REPORT_NONE &&
		    stance_of(report, claim).length > 0)
			claims[(*count)++] = (uint32_t)i;
	}
	sorted = report;
	qsort(claims, *count, sizeof *claims, compare_positions);
	for (i = *count; i-- > 0;)
		firsts[report->claims[claims[i]].speaker] = i;
	return claims;
}

static void
add_positions(struct outline *outline, const struct speaker *speaker,
    const uint32_t *claims, size_t count)
{
	const struct report *report = outline->report;
	struct block *entry;
	struct slice margin;
	size_t i;

	words_add_count(count, "position", outline_line(outline));
	margin = outline_keep(outline);
	speaker_add_voice(report, speaker->claim, outline_line(outline));
	entry = outline_entry(outline);
	entry->margin = margin;
	for (i = 0; i < count; i++) {
		const struct report_claim *claim = &report->claims[claims[i]];
		struct buffer *line = outline_line(outline);

		buffer_add(line, stance_of(report, claim));
		if (claim->topic.length > 0) {
			buffer_add(line, SLICE(" · "));
			topic_add(report, claim->topic, line);
		}
		margin = outline_keep(outline);
		outline_quote(outline, QUOTE_STEP, claims[i], SLICE(""));
		outline->blocks[outline->count - 1].margin = margin;
	}
}

void
view_positions(struct outline *outline)
{
	struct report *report = outline->report;
	const struct heard *heard = &outline->findings->heard;
	size_t *firsts = arena_new(&report->arena, report->entity_count + 1,
	    sizeof *firsts);
	size_t count, i;
	uint32_t *claims;

	for (i = 0; i < report->entity_count; i++)
		firsts[i] = SIZE_MAX;
	claims = find_positions(report, &count, firsts);
	outline_section(outline, "positions", "Who stands where", "What each "
	    "speaker demands, accepts, rejects or promises, matter by "
	    "matter, oldest first.");
	if (count == 0)
		outline_add(outline, BLOCK_REMARK)->text =
		    SLICE("Nobody takes a position.");
	for (i = 0; i < heard->count; i++) {
		const struct speaker *speaker = &heard->speakers[i];
		size_t first = firsts[speaker->entity], end = first;

		if (first == SIZE_MAX)
			continue;
		while (end < count && report->claims[claims[end]].speaker ==
		    speaker->entity)
			end++;
		add_positions(outline, speaker, claims + first, end - first);
	}
}
