/*
 * Noun phrases, by Penn tags: the bare ones, and the longer ones that a source
 * or an object is made of.
 */
#include "claims/clause.h"
#include "claims/cue.h"
#include "claims/speaker.h"
#include "claims/words.h"

enum { PHRASE_WINDOW = 60 };	/* units that are one phrase, at most */

LEXICON_BUILTIN(approximators);

static const char *const approximator_columns[] = { "words", NULL };
static struct lexicon approximators;

void
phrase_open(void)
{
	lexicon_add(&approximators, LEXICON_BYTES(approximators),
	    "approximators", approximator_columns);
}

static bool
is_noun_like(enum tag tag)
{
	return tag_is_noun(tag) || tag == TAG_CD || tag == TAG_FW ||
	    tag == TAG_GW || tag == TAG_ADD || tag == TAG_SYM;
}

static bool
is_adjective(enum tag tag)
{
	return tag == TAG_JJ || tag == TAG_JJR || tag == TAG_JJS;
}

static bool
is_determiner(enum tag tag)
{
	return tag == TAG_DT || tag == TAG_PDT || tag == TAG_PRPS ||
	    tag == TAG_WPS;
}

static bool
is_free(const struct level *level, int unit)
{
	return unit >= 0 && unit < level->count &&
	    level->units[unit].group == CLAUSE_NONE &&
	    !level->units[unit].quotation;
}

/* Is there a name at the unit, and a finite verb right behind it? */
static bool
name_acts(const struct level *level, int unit)
{
	const struct group *group;
	int behind = unit;

	while (behind < level->count && behind - unit < PHRASE_WINDOW &&
	    tag_is_name(unit_tag(level, behind)))
		behind++;
	group = group_at(level, behind);
	return behind > unit && group && group->form == GROUP_FINITE;
}

/*
 * "Blinken Monday", "Friday Blinken", "last week officials": where an
 * expression of time begins or ends, so does a phrase.
 */
static bool
time_breaks(const struct level *level, int unit, int first)
{
	bool now = level->units[unit].time;
	bool before = level->units[unit - 1].time;
	enum tag tag = unit_tag(level, unit);

	if (now == before || unit_tag(level, unit - 1) == TAG_POS ||
	    tag == TAG_POS)
		return false;
	if (now)
		return is_noun_like(unit_tag(level, unit - 1)) &&
		    !level->units[unit].time == level->units[first].time;
	return level->units[first].time && (!tag_is_noun(tag) ||
	    name_acts(level, unit) || speaker_type(unit_token(level,
	    unit)->lemma) != SOURCE_TYPE_COUNT);
}

/*
 * "in an interview Trump said": a name behind a noun that is no person's
 * begins a phrase of its own when a verb follows it.
 */
static bool
name_follows(const struct level *level, int unit)
{
	return speaker_type(unit_token(level, unit - 1)->lemma) ==
	    SOURCE_TYPE_COUNT && name_acts(level, unit);
}

/* May the unit go on a phrase that began at `first`? */
static bool
goes_on(const struct level *level, int unit, int first)
{
	enum tag tag = unit_tag(level, unit);
	enum tag before = unit_tag(level, unit - 1);
	enum tag after = unit_tag(level, unit + 1);

	if (!is_free(level, unit) || time_breaks(level, unit, first))
		return false;
	if (is_determiner(tag))
		return before == TAG_PDT;
	if (tag_is_name(tag) && before == TAG_NN)
		return !name_follows(level, unit);
	if (is_noun_like(tag) || tag == TAG_DOLLAR || tag == TAG_HYPH ||
	    tag == TAG_AFX)
		return true;
	if (is_adjective(tag))
		return !tag_is_noun(before) || tag_is_noun(after) ||
		    after == TAG_HYPH;
	if (tag == TAG_POS)
		return is_noun_like(before);
	if (tag == TAG_VBN || tag == TAG_VBG)
		return is_free(level, unit);
	if (tag == TAG_RB || tag == TAG_RBS || tag == TAG_RBR)
		return is_adjective(after) || after == TAG_VBN ||
		    after == TAG_CD;
	if (tag == TAG_CC)
		return is_adjective(before) && is_adjective(after);
	return false;
}

