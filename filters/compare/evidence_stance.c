/*
 * Evidence of stance: what is denied, what is judged and how, who is blamed,
 * how sure a claim is; words that mean the opposite.
 */
#include "compare/evidence.h"

#include <math.h>
#include <stdlib.h>

#include "compare/fact.h"

#define NEAR_MIN 0.5f

static const struct profile_word *
word_of(const struct profile *profile, uint32_t term)
{
	for (uint32_t i = 0; i < profile->word_count; i++)
		if (profile->words[i].term == term)
			return &profile->words[i];
	return NULL;
}

static void
find_negation(float *evidence, const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	bool minus_a = slice_is(pair->a->polarity, "neg");
	bool minus_b = slice_is(pair->b->polarity, "neg");

	for (uint32_t i = 0; i < a->word_count; i++) {
		const struct profile_word *u = &a->words[i];
		const struct profile_word *v = word_of(b, u->term);

		if (!v)
			continue;
		if (u->negated != v->negated)
			evidence[EVIDENCE_negated_apart] += u->weight;
		else if (u->negated)
			evidence[EVIDENCE_negated_same] += u->weight;
	}
	evidence[EVIDENCE_polarity_apart] = minus_a != minus_b;
	evidence[EVIDENCE_both_negative] = minus_a && minus_b;
	evidence[EVIDENCE_negators] = (float)(a->negators + b->negators);
	evidence[EVIDENCE_negators_apart] = (float)abs((int)a->negators -
	    (int)b->negators);
	evidence[EVIDENCE_none_apart] = ((a->marks ^ b->marks) & MARK_NONE) !=
	    0;
	evidence[EVIDENCE_assertion] = (float)(a->assertion * b->assertion);
	evidence[EVIDENCE_deny_both] = a->assertion < 0 && b->assertion < 0;
}

/* Does a word stand, by its concept, among the opposites of another? */
static bool
is_among(const struct slice opposites[PROFILE_OPPOSITES], struct slice concept)
{
	for (size_t i = 0; i < PROFILE_OPPOSITES; i++)
		if (opposites[i].length &&
		    slice_equal(opposites[i], concept))
			return true;
	return false;
}

/* Words near the opposite of the other; near ones, one of them denied. */
static void
find_near_opposites(float *evidence, const struct profile_word *u,
    const struct profile_word *v)
{
	float weight = fminf(u->weight, v->weight), near = 0;

	if (!u->vector || !v->vector)
		return;
	if (u->opposite)
		near = vectors_cosine(u->opposite, v->vector);
	if (v->opposite)
		near = fmaxf(near, vectors_cosine(v->opposite, u->vector));
	if (u->negated == v->negated && near > NEAR_MIN)
		evidence[EVIDENCE_opposed_near] = fmaxf(
		    evidence[EVIDENCE_opposed_near], near * weight);
	if (u->negated == v->negated)
		return;
	near = vectors_cosine(u->vector, v->vector);
	if (near > NEAR_MIN)
		evidence[EVIDENCE_negated_near] = fmaxf(
		    evidence[EVIDENCE_negated_near], near * weight);
}

static void
find_opposites(float *evidence, const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	const struct knowledge *knowledge = pair->claims->knowledge;
	const struct vocabulary *vocabulary = &pair->claims->vocabulary;

	for (uint32_t i = 0; i < a->word_count; i++)
		for (uint32_t j = 0; j < b->word_count; j++) {
			const struct profile_word *u = &a->words[i];
			const struct profile_word *v = &b->words[j];
			struct slice s, t;
			float weight = fminf(u->weight, v->weight);

			if (u->term == v->term)
				continue;
			find_near_opposites(evidence, u, v);
			if (!u->contrasts && !v->contrasts)
				continue;
			s = vocabulary_name(vocabulary, u->term);
			t = vocabulary_name(vocabulary, v->term);
			if (u->negated == v->negated &&
			    knowledge_opposed(knowledge, s, t))
				evidence[EVIDENCE_opposed] += weight;
			if (u->negated == v->negated &&
			    (is_among(u->opposites, t) ||
			    is_among(v->opposites, s)))
				evidence[EVIDENCE_opposed_kin] += weight;
			if (knowledge_exclusive(knowledge, s, t))
				evidence[EVIDENCE_exclusive] += weight;
			if (knowledge_converse(knowledge, s, t))
				evidence[EVIDENCE_converse] += weight;
		}
	evidence[EVIDENCE_tone_product] = a->tone * b->tone;
	evidence[EVIDENCE_tone_gap] = fabsf(a->tone - b->tone);
	evidence[EVIDENCE_valence_product] = a->valence * b->valence;
	evidence[EVIDENCE_valence_gap] = fabsf(a->valence - b->valence);
	evidence[EVIDENCE_valence_cross] = fmaxf(a->best - b->worst,
	    b->best - a->worst);
	evidence[EVIDENCE_tone_cross] = fmaxf(a->praise - b->scorn,
	    b->praise - a->scorn);
}

