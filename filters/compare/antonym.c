/*
 * Antonyms: "the amendment was passed" against "was rejected", all else being
 * equal.  Words of one class that exclude each other are left to
 * detect_exchange, which asks for more.
 */
#include "compare/detect.h"

#include "text/token.h"

enum {
	WEEK = 7,
	COMMON_RATE = 25	/* in 10,000 sentences */
};

#define OVERLAP_EVENT 0.6	/* so alike, one event told within a week */
#define COVER_MIN 0.6		/* of the lighter clause, the pair left out */
#define COVER_WHOLE 0.75
#define SHARED_MIN 6.0		/* weight */

static bool
is_plain(const struct word *word)
{
	return word->flags & WORD_CONTENT && !(word->flags & WORD_ENTITY);
}

/* "Fell 11 percent" and "rose 4 percent" on two days: two moves, no change. */
static bool
are_moves(const struct pair *pair)
{
	const struct figures *all[] = { &pair->a->figures, &pair->b->figures };
	int shares = 0;

	for (int k = 0; k < 2; k++)
		for (size_t i = 0; i < all[k]->count; i++)
			if (slice_is(all[k]->at[i].unit, "%")) {
				shares++;
				break;
			}
	return shares == 2 && pair->days > 0;
}

/* Does the other claim tell of the one whose claim this is? */
static bool
tells_of_source(const struct pair *pair, const struct alignment *alignment)
{
	return (pair->a->source != TERM_NONE &&
	    clause_weight(alignment->b, pair->a->source) > 0) ||
	    (pair->b->source != TERM_NONE &&
	    clause_weight(alignment->a, pair->b->source) > 0);
}

/* One is for it, another against: two opinions, no contradiction. */
static bool
are_opinions(const struct pair *pair, const struct alignment *alignment,
    const struct word *u)
{
	bool two = claim_is_narrator(pair->a) || claim_is_narrator(pair->b) ||
	    pair->a->source != pair->b->source;

	return two && !tells_of_source(pair, alignment) && lexicon_find(
	    &pair->claims->knowledge->positions, vocabulary_name(
	    &pair->claims->vocabulary, u->lemma));
}

static bool
is_against_term(const struct claim *claim, const struct clause *clause,
    uint32_t term)
{
	for (uint32_t w = clause->first; w < clause->last; w++)
		if (claim->words[w].term == term &&
		    clause_is_against(claim, clause, w))
			return true;
	return false;
}

/*
 * "Opposes marriage", "supports a ban of marriage": no contradiction; nor
 * is what somebody held before.
 */
static bool
is_turned(const struct pair *pair, const struct alignment *alignment)
{
	for (uint32_t i = 0; i < alignment->count; i++)
		if (is_against_term(pair->a, alignment->a,
		    alignment->terms[i]) != is_against_term(pair->b,
		    alignment->b, alignment->terms[i]))
			return true;
	return clause_is_former(pair->a, alignment->a) !=
	    clause_is_former(pair->b, alignment->b);
}

static bool
is_one_actor(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v)
{
	return !word_is_passive(pair, pair->a, u) &&
	    !word_is_passive(pair, pair->b, v) &&
	    alignment->a->subject_count > 0 &&
	    alignment->b->subject_count > 0 &&
	    alignment->a->subjects[0] == alignment->b->subjects[0];
}

/* Two verbs, two nouns, two adjectives. */
static bool
is_same_class(const struct word *u, const struct word *v)
{
	return (u->flags & v->flags & WORD_VERB) ||
	    (tag_is_noun(u->tag) && tag_is_noun(v->tag)) ||
	    (u->tag >= TAG_JJ && u->tag <= TAG_JJS && v->tag >= TAG_JJ &&
	    v->tag <= TAG_JJS);
}

/* How much of the lighter clause is shared when the two words are not asked. */
static double
cover_without(const struct alignment *alignment, const struct word *u,
    const struct word *v)
{
	double x = alignment->a->weight - clause_weight(alignment->a, u->term);
	double y = alignment->b->weight - clause_weight(alignment->b, v->term);
	double lighter = x < y ? x : y;

	return lighter > 0 ? alignment->shared / lighter : 0;
}

static bool
report(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v, double cover,
    struct relation *found)
{
	struct buffer reason = { 0 };
	bool position = pair->same_source && !claim_is_narrator(pair->a) &&
	    lexicon_find(&pair->claims->knowledge->positions,
	    vocabulary_name(&pair->claims->vocabulary, u->lemma));

	buffer_add(&reason, word_text(pair->a, u));
	buffer_add(&reason, SLICE(" / "));
	buffer_add(&reason, word_text(pair->b, v));
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, pair_same_moment(pair) ||
	    (pair->days <= WEEK && alignment->overlap >= OVERLAP_EVENT) ?
	    RELATION_CONFLICT : RELATION_EVOLVE,
	    position ? KIND_POSITION : KIND_ANTONYM,
	    0.35 + 0.4 * cover + 0.2 * alignment->overlap, &reason);
	return true;
}

/* Adjectives and nouns that stand everywhere ("same", "other") say nothing. */
static bool
is_common(const struct pair *pair, const struct word *word)
{
	return !(word->flags & WORD_VERB) && knowledge_rate(
	    pair->claims->knowledge, vocabulary_name(
	    &pair->claims->vocabulary, word->lemma)) >= COMMON_RATE;
}

static bool
compare_clauses(const struct pair *pair, const struct alignment *alignment,
    struct relation *found)
{
	const struct claim *a = pair->a, *b = pair->b;
	const struct vocabulary *names = &pair->claims->vocabulary;

	for (uint32_t i = alignment->a->first; i < alignment->a->last; i++) {
		const struct word *u = &a->words[i];

		if (!is_plain(u) || is_common(pair, u) ||
		    are_opinions(pair, alignment, u) ||
		    (!pair_same_moment(pair) &&
		    lexicon_find(&pair->claims->knowledge->positions,
		    vocabulary_name(names, u->lemma))) ||
		    clause_weight(alignment->b, u->term) > 0)
			continue;
		for (uint32_t j = alignment->b->first;
		    j < alignment->b->last; j++) {
			const struct word *v = &b->words[j];
			double cover;

			if (!is_plain(v) || !is_same_class(u, v) ||
			    clause_weight(alignment->a, v->term) > 0 ||
			    (u->flags ^ v->flags) & WORD_NEGATED ||
			    !knowledge_opposed(pair->claims->knowledge,
			    vocabulary_name(names, u->lemma),
			    vocabulary_name(names, v->lemma)))
				continue;
			cover = cover_without(alignment, u, v);
			if (knowledge_converse(pair->claims->knowledge,
			    vocabulary_name(names, u->lemma),
			    vocabulary_name(names, v->lemma)) &&
			    !is_one_actor(pair, alignment, u, v))
				continue;
			if (cover >= (alignment->whole ? COVER_WHOLE :
			    COVER_MIN) && pair_same_subject(pair, alignment) &&
			    word_is_asserted(a, u) && word_is_asserted(b, v) &&
			    !is_turned(pair, alignment) &&
			    pair_same_holder(pair, alignment, u, v))
				return report(pair, alignment, u, v,
				    cover > 1 ? 1 : cover, found);
		}
	}
	return false;
}

bool
detect_antonym(const struct pair *pair, struct relation *found)
{
	if (pair->wished || are_moves(pair))
		return false;
	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *alignment = &pair->alignments[i];

		if (alignment->shared >= SHARED_MIN && alignment->count >= 2 &&
		    pair_can_clash(pair, alignment) &&
		    compare_clauses(pair, alignment, found))
			return true;
	}
	return false;
}
