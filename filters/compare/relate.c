/*
 * All relations of a set of claims.
 *
 * Claims are taken in the order of their dates.  Each is held against the
 * earlier ones that the index offers; the detectors look at a pair one after
 * the other, and the surest conflict counts, then a change, then agreement.
 * One pair of sentences has one relation of each type, so that a claim and the
 * one inside it do not say the same thing twice.
 */
#include "compare/relate.h"

#include <stdlib.h>

#include "compare/detect.h"
#include "compare/index.h"
#include "compare/setting.h"

/* Relations of one type that a claim has, at most. */
enum { CONTESTED_MAX = 4, AGREED_MAX = 32 };

#define STORY_MIN 0.3		/* likeness of the articles of one story */
#define COSINE_STORY 0.03	/* of claims, in one story */
#define COSINE_ALONE 0.3	/* and in two */

typedef bool detector(const struct pair *, struct relation *);

/* Claims in the same words can only be given to two speakers or said again. */
static detector *const for_equal[] = { detect_attribution, detect_paraphrase };

static detector *const detectors[] = {
	detect_attribution, detect_exchange, detect_negation, detect_antonym,
	detect_existence, detect_modality,
	detect_numeric, detect_temporal, detect_blame, detect_position,
	detect_assessment, detect_paraphrase, detect_event
};

/* Which type counts when detectors differ: the higher. */
static const int rank[RELATION_COUNT] = {
	[RELATION_CONFLICT] = 3, [RELATION_EVOLVE] = 2,
	[RELATION_REPEAT] = 1, [RELATION_AGREE] = 1, [RELATION_ONLY] = 0
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

/* May two claims of one article be held against each other at all? */
static bool
may_compare_inside(const struct claims *claims, const struct claim *a,
    const struct claim *b)
{
	if (a->source == b->source || spans_meet(a->span, b->span))
		return false;
	return !is_ancestor(claims, a, b) && !is_ancestor(claims, b, a);
}

static bool
may_compare(const struct claims *claims, const struct relate_options *options,
    const struct claim *a, const struct claim *b)
{
	int32_t x = claims->articles[a->article].day;
	int32_t y = claims->articles[b->article].day;

	if (a->withdrawn || b->withdrawn)
		return false;
	if (a->article == b->article)
		return may_compare_inside(claims, a, b);
	return options->window == SIZE_MAX || x == DAY_NONE ||
	    y == DAY_NONE || (size_t)abs(y - x) <= options->window;
}

/* ------------------------------------------------------------ one pair */

static bool
is_better(const struct relation *new, const struct relation *old)
{
	return rank[new->type] > rank[old->type] ||
	    (rank[new->type] == rank[old->type] &&
	    new->confidence > old->confidence);
}

static void
explain(struct relations *relations, const struct pair *pair,
    struct relation *found)
{
	struct buffer why = { 0 };

	buffer_printf(&why, "alike %.2f, articles %.2f; shared:",
	    pair->cosine, pair->setting);
	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *alignment = &pair->alignments[i];

		if (alignment->count < 2)
			continue;
		buffer_printf(&why, " [%.2f", alignment->overlap);
		for (uint32_t t = 0; t < alignment->count; t++) {
			buffer_add_byte(&why, ' ');
			buffer_add(&why, vocabulary_name(
			    &pair->claims->vocabulary, alignment->terms[t]));
		}
		buffer_add_byte(&why, ']');
	}
	found->why = arena_copy(&relations->arena, buffer_slice(&why));
	buffer_free(&why);
}

/* Are both claims, with the cue where it counts, in the same words? */
static bool
is_verbatim(const struct pair *pair)
{
	struct slice a = claim_text(pair->a, pair->a->view);

	return a.length > 0 && slice_equal(a, claim_text(pair->b,
	    pair->b->view));
}