static void
find_facts(float *evidence, const struct pair *pair)
{
	for (uint32_t i = 0; i < pair->a->fact_count; i++)
		for (uint32_t j = 0; j < pair->b->fact_count; j++) {
			const struct fact *f = &pair->a->facts[i];
			const struct fact *g = &pair->b->facts[j];
			bool apart = (f->level > 0) != (g->level > 0);

			if (f->kind != g->kind)
				continue;
			if (f->kind == FACT_BLAME)
				evidence[EVIDENCE_blame_facts] =
				    f->name == g->name ? 1 : 2;
			else if (f->name != g->name)
				continue;
			else if (f->kind == FACT_ASSESSMENT)
				evidence[apart ? EVIDENCE_scale_apart :
				    EVIDENCE_scale_same] += 1;
			else
				evidence[apart ? EVIDENCE_positions_apart :
				    EVIDENCE_positions_same] += 1;
		}
}

static void
find_blame(float *evidence, const struct profile *a, const struct profile *b)
{
	bool same = slice_equal(a->blamed, b->blamed);
	bool two = a->blamed.length > 0 && b->blamed.length > 0;

	evidence[EVIDENCE_judgement_product] = (float)(a->judgement *
	    b->judgement);
	evidence[EVIDENCE_judgements] = (float)(a->judgement + b->judgement);
	evidence[EVIDENCE_position_product] = (float)(a->position *
	    b->position);
	evidence[EVIDENCE_blamed_same] = two && same;
	evidence[EVIDENCE_blamed_apart] = two && !same;
	evidence[EVIDENCE_blamed_backed] = (a->blamed.length > 0 &&
	    slice_equal(a->blamed, b->backed)) || (b->blamed.length > 0 &&
	    slice_equal(b->blamed, a->backed));
}

static void
find_modality(float *evidence, const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	const unsigned order = MARK_BEFORE | MARK_AFTER;
	const unsigned state = MARK_STILL | MARK_NOW;

	evidence[EVIDENCE_obligation] = (float)(a->obligation *
	    b->obligation);
	evidence[EVIDENCE_doubts_apart] = ((a->marks ^ b->marks) &
	    MARK_DOUBT) != 0;
	evidence[EVIDENCE_certainty_gap] = (float)abs(a->certainty -
	    b->certainty);
	evidence[EVIDENCE_certainty_least] = (float)(a->certainty <
	    b->certainty ? a->certainty : b->certainty);
	evidence[EVIDENCE_order_words] = ((a->marks ^ b->marks) & order) != 0;
	evidence[EVIDENCE_still_now] = ((a->marks | b->marks) & state) != 0;
	evidence[EVIDENCE_tenses_apart] = !slice_equal(pair->a->tense,
	    pair->b->tense);
	evidence[EVIDENCE_wished] = pair->wished;
}

static float
both(const struct profile *a, const struct profile *b, enum profile_role role)
{
	return (float)((a->role == role) + (b->role == role));
}

static float
marked(const struct profile *a, const struct profile *b, unsigned mark)
{
	return (float)(((a->marks & mark) != 0) + ((b->marks & mark) != 0));
}

static void
find_roles(float *evidence, const struct pair *pair, const struct profile *a,
    const struct profile *b)
{
	evidence[EVIDENCE_evaluations] = both(a, b, ROLE_EVALUATE);
	evidence[EVIDENCE_denials] = both(a, b, ROLE_DENY);
	evidence[EVIDENCE_blames] = both(a, b, ROLE_BLAME);
	evidence[EVIDENCE_plans] = both(a, b, ROLE_PLAN);
	evidence[EVIDENCE_asks] = both(a, b, ROLE_ASK);
	evidence[EVIDENCE_withheld] = both(a, b, ROLE_WITHHOLD);
	evidence[EVIDENCE_authors] = marked(a, b, MARK_AUTHOR);
	evidence[EVIDENCE_causes] = marked(a, b, MARK_CAUSE);
	evidence[EVIDENCE_existence] = marked(a, b, MARK_EXIST);
	evidence[EVIDENCE_anonymous] = (float)(slice_begins(
	    pair->a->source_type, SLICE("anonymous")) + slice_begins(
	    pair->b->source_type, SLICE("anonymous")));
}

static bool
denies(const struct claim *claim, const struct profile *profile)
{
	return profile->assertion < 0 || slice_is(claim->polarity, "neg");
}

/*
 * Does one claim blame who speaks in the other, or deny what the other tells of
 * him?
 */
static void
find_answers(float *evidence, const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	const struct claim *x = pair->a, *y = pair->b;

	evidence[EVIDENCE_blamed_speaks] =
	    (a->blamed.length > 0 && slice_equal(a->blamed, y->source_id)) ||
	    (b->blamed.length > 0 && slice_equal(b->blamed, x->source_id));
	evidence[EVIDENCE_denier_told] =
	    (denies(x, a) && claim_tells_of(y, x->source)) ||
	    (denies(y, b) && claim_tells_of(x, y->source));
}

void
evidence_glance_stance(float evidence[EVIDENCE_COUNT],
    const struct pair *pair, const struct profile *a, const struct profile *b)
{
	find_blame(evidence, a, b);
	find_roles(evidence, pair, a, b);
	find_answers(evidence, pair, a, b);
}

void
evidence_of_stance(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	find_negation(evidence, pair, a, b);
	find_opposites(evidence, pair, a, b);
	find_facts(evidence, pair);
	find_modality(evidence, pair, a, b);
}
