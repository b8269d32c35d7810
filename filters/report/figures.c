/*
 * The numbers of the articles, put together by what they count.
 *
 * A figure's own span is the bare number; here it gets back the approximator
 * before it and the noun behind it, as printed, because "at least 40,000
 * people" is what the article says.
 */
#include "report/context.h"
#include "report/event.h"
#include "report/findings.h"
#include "report/letters.h"

#include <stdlib.h>

enum {
	CONTEXT_WORDS = 7,	/* shown on either side of a figure */
	APPROXIMATOR_WORDS = 4,
	NOUN_WORDS = 4		/* "40,000 Palestinian men and women" */
};

/* Is it one of the words that make a number less exact, in any case? */
static bool
is_approximator(const struct words *words, struct slice phrase)
{
	char lower[32];
	size_t i;

	if (phrase.length > sizeof lower)
		return false;
	for (i = 0; i < phrase.length; i++)
		lower[i] = phrase.at[i] >= 'A' && phrase.at[i] <= 'Z'
		    ? (char)(phrase.at[i] | 0x20) : phrase.at[i];
	return words_find(words, "approximator",
	    (struct slice){ lower, phrase.length }).length > 0;
}

/* Where the phrase begins: before the longest approximator, if there is one. */
static size_t
phrase_start(const struct words *words, struct slice text, size_t at)
{
	size_t found = at, start = at, i;

	for (i = 0; i < APPROXIMATOR_WORDS && start > 0; i++) {
		struct slice phrase;

		start = context_word_before(text, start);
		phrase = slice_trim(slice_part(text, start, at));
		if (is_approximator(words, phrase))
			found = start;
	}
	return found;
}

static bool
same_letters(struct slice word, struct slice lemma, size_t count)
{
	size_t i;

	if (word.length < count || lemma.length < count)
		return false;
	for (i = 0; i < count; i++)
		if ((word.at[i] | 0x20) != (lemma.at[i] | 0x20))
			return false;
	return true;
}

/* s without the punctuation and closing marks at its end. */
static struct slice
without_stops(struct slice s)
{
	while (s.length > 0) {
		unsigned char last = (unsigned char)s.at[s.length - 1];

		if (last >= 0x80 || (last >= '0' && last <= '9') ||
		    (last >= 'A' && last <= 'Z') ||
		    (last >= 'a' && last <= 'z') || last == '%')
			break;
		s.length--;
	}
	return s;
}

/* Where the phrase ends: behind the counted noun. */
static size_t
phrase_end(const struct words *words, struct slice text, size_t at,
    struct slice what)
{
	struct slice plural = words_find(words, "plural", what);
	size_t end = at, first = at, i;
	size_t letters = what.length < 4 ? what.length : 3;

	if (what.length == 0)
		return at;
	for (i = 0; i < NOUN_WORDS && end < text.length; i++) {
		size_t start = end;
		struct slice word;

		end = context_word_after(text, end);
		word = without_stops(slice_trim(slice_part(text, start,
		    end)));
		if (word.length == 0)
			break;
		end = (size_t)(word.at + word.length - text.at);
		if (i == 0)
			first = end;
		if (same_letters(word, what, letters) ||
		    (plural.length > 0 &&
		    same_letters(word, plural, plural.length)))
			return end;
		if (end < text.length && text.at[end] != ' ')
			break;
	}
	return first;
}

/* The claim that a figure stands in: the shortest with a source, else the
   shortest. */
static uint32_t
claim_around(const struct report *report, const struct report_article *article,
    struct span span)
{
	uint32_t best = REPORT_NONE;
	size_t i;

	for (i = report_claims_from(report, article, span.end);
	    i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];
		const struct report_claim *have = best == REPORT_NONE ? NULL
		    : &report->claims[best];

		if (claim->start > span.start)
			break;
		if (claim->end < span.end)
			continue;
		if (!have ||
		    (have->voice == VOICE_OUTLET) !=
		    (claim->voice == VOICE_OUTLET)
		    ? !have || claim->voice != VOICE_OUTLET
		    : claim->end - claim->start <= have->end - have->start)
			best = article->claims[i];
	}
	return best;
}

/* Does it count those who speak: "two officials said"? */
static bool
counts_speakers(const struct report *report, uint32_t index,
    const struct figure *figure)
{
	const struct report_sentence *sentence = &report->sentences[index];
	const struct report_article *article =
	    &report->articles[sentence->article];
	struct slice printed = report_words_at(sentence, figure->span);
	size_t i;

	for (i = report_claims_from(report, article, sentence->start);
	    i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];

		if (claim->start > sentence->end)
			break;
		if (claim->sentence == index &&
		    slice_begins(claim->source, printed))
			return true;
	}
	return false;
}

