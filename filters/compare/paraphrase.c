/*
 * The same thing said again: by another source (agree), by the same one
 * (repeat), or in the same words because one text was copied (repeat, copy).
 *
 * Shared words are not enough: the predicate, the figures, what is denied and
 * whether it is told, hoped or doubted must be equal as well.
 */
#include "compare/detect.h"

#define COSINE_MIN 0.35		/* whole claims so alike say one thing */
#define OVERLAP_MIN 0.5		/* two clauses so alike do */
#define SHARED_MIN 10.0		/* weight that two clauses share */
#define INSIDE_MIN 0.7		/* likeness inside one article, that an outlet
				   tells twice anyway */
#define COPY_MIN 0.85		/* likeness of texts that were copied */
#define ALIKE_MIN 0.6
#define COVER_ALL 0.9

static bool
has_negation(const struct claim *claim, const struct clause *clause)
{
	for (uint32_t w = clause->first; w < clause->last; w++)
		if (claim->words[w].flags & WORD_NEGATED &&
		    claim->words[w].flags & WORD_CONTENT)
			return true;
	return false;
}

/* What an editor changed in a copy, or else what both share. */
static void
add_change(const struct pair *pair, const struct alignment *best,
    struct buffer *reason)
{
	struct slice a, b;

	if (!exchange_texts(pair, &a, &b)) {
		pair_add_shared(pair, best, reason);
		return;
	}
	buffer_add(reason, SLICE("changed: "));
	buffer_add(reason, a);
	buffer_add(reason, SLICE(" / "));
	buffer_add(reason, b);
}

/* Do both only tell, or both wish, or both doubt? */
static bool
is_same_act(const struct pair *pair)
{
	return pair->a->wish == pair->b->wish &&
	    slice_is(pair->a->act, "doubt") == slice_is(pair->b->act, "doubt");
}

/* Is what decides the same: the predicate, "not", "if", "whether"? */
static bool
is_same_statement(const struct pair *pair, const struct alignment *best)
{
	return best->a->question == best->b->question &&
	    best->a->conditional == best->b->conditional &&
	    has_negation(pair->a, best->a) == has_negation(pair->b, best->b) &&
	    (pair->cosine >= ALIKE_MIN || best->cover >= COVER_ALL ||
	    pair_same_predicate(pair, best));
}

/*
 * Shared words that are no names: two outlets that only tell their story use
 * its two commonest words ("operates the jetty") without saying one thing.
 */
static uint32_t
words_wanted(const struct pair *pair)
{
	bool told = claim_is_narrator(pair->a) && claim_is_narrator(pair->b);

	return told && pair->cosine < ALIKE_MIN ? 3 : 2;
}

/* Do the two say enough in common, and nothing that sets them apart? */
static bool
is_same_thing(const struct pair *pair, const struct alignment *best)
{
	if (pair->cosine < COSINE_MIN && (best->overlap < OVERLAP_MIN ||
	    best->shared < SHARED_MIN))
		return false;
	if (best->count - best->entities < words_wanted(pair) ||
	    best->subjects_apart ||
	    !is_same_act(pair) || !is_same_statement(pair, best))
		return false;
	return !pair_times_apart(pair, best) && !numeric_differs(pair) &&
	    !exchange_is_unknown(pair);
}

bool
detect_paraphrase(const struct pair *pair, struct relation *found)
{
	const struct alignment *best = pair_best_alignment(pair);
	struct buffer reason = { 0 };
	bool copy = pair->cosine >= COPY_MIN;
	double likeness;

	if (!best || !is_same_thing(pair, best))
		return false;
	likeness = pair->cosine > best->overlap ? pair->cosine :
	    best->overlap;
	if (pair->same_document && likeness < INSIDE_MIN)
		return false;
	if (copy && pair->same_witness)
		add_change(pair, best, &reason);
	else
		pair_add_shared(pair, best, &reason);
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, pair->same_source || (copy &&
	    pair->same_witness) ? RELATION_REPEAT : RELATION_AGREE,
	    copy && pair->same_witness && !pair->same_document ? KIND_COPY :
	    KIND_PARAPHRASE, 0.2 + 0.8 * likeness, &reason);
	return true;
}
