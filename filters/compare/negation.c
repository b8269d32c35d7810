/*
 * Negation: "Hamas has not withdrawn" against "Hamas withdrew", "lack of
 * willingness" against "willingness".
 *
 * The word that is turned over must be what the negation aims at (the first
 * word of weight in its reach), stand unnegated in the other claim, and be
 * said there of the same things.
 */
#include "compare/detect.h"

#include "text/token.h"

enum {
	VERB_NEAR = 4,		/* words from an auxiliary to its verb */
	COMMON_RATE = 120	/* in 10,000 sentences: says too little */
};

#define COVER_MIN 0.5		/* of the lighter clause, shared */
#define COVER_WHOLE 0.7
#define COVER_KIN 0.65		/* of a verb and its noun */
#define REST_MIN 3.0		/* weight shared besides the word itself */
#define OVERLAP_COMMON 0.6	/* of clauses, for a word that stands everywhere
				   and for one source against itself */
#define OVERLAP_INSIDE 0.3	/* of clauses inside one article */
#define WORD_MIN 2.5		/* weight of the word itself */

static bool
is_adjective(const struct word *word)
{
	return word->tag >= TAG_JJ && word->tag <= TAG_JJS;
}

/* Does the word only describe the noun behind it ("strong voting record")? */
static bool
is_modifier(const struct claim *claim, const struct clause *clause,
    const struct word *word)
{
	const struct word *end = &claim->words[clause->last];
	const struct word *next = word + 1;

	if (next < end && next->tag == TAG_HYPH)
		return true;
	while (next < end && is_adjective(next))
		next++;
	return next < end && tag_is_noun(next->tag) &&
	    (!(word->flags & WORD_VERB) || (word > claim->words &&
	    word[-1].tag == TAG_HYPH));
}

/*
 * The verb that a denied noun is the object of: the negation itself
 * ("prohibits") or one in its reach ("does not have"), and what it leaves is
 * there; NULL where the noun is denied itself ("no inquiry").
 */
static const struct word *
denied_verb(const struct pair *pair, const struct claim *claim,
    const struct clause *clause, const struct word *word)
{
	const struct word *first = &claim->words[clause->first];

	while (word > first && word->flags & WORD_NEGATED) {
		word--;
		if (word->flags & WORD_VERB && !slice_is(vocabulary_name(
		    &pair->claims->vocabulary, word->lemma), "be"))
			return word;
	}
	return NULL;
}

/* Does the clause say a noun of the same verb ("have a record")? */
static bool
is_object_of(const struct claim *claim, const struct clause *clause,
    const struct word *noun, const struct word *verb)
{
	const struct word *first = &claim->words[clause->first];

	while (noun-- > first)
		if (noun->flags & WORD_VERB)
			return noun->lemma == verb->lemma ||
			    noun->term == verb->term;
	return false;
}

/* The verb through which the word that is denied is denied, or NULL. */
static const struct word *
verb_of_denied(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v)
{
	return u->flags & WORD_NEGATED ?
	    denied_verb(pair, pair->a, alignment->a, u) :
	    denied_verb(pair, pair->b, alignment->b, v);
}

/* Does the other clause do with its word what that verb denies? */
static bool
both_do_it(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v)
{
	const struct word *verb = verb_of_denied(pair, alignment, u, v);

	return u->flags & WORD_NEGATED ?
	    is_object_of(pair->b, alignment->b, v, verb) :
	    is_object_of(pair->a, alignment->a, u, verb);
}

/* Is a denied noun the object of a verb that the other clause lacks? */
static bool
is_denied_elsewhere(const struct pair *pair,
    const struct alignment *alignment, const struct word *u,
    const struct word *v)
{
	const struct word *denied = u->flags & WORD_NEGATED ? u : v;

	return tag_is_noun(denied->tag) && verb_of_denied(pair, alignment, u,
	    v) && !both_do_it(pair, alignment, u, v);
}

/* Is it the first word of weight that its negation reaches? */
static bool
is_aim_of_negation(const struct claim *claim, const struct clause *clause,
    const struct word *word)
{
	for (const struct word *w = &claim->words[clause->first]; w < word; w++)
		if (w->flags & WORD_NEGATED && w->flags & WORD_CONTENT &&
		    !(w->flags & WORD_ENTITY) && !is_modifier(claim, clause, w))
			return false;
	if (claim->parent.length && claim->words[0].flags & WORD_NEGATED)
		return false;	/* by the claim around it: too far away */
	return !is_modifier(claim, clause, word);
}

