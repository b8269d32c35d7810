/*
 * Claims of verbs: active, passive, participle, inverted, parenthetical.
 */
#include "claims/find.h"
#include "claims/speaker.h"

/* What is known of a verb before its content is looked for. */
struct saying {
	struct finder *finder;
	const struct level *level;
	const struct group *group;	/* of the cue */
	const struct group *governor;	/* whose subject and tense it has */
	const struct cue *cue;
	int cue_first, behind;		/* first unit; the unit behind */
	struct range source;
	enum speaker speaker;
};

static bool
is_end(const struct level *level, int unit)
{
	return unit >= level->count || unit_tag(level, unit) == TAG_STOP ||
	    unit_is(level, unit, ";") || unit_is(level, unit, "?") ||
	    unit_is(level, unit, "!") || unit_tag(level, unit) == TAG_RRB;
}

static bool
lemma_is_one_of(const struct level *level, int unit,
    const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_is(unit_token(level, unit)->lemma, words[i]))
			return true;
	return false;
}

/* ------------------------------------------------ verbs that lend a tense */

/*
 * The finite group that an infinitive hangs on when it says only that, or
 * when, the infinitive's act takes place: "is expected to", "went on to".
 */
static const struct group *
governor_of(const struct level *level, const struct group *group)
{
	static const char *const lending[] = {
		"appear", "attempt", "be", "begin", "come", "continue",
		"expect", "go", "happen", "schedule", "seem", "set", "slate",
		"start", "tend", "try", "use"
	};
	const struct group *before;
	int unit = group->first - 1;

	while (unit_tag(level, unit) == TAG_RP || unit_is(level, unit,
	    "likely") || unit_is(level, unit, "due") || unit_is(level, unit,
	    "set") || (unit_tag(level, unit) == TAG_IN &&
	    group_at(level, unit - 1)) || unit_tag(level, unit) == TAG_RB)
		unit--;
	before = group_at(level, unit);
	if (!before || before->subject_first == CLAUSE_NONE ||
	    !lemma_is_one_of(level, before->head, lending,
	    sizeof(lending) / sizeof(*lending)))
		return NULL;
	return before;
}

/*
 * Is it the infinitive that says something?  "is expected to warn" tells of a
 * warning, "is expected to open a box" of what nobody in particular expects.
 */
static bool
is_governed(const struct group *infinitive, const struct group *governor)
{
	return infinitive->cue && (!governor->passive || !governor->cue ||
	    (infinitive->cue->class == CUE_SPEECH &&
	    infinitive->cue->strength >= 3));
}

/* Is the group only the governor of a cue verb? */
static bool
governs(const struct level *level, const struct group *group)
{
	const struct group *next = group_at(level, group->last + 1);

	return next && next->form == GROUP_INFINITIVE &&
	    governor_of(level, next) == group && is_governed(next, group);
}

/* --------------------------------------------------------------- tense */

enum claim_tense
group_tense(const struct group *group)
{
	if (group->form == GROUP_ING || group->form == GROUP_PARTICIPLE)
		return TENSE_PARTICIPLE;
	if (group->future)
		return TENSE_FUTURE;
	if (group->perfect)
		return TENSE_PERFECT;
	return group->past ? TENSE_PAST : TENSE_PRESENT;
}

static struct candidate *
candidate_of(const struct saying *saying, enum claim_form form,
    const char *rule)
{
	struct candidate *candidate = candidate_add(saying->finder,
	    saying->level);

	candidate->cue = saying->cue;
	candidate->source = saying->source;
	candidate->cue_range = (struct range){ saying->cue_first,
	    saying->behind - 1 };
	candidate->form = form;
	candidate->rule = rule;
	candidate->negated = saying->group->negated;
	candidate->tense = group_tense(saying->governor);
	if (saying->governor != saying->group && saying->governor->passive) {
		candidate->tense = TENSE_EXPECTED;
		candidate->expected = true;
	}
	return candidate;
}

/* ------------------------------------------------- content before the verb */

/* The unit before the clause of saying: "…, he said", "…, said he". */
static int
before_saying(const struct saying *saying)
{
	const struct group *group = saying->group;
	int first = group->subject_behind || group->subject_shared ?
	    group->first : saying->source.first;

	if (unit_is(saying->level, first - 1, "as") ||
	    unit_is(saying->level, first - 1, "so"))
		first--;
	return first - 1;
}

