/*
 * Evidence of words: how much two claims share, word for word, in words near
 * in meaning, and in their sentences; what is rare in the story counts most.
 */
#include "compare/evidence.h"

#include <math.h>

#define NEAR_MIN 0.35f		/* cosine of two words that says something */

static float
likeness(const struct profile_word *u, const struct profile_word *v)
{
	float cosine;

	if (u->term == v->term)
		return 1;
	if (!u->vector || !v->vector)
		return 0;
	cosine = vectors_cosine(u->vector, v->vector);
	return cosine > NEAR_MIN ? cosine : 0;
}

/* How much of b's words a has, or words near them, and the reverse. */
static void
find_soft(float *evidence, const struct profile *a, const struct profile *b)
{
	float best_b[PROFILE_WORDS] = { 0 }, sum_a = 0, sum_b = 0;
	float soft_a, soft_b;

	for (uint32_t i = 0; i < a->word_count; i++) {
		float best = 0;

		for (uint32_t j = 0; j < b->word_count; j++) {
			float like = likeness(&a->words[i], &b->words[j]);

			if (like > best)
				best = like;
			if (like > best_b[j])
				best_b[j] = like;
		}
		sum_a += best * a->words[i].weight;
	}
	for (uint32_t j = 0; j < b->word_count; j++)
		sum_b += best_b[j] * b->words[j].weight;
	soft_a = a->word_weight > 0 ? sum_a / a->word_weight : 0;
	soft_b = b->word_weight > 0 ? sum_b / b->word_weight : 0;
	evidence[EVIDENCE_soft] = (soft_a + soft_b) / 2;
	evidence[EVIDENCE_soft_least] = fminf(soft_a, soft_b);
	evidence[EVIDENCE_soft_most] = fmaxf(soft_a, soft_b);
}

/* The pairs of words near in meaning, not the same; and verbs. */
static void
find_near(float *evidence, const struct profile *a, const struct profile *b)
{
	float top = 0, verbs = 0;

	for (uint32_t i = 0; i < a->word_count; i++)
		for (uint32_t j = 0; j < b->word_count; j++) {
			const struct profile_word *u = &a->words[i];
			const struct profile_word *v = &b->words[j];
			float like = likeness(u, v);
			float weight = u->weight < v->weight ? u->weight :
			    v->weight;

			if (u->verb && v->verb && like > verbs)
				verbs = like;
			if (u->term != v->term && like * weight > top)
				top = like * weight;
		}
	evidence[EVIDENCE_soft_top] = top;
	evidence[EVIDENCE_verbs_alike] = verbs;
}

static bool
is_entity(const struct pair *pair, uint32_t term)
{
	return vocabulary_name(&pair->claims->vocabulary, term).at[0] == '=';
}

/* What both claims hold, and in how few claims of their articles it stands. */
static void
find_shared(float *evidence, const struct pair *pair,
    const uint16_t *frequency)
{
	const struct claim *a = pair->a, *b = pair->b;
	float entities_a = 0, entities_b = 0, shared = 0, both = 0;

	for (uint32_t i = 0; i < a->term_count; i++)
		entities_a += is_entity(pair, a->terms[i].id);
	for (uint32_t j = 0; j < b->term_count; j++)
		entities_b += is_entity(pair, b->terms[j].id);
	for (uint32_t i = 0, j = 0; i < a->term_count &&
	    j < b->term_count;) {
		uint32_t term = a->terms[i].id;
		float weight = a->terms[i].weight, rare;

		if (term != b->terms[j].id) {
			*(term < b->terms[j].id ? &i : &j) += 1;
			continue;
		}
		i++;
		j++;
		if (vocabulary_name(&pair->claims->vocabulary, term).at[0] ==
		    '~')
			continue;
		rare = weight / (float)frequency[term];
		both += is_entity(pair, term);
		shared++;
		evidence[EVIDENCE_shared] += weight;
		evidence[EVIDENCE_shared_max] =
		    fmaxf(evidence[EVIDENCE_shared_max], weight);
		evidence[EVIDENCE_story_shared] += rare;
		evidence[EVIDENCE_story_max] =
		    fmaxf(evidence[EVIDENCE_story_max], rare);
		evidence[EVIDENCE_story_mutual] +=
		    frequency[term] <= 2;
	}
	evidence[EVIDENCE_shared_terms] = shared;
	evidence[EVIDENCE_entities_shared] = both;
	evidence[EVIDENCE_entities_alike] = entities_a + entities_b > both ?
	    both / (entities_a + entities_b - both) : 0;
	evidence[EVIDENCE_entities_apart] = fminf(entities_a, entities_b) -
	    both;
}

