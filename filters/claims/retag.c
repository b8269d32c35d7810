/*
 * Repairs of tags where the clause around a word contradicts the tagger:
 * participles that are the clause's only verb, past tenses taken for base
 * forms, verbs taken for nouns behind "to" and "would", third persons taken
 * for plurals ("the plan calls for"), and the end of "clean-up".
 */
#include "claims/clause.h"
#include "claims/cue.h"

enum { NEAR = 12 };	/* units to either side that are the clause */

static bool
is_finite_tag(enum tag tag)
{
	return tag == TAG_MD || tag == TAG_VBD || tag == TAG_VBP ||
	    tag == TAG_VBZ;
}

static bool
is_border(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);

	return tag == TAG_COMMA || tag == TAG_STOP || tag == TAG_COLON ||
	    tag == TAG_NONE || unit_is(level, unit, "that");
}

/* "said": a clause with a verb of its own may follow. */
static bool
takes_clause(const struct level *level, int unit)
{
	int last;
	const struct cue *cue = cue_match(level, unit, CUE_VERB, &last);

	return cue && cue->frames & FRAME_THAT;
}

/* Has the clause around a unit no finite verb? */
static bool
is_verbless(const struct level *level, int unit)
{
	for (int i = unit - 1; i > unit - NEAR && !is_border(level, i); i--)
		if (is_finite_tag(unit_tag(level, i)))
			return takes_clause(level, i);
	for (int i = unit + 1; i < unit + NEAR && !is_border(level, i); i++)
		if (is_finite_tag(unit_tag(level, i)))
			return false;
	return true;
}

static bool
begins_object(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);

	return tag == TAG_DT || tag == TAG_PRP || tag == TAG_PRPS ||
	    tag == TAG_CD || tag == TAG_DOLLAR || tag == TAG_JJR ||
	    tag_is_name(tag) || unit_is(level, unit,
	    "that") || (unit_is(level, unit, "at") && unit_is(level, unit + 1,
	    "least"));
}

static bool
is_cue_verb(const struct level *level, int unit, unsigned strength)
{
	int last;
	const struct cue *cue = cue_match(level, unit, CUE_VERB, &last);

	return cue && cue->strength >= strength;
}

/* "called for": a cue of several words, and what it is for. */
static bool
is_phrasal_cue(const struct level *level, int unit)
{
	int last = unit;
	const struct cue *cue = cue_match(level, unit, CUE_VERB, &last);

	return cue && cue->strength >= 3 && last > unit &&
	    (begins_object(level, last + 1) || tag_is_noun(unit_tag(level,
	    last + 1)) || unit_tag(level, last + 1) == TAG_JJ);
}

static bool
is_infinitive(const struct level *level, int unit)
{
	return unit_is(level, unit, "to") &&
	    (unit_tag(level, unit + 1) == TAG_VB ||
	    unit_tag(level, unit + 2) == TAG_VB);
}

/* "the mill where it began said": behind a verb that takes no participle. */
static bool
is_behind_relative(const struct level *level, int unit)
{
	enum tag before = unit_tag(level, unit - 1);
	struct slice lemma;

	if (before != TAG_VBD && before != TAG_VBZ && before != TAG_VBP)
		return false;
	lemma = unit_token(level, unit - 1)->lemma;
	return !slice_is(lemma, "be") && !slice_is(lemma, "have") &&
	    !slice_is(lemma, "get") && is_cue_verb(level, unit, 3) &&
	    takes_clause(level, unit);
}

/* "strikes killed at least 30", "…, sources revealed.": a past tense. */
static bool
is_past(const struct level *level, int unit)
{
	enum tag before = unit_tag(level, unit - 1);
	enum tag after = unit_tag(level, unit + 1);

	if (before == TAG_COMMA)	/* "X, who …, expressed doubts" */
		return is_cue_verb(level, unit, 2) && (tag_is_noun(after) ||
		    after == TAG_JJ || begins_object(level, unit + 1) ||
		    is_phrasal_cue(level, unit));
	if (before == TAG_PRP || is_behind_relative(level, unit))
		return true;
	if (!tag_is_noun(before) && !unit_is(level, unit - 1, "all") &&
	    !unit_is(level, unit - 1, "both"))
		return false;
	if (begins_object(level, unit + 1) || is_infinitive(level, unit + 1) ||
	    is_phrasal_cue(level, unit))
		return is_verbless(level, unit);
	return is_cue_verb(level, unit, 3) && (after == TAG_STOP ||
	    after == TAG_NONE || after == TAG_COMMA) &&
	    is_verbless(level, unit);
}

/* "to resume this week", "would resume": the base form. */
static bool
is_base(const struct level *level, int unit)
{
	int last;
	const struct cue *cue;

	if (unit_tag(level, unit - 1) == TAG_MD)
		return true;
	if (!unit_is(level, unit - 1, "to") || unit < 2 ||
	    !tag_is_verb(unit_tag(level, unit - 2)))
		return false;
	cue = cue_match(level, unit - 2, CUE_VERB, &last);
	return cue && cue->frames & FRAME_INF && !(cue->frames & FRAME_TO);
}

/* "The union put the number at 40": a past tense that is like the base. */
static bool
is_past_base(const struct level *level, int unit)
{
	enum tag before = unit_tag(level, unit - 1);

	return (before == TAG_NN || before == TAG_NNP) &&
	    is_cue_verb(level, unit, 2) && begins_object(level, unit + 1) &&
	    is_verbless(level, unit);
}

/* "This framework calls for": the only verb there can be. */
static bool
is_third_person(const struct level *level, int unit)
{
	enum tag before = unit_tag(level, unit - 1);

	return (before == TAG_NN || tag_is_name(before)) &&
	    is_cue_verb(level, unit, 2) && (unit_is(level, unit + 1, "for") ||
	    unit_is(level, unit + 1, "that") || unit_is(level, unit + 1,
	    "to") || begins_object(level, unit + 1)) &&
	    is_verbless(level, unit);
}

void
level_retag(struct level *level)
{
	for (int i = 0; i < level->count; i++) {
		struct unit *unit = &level->units[i];

		if (unit->tag == TAG_VBN && is_past(level, i))
			unit->tag = TAG_VBD;
		else if (unit->tag == TAG_NN && is_base(level, i))
			unit->tag = TAG_VB;
		else if (unit->tag == TAG_NNS && is_third_person(level, i))
			unit->tag = TAG_VBZ;
		else if (unit->tag == TAG_VB && is_past_base(level, i))
			unit->tag = TAG_VBD;
		else if (unit->tag == TAG_RP && unit_tag(level, i - 1) ==
		    TAG_HYPH)
			unit->tag = TAG_NN;	/* "clean-up" */
		if (unit->tag == TAG_VB && unit_is(level, i - 1, "to"))
			level->units[i - 1].tag = TAG_TO;
	}
}
