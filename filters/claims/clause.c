/*
 * Where clauses begin and end.
 */
#include "claims/clause.h"
#include "claims/cue.h"

enum { NEAR = 24 };	/* units that a modifier has, at most */

static bool
is_dash(const struct level *level, int unit)
{
	return unit_is(level, unit, "—") || unit_is(level, unit, "–") ||
	    unit_is(level, unit, "--");
}

bool
unit_is_comma(const struct level *level, int unit)
{
	return unit_tag(level, unit) == TAG_COMMA || is_dash(level, unit);
}

static bool
is_final(const struct level *level, int unit)
{
	return unit_tag(level, unit) == TAG_STOP;
}

int
clause_skip_adverbs(const struct level *level, int unit)
{
	while (unit_tag(level, unit) == TAG_RB &&
	    !group_at(level, unit) && !phrase_at(level, unit))
		unit++;
	return unit;
}

/* Behind "on Monday", "last week", "in a statement", "to reporters". */
static int
skip_adjunct(const struct level *level, int unit)
{
	const struct phrase *phrase = phrase_at(level, unit);
	int last;

	if (phrase && phrase->time)
		return phrase->last + 1;
	if (unit < level->count && level->units[unit].time &&
	    !level->units[unit].quotation)
		return unit + 1;
	if (phrase || (unit_tag(level, unit) != TAG_IN &&
	    unit_tag(level, unit) != TAG_TO) || unit_is(level, unit, "that") ||
	    unit_is(level, unit, "as") || unit_is(level, unit, "if") ||
	    unit_is(level, unit, "whether"))
		return unit;
	phrase = phrase_at(level, unit + 1);
	if (!phrase || phrase->relative)
		return unit;
	if (phrase->time)
		return phrase->last + 1;
	last = phrase_extend(level, unit + 1, false);
	return last > unit ? last + 1 : unit;
}

int
clause_skip_adjuncts(const struct level *level, int unit)
{
	for (;;) {
		int next = clause_skip_adverbs(level, unit);

		if (next == unit)
			next = skip_adjunct(level, unit);
		if (next == unit)
			return unit;
		unit = next;
	}
}

/* Behind ", run by the department," or "(D-Wis.)"; `unit` when none. */
static int
skip_parenthesis(const struct level *level, int unit)
{
	bool bracket = unit_tag(level, unit) == TAG_LRB;

	if (!bracket && !unit_is_comma(level, unit))
		return unit;
	for (int i = unit + 1; i < level->count && i < unit + NEAR; i++) {
		const struct group *group = group_at(level, i);

		if (is_final(level, i) || unit_is_quotation(level, i))
			return unit;
		if (bracket ? unit_tag(level, i) == TAG_RRB :
		    unit_is_comma(level, i))
			return i + 1;
		if (!bracket && group && group->form == GROUP_FINITE &&
		    !(phrase_at(level, unit + 1) &&
		    phrase_at(level, unit + 1)->relative))
			return unit;
	}
	return unit;
}

/* Behind a participle or relative clause on a noun; `unit` when none. */
static int
skip_modifier(const struct level *level, int unit)
{
	const struct group *group = group_at(level, unit);
	const struct phrase *relative = phrase_at(level, unit);
	bool clause = relative && relative->relative;
	int i = unit;

	if (clause)
		group = group_at(level, clause_skip_adverbs(level, ++i));
	if (!group || (!clause && (group->form == GROUP_FINITE ||
	    group->form == GROUP_BARE)))
		return unit;
	for (i = group->last + 1; i < level->count && i < unit + NEAR; i++) {
		const struct group *next = group_at(level, i);

		if (unit_is_comma(level, i) || is_final(level, i) ||
		    unit_is_quotation(level, i))
			return unit;
		if (next && next->form == GROUP_FINITE && next->first == i)
			return i;
	}
	return unit;
}

/* What may stand between a subject and its verb. */
static int
skip_to_verb(const struct level *level, int unit)
{
	int next = clause_skip_adverbs(level, unit);

	while (next < level->count && level->units[next].time)
		next++;
	if (unit_is(level, next, "both") || unit_is(level, next, "all"))
		next++;
	next = skip_parenthesis(level, next);
	return skip_modifier(level, next);
}

