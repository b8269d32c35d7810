/*
 * The page's sections that count: figures, speakers, silences, witnesses.
 */
#include "report/html_page.h"
#include "report/remark.h"
#include "report/scale.h"
#include "report/speaker.h"

enum { SPEAKERS_SHOWN = 20 };

static struct buffer *
line(struct html *html)
{
	buffer_clear(&html->line);
	return &html->line;
}

/* A part of the whole: "34 (77 %)", or a dash for none. */
static struct slice
share(struct buffer *out, size_t part, size_t whole)
{
	buffer_clear(out);
	if (part == 0 || whole == 0) {
		buffer_add(out, SLICE("–"));
	} else {
		buffer_printf(out, "%zu (%zu %%)", part,
		    (part * 100 + whole / 2) / whole);
	}
	return buffer_slice(out);
}

/* A place on the picture, which is 160 wide with 4 left at either end. */
static void
add_place(double part, struct buffer *out)
{
	buffer_clear(out);
	buffer_printf(out, "%.1f", 4 + part * 152);
}

/* The figure as a dot with what its approximator allows, or nothing. */
static void
add_range(struct html *html, const struct figure_use *use,
    const struct scale *scale, struct buffer *markup)
{
	struct buffer *page = html->out;
	struct buffer from = { 0 }, to = { 0 }, dot = { 0 };
	struct scale_mark mark;

	if (!scale->useful || use->again)
		return;
	mark = scale_place(scale, use->figure);
	add_place(mark.from, &from);
	add_place(mark.to, &to);
	add_place(mark.dot, &dot);
	html->out = markup;
	html_fill(html, "range", { "from", buffer_slice(&from) },
	    { "to", buffer_slice(&to) }, { "dot", buffer_slice(&dot) });
	html->out = page;
	buffer_free(&from);
	buffer_free(&to);
	buffer_free(&dot);
}

/* The link to the dispute that a figure is in, or nothing. */
static void
add_dispute(struct html *html, uint32_t dispute, struct buffer *markup)
{
	struct buffer *page = html->out;

	if (dispute == 0)
		return;
	html->out = markup;
	html_fill(html, "figure-contested",
	    { "number", html_number(html, dispute) });
	html->out = page;
}

static struct slice
row_class(const struct figure_use *use, uint32_t dispute)
{
	if (use->again)
		return SLICE("again");
	return dispute > 0 ? SLICE("contested") : SLICE("value");
}

static void
write_figure(struct html *html, const struct figure_use *use,
    const struct scale *scale)
{
	const struct report *report = html->report;
	const struct report_sentence *sentence =
	    &report->sentences[use->sentence];
	const struct report_article *article =
	    &report->articles[sentence->article];
	const struct report_claim *claim = use->claim == REPORT_NONE ? NULL
	    : &report->claims[use->claim];
	struct slice phrase = slice_part(sentence->text, use->phrase.start,
	    use->phrase.end);
	uint32_t dispute = claim
	    ? html->findings->figure_disputes[use->claim] : 0;
	struct buffer before = { 0 }, after = { 0 }, mark = { 0 };
	struct buffer range = { 0 };

	add_dispute(html, dispute, &mark);
	add_range(html, use, scale, &range);
	if (use->context.start > 0)
		buffer_add(&before, SLICE("… "));
	buffer_add(&before, slice_part(sentence->text, use->context.start,
	    use->phrase.start));
	buffer_add(&after, slice_part(sentence->text, use->phrase.end,
	    use->context.end));
	if (use->context.end < sentence->text.length)
		buffer_add(&after, SLICE(" …"));
	html_fill(html, "figure", { "phrase", phrase },
	    { "value", use->again ? SLICE("") : phrase },
	    { "class", row_class(use, dispute) },
	    { "range", buffer_slice(&range) },
	    { "mark", buffer_slice(&mark) },
	    { "speaker", claim ? html_speaker(html, claim)
	    : SLICE("in its own voice") },
	    { "voice", claim ? html_voice(claim) : SLICE("outlet") },
	    { "origin", html_origin(html, article) },
	    { "before", buffer_slice(&before) },
	    { "after", buffer_slice(&after) },
	    { "anchor", claim ? html_claim_anchor(html, claim)
	    : html_article_anchor(html, article) },
	    { "place", html_place(html, article,
	    sentence->start + use->phrase.start,
	    sentence->start + use->phrase.end) });
	buffer_free(&before);
	buffer_free(&after);
	buffer_free(&mark);
	buffer_free(&range);
}

