/*
 * The page's sections on relations: contested, moved, the same.
 */
#include "report/clash.h"
#include "report/context.h"
#include "report/heading.h"
#include "report/html_page.h"
#include "report/letters.h"
#include "report/remark.h"
#include "report/topic.h"

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
write_side(struct html *html, struct slice letter, uint32_t index,
    struct slice reason)
{
	const struct report_claim *claim = &html->report->claims[index];
	const struct report_article *article =
	    &html->report->articles[claim->article];
	struct buffer around = { 0 }, mark = { 0 }, *page = html->out;

	html->out = &mark;
	if (letter.length > 0)
		html_fill(html, "letter", { "letter", letter });
	html->out = page;
	html_fill(html, "side", { "letter", buffer_slice(&mark) },
	    { "speaker", html_speaker(html, claim) },
	    { "voice", html_voice(claim) },
	    { "origin", html_origin(html, article) },
	    { "words", html_words(html, claim, reason) },
	    { "context", context(html, claim, &around) },
	    { "anchor", html_claim_anchor(html, claim) },
	    { "place", html_place(html, article, claim->start, claim->end) });
	buffer_free(&around);
	buffer_free(&mark);
}

/* What decided; who is against whom where there are several pairs. */
static void
write_reason(struct html *html, struct slice who, struct slice reason)
{
	reason_add(html->report, reason, line(html));
	html_fill(html, who.length > 0 ? "against" : "reason",
	    { "who", who }, { "reason", buffer_slice(&html->line) });
}

static void
write_pair(struct html *html, const struct report_relation *relation)
{
	html_put(html, "pair");
	write_side(html, SLICE(""), relation->with, relation->reason);
	write_side(html, SLICE(""), relation->claim, relation->reason);
	html_put(html, "pair-end");
	if (relation->reason.length > 0)
		write_reason(html, SLICE(""), relation->reason);
}

/* The reasons of all pairs that a claim stands in. */
static struct slice
reasons_of(const struct clash *clash, uint32_t claim, struct buffer *out)
{
	size_t i;

	buffer_clear(out);
	for (i = 0; i < clash->pair_count; i++) {
		const struct report_relation *pair =
		    &clash->report->relations[clash->pairs[i]];

		if (pair->claim != claim && pair->with != claim)
			continue;
		buffer_add(out, pair->reason);
		buffer_add_byte(out, ' ');
	}
	return buffer_slice(out);
}

/* Several pairs: each claim once under a letter, then who is against whom. */
static void
write_clash(struct html *html, const struct group *group)
{
	struct buffer letter = { 0 }, reasons = { 0 };
	struct clash clash;
	struct slice reason;
	size_t i;

	clash_open(&clash, html->report, &html->findings->conflicts, group);
	html_put(html, "pair");
	for (i = 0; i < clash.side_count; i++) {
		buffer_clear(&letter);
		clash_add_letter(i, &letter);
		write_side(html, buffer_slice(&letter), clash.sides[i],
		    reasons_of(&clash, clash.sides[i], &reasons));
	}
	html_put(html, "pair-end");
	buffer_clear(&letter);
	while (clash_next(&clash, &letter, &reason)) {
		write_reason(html, buffer_slice(&letter), reason);
		buffer_clear(&letter);
	}
	clash_close(&clash);
	buffer_free(&letter);
	buffer_free(&reasons);
}

static void
write_dispute(struct html *html, const struct group *group, size_t number)
{
	const struct report *report = html->report;
	const struct groups *groups = &html->findings->conflicts;
	const struct report_relation *first =
	    &report->relations[groups->items[group->first]];
	struct buffer kind = { 0 };

	heading_add_dispute(report, first, line(html));
	words_add(report->words, "kind", first->kind, &kind);
	html_fill(html, "dispute", { "number", html_number(html, number) },
	    { "heading", buffer_slice(&html->line) },
	    { "kind", buffer_slice(&kind) });
	if (group->count > 1)
		write_clash(html, group);
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
write_step(struct html *html, uint32_t index)
{
	const struct report_claim *claim = &html->report->claims[index];
	const struct report_relation *step = heading_step(html->report,
	    index);
	const struct report_article *article =
	    &html->report->articles[claim->article];
	struct buffer around = { 0 };
	struct slice surroundings = context(html, claim, &around);

	words_add_date(article->date, line(html));
	html_fill(html, "step", { "context", surroundings },
	    { "date", buffer_slice(&html->line) },
	    { "speaker", html_speaker(html, claim) },
	    { "voice", html_voice(claim) }, { "origin", article->outlet },
	    { "words", html_words(html, claim,
	    step ? step->reason : SLICE("")) },
	    { "anchor", html_claim_anchor(html, claim) },
	    { "place", html_place(html, article, claim->start, claim->end) });
	buffer_free(&around);
}

static void
write_series(struct html *html, const struct group *group)
{
	const struct groups *series = &html->findings->series;
	const uint32_t *claims = series->items + group->first;
	const struct report_relation *step = heading_step(html->report,
	    claims[group->count - 1]);
	struct buffer kind = { 0 }, course = { 0 };
	size_t i;

	heading_add_course(html->report, series, group, &course);
	heading_add_series(html->report, series, group, line(html));
	if (step)
		words_add(html->report->words, "kind", step->kind, &kind);
	html_fill(html, "series", { "heading", buffer_slice(&html->line) },
	    { "kind", buffer_slice(&kind) });
	if (course.length > 0)
		html_fill(html, "course", { "course",
		    buffer_slice(&course) });
	html_put(html, "steps");
	for (i = 0; i < group->count; i++)
		write_step(html, claims[i]);
	html_put(html, "series-end");
	buffer_free(&course);
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
			write_side(html, SLICE(""), article->claims[i],
			    SLICE(""));
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
	    letters_same_words(claim->content, first->content);

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

	heading_add_agreement(report, agreements, group, &heading);
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
