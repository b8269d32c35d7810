/*
 * The page's sections on relations: contested, moved, the same.
 */
#include <stdlib.h>

#include "report/context.h"
#include "report/html_page.h"
#include "report/phrases.h"
#include "report/speaker.h"

/* A phrase put together into html->line. */
static struct buffer *
line(struct html *html)
{
	buffer_clear(&html->line);
	return &html->line;
}

/* The faint line around a claim of few words; markup, or empty. */
static struct slice
context(struct html *html, const struct report_claim *claim,
    struct buffer *markup)
{
	struct buffer *page = html->out;

	context_add(html->report, claim, line(html));
	if (html->line.length == 0)
		return (struct slice){ "", 0 };
	html->out = markup;
	html_fill(html, "context", { "text", buffer_slice(&html->line) });
	html->out = page;
	return buffer_slice(markup);
}

static void
write_side(struct html *html, uint32_t index, struct slice reason)
{
	const struct report_claim *claim = &html->report->claims[index];
	const struct report_article *article =
	    &html->report->articles[claim->article];
	struct buffer around = { 0 };

	html_fill(html, "side", { "speaker", html_speaker(html, claim) },
	    { "voice", html_voice(claim) },
	    { "origin", html_origin(html, article) },
	    { "words", html_words(html, claim, reason) },
	    { "context", context(html, claim, &around) },
	    { "anchor", html_claim_anchor(html, claim) },
	    { "place", html_place(html, article, claim->start, claim->end) });
	buffer_free(&around);
}

static void
write_reason(struct html *html, const struct report_relation *relation)
{
	if (relation->reason.length == 0)
		return;
	reason_add(html->report, relation->reason, line(html));
	html_fill(html, "reason",
	    { "reason", buffer_slice(&html->line) });
}

static void
write_pair(struct html *html, const struct report_relation *relation)
{
	html_put(html, "pair");
	write_side(html, relation->with, relation->reason);
	write_side(html, relation->claim, relation->reason);
	html_put(html, "pair-end");
	write_reason(html, relation);
}

/* One claim against several: it stands on the left, they on the right. */
static void
write_star(struct html *html, uint32_t pivot, const uint32_t *items,
    size_t count)
{
	const struct report *report = html->report;
	size_t i;

	html_put(html, "pair");
	write_side(html, pivot, report->relations[items[0]].reason);
	html_put(html, "others");
	for (i = 0; i < count; i++) {
		const struct report_relation *relation =
		    &report->relations[items[i]];

		write_side(html, relation->with == pivot ? relation->claim
		    : relation->with, relation->reason);
		write_reason(html, relation);
	}
	html_put(html, "others-end");
	html_put(html, "pair-end");
}

/* Several claims against several: each once, then why. */
static void
write_gathering(struct html *html, const struct group *group)
{
	const struct report *report = html->report;
	const struct groups *groups = &html->findings->conflicts;
	const uint32_t *items = groups->items + group->first;
	uint32_t *claims = memory_new(2 * group->count, sizeof *claims);
	size_t count = group_sides(report, groups, group, claims), i, j;
	struct buffer reasons = { 0 };

	html_put(html, "pair");
	for (i = 0; i < count; i++) {
		buffer_clear(&reasons);
		for (j = 0; j < group->count; j++) {
			const struct report_relation *relation =
			    &report->relations[items[j]];

			if (relation->claim != claims[i] &&
			    relation->with != claims[i])
				continue;
			buffer_add(&reasons, relation->reason);
			buffer_add_byte(&reasons, ' ');
		}
		write_side(html, claims[i], buffer_slice(&reasons));
	}
	html_put(html, "pair-end");
	for (j = 0; j < group->count; j++)
		write_reason(html, &report->relations[items[j]]);
	buffer_free(&reasons);
	free(claims);
}

static void
write_dispute(struct html *html, const struct group *group, size_t number)
{
	const struct report *report = html->report;
	const struct groups *groups = &html->findings->conflicts;
	const uint32_t *items = groups->items + group->first;
	const struct report_relation *first = &report->relations[items[0]];
	uint32_t pivot = group_pivot(report, groups, group);
	struct buffer kind = { 0 };

	heading_add(report, first, line(html));
	words_add(report->words, "kind", first->kind, &kind);
	html_fill(html, "dispute", { "number", html_number(html, number) },
	    { "heading", buffer_slice(&html->line) },
	    { "kind", buffer_slice(&kind) });
	if (pivot != REPORT_NONE)
		write_star(html, pivot, items, group->count);
	else if (group->count > 1)
		write_gathering(html, group);
	else
		write_pair(html, first);
	html_put(html, "dispute-end");
	buffer_free(&kind);
}