/* Is w the predicate, or what a predicate of being or having says? */
static bool
is_predicate(const struct claim *claim, const struct clause *clause,
    const struct word *word)
{
	size_t at = (size_t)(word - claim->words);

	return word->flags & WORD_VERB || clause->verb == TERM_NONE ||
	    at > clause->verb || is_adjective(word);
}

/* The text from the negation to the word: "not withdrawn". */
static void
add_negated(struct buffer *reason, const struct claim *claim,
    const struct clause *clause, const struct word *word)
{
	const struct word *first = word;
	const struct word *begin = &claim->words[clause->first];

	while (first > begin && first[-1].flags & WORD_NEGATED)
		first--;
	if (first == begin && begin == claim->words &&
	    claim->cue_words.length) {
		buffer_add(reason, claim->cue_words);
		buffer_add(reason, SLICE(" ... "));
		buffer_add(reason, word_text(claim, word));
		return;
	}
	if (first > begin && word - first < 5)
		first--;
	if (word - first > 5)
		first = word;
	if (first > begin && slice_is(first->lower, "of"))
		first--;
	buffer_add(reason, words_text(claim, first, word));
}

static bool
report(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v, struct relation *found)
{
	struct buffer reason = { 0 };
	bool own = !claim_is_narrator(pair->a) && pair->same_source;
	bool future = clause_is_future(pair->a, alignment->a) ||
	    clause_is_future(pair->b, alignment->b);
	bool moved = (!pair_same_moment(pair) && (own || future)) ||
	    (pair->days > 0 && own && future);
	double confidence = 0.4 + 0.4 * alignment->cover +
	    0.2 * alignment->overlap;

	if (u->flags & WORD_NEGATED)
		add_negated(&reason, pair->a, alignment->a, u);
	else
		buffer_add(&reason, word_text(pair->a, u));
	buffer_add(&reason, SLICE(" / "));
	if (v->flags & WORD_NEGATED)
		add_negated(&reason, pair->b, alignment->b, v);
	else
		buffer_add(&reason, word_text(pair->b, v));
	if (alignment->entities)
		buffer_add(&reason, SLICE("; same party"));
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, moved ? RELATION_EVOLVE : RELATION_CONFLICT,
	    moved ? KIND_POSITION : KIND_NEGATION, confidence, &reason);
	return true;
}

/* Does it depend on a "for", as in "calls for a public inquiry"? */
static bool
is_wanted(const struct claim *claim, const struct word *word)
{
	const struct word *w = word;

	while (w > claim->words && w > word - 4) {
		w--;
		if (slice_is(w->lower, "for") || slice_is(w->lower, "against"))
			return true;
		if (w->flags & WORD_VERB)
			return false;
	}
	return false;
}

/* Does "will", "did" or "not" stand shortly before a base form? */
static bool
has_auxiliary(const struct pair *pair, const struct claim *claim,
    const struct word *word)
{
	for (const struct word *w = word; w-- > claim->words &&
	    w + VERB_NEAR > word;) {
		if (w->tag == TAG_TO)
			return false;
		if (w->tag == TAG_MD || slice_is(vocabulary_name(
		    &pair->claims->vocabulary, w->lemma), "do"))
			return true;
	}
	return false;
}

/*
 * "to provide" and "for providing", unlike "provided" and "is providing", say
 * of nothing that it is.
 */
static bool
is_infinitive(const struct pair *pair, const struct claim *claim,
    const struct word *word)
{
	if (word == claim->words)
		return word->tag == TAG_VBG;
	if (word->tag == TAG_VB)
		return !has_auxiliary(pair, claim, word);
	if (word->tag != TAG_VBG)
		return false;
	for (const struct word *w = word; w-- > claim->words &&
	    w + VERB_NEAR > word;)
		if (slice_is(vocabulary_name(&pair->claims->vocabulary,
		    w->lemma), "be"))
			return false;
	return !tag_is_noun(word[-1].tag);
}

