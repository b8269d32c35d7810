/*
 * Subjects: for each verb group, the noun phrase that does it.
 *
 * To the left, past adverbs, times and what stands between two commas; the
 * noun phrase right before a participle; behind the verb when a comma or a
 * quotation stands before it ("…," said Blinken).  A verb behind "and" or
 * "but", and a participle behind a comma, share the subject of a finite verb
 * before them; one that opens the sentence, of the first finite verb.
 */
#include "claims/clause.h"
#include "claims/cue.h"

/* Is the phrase that ends at `unit` an expression of time? */
static bool
is_time_end(const struct level *level, int unit)
{
	const struct phrase *phrase = phrase_before(level, unit);

	return (phrase && phrase->time) || (unit >= 0 &&
	    level->units[unit].time && !phrase);
}

/* The bracket that the one at `close` closes; `close` when there is none. */
static int
opening_bracket(const struct level *level, int close)
{
	for (int i = close - 1; i >= 0 && i > close - 16; i--)
		if (unit_tag(level, i) == TAG_LRB)
			return i;
	return close;
}

/* Back over adverbs, brackets and times, with their prepositions. */
static int
skip_back(const struct level *level, int unit)
{
	for (;;) {
		enum tag tag = unit_tag(level, unit);

		if (tag == TAG_RB || tag == TAG_RBR) {
			unit--;
		} else if (is_time_end(level, unit)) {
			const struct phrase *phrase = phrase_before(level,
			    unit);

			unit = phrase ? phrase->first - 1 : unit - 1;
			if (unit_tag(level, unit) == TAG_IN &&
			    phrase_before(level, unit - 1))
				unit--;
		} else if (tag == TAG_RRB) {
			unit = opening_bracket(level, unit) - 1;
		} else {
			return unit;
		}
	}
}

/*
 * The comma that opens what the comma at `close` closes, when what stands
 * before it is a noun phrase; or CLAUSE_NONE.
 */
static int
opening_comma(const struct level *level, int close)
{
	int limit = close - CLAUSE_WINDOW / 8;

	for (int i = close - 1; i > 0 && i > limit; i--) {
		const struct group *group = group_at(level, i);

		if (unit_tag(level, i) == TAG_COLON &&
		    !unit_is_comma(level, i))
			return CLAUSE_NONE;
		if (level->units[i].quotation)
			return CLAUSE_NONE;
		if (group && group->form == GROUP_FINITE &&
		    group->subject_first == CLAUSE_NONE &&
		    !group->subject_behind)
			continue;
		if (unit_is_comma(level, i) && phrase_before(level, i - 1) &&
		    !phrase_before(level, i - 1)->time &&
		    !clause_begins(level, i + 1))
			return i;
	}
	return CLAUSE_NONE;
}

/* A list "A, B and C" that ends with the phrase from `first`: its start. */
static int
list_first(const struct level *level, int first)
{
	const struct phrase *phrase;
	int before = first - 1, start = first, items = 1;
	bool comma;

	if (unit_tag(level, before) != TAG_CC || (phrase_at(level, first) &&
	    phrase_at(level, first)->pronoun))
		return first;
	comma = unit_is_comma(level, before - 1);
	if (comma)
		before--;
	phrase = phrase_before(level, before - 1);
	while (phrase && !phrase->relative && first - start < CLAUSE_WINDOW) {
		start = phrase_extend_left(level, phrase->last);
		items++;
		if (!unit_is_comma(level, start - 1))
			break;
		phrase = phrase_before(level, start - 2);
	}
	return comma && items < 3 ? first : start;	/* ", and he said" */
}

/* Is the phrase at `first` free to be a subject: no verb's object, say? */
static bool
is_clause_start(const struct level *level, int first)
{
	const struct group *group = group_at(level, first - 1);
	enum tag tag = unit_tag(level, first - 1);

	return !group && tag != TAG_IN && tag != TAG_TO && tag != TAG_RP;
}