/* The unit behind it: behind the subject when that stands there. */
static int
behind_saying(const struct saying *saying)
{
	int unit = saying->group->subject_behind ? saying->source.last + 1 :
	    saying->behind;

	if (!saying->group->subject_behind && saying->cue->frames &
	    FRAME_NP_QUOTE && phrase_at(saying->level, unit))
		unit = phrase_extend(saying->level, unit, false) + 1;
	return clause_skip_adjuncts(saying->level, unit);
}

/* Content that goes on behind: “A,” he said, “B”; A, he said, B. */
static void
add_rest(struct candidate *candidate, const struct level *level, int unit,
    struct range before)
{
	int last;

	if (unit_is_quotation(level, unit)) {
		candidate_content(candidate, unit, unit);
		return;
	}
	if (!unit_is_comma(level, unit) && !unit_is(level, unit, ":"))
		return;
	if (unit_is_quotation(level, unit + 1)) {
		candidate_content(candidate, unit + 1, unit + 1);
		return;
	}
	if (unit + 1 >= level->count || (clause_has_finite(level, before.first,
	    before.last) && unit_tag(level, unit + 1) != TAG_CC &&
	    unit_tag(level, unit + 1) != TAG_IN &&
	    unit_tag(level, unit + 1) != TAG_WRB))
		return;
	last = clause_last(level, unit);
	if (last > unit)
		candidate_content(candidate, unit + 1, last);
}

/*
 * "Berg said the strike goes on, as some have claimed": the comment ends a
 * content that is already somebody's, and gives none of its own.
 */
static bool
is_comment(const struct saying *saying, struct range before)
{
	const struct finder *finder = saying->finder;

	for (size_t i = finder->count; i-- > 0;) {
		const struct candidate *other = &finder->at[i];

		if (other->level != saying->level)
			break;
		for (int k = 0; k < other->parts; k++)
			if (other->content[k].first > before.first &&
			    other->content[k].first <= before.last &&
			    other->content[k].last >= before.last)
				return true;
	}
	return false;
}

static bool
content_before(const struct saying *saying)
{
	const struct level *level = saying->level;
	int behind = behind_saying(saying);
	int comma = before_saying(saying), last = comma;
	struct candidate *candidate;
	struct range before;

	if (!(saying->cue->frames & (FRAME_THAT | FRAME_QUOTE)) ||
	    comma < 0)
		return false;
	if (!is_end(level, behind) && !unit_is_comma(level, behind) &&
	    !unit_is(level, behind, ":") && !unit_is_quotation(level, comma) &&
	    !saying->group->subject_behind)
		return false;
	if (unit_is_comma(level, last))
		last--;
	else if (!unit_is_quotation(level, comma))
		return false;
	if (last < 0)
		return false;
	before = (struct range){ clause_first(level, last), last };
	if (unit_is_quotation(level, last))
		before.first = last;
	else if (unit_is(level, comma + 1, "as") && is_comment(saying, before))
		return false;
	candidate = candidate_of(saying, FORM_INDIRECT,
	    saying->group->subject_behind ? "C, V S" : "C, S V");
	candidate_content(candidate, before.first, before.last);
	add_rest(candidate, level, behind, before);
	if (candidate->parts == 1 && !clause_has_finite(level, before.first,
	    before.last)) {
		saying->finder->count--;	/* "On Monday, he said, …" */
		return false;
	}
	return true;
}

/* "As the minister said, …": the content is what follows. */
static bool
content_after_as(const struct saying *saying)
{
	const struct level *level = saying->level;
	int behind = behind_saying(saying);
	struct candidate *candidate;

	if (!unit_is(level, saying->source.first - 1, "as") ||
	    saying->speaker < SPEAKER_DOCUMENT ||
	    saying->source.first > 1 || !unit_is_comma(level, behind) ||
	    saying->cue->class == CUE_ACT)
		return false;
	candidate = candidate_of(saying, FORM_INDIRECT, "as S V, C");
	candidate_content(candidate, behind + 1, clause_last(level,
	    behind + 1));
	return true;
}

