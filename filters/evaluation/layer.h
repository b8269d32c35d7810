/*
 * What is judged: the kinds of tables, and the layers of each, a layer being
 * one sort of span with what is said of it.
 */
#ifndef EVALUATION_LAYER_H
#define EVALUATION_LAYER_H

#include <stdbool.h>
#include <stddef.h>

#include "tsv/tsv.h"

enum { LABEL_MAX = 8, LAYER_MAX = 4 };

struct layer {
	const char *name;
	const char *span;	/* column of its spans; "start": and "end" */
	const char *with_span;	/* of a pair's other side, or NULL */
	const char *text, *with_text;	/* columns to show, or NULL */
	const char *class;	/* column that tells whose a row is, or NULL */
	const char *only;	/* its values, each between blanks, or NULL */
	const char *except;	/* values that it has not, likewise */
	const char *labels[LABEL_MAX];	/* columns; the first is the main one */
	bool values;		/* the main label's values are counted too */
	bool optional;		/* a row may have no such span */
	bool distinct;		/* equal spans of a document count once */
};

struct table_kind {
	const char *name;	/* "claims" */
	const char *mark;	/* the column that tells it from the others */
	const char *needed[4];	/* columns besides doc, NULL at the end */
	const struct layer *layers;
	size_t layer_count;
};

/*
 * The kind of a table, by its header; one that is none is a message and exit
 * status 1.
 */
const struct table_kind *table_kind_of(const struct tsv_reader *in);

/* Does a row whose class has this value belong to the layer? */
bool layer_has(const struct layer *layer, struct slice class);

#endif