/* Does a phrase that is a name end here? */
static bool
is_named(const struct level *level, int unit)
{
	const struct phrase *phrase = phrase_before(level, unit);

	return phrase && !phrase->time && tag_is_name(unit_tag(level,
	    phrase->head)) && unit_tag(level, phrase->first) != TAG_DT;
}

/* Is it one that stands by itself, as one with an apposition behind does? */
static bool
is_apposed(const struct level *level, int unit)
{
	enum tag before;

	if (!is_named(level, unit))
		return false;
	before = unit_tag(level, phrase_before(level, unit)->first - 1);
	return before == TAG_NONE || before == TAG_COMMA || before == TAG_CC ||
	    before == TAG_STOP;
}

/* Set the subject that ends at `last`; coordinate ones are taken together. */
static void
subject_set(const struct level *level, struct group *group, int last)
{
	int first = phrase_extend_left(level, last);
	int list = list_first(level, first);

	if (list < first && is_clause_start(level, list))
		first = list;
	if (unit_is_comma(level, first - 1) && is_apposed(level, first - 2) &&
	    !is_named(level, last) && !phrase_before(level, last)->pronoun &&
	    !phrase_before(level, last)->relative)
		first = phrase_before(level, first - 2)->first;
	group->subject_first = first;
	group->subject_last = last;
}

/*
 * "Two people who work nights at the mill said", "a union representing dock
 * workers said": the phrase that ends at `unit` belongs to a relative clause
 * or participle on the subject.  The last unit of what that hangs on, or
 * `unit`.
 */
static int
modified_last(const struct level *level, const struct group *group, int unit)
{
	int limit = unit - CLAUSE_WINDOW / 16;

	if (phrase_before(level, unit) && phrase_before(level, unit)->pronoun)
		return unit;
	for (int i = unit; i > 0 && i > limit; i--) {
		const struct group *inner = group_at(level, i);
		bool relative;

		if (unit_is_comma(level, i) || unit_is_quotation(level, i) ||
		    unit_tag(level, i) == TAG_CC || unit_tag(level, i) ==
		    TAG_LRB || unit_tag(level, i) == TAG_COLON)
			return unit;
		if (!inner)
			continue;
		if (inner == group || inner->subject_first == CLAUSE_NONE ||
		    inner->subject_shared || inner->subject_behind ||
		    (inner->cue && inner->cue->frames & FRAME_THAT &&
		    (inner->cue->strength >= 3 || inner->last < unit)))
			return unit;
		relative = inner->form == GROUP_FINITE && phrase_at(level,
		    inner->subject_last) && phrase_at(level,
		    inner->subject_last)->relative;
		if (relative && phrase_before(level, inner->subject_last - 1))
			return inner->subject_last - 1;
		if (unit_tag(level, inner->subject_first - 1) == TAG_WRB &&
		    phrase_before(level, inner->subject_first - 2))
			return inner->subject_first - 2;
		if (inner->form != GROUP_FINITE && inner->subject_last ==
		    inner->first - 1)
			return inner->subject_last;
		return unit;
	}
	return unit;
}

/* A noun phrase to the left of the group: its subject. */
static bool
find_left(const struct level *level, struct group *group)
{
	int unit = skip_back(level, group->first - 1);
	int last = unit, head;

	for (int tries = 0; tries < 3 && unit_is_comma(level, unit); tries++) {
		int open = opening_comma(level, unit);

		if (open == CLAUSE_NONE)
			return false;
		unit = open - 1;
	}
	head = modified_last(level, group, unit);
	if (!phrase_before(level, head) || phrase_before(level, head)->time)
		return false;
	subject_set(level, group, head);
	if (head < unit) {
		group->subject_last = unit;
		return true;
	}
	if (unit < last && last - unit < 24 && !(phrase_at(level, unit + 2) &&
	    phrase_at(level, unit + 2)->relative))
		group->subject_last = last - 1;
	return true;
}