/* ---------------------------------------------------------------- withheld */

/* "declined to comment", "chose not to disclose": nothing was said. */
static bool
is_withholding(const struct level *level, const struct group *group,
    const struct group *next)
{
	static const char *const refusing[] = {
		"choose", "decline", "opt", "refuse", "prefer"
	};
	static const char *const saying[] = {
		"answer", "comment", "confirm", "disclose", "discuss",
		"elaborate", "give", "identify", "name", "provide", "release",
		"respond", "reveal", "say", "specify", "speak", "talk"
	};

	return next && next->form == GROUP_INFINITIVE &&
	    lemma_is_one_of(level, group->head, refusing,
	    sizeof(refusing) / sizeof(*refusing)) &&
	    lemma_is_one_of(level, next->head, saying,
	    sizeof(saying) / sizeof(*saying)) &&
	    (next->negated || group->negated ||
	    !lemma_is_one_of(level, group->head, refusing, 1));
}

/*
 * "would not say", "did not say who", "did not return calls": a refusal in the
 * verb's own negation, or in a cue that is one ("declined requests for
 * comment").
 */
static bool
find_refused(struct saying *saying)
{
	static const char *const withheld[] = {
		"comment", "disclose", "discuss", "elaborate", "explain",
		"identify", "indicate", "reveal", "say", "specify"
	};
	const struct level *level = saying->level;
	const struct group *group = saying->group;
	bool cue = slice_is(saying->cue->act, "withhold") &&
	    saying->cue->class == CUE_ACT;
	bool silent = group->negated && lemma_is_one_of(level, group->head,
	    withheld, sizeof(withheld) / sizeof(*withheld));
	bool would = unit_is(level, group->first, "would") ||
	    unit_is(level, group->first, "will");
	struct candidate *candidate;
	struct complement complement;

	if (cue ? group->negated == saying->cue->negative : !silent ||
	    (!would && !complement_find(level, saying->behind, FRAME_WH,
	    &complement)))
		return false;
	candidate = candidate_of(saying, FORM_WITHHELD, "S does not V");
	candidate->negated = false;
	if (cue) {
		candidate->cue_range.last = group->cue_last - 1;
		candidate_content(candidate, group->cue_last,
		    complement_object_last(level, group->cue_last));
	} else if (complement_find(level, saying->behind, FRAME_THAT |
	    FRAME_WH | FRAME_NP | FRAME_ABOUT, &complement)) {
		candidate_content(candidate, complement.content.first,
		    complement.content.last);
	} else {
		candidate_content(candidate, group->head, group->head);
	}
	return true;
}

static bool
find_withheld(struct saying *saying)
{
	const struct level *level = saying->level;
	int unit = saying->group->last + 1;
	const struct group *next;
	struct candidate *candidate;
	int last;

	while (unit_tag(level, unit) == TAG_RB)
		unit++;
	next = group_at(level, unit);
	if (!is_withholding(level, saying->group, next))
		return false;
	last = complement_object_last(level, next->last + 1);
	candidate = candidate_of(saying, FORM_WITHHELD, "S declines to V");
	if (last > next->last + 1 && !slice_is(unit_token(level,
	    next->head)->lemma, "comment")) {
		candidate->cue_range.last = next->last;
		candidate_content(candidate, next->last + 1, last);
	} else {
		candidate_content(candidate, next->first, last > next->last ?
		    last : next->last);
	}
	return true;
}

/* ----------------------------------------------------------------- passive */

/* "by X" at or near the cue: its units, or none. */
static struct range
agent_of(const struct level *level, int unit)
{
	int by = unit;
	const struct phrase *phrase;
	int last;

	if (!unit_is(level, by, "by"))
		by = clause_skip_adverbs(level, by);
	phrase = phrase_at(level, by + 1);
	if (!unit_is(level, by, "by") || !phrase || phrase->time)
		return RANGE_NONE;
	last = phrase->last;
	while (unit_is(level, last + 1, "of") && phrase_at(level, last + 2))
		last = phrase_at(level, last + 2)->last;
	return (struct range){ by + 1, last };
}

/* Is the phrase "it" or "there", which stands for the clause behind? */
static bool
is_dummy(const struct level *level, struct range range)
{
	return !range_is(range) || unit_tag(level, range.first) == TAG_EX ||
	    unit_is(level, range.first, "it");
}

