/*
 * Boosted trees: a sum of small decision trees over a list of numbers, whose
 * logistic is a probability (Friedman 2001).
 *
 * The file is a TSV, one node a line: model, tree, node, feature, threshold,
 * value.  Node n of a tree sends a number below the threshold to node 2n + 1
 * and any other to 2n + 2; a leaf has a value and no feature.  What a model
 * begins with stands in tree 0, node 0.
 */
#ifndef MODEL_TREES_H
#define MODEL_TREES_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum { TREES_MODELS = 32, TREES_NODES = 31, TREE_LEAF = UINT16_MAX };

struct tree_node {
	uint16_t feature;	/* or TREE_LEAF */
	float threshold, value;	/* value: mean of what is below the node */
};

struct tree {
	struct tree_node nodes[TREES_NODES];
};

struct trees_model {
	struct slice name;
	struct tree *trees;
	size_t count, capacity;
};

/* Zeroed is empty and ready for use. */
struct trees {
	struct trees_model models[TREES_MODELS];
	size_t count;
};

/*
 * Read a file's bytes, which must outlive the models; names are those of the
 * features, in the order in which they are given later.  Damaged is exit 2.
 */
void trees_read(struct trees *trees, struct slice bytes,
    const char *(*name)(unsigned), unsigned features);

/* The model of a name, or NULL. */
const struct trees_model *trees_find(const struct trees *trees,
    const char *name);

/* The logarithm of the odds; linear in trees. */
float trees_score(const struct trees_model *model, const float *features);

/* The probability, 0 to 1. */
float trees_probability(const struct trees_model *model,
    const float *features);

/*
 * What each feature adds to the score (Saabas 2014): the change of the mean
 * along the path of each tree, added up by feature.
 */
void trees_explain(const struct trees_model *model, const float *features,
    float *parts);

void trees_free(struct trees *trees);

#endif