static bool
compare(struct relations *relations, const struct relate_options *options,
    const struct pair *pair, struct relation *best)
{
	bool equal = is_verbatim(pair), any = false;
	detector *const *list = equal ? for_equal : detectors;
	size_t count = equal ? sizeof for_equal / sizeof *for_equal :
	    sizeof detectors / sizeof *detectors;
	struct relation found;

	for (size_t i = 0; i < count; i++) {
		if ((any && list[i] == detect_event) ||
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
	if (any && options->explain)
		explain(relations, pair, best);
	return any;
}

/* ------------------------------------------------------- the best of many */

/*
 * A state moves from its last report: of the changes of one kind that end in
 * a claim, the one from the same source counts first, then the latest.
 */
static bool
is_nearer_change(const struct claims *claims, const struct relation *new,
    const struct relation *old)
{
	const struct claim *later = &claims->at[new->later];
	const struct claim *n = &claims->at[new->earlier];
	const struct claim *o = &claims->at[old->earlier];
	bool same_new = later->source != TERM_NONE &&
	    n->source == later->source;
	bool same_old = later->source != TERM_NONE &&
	    o->source == later->source;
	int32_t day_new = claims->articles[n->article].day;
	int32_t day_old = claims->articles[o->article].day;

	if (same_new != same_old)
		return same_new;
	if (day_new != day_old)
		return day_new > day_old;
	return new->confidence > old->confidence;
}

static bool
same_sentence(const struct claim *a, const struct claim *b)
{
	return a->article == b->article &&
	    a->sentence.start == b->sentence.start;
}

/* The more telling of two relations between the same two sentences. */
static bool
tells_more(const struct claims *claims, const struct relation *new,
    const struct relation *old)
{
	int news = !claim_is_narrator(&claims->at[new->earlier]) +
	    !claim_is_narrator(&claims->at[new->later]);
	int olds = !claim_is_narrator(&claims->at[old->earlier]) +
	    !claim_is_narrator(&claims->at[old->later]);

	if (rank[new->type] != rank[old->type])
		return rank[new->type] > rank[old->type];
	if (news != olds)
		return news > olds;
	return new->confidence > old->confidence;
}

/*
 * Add a relation, unless one of the same later sentence, from first on, already
 * says as much.
 */
static void
add(struct relations *relations, const struct claims *claims,
    size_t first, const struct relation *new)
{
	for (size_t i = first; i < relations->count; i++) {
		struct relation *old = &relations->at[i];

		if (!same_sentence(&claims->at[new->later],
		    &claims->at[old->later]))
			continue;
		if (same_sentence(&claims->at[new->earlier],
		    &claims->at[old->earlier])) {
			if (tells_more(claims, new, old))
				*old = *new;
			return;
		}
		if (new->type == RELATION_EVOLVE &&
		    old->type == RELATION_EVOLVE && new->kind == old->kind) {
			if (is_nearer_change(claims, new, old))
				*old = *new;
			return;
		}
	}
	MEMORY_GROW(relations->at, relations->count, relations->capacity);
	relations->at[relations->count++] = *new;
}

/* ------------------------------------------------------------------- all */

struct order {
	int32_t day;
	uint32_t claim;
};

static int
by_day(const void *a, const void *b)
{
	const struct order *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static int
by_later(const void *a, const void *b)
{
	const struct relation *x = a, *y = b;

	if (x->later != y->later)
		return x->later < y->later ? -1 : 1;
	if (rank[x->type] != rank[y->type])
		return rank[x->type] > rank[y->type] ? -1 : 1;
	if (x->confidence != y->confidence)
		return x->confidence > y->confidence ? -1 : 1;
	return x->earlier < y->earlier ? -1 : x->earlier > y->earlier;
}

static struct order *
order_claims(const struct claims *claims)
{
	struct order *order = memory_new(claims->count + 1, sizeof *order);

	for (uint32_t i = 0; i < claims->count; i++)
		order[i] = (struct order){
			claims->articles[claims->at[i].article].day, i };
	qsort(order, claims->count, sizeof *order, by_day);
	return order;
}

/* Of the relations of one claim from first on, so many of each type stay. */
static void
keep_best(struct relations *relations, size_t first)
{
	size_t kept = first, of_type[RELATION_COUNT] = { 0 };

	if (relations->count - first < 2)
		return;
	qsort(&relations->at[first], relations->count - first,
	    sizeof *relations->at, by_later);
	for (size_t i = first; i < relations->count; i++)
		if (of_type[relations->at[i].type]++ <
		    (rank[relations->at[i].type] > 1 ? CONTESTED_MAX :
		    AGREED_MAX))
			relations->at[kept++] = relations->at[i];
	relations->count = kept;
}

/* How alike the articles of a run are to the one whose turn it is. */
struct settings {
	float *likeness;	/* by article */
	uint32_t *asked;	/* 1 + the article it was asked for */
};

static double
likeness_of(struct settings *settings, const struct claims *claims,
    uint32_t article, uint32_t other)
{
	if (article == other)
		return 1;
	if (settings->asked[other] != article + 1) {
		settings->asked[other] = article + 1;
		settings->likeness[other] = (float)setting_likeness(
		    &claims->articles[article], &claims->articles[other]);
	}
	return settings->likeness[other];
}

/*
 * Can two claims be of one thing?  Articles of one story, whose claims share
 * something; or claims so alike that it does not matter.
 */
static bool
is_worth_it(const struct claims *claims, struct settings *settings,
    const struct claim *claim, const struct candidate *candidate,
    double *setting)
{
	const struct claim *other = &claims->at[candidate->claim];
	double cosine = candidate->score / ((double)claim->length *
	    other->length);

	if (cosine < COSINE_STORY)
		return false;
	*setting = likeness_of(settings, claims, claim->article,
	    other->article);
	return *setting >= STORY_MIN || cosine >= COSINE_ALONE;
}

static void
relate_claim(struct relations *relations, const struct claims *claims,
    const struct relate_options *options, struct index *index,
    struct settings *settings, uint32_t number, size_t sentence_first)
{
	const struct claim *claim = &claims->at[number];
	size_t count = index_find(index, claims, number);
	size_t claim_first = relations->count;
	struct relation found;
	struct pair pair;

	for (size_t i = 0; i < count; i++) {
		uint32_t other = index->found[i].claim;
		double setting;

		if (!is_worth_it(claims, settings, claim, &index->found[i],
		    &setting) || !may_compare(claims, options,
		    &claims->at[other], claim))
			continue;
		pair_set(&pair, claims, &relations->arena, other, number);
		pair.setting = setting;
		if (compare(relations, options, &pair, &found))
			add(relations, claims, sentence_first, &found);
	}
	keep_best(relations, claim_first);
}

void
relate(struct relations *relations, const struct claims *claims,
    const struct relate_options *options)
{
	struct order *order = order_claims(claims);
	struct index index = { 0 };
	struct settings settings = {
		memory_new(claims->article_count + 1, sizeof(float)),
		memory_new(claims->article_count + 1, sizeof(uint32_t))
	};
	const struct claim *before = NULL;
	size_t first = 0;	/* relation of the sentence being read */

	for (size_t i = 0; i < claims->count; i++) {
		uint32_t number = order[i].claim;

		if (!before || !same_sentence(before, &claims->at[number]))
			first = relations->count;
		before = &claims->at[number];
		relate_claim(relations, claims, options, &index, &settings,
		    number, first);
		index_add(&index, claims, number);
	}
	if (relations->count > 0)
		qsort(relations->at, relations->count,
		    sizeof *relations->at, by_later);
	relations->paired = memory_new(claims->count + 1,
	    sizeof *relations->paired);
	for (size_t i = 0; i < relations->count; i++)
		relations->paired[relations->at[i].earlier] =
		    relations->paired[relations->at[i].later] = true;
	index_free(&index);
	free(settings.likeness);
	free(settings.asked);
	free(order);
}

void
relations_free(struct relations *relations)
{
	arena_free(&relations->arena);
	free(relations->at);
	free(relations->paired);
	*relations = (struct relations){ 0 };
}
