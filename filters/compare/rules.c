/*
 * The rules, one after the other.  See rules.h.
 */
#include "compare/rules.h"

#include <stdlib.h>

#include "compare/detect.h"

typedef bool detector(const struct pair *, struct relation *);

/* Claims in the same words can only be given to two speakers or said again. */
static detector *const for_equal[] = { detect_attribution, detect_drift,
	detect_paraphrase };

static detector *const detectors[] = {
	detect_attribution, detect_exchange, detect_negation, detect_antonym,
	detect_existence, detect_modality,
	detect_numeric, detect_temporal, detect_blame, detect_position,
	detect_assessment, detect_drift, detect_paraphrase, detect_event
};

/* ------------------------------------------------------- which to compare */

static bool
is_ancestor(const struct claims *claims, const struct claim *claim,
    const struct claim *other)
{
	const struct article *article = &claims->articles[claim->article];
	struct slice parent = claim->parent;

	for (int depth = 0; parent.length && depth < 8; depth++) {
		const struct claim *next = NULL;

		if (slice_equal(parent, other->id))
			return true;
		for (uint32_t i = article->first; i < article->last; i++)
			if (slice_equal(claims->at[i].id, parent))
				next = &claims->at[i];
		parent = next ? next->parent : SLICE("");
	}
	return false;
}

static bool
spans_meet(struct span a, struct span b)
{
	return a.start < b.end && b.start < a.end;
}

bool
rules_are_apart(const struct claims *claims, size_t window,
    const struct claim *a, const struct claim *b)
{
	int32_t x = claims->articles[a->article].day;
	int32_t y = claims->articles[b->article].day;

	if (a->withdrawn || b->withdrawn)
		return false;
	if (a->article == b->article)
		return !spans_meet(a->span, b->span) &&
		    !is_ancestor(claims, a, b) && !is_ancestor(claims, b, a);
	return window == SIZE_MAX || x == DAY_NONE ||
	    y == DAY_NONE || (size_t)abs(y - x) <= window;
}

bool
rules_may_compare(const struct claims *claims, size_t window,
    const struct claim *a, const struct claim *b)
{
	return rules_are_apart(claims, window, a, b) &&
	    (a->article != b->article || a->source != b->source);
}

/* ------------------------------------------------------------ one pair */

static bool
is_better(const struct relation *new, const struct relation *old)
{
	int n = relation_rank(new->type), o = relation_rank(old->type);

	return n > o || (n == o && new->confidence > old->confidence);
}

/* Are both claims, with the cue where it counts, in the same words? */
static bool
is_verbatim(const struct pair *pair)
{
	struct slice a = claim_text(pair->a, pair->a->view);

	return a.length > 0 && slice_equal(a, claim_text(pair->b,
	    pair->b->view));
}

bool
rules_find(const struct pair *pair, const struct relate_options *options,
    struct relation *best)
{
	bool equal = is_verbatim(pair), any = false;
	detector *const *list = equal ? for_equal : detectors;
	size_t count = equal ? sizeof for_equal / sizeof *for_equal :
	    sizeof detectors / sizeof *detectors;
	struct relation found;

	for (size_t i = 0; i < count; i++) {
		if ((any && (list[i] == detect_event ||
		    (best->kind == KIND_DRIFT &&
		    list[i] == detect_paraphrase))) ||
		    !list[i](pair, &found) ||
		    found.confidence < options->threshold ||
		    !options->kinds[found.kind])
			continue;
		if (!any || is_better(&found, best))
			*best = found;
		any = true;
		if (list[i] == detect_exchange)
			break;
	}
	return any;
}
