/*
 * Times: one event that two claims put on two days.
 *
 * Asks for nearly the same words, and for one date in each, both resolved and
 * worded in two ways: "Monday" and "Monday" of two weeks are two events.
 */
#include "compare/detect.h"

#define COVER_MIN 0.75
#define SHARED_MIN 9.0

static const struct timex *
only_date(const struct claim *claim)
{
	const struct timex *date = NULL;

	for (size_t i = 0; i < claim->times.count; i++) {
		if (claim->times.at[i].type != TIMEX_DATE &&
		    claim->times.at[i].type != TIMEX_TIME)
			continue;
		if (date)
			return NULL;
		date = &claim->times.at[i];
	}
	return date && date->value.length >= 4 && date->value.at[0] >= '0' &&
	    date->value.at[0] <= '9' ? date : NULL;
}

static bool
is_one_event(const struct pair *pair)
{
	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *alignment = &pair->alignments[i];

		if (alignment->cover >= COVER_MIN &&
		    alignment->shared >= SHARED_MIN &&
		    !alignment->subjects_apart &&
		    pair_times_apart(pair, alignment))
			return true;
	}
	return false;
}

bool
detect_temporal(const struct pair *pair, struct relation *found)
{
	const struct timex *s = only_date(pair->a);
	const struct timex *t = only_date(pair->b);
	struct buffer reason = { 0 };

	if (!s || !t || pair->wished || s->value.length != t->value.length ||
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
