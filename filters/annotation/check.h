/*
 * The three parts of story_check.
 */
#ifndef ANNOTATION_CHECK_H
#define ANNOTATION_CHECK_H

#include "annotation/annotation.h"
#include "base/hash.h"

/* What ids a story knows: the names of its things. */
struct known_ids {
	struct arena arena;
	struct hash ids;	/* id, with doc letter behind '@' -> index */
	struct id_use {
		unsigned types;		/* a bit each, in the order of types */
		bool named;		/* has a NAM mention as PER */
	} *uses;
	size_t count, capacity;
};

/* Names of things: types, mentions, ids, spans, figures, times. */
void check_marks(const struct article *article, struct known_ids *known,
    struct faults *faults);

/* Where a mark begins and ends; check_edges_open reads its table first. */
void check_edges_open(void);
void check_edges(const struct article *article, const struct mark *mark,
    struct faults *faults);

/* Whether words and values fit; check_values_open reads its tables first. */
void check_values_open(void);
void check_time_words(const struct article *article, const struct mark *mark,
    struct faults *faults);
void check_figure_words(const struct article *article,
    const struct mark *mark, struct faults *faults);

/* Is the id that of a thing marked in the story? */
bool id_is_marked(const struct known_ids *known,
    const struct article *article, struct slice id);

/* Claims: numbers, parts, labels, sources. */
void check_claims(const struct article *article,
    const struct known_ids *known, struct faults *faults);

/* "one of a, b, c": a fault for a label that its list lacks. */
void check_label(const struct article *article, size_t line,
    const char *what, const char *list, struct slice label,
    struct faults *faults);

#endif
