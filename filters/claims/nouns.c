/*
 * Claims of nouns and adjectives: "Hamas' demand for", "calls from the
 * administration for", "his belief that", "there are concerns about",
 * "confident that"; and of fixed phrases: "according to", "as confirmed by".
 */
#include "claims/find.h"
#include "claims/speaker.h"

/* ------------------------------------------------------------------- nouns */

/* "Hamas' demand", "his demand": what possesses the phrase's head. */
static struct range
possessor_of(const struct level *level, const struct phrase *phrase)
{
	for (int i = phrase->head - 1; i >= phrase->first; i--) {
		if (unit_tag(level, i) == TAG_POS)
			return (struct range){ phrase->first, i - 1 };
		if (unit_tag(level, i) == TAG_PRPS)
			return (struct range){ i, i };
	}
	return RANGE_NONE;
}

/* "US expressions of", "Israeli demands for": a name as the first word. */
static struct range
modifier_of(const struct finder *finder, const struct level *level,
    const struct phrase *phrase)
{
	int first = phrase->first, last;

	while (first < phrase->head && unit_tag(level, first) == TAG_DT)
		first++;
	last = first;
	while (last + 1 < phrase->head && tag_is_name(unit_tag(level,
	    last + 1)) && tag_is_name(unit_tag(level, last)))
		last++;
	if (last >= phrase->head || (!tag_is_name(unit_tag(level, first)) &&
	    unit_tag(level, first) != TAG_JJ))
		return RANGE_NONE;
	if (speaker_of(level, finder->mentions, first, last) != SPEAKER_SURE)
		return RANGE_NONE;
	return (struct range){ first, last };
}

/* "from the administration", "by Hamas" at `unit`. */
static struct range
agent_at(const struct finder *finder, const struct level *level, int unit)
{
	struct range agent;

	if ((!unit_is(level, unit, "from") && !unit_is(level, unit, "by")) ||
	    !phrase_at(level, unit + 1))
		return RANGE_NONE;
	agent = (struct range){ unit + 1, phrase_at(level, unit + 1)->last };
	if (speaker_of(level, finder->mentions, agent.first, agent.last) <
	    SPEAKER_LIKELY)
		return RANGE_NONE;
	if (unit_tag(level, agent.last + 1) == TAG_IN &&
	    unit_is(level, agent.last + 1, "of"))
		agent.last = phrase_extend(level, unit + 1, false);
	return agent;
}

/* Does a verb say that there is such a thing: "there are", "amid"? */
static bool
is_existential(const struct level *level, const struct phrase *phrase)
{
	const struct group *group = group_at(level, phrase->first - 1);

	if (unit_is(level, phrase->first - 1, "amid") ||
	    unit_is(level, phrase->first - 1, "despite"))
		return true;
	return group && group->subject_first != CLAUSE_NONE &&
	    unit_tag(level, group->subject_first) == TAG_EX;
}

/* Is the noun part of a cue that a verb has made already? */
static bool
is_taken(const struct finder *finder, const struct level *level, int unit)
{
	for (size_t i = finder->count; i-- > 0;) {
		const struct candidate *other = &finder->at[i];

		if (other->level != level)
			break;
		if (other->cue_range.first <= unit &&
		    unit <= other->cue_range.last)
			return true;
	}
	return false;
}

static void
find_noun(struct finder *finder, const struct level *level,
    const struct phrase *phrase)
{
	struct complement complement = { .content = RANGE_NONE,
	    .cue_last = CLAUSE_NONE };
	struct candidate *candidate;
	struct range source, agent;
	int last, first;
	const struct cue *cue = cue_match(level, phrase->head, CUE_NOUN,
	    &last);

	if (!cue || is_taken(finder, level, phrase->head))
		return;
	source = possessor_of(level, phrase);
	if (!range_is(source))
		source = modifier_of(finder, level, phrase);
	agent = agent_at(finder, level, last + 1);
	if (!range_is(source))
		source = agent;
	if (!complement_of_noun(level, range_is(agent) ? agent.last + 1 :
	    last + 1, cue->frames, &complement))
		return;
	if (!range_is(source))
		source = agent_at(finder, level, complement.content.last + 1);
	if (range_is(source) && speaker_of(level, finder->mentions,
	    source.first, source.last) < SPEAKER_LIKELY)
		return;
	if (!range_is(source) && (!is_existential(level, phrase) &&
	    (complement.frame != FRAME_THAT || cue->strength < 3)))
		return;
	first = range_is(source) && source.last < phrase->head &&
	    unit_tag(level, source.first) != TAG_PRPS ? source.last + 1 :
	    phrase->first;
	while (first < phrase->head && (unit_tag(level, first) == TAG_POS ||
	    unit_tag(level, first) == TAG_DT || unit_tag(level, first) ==
	    TAG_PRPS))
		first++;
	candidate = candidate_add(finder, level);
	candidate->cue = cue;
	candidate->rule = "N of S";
	candidate->form = range_is(source) ? FORM_NOMINAL : FORM_AGENTLESS;
	candidate->tense = TENSE_NOMINAL;
	candidate->source = source;
	candidate->cue_range = (struct range){ first,
	    complement.cue_last == last + 1 ? complement.cue_last : last };
	candidate_content(candidate, complement.content.first,
	    complement.content.last);
}

