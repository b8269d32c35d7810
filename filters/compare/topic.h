/*
 * Topics: a short label for what a claim or a pair of claims is about, the
 * same one for one thing over a whole story ("ceasefire deal", "hostages").
 */
#ifndef COMPARE_TOPIC_H
#define COMPARE_TOPIC_H

#include "compare/relate.h"

/* Zeroed is ready for use. */
struct topics {
	struct arena arena;
	struct hash keys;	/* field, concept or entity -> topic */
	struct buffer lower;	/* a form being counted */
	struct topic *at;
	size_t count, capacity;
};

/* Count what the claims speak of and how they print it. */
void topics_find(struct topics *topics, const struct claims *claims);

/*
 * What a word can be a topic by: the term of an entity, or of an uncommon
 * noun's field or concept; TERM_NONE where it is neither.
 */
uint32_t topic_key(const struct claims *claims, const struct word *word);

/* The label of what has that key; empty when nothing has. */
struct slice topic_label(const struct topics *topics,
    const struct claims *claims, uint32_t key);

/* The label of a claim; empty when it has no noun and no name. */
struct slice topic_of_claim(const struct topics *topics,
    const struct claims *claims, const struct claim *claim);

/* The label of what two claims have in common. */
struct slice topic_of_relation(const struct topics *topics,
    const struct claims *claims, const struct relation *relation);

void topics_free(struct topics *topics);

#endif