/* What may stand behind the passive: the frames without their object. */
static uint32_t
passive_frames(const struct cue *cue)
{
	static const struct {
		uint32_t active, passive;
	} pairs[] = {
		{ FRAME_NP_THAT, FRAME_THAT }, { FRAME_NP_INF, FRAME_INF },
		{ FRAME_NP_AS, FRAME_AS }, { FRAME_NP_OF, FRAME_OF },
		{ FRAME_NP_FOR, FRAME_FOR }, { FRAME_NP_TO, FRAME_TO },
		{ FRAME_NP_NP, FRAME_NP }
	};
	uint32_t frames = cue->frames;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (cue->frames & pairs[i].active)
			frames |= pairs[i].passive;
	if (!(cue->frames & (FRAME_NP_THAT | FRAME_NP_NP)))
		frames &= ~(uint32_t)FRAME_NP;
	if (cue->class == CUE_SPEECH || cue->class == CUE_ATTITUDE)
		frames |= FRAME_INF;
	return frames & ~(uint32_t)FRAME_LIGHT;
}

/* "was seen as a failure by many": the agent that ends the complement. */
static struct range
final_agent(const struct saying *saying, struct range content)
{
	for (int i = content.last; i > content.first; i--) {
		struct range agent = agent_of(saying->level, i);

		if (unit_is(saying->level, i, "by"))
			return range_is(agent) && agent.last == content.last &&
			    speaker_of(saying->level, saying->finder->mentions,
			    agent.first, agent.last) == SPEAKER_SURE ? agent :
			    RANGE_NONE;
	}
	return RANGE_NONE;
}

/* May the passive stand without an agent? */
static bool
is_agentless(const struct saying *saying)
{
	return saying->cue->strength >= 3 && !saying->group->modal &&
	    (saying->cue->class == CUE_SPEECH ||
	    saying->cue->class == CUE_ATTITUDE);
}

static void
find_passive(struct saying *saying)
{
	const struct level *level = saying->level;
	struct range subject = saying->source;
	struct range agent = agent_of(level, saying->behind);
	struct complement complement;
	struct candidate *candidate;
	bool found;

	if (saying->group->form == GROUP_PARTICIPLE)
		return;		/* "the framework proposed by Egypt" */
	found = complement_find(level, range_is(agent) ? agent.last + 1 :
	    saying->behind, passive_frames(saying->cue), &complement);
	if (found && !range_is(agent) && complement.frame & (FRAME_AS |
	    FRAME_NP)) {
		agent = final_agent(saying, complement.content);
		if (range_is(agent))
			complement.content.last = agent.first - 2;
	}
	if (range_is(agent) ? speaker_of(level, saying->finder->mentions,
	    agent.first, agent.last) == SPEAKER_NONE : !is_agentless(saying))
		return;
	if (!found && (is_dummy(level, subject) || (!range_is(agent) &&
	    !slice_is(saying->cue->act, "doubt") &&
	    !slice_is(saying->cue->act, "expect"))))
		return;		/* but "the cause is disputed" */
	saying->source = agent;
	candidate = candidate_of(saying, range_is(agent) ? FORM_INDIRECT :
	    FORM_AGENTLESS, range_is(agent) ? "S is V by X" : "S is V");
	if (found && complement.cue_last != CLAUSE_NONE)
		candidate->cue_range.last = complement.cue_last;
	if (!is_dummy(level, subject) && !(found && complement.frame ==
	    FRAME_THAT))
		candidate_content(candidate, subject.first, subject.last);
	if (found)
		candidate_content(candidate, complement.content.first,
		    complement.content.last);
	else if (slice_is(saying->cue->act, "expect") && !range_is(agent))
		candidate_content(candidate, saying->behind,
		    clause_last(level, saying->behind));
}

/* ------------------------------------------------------------------ active */