static void
write_thing(struct html *html, const struct counted *thing)
{
	struct scale scale = scale_of(html->findings, thing);
	size_t i;

	counted_add(html->report, html->findings, thing, line(html));
	html_fill(html, "thing", { "name", buffer_slice(&html->line) });
	for (i = 0; i < thing->count; i++)
		write_figure(html,
		    &html->findings->figures.uses[thing->first + i], &scale);
	html_put(html, "thing-end");
}

void
html_figures(struct html *html)
{
	const struct figures_found *figures = &html->findings->figures;
	size_t i;

	if (figures->count == 0)
		return;
	html_section(html, "figures", "Figures", "Everything that is "
	    "counted, with “at least” and “about” as printed. "
	    "A dot is the number, the bar behind it what these words allow; "
	    "values far apart stand by powers of ten.");
	for (i = 0; i < figures->count; i++)
		write_thing(html, &figures->things[i]);
	html_put(html, "section-end");
}

static void
write_outlets(struct html *html)
{
	struct buffer parts[5] = { { 0 } };
	size_t i;

	html_put(html, "outlets");
	for (i = 0; i < html->report->outlet_count; i++) {
		const struct report_outlet *outlet =
		    &html->report->outlets[i];
		const size_t *voices = outlet->voices;
		size_t given = outlet->attributed;

		html_fill(html, "outlet", { "name", outlet->name },
		    { "given", html_number(html, given) },
		    { "named", share(&parts[0], voices[VOICE_NAMED], given) },
		    { "groups", share(&parts[1], voices[VOICE_GROUP],
		    given) },
		    { "unnamed", share(&parts[2], voices[VOICE_UNNAMED],
		    given) },
		    { "nobody", share(&parts[3], voices[VOICE_NOBODY],
		    given) },
		    { "quoted", share(&parts[4], outlet->quoted, given) });
	}
	html_put(html, "table-end");
	for (i = 0; i < 5; i++)
		buffer_free(&parts[i]);
}

static void
write_speakers(struct html *html)
{
	const struct heard *heard = &html->findings->heard;
	size_t i;

	html_put(html, "speakers");
	for (i = 0; i < heard->count && i < SPEAKERS_SHOWN; i++) {
		const struct speaker *speaker = &heard->speakers[i];

		buffer_clear(&html->speaker);
		speaker_add_voice(html->report, speaker->claim,
		    &html->speaker);
		heard_add(html->report, speaker, line(html));
		html_fill(html, "speaker",
		    { "name", buffer_slice(&html->speaker) },
		    { "count", html_number(html, speaker->count) },
		    { "outlets", buffer_slice(&html->line) });
	}
	html_put(html, "table-end");
}

void
html_heard(struct html *html)
{
	if (html->report->attributed == 0)
		return;
	html_section(html, "heard", "Who is heard", "Statements that the "
	    "articles give to somebody, and how openly.");
	write_outlets(html);
	if (html->findings->heard.count > 0)
		write_speakers(html);
	html_put(html, "section-end");
}

void
html_silent(struct html *html)
{
	const struct silences *silences = &html->findings->silences;
	size_t i;

	if (silences->count == 0)
		return;
	html_section(html, "silent", "Silent", "What the others write of "
	    "and one never mentions.");
	html_put(html, "silences");
	for (i = 0; i < silences->count; i++) {
		silence_add(html->report, &silences->at[i], line(html));
		html_fill(html, "silence", { "name",
		    html->report->entities[silences->at[i].entity].name },
		    { "text", buffer_slice(&html->line) });
	}
	html_put(html, "silences-end");
	html_put(html, "section-end");
}

void
html_witnesses(struct html *html)
{
	const struct report *report = html->report;
	const struct copies *copies = &html->findings->copies;
	size_t i;

	if (report->read_count < 2)
		return;
	witnesses_add(report, html->findings, line(html));
	html_section(html, "witnesses", "Witnesses", "");
	html_fill(html, "remark", { "text", buffer_slice(&html->line) });
	html_put(html, "list");
	for (i = 0; i < copies->count; i++) {
		copy_add(report, &copies->at[i], line(html));
		html_fill(html, "item",
		    { "text", buffer_slice(&html->line) });
	}
	for (i = 0; i < report->read_count; i++) {
		const struct report_article *article =
		    &report->articles[report->by_date[i]];

		if (article->upstream.length == 0)
			continue;
		upstream_add(report, article, line(html));
		html_fill(html, "item",
		    { "text", buffer_slice(&html->line) });
	}
	html_put(html, "list-end");
	html_put(html, "section-end");
}
