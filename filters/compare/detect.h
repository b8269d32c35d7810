/*
 * The detectors: each looks at a pair for one kind of relation, and says why.
 *
 * All have one form: true, and *found filled in, when they see a relation of
 * their kind; its confidence is between 0 and 1.  A detector that is not sure
 * says nothing: a false alarm costs a newsroom more than a miss.
 */
#ifndef COMPARE_DETECT_H
#define COMPARE_DETECT_H

#include "compare/pair.h"

/* One sentence with one word exchanged (antonym, terms, numeric; agree). */
bool detect_exchange(const struct pair *pair, struct relation *found);

/*
 * Is one word exchanged for another of which the tables know nothing?  Then
 * the sentences neither agree nor contradict for certain.
 */
bool exchange_is_unknown(const struct pair *pair);

/*
 * The few words that an edited copy has in the place of others ("had", "may
 * have"); false when nothing or more is changed.
 */
bool exchange_texts(const struct pair *pair, struct slice *a,
    struct slice *b);

/* A predicate said of the same things, once with a "not". */
bool detect_negation(const struct pair *pair, struct relation *found);

/* Two words of opposite meaning said of the same things. */
bool detect_antonym(const struct pair *pair, struct relation *found);

/* Something issued, something never received; a fact, an unlikely thing. */
bool detect_existence(const struct pair *pair, struct relation *found);
bool detect_modality(const struct pair *pair, struct relation *found);

/* Two counts or amounts of the same thing. */
bool detect_numeric(const struct pair *pair, struct relation *found);

/* Have both figures, and none that confirms one of the other? */
bool numeric_differs(const struct pair *pair);

/* One event at two times. */
bool detect_temporal(const struct pair *pair, struct relation *found);

/* Judgements on one scale, positions of one actor, blame. */
bool detect_assessment(const struct pair *pair, struct relation *found);
bool detect_position(const struct pair *pair, struct relation *found);
bool detect_blame(const struct pair *pair, struct relation *found);

/* The same words in quotation marks from two speakers. */
bool detect_attribution(const struct pair *pair, struct relation *found);

/* A copy that has changed a quotation, a hedge or the speaker's name. */
bool detect_drift(const struct pair *pair, struct relation *found);

/* One event in other words; for pairs that nothing else relates. */
bool detect_event(const struct pair *pair, struct relation *found);

/* The same thing said again: in other words, or the same ones. */
bool detect_paraphrase(const struct pair *pair, struct relation *found);

#endif