static bool
can_start(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);

	return is_free(level, unit) && (is_determiner(tag) ||
	    is_noun_like(tag) || is_adjective(tag) || tag == TAG_DOLLAR);
}

static bool
is_alone(enum tag tag)
{
	return tag == TAG_PRP || tag == TAG_EX || tag == TAG_WP ||
	    tag == TAG_WDT;
}

static bool
is_number(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);

	return tag == TAG_CD || tag == TAG_DOLLAR || unit_is(level, unit,
	    "half");
}

/*
 * The unit behind "about", "up to", "at least" when a number follows there,
 * else `unit`.  Behind a noun or a verb that takes it ("talks about 40
 * houses") the word is a preposition.
 */
static int
skip_approximator(const struct level *level, int unit)
{
	const struct group *before = group_at(level, unit - 1);
	const struct token *token = unit_token(level, unit);
	size_t end = 0;
	int behind = unit;

	if (tag_is_noun(unit_tag(level, unit - 1)) || (before && before->cue &&
	    before->cue->frames & cue_preposition(token->lower)))
		return unit;
	if (!words_match(&approximators, level->tokens,
	    (size_t)level->units[unit].first, (size_t)level->token_count,
	    &end))
		return unit;
	while (is_free(level, behind) &&
	    (size_t)level->units[behind].first < end)
		behind++;
	return is_number(level, behind) && is_free(level, behind) ? behind :
	    unit;
}

/* The unit behind the phrase that begins at `first`; `first` when none does. */
static int
phrase_end(const struct level *level, int first)
{
	int number = is_free(level, first) ? skip_approximator(level, first) :
	    first;
	int end = number + 1, last = first - 1;

	if (number == first && !can_start(level, first))
		return first;
	while (end < level->count && goes_on(level, end, first))
		end++;
	for (int i = first; i < end; i++)
		if (is_noun_like(unit_tag(level, i)))
			last = i;
	if (last < first && unit_tag(level, first) == TAG_DT)
		last = end - 1;		/* "this", "the wounded" */
	return last + 1;
}

static bool
is_time(const struct level *level, int first, int end)
{
	return level->units[end - 1].time && (level->units[first].time ||
	    is_determiner(unit_tag(level, first)) ||
	    is_adjective(unit_tag(level, first)));
}

static void
phrase_add(struct level *level, int first, int end, size_t *capacity,
    struct arena *arena)
{
	enum tag tag = unit_tag(level, first);

	for (int i = first; i < end; i++)
		level->units[i].phrase = level->phrase_count;
	ARENA_GROW(arena, level->phrases, (size_t)level->phrase_count,
	    *capacity);
	level->phrases[level->phrase_count++] = (struct phrase){
		.first = first, .last = end - 1, .head = end - 1,
		.time = is_time(level, first, end),
		.pronoun = tag == TAG_PRP && end == first + 1,
		.relative = tag == TAG_WP || tag == TAG_WDT
	};
}

void
level_phrases(struct level *level, struct arena *arena)
{
	size_t capacity = 0;

	for (int i = 0; i < level->count;) {
		int end;

		if (is_free(level, i) && is_alone(unit_tag(level, i)))
			end = i + 1;
		else
			end = phrase_end(level, i);
		if (end > i)
			phrase_add(level, i, end, &capacity, arena);
		i = end > i ? end : i + 1;
	}
}

const struct phrase *
phrase_at(const struct level *level, int unit)
{
	const struct phrase *phrase;

	if (unit < 0 || unit >= level->count ||
	    level->units[unit].phrase == CLAUSE_NONE)
		return NULL;
	phrase = &level->phrases[level->units[unit].phrase];
	return phrase->first == unit ? phrase : NULL;
}