/* "…," said Blinken; "…," says Paul Rieckhoff, head of the union. */
static bool
find_behind(const struct level *level, struct group *group)
{
	int last, before = skip_back(level, group->first - 1);

	if (!group->cue || group->passive || (!unit_is_comma(level, before) &&
	    !unit_is_quotation(level, before) && before >= 0))
		return false;
	if (!phrase_at(level, group->last + 1) ||
	    phrase_at(level, group->last + 1)->time)
		return false;
	last = phrase_extend(level, group->last + 1, false);
	if (unit_is_comma(level, last + 1) && phrase_at(level, last + 2) &&
	    !phrase_at(level, last + 2)->time &&
	    !clause_begins(level, last + 2)) {
		int more = phrase_extend(level, last + 2,
		    !phrase_at(level, last + 2)->relative);

		if (more + 1 >= level->count ||
		    unit_is_comma(level, more + 1) ||
		    unit_tag(level, more + 1) == TAG_STOP)
			last = more;
	}
	group->subject_first = group->last + 1;
	group->subject_last = last;
	group->subject_behind = true;
	return true;
}

/* Take the subject of another group. */
static bool
share(struct group *group, const struct group *other)
{
	if (other->subject_first == CLAUSE_NONE)
		return false;
	group->subject_first = other->subject_first;
	group->subject_last = other->subject_last;
	group->subject_shared = true;
	return true;
}

/*
 * The verb before `index` whose subject a coordinate or participle takes over:
 * the nearest finite verb of saying, else the nearest finite verb.
 */
static bool
share_before(struct level *level, int index)
{
	struct group *group = &level->groups[index];
	const struct group *nearest = NULL;
	int limit = group->first - CLAUSE_WINDOW;

	for (int i = index - 1; i >= 0 &&
	    level->groups[i].first > limit; i--) {
		const struct group *other = &level->groups[i];

		if (other->form != GROUP_FINITE ||
		    other->subject_first == CLAUSE_NONE)
			continue;
		if (!nearest)
			nearest = other;
		if (other->cue && other->cue->strength >= 3 &&
		    other->cue->class == CUE_SPEECH) {
			nearest = other;
			break;
		}
	}
	return nearest && share(group, nearest);
}

/* "Describing X as Y, Blinken stressed Z": the first finite verb's. */
static bool
share_after(struct level *level, int index)
{
	struct group *group = &level->groups[index];

	for (int i = index + 1; i < level->group_count &&
	    level->groups[i].first < group->first + CLAUSE_WINDOW / 4; i++) {
		struct group *other = &level->groups[i];

		if (other->form != GROUP_FINITE ||
		    other->subject_first == CLAUSE_NONE)
			continue;
		if (unit_is_comma(level, other->subject_first - 1))
			return share(group, other);
	}
	return false;
}

static void
find_finite(struct level *level, int index)
{
	struct group *group = &level->groups[index];
	int before = skip_back(level, group->first - 1);

	if (find_left(level, group) || find_behind(level, group))
		return;
	if (unit_tag(level, before) == TAG_CC || unit_is_comma(level, before))
		share_before(level, index);
}

static void
find_participle(struct level *level, int index)
{
	struct group *group = &level->groups[index];
	int before = skip_back(level, group->first - 1);
	enum tag tag = unit_tag(level, before);

	if (phrase_before(level, before) &&
	    !phrase_before(level, before)->time)
		subject_set(level, group, before);
	else if (unit_is_comma(level, before) || tag == TAG_CC || tag == TAG_IN)
		share_before(level, index);
}

void
level_subjects(struct level *level)
{
	for (int i = 0; i < level->group_count; i++) {
		struct group *group = &level->groups[i];

		if (group->form == GROUP_FINITE)
			find_finite(level, i);
		else if (group->form != GROUP_BARE &&
		    group->form != GROUP_INFINITIVE)
			find_participle(level, i);
	}
	for (int i = 0; i < level->group_count; i++)
		if (level->groups[i].form == GROUP_ING &&
		    level->groups[i].subject_first == CLAUSE_NONE)
			share_after(level, i);
}
