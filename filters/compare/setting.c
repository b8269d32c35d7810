/*
 * Settings.  See setting.h.
 */
#include "compare/setting.h"

#include <math.h>
#include <stdlib.h>

#include "text/token.h"

enum {
	NEIGHBOURS = ARTICLE_NEAREST,
	LOOKED_AT = 4096,	/* entries of posting lists, for one article */
	SETTING_TERMS = 160,
	GENERAL_ARTICLES = 200,	/* of general English, as those at hand may be
				   few */
	RATE_BASE = 10000
};

#define NEIGHBOUR_SHARE 3.0	/* what all neighbours weigh, the article 1 */
#define LIKENESS_BASE 0.5	/* few or far neighbours weigh less */

/* An article's words, as they are counted. */
struct bag {
	struct term *terms;	/* the weight is how often */
	uint32_t count;
	size_t capacity;
};

struct posting {
	uint32_t article;
	float weight;
};

struct neighbour {
	uint32_t article;
	double likeness;
};

/* The articles that have a term stand in postings from first[term] on. */
struct lists {
	struct posting *postings;
	uint32_t *first;
	double *scores;		/* by article; 0 between two searches */
	uint32_t *touched;
};

/* ----------------------------------------------- what an article is about */

/* In how many articles of general English a term stands. */
static double
general_frequency(const struct claims *claims, uint32_t term)
{
	struct slice name = vocabulary_name(&claims->vocabulary, term);

	return name.at[0] == '=' ? 0.5 : 0.5 + knowledge_rate(
	    claims->knowledge, name) * (double)GENERAL_ARTICLES / RATE_BASE;
}

static void
bag_add(struct bag *bag, uint32_t id)
{
	MEMORY_GROW(bag->terms, bag->count, bag->capacity);
	bag->terms[bag->count++] = (struct term){ id, 1 };
}

/* A name counts as a whole and by its words: "Promises Treatment Center" and
   "Promises" are near each other; figures count as they are written. */
static void
bag_add_word(struct bag *bag, const struct word *word)
{
	if (word->flags & WORD_CONTENT)
		bag_add(bag, word->term);
	if ((word->flags & WORD_ENTITY && !(word->flags & WORD_PRONOUN)) ||
	    (!(word->flags & WORD_ENTITY) && word->tag == TAG_CD))
		bag_add(bag, word->lemma);
}

/* Claims of one sentence share its words: each word counts once. */
static void
fill_bag(const struct claims *claims, const struct article *article,
    struct bag *bag)
{
	uint32_t next = 0;	/* byte of the article */

	bag->count = 0;
	for (uint32_t i = article->first; i < article->last; i++) {
		const struct claim *claim = &claims->at[i];

		for (uint32_t w = 0; w < claim->word_count; w++) {
			const struct word *word = &claim->words[w];

			if (word->start < next)
				continue;
			bag_add_word(bag, word);
			next = word->start + 1;
		}
		if (!claim_is_narrator(claim) &&
		    !memchr(claim->source_id.at, '@', claim->source_id.length))
			bag_add(bag, claim->source);
	}
	bag->count = terms_sum(bag->terms, bag->count);
}

/* Weigh by use here and by rarity among the articles; keep the heaviest. */
static void
describe(struct claims *claims, struct article *article, struct bag *bag,
    const uint32_t *frequency)
{
	uint32_t count;

	for (uint32_t t = 0; t < bag->count; t++) {
		double general = general_frequency(claims, bag->terms[t].id);

		bag->terms[t].weight = (float)((1 + log(bag->terms[t].weight)) *
		    log((GENERAL_ARTICLES + (double)claims->article_count) /
		    (frequency[bag->terms[t].id] + general)));
	}
	terms_rank(bag->terms, bag->count);
	count = bag->count < ARTICLE_TERMS ? bag->count : ARTICLE_TERMS;
	terms_sort(bag->terms, count);
	article->terms = arena_new(&claims->arena, count + 1,
	    sizeof *article->terms);
	memcpy(article->terms, bag->terms, count * sizeof *article->terms);
	article->term_count = count;
	article->length = terms_length(article->terms, count);
}

static void
describe_articles(struct claims *claims)
{
	uint32_t *frequency = memory_new(claims->vocabulary.count + 1,
	    sizeof *frequency);
	struct bag bag = { 0 };

	for (size_t i = 0; i < claims->article_count; i++) {
		fill_bag(claims, &claims->articles[i], &bag);
		for (uint32_t t = 0; t < bag.count; t++)
			frequency[bag.terms[t].id]++;
	}
	for (size_t i = 0; i < claims->article_count; i++) {
		fill_bag(claims, &claims->articles[i], &bag);
		describe(claims, &claims->articles[i], &bag, frequency);
	}
	free(bag.terms);
	free(frequency);
}

/* -------------------------------------------------- the nearest of it all */

