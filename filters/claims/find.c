/*
 * From candidates to claims: quotations that nobody has claimed, speakers
 * that carry over, joint subjects, spans in bytes.
 */
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

/* "both Israel and Hamas": one range a source; returns how many. */
static int
split_source(const struct finder *finder, const struct level *level,
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
		    finder->mentions, part.first, part.last) < SPEAKER_LIKELY)
			return 1;
		parts[count++] = part;
		first = i + 1;
	}
	for (int i = source.first; i <= source.last; i++)
		if (unit_tag(level, i) == TAG_CC)
			return count;
	return 1;	/* a comma without "and": an apposition */
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
	add_range(&claim->source, level, source);
	if (range_is(candidate->cue_range))
		spans_add(&claim->cue, clause_span(level,
		    candidate->cue_range.first, candidate->cue_range.last));
	add_range(&claim->addressee, level, candidate->addressee);
	for (int i = 0; i < candidate->parts; i++)
		add_range(&claim->content, level, candidate->content[i]);
	for (size_t i = 0; i < claim->content.count; i++)
		if (level->quotation == 0)
			add_quotes(&claim->quote, &finder->document->text,
			    claim->content.at[i]);
	set_form(claim);
}

enum { JOINT_MAX = 6 };

static void
claims_of(struct claims *claims, const struct finder *finder,
    const struct candidate *candidate)
{
	struct range parts[JOINT_MAX];
	int count = 1;

	parts[0] = candidate->source;
	if (range_is(candidate->source)) {
		count = split_source(finder, candidate->level,
		    candidate->source, parts, JOINT_MAX);
		if (count <= 1) {
			parts[0] = candidate->source;
			count = 1;
		}
	}
	for (int i = 0; i < count; i++)
		claim_of(claims, finder, candidate, parts[i]);
}

/* -------------------------------------------------------- free quotations */

static bool
is_claimed(const struct finder *finder, const struct level *level, int unit)
{
	for (size_t i = 0; i < finder->count; i++) {
		const struct candidate *other = &finder->at[i];

		for (int k = 0; k < other->parts && other->level == level; k++)
			if (other->content[k].first <= unit &&
			    unit <= other->content[k].last)
				return true;
	}
	return false;
}

/* The last claim whose content is a quotation, or -1. */
static int
last_quoted(const struct claims *claims)
{
	for (size_t i = claims->count; i-- > 0;) {
		const struct claim *claim = &claims->at[i];

		if (claim->quote.count > 0 && claim->depth <= 1 &&
		    claim->form != FORM_NARRATION &&
		    claim->form != FORM_AGENTLESS)
			return (int)i;
	}
	return -1;
}

/* Does the quotation in `unit` go on from the sentence before? */
static bool
continues(const struct finder *finder, const struct level *level, int unit)
{
	uint32_t id = unit_token(level, unit)->quotation;
	const struct document *text = &finder->document->text;

	return id != 0 && text->quotations[id - 1].first_sentence <
	    finder->sentence;
}

/*
 * A quotation without a cue: more of the one before it in the same paragraph
 * (or left open by it); a claim of its own, with the speaker carried over, in
 * the next.
 */
static void
add_free(struct claims *claims, const struct finder *finder,
    const struct level *level, int unit)
{
	const struct document *text = &finder->document->text;
	struct span span = clause_span(level, unit, unit);
	int before = last_quoted(claims);
	size_t paragraph = text->sentences[finder->sentence].paragraph;
	struct claim *claim;

	if (before < 0)
		return;
	claim = &claims->at[before];
	if (text->sentences[claim->sentence].paragraph == paragraph ||
	    continues(finder, level, unit)) {
		for (size_t i = claims->count; i-- > 0;) {
			struct claim *same = &claims->at[i];

			if (same->sentence == claim->sentence &&
			    same->cue.count && claim->cue.count &&
			    same->cue.at[0].start == claim->cue.at[0].start) {
				spans_add(&same->content, span);
				spans_add(&same->quote, span);
			}
		}
		return;
	}
	if (text->sentences[claim->sentence].paragraph + 2 < paragraph)
		return;
	claim = claim_add(claims, finder->document, finder->sentence);
	claim->form = FORM_FREE_DIRECT;
	claim->source = claims->at[before].source;
	claim->rule = "quotation, speaker carried over";
	claim->carried = true;
	spans_add(&claim->content, span);
	spans_add(&claim->quote, span);
}

/* "He took aim at her: “…”": any verb may introduce a quotation so. */
static bool
add_introduced(struct finder *finder, const struct level *level, int unit)
{
	struct candidate *candidate;
	const struct group *group = NULL;

	if (!unit_is(level, unit - 1, ":") && unit_tag(level, unit - 1) !=
	    TAG_COMMA)
		return false;
	for (int i = unit - 2; i >= 0 && i > unit - CLAUSE_WINDOW / 8; i--)
		if (group_at(level, i) && group_at(level, i)->subject_first !=
		    CLAUSE_NONE && group_at(level, i)->form == GROUP_FINITE)
			group = group_at(level, i);
	if (!group || speaker_of(level, finder->mentions,
	    group->subject_first, group->subject_last) < SPEAKER_LIKELY)
		return false;
	candidate = candidate_add(finder, level);
	candidate->cue = group->cue;
	candidate->rule = "quotation behind a colon";
	candidate->form = FORM_INDIRECT;
	candidate->tense = group->past ? TENSE_PAST : TENSE_PRESENT;
	candidate->source = (struct range){ group->subject_first,
	    group->subject_last };
	candidate->cue_range = (struct range){ group->first, group->last };
	candidate_content(candidate, unit, unit);
	return true;
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
		find_colon(finder, level);
	if (level->quotation == 0)
		for (int i = 1; i < level->count && !finder_full(finder);
		    i++)
			if (unit_is_quotation(level, i) &&
			    !is_claimed(finder, level, i))
				add_introduced(finder, level, i);
}

static void
find_in_sentence(struct claims *claims, struct levels *levels,
    const struct tagged *document, uint32_t sentence)
{
	struct finder finder = { .document = document, .sentence = sentence,
	    .mentions = &document->mentions[sentence] };

	clause_levels(levels, &document->text, sentence,
	    &document->times[sentence]);
	for (size_t i = 0; i < levels->count; i++)
		find_in_level(&finder, &levels->at[i]);
	for (size_t i = 0; i < finder.count; i++)
		claims_of(claims, &finder, &finder.at[i]);
	if (levels->count == 0)
		return;
	for (int i = 0; i < levels->at[0].count; i++)
		if (unit_is_quotation(&levels->at[0], i) &&
		    !is_claimed(&finder, &levels->at[0], i))
			add_free(claims, &finder, &levels->at[0], i);
}

static bool
is_reported(enum sentence_kind kind)
{
	return kind == KIND_BODY || kind == KIND_HEADLINE ||
	    kind == KIND_CAPTION;
}

void
claims_find(struct claims *claims, const struct tagged *document,
    const struct claim_options *options)
{
	struct levels levels = { 0 };

	*claims = (struct claims){ 0 };
	for (uint32_t i = 0; i < document->text.count; i++) {
		size_t before = claims->count;

		if (!is_reported(document->text.sentences[i].kind))
			continue;
		find_in_sentence(claims, &levels, document, i);
		if (!options->attributed)
			narration_add(claims, document, i, before,
			    levels.count > 0 ? &levels.at[0] : NULL);
	}
}