/* "for focusing on", "rather than addressing": nobody's saying so. */
static bool
is_gerund(const struct level *level, const struct group *group)
{
	static const char *const free_words[] = {
		"after", "before", "by", "in", "when", "while", "without"
	};
	int before = group->first - 1;

	if (unit_is(level, group->head, "regarding") ||
	    unit_is(level, group->head, "including"))
		return true;
	if (group->form != GROUP_ING || (unit_tag(level, before) != TAG_IN &&
	    unit_tag(level, before) != TAG_TO && unit_tag(level, before) !=
	    TAG_CC))
		return false;
	for (size_t i = 0; i < sizeof(free_words) / sizeof(*free_words); i++)
		if (unit_is(level, before, free_words[i]))
			return false;
	return unit_tag(level, before) != TAG_CC;
}

/* "I think" in a quotation is no other voice than the quotation's. */
static bool
is_own_voice(const struct saying *saying)
{
	const struct level *level = saying->level;

	return level->quotation != 0 && saying->cue->class == CUE_ATTITUDE &&
	    range_is(saying->source) && (unit_is(level, saying->source.first,
	    "i") || unit_is(level, saying->source.first, "we") ||
	    unit_is(level, saying->source.first, "you"));
}

/* “…,” Blinken told reporters: the quotation goes before an object. */
static bool
quotation_before(const struct saying *saying)
{
	int before = before_saying(saying);

	return before >= 0 && unit_is_quotation(saying->level, before) &&
	    saying->cue->frames & (FRAME_QUOTE | FRAME_NP_QUOTE) &&
	    saying->group->form == GROUP_FINITE &&
	    !saying->group->subject_shared;
}

/* Is the subject one that this cue may have? */
static bool
subject_fits(const struct saying *saying, uint32_t frame)
{
	const struct cue *cue = saying->cue;
	bool clause = frame & (FRAME_THAT | FRAME_QUOTE);

	if ((cue->class == CUE_ACT || cue->class == CUE_ATTITUDE) &&
	    (saying->group->future || saying->group->modal))
		return false;	/* not done yet */
	if (saying->speaker == SPEAKER_SURE)
		return true;
	if (!range_is(saying->source))
		return cue->class == CUE_SPEECH && cue->strength >= 3 &&
		    clause;
	if (saying->speaker == SPEAKER_LIKELY)
		return cue->strength >= 2;
	if (saying->speaker == SPEAKER_DOCUMENT)
		return clause || (cue->class == CUE_SPEECH &&
		    cue->strength >= 3 && !phrase_at(saying->level,
		    saying->source.first)->relative);
	return (cue->class == CUE_SPEECH && cue->strength >= 3 && clause) ||
	    (cue->class == CUE_DOCUMENT && frame & FRAME_THAT);
}

/* "raised concerns about", said of a thing: nobody is given as source. */
static bool
find_raised(const struct saying *saying, const struct complement *complement)
{
	struct candidate *candidate;

	if (!complement->noun || complement->noun->class != CUE_ATTITUDE)
		return false;
	candidate = candidate_of(saying, FORM_AGENTLESS, "thing raises N");
	candidate->noun = complement->noun;
	candidate->source = RANGE_NONE;
	candidate->cue_range.last = complement->cue_last;
	candidate_content(candidate, complement->content.first,
	    complement->content.last);
	return true;
}

static bool
is_gloss(const struct saying *saying)
{
	return saying->group->form == GROUP_ING &&
	    saying->group->subject_shared &&
	    (saying->cue->frames & FRAME_GLOSS ||
	    saying->cue->class == CUE_DOCUMENT) &&
	    unit_is_comma(saying->level, saying->group->first - 1);
}

/*
 * "a bag, which he said was empty": the saying stands inside a relative
 * clause; its content is what the pronoun stands for and the verb behind.
 */
static bool
content_around(const struct saying *saying)
{
	const struct level *level = saying->level;
	const struct phrase *relative = phrase_at(level,
	    saying->source.first - 1);
	const struct group *behind = group_at(level, saying->behind);
	const struct phrase *noun;
	struct candidate *candidate;

	if (!(saying->cue->frames & FRAME_THAT) || !range_is(saying->source) ||
	    !relative || !relative->relative || !behind ||
	    behind->first != saying->behind || behind->form != GROUP_FINITE)
		return false;
	noun = phrase_before(level, relative->first - (unit_tag(level,
	    relative->first - 1) == TAG_COMMA ? 2 : 1));
	if (!noun && unit_tag(level, relative->first) == TAG_WP)
		return true;	/* "what it believes was lost" */
	candidate = candidate_of(saying, FORM_INDIRECT, "which S V C");
	if (noun)
		candidate_content(candidate, noun->first, noun->last);
	candidate_content(candidate, behind->first, clause_last(level,
	    behind->first));
	return true;
}