/* "practising medicine was a privilege": a gerund as the subject. */
static bool
gerund_begins(const struct level *level, int unit)
{
	const struct group *group = group_at(level, unit);

	if (!group || group->form != GROUP_ING || group->first != unit)
		return false;
	unit = group->last + 1;
	if (phrase_at(level, unit))
		unit = phrase_extend_one(level, unit) + 1;
	group = group_at(level, clause_skip_adjuncts(level, unit));
	return group && group->form == GROUP_FINITE && !group->cue;
}

bool
clause_has_finite(const struct level *level, int first, int last)
{
	for (int i = first; i <= last; i++)
		if (level->units[i].quotation || (group_at(level, i) &&
		    group_at(level, i)->form == GROUP_FINITE))
			return true;
	return false;
}

bool
clause_begins(const struct level *level, int unit)
{
	const struct phrase *phrase;
	const struct group *group;
	int limit = unit + NEAR * 2;
	bool comma = false, joined = false;

	unit = clause_skip_adjuncts(level, unit);
	if (unit_is_comma(level, unit) && unit > 0 &&
	    level->units[unit - 1].time)
		unit++;
	if (unit_is(level, unit, "neither") || unit_is(level, unit, "both") ||
	    unit_is(level, unit, "either"))
		unit++;
	if (gerund_begins(level, unit))
		return true;
	phrase = phrase_at(level, unit);
	while (phrase && !phrase->relative && unit < limit) {
		unit = phrase_extend_one(level, phrase->first) + 1;
		unit = skip_to_verb(level, unit);
		group = group_at(level, unit);
		if (group)
			return group->form == GROUP_FINITE &&
			    (!comma || joined);	/* "A, B and C go" */
		if (unit_tag(level, unit) != TAG_CC &&
		    !unit_is_comma(level, unit))
			return false;
		comma |= unit_is_comma(level, unit);
		if (comma && unit_tag(level, unit + 1) == TAG_CC)
			unit++;
		joined |= unit_tag(level, unit) == TAG_CC;
		phrase = phrase_at(level, unit + 1);
	}
	return false;
}

/* Is the group somebody's saying, with a subject of its own before it? */
static bool
is_saying(const struct group *group)
{
	return group && group->form == GROUP_FINITE && group->cue &&
	    group->cue->class == CUE_SPEECH && group->cue->strength >= 3 &&
	    group->subject_first != CLAUSE_NONE && !group->passive;
}

/* The finite group whose subject begins at `unit`, or NULL. */
static const struct group *
group_of_subject(const struct level *level, int unit)
{
	for (int i = unit; i < level->count && i < unit + CLAUSE_WINDOW / 8;
	    i++) {
		const struct group *group = group_at(level, i);

		if (group && group->form == GROUP_FINITE)
			return group->subject_first != CLAUSE_NONE &&
			    group->subject_first >= unit &&
			    group->subject_first <= unit + 2 ? group : NULL;
	}
	return NULL;
}

/* Does another speaker's clause, or the same one's next, begin here? */
static bool
turns(const struct level *level, int unit)
{
	const struct group *group;

	unit = clause_skip_adverbs(level, unit);
	group = group_at(level, unit);
	if (group)
		return is_saying(group) && group->subject_shared;
	return is_saying(group_of_subject(level, unit));
}

/* "according to", "as reported by", behind a comma or not. */
static bool
is_attribution(const struct level *level, int unit)
{
	int last;
	const struct cue *cue = cue_match(level, unit, CUE_PREP, &last);

	return cue && cue->strength >= 2;
}

