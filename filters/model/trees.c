/*
 * Boosted trees.  See trees.h.
 */
#include "model/trees.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/message.h"
#include "entities/mention.h"
#include "tsv/tsv.h"

static struct trees_model *
model_of(struct trees *trees, struct slice name)
{
	for (size_t i = 0; i < trees->count; i++)
		if (slice_equal(trees->models[i].name, name))
			return &trees->models[i];
	if (trees->count == TREES_MODELS)
		return NULL;
	trees->models[trees->count].name = name;
	return &trees->models[trees->count++];
}

static struct tree *
tree_of(struct trees_model *model, size_t number)
{
	if (number > model->count)
		return NULL;
	if (number == model->count) {
		MEMORY_GROW(model->trees, model->count, model->capacity);
		model->trees[model->count] = (struct tree){ 0 };
		for (size_t i = 0; i < TREES_NODES; i++)
			model->trees[model->count].nodes[i].feature =
			    TREE_LEAF;
		model->count++;
	}
	return &model->trees[number];
}

static bool
feature_of(struct slice field, const char *(*name)(unsigned),
    unsigned features, uint16_t *feature)
{
	*feature = TREE_LEAF;
	if (field.length == 0)
		return true;
	for (unsigned i = 0; i < features; i++)
		if (slice_is(field, name(i)))
			*feature = (uint16_t)i;
	return *feature != TREE_LEAF;
}

static bool
read_node(struct trees *trees, const struct slice *fields,
    const char *(*name)(unsigned), unsigned features)
{
	struct trees_model *model = model_of(trees, fields[0]);
	struct tree_node node = { 0 };
	struct tree *tree;
	size_t number, at;
	double threshold = 0, value;

	if (!model || !slice_number(fields[1], &number) ||
	    !(tree = tree_of(model, number)) ||
	    !slice_number(fields[2], &at) || at >= TREES_NODES ||
	    !feature_of(fields[3], name, features, &node.feature) ||
	    (node.feature != TREE_LEAF && (at * 2 + 2 >= TREES_NODES ||
	    !decimal_parse(fields[4], &threshold))) ||
	    !decimal_parse(fields[5], &value))
		return false;
	node.threshold = (float)threshold;
	node.value = (float)value;
	tree->nodes[at] = node;
	return true;
}

void
trees_read(struct trees *trees, struct slice bytes,
    const char *(*name)(unsigned), unsigned features)
{
	struct tsv_reader in;

	tsv_open_bytes(&in, bytes, "built-in trees");
	if (in.column_count != 6)
		message_fail(STATUS_SYSTEM, "the built-in trees are damaged");
	while (tsv_next(&in))
		if (!read_node(trees, in.fields, name, features))
			message_fail(STATUS_SYSTEM, "the built-in trees fit "
			    "another version");
	tsv_close(&in);
}

const struct trees_model *
trees_find(const struct trees *trees, const char *name)
{
	for (size_t i = 0; i < trees->count; i++)
		if (slice_is(trees->models[i].name, name))
			return &trees->models[i];
	return NULL;
}

float
trees_score(const struct trees_model *model, const float *features)
{
	float sum = 0;

	for (size_t t = 0; t < model->count; t++) {
		const struct tree_node *nodes = model->trees[t].nodes;
		size_t at = 0;

		while (nodes[at].feature != TREE_LEAF)
			at = at * 2 + 1 + (features[nodes[at].feature] >=
			    nodes[at].threshold);
		sum += nodes[at].value;
	}
	return sum;
}

float
trees_probability(const struct trees_model *model, const float *features)
{
	return 1 / (1 + expf(-trees_score(model, features)));
}

void
trees_explain(const struct trees_model *model, const float *features,
    float *parts)
{
	for (size_t t = 0; t < model->count; t++) {
		const struct tree_node *nodes = model->trees[t].nodes;
		size_t at = 0;

		while (nodes[at].feature != TREE_LEAF) {
			size_t next = at * 2 + 1 + (features[nodes[at].
			    feature] >= nodes[at].threshold);

			parts[nodes[at].feature] += nodes[next].value -
			    nodes[at].value;
			at = next;
		}
	}
}

void
trees_free(struct trees *trees)
{
	for (size_t i = 0; i < trees->count; i++)
		free(trees->models[i].trees);
	*trees = (struct trees){ 0 };
}
