/*
 * What the comparison knows about words: which mean the same, which exclude
 * each other, which judge, accept, blame or negate.  All of it is tables
 * (filters/tables/), which a user extends by files of the same form.
 */
#ifndef COMPARE_KNOWLEDGE_H
#define COMPARE_KNOWLEDGE_H

#include <stdbool.h>

#include "base/options.h"
#include "base/slice.h"
#include "tsv/lexicon.h"

struct knowledge {
	struct lexicon concepts;	/* word concept field */
	struct lexicon synonyms;	/* word synonym */
	struct lexicon families;	/* word family */
	struct lexicon antonyms;	/* word antonyms */
	struct lexicon converses;	/* word converses */
	struct lexicon siblings;	/* word classes above */
	struct lexicon commonness;	/* lemma rate */
	struct lexicon assessments;	/* words scale level field */
	struct lexicon positions;	/* word sign */
	struct lexicon blame;		/* words party */
	struct lexicon negators;	/* words reach */
	struct lexicon existence;	/* word side */
	struct lexicon hedges;		/* hedge certainty */
};

/* A user's own rows, by table; each list may be empty. */
struct knowledge_files {
	struct option_list antonyms, assessments, concepts;
};

/* Read the built-in tables and the user's; before sandbox_enter. */
void knowledge_open(struct knowledge *knowledge,
    const struct knowledge_files *files);

/*
 * The concept of a lemma: a name that is the same for its synonyms ("talks",
 * "negotiation") and for its kin ("willingness", "willing").
 */
struct slice knowledge_concept(const struct knowledge *knowledge,
    struct slice lemma);

/* The wider field of a word ("negotiations" for "deal"), or empty. */
struct slice knowledge_field(const struct knowledge *knowledge,
    struct slice lemma);

/* In how many of 10,000 English sentences the lemma stands; 0: few. */
unsigned knowledge_rate(const struct knowledge *knowledge, struct slice lemma);

/* Do two lemmas mean the opposite? */
bool knowledge_opposed(const struct knowledge *knowledge, struct slice a,
    struct slice b);

/*
 * Do two verbs tell of one thing from its two sides ("bought", "sold")?  They
 * are opposed only of one and the same actor.
 */
bool knowledge_converse(const struct knowledge *knowledge, struct slice a,
    struct slice b);

/* Are two words of one class, so that what is one is not the other? */
bool knowledge_exclusive(const struct knowledge *knowledge, struct slice a,
    struct slice b);

void knowledge_free(struct knowledge *knowledge);

#endif