static struct lists
lists_make(const struct claims *claims)
{
	size_t terms = claims->vocabulary.count, total = 0;
	struct lists lists = {
		.first = memory_new(terms + 2, sizeof *lists.first),
		.scores = memory_new(claims->article_count + 1,
		    sizeof *lists.scores),
		.touched = memory_new(LOOKED_AT, sizeof *lists.touched),
	};

	for (size_t i = 0; i < claims->article_count; i++)
		for (uint32_t t = 0; t < claims->articles[i].term_count; t++)
			lists.first[claims->articles[i].terms[t].id + 2]++;
	for (size_t t = 2; t < terms + 2; t++)
		lists.first[t] += lists.first[t - 1];
	total = lists.first[terms + 1];
	lists.postings = memory_new(total + 1, sizeof *lists.postings);
	for (uint32_t i = 0; i < claims->article_count; i++) {
		const struct article *article = &claims->articles[i];

		for (uint32_t t = 0; t < article->term_count; t++)
			lists.postings[lists.first[article->terms[t].id +
			    1]++] = (struct posting){ i,
			    article->terms[t].weight };
	}
	return lists;
}

static void
lists_free(struct lists *lists)
{
	free(lists->postings);
	free(lists->first);
	free(lists->scores);
	free(lists->touched);
}

/* Insert in order, the most alike first; returns the new number. */
static size_t
keep_nearest(struct neighbour nearest[NEIGHBOURS], size_t count,
    uint32_t article, double likeness)
{
	size_t at = count < NEIGHBOURS ? count : NEIGHBOURS - 1;

	if (count == NEIGHBOURS && nearest[at].likeness >= likeness)
		return count;
	for (; at > 0 && (nearest[at - 1].likeness < likeness ||
	    (nearest[at - 1].likeness == likeness &&
	    nearest[at - 1].article > article)); at--)
		nearest[at] = nearest[at - 1];
	nearest[at] = (struct neighbour){ article, likeness };
	return count < NEIGHBOURS ? count + 1 : count;
}

/* The articles most like one, of its group; its rarest terms count first. */
static size_t
find_nearest(const struct claims *claims, struct lists *lists,
    uint32_t number, struct neighbour nearest[NEIGHBOURS])
{
	const struct article *article = &claims->articles[number];
	struct term terms[ARTICLE_TERMS];
	size_t looked = 0, touched = 0, count = 0;

	memcpy(terms, article->terms, article->term_count * sizeof *terms);
	terms_rank(terms, article->term_count);
	for (uint32_t t = 0; t < article->term_count; t++) {
		uint32_t end = lists->first[terms[t].id + 1];

		for (uint32_t i = lists->first[terms[t].id]; i < end &&
		    looked < LOOKED_AT; i++, looked++) {
			const struct posting *posting = &lists->postings[i];

			if (posting->article == number || claims->articles[
			    posting->article].group != article->group)
				continue;
			if (lists->scores[posting->article] == 0)
				lists->touched[touched++] = posting->article;
			lists->scores[posting->article] +=
			    (double)terms[t].weight * posting->weight;
		}
	}
	for (size_t i = 0; i < touched; i++) {
		uint32_t other = lists->touched[i];

		count = keep_nearest(nearest, count, other,
		    lists->scores[other] / (article->length *
		    claims->articles[other].length));
		lists->scores[other] = 0;
	}
	return count;
}

static void
add_terms(const struct article *article, double factor, struct term *terms,
    uint32_t *count)
{
	for (uint32_t t = 0; t < article->term_count; t++) {
		terms[*count] = article->terms[t];
		terms[(*count)++].weight *= (float)(factor / article->length);
	}
}

static void
mix(struct claims *claims, struct article *article,
    const struct neighbour *nearest, size_t count)
{
	struct term terms[ARTICLE_TERMS * (NEIGHBOURS + 1)];
	uint32_t used = 0;
	double sum = LIKENESS_BASE, length;

	for (size_t i = 0; i < count; i++)
		sum += nearest[i].likeness;
	add_terms(article, 1, terms, &used);
	for (size_t i = 0; i < count; i++)
		add_terms(&claims->articles[nearest[i].article],
		    NEIGHBOUR_SHARE * nearest[i].likeness / sum, terms,
		    &used);
	used = terms_sum(terms, used);
	terms_rank(terms, used);
	if (used > SETTING_TERMS)
		used = SETTING_TERMS;
	terms_sort(terms, used);
	length = terms_length(terms, used);
	article->setting = arena_new(&claims->arena, used + 1, sizeof *terms);
	article->setting_count = used;
	for (uint32_t t = 0; t < used; t++)
		article->setting[t] = (struct term){ terms[t].id,
			(float)(terms[t].weight / length) };
}

void
settings_find(struct claims *claims)
{
	struct lists lists;
	struct neighbour nearest[NEIGHBOURS];

	describe_articles(claims);
	lists = lists_make(claims);
	for (uint32_t i = 0; i < claims->article_count; i++) {
		size_t count = claims->articles[i].term_count ?
		    find_nearest(claims, &lists, i, nearest) : 0;

		mix(claims, &claims->articles[i], nearest, count);
		for (size_t n = 0; n < count; n++)
			claims->articles[i].nearest[n] = nearest[n].article;
		claims->articles[i].nearest_count = (uint32_t)count;
	}
	lists_free(&lists);
}

double
setting_likeness(const struct article *x, const struct article *y)
{
	return terms_shared(x->setting, x->setting_count, y->setting,
	    y->setting_count);
}