static bool
content_after(const struct saying *saying)
{
	const struct level *level = saying->level;
	struct complement complement;
	struct candidate *candidate;
	int unit = saying->group->subject_behind ? saying->source.last + 1 :
	    saying->behind;

	if (!complement_find(level, unit, saying->cue->frames, &complement))
		return false;
	if (saying->group->subject_behind && complement.frame != FRAME_QUOTE &&
	    complement.frame != FRAME_THAT)
		return false;
	if (!subject_fits(saying, complement.frame))
		return find_raised(saying, &complement);
	candidate = candidate_of(saying, FORM_INDIRECT, complement.rule);
	candidate->noun = complement.noun;
	if (complement.cue_last != CLAUSE_NONE)
		candidate->cue_range.last = complement.cue_last;
	if (!complement.whole)
		candidate->addressee = complement.addressee;
	if (complement.frame == FRAME_QUOTE) {
		int before = before_saying(saying);

		if (before >= 0 && unit_is_quotation(level, before))
			candidate_content(candidate, before, before);
	}
	candidate_content(candidate, complement.content.first,
	    complement.content.last);
	return true;
}

static void
find_active(struct saying *saying)
{
	if (saying->cue->class == CUE_LIGHT &&
	    !(saying->cue->frames & FRAME_LIGHT))
		return;
	if (find_refused(saying) || find_withheld(saying) || is_gloss(saying) ||
	    is_gerund(saying->level, saying->group) || is_own_voice(saying))
		return;
	if (quotation_before(saying) && content_before(saying))
		return;
	if (saying->cue->class != CUE_LIGHT && (content_after_as(saying) ||
	    (subject_fits(saying, FRAME_QUOTE) && unit_is_comma(saying->level,
	    behind_saying(saying)) && !unit_is_quotation(saying->level,
	    behind_saying(saying) + 1) && content_before(saying))))
		return;
	if ((subject_fits(saying, FRAME_THAT) && content_around(saying)) ||
	    content_after(saying))
		return;
	if (saying->cue->class != CUE_LIGHT &&
	    subject_fits(saying, FRAME_QUOTE))
		content_before(saying);
}

bool
source_is_notice(const struct level *level, struct range source)
{
	static const char *const words[] = {
		"article", "column", "post", "report", "story"
	};

	for (int i = source.first; i < source.last; i++)
		if (unit_is(level, i, "this") && lemma_is_one_of(level, i + 1,
		    words, sizeof(words) / sizeof(*words)) &&
		    unit_is(level, source.first + 1, "earlier"))
			return true;
	return false;
}

static void
find_verb(struct finder *finder, const struct level *level,
    const struct group *group)
{
	struct saying saying = { .finder = finder, .level = level,
	    .group = group, .governor = group, .cue = group->cue,
	    .cue_first = group->first, .behind = group->cue_last + 1,
	    .source = RANGE_NONE };

	if (group->form == GROUP_INFINITIVE) {
		saying.governor = governor_of(level, group);
		if (!saying.governor || !is_governed(group, saying.governor))
			return;
		saying.cue_first = saying.governor->first;
	} else if (group->form == GROUP_BARE || governs(level, group)) {
		return;
	}
	if (saying.governor->subject_first != CLAUSE_NONE)
		saying.source = (struct range){
		    saying.governor->subject_first,
		    saying.governor->subject_last };
	if (group->passive || (group->form == GROUP_PARTICIPLE &&
	    !group->perfect)) {
		find_passive(&saying);
		return;
	}
	if (source_is_notice(level, saying.source))
		return;
	if (range_is(saying.source))
		saying.speaker = speaker_of(level, finder->mentions,
		    saying.source.first, saying.source.last);
	find_active(&saying);
}

void
find_verbs(struct finder *finder, const struct level *level)
{
	for (int i = 0; i < level->group_count && !finder_full(finder); i++)
		if (level->groups[i].cue)
			find_verb(finder, level, &level->groups[i]);
}