static void
find_sentences(float *evidence, const struct profile *a,
    const struct profile *b, const uint16_t *frequency)
{
	float lengths = a->sentence_length * b->sentence_length;

	evidence[EVIDENCE_sentence] = lengths > 0 ? (float)terms_shared(
	    a->sentence, a->sentence_count, b->sentence,
	    b->sentence_count) / lengths : 0;
	for (uint32_t i = 0, j = 0; i < a->sentence_count &&
	    j < b->sentence_count;) {
		uint32_t term = a->sentence[i].id;

		if (term != b->sentence[j].id) {
			*(term < b->sentence[j].id ? &i : &j) += 1;
			continue;
		}
		evidence[EVIDENCE_sentence_story] += a->sentence[i].weight /
		    fmaxf(1, frequency[term]);
		i++;
		j++;
	}
}

static void
find_lemmas(float *evidence, const struct profile *a, const struct profile *b)
{
	uint32_t shared = 0, least;

	for (uint32_t i = 0, j = 0; i < a->lemma_count &&
	    j < b->lemma_count;) {
		if (a->lemmas[i] == b->lemmas[j]) {
			shared++;
			i++;
			j++;
		} else if (a->lemmas[i] < b->lemmas[j]) {
			i++;
		} else {
			j++;
		}
	}
	least = a->lemma_count < b->lemma_count ? a->lemma_count :
	    b->lemma_count;
	if (least == 0)
		return;
	evidence[EVIDENCE_lemmas_alike] = (float)shared /
	    (float)(a->lemma_count + b->lemma_count - shared);
	evidence[EVIDENCE_lemmas_held] = (float)shared / (float)least;
}

/* The word of a clause's predicate in the profile, or NULL. */
static const struct profile_word *
predicate(const struct claim *claim, const struct clause *clause,
    const struct profile *profile)
{
	for (uint32_t i = 0; clause->verb != TERM_NONE &&
	    i < profile->word_count; i++)
		if (profile->words[i].term == claim->words[clause->verb].term)
			return &profile->words[i];
	return NULL;
}

static void
find_alignment(float *evidence, const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	const struct alignment *best = pair_best_alignment(pair);
	const struct profile_word *u, *v;

	if (!best)
		return;
	u = predicate(pair->a, best->a, a);
	v = predicate(pair->b, best->b, b);
	if (u && v) {
		evidence[EVIDENCE_verbs_near] = likeness(u, v);
		evidence[EVIDENCE_verbs_denied] = u->negated != v->negated;
	}
	evidence[EVIDENCE_cover] = (float)best->cover;
	evidence[EVIDENCE_overlap] = (float)best->overlap;
	evidence[EVIDENCE_subjects_apart] = best->subjects_apart;
	evidence[EVIDENCE_same_subject] = pair_same_subject(pair, best);
	evidence[EVIDENCE_same_predicate] = pair_same_predicate(pair, best);
}

void
evidence_glance_words(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b,
    const uint16_t *frequency)
{
	float mean = 0, sentence_mean = 0;

	for (size_t d = 0; d < VECTOR_SIZE; d++) {
		mean += a->mean[d] * b->mean[d];
		sentence_mean += a->sentence_mean[d] * b->sentence_mean[d];
	}
	evidence[EVIDENCE_sentence_mean] = sentence_mean;
	evidence[EVIDENCE_cosine] = (float)pair->cosine;
	evidence[EVIDENCE_mean] = mean;
	evidence[EVIDENCE_words_least] = (float)(a->word_count <
	    b->word_count ? a->word_count : b->word_count);
	evidence[EVIDENCE_words_most] = (float)(a->word_count >
	    b->word_count ? a->word_count : b->word_count);
	find_shared(evidence, pair, frequency);
	find_sentences(evidence, a, b, frequency);
}

void
evidence_of_words(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	find_soft(evidence, a, b);
	find_near(evidence, a, b);
	find_lemmas(evidence, a, b);
	find_alignment(evidence, pair, a, b);
}
