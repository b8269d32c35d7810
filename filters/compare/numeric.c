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

#include <math.h>

#include "compare/interval.h"
#include "text/token.h"

enum { STATE_DAYS = 31 };	/* after so many nobody speaks of one state */

#define RATIO_MAX 8.0		/* apart by more: another scope */
#define FEW 2
#define ROUNDED 0.02		/* figures so near are one, rounded */
#define COVER_ALL 0.9
#define COVER_MOST 0.7		/* of a clause, where nobody is named */
#define OVERLAP_SURE 0.5	/* clauses so alike may differ by any ratio */
#define OVERLAP_BARE 0.3	/* clauses, for figures without a noun */

/* Two figures, and where they stand. */
struct counts {
	const struct figure *s, *t;
	uint32_t what;		/* term of what is counted, or TERM_NONE */
	double overlap;
	bool grows;		/* what is counted only becomes more */
	bool known;		/* what happens is in the table of concepts */
	bool apart;		/* of two times: only a count that grows */
	uint32_t happened;	/* term of it, or TERM_NONE */
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

/* The counted noun as it is printed. */
static void
add_noun(struct buffer *reason, const struct claim *claim,
    const struct figure *figure)
{
	for (uint32_t w = 0; figure->what.length && w < claim->word_count;
	    w++) {
		const struct word *word = &claim->words[w];

		if (word->start < figure->span.end)
			continue;
		if (tag_is_noun(word->tag)) {
			buffer_add_byte(reason, ' ');
			buffer_add(reason, word_text(claim, word));
		}
		return;
	}
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

	counts->what = TERM_NONE;
	if (!slice_equal(s->unit, t->unit))
		return false;
	if (!s->what.length || !t->what.length)
		return true;
	counts->what = concept(pair, s->what);
	return slice_equal(s->what, t->what) || (counts->what != TERM_NONE &&
	    counts->what == concept(pair, t->what));
}

/* "three other Americans" counts those not yet named. */
static bool
is_remainder(const struct claim *claim, uint32_t w)
{
	static const char *const words[] = { "other", "others", "more",
		"additional", NULL };

	for (size_t i = 0; words[i] && w + 1 < claim->word_count; i++)
		if (slice_is(claim->words[w + 1].lower, words[i]))
			return true;
	return false;
}

/* Is it a time of day, a date, or the number of a name ("Jetty 2")? */
static bool
is_no_count(const struct claim *claim, const struct figure *figure)
{
	for (size_t i = 0; i < claim->times.count; i++)
		if (claim->times.at[i].span.start < figure->span.end &&
		    figure->span.start < claim->times.at[i].span.end)
			return true;
	for (uint32_t w = 1; w < claim->word_count; w++)
		if (claim->words[w].start == figure->span.start)
			return tag_is_name(claim->words[w - 1].tag) ||
			    is_remainder(claim, w);
	return false;
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

/*
 * What is said to happen: the field of a word ("deaths" for killed, died and
 * dead), or of a verb without field its concept.
 */
static uint32_t
happening(const struct word *word)
{
	if (!(word->flags & WORD_CONTENT) || word->flags & WORD_ENTITY)
		return TERM_NONE;
	if (word->field != TERM_NONE)
		return word->field;
	return word->flags & WORD_VERB ? word->term : TERM_NONE;
}

/* A happening that both clauses tell of, besides what is counted. */
static uint32_t
shared_happening(const struct pair *pair, const struct alignment *alignment,
    struct counts *counts)
{
	uint32_t found = TERM_NONE;

	for (uint32_t i = alignment->a->first; i < alignment->a->last; i++) {
		const struct word *u = &pair->a->words[i];
		uint32_t key = happening(u);
		bool known = u->field != TERM_NONE;

		if (key == TERM_NONE || u->term == counts->what)
			continue;
		for (uint32_t j = alignment->b->first;
		    j < alignment->b->last; j++)
			if (happening(&pair->b->words[j]) == key &&
			    (found == TERM_NONE ||
			    (known && !counts->known))) {
				found = key;
				counts->known = known;
			}
	}
	return found;
}

/* What befalls people, and what of it only becomes more. */
static const char *const fates[] = { "deaths", "injuries", "missing",
	"arrest", "hostages", "jobs", NULL };
/* What others than the actor give numbers for. */
static const char *const estimated[] = { "cost", "spill", NULL };
static const char *const growing[] = { "deaths", "injuries", "arrest",
	"recovery", "release", "protest", NULL };

static bool
among(const char *const list[], struct slice name)
{
	for (size_t i = 0; list[i]; i++)
		if (slice_is(name, list[i]))
			return true;
	return false;
}

/*
 * A number without a noun counts people where the other does and both tell of
 * what befalls people; or it is a share or a sum, of nearly the same words.
 */
static bool
may_lack_noun(const struct pair *pair, const struct counts *counts,
    uint32_t happened)
{
	struct slice what = counts->s->what.length ? counts->s->what :
	    counts->t->what;

	if (counts->s->what.length && counts->t->what.length)
		return true;
	if (counts->s->unit.length)
		return counts->known || counts->overlap >= OVERLAP_BARE;
	return among(fates, vocabulary_name(&pair->claims->vocabulary,
	    happened)) && (slice_is(what, "person") ||
	    slice_is(what, "people"));
}

/* The clauses of two figures; or a claim of one clause and all of the other,
   where that says nearly all of it. */
static const struct alignment *
alignment_of(const struct pair *pair, const struct counts *counts)
{
	const struct clause *a = clause_of(pair->a, counts->s);
	const struct clause *b = clause_of(pair->b, counts->t);
	const struct alignment *whole = NULL;

	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *one = &pair->alignments[i];

		if (one->a == a && one->b == b && one->cover >= COVER_MOST)
			return one;
		if ((one->a == a && one->b == b) || (one->whole && !whole))
			whole = one;
	}
	return whole;
}

/* "NATO has 16 members": nearly all that one clause says is whose they are. */
static bool
is_attribute(const struct pair *pair, const struct alignment *alignment,
    const struct counts *counts)
{
	bool counted = false;

	for (uint32_t i = 0; i < alignment->count; i++)
		counted = counted || alignment->terms[i] == counts->what;
	return counted && !pair->wished && alignment->count >= 2 &&
	    (alignment->entities > 0 ? alignment->cover >= COVER_ALL :
	    alignment->cover >= COVER_MOST && !alignment->subjects_apart);
}

/*
 * "At 51.2 percent, ahead of his competitor at 49.9": two shares and two
 * parties; whose is which the words do not tell.
 */
static bool
is_comparison(const struct claims *claims, const struct claim *claim,
    const struct figure *figure)
{
	uint32_t figures = 0, party = TERM_NONE;
	bool two = false;

	for (size_t i = 0; i < claim->figures.count; i++)
		figures += slice_is(claim->figures.at[i].unit, "%");
	for (uint32_t w = 0; w < claim->word_count; w++) {
		const struct word *word = &claim->words[w];

		if (!(word->flags & WORD_ENTITY) || word->flags & WORD_PLACE)
			continue;
		two = two || (party != TERM_NONE && party !=
		    claims_side(claims, word->term));
		party = claims_side(claims, word->term);
	}
	return slice_is(figure->unit, "%") && figures > 1 && two;
}

static bool
is_comparable(const struct pair *pair, struct counts *counts)
{
	const struct alignment *alignment;
	uint32_t happened;

	if (is_no_count(pair->a, counts->s) ||
	    is_no_count(pair->b, counts->t) || !count_one_thing(pair, counts))
		return false;
	alignment = alignment_of(pair, counts);
	if (!alignment ||
	    alignment->a->conditional || alignment->b->conditional ||
	    pair_years_apart(pair, alignment))
		return false;
	counts->apart = pair_times_apart(pair, alignment);
	counts->overlap = alignment->overlap;
	happened = shared_happening(pair, alignment, counts);
	counts->happened = counts->known ? happened : TERM_NONE;
	counts->grows = happened != TERM_NONE && among(growing,
	    vocabulary_name(&pair->claims->vocabulary, happened));
	if (counts->apart && !counts->grows)
		return false;
	if (happened == TERM_NONE && is_attribute(pair, alignment, counts))
		return true;
	if (alignment->subjects_apart && !(happened != TERM_NONE &&
	    among(estimated, vocabulary_name(&pair->claims->vocabulary,
	    happened))))
		return false;
	if (is_comparison(pair->claims, pair->a, counts->s) ||
	    is_comparison(pair->claims, pair->b, counts->t))
		return false;
	return happened != TERM_NONE && may_lack_noun(pair, counts, happened);
}

/*
 * Has the number changed with the days?  The dead and the rescued only become
 * more; of other things the same source may give a new number, and anybody
 * after a month.
 */
static bool
has_moved(const struct pair *pair, const struct counts *counts, bool more)
{
	if (pair->days <= 0)
		return false;
	if (counts->grows && more)
		return true;
	return pair->days > STATE_DAYS || (!pair_same_moment(pair) &&
	    (pair->same_source || counts->grows));
}

/*
 * "At least 12" allows 14, but does not say it: only one number confirms
 * another.  One or two of something say nothing.
 */
static bool
are_equal(const struct counts *counts)
{
	return counts->s->low > FEW && counts->s->low == counts->t->low &&
	    counts->s->high == counts->t->high;
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

	if (ratio == 1 && !are_equal(counts))
		return false;
	if (ratio == 1)
		type = pair->same_source ? RELATION_REPEAT : RELATION_AGREE;
	else if (ratio > RATIO_MAX && counts->overlap < OVERLAP_SURE)
		return false;
	else if (has_moved(pair, counts, y.low >= x.high))
		type = RELATION_EVOLVE;
	if (counts->apart && type != RELATION_EVOLVE)
		return false;
	if (type == RELATION_CONFLICT && pair->same_document &&
	    pair->same_source)
		return false;
	add_figure(&reason, pair->a, counts->s);
	buffer_add(&reason, SLICE(" / "));
	add_figure(&reason, pair->b, counts->t);
	add_noun(&reason, pair->b, counts->t);
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, type, KIND_NUMERIC,
	    0.5 + 0.5 * counts->overlap, &reason);
	found->topic = counts->happened;
	return true;
}

