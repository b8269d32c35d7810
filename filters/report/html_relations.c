/*
 * The page's sections on relations: contested, moved, the same.
 */
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

static void
write_side(struct html *html, uint32_t index, struct slice reason)
{
	const struct report_claim *claim = &html->report->claims[index];
	const struct report_article *article =
	    &html->report->articles[claim->article];

	html_fill(html, "side", { "speaker", html_speaker(html, claim) },
	    { "voice", html_voice(claim) },
	    { "origin", html_origin(html, article) },
	    { "words", html_words(html, claim, reason) },
	    { "anchor", html_claim_anchor(html, claim) },
	    { "place", html_place(html, article, claim->start, claim->end) });
}

static void
write_pair(struct html *html, const struct report_relation *relation)
{
	html_put(html, "pair");
	write_side(html, relation->with, relation->reason);
	write_side(html, relation->claim, relation->reason);
	html_put(html, "pair-end");
	if (relation->reason.length == 0)
		return;
	reason_add(html->report, relation->reason, line(html));
	html_fill(html, "reason",
	    { "reason", buffer_slice(&html->line) });
}

static void
write_dispute(struct html *html, const struct group *group, size_t number)
{
	const struct report *report = html->report;
	const uint32_t *items =
	    html->findings->conflicts.items + group->first;
	const struct report_relation *first = &report->relations[items[0]];
	struct buffer kind = { 0 };
	size_t i;

	heading_add(report, first, line(html));
	words_add(report->words, "kind", first->kind, &kind);
	html_fill(html, "dispute", { "number", html_number(html, number) },
	    { "heading", buffer_slice(&html->line) },
	    { "kind", buffer_slice(&kind) });
	for (i = 0; i < group->count; i++)
		write_pair(html, &report->relations[items[i]]);
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

	words_add_date(article->date, line(html));
	html_fill(html, "step", { "date", buffer_slice(&html->line) },
	    { "speaker", html_speaker(html, claim) },
	    { "voice", html_voice(claim) }, { "origin", article->outlet },
	    { "words", html_words(html, claim, reason) },
	    { "anchor", html_claim_anchor(html, claim) },
	    { "place", html_place(html, article, claim->start, claim->end) });
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
