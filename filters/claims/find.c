/*
 * From candidates to claims: quotations that nobody has claimed, speakers
 * that carry over, joint subjects, spans in bytes.
 */
#include "claims/carry.h"
#include "claims/confidence.h"
#include "claims/correct.h"
#include "claims/find.h"
#include "claims/narration.h"
#include "claims/speaker.h"

#include <stdlib.h>

/* ------------------------------------------------------------- candidates */

struct candidate *
candidate_add(struct finder *finder, const struct level *level)
{
	struct candidate *candidate;

	ARENA_GROW(finder->document->text.arena, finder->at, finder->count,
	    finder->capacity);
	candidate = &finder->at[finder->count++];
	*candidate = (struct candidate){ .level = level,
	    .source = RANGE_NONE, .cue_range = RANGE_NONE,
	    .addressee = RANGE_NONE };
	return candidate;
}

void
candidate_content(struct candidate *candidate, int first, int last)
{
	if (first <= last && candidate->parts < CANDIDATE_PARTS)
		candidate->content[candidate->parts++] =
		    (struct range){ first, last };
}

/* ------------------------------------------------------------------ spans */

/* Units without the commas and blanks at their ends. */
static struct range
trimmed(const struct level *level, struct range range)
{
	while (range.last > range.first && (unit_tag(level, range.last) ==
	    TAG_COMMA || unit_tag(level, range.last) == TAG_STOP ||
	    unit_tag(level, range.last) == TAG_COLON ||
	    unit_is(level, range.last, "—")))
		range.last--;
	while (range.first < range.last && unit_tag(level, range.first) ==
	    TAG_COMMA)
		range.first++;
	return range;
}

static void
add_range(struct spans *spans, const struct level *level, struct range range)
{
	if (!range_is(range))
		return;
	range = trimmed(level, range);
	spans_add(spans, clause_span(level, range.first, range.last));
}

/*
 * A quotation as far as the paragraph of a sentence goes, wherever its own
 * sentences were cut: one clause says it all.
 */
static struct span
quotation_near(const struct document *document, uint32_t id,
    uint32_t sentence)
{
	const struct quotation *q = &document->quotations[id - 1];
	const struct sentence *all = document->sentences;
	uint32_t first = sentence, last = sentence;
	struct span span = q->span;

	while (first > q->first_sentence && all[first - 1].paragraph ==
	    all[sentence].paragraph)
		first--;
	while (last < q->last_sentence && all[last + 1].paragraph ==
	    all[sentence].paragraph)
		last++;
	if (first > q->first_sentence)
		span.start = all[first].start;
	if (last < q->last_sentence)
		span.end = all[last].end;
	return span;
}

/* The id of the outermost quotation that a unit is, or 0. */
static uint32_t
quotation_of(const struct level *level, int unit)
{
	const struct document *document = level->document;
	uint32_t id;

	if (level->quotation != 0 || !unit_is_quotation(level, unit))
		return 0;
	id = unit_token(level, unit)->quotation;
	while (id != 0 && document->quotations[id - 1].parent != 0)
		id = document->quotations[id - 1].parent;
	return id;
}

static void
add_content(struct claim *claim, const struct level *level,
    struct range range)
{
	uint32_t id = range.first == range.last ? quotation_of(level,
	    range.first) : 0;

	if (id != 0 && level->document->quotations[id - 1].first_sentence !=
	    level->document->quotations[id - 1].last_sentence)
		spans_add(&claim->content, quotation_near(level->document, id,
		    level->sentence));
	else
		add_range(&claim->content, level, range);
}

