/*
 * Existence and doubt: a notice that was issued against one that nobody ever
 * received; what is unlikely against what is told as a fact.
 *
 * The verbs of being, giving and getting differ, so detect_negation cannot see
 * the first; the noun must be the same word and rare.
 */
#include "compare/detect.h"

#include "text/token.h"

enum { EXISTS_DAYS = 31 };	/* so far apart it may have come into being */

#define NOUN_MIN 4.0		/* weight of the noun */
#define STORY_MIN 0.3		/* likeness of the articles of one story */
#define COVER_EXISTS 0.2	/* of the lighter clause */
#define COVER_MIN 0.6		/* of the lighter clause, for doubt */

static const struct lexicon_row *
negation_of(const struct pair *pair, const struct word *word)
{
	return lexicon_find(&pair->claims->knowledge->negators, word->lower);
}

/*
 * The first verb of existence in a clause, negated or not.  Who did not send
 * something leaves open that another did: what is denied must be that it came
 * or is there ("never received"), what is told that somebody gave it.
 */
static const struct word *
existence_verb(const struct pair *pair, const struct claim *claim,
    const struct clause *clause, bool negated)
{
	struct slice side = negated ? SLICE("get") : SLICE("give");

	for (uint32_t w = clause->first; w < clause->last; w++) {
		const struct word *word = &claim->words[w];

		const struct lexicon_row *row;

		if (!(word->flags & WORD_VERB) ||
		    !(word->flags & WORD_NEGATED) != !negated ||
		    !lexeme_in(&pair->claims->lexemes, word->lemma,
		    LEXEME_EXISTENCE))
			continue;
		row = lexicon_find(&pair->claims->knowledge->existence,
		    vocabulary_name(&pair->claims->vocabulary, word->lemma));
		if (row && slice_equal(row->fields[1], side))
			return word;
	}
	return NULL;
}

/* A rare noun that both clauses speak of in the same word. */
static const struct word *
shared_noun(const struct pair *pair, const struct alignment *alignment)
{
	for (uint32_t i = 0; i < alignment->a->term_count; i++) {
		const struct term *term = &alignment->a->terms[i];
		const struct word *u = clause_word(pair->a, alignment->a,
		    term->id);
		const struct word *v = clause_word(pair->b, alignment->b,
		    term->id);

		if (u && v && term->weight >= NOUN_MIN &&
		    !(u->flags & WORD_ENTITY) && tag_is_noun(u->tag) &&
		    u->lemma == v->lemma)
			return u;
	}
	return NULL;
}

static bool
report(const struct pair *pair, enum relation_kind kind, double confidence,
    struct slice u, struct slice v, struct relation *found)
{
	struct buffer reason = { 0 };

	buffer_add(&reason, u);
	buffer_add(&reason, SLICE(" / "));
	buffer_add(&reason, v);
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, RELATION_CONFLICT, kind, confidence,
	    &reason);
	return true;
}

/* The bytes from one word to the other, in the order of the text. */
static struct slice
between(const struct claim *claim, const struct word *u,
    const struct word *v)
{
	return u < v ? words_text(claim, u, v) : words_text(claim, v, u);
}

static bool
compare_existence(const struct pair *pair, const struct alignment *alignment,
    bool first_negated, struct relation *found)
{
	const struct word *u = existence_verb(pair, pair->a, alignment->a,
	    first_negated);
	const struct word *v = existence_verb(pair, pair->b, alignment->b,
	    !first_negated);
	const struct word *noun = shared_noun(pair, alignment);

	if (!u || !v || !noun || pair->setting < STORY_MIN)
		return false;
	while (u > pair->a->words && first_negated &&
	    (u->flags & WORD_NEGATED))
		u--;
	while (v > pair->b->words && !first_negated &&
	    (v->flags & WORD_NEGATED))
		v--;
	return report(pair, KIND_EXISTENCE, 0.5 + 0.3 * alignment->cover,
	    between(pair->a, u, noun), between(pair->b, v,
	    clause_word(pair->b, alignment->b, noun->term)), found);
}

bool
detect_existence(const struct pair *pair, struct relation *found)
{
	if (pair->wished || pair->same_source || pair->days > EXISTS_DAYS ||
	    slice_equal(pair->a->content, pair->b->content))
		return false;
	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *alignment = &pair->alignments[i];

		if (alignment->whole || alignment->a->conditional ||
		    alignment->b->conditional ||
		    alignment->a->question || alignment->b->question ||
		    alignment->cover < COVER_EXISTS)
			continue;
		if (compare_existence(pair, alignment, true, found) ||
		    compare_existence(pair, alignment, false, found))
			return true;
	}
	return false;
}

/* The word of doubt in a clause ("unlikely"), or NULL. */
static const struct word *
doubt_in(const struct pair *pair, const struct claim *claim,
    const struct clause *clause)
{
	for (uint32_t w = clause->first; w < clause->last; w++) {
		const struct lexicon_row *row = claim->words[w].flags &
		    WORD_NEGATOR ? negation_of(pair, &claim->words[w]) : NULL;

		if (row && slice_is(row->fields[1], "doubt"))
			return &claim->words[w];
	}
	return NULL;
}

bool
detect_modality(const struct pair *pair, struct relation *found)
{
	if (pair->wished || pair->same_source || !pair_same_moment(pair))
		return false;
	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *alignment = &pair->alignments[i];
		const struct word *u = doubt_in(pair, pair->a, alignment->a);
		const struct word *v = doubt_in(pair, pair->b, alignment->b);
		const struct word *noun = shared_noun(pair, alignment);

		if (alignment->whole || !u == !v || !noun ||
		    alignment->cover < COVER_MIN ||
		    alignment->count - alignment->entities < 2 ||
		    alignment->subjects_apart || alignment->a->conditional ||
		    alignment->b->conditional ||
		    pair_times_apart(pair, alignment))
			continue;
		return report(pair, KIND_MODALITY, 0.4 + 0.3 *
		    alignment->cover, u ? word_text(pair->a, u) :
		    SLICE("told as a fact"), v ? word_text(pair->b, v) :
		    SLICE("told as a fact"), found);
	}
	return false;
}
