/*
 * Numbers: "at least 12 killed" against "nine killed".
 *
 * Two figures are held against each other only when they count one thing (the
 * noun, the unit), of one happening (what is said of it), by one actor and at
 * one time.  A tenfold difference is nearly always another scope, and then all
 * of the rest must be the same.  A later and greater count of the dead is no
 * conflict: counts grow.
 */
#include "compare/detect.h"

#include "compare/interval.h"
#include "text/token.h"

#define RATIO_MAX 8.0		/* apart by more: another scope */
#define OVERLAP_SURE 0.5	/* clauses so alike may differ by any ratio */
#define ABOUT_MIN 3.0		/* weight shared besides the counted noun */

/* Two figures, and where they stand. */
struct counts {
	const struct figure *s, *t;
	uint32_t what;		/* term of what is counted, or TERM_NONE */
	double overlap;
};

/* "at least 12" */
static void
add_figure(struct buffer *reason, const struct claim *claim,
    const struct figure *figure)
{
	static const char *const lead[APPROX_COUNT] = { "", "at least ",
		"at most ", "about ", "more than ", "fewer than " };

	buffer_add(reason, slice_of(lead[figure->approx]));
	buffer_add(reason, claim_text(claim, figure->span));
}

static uint32_t
concept(const struct pair *pair, struct slice lemma)
{
	struct slice name = knowledge_concept(pair->claims->knowledge, lemma);
	uint32_t term = hash_get(&pair->claims->vocabulary.ids, name);

	return term == HASH_NONE ? TERM_NONE : term;
}

/* Do both count the same noun in the same unit? */
static bool
count_one_thing(const struct pair *pair, struct counts *counts)
{
	const struct figure *s = counts->s, *t = counts->t;

	if (!slice_equal(s->unit, t->unit))
		return false;
	counts->what = TERM_NONE;
	if (s->what.length && t->what.length) {
		counts->what = concept(pair, s->what);
		return slice_equal(s->what, t->what) ||
		    (counts->what != TERM_NONE &&
		    counts->what == concept(pair, t->what));
	}
	return s->unit.length > 0 || s->what.length || t->what.length;
}

static const struct clause *
clause_of(const struct claim *claim, const struct figure *figure)
{
	for (uint32_t c = 0; c < claim->clause_count; c++) {
		const struct clause *clause = &claim->clauses[c];

		if (claim->words[clause->last - 1].start >=
		    figure->span.start)
			return clause;
	}
	return NULL;
}

/* Weight of what is shared besides the counted noun and the entities. */
static double
shared_about(const struct pair *pair, const struct alignment *alignment,
    uint32_t what)
{
	double weight = 0;

	for (uint32_t i = 0; i < alignment->a->term_count; i++) {
		const struct term *term = &alignment->a->terms[i];
		bool shared = false;

		for (uint32_t j = 0; j < alignment->count; j++)
			shared = shared || alignment->terms[j] == term->id;
		if (shared && term->id != what && vocabulary_name(
		    &pair->claims->vocabulary, term->id).at[0] != '=')
			weight += term->weight;
	}
	return weight;
}

static const struct alignment *
alignment_of(const struct pair *pair, const struct counts *counts)
{
	const struct clause *a = clause_of(pair->a, counts->s);
	const struct clause *b = clause_of(pair->b, counts->t);

	for (uint32_t i = 0; i < pair->count; i++)
		if (pair->alignments[i].a == a && pair->alignments[i].b == b)
			return &pair->alignments[i];
	return NULL;
}

static bool
is_comparable(const struct pair *pair, struct counts *counts)
{
	const struct alignment *alignment;

	if (!count_one_thing(pair, counts))
		return false;
	alignment = alignment_of(pair, counts);
	if (!alignment || alignment->subjects_apart ||
	    alignment->a->conditional != alignment->b->conditional ||
	    pair_times_apart(pair, alignment))
		return false;
	counts->overlap = alignment->overlap;
	return shared_about(pair, alignment, counts->what) >= ABOUT_MIN;
}

static bool
compare_counts(const struct pair *pair, const struct counts *counts,
    struct relation *found)
{
	struct interval x = interval_of(counts->s);
	struct interval y = interval_of(counts->t);
	double ratio = intervals_ratio(x, y);
	struct buffer reason = { 0 };
	enum relation_type type = RELATION_CONFLICT;

	if (ratio == 1)
		type = pair->same_source ? RELATION_REPEAT : RELATION_AGREE;
	else if (ratio > RATIO_MAX && counts->overlap < OVERLAP_SURE)
		return false;
	else if (!pair_same_moment(pair) || (pair->days > 0 && y.low >= x.high))
		type = RELATION_EVOLVE;
	if (type == RELATION_CONFLICT && pair->same_document &&
	    pair->same_source)
		return false;
	add_figure(&reason, pair->a, counts->s);
	buffer_add(&reason, SLICE(" / "));
	add_figure(&reason, pair->b, counts->t);
	if (counts->what != TERM_NONE) {
		buffer_add_byte(&reason, ' ');
		buffer_add(&reason, counts->t->what);
	}
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, type, KIND_NUMERIC,
	    0.5 + 0.5 * counts->overlap, &reason);
	return true;
}

bool
detect_numeric(const struct pair *pair, struct relation *found)
{
	bool any = false;
	struct relation one;

	for (size_t i = 0; i < pair->a->figures.count; i++) {
		for (size_t j = 0; j < pair->b->figures.count; j++) {
			struct counts counts = {
				.s = &pair->a->figures.at[i],
				.t = &pair->b->figures.at[j]
			};

			if (!is_comparable(pair, &counts) ||
			    !compare_counts(pair, &counts, &one))
				continue;
			if (!any || one.type == RELATION_CONFLICT)
				*found = one;
			any = true;
		}
	}
	return any;
}
