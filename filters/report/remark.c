/*
 * Remarks on what was counted: sums, silences, copies, witnesses.
 */
#include "report/remark.h"

#include "report/heading.h"
#include "report/letters.h"
#include "report/origin.h"

void
summary_add(const struct report *report, const struct findings *findings,
    struct buffer *out)
{
	words_add_count(report->read_count, "article", out);
	if (findings->outlets > 0) {
		buffer_add(out, SLICE(", "));
		words_add_count(findings->outlets, "outlet", out);
	}
	if (report->first_date.length > 0) {
		buffer_add(out, SLICE(", "));
		words_add_period(report->first_date, report->last_date, out);
	}
	buffer_add(out, SLICE(", "));
	words_add_count(report->attributed, "attributed statement", out);
}

void
counted_add(const struct report *report, const struct findings *findings,
    const struct counted *thing, struct buffer *out)
{
	const struct figure_use *use = &findings->figures.uses[thing->first];
	struct slice printed = slice_part(
	    report->sentences[use->sentence].text, use->phrase.start,
	    use->phrase.end);
	size_t at = printed.length;

	if (thing->event.length > 0) {
		buffer_add(out, thing->event);
		return;
	}
	if (thing->unit.length > 0)
		words_add(report->words, "unit", thing->unit, out);
	if (thing->unit.length > 0 && thing->what.length > 0) {
		buffer_add(out, SLICE(" of "));
		buffer_add(out, thing->what);
		return;
	}
	while (at > 0 && printed.at[at - 1] != ' ')
		at--;
	printed = slice_part(printed, at, printed.length);
	if (thing->what.length > 0 && printed.length > thing->what.length &&
	    letters_same(slice_part(printed, 0, thing->what.length),
	    thing->what))
		buffer_add(out, printed);
	else if (thing->what.length > 0)
		words_add_plural(report->words, thing->what, out);
}

void
figure_add_source(const struct report *report,
    const struct findings *findings, const struct figure_use *use,
    struct buffer *out)
{
	const struct report_sentence *sentence =
	    &report->sentences[use->sentence];
	uint32_t dispute = use->claim == REPORT_NONE ? 0
	    : findings->figure_disputes[use->claim];

	if (use->claim != REPORT_NONE)
		attribution_add(report, &report->claims[use->claim], out);
	else
		origin_add(report, &report->articles[sentence->article],
		    out);
	if (dispute > 0)
		buffer_printf(out, " (contested: %u)", dispute);
}

void
figure_add_context(const struct report *report,
    const struct figure_use *use, struct buffer *out)
{
	struct slice text = report->sentences[use->sentence].text;

	if (use->context.start > 0)
		buffer_add(out, SLICE("… "));
	buffer_add(out, slice_trim(slice_part(text, use->context.start,
	    use->context.end)));
	if (use->context.end < text.length)
		buffer_add(out, SLICE(" …"));
}

void
unheard_add(const struct report *report, const struct unheard *unheard,
    struct buffer *out)
{
	buffer_add(out, report->entities[unheard->entity].name);
	buffer_add(out, SLICE(" is blamed in "));
	buffer_add(out, report->outlets[unheard->outlet].name);
	buffer_add(out, SLICE(" ("));
	words_add_count(unheard->blamed, "statement", out);
	buffer_add(out, SLICE(") and never heard there"));
}

/* Have two texts a word in common that tells something? */
static bool
share_word(const struct words *words, struct slice a, struct slice b)
{
	size_t at, end, from, to;

	for (at = 0; at < a.length; at = end) {
		struct slice word;

		end = letters_end(a, at);
		word = slice_part(a, at, end);
		if (!letters_begin(word) ||
		    words_find(words, "little", word).length > 0)
			continue;
		for (from = 0; from < b.length; from = to) {
			to = letters_end(b, from);
			if (letters_same(slice_part(b, from, to), word))
				return true;
		}
	}
	return false;
}

void
remark_other_matter(const struct report *report,
    const struct groups *series, const struct group *group,
    struct buffer *out)
{
	const uint32_t *claims = series->items + group->first;
	const struct report_relation *step = heading_step(report,
	    claims[group->count - 1]);