void
find_nouns(struct finder *finder, const struct level *level)
{
	for (int i = 0; i < level->phrase_count && !finder_full(finder); i++)
		if (tag_is_noun(unit_tag(level, level->phrases[i].head)))
			find_noun(finder, level, &level->phrases[i]);
}

/* -------------------------------------------------------------- adjectives */

/* "is confident that": the group before it has the subject. */
static void
find_adjective(struct finder *finder, const struct level *level,
    const struct group *group)
{
	int last, unit = clause_skip_adverbs(level, group->last + 1);
	const struct cue *cue = cue_match(level, unit, CUE_ADJ, &last);
	struct complement complement;
	struct candidate *candidate;

	if (!cue || group->subject_first == CLAUSE_NONE)
		return;
	if (speaker_of(level, finder->mentions, group->subject_first,
	    group->subject_last) < SPEAKER_LIKELY)
		return;
	if (!complement_find(level, last + 1, cue->frames, &complement))
		return;
	candidate = candidate_add(finder, level);
	candidate->cue = cue;
	candidate->rule = "S is ADJ";
	candidate->form = FORM_INDIRECT;
	candidate->tense = group->past ? TENSE_PAST : TENSE_PRESENT;
	candidate->negated = group->negated;
	candidate->source = (struct range){ group->subject_first,
	    group->subject_last };
	candidate->cue_range = (struct range){ group->first,
	    complement.cue_last == CLAUSE_NONE ? last : complement.cue_last };
	candidate_content(candidate, complement.content.first,
	    complement.content.last);
}

void
find_adjectives(struct finder *finder, const struct level *level)
{
	for (int i = 0; i < level->group_count && !finder_full(finder); i++)
		if (level->groups[i].form == GROUP_FINITE)
			find_adjective(finder, level, &level->groups[i]);
}

/* ------------------------------------------------------------- prepositions */

/* The end of a source, with an apposition that a comma or the end closes. */
static int
source_last(const struct level *level, int unit)
{
	int last = phrase_extend(level, unit, false);
	int more;

	if (!unit_is_comma(level, last + 1) || !phrase_at(level, last + 2) ||
	    clause_begins(level, last + 2))
		return last;
	more = phrase_extend(level, last + 2, false);
	if (more + 1 >= level->count || unit_is_comma(level, more + 1) ||
	    unit_tag(level, more + 1) == TAG_STOP)
		return more;
	return last;
}

/*
 * "According to X, C"; "C, according to X"; "C, according to X, C".  said: the
 * claim whose speaker cites X for it, or NULL.
 */
static void
preposition_content(struct candidate *candidate, const struct level *level,
    const struct candidate *said, int first, int behind)
{
	int last = first - 1, start;

	if (unit_is_comma(level, last))
		last--;
	start = last < 0 ? 0 : clause_first(level, last);
	if (said && said->cue_range.last <= last && said->source.last <= last) {
		candidate->content[0] = said->content[0];
		candidate->parts = 1;
		return;
	}
	if (last < 0 || (unit_is_comma(level, behind) &&
	    !clause_has_finite(level, start, last))) {
		if (last >= start && last >= 0)
			candidate_content(candidate, start, last);
		if (unit_is_comma(level, behind))
			candidate_content(candidate, behind + 1,
			    clause_last(level, behind + 1));
		return;
	}
	candidate_content(candidate, start, last);
}

/*
 * "…, the Herald said, citing officials": the claim before a participle,
 * whose speaker is the one who cites.  NULL when there is none.
 */
static const struct candidate *
said_before(const struct finder *finder, const struct level *level, int unit)
{
	if (unit_tag(level, unit) != TAG_VBG)
		return NULL;
	for (size_t i = finder->count - 1; i-- > 0;) {
		const struct candidate *other = &finder->at[i];

		if (other->level == level && other->parts > 0 &&
		    other->form == FORM_INDIRECT && other->cue_range.last <
		    unit && other->content[0].last < unit)
			return other;
	}
	return NULL;
}

static void
find_preposition(struct finder *finder, const struct level *level, int unit)
{
	int last, end;
	const struct cue *cue = cue_match(level, unit, CUE_PREP, &last);
	struct candidate *candidate;
	enum speaker speaker;

	if (!cue || !phrase_at(level, last + 1) ||
	    phrase_at(level, last + 1)->time)
		return;
	end = source_last(level, last + 1);
	speaker = speaker_of(level, finder->mentions, last + 1, end);
	if (speaker < (cue->strength < 2 ? SPEAKER_SURE : unit_tag(level,
	    unit) == TAG_VBG ? SPEAKER_DOCUMENT : SPEAKER_NONE))
		return;		/* "citing high costs" */
	candidate = candidate_add(finder, level);
	candidate->cue = cue;
	candidate->rule = "according to";
	candidate->form = FORM_ACCORDING_TO;
	candidate->source = (struct range){ last + 1, end };
	candidate->cue_range = (struct range){ unit, last };
	preposition_content(candidate, level, said_before(finder, level,
	    unit), unit, end + 1);
	if (candidate->parts == 0) {
		finder->count--;
		return;
	}
	for (size_t i = 0; i + 1 < finder->count; i++)
		if (finder->at[i].level == level &&
		    finder->at[i].cue_range.first == unit)
			finder->at[i].parts = 0;	/* "citing", the verb */
}

void
find_prepositions(struct finder *finder, const struct level *level)
{
	for (int i = 0; i < level->count && !finder_full(finder); i++)
		if (!level->units[i].quotation)
			find_preposition(finder, level, i);
}