void
html_contested(struct html *html)
{
	const struct groups *groups = &html->findings->conflicts;
	size_t i;

	if (html->report->read_count < 2 && groups->count == 0)
		return;
	html_section(html, "contested", "Contested", "Where two statements "
	    "cannot both be right, the surest first.");
	if (groups->count == 0)
		html_fill(html, "remark", { "text",
		    SLICE("No two statements contradict each other.") });
	for (i = 0; i < groups->count; i++)
		write_dispute(html, &groups->at[i], i + 1);
	html_put(html, "section-end");
}

static void
write_step(struct html *html, uint32_t index, struct slice reason)
{
	const struct report_claim *claim = &html->report->claims[index];
	const struct report_article *article =
	    &html->report->articles[claim->article];
	struct buffer around = { 0 };

	struct slice around_step = context(html, claim, &around);

	words_add_date(article->date, line(html));
	html_fill(html, "step", { "context", around_step },
	    { "date", buffer_slice(&html->line) },
	    { "speaker", html_speaker(html, claim) },
	    { "voice", html_voice(claim) }, { "origin", article->outlet },
	    { "words", html_words(html, claim, reason) },
	    { "anchor", html_claim_anchor(html, claim) },
	    { "place", html_place(html, article, claim->start, claim->end) });
	buffer_free(&around);
}

static void
write_series(struct html *html, const struct group *group)
{
	const struct groups *series = &html->findings->series;
	const uint32_t *claims = series->items + group->first;
	const struct report_relation *step = series_step(html->report,
	    claims[group->count - 1]);
	struct slice reason = step ? step->reason : (struct slice){ "", 0 };
	struct buffer kind = { 0 };
	size_t i;

	series_add(html->report, series, group, line(html));
	if (step)
		words_add(html->report->words, "kind", step->kind, &kind);
	html_fill(html, "series", { "heading", buffer_slice(&html->line) },
	    { "kind", buffer_slice(&kind) });
	for (i = 0; i < group->count; i++)
		write_step(html, claims[i], reason);
	html_put(html, "series-end");
	buffer_free(&kind);
}

void
html_moved(struct html *html)
{
	const struct groups *series = &html->findings->series;
	size_t i;

	if (series->count == 0)
		return;
	html_section(html, "moved", "Moved", "What changed from one day to "
	    "another: later word, not contradiction.");
	for (i = 0; i < series->count; i++)
		write_series(html, &series->at[i]);
	html_put(html, "section-end");
}

void
html_said(struct html *html)
{
	const struct report *report = html->report;
	const struct report_article *article =
	    &report->articles[report->by_date[0]];
	size_t i;

	if (report->read_count != 1 || report->attributed == 0)
		return;
	html_section(html, "said", "Who says what", "Every statement that "
	    "the article gives to somebody.");
	for (i = 0; i < article->claim_count; i++)
		if (report->claims[article->claims[i]].voice != VOICE_OUTLET)
			write_side(html, article->claims[i],
			    (struct slice){ "", 0 });
	html_put(html, "section-end");
}

/* Who says it, and in which words where they are others than the first's. */
static void
write_voice(struct html *html, const struct report_claim *claim,
    const struct report_claim *first)
{
	const struct report_article *article =
	    &html->report->articles[claim->article];
	bool again = claim != first &&
	    same_words(claim->content, first->content);

	html_fill(html, again ? "agreement-again" : "agreement-voice",
	    { "speaker", html_speaker(html, claim) },
	    { "voice", html_voice(claim) },
	    { "origin", html_origin(html, article) },
	    { "words", claim->content },
	    { "anchor", html_claim_anchor(html, claim) },
	    { "place", html_place(html, article, claim->start, claim->end) });
}

static void
write_agreement(struct html *html, const struct group *group)
{
	const struct report *report = html->report;
	const struct groups *agreements = &html->findings->agreements;
	const uint32_t *claims = agreements->items + group->first;
	struct buffer heading = { 0 };
	size_t i;

	agreement_add(report, agreements, group, &heading);
	count_witnesses_add(group->witnesses, line(html));
	html_fill(html, "agreement", { "heading", buffer_slice(&heading) },
	    { "witnesses", buffer_slice(&html->line) });
	for (i = 0; i < group->count; i++)
		write_voice(html, &report->claims[claims[i]],
		    &report->claims[claims[0]]);
	html_put(html, "agreement-end");
	buffer_free(&heading);
}

void
html_agreed(struct html *html)
{
	const struct groups *groups = &html->findings->agreements;
	size_t i;

	if (groups->count == 0)
		return;
	html_section(html, "same", "Who says the same", "Counted by where "
	    "the text comes from: copies of one text are one witness.");
	for (i = 0; i < groups->count; i++)
		write_agreement(html, &groups->at[i]);
	html_put(html, "section-end");
}
