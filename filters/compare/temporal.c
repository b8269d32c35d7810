/*
 * Times: one event that two claims put on two days.
 *
 * Asks for nearly the same words, and for one date in each, both resolved and
 * worded in two ways: "Monday" and "Monday" of two weeks are two events.  When
 * somebody said it ("announced on Sunday") is no date of what was said.
 */
#include "compare/detect.h"

#define COVER_MIN 0.8
#define SHARED_MIN 9.0

static const struct timex *
only_date(const struct claim *claim)
{
	const struct timex *date = NULL;

	for (size_t i = 0; i < claim->times.count; i++) {
		if (claim->times.at[i].type != TIMEX_DATE &&
		    claim->times.at[i].type != TIMEX_TIME)
			continue;
		if (date || claim->times.at[i].span.start < claim->span.start ||
		    claim->times.at[i].span.end > claim->span.end)
			return NULL;
		date = &claim->times.at[i];
	}
	return date && date->value.length >= 4 && date->value.at[0] >= '0' &&
	    date->value.at[0] <= '9' ? date : NULL;
}

/* Do both clauses have one predicate? */
static bool
same_predicate(const struct pair *pair, const struct alignment *alignment)
{
	return alignment->a->verb != TERM_NONE &&
	    alignment->b->verb != TERM_NONE &&
	    pair->a->words[alignment->a->verb].term ==
	    pair->b->words[alignment->b->verb].term;
}

static bool
is_one_event(const struct pair *pair)
{
	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *alignment = &pair->alignments[i];

		if (alignment->cover >= COVER_MIN &&
		    alignment->shared >= SHARED_MIN &&
		    !alignment->subjects_apart &&
		    same_predicate(pair, alignment) &&
		    pair_times_apart(pair, alignment))
			return true;
	}
	return false;
}

/* "Monday" is another day in an article of another week; "3 March" is not. */
static bool
is_fixed(const struct pair *pair, const struct timex *s,
    const struct timex *t)
{
	struct slice words[] = { claim_text(pair->a, s->span),
		claim_text(pair->b, t->span) };
	bool digit[2] = { false, false };

	for (int k = 0; k < 2; k++)
		for (size_t i = 0; i < words[k].length; i++)
			digit[k] = digit[k] || (words[k].at[i] >= '0' &&
			    words[k].at[i] <= '9');
	return pair_same_moment(pair) || (digit[0] && digit[1]);
}

bool
detect_temporal(const struct pair *pair, struct relation *found)
{
	const struct timex *s = only_date(pair->a);
	const struct timex *t = only_date(pair->b);
	struct buffer reason = { 0 };

	if (!s || !t || pair->wished || !is_fixed(pair, s, t) ||
	    s->value.length != t->value.length ||
	    slice_equal(claim_text(pair->a, s->span),
	    claim_text(pair->b, t->span)) ||
	    !is_one_event(pair))
		return false;
	buffer_add(&reason, claim_text(pair->a, s->span));
	buffer_add(&reason, SLICE(" / "));
	buffer_add(&reason, claim_text(pair->b, t->span));
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, RELATION_CONFLICT, KIND_TEMPORAL,
	    0.4 + 0.4 * pair->cosine, &reason);
	return true;
}