/* The first quotation that begins at byte `start` or behind. */
static size_t
first_quotation(const struct document *document, size_t start)
{
	size_t low = 0, high = document->quotation_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (document->quotations[middle].span.start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The quotations that begin inside a span of the content. */
static void
add_quotes(struct spans *quotes, const struct document *document,
    struct span content)
{
	for (size_t i = first_quotation(document, content.start);
	    i < document->quotation_count &&
	    document->quotations[i].span.start < content.end; i++) {
		struct span span = document->quotations[i].span;

		if (document->quotations[i].parent != 0)
			continue;
		if (span.end > content.end)
			span.end = content.end;
		spans_add(quotes, span);
	}
}

/* direct: nothing but quotation; mixed: some of it; else as it was. */
static void
set_form(struct claim *claim)
{
	size_t quoted = 0, all = 0;

	for (size_t i = 0; i < claim->quote.count; i++)
		quoted += claim->quote.at[i].end - claim->quote.at[i].start;
	for (size_t i = 0; i < claim->content.count; i++)
		all += claim->content.at[i].end - claim->content.at[i].start;
	if (claim->form == FORM_INDIRECT && quoted > 0)
		claim->form = quoted >= all ? FORM_DIRECT : FORM_MIXED;
}

/* ------------------------------------------------------------ joint sources */

/* "Plouffe, the architect of the campaign": a name, and what he is. */
static bool
is_apposition(const struct level *level, struct range one, struct range two)
{
	return unit_tag(level, one.last + 1) == TAG_COMMA &&
	    tag_is_name(unit_tag(level, one.last)) &&
	    !tag_is_name(unit_tag(level, two.first)) &&
	    unit_tag(level, two.first) != TAG_PRP;
}

/* "officials in Utah and Texas": does the second go on the first's places? */
static bool
is_object(const struct level *level, struct range one, struct range two)
{
	const struct phrase *last = phrase_before(level, one.last);
	const struct phrase *next = phrase_at(level, two.first);

	return last && next && last->first > one.first &&
	    unit_tag(level, last->first - 1) == TAG_IN &&
	    tag_is_name(unit_tag(level, last->head)) &&
	    tag_is_name(unit_tag(level, next->first)) &&
	    next->last == two.last;
}

int
source_split(const struct level *level, const struct mentions *mentions,
    struct range source, struct range parts[], int max)
{
	int count = 0, first = source.first;

	if (unit_is(level, first, "both"))
		first++;
	for (int i = first; i <= source.last + 1 && count < max; i++) {
		bool end = i > source.last;
		struct range part = { first, i - 1 };

		if (!end && unit_tag(level, i) != TAG_CC &&
		    unit_tag(level, i) != TAG_COMMA)
			continue;
		if (!range_is(part)) {
			first = i + 1;
			continue;
		}
		if (part.first > part.last || speaker_of(level,
		    mentions, part.first, part.last) < SPEAKER_LIKELY)
			return 1;
		if (count > 0 && is_object(level, parts[count - 1], part))
			return 1;
		parts[count++] = part;
		first = i + 1;
	}
	if (count > 1 && is_apposition(level, parts[0], parts[1]))
		return 1;
	for (int i = source.first; i <= source.last; i++)
		if (unit_tag(level, i) == TAG_CC)
			return count;
	return 1;	/* a comma without "and": an apposition */
}

void
claim_quotes(struct claim *claim, const struct document *document)
{
	for (size_t i = 0; i < claim->content.count; i++)
		add_quotes(&claim->quote, document, claim->content.at[i]);
	set_form(claim);
}

static void
claim_of(struct claims *claims, const struct finder *finder,
    const struct candidate *candidate, struct range source)
{
	const struct level *level = candidate->level;
	struct claim *claim = claim_add(claims, finder->document,
	    finder->sentence);

	claim->form = candidate->form;
	claim->tense = candidate->tense;
	claim->entry = candidate->cue;
	claim->noun = candidate->noun;
	claim->rule = candidate->rule;
	claim->negated = candidate->negated;
	claim->expected = candidate->expected;
	claim->label = candidate->label;
	add_range(&claim->source, level, source);
	if (range_is(candidate->cue_range))
		spans_add(&claim->cue, clause_span(level,
		    candidate->cue_range.first, candidate->cue_range.last));
	add_range(&claim->addressee, level, candidate->addressee);
	for (int i = 0; i < candidate->parts; i++)
		add_content(claim, level, candidate->content[i]);
	if (level->quotation == 0)
		claim_quotes(claim, &finder->document->text);
}

enum { JOINT_MAX = 6 };

/* "knew it", "told me": nothing that could be read by itself. */
static bool
is_bare(const struct candidate *candidate)
{
	const struct range *content = &candidate->content[0];
	enum tag tag = unit_tag(candidate->level, content->first);

	return candidate->parts == 1 && content->first == content->last &&
	    (tag == TAG_PRP || tag == TAG_WP || tag == TAG_WDT ||
	    tag == TAG_DT);
}

static void
claims_of(struct claims *claims, const struct finder *finder,
    const struct candidate *candidate)
{
	struct range parts[JOINT_MAX];
	int count = 1;

	parts[0] = candidate->source;
	if (range_is(candidate->source)) {
		count = source_split(candidate->level, finder->mentions,
		    candidate->source, parts, JOINT_MAX);
		if (count <= 1) {
			parts[0] = candidate->source;
			count = 1;
		}
	}
	for (int i = 0; i < count; i++)
		claim_of(claims, finder, candidate, parts[i]);
}

/* ------------------------------------------------------------------ driver */

static void
find_in_level(struct finder *finder, const struct level *level)
{
	find_verbs(finder, level);
	find_nouns(finder, level);
	find_adjectives(finder, level);
	find_prepositions(finder, level);
	if (level->quotation == 0 && finder->count == 0)
		find_label(finder, level);
	if (level->quotation == 0)
		find_quotations(finder, level);
}

/* The first claim from number `first` on that has a byte, or -1. */
static int
claim_with(const struct claims *claims, size_t first, size_t byte)
{
	for (size_t i = first; i < claims->count; i++) {
		const struct spans *content = &claims->at[i].content;

		for (size_t k = 0; k < content->count; k++)
			if (content->at[k].start <= byte &&
			    byte < content->at[k].end)
				return (int)i;
	}
	return -1;
}

size_t
candidates_limit(size_t length)
{
	size_t limit = SENTENCE_BYTES / (length + 1);

	if (limit > CANDIDATES_MAX)
		return CANDIDATES_MAX;
	return limit < CANDIDATES_MIN ? CANDIDATES_MIN : limit;
}

static void
find_in_sentence(struct claims *claims, struct reading *reading,
    uint32_t sentence)
{
	const struct tagged *document = reading->document;
	struct levels *levels = &reading->levels[sentence];
	struct finder finder = { .document = document, .sentence = sentence,
	    .mentions = &document->mentions[sentence] };
	const struct level *top;
	size_t before = claims->count;

	finder.limit = candidates_limit(document->text.sentences[sentence]
	    .text.length);
	clause_levels(levels, &document->text, sentence,
	    &document->times[sentence]);
	if (levels->count == 0)
		return;
	top = reading->tops[sentence] = &levels->at[0];
	for (size_t i = 0; i < levels->count; i++)
		find_in_level(&finder, &levels->at[i]);
	for (size_t i = 0; i < finder.count; i++)
		if (!is_bare(&finder.at[i]))
			claims_of(claims, &finder, &finder.at[i]);
	for (int i = 0; i < top->count; i++)
		if (unit_is_quotation(top, i))
			reading_quotation(reading, sentence, i,
			    quotation_of(top, i), claim_with(claims, before,
			    clause_span(top, i, i).start));
}

static int
claim_order(const void *a, const void *b)
{
	const struct claim *one = a, *two = b;

	if (one->sentence != two->sentence)
		return one->sentence < two->sentence ? -1 : 1;
	if (one->content.at[0].start != two->content.at[0].start)
		return one->content.at[0].start < two->content.at[0].start ?
		    -1 : 1;
	return one->number < two->number ? -1 : one->number > two->number;
}

static void
sort_claims(struct claims *claims)
{
	for (size_t i = 0; i < claims->count; i++)
		claims->at[i].number = (uint32_t)i;
	if (claims->count > 0)
		qsort(claims->at, claims->count, sizeof(*claims->at),
		    claim_order);
}

/* Claims that quote nothing of the document can be pointed at by nobody. */
static void
drop_empty(struct claims *claims)
{
	size_t kept = 0;

	for (size_t i = 0; i < claims->count; i++)
		if (claims->at[i].content.count > 0)
			claims->at[kept++] = claims->at[i];
	claims->count = kept;
}

static void
drop_unsure(struct claims *claims, double least)
{
	size_t kept = 0;

	for (size_t i = 0; i < claims->count; i++)
		if (claim_confidence(&claims->at[i]) >= least)
			claims->at[kept++] = claims->at[i];
	claims->count = kept;
}

void
claims_find(struct claims *claims, const struct tagged *document,
    const struct claim_options *options)
{
	struct reading reading;

	*claims = (struct claims){ 0 };
	reading_begin(&reading, document);
	for (uint32_t i = 0; i < document->text.count; i++)
		if (claims_reported(document->text.sentences[i].kind))
			find_in_sentence(claims, &reading, i);
	carry_speakers(claims, &reading);
	drop_empty(claims);
	if (!options->rules_only) {
		sort_claims(claims);
		claims_correct(claims, &reading);
	}
	if (options->least > 0)
		drop_unsure(claims, options->least);
	if (!options->attributed)
		narration_add(claims, document, reading.tops);
	sort_claims(claims);
}