/*
 * Several of something in the singular: "Jetty 2 fell".  What has no other
 * plural, such as police, stands in the table.
 */
static bool
is_misread(const struct report *report, const struct figure_use *use)
{
	const struct figure *figure = use->figure;
	struct slice text = report->sentences[use->sentence].text;
	struct slice last = slice_part(text, context_word_before(text,
	    use->phrase.end), use->phrase.end);

	return figure->unit.length == 0 && use->event.length == 0 &&
	    figure->high > 1 && letters_same(last, figure->what) &&
	    !slice_equal(words_find(report->words, "plural", figure->what),
	    figure->what);
}

/* A number that says nothing: one thing, a number of nothing, "both sides". */
static bool
is_idle(const struct report *report, const struct figure_use *use)
{
	const struct figure *figure = use->figure;

	if (words_find(report->words, "idle", figure->what).length > 0)
		return true;
	if (figure->unit.length == 0 && figure->what.length == 0 &&
	    use->event.length == 0)
		return true;
	if (figure->unit.length == 0 && figure->approx == APPROX_EXACT &&
	    figure->low >= 1 && figure->high <= 1)
		return true;
	return counts_speakers(report, use->sentence, figure) ||
	    is_misread(report, use);
}

static void
use_figure(struct figure_use *use, const struct report *report,
    uint32_t index, const struct figure *figure)
{
	const struct report_sentence *sentence = &report->sentences[index];
	struct span bounds = { 0, sentence->text.length };
	size_t start = figure->span.start - sentence->start;
	size_t end = figure->span.end - sentence->start;
	const struct report_claim *claim;

	*use = (struct figure_use){ .figure = figure, .sentence = index };
	use->phrase.start = phrase_start(report->words, sentence->text,
	    start);
	use->phrase.end = phrase_end(report->words, sentence->text, end,
	    figure->what);
	use->claim = claim_around(report,
	    &report->articles[sentence->article], figure->span);
	claim = use->claim == REPORT_NONE ? NULL : &report->claims[use->claim];
	if (claim && claim->start >= sentence->start &&
	    claim->end <= sentence->end) {
		bounds.start = claim->start - sentence->start;
		bounds.end = claim->end - sentence->start;
	}
	if (bounds.start > use->phrase.start)
		bounds.start = use->phrase.start;
	if (bounds.end < use->phrase.end)
		bounds.end = use->phrase.end;
	use->event = event_of(report->words, sentence->text, use->phrase,
	    bounds, figure);
	use->context = context_around(sentence->text, use->phrase,
	    bounds, CONTEXT_WORDS);
}

/* ------------------------------------------------------------- by thing */

/* qsort has no context: the report whose figures are being sorted. */
static const struct report *sorted;

static int
compare_numbers(double a, double b)
{
	return (a > b) - (a < b);
}

/* What happened joins what is counted: "nine people", "14" and "nine deaths"
   are all of those killed. */
static int
compare_things(const struct figure_use *x, const struct figure_use *y)
{
	int order = slice_compare(x->event, y->event);

	if (order != 0 || x->event.length > 0)
		return order;
	order = slice_compare(x->figure->unit, y->figure->unit);
	return order != 0 ? order
	    : slice_compare(x->figure->what, y->figure->what);
}

static int
compare_values(const struct figure *x, const struct figure *y)
{
	int order = compare_numbers(x->low, y->low);

	if (order == 0)
		order = compare_numbers(x->high, y->high);
	return order != 0 ? order : (int)x->approx - (int)y->approx;
}

static int
compare_uses(const void *a, const void *b)
{
	const struct figure_use *x = a, *y = b;
	const struct report_sentence *p = &sorted->sentences[x->sentence];
	const struct report_sentence *q = &sorted->sentences[y->sentence];
	int order = compare_things(x, y);

	if (order == 0)
		order = compare_values(x->figure, y->figure);
	if (order == 0)
		order = report_article_order(&sorted->articles[p->article],
		    &sorted->articles[q->article]);
	if (order == 0)
		order = (x->figure->span.start > y->figure->span.start) -
		    (x->figure->span.start < y->figure->span.start);
	return order;
}

static int
compare_counted(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	if (x->contested != y->contested)
		return x->contested ? -1 : 1;
	if (x->outlets != y->outlets)
		return x->outlets > y->outlets ? -1 : 1;
	if (x->values != y->values)
		return x->values > y->values ? -1 : 1;
	return (x->first > y->first) - (x->first < y->first);
}

