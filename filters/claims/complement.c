/*
 * Complements: what stands behind a cue, by its frames.
 *
 * Each frame is tried right behind the cue, then behind what may stand
 * between ("said on Monday that", "said, “…"), then behind a person spoken
 * to ("told reporters that", "urged Hamas to").
 */
#include "claims/find.h"

enum { OBJECT_STEPS = 6 };	/* prepositional phrases in an object */

static bool
is_comma(const struct level *level, int unit)
{
	return unit_tag(level, unit) == TAG_COMMA ||
	    unit_tag(level, unit) == TAG_COLON ||
	    unit_is(level, unit, ":") || unit_is(level, unit, "—");
}

static bool
take(struct complement *complement, int first, int last, uint32_t frame,
    const char *rule)
{
	if (first > last)
		return false;
	complement->content = (struct range){ first, last };
	complement->frame = frame;
	complement->rule = rule;
	return true;
}

/* A whole quotation at `unit`, or behind a comma or colon there. */
static int
quotation_at(const struct level *level, int unit)
{
	if (unit_is_quotation(level, unit))
		return unit;
	if (is_comma(level, unit) && unit_is_quotation(level, unit + 1))
		return unit + 1;
	return CLAUSE_NONE;
}

static bool
is_infinitive(const struct level *level, int unit)
{
	const struct group *group = group_at(level, unit);

	return group && group->form == GROUP_INFINITIVE &&
	    group->first == unit;
}

static bool
is_that(const struct level *level, int unit)
{
	return unit_is(level, unit, "that") &&
	    (unit_tag(level, unit) == TAG_IN || unit_tag(level, unit + 1) ==
	    TAG_COMMA || clause_begins(level, unit + 1));
}

static bool
is_question_word(const struct level *level, int unit)
{
	enum tag tag = unit_tag(level, unit);

	return tag == TAG_WRB || tag == TAG_WP || (tag == TAG_WDT &&
	    !unit_is(level, unit, "that")) || unit_is(level, unit, "whether") ||
	    unit_is(level, unit, "if");
}

/* Quotation, clause, infinitive or question right at `unit`. */
static bool
direct_frames(const struct level *level, int unit, uint32_t frames,
    struct complement *out)
{
	int quotation = quotation_at(level, unit);

	if (frames & FRAME_QUOTE && quotation != CLAUSE_NONE)
		return take(out, quotation, quotation, FRAME_QUOTE, "V quote");
	if (frames & FRAME_THAT && is_that(level, unit)) {
		if (unit_is_quotation(level, unit + 1))
			return take(out, unit + 1, clause_last(level,
			    unit + 1), FRAME_THAT, "V that C");
		return take(out, unit + 1, clause_last(level, unit + 1),
		    FRAME_THAT, "V that C");
	}
	if (frames & FRAME_INF && is_infinitive(level, unit))
		return take(out, unit, clause_last(level, unit), FRAME_INF,
		    "V to V");
	if (frames & FRAME_WH && is_question_word(level, unit))
		return take(out, unit, clause_last(level, unit), FRAME_WH,
		    "V wh C");
	if (frames & FRAME_AS && unit_is(level, unit, "as"))
		return take(out, unit + 1, clause_last(level, unit + 1),
		    FRAME_AS, "V as");
	if (frames & FRAME_THAT && clause_begins(level, unit))
		return take(out, unit, clause_last(level, unit), FRAME_THAT,
		    "V C");
	return false;
}

/* "Israel's commitment": somebody's, so that it is no saying of the subject. */
static bool
is_possessed(const struct level *level, const struct phrase *phrase)
{
	for (int i = phrase->first; i < phrase->head; i++)
		if (unit_tag(level, i) == TAG_POS)
			return true;
	return false;
}

/* "expressed cautious optimism about": a cue noun, and what stands behind. */
static bool
light_frame(const struct level *level, int unit, struct complement *out)
{
	const struct phrase *phrase = phrase_at(level, unit);
	const struct cue *noun;
	int last;

	if (!phrase || is_possessed(level, phrase))
		return false;
	noun = cue_match(level, phrase->head, CUE_NOUN, &last);
	if (!noun)
		return false;
	out->noun = noun;
	out->cue_last = last;
	return complement_of_noun(level, last + 1, noun->frames, out);
}

/* "accused her of", "described it as": a preposition behind the object. */
static uint32_t
object_preposition(const struct level *level, int unit, uint32_t frames)
{
	static const struct {
		const char *word;
		uint32_t frame;
	} prepositions[] = {
		{ "of", FRAME_NP_OF }, { "for", FRAME_NP_FOR },
		{ "with", FRAME_NP_WITH }, { "over", FRAME_NP_OVER },
		{ "about", FRAME_NP_ABOUT }, { "to", FRAME_NP_TO }
	};

	if (group_at(level, unit))
		return 0;
	for (size_t i = 0; i < sizeof(prepositions) / sizeof(*prepositions);
	    i++)
		if (frames & prepositions[i].frame &&
		    unit_is(level, unit, prepositions[i].word))
			return prepositions[i].frame;
	return 0;
}

