/*
 * Evidence: what two claims of one story have in common and where they part,
 * as numbers from which a learned model judges how they relate.
 */
#ifndef COMPARE_EVIDENCE_H
#define COMPARE_EVIDENCE_H

#include "compare/pair.h"
#include "compare/profile.h"

/* One line a number: its name, and what it counts. */
#define EVIDENCE_LIST(_) \
	_(same_document) _(same_source) _(same_side) _(narrators) \
	_(source_told) _(same_witness) _(days) _(setting) _(nested) \
	_(place_gap) _(verbless) \
	_(cosine) _(cover) _(overlap) _(shared) _(shared_terms) \
	_(shared_max) _(story_shared) _(story_max) _(story_mutual) \
	_(entities_shared) _(entities_alike) _(entities_apart) \
	_(soft) _(soft_least) _(soft_most) _(soft_top) _(mean) \
	_(sentence) _(sentence_story) _(sentence_mean) \
	_(near) _(rank_later) _(rank_earlier) \
	_(lead_later) _(lead_earlier) \
	_(words_least) _(words_most) _(lemmas_alike) _(lemmas_held) \
	_(quotes) _(quotes_alike) \
	_(subjects_apart) _(same_subject) _(same_predicate) _(verbs_alike) \
	_(verbs_near) _(verbs_denied) \
	_(polarity_apart) _(both_negative) _(negators) _(negators_apart) \
	_(negated_apart) _(negated_same) _(assertion) _(deny_both) \
	_(negated_near) _(opposed) _(opposed_near) \
	_(opposed_kin) _(exclusive) _(converse) \
	_(tone_product) _(tone_gap) _(tone_cross) \
	_(valence_product) _(valence_gap) _(valence_cross) \
	_(scale_apart) _(scale_same) _(positions_apart) _(positions_same) \
	_(judgement_product) _(judgements) _(position_product) \
	_(blamed_same) _(blamed_apart) _(blamed_backed) _(blame_facts) \
	_(blamed_speaks) _(denier_told) \
	_(evaluations) _(denials) _(blames) _(plans) _(asks) _(withheld) \
	_(anonymous) _(authors) _(causes) _(existence) _(obligation) \
	_(doubts_apart) _(certainty_gap) _(certainty_least) \
	_(order_words) _(still_now) _(none_apart) _(tenses_apart) _(wished) \
	_(figures_equal) _(figures_meet) _(figures_apart) _(figures_thing) \
	_(figures_ratio) _(figures_unit) _(figures_least) \
	_(times_equal) _(times_fit) _(times_apart) _(durations_equal) \
	_(durations_apart) _(clocks_near) _(clocks_apart) \
	_(rule_agree) _(rule_conflict) _(rule_evolve) _(rule_repeat)

enum evidence {
#define EVIDENCE_NAME(name) EVIDENCE_##name,
	EVIDENCE_LIST(EVIDENCE_NAME)
#undef EVIDENCE_NAME
	EVIDENCE_COUNT
};

const char *evidence_name(enum evidence evidence);

/* What only a story tells of a pair; see blocks.h. */
struct standing {
	const uint16_t *frequency;	/* by term: claims of both articles */
	float near;		/* what the glance made of it: logarithm of
				   the odds that the pair is related */
	float rank_later, rank_earlier;	/* how many claims of the other
				   article are nearer */
	float lead_later, lead_earlier;	/* how much nearer than the nearest
				   other one, or farther, below 0 */
};

/*
 * What is seen at a glance, before it is known whether the pair is worth more:
 * the pair has begun (pair_begin); a and b are the profiles of its claims, and
 * frequency is that of a standing.  All other evidence is 0.
 */
void evidence_glance(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b,
    const uint16_t *frequency);

/* Does a claim have a verb, unlike "the leaks"? */
bool claim_has_verb(const struct claim *claim);

/* Does a claim speak of a source? */
bool claim_tells_of(const struct claim *claim, uint32_t source);

/* Find it all but what the rules say.  The pair is set up. */
void evidence_find(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b,
    const struct standing *standing);

/* The parts, each in a file of its own: of words, of values and acts. */
void evidence_glance_words(float evidence[EVIDENCE_COUNT],
    const struct pair *pair, const struct profile *a,
    const struct profile *b, const uint16_t *frequency);
void evidence_glance_stance(float evidence[EVIDENCE_COUNT],
    const struct pair *pair, const struct profile *a,
    const struct profile *b);
void evidence_of_words(float evidence[EVIDENCE_COUNT],
    const struct pair *pair, const struct profile *a,
    const struct profile *b);
void evidence_of_values(float evidence[EVIDENCE_COUNT],
    const struct pair *pair, const struct profile *a,
    const struct profile *b);
void evidence_of_stance(float evidence[EVIDENCE_COUNT],
    const struct pair *pair, const struct profile *a,
    const struct profile *b);

#endif
