/*
 * One event told by two articles, in words that may differ: "the actress
 * checked into a clinic", "her rep confirmed that she entered rehab".
 *
 * Where sentences share too few words for a paraphrase, what their articles
 * tell of decides (setting.h).  A short article is about one thing, and any
 * two of its sentences that share a word tell of it; in a long article the
 * sentences themselves must be alike.  What sets two reports of one event
 * apart, other figures, other times, a "not", is no agreement.
 */
#include "compare/detect.h"

#include <math.h>

enum { WORDS_MIN = 2 };		/* no names, that two clauses share */

#define SHARED_MIN 10.0		/* weight that they share */
#define SHARE_SHORT 0.6		/* articles of up to five sentences */
#define SENTENCES 3.0		/* of an article that tells of one thing */
#define LIKENESS_MIN 0.63
#define COSINE_FACTOR 2.0	/* sentences are never as alike as articles */
#define COSINE_BONUS 0.1
#define PREDICATE_BONUS 0.07

/* The articles' part of the likeness; the rest is the sentences'. */
static double
article_share(const struct pair *pair)
{
	double x = SENTENCES / pair->x->sentences;
	double y = SENTENCES / pair->y->sentences;

	return sqrt((x < 1 ? x : 1) * (y < 1 ? y : 1));
}

static double
likeness(const struct pair *pair, const struct alignment *best)
{
	double share = article_share(pair);
	double cosine = COSINE_FACTOR * pair->cosine;

	return share * pair->setting + (1 - share) * (cosine < 1 ? cosine : 1) +
	    COSINE_BONUS * pair->cosine +
	    (pair_same_predicate(pair, best) ? PREDICATE_BONUS : 0);
}

/* In long articles: do the sentences themselves say enough in common? */
static bool
is_alike_itself(const struct pair *pair, const struct alignment *best)
{
	return best->count - best->entities >= WORDS_MIN &&
	    best->shared >= SHARED_MIN && !best->subjects_apart &&
	    pair_same_predicate(pair, best);
}

/* Is a word that both clauses share denied by one of them? */
static bool
is_denied(const struct pair *pair, const struct alignment *best)
{
	for (uint32_t i = 0; i < best->count; i++) {
		const struct word *u = clause_word(pair->a, best->a,
		    best->terms[i]);
		const struct word *v = clause_word(pair->b, best->b,
		    best->terms[i]);

		if (u && v && (u->flags ^ v->flags) & WORD_NEGATED)
			return true;
	}
	return false;
}

/* Does one accept what the other rejects, though maybe not the same thing? */
static bool
is_opposed(const struct pair *pair, const struct alignment *best)
{
	const struct vocabulary *names = &pair->claims->vocabulary;

	for (uint32_t i = best->a->first; i < best->a->last; i++) {
		const struct word *u = &pair->a->words[i];

		for (uint32_t j = best->b->first; j < best->b->last; j++) {
			const struct word *v = &pair->b->words[j];

			if (u->flags & v->flags & WORD_VERB &&
			    knowledge_opposed(pair->claims->knowledge,
			    vocabulary_name(names, u->lemma),
			    vocabulary_name(names, v->lemma)))
				return true;
		}
	}
	return false;
}

bool
detect_event(const struct pair *pair, struct relation *found)
{
	const struct alignment *best = pair_best_alignment(pair);
	struct buffer reason = { 0 };
	double like;

	if (!best || pair->same_document || pair->a->wish != pair->b->wish)
		return false;
	like = likeness(pair, best);
	if (like < LIKENESS_MIN || (article_share(pair) < SHARE_SHORT &&
	    !is_alike_itself(pair, best)) || is_denied(pair, best) ||
	    is_opposed(pair, best) ||
	    pair_times_apart(pair, best) || numeric_differs(pair))
		return false;
	pair_add_shared(pair, best, &reason);
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, pair->same_source ? RELATION_REPEAT :
	    RELATION_AGREE, KIND_EVENT, 0.5 + 0.8 * (like - LIKENESS_MIN),
	    &reason);
	return true;
}