const struct phrase *
phrase_before(const struct level *level, int unit)
{
	const struct phrase *phrase;

	if (unit < 0 || unit >= level->count ||
	    level->units[unit].phrase == CLAUSE_NONE)
		return NULL;
	phrase = &level->phrases[level->units[unit].phrase];
	return phrase->last == unit ? phrase : NULL;
}

bool
clause_opener(const struct level *level, int unit)
{
	static const char *const words[] = {
		"after", "although", "as", "because", "before", "if", "once",
		"since", "so", "than", "that", "though", "unless", "until",
		"whereas", "whether", "while"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (unit_is(level, unit, words[i]))
			return true;
	return false;
}

static bool
is_preposition(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);

	return (tag == TAG_IN || tag == TAG_TO) && !clause_opener(level, unit);
}

/* The phrase behind a preposition at `unit`, or NULL. */
static const struct phrase *
object_of(const struct level *level, int unit)
{
	const struct phrase *phrase;

	if (!is_preposition(level, unit))
		return NULL;
	phrase = phrase_at(level, unit + 1);
	return phrase && !phrase->relative && !phrase->time ? phrase : NULL;
}

/* "familiar with the talks", "briefed on the talks" behind a noun: its last
   unit, or `unit` - 1. */
static int
postmodifier_last(const struct level *level, int unit)
{
	const struct group *group = group_at(level, unit);
	const struct phrase *object;
	int behind = unit + 1;

	if (group && group->form == GROUP_PARTICIPLE && group->first == unit)
		behind = group->last + 1;
	else if (!is_adjective(unit_tag(level, unit)))
		return unit - 1;
	object = object_of(level, behind);
	return object ? object->last : unit - 1;
}

int
phrase_extend_one(const struct level *level, int unit)
{
	const struct phrase *phrase = phrase_at(level, unit);
	int last = unit - 1;

	while (phrase && phrase->last - unit < PHRASE_WINDOW) {
		int modified = postmodifier_last(level, phrase->last + 1);

		last = modified > phrase->last ? modified : phrase->last;
		phrase = object_of(level, last + 1);
	}
	return last;
}

int
phrase_extend(const struct level *level, int unit, bool clause)
{
	int last = phrase_extend_one(level, unit);

	while (last >= unit && last - unit < PHRASE_WINDOW &&
	    unit_tag(level, last + 1) == TAG_CC && phrase_at(level,
	    last + 2) && !clause_begins(level, last + 2))
		last = phrase_extend_one(level, last + 2);
	if (clause && last >= unit && last + 1 < level->count &&
	    phrase_at(level, last + 1) &&
	    phrase_at(level, last + 1)->relative)
		last = clause_last(level, last + 1);
	return last;
}

/* The first unit of what a phrase that begins at `first` hangs on; `first`
   when it hangs on nothing. */
static int
hangs_on(const struct level *level, int first)
{
	const struct group *group;
	int before = first - 1;

	if (!is_preposition(level, before))
		return first;
	if (phrase_before(level, before - 1))
		return phrase_before(level, before - 1)->time ? first :
		    before - 1;
	if (is_adjective(unit_tag(level, before - 1)) &&
	    phrase_before(level, before - 2))
		return before - 2;
	group = group_at(level, before - 1);
	if (group && group->form == GROUP_PARTICIPLE &&
	    phrase_before(level, group->first - 1))
		return group->first - 1;
	return first;
}

int
phrase_extend_left(const struct level *level, int unit)
{
	const struct phrase *phrase = phrase_before(level, unit);
	int first = phrase ? phrase->first : unit + 1;

	while (phrase && unit - first < CLAUSE_WINDOW) {
		int last = hangs_on(level, phrase->first);

		first = phrase->first;
		if (last == first)
			break;
		phrase = phrase_before(level, last);
	}
	return first;
}