/* Does an article copy another one that gives the same value? */
static bool
is_copied(const struct findings *findings, const struct report *report,
    size_t i)
{
	const struct figure_use *uses = findings->figures.uses;
	uint32_t article = report->sentences[uses[i].sentence].article;
	size_t j, k;

	for (j = 0; j < findings->copies.count; j++) {
		const struct copy *copy = &findings->copies.at[j];

		if (!copy->whole || copy->article != article)
			continue;
		for (k = i; k-- > 0 && compare_values(uses[k].figure,
		    uses[i].figure) == 0 &&
		    compare_things(&uses[k], &uses[i]) == 0;)
			if (report->sentences[uses[k].sentence].article ==
			    copy->of)
				return true;
	}
	return false;
}

/*
 * Give a use, in its order, to its thing: a new one, or the last.  seen
 * holds, for each outlet, the number of the thing that it gave last.
 */
static void
add_use(struct findings *findings, const struct report *report, size_t i,
    size_t *seen)
{
	struct figures_found *found = &findings->figures;
	struct figure_use *use = &found->uses[i];
	uint32_t outlet = report->articles[
	    report->sentences[use->sentence].article].publisher;
	struct counted *thing;

	if (i == 0 || compare_things(use - 1, use) != 0)
		found->things[found->count++] = (struct counted){
			.unit = use->figure->unit, .what = use->figure->what,
			.event = use->event, .first = i
		};
	thing = &found->things[found->count - 1];
	use->again = thing->count > 0 &&
	    compare_values(use[-1].figure, use->figure) == 0;
	thing->values += !use->again;
	thing->outlets += seen[outlet] != found->count;
	seen[outlet] = found->count;
	thing->contested |= use->claim != REPORT_NONE &&
	    findings->figure_disputes[use->claim] > 0;
	thing->count++;
}

/* Every figure that says something, with what stands around it. */
static void
find_uses(struct figures_found *found, struct report *report)
{
	size_t total = 0, i, j;

	for (i = 0; i < report->sentence_count; i++)
		total += report->sentences[i].figures.count;
	found->uses = arena_new(&report->arena, total + 1,
	    sizeof *found->uses);
	found->things = arena_new(&report->arena, total + 1,
	    sizeof *found->things);
	for (i = 0; i < report->sentence_count; i++) {
		const struct report_sentence *sentence =
		    &report->sentences[i];

		for (j = 0; j < sentence->figures.count; j++) {
			const struct figure *figure = &sentence->figures.at[j];

			struct figure_use *use =
			    &found->uses[found->use_count];

			if (report_words_at(sentence,
			    figure->span).length == 0)
				continue;
			use_figure(use, report, (uint32_t)i, figure);
			found->use_count += !is_idle(report, use);
		}
	}
}

/* Tell the uses, and the claims that they stand in, what they count. */
static void
point_back(struct findings *findings, struct report *report)
{
	struct figures_found *found = &findings->figures;
	size_t i, j;

	findings->counted = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *findings->counted);
	for (i = 0; i < report->claim_count; i++)
		findings->counted[i] = REPORT_NONE;
	for (i = 0; i < found->count; i++)
		for (j = 0; j < found->things[i].count; j++) {
			struct figure_use *use =
			    &found->uses[found->things[i].first + j];

			use->thing = (uint32_t)i;
			if (use->claim != REPORT_NONE &&
			    findings->counted[use->claim] == REPORT_NONE)
				findings->counted[use->claim] = (uint32_t)i;
		}
}

void
figures_find(struct findings *findings, struct report *report)
{
	struct figures_found *found = &findings->figures;
	size_t kept = 0, i;
	size_t *seen = arena_new(&report->arena, report->outlet_count + 1,
	    sizeof *seen);

	memset(seen, 0, (report->outlet_count + 1) * sizeof *seen);
	find_uses(found, report);
	sorted = report;
	qsort(found->uses, found->use_count, sizeof *found->uses,
	    compare_uses);
	for (i = 0; i < found->use_count; i++)
		found->uses[i].again = is_copied(findings, report, i);
	for (i = 0; i < found->use_count; i++)
		if (!found->uses[i].again)
			found->uses[kept++] = found->uses[i];
	found->use_count = kept;
	for (i = 0; i < kept; i++)
		add_use(findings, report, i, seen);
	qsort(found->things, found->count, sizeof *found->things,
	    compare_counted);
	point_back(findings, report);
}