/* "To not read it is to fail": nothing is said of anybody. */
static bool
is_subject_itself(const struct claim *claim, const struct clause *clause,
    const struct word *word)
{
	uint32_t first = clause->first;

	if (claim->words[first].tag == TAG_OPENQ)
		first++;
	return first < clause->last && claim->words[first].tag == TAG_TO &&
	    word < &claim->words[clause->first + VERB_NEAR];
}

/*
 * "He is known" against "he does not know": the same subject does the one and
 * suffers the other.
 */
static bool
is_turned_round(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v)
{
	const struct clause *a = alignment->a, *b = alignment->b;

	if (!(u->flags & v->flags & WORD_VERB) ||
	    word_is_passive(pair, pair->a, u) ==
	    word_is_passive(pair, pair->b, v))
		return false;
	for (uint32_t i = 0; i < a->subject_count; i++)
		for (uint32_t j = 0; j < b->subject_count; j++)
			if (a->subjects[i] == b->subjects[j])
				return true;
	return false;
}

/* Does the claim itself say the word as the other one does? */
static bool
says_both(const struct claim *claim, const struct word *word)
{
	for (uint32_t w = 0; w < claim->word_count; w++)
		if (claim->words[w].term == word->term &&
		    ((claim->words[w].flags ^ word->flags) & WORD_NEGATED))
			return true;
	return false;
}

/* Is one of the two said in a way that makes it no statement of this? */
static bool
is_no_statement(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v)
{
	if (alignment->a->verb == TERM_NONE || alignment->b->verb == TERM_NONE)
		return true;
	if (u->flags & WORD_NEGATED ? is_infinitive(pair, pair->b, v) :
	    is_infinitive(pair, pair->a, u))
		return true;
	if (u->flags & WORD_NEGATED ?
	    is_subject_itself(pair->a, alignment->a, u) :
	    is_subject_itself(pair->b, alignment->b, v))
		return true;
	return says_both(pair->a, u) || says_both(pair->b, v) ||
	    is_turned_round(pair, alignment, u, v);
}

/* Is a noun denied itself ("no inquiry", "lack of will") and not a verb? */
static bool
is_denied_itself(const struct pair *pair, const struct claim *claim,
    const struct clause *clause, const struct word *word)
{
	return !denied_verb(pair, claim, clause, word) &&
	    word > claim->words && !(word[-1].flags & WORD_VERB);
}

/*
 * Does the entity only describe a noun: "the Vietnam era", but not "in
 * Vietnam"?
 */
static bool
describes(const struct claim *claim, const struct clause *clause,
    uint32_t term)
{
	for (uint32_t w = clause->first; w < clause->last; w++)
		if (claim->words[w].term == term && (w + 1 == clause->last ||
		    claim->words[w + 1].term != term))
			return w + 1 < clause->last &&
			    tag_is_noun(claim->words[w + 1].tag) &&
			    !(claim->words[w + 1].flags & WORD_ENTITY);
	return false;
}

/* Entities that both clauses share in one use. */
static uint32_t
count_entities(const struct pair *pair, const struct alignment *alignment)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < alignment->count; i++) {
		uint32_t term = alignment->terms[i];

		count += vocabulary_name(&pair->claims->vocabulary,
		    term).at[0] == '=' &&
		    describes(pair->a, alignment->a, term) ==
		    describes(pair->b, alignment->b, term);
	}
	return count;
}

/*
 * Two nouns must be the same word ("no inquiry", "an inquiry"), not just of
 * one kind; whether somebody accepts or rejects may change with the days.
 */
static bool
is_left_to_others(const struct pair *pair, const struct word *u,
    const struct word *v)
{
	if (tag_is_noun(u->tag) && tag_is_noun(v->tag) &&
	    (is_wanted(pair->a, u) || is_wanted(pair->b, v)))
		return true;
	if (!((u->flags | v->flags) & WORD_VERB) && u->lemma != v->lemma)
		return true;
	return !pair_same_moment(pair) && lexicon_find(
	    &pair->claims->knowledge->positions, vocabulary_name(
	    &pair->claims->vocabulary, u->lemma));
}

/*
 * Is enough shared besides the word: a thing, or two parties, and more of it
 * where chance is likelier?
 */
