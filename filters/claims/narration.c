/*
 * Narration: the clauses of a sentence that no claim covers.
 *
 * The sentence is cut where a new clause with its own subject and verb begins
 * behind a comma and a conjunction, at a semicolon, and before a participle
 * that brings a figure of its own ("…, forcing some 2.3 million people from
 * their homes").
 */
#include "claims/narration.h"

enum { WORDS_MIN = 4 };		/* of a clause worth a claim of its own */

/* Which bytes of the document some claim has, from `start` on. */
struct cover {
	bool *bytes;
	size_t start, end;
};

static void
cover_spans(struct cover *cover, const struct spans *spans)
{
	for (size_t i = 0; i < spans->count; i++) {
		size_t start = spans->at[i].start, end = spans->at[i].end;

		if (start >= cover->start && end <= cover->end)
			memset(cover->bytes + (start - cover->start), 1,
			    end - start);
	}
}

static struct cover
cover_make(const struct claims *claims, const struct tagged *document)
{
	const struct document *text = &document->text;
	struct cover cover = { NULL, text->sentences[0].start,
	    text->sentences[text->count - 1].end };

	cover.bytes = arena_new(text->arena, cover.end - cover.start + 1,
	    sizeof(*cover.bytes));
	memset(cover.bytes, 0, cover.end - cover.start + 1);
	for (size_t i = 0; i < claims->count; i++) {
		cover_spans(&cover, &claims->at[i].content);
		cover_spans(&cover, &claims->at[i].cue);
		cover_spans(&cover, &claims->at[i].source);
	}
	return cover;
}

static bool
is_covered(const struct cover *cover, struct span span)
{
	return memchr(cover->bytes + (span.start - cover->start), 1,
	    span.end - span.start) != NULL;
}

static bool
has_figure(const struct figures *figures, struct span span)
{
	for (size_t i = 0; i < figures->count; i++)
		if (figures->at[i].span.start >= span.start &&
		    figures->at[i].span.end <= span.end)
			return true;
	return false;
}

static bool
has_finite(const struct level *level, int first, int last)
{
	for (int i = first; i <= last; i++)
		if (group_at(level, i) &&
		    group_at(level, i)->form == GROUP_FINITE)
			return true;
	return false;
}

/* The comma that ends what begins at `unit`, or the last unit. */
static int
part_last(const struct level *level, int unit)
{
	int last = unit;

	while (last + 1 < level->count && last < unit + CLAUSE_WINDOW &&
	    unit_tag(level, last + 1) != TAG_COMMA)
		last++;
	return last;
}

/* Does a fact of its own begin at `unit`, behind a comma or semicolon? */
static bool
is_cut(const struct level *level, const struct figures *figures, int unit)
{
	const struct group *group = group_at(level, unit);

	if (unit_is(level, unit - 1, ";"))
		return true;
	if (unit_tag(level, unit - 1) != TAG_COMMA)
		return false;
	if (unit_tag(level, unit) == TAG_CC || unit_is(level, unit, "while") ||
	    unit_is(level, unit, "although") || unit_is(level, unit, "though"))
		return clause_begins(level, unit + 1);
	if (group && group->form == GROUP_ING && group->first == unit)
		return has_figure(figures, clause_span(level, unit,
		    part_last(level, unit)));
	return false;
}

static void
add_clause(struct claims *claims, const struct tagged *document,
    uint32_t sentence, const struct level *level, int first, int last)
{
	struct claim *claim;

	while (first < last && (unit_tag(level, first) == TAG_COMMA ||
	    unit_tag(level, first) == TAG_CC || unit_is(level, first, ";")))
		first++;
	while (last > first && (unit_tag(level, last) == TAG_COMMA ||
	    unit_tag(level, last) == TAG_STOP || unit_is(level, last, ";") ||
	    unit_tag(level, last) == TAG_CC || unit_tag(level, last) == TAG_IN))
		last--;
	claim = claim_add(claims, document, sentence);
	claim->form = FORM_NARRATION;
	claim->rule = "narrator";
	claim->source_type = SOURCE_NARRATOR;
	spans_add(&claim->content, clause_span(level, first, last));
}

/* ", as some workers have claimed": a comment on what a claim covers. */
static bool
is_comment(const struct level *level, int first, int last)
{
	const struct group *group;

	if (unit_is_comma(level, first))
		first++;
	while (last > first && unit_tag(level, last) == TAG_STOP)
		last--;
	group = group_at(level, last);
	return unit_is(level, first, "as") && group && group->cue &&
	    group->form == GROUP_FINITE && group->subject_first == first + 1;
}

/* One claim for each run of units that no claim covers. */
static void
add_rest(struct claims *claims, const struct tagged *document,
    uint32_t sentence, const struct cover *cover, const struct level *level)
{
	int first = -1;

	for (int i = 0; i <= level->count; i++) {
		bool covered = i == level->count || is_covered(cover,
		    clause_span(level, i, i));

		if (!covered && first < 0)
			first = i;
		if (!covered || first < 0)
			continue;
		if (group_at(level, first) && group_at(level, first)->form ==
		    GROUP_FINITE && first > 0)
			first = clause_first(level, first - 1);
		if (i - first > WORDS_MIN && has_finite(level, first, i - 1) &&
		    !is_comment(level, first, i - 1))
			add_clause(claims, document, sentence, level, first,
			    i - 1);
		first = -1;
	}
}

static void
add_clauses(struct claims *claims, const struct tagged *document,
    uint32_t sentence, const struct level *level)
{
	int first = 0;

	for (int i = WORDS_MIN; i < level->count; i++) {
		if (i - first < WORDS_MIN || level->count - i < WORDS_MIN ||
		    !is_cut(level, &document->figures[sentence], i))
			continue;
		add_clause(claims, document, sentence, level, first, i - 1);
		first = i;
	}
	add_clause(claims, document, sentence, level, first,
	    level->count - 1);
}

void
narration_add(struct claims *claims, const struct tagged *document,
    const struct level *const *tops)
{
	struct cover cover = cover_make(claims, document);

	for (uint32_t i = 0; i < document->text.count; i++) {
		const struct sentence *text = &document->text.sentences[i];

		if (!tops[i] || tops[i]->count == 0)
			continue;
		if (is_covered(&cover, (struct span){ text->start,
		    text->end }))
			add_rest(claims, document, i, &cover, tops[i]);
		else
			add_clauses(claims, document, i, tops[i]);
	}
}