/* Does a complement end before the unit at `i`? */
static bool
ends_before(const struct level *level, int i)
{
	const struct group *group;
	int behind = i + 1;

	if (unit_is(level, i, ";") || is_final(level, i) ||
	    is_attribution(level, i))
		return true;
	if (unit_tag(level, i) == TAG_CC)
		return turns(level, behind);
	if (!unit_is_comma(level, i))
		return false;
	if (is_attribution(level, behind))
		return true;
	if (unit_tag(level, behind) == TAG_CC || unit_is(level, behind,
	    "while") || unit_is(level, behind, "although") ||
	    unit_is(level, behind, "though") || unit_is(level, behind, "as"))
		return turns(level, behind + 1);
	group = group_at(level, clause_skip_adverbs(level, behind));
	if (group && group->form == GROUP_ING && group->cue)
		return group->cue->strength >= 3 ||
		    group->cue->frames & FRAME_GLOSS;
	if (unit_is_quotation(level, behind))
		return false;
	return turns(level, behind);
}

/* ", who said A, left": does the verb of a subject before `start` go on? */
static bool
resumes(const struct level *level, int comma, int start)
{
	const struct group *group = group_at(level, comma + 1);

	return unit_is_comma(level, comma) && group &&
	    group->first == comma + 1 && group->form == GROUP_FINITE &&
	    !group->subject_shared &&
	    group->subject_first != CLAUSE_NONE &&
	    group->subject_first < start;
}

/* "if he goes, the union stays": the comma behind a clause that opens with
   such a word is inside the complement; `unit` when there is none. */
static int
opening_clause_comma(const struct level *level, int unit)
{
	static const char *const words[] = {
		"although", "if", "once", "since", "though", "unless", "until",
		"when", "while"
	};
	bool opens = false;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		opens |= unit_is(level, unit, words[i]);
	for (int i = unit + 1; opens && i < level->count && i < unit + NEAR;
	    i++)
		if (unit_tag(level, i) == TAG_COMMA)
			return clause_begins(level, i + 1) ? i : unit;
	return unit;
}

int
clause_last(const struct level *level, int unit)
{
	int i = opening_clause_comma(level, unit), end = level->count;

	if (end > unit + CLAUSE_WINDOW)
		end = unit + CLAUSE_WINDOW;
	if (i > unit)
		i++;		/* behind that comma */
	while (i < end && (i == unit || (!ends_before(level, i) &&
	    !resumes(level, i, unit))))
		i++;
	return i - 1;
}

int
clause_first(const struct level *level, int unit)
{
	int limit = unit - CLAUSE_WINDOW;
	int first = unit;

	while (first > 0 && first > limit) {
		int before = first - 1;

		if (unit_is(level, before, ";") || is_final(level, before))
			break;
		if (unit_tag(level, first) == TAG_CC &&
		    unit_is_comma(level, before) && turns(level, first + 1))
			break;
		first--;
	}
	return first;
}

/* Is the token a mark of a quotation that opens (closes) in from..to? */
static bool
opens_inside(const struct level *level, int mark, int from)
{
	uint32_t id = level->tokens[mark].quotation;
	const struct quotation *q;

	if (level->tokens[mark].kind != TOKEN_CLOSING || id == 0 ||
	    id == level->quotation)
		return false;
	q = &level->document->quotations[id - 1];
	return q->first_sentence == level->sentence &&
	    (int)q->first_token >= from;
}

static bool
closes_inside(const struct level *level, int mark, int to)
{
	uint32_t id = level->tokens[mark].quotation;
	const struct quotation *q;

	if (level->tokens[mark].kind != TOKEN_OPENING || id == 0 ||
	    id == level->quotation)
		return false;
	q = &level->document->quotations[id - 1];
	return q->last_sentence == level->sentence && (int)q->last_token <= to;
}

/*
 * Take along a quotation's marks when both can be had: behind the last unit
 * its closing mark, or a full stop or comma and its closing mark.
 */
struct span
clause_span(const struct level *level, int first, int last)
{
	const struct token *tokens = level->tokens;
	int from = level->units[first].first, to = level->units[last].last;
	int begin = from, count = level->token_count;

	while (begin > 0 && tokens[begin - 1].kind == TOKEN_OPENING)
		begin--;
	while (to + 1 < count && opens_inside(level, to + 1, begin))
		to++;
	if (to + 2 < count && tokens[to + 1].kind == TOKEN_PUNCTUATION &&
	    opens_inside(level, to + 2, begin))
		to += 2;
	while (from > begin && closes_inside(level, from - 1, to))
		from--;
	return (struct span){ tokens[from].start, tokens[to].end };
}
