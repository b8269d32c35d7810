/*
 * Who can say something: names of people, states and organisations, pronouns
 * of people, and the nouns of filters/tables/speakers.tsv.
 */
#ifndef CLAIMS_SPEAKER_H
#define CLAIMS_SPEAKER_H

#include "claims/claim.h"

enum speaker {
	SPEAKER_NONE,		/* "the deal" */
	SPEAKER_DOCUMENT,	/* "a report", "the figures" */
	SPEAKER_LIKELY,		/* a name that nobody knows, "those" */
	SPEAKER_SURE
};

void speaker_open(void);

/* Can the noun phrase of units first..last say something? */
enum speaker speaker_of(const struct level *level,
    const struct mentions *mentions, int first, int last);

/*
 * The mention that stands for bytes `span`: a name at the head of it before a
 * nominal one or a pronoun, or NULL.
 */
const struct mention *speaker_mention(const struct mentions *mentions,
    struct span span);

/* The source type that the table gives a noun's lemma, or SOURCE_TYPE_COUNT. */
enum source_type speaker_type(struct slice lemma);

#endif
