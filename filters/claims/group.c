/*
 * Verb groups: auxiliaries, adverbs and the verb, by Penn tags.
 */
#include "claims/clause.h"
#include "claims/cue.h"

static bool
is_lemma(const struct level *level, int unit, const char *lemma)
{
	return unit >= 0 && unit < level->count &&
	    slice_is(unit_token(level, unit)->lemma, lemma);
}

static bool
is_auxiliary(const struct level *level, int unit)
{
	return unit_tag(level, unit) == TAG_MD ||
	    is_lemma(level, unit, "be") || is_lemma(level, unit, "have") ||
	    is_lemma(level, unit, "do") ||
	    (is_lemma(level, unit, "get") &&
	    unit_tag(level, unit + 1) == TAG_VBN);
}

static bool
is_adverb(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);

	return (tag == TAG_RB || tag == TAG_RBR || tag == TAG_RBS) ||
	    (unit_is(level, unit, "n't"));
}

/* Behind the adverbs from `unit` on. */
static int
skip_adverbs(const struct level *level, int unit)
{
	while (is_adverb(level, unit) && !level->units[unit].time)
		unit++;
	return unit;
}

static bool
is_negation(const struct level *level, int unit)
{
	return unit_is(level, unit, "not") || unit_is(level, unit, "n't") ||
	    unit_is(level, unit, "never") || unit_is(level, unit, "n’t");
}

/* What the first unit that is no adverb says about the group. */
static enum group_form
form_of(const struct level *level, int unit)
{
	switch (unit_tag(level, unit)) {
	case TAG_TO:
		return GROUP_INFINITIVE;
	case TAG_VBG:
		return GROUP_ING;
	case TAG_VBN:
		return GROUP_PARTICIPLE;
	case TAG_VB:
		return GROUP_BARE;
	default:
		return GROUP_FINITE;
	}
}

/* The unit behind the next verb of the group at `unit`, or `unit` itself. */
static int
next_verb(const struct level *level, int unit)
{
	int verb = skip_adverbs(level, unit);

	return tag_is_verb(unit_tag(level, verb)) ? verb + 1 : unit;
}

static void
describe(const struct level *level, struct group *group)
{
	enum tag head = unit_tag(level, group->head);
	enum tag first = unit_tag(level, group->first);

	group->past = first == TAG_VBD;
	group->future = unit_is(level, group->first, "will") ||
	    unit_is(level, group->first, "'ll") ||
	    unit_is(level, group->first, "wo");
	group->modal = first == TAG_MD && !group->future;
	for (int i = group->first; i <= group->last; i++) {
		if (is_negation(level, i))
			group->negated = true;
		if (i < group->head && is_lemma(level, i, "have"))
			group->perfect = true;
		if (i < group->head && head == TAG_VBN &&
		    (is_lemma(level, i, "be") || is_lemma(level, i, "get")))
			group->passive = true;
	}
}

/* "the proposed agreement": a participle that stands as an adjective. */
static bool
is_premodifier(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);
	enum tag before = unit_tag(level, unit - 1);
	enum tag after = unit_tag(level, unit + 1);

	if (before == TAG_RB || before == TAG_HYPH)
		before = unit_tag(level, unit - 2);
	if (tag == TAG_VBN && before == TAG_IN && tag_is_noun(after))
		return true;
	return (tag == TAG_VBN || tag == TAG_VBG) &&
	    (tag_is_noun(after) || after == TAG_JJ) &&
	    (before == TAG_DT || before == TAG_JJ || before == TAG_PRPS ||
	    before == TAG_POS || before == TAG_CD);
}

/* The group that begins at a unit; false when none does. */
static bool
read_group(const struct level *level, int unit, struct group *group)
{
	int verb = unit, end;
	enum tag tag = unit_tag(level, unit);

	if (tag == TAG_TO) {
		verb = skip_adverbs(level, unit + 1);
		if (unit_tag(level, verb) != TAG_VB)
			return false;
	} else if ((tag != TAG_MD && !tag_is_verb(tag)) ||
	    is_premodifier(level, unit)) {
		return false;
	}
	end = verb + 1;
	while (is_auxiliary(level, end - 1)) {
		int next = next_verb(level, end);

		if (next == end)
			break;
		end = next;
	}
	*group = (struct group){ .first = unit, .last = end - 1,
	    .head = end - 1, .form = form_of(level, unit),
	    .subject_first = CLAUSE_NONE, .subject_last = CLAUSE_NONE };
	if (is_negation(level, end))	/* "did not", "is not" alone */
		group->negated = true;
	describe(level, group);
	return true;
}

/* Adverbs before a group belong to it: "never said", "also told". */
static int
with_adverbs_before(const struct level *level, int unit, int bound)
{
	int first = unit;
	enum tag before;

	while (first - 1 >= bound && is_adverb(level, first - 1) &&
	    !level->units[first - 1].time)
		first--;
	before = unit_tag(level, first - 1);
	if (tag_is_noun(before) || before == TAG_PRP || before == TAG_WP ||
	    before == TAG_WDT || before == TAG_CC || before == TAG_RRB)
		return first;
	return unit;
}

void
level_groups(struct level *level, struct arena *arena)
{
	size_t capacity = 0;
	int bound = 0;

	for (int i = 0; i < level->count; i++) {
		struct group group;

		if (!read_group(level, i, &group))
			continue;
		i = group.last;
		if (group.form != GROUP_INFINITIVE)
			group.first = with_adverbs_before(level, group.first,
			    bound);
		for (int k = group.first; k <= group.last; k++) {
			level->units[k].group = level->group_count;
			group.negated |= is_negation(level, k);
		}
		group.cue = cue_match(level, group.head, CUE_VERB,
		    &group.cue_last);
		bound = i + 1;
		ARENA_GROW(arena, level->groups, (size_t)level->group_count,
		    capacity);
		level->groups[level->group_count++] = group;
	}
}

const struct group *
group_at(const struct level *level, int unit)
{
	if (unit < 0 || unit >= level->count ||
	    level->units[unit].group == CLAUSE_NONE)
		return NULL;
	return &level->groups[level->units[unit].group];
}
