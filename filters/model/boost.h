/*
 * Learning boosted trees (trees.h): each tree follows the second-order
 * gradient of the logistic loss over histograms of the features (Chen and
 * Guestrin, KDD 2016).  The same rows and seed give the same trees.
 */
#ifndef MODEL_BOOST_H
#define MODEL_BOOST_H

#include <stdio.h>

#include "model/trees.h"

struct boost_options {
	size_t trees, depth;	/* depth up to 4 */
	double rate;		/* how far each tree goes, 0 to 1 */
	double rows, columns;	/* the part that a tree sees, 0 to 1 */
	double least;		/* weight in a leaf */
	double calm;		/* added to the weight of a leaf */
	uint64_t seed;
};

/* The rows: features behind one another, labels 0 or 1, weights. */
struct boost_rows {
	const float *features;
	const uint8_t *labels;
	const float *weights;
	size_t count;
	unsigned feature_count;
};

/* Learn a model; its name must outlive it.  Linear in rows. */
void boost(struct trees_model *model, const struct boost_rows *rows,
    const struct boost_options *options);

/* Write a model's lines, as trees_read takes them; no header. */
void boost_write(FILE *out, const struct trees_model *model,
    const char *(*name)(unsigned));

#endif