	if (!step || !slice_is(step->kind, "position") || group->count != 2 ||
	    share_word(report->words, report->claims[claims[0]].content,
	    report->claims[claims[1]].content))
		return;
	buffer_add(out, SLICE("perhaps of two proposals: the words do not "
	    "say that it is one"));
}

void
heard_add(const struct report *report, const struct speaker *speaker,
    struct buffer *out)
{
	bool first = true;
	size_t i;

	for (i = 0; i < report->outlet_count; i++) {
		if (speaker->by_outlet[i] == 0)
			continue;
		if (!first)
			buffer_add(out, SLICE(", "));
		first = false;
		buffer_add(out, report->outlets[i].name);
		buffer_add_byte(out, ' ');
		buffer_add_number(out, speaker->by_outlet[i]);
	}
}

/* The names of the outlets that are chosen, with commas between them. */
static void
add_outlets(const struct report *report, const bool *chosen,
    struct buffer *out)
{
	bool first = true;
	size_t i;

	for (i = 0; i < report->outlet_count; i++) {
		if (!chosen[i])
			continue;
		if (!first)
			buffer_add(out, SLICE(", "));
		first = false;
		buffer_add(out, report->outlets[i].name);
	}
}

void
silence_add(const struct report *report, const struct silence *silence,
    struct buffer *out)
{
	bool first = true;
	size_t i;

	buffer_add(out, SLICE("never mentioned by "));
	add_outlets(report, silence->silent, out);
	buffer_add(out, SLICE("; in "));
	for (i = 0; i < report->outlet_count; i++) {
		if (silence->counts[i] == 0)
			continue;
		if (!first)
			buffer_add(out, SLICE(", "));
		first = false;
		buffer_add(out, report->outlets[i].name);
		buffer_printf(out, " (%zu)", silence->counts[i]);
	}
}

void
count_witnesses_add(size_t count, struct buffer *out)
{
	buffer_add_number(out, count);
	buffer_add(out, count == 1 ? SLICE(" witness") : SLICE(" witnesses"));
}

/* The one outlet with most articles, when it has several but not all: ", 3 of 5
   published by inkl". */
static void
add_publisher(const struct report *report, struct buffer *out)
{
	const struct report_outlet *most = NULL;
	bool alone = false;
	size_t i;

	for (i = 0; i < report->outlet_count; i++) {
		const struct report_outlet *outlet = &report->outlets[i];

		alone = !most || outlet->articles > most->articles ||
		    (alone && outlet->articles < most->articles);
		if (!most || outlet->articles > most->articles)
			most = outlet;
	}
	if (!alone || most->made_up || most->articles < 2 ||
	    most->articles == report->read_count)
		return;
	buffer_printf(out, ", %zu of %zu published by ", most->articles,
	    report->read_count);
	buffer_add(out, most->name);
}

void
witnesses_add(const struct report *report, const struct findings *findings,
    struct buffer *out)
{
	words_add_count(report->read_count, "article", out);
	buffer_add(out, SLICE(" from "));
	words_add_count(findings->witnesses, "independent text", out);
	add_publisher(report, out);
	if (findings->witnesses == 1)
		buffer_add(out, SLICE(": whatever they agree on has one "
		    "witness"));
	buffer_add(out, SLICE(". What several say is counted by where the "
	    "text comes from, so copies of one wire story are one "
	    "witness."));
}

void
copy_add(const struct report *report, const struct copy *copy,
    struct buffer *out)
{
	const struct report_article *article =
	    &report->articles[copy->article];

	article_add(report, article, out);
	buffer_add(out, copy->whole ? SLICE(" is a copy of ")
	    : SLICE(" repeats "));
	article_add(report, &report->articles[copy->of], out);
	buffer_add(out, SLICE(": "));
	buffer_add_number(out, copy->statements);
	buffer_add(out, SLICE(" of its "));
	words_add_count(article->claim_count, "statement", out);
}

void
upstream_add(const struct report *report,
    const struct report_article *article, struct buffer *out)
{
	article_add(report, article, out);
	buffer_add(out, SLICE(" has its text from "));
	buffer_add(out, article->upstream);
}