bool
numeric_differs(const struct pair *pair)
{
	bool both = false;

	for (size_t i = 0; i < pair->a->figures.count; i++) {
		for (size_t j = 0; j < pair->b->figures.count; j++) {
			struct counts counts = {
				.s = &pair->a->figures.at[i],
				.t = &pair->b->figures.at[j]
			};

			if (is_no_count(pair->a, counts.s) ||
			    is_no_count(pair->b, counts.t))
				continue;
			if (counts.s->low == counts.t->low &&
			    counts.s->high == counts.t->high)
				return false;
			both = true;
		}
	}
	return both;
}

/* Does another figure tell the same sum or count, nearly to the digit? */
static bool
is_met(const struct figure *figure, const struct figures *others,
    const struct figure *compared)
{
	for (size_t i = 0; i < others->count; i++) {
		const struct figure *other = &others->at[i];

		if (other != compared && figure->low > FEW &&
		    slice_equal(figure->unit, other->unit) &&
		    fabs(figure->low - other->low) <=
		    ROUNDED * figure->low &&
		    fabs(figure->high - other->high) <= ROUNDED *
		    figure->high)
			return true;
	}
	return false;
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
			    !compare_counts(pair, &counts, &one) ||
			    (one.type == RELATION_CONFLICT && (is_met(
			    counts.s, &pair->b->figures, counts.t) ||
			    is_met(counts.t, &pair->a->figures, counts.s))))
				continue;
			if (!any || one.type == RELATION_CONFLICT)
				*found = one;
			any = true;
		}
	}
	return any;
}
