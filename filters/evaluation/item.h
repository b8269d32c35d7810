/*
 * Items: what a table says in one layer, each a set of bytes of a document (of
 * two, for a relation) with its labels.
 */
#ifndef EVALUATION_ITEM_H
#define EVALUATION_ITEM_H

#include "base/hash.h"
#include "evaluation/layer.h"
#include "tsv/list.h"

#define ITEM_NONE SIZE_MAX

/* A set of bytes: spans in order, none that touch. */
struct extent {
	const struct span *spans;
	size_t count;
	size_t bytes;
};

struct item {
	struct slice doc, with_doc;	/* with_doc: a pair's other document */
	struct extent sides[2];		/* the second only of a pair */
	struct slice labels[LABEL_MAX];	/* raw, in the layer's order */
	struct slice text;		/* raw; empty where it is not kept */
	size_t line;			/* of the table */
	size_t match;			/* index of the other table's item that
					   it is paired with, or ITEM_NONE */
	double share;			/* of common bytes, with that one */
};

struct items {
	struct item *at;
	size_t count, capacity;
};

/* Zeroed is empty. */
struct judged {
	struct arena arena;		/* holds all that items point to */
	struct hash docs;		/* that the table names */
	struct items layers[LAYER_MAX];
	bool has[LAYER_MAX][LABEL_MAX];	/* columns of the labels */
	bool has_layer[LAYER_MAX];	/* columns of the spans */
};

/*
 * Read a table of a kind that table_kind_of gave for it.  Of the documents of
 * `among` only, unless it is NULL.  The columns that `like` has are needed,
 * unless it is NULL.  keep_text: the items' texts too.
 *
 * A column that is missing is a message and exit status 1; a field that is no
 * span is refused by file and line (tsv_refuse).
 */
void judged_read(struct judged *judged, struct tsv_reader *in,
    const struct table_kind *kind, const struct hash *among,
    const struct judged *like, bool keep_text);

void judged_free(struct judged *judged);

/* Order by documents and bytes, 0 for the same bytes. */
int item_compare(const struct item *a, const struct item *b);

#endif
