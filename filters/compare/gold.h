/*
 * Pairs of claims that annotators related, for training: which of them is a
 * pair of claims that a filter found?
 */
#ifndef COMPARE_GOLD_H
#define COMPARE_GOLD_H

#include "compare/pair.h"

/* An annotated pair. */
struct gold {
	struct slice relation, kind, doc[2], span[2];
	struct span bytes[2];
};

/* Zeroed is ready for use. */
struct golds {
	struct arena arena;
	struct gold *at;
	size_t count, capacity;
	size_t first;		/* of the tables read last */
	const struct gold **near;	/* of the two articles of a pair */
	size_t near_count;
	struct slice near_docs[2];
};

/* Open a table of a folder; exit 2 where there is none. */
void gold_table(struct tsv_reader *in, const char *folder, const char *name);

/* Read relations.tsv of a folder; NULL: tables without pairs come next. */
void gold_read(struct golds *golds, const char *folder);

/*
 * The annotated pair, of those read last, that a pair is nearest to, or NULL;
 * likeness is how much of the longer span both share, 0 to 1, on the side where
 * it is less.
 */
const struct gold *gold_nearest(struct golds *golds, const struct pair *pair,
    double *likeness);

void golds_free(struct golds *golds);

#endif