static bool
is_backed(const struct pair *pair, const struct alignment *alignment,
    uint32_t term)
{
	struct slice name = vocabulary_name(&pair->claims->vocabulary, term);
	uint32_t things = alignment->count - alignment->entities;
	uint32_t entities = count_entities(pair, alignment);

	if (alignment->overlap >= OVERLAP_COMMON &&
	    (things >= 2 || entities >= 2))
		return true;
	if (knowledge_rate(pair->claims->knowledge, name) >= COMMON_RATE ||
	    (pair->same_source && !claim_is_narrator(pair->a)))
		return false;
	if (pair->same_document && alignment->overlap < OVERLAP_INSIDE)
		return false;
	return things >= 2 || entities >= 2;
}

/*
 * A noun must be denied itself, or both clauses do the same with it: "has no
 * certificate" is not denied by "wants the certificate".
 */
static bool
is_of_one_predicate(const struct pair *pair,
    const struct alignment *alignment, const struct word *u,
    const struct word *v)
{
	if ((u->flags | v->flags) & WORD_VERB)
		return pair_same_subject(pair, alignment);
	if (verb_of_denied(pair, alignment, u, v))
		return pair_same_subject(pair, alignment) &&
		    both_do_it(pair, alignment, u, v);
	return pair_same_predicate(pair, alignment) || (u->flags &
	    WORD_NEGATED ?
	    is_denied_itself(pair, pair->a, alignment->a, u) :
	    is_denied_itself(pair, pair->b, alignment->b, v));
}

/* The adjective right before a noun, or NULL. */
static const struct word *
adjective_of(const struct claim *claim, const struct word *noun)
{
	return noun > claim->words && is_adjective(&noun[-1]) &&
	    noun[-1].flags & WORD_CONTENT ? &noun[-1] : NULL;
}

/* "Without congressional action", "executive actions": two sorts of it. */
static bool
are_sorts_apart(const struct pair *pair, const struct word *u,
    const struct word *v)
{
	const struct word *s = adjective_of(pair->a, u);
	const struct word *t = adjective_of(pair->b, v);

	return tag_is_noun(u->tag) && tag_is_noun(v->tag) && s && t &&
	    s->term != t->term;
}

static bool
compare_clauses(const struct pair *pair, const struct alignment *alignment,
    struct relation *found)
{
	for (uint32_t i = 0; i < alignment->count; i++) {
		uint32_t term = alignment->terms[i];
		const struct word *u = clause_word(pair->a, alignment->a,
		    term);
		const struct word *v = clause_word(pair->b, alignment->b,
		    term);
		double weight = clause_weight(alignment->a, term);

		if (!u || !v || u->flags & WORD_ENTITY ||
		    weight < WORD_MIN || alignment->shared - weight < REST_MIN)
			continue;
		if (!((u->flags ^ v->flags) & WORD_NEGATED))
			continue;
		if (u->flags & WORD_NEGATED ?
		    !is_aim_of_negation(pair->a, alignment->a, u) :
		    !is_aim_of_negation(pair->b, alignment->b, v))
			continue;
		if ((u->flags ^ v->flags) & WORD_VERB &&
		    alignment->cover < COVER_KIN)
			continue;
		if (are_sorts_apart(pair, u, v) ||
		    !word_is_asserted(pair->a, u) ||
		    !word_is_asserted(pair->b, v) ||
		    is_no_statement(pair, alignment, u, v) ||
		    is_denied_elsewhere(pair, alignment, u, v) ||
		    !is_of_one_predicate(pair, alignment, u, v) ||
		    is_left_to_others(pair, u, v) ||
		    !is_backed(pair, alignment, term) ||
		    !pair_same_holder(pair, alignment, u, v))
			continue;
		if (is_predicate(pair->a, alignment->a, u) ||
		    is_predicate(pair->b, alignment->b, v))
			return report(pair, alignment, u, v, found);
	}
	return false;
}

bool
detect_negation(const struct pair *pair, struct relation *found)
{
	if (pair->wished || slice_equal(pair->a->content, pair->b->content))
		return false;
	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *alignment = &pair->alignments[i];

		if (alignment->cover >= (alignment->whole ? COVER_WHOLE :
		    COVER_MIN) && alignment->count >= 2 &&
		    pair_can_clash(pair, alignment) &&
		    compare_clauses(pair, alignment, found))
			return true;
	}
	return false;
}
