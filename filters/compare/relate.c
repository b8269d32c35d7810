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

#include "compare/blocks.h"
#include "compare/echo.h"
#include "compare/index.h"
#include "compare/rules.h"
#include "compare/setting.h"
#include "compare/verdict.h"

/* Relations of one type that a claim has, at most. */
enum { CONTESTED_MAX = 4, AGREED_MAX = 32 };

#define STORY_MIN 0.3		/* likeness of the articles of one story */
#define COSINE_STORY 0.03	/* of claims, in one story */
#define COSINE_ALONE 0.3	/* and in two */

/* ------------------------------------------------------------ one pair */

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

static bool
compare(struct relations *relations, const struct relate_options *options,
    const struct pair *pair, struct relation *best)
{
	if (!rules_find(pair, options, best))
		return false;
	if (options->explain)
		explain(relations, pair, best);
	return true;
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

/*
 * How many sides are told by a noun that is no part of the claim ("the lack of
 * willingness | to engage"): there the sentence speaks, not the source.
 */
static int
borrowed(const struct claims *claims, const struct relation *relation)
{
	const struct claim *a = &claims->at[relation->earlier];
	const struct claim *b = &claims->at[relation->later];

	return (a->whole && slice_is(a->form, "nominal")) +
	    (b->whole && slice_is(b->form, "nominal"));
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

	if (relation_rank(new->type) != relation_rank(old->type))
		return relation_rank(new->type) > relation_rank(old->type);
	if (borrowed(claims, new) != borrowed(claims, old))
		return borrowed(claims, new) < borrowed(claims, old);
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
	if (relation_rank(x->type) != relation_rank(y->type))
		return relation_rank(x->type) > relation_rank(y->type) ? -1 : 1;
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

/* How many relations of a type one claim may have. */
static size_t
most_of(enum relation_type type)
{
	return relation_rank(type) > 1 ? CONTESTED_MAX : AGREED_MAX;
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
		    most_of(relations->at[i].type))
			relations->at[kept++] = relations->at[i];
	relations->count = kept;
}

/* How alike the articles of a run are to the one whose turn it is. */
struct settings {
	float *likeness;	/* by article */
	uint32_t *asked;	/* 1 + the article it was asked for */
	struct spread spread;	/* the setting of the one whose turn it is */
	const struct article *article;	/* it, or NULL */
};

static void
turn_to(struct settings *settings, const struct claims *claims,
    const struct article *article)
{
	const struct article *old = settings->article;

	if (old)
		spread_clear(&settings->spread, old->setting,
		    old->setting_count);
	spread_set(&settings->spread, article->setting,
	    article->setting_count, claims->vocabulary.count);
	settings->article = article;
}

static double
likeness_of(struct settings *settings, const struct claims *claims,
    uint32_t article, uint32_t other)
{
	if (article == other)
		return 1;
	if (settings->asked[other] != article + 1) {
		settings->asked[other] = article + 1;
		if (settings->article != &claims->articles[article])
			turn_to(settings, claims, &claims->articles[article]);
		settings->likeness[other] = (float)spread_shared(
		    &settings->spread, claims->articles[other].setting,
		    claims->articles[other].setting_count);
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
	double cosine = candidate->score / ((double)claim->length *
	    candidate->length);

	if (cosine < COSINE_STORY)
		return false;
	*setting = likeness_of(settings, claims, claim->article,
	    candidate->article);
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
		    &setting) || !rules_may_compare(claims,
		    options->window, &claims->at[other], claim))
			continue;
		pair_set(&pair, claims, &relations->arena, other, number);
		pair.setting = setting;
		if (compare(relations, options, &pair, &found))
			add(relations, claims, sentence_first, &found);
	}
	keep_best(relations, claim_first);
}

/* Learned relations as they are found, beside those of the rules. */
struct judging {
	struct relations *relations;
	const struct claims *claims;
	const struct relate_options *options;
	size_t first;		/* relation of the article */
};

static void
judge(void *context, const struct pair *pair, const float *evidence,
    const struct relation *rule)
{
	struct judging *judging = context;
	struct relation found;

	if (!verdict_find(judging->options->verdict, pair, evidence, rule,
	    judging->options, &found))
		return;
	/* the rule's reason says more */
	if (rule && rule->type == found.type) {
		found.kind = rule->kind;
		found.reason = rule->reason;
		found.topic = rule->topic;
		found.confidence = rule->confidence;
	}
	add(judging->relations, judging->claims, judging->first, &found);
}

/* Put them in order; of those of one claim, so many of each type stay. */
static void
finish(struct relations *relations, const struct claims *claims,
    int32_t since)
{
	struct relations kept = { .at = relations->at };

	echoes_drop(relations, claims);
	if (relations->count > 0)
		qsort(relations->at, relations->count,
		    sizeof *relations->at, by_later);
	for (size_t i = 0, next; i < relations->count; i = next) {
		size_t of_type[RELATION_COUNT] = { 0 };

		for (next = i; next < relations->count &&
		    relations->at[next].later == relations->at[i].later;
		    next++) {
			const struct relation *one = &relations->at[next];

			if (claims_is_since(claims, one->later, since) &&
			    of_type[one->type]++ < most_of(one->type))
				kept.at[kept.count++] = *one;
		}
	}
	relations->count = kept.count;
	relations->paired = memory_new(claims->count + 1,
	    sizeof *relations->paired);
	for (size_t i = 0; i < relations->count; i++)
		relations->paired[relations->at[i].earlier] =
		    relations->paired[relations->at[i].later] = true;
}

void
relate(struct relations *relations, const struct claims *claims,
    const struct relate_options *options)
{
	struct order *order = order_claims(claims);
	struct index index = { 0 };
	struct settings settings = {
		.likeness = memory_new(claims->article_count + 1,
		    sizeof(float)),
		.asked = memory_new(claims->article_count + 1,
		    sizeof(uint32_t))
	};
	struct blocks blocks = { .profiles = options->profiles,
		.glance = options->verdict ? options->verdict->glance : NULL,
		.arena = &relations->arena };
	struct judging judging = { relations, claims, options, 0 };
	const struct claim *before = NULL;
	size_t first = 0;	/* relation of the sentence being read */

	for (size_t i = 0; i < claims->count; i++) {
		uint32_t number = order[i].claim;
		uint32_t article = claims->at[number].article;

		if (!before || !same_sentence(before, &claims->at[number]))
			first = relations->count;
		before = &claims->at[number];
		relate_claim(relations, claims, options, &index, &settings,
		    number, first);
		index_add(&index, claims, number);
		if (!options->verdict || (i + 1 < claims->count && claims->at[
		    order[i + 1].claim].article == article))
			continue;
		blocks_compare_article(&blocks, article, options, judge,
		    &judging);
		judging.first = relations->count;
	}
	finish(relations, claims, options->since);
	blocks_free(&blocks);
	index_free(&index);
	free(settings.likeness);
	free(settings.asked);
	spread_free(&settings.spread);
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
