/*
 * Lessons for the model of labels: the claims that extract-claims finds in
 * annotated documents, with the annotators' labels; and, for learning alone,
 * those that it misses.
 */
#ifndef CLAIMS_LABEL_LESSONS_H
#define CLAIMS_LABEL_LESSONS_H

#include "claims/label_features.h"

/* A claim ready to be learnt from. */
struct label_lesson {
	size_t count;
	uint32_t *attributes;
	uint8_t gold[LABEL_KIND_COUNT];
	uint8_t rules[LABEL_KIND_COUNT];	/* what they say */
	struct slice cue, content;	/* as they stand in the text */
	unsigned story;
	bool missed;		/* by extract-claims: not measured */
};

struct label_lessons {
	struct label_lesson *at;
	size_t count, capacity, stories;
	struct arena arena;
};

/*
 * Add the lessons of a folder: tagged.tsv, as tag-entities writes it, and
 * claims.tsv, the annotated claims.  One that cannot be read is exit 2, one
 * that is no such table exit 1.
 */
void label_lessons_read(struct label_lessons *lessons, const char *folder);

void label_lessons_free(struct label_lessons *lessons);

#endif