static bool
has_number(const struct level *level, const struct phrase *phrase)
{
	for (int i = phrase ? phrase->first : 0; phrase && i <= phrase->last;
	    i++)
		if (unit_tag(level, i) == TAG_CD)
			return true;
	return false;
}

/* Frames behind an object that ends before `unit`. */
static bool
behind_object(const struct level *level, int object, int unit,
    uint32_t frames, struct complement *out)
{
	uint32_t frame = object_preposition(level, unit, frames);
	uint32_t direct = 0;

	out->addressee = (struct range){ object, unit - 1 };
	if (frame)
		return take(out, unit + 1, complement_object_last(level,
		    unit + 1), frame, "V O P");
	if (frames & FRAME_NP_AS && unit_is(level, unit, "as")) {
		out->whole = true;
		return take(out, object, complement_object_last(level, object),
		    FRAME_NP_AS, "V O as");
	}
	if (frames & FRAME_NP_AT && unit_is(level, unit, "at") &&
	    has_number(level, phrase_at(level, unit + 1))) {
		out->whole = true;
		return take(out, object, complement_object_last(level, object),
		    FRAME_NP_AT, "V O at");
	}
	if (frames & FRAME_NP_THAT)
		direct |= FRAME_THAT;
	if (frames & FRAME_NP_QUOTE)
		direct |= FRAME_QUOTE;
	if (frames & FRAME_NP_INF)
		direct |= FRAME_INF;
	if (frames & FRAME_NP_WH)
		direct |= FRAME_WH;
	if (!direct)
		return false;
	return direct_frames(level, unit, direct, out) ||
	    direct_frames(level, clause_skip_adjuncts(level, unit), direct,
	    out);
}

/* Objects of growing length: "Hamas", "Hamas in Gaza" … */
static bool
object_frames(const struct level *level, int unit, uint32_t frames,
    struct complement *out)
{
	const struct phrase *phrase = phrase_at(level, unit);
	const uint32_t with_object = FRAME_NP_THAT | FRAME_NP_QUOTE |
	    FRAME_NP_INF | FRAME_NP_WH | FRAME_NP_OF | FRAME_NP_FOR |
	    FRAME_NP_AS | FRAME_NP_WITH | FRAME_NP_TO | FRAME_NP_OVER |
	    FRAME_NP_ABOUT | FRAME_NP_AT;

	if (!phrase)
		return false;
	for (int i = 0; frames & with_object && phrase && i < OBJECT_STEPS;
	    i++) {
		int behind = phrase->last + 1;

		if (behind_object(level, unit, behind, frames, out))
			return true;
		while (unit_tag(level, behind) == TAG_IN ||
		    unit_tag(level, behind) == TAG_CC ||
		    unit_tag(level, behind) == TAG_TO)
			behind++;
		phrase = phrase_at(level, behind);
	}
	out->addressee = RANGE_NONE;
	if (frames & FRAME_NP_NP) {
		out->whole = true;
		return take(out, unit, complement_object_last(level, unit),
		    FRAME_NP_NP, "V O O");
	}
	return false;
}

/* Does a new clause, or another verb of the subject's, begin at `i`? */
static bool
ends_object(const struct level *level, int i)
{
	static const char *const words[] = {
		"after", "as", "before", "because", "since", "until", "when",
		"while"
	};
	int next = clause_skip_adverbs(level, i + 1);
	const struct group *group = group_at(level, next);

	if (unit_is(level, i - 1, "such"))
		return false;
	for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++)
		if (unit_is(level, i, words[k]))
			return clause_begins(level, i + 1) || (group &&
			    group->form == GROUP_ING && !unit_is(level, i,
			    "as") && !unit_is(level, i, "until"));
	if (unit_tag(level, i) == TAG_CC)
		return (group && (group->form == GROUP_FINITE ||
		    (group->form == GROUP_PARTICIPLE &&
		    phrase_at(level, group->last + 1)))) ||
		    clause_begins(level, i + 1);
	if (unit_is(level, i, "—") || unit_is(level, i, "--"))
		return unit_tag(level, i + 1) == TAG_CC;
	if (unit_tag(level, i) != TAG_COMMA)
		return false;
	if (unit_tag(level, i + 1) == TAG_CC)
		return clause_begins(level, i + 2) || (group_at(level,
		    i + 2) && group_at(level, i + 2)->form == GROUP_FINITE);
	return (group && group->form != GROUP_PARTICIPLE) ||
	    clause_begins(level, i + 1);
}

int
complement_object_last(const struct level *level, int unit)
{
	int end = clause_last(level, unit), last = unit;

	while (last < end && !ends_object(level, last + 1))
		last++;
	return last;
}

/* "called for", "warned against": the preposition joins the cue. */
static bool
preposition_frame(const struct level *level, int unit, uint32_t frames,
    struct complement *out)
{
	if (group_at(level, unit) || unit >= level->count ||
	    level->units[unit].quotation ||
	    !(frames & cue_preposition(unit_token(level, unit)->lower)))
		return false;
	if (!take(out, unit + 1, complement_object_last(level, unit + 1),
	    FRAME_FOR, "V P"))
		return false;
	out->cue_last = unit;
	return true;
}

