/*
 * Claims without a cue word: a colon behind a name, a dash before one, a
 * quotation that a verb of any kind brings in.
 */
#include "claims/find.h"
#include "claims/speaker.h"

enum { LABEL_UNITS = 8 };

static bool
is_dash(const struct level *level, int unit)
{
	return unit_is(level, unit, "—") || unit_is(level, unit, "–") ||
	    unit_is(level, unit, "―") || unit_is(level, unit, "--") ||
	    unit_is(level, unit, "-");
}

static struct candidate *
add_label(struct finder *finder, const struct level *level,
    struct range source, int cue, const char *rule)
{
	struct candidate *candidate = candidate_add(finder, level);

	candidate->rule = rule;
	candidate->form = FORM_INDIRECT;
	candidate->tense = TENSE_PRESENT;
	candidate->source = source;
	candidate->cue_range = (struct range){ cue, cue };
	return candidate;
}

/* “…” — Julie Diaz */
static bool
find_signature(struct finder *finder, const struct level *level)
{
	int last = level->count - 1;

	if (level->count < 3 || !unit_is_quotation(level, 0) ||
	    !is_dash(level, 1) || !phrase_at(level, 2))
		return false;
	if (unit_tag(level, last) == TAG_STOP)
		last--;
	if (last - 2 > LABEL_UNITS || speaker_of(level, finder->mentions, 2,
	    last) < SPEAKER_LIKELY)
		return false;
	candidate_content(add_label(finder, level, (struct range){ 2, last },
	    1, "quote — S"), 0, 0);
	return true;
}

/* "Blinken: deal is near"; "WALLACE: And you?" */
void
find_label(struct finder *finder, const struct level *level)
{
	struct candidate *candidate;
	int colon = 1;

	if (find_signature(finder, level))
		return;
	while (colon < level->count && colon < LABEL_UNITS &&
	    !unit_is(level, colon, ":"))
		colon++;
	if (!unit_is(level, colon, ":") || colon + 1 >= level->count ||
	    phrase_extend(level, 0, false) != colon - 1)
		return;
	if (speaker_of(level, finder->mentions, 0, colon - 1) < (
	    unit_token(level, 0)->shape == SHAPE_UPPER ? SPEAKER_LIKELY :
	    SPEAKER_SURE))
		return;
	candidate = add_label(finder, level, (struct range){ 0, colon - 1 },
	    colon, "S: C");
	candidate->label = unit_token(level, 0)->shape == SHAPE_UPPER;
	candidate_content(candidate, colon + 1, level->count - 1);
}

static bool
is_claimed(const struct finder *finder, const struct level *level, int unit)
{
	for (size_t i = finder->count; i-- > 0;) {
		const struct candidate *other = &finder->at[i];

		for (int k = 0; k < other->parts && other->level == level; k++)
			if (other->content[k].first <= unit &&
			    unit <= other->content[k].last)
				return true;
	}
	return false;
}

/* "He took aim at her: “…”": any verb may bring a quotation in so. */
static void
find_introduced(struct finder *finder, const struct level *level, int unit)
{
	struct candidate *candidate;
	const struct group *group = NULL;

	if (!unit_is(level, unit - 1, ":") && unit_tag(level, unit - 1) !=
	    TAG_COMMA)
		return;
	for (int i = unit - 2; i >= 0 && i > unit - CLAUSE_WINDOW / 8; i--)
		if (group_at(level, i) && group_at(level, i)->subject_first !=
		    CLAUSE_NONE && group_at(level, i)->form == GROUP_FINITE)
			group = group_at(level, i);
	if (!group || speaker_of(level, finder->mentions,
	    group->subject_first, group->subject_last) < SPEAKER_LIKELY)
		return;
	candidate = add_label(finder, level, (struct range){
	    group->subject_first, group->subject_last }, group->first,
	    "S V: quote");
	candidate->cue = group->cue;
	candidate->tense = group->past ? TENSE_PAST : TENSE_PRESENT;
	candidate->cue_range.last = group->last;
	candidate_content(candidate, unit, unit);
}

void
find_quotations(struct finder *finder, const struct level *level)
{
	for (int i = 1; i < level->count && !finder_full(finder); i++)
		if (unit_is_quotation(level, i) &&
		    !is_claimed(finder, level, i))
			find_introduced(finder, level, i);
}