static bool
frames_at(const struct level *level, int unit, uint32_t frames,
    struct complement *out)
{
	if (direct_frames(level, unit, frames & ~(uint32_t)FRAME_NP, out))
		return true;
	if (object_frames(level, unit, frames, out))
		return true;
	if (frames & FRAME_LIGHT && light_frame(level, unit, out))
		return true;
	if (frames & FRAME_NP && phrase_at(level, unit) &&
	    !phrase_at(level, unit)->time)
		return take(out, unit, complement_object_last(level, unit),
		    FRAME_NP, "V O");
	if (frames & FRAME_NP && group_at(level, unit) &&
	    group_at(level, unit)->form == GROUP_ING &&
	    group_at(level, unit)->first == unit)
		return take(out, unit, clause_last(level, unit), FRAME_NP,
		    "V Ving");
	if (frames & FRAME_NP_AS && unit_is(level, unit, "as"))
		return take(out, unit + 1, clause_last(level, unit + 1),
		    FRAME_AS, "what S V as");
	return preposition_frame(level, unit, frames, out);
}

/* The unit behind ", as did the mayor," at a comma, or the comma. */
static int
behind_parenthesis(const struct level *level, int comma)
{
	enum { LONGEST = 16 };

	for (int i = comma + 1; i < comma + LONGEST && i < level->count; i++)
		if (unit_tag(level, i) == TAG_COMMA)
			return i + 1;
	return comma;
}

bool
complement_find(const struct level *level, int unit, uint32_t frames,
    struct complement *complement)
{
	int adverbs = clause_skip_adverbs(level, unit);
	int adjuncts = clause_skip_adjuncts(level, unit);

	*complement = (struct complement){ .content = RANGE_NONE,
	    .addressee = RANGE_NONE, .cue_last = CLAUSE_NONE };
	if (frames_at(level, adverbs, frames, complement))
		return true;
	complement->addressee = RANGE_NONE;
	if (frames & FRAME_THAT && unit_tag(level, adjuncts) == TAG_COMMA) {
		int that = behind_parenthesis(level, adjuncts);

		if (is_that(level, that))
			return direct_frames(level, that, FRAME_THAT,
			    complement);
	}
	if (adjuncts == adverbs)
		return false;
	if (unit_tag(level, adjuncts) == TAG_COMMA) {
		const struct phrase *place = phrase_at(level, adjuncts + 1);

		if (place && unit_tag(level, place->last + 1) == TAG_COMMA &&
		    !clause_begins(level, adjuncts + 1))
			adjuncts = place->last + 1;	/* "Toledo, Ohio," */
		if (is_that(level, adjuncts + 1))
			adjuncts++;
	}
	return frames_at(level, adjuncts, frames & ~(uint32_t)FRAME_NP,
	    complement);
}

/* Does a word that opens a clause stand before its subject? */
static bool
has_opener(const struct level *level, int subject)
{
	enum tag tag = unit_tag(level, subject - 1);

	return (tag == TAG_IN && clause_opener(level, subject - 1)) ||
	    tag == TAG_WDT || tag == TAG_WP || tag == TAG_WRB ||
	    tag == TAG_CC || (phrase_at(level, subject) && (phrase_at(level,
	    subject)->relative || phrase_at(level, subject)->pronoun));
}

/* Does the clause that the noun itself belongs to go on at `i`? */
static bool
goes_on(const struct level *level, int i, int start, uint32_t frame)
{
	const struct group *group = group_at(level, i);

	if (unit_tag(level, i) == TAG_COMMA || unit_tag(level, i) == TAG_STOP ||
	    unit_is(level, i, ";") || unit_is(level, i, "—"))
		return true;
	if (group && group->first == i && group->form == GROUP_FINITE)
		return group->subject_first < start || (!has_opener(level,
		    group->subject_first) && !(frame & (FRAME_THAT |
		    FRAME_WH) && group->subject_first == start));
	if (unit_tag(level, i) != TAG_CC)
		return false;
	if (clause_begins(level, i + 1))
		return true;
	group = group_at(level, phrase_extend(level, i + 1, false) + 1);
	return group && group->form == GROUP_ING && group->cue;
}

bool
complement_of_noun(const struct level *level, int unit, uint32_t frames,
    struct complement *complement)
{
	int last;

	if (!direct_frames(level, unit, frames & (FRAME_THAT | FRAME_INF |
	    FRAME_WH), complement) &&
	    !preposition_frame(level, unit, frames, complement))
		return false;
	if (complement->frame == FRAME_THAT && !is_that(level, unit))
		return false;
	last = complement->content.first;
	while (last + 1 <= complement->content.last &&
	    !goes_on(level, last + 1, complement->content.first,
	    complement->frame))
		last++;
	complement->content.last = last;
	return true;
}
