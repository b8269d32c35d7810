/*
 * Learning boosted trees.  See boost.h.
 */
#include "model/boost.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { BINS = 48, SAMPLE = 20000 };

struct sums {
	double gradient, weight;	/* first and second derivative */
};

struct learner {
	const struct boost_rows *rows;
	const struct boost_options *options;
	uint8_t *bins;		/* of each row's features */
	float *borders;		/* BINS a feature; a bin begins at its own */
	float *scores;
	float *gradients, *hessians;
	uint32_t *order;	/* rows that the tree sees, node by node */
	uint32_t *spare;
	size_t first[TREES_NODES], last[TREES_NODES];	/* in order */
	unsigned *used;		/* features of this tree */
	unsigned used_count;
	uint64_t state;
};

/* xorshift64* (Vigna 2016), 0 to 1. */
static double
chance(struct learner *learner)
{
	learner->state ^= learner->state >> 12;
	learner->state ^= learner->state << 25;
	learner->state ^= learner->state >> 27;
	return (double)(learner->state * 2685821657736338717u >> 11) /
	    (double)(UINT64_C(1) << 53);
}

static int
by_value(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return x < y ? -1 : x > y;
}

/* Borders so that bins hold about as many different values each. */
static void
set_borders(struct learner *learner, unsigned feature, float *values)
{
	const struct boost_rows *rows = learner->rows;
	float *borders = &learner->borders[feature * BINS];
	size_t step = rows->count / SAMPLE + 1, count = 0, unique = 0;

	for (size_t i = 0; i < rows->count; i += step)
		values[count++] = rows->features[i * rows->feature_count +
		    feature];
	qsort(values, count, sizeof *values, by_value);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || values[i] != values[unique - 1])
			values[unique++] = values[i];
	for (size_t bin = 0; bin < BINS; bin++) {
		size_t at = unique <= BINS ? bin : bin * unique / BINS;

		borders[bin] = bin == 0 ? -INFINITY : at < unique ?
		    (values[at] + values[at - 1]) / 2 : INFINITY;
	}
}

static void
set_bins(struct learner *learner)
{
	const struct boost_rows *rows = learner->rows;
	float *values = memory_new(SAMPLE + rows->count / SAMPLE + 2,
	    sizeof *values);

	for (unsigned f = 0; f < rows->feature_count; f++)
		set_borders(learner, f, values);
	for (size_t i = 0; i < rows->count * rows->feature_count; i++) {
		const float *borders = &learner->borders[
		    i % rows->feature_count * BINS];
		unsigned bin = 0;

		for (unsigned half = 32; half > 0; half /= 2)
			if (bin + half < BINS && rows->features[i] >=
			    borders[bin + half])
				bin += half;
		learner->bins[i] = (uint8_t)bin;
	}
	free(values);
}

static double
gain_of(struct sums s, double calm)
{
	return s.gradient * s.gradient / (s.weight + calm);
}

/* Add up the rows of a node by feature and bin. */
static void
fill(const struct learner *learner, size_t node, struct sums *sums)
{
	const unsigned count = learner->rows->feature_count;

	for (size_t k = learner->first[node]; k < learner->last[node]; k++) {
		uint32_t i = learner->order[k];
		const uint8_t *bins = &learner->bins[(size_t)i * count];

		for (unsigned u = 0; u < learner->used_count; u++) {
			unsigned f = learner->used[u];

			sums[f * BINS + bins[f]].gradient +=
			    learner->gradients[i];
			sums[f * BINS + bins[f]].weight +=
			    learner->hessians[i];
		}
	}
}

/* The best cut of one node; false where none gains. */
static bool
find_cut(const struct learner *learner, size_t node, struct sums all,
    struct tree_node *cut, unsigned *cut_bin)
{
	const struct boost_options *o = learner->options;
	struct sums *sums = memory_new((size_t)learner->rows->feature_count *
	    BINS, sizeof *sums);
	double best = 1e-6, whole = gain_of(all, o->calm);
	bool found = false;

	fill(learner, node, sums);
	for (unsigned u = 0; u < learner->used_count; u++) {
		unsigned f = learner->used[u];
		struct sums left = { 0 };

		for (unsigned bin = 1; bin < BINS; bin++) {
			struct sums right;
			double gain;

			left.gradient += sums[f * BINS + bin - 1].gradient;
			left.weight += sums[f * BINS + bin - 1].weight;
			right = (struct sums){ all.gradient - left.gradient,
				all.weight - left.weight };
			if (left.weight < o->least || right.weight < o->least)
				continue;
			gain = gain_of(left, o->calm) +
			    gain_of(right, o->calm) - whole;
			if (gain <= best)
				continue;
			best = gain;
			cut->feature = (uint16_t)f;
			cut->threshold = learner->borders[f * BINS + bin];
			*cut_bin = bin;
			found = true;
		}
	}
	free(sums);
	return found;
}

/* Send the rows of a node to the two below it. */
static void
divide(struct learner *learner, size_t node, unsigned feature, unsigned bin)
{
	size_t low = learner->first[node], high = 0;

	for (size_t k = learner->first[node]; k < learner->last[node]; k++) {
		uint32_t i = learner->order[k];

		if (learner->bins[(size_t)i * learner->rows->feature_count +
		    feature] < bin)
			learner->order[low++] = i;
		else
			learner->spare[high++] = i;
	}
	memcpy(&learner->order[low], learner->spare, high *
	    sizeof *learner->spare);
	learner->first[node * 2 + 1] = learner->first[node];
	learner->last[node * 2 + 1] = learner->first[node * 2 + 2] = low;
	learner->last[node * 2 + 2] = learner->last[node];
}

static void
grow(struct learner *learner, struct tree *tree)
{
	const struct boost_options *o = learner->options;
	size_t inner = ((size_t)1 << o->depth) - 1;

	for (size_t node = 0; node < TREES_NODES; node++) {
		tree->nodes[node] = (struct tree_node){ TREE_LEAF, 0, 0 };
		if (node > 0)
			learner->first[node] = learner->last[node] = 0;
	}
	for (size_t node = 0; node < inner * 2 + 1; node++) {
		struct tree_node *cut = &tree->nodes[node];
		struct sums all = { 0 };
		unsigned bin = 0;

		for (size_t k = learner->first[node]; k < learner->last[node];
		    k++) {
			all.gradient += learner->gradients[learner->order[k]];
			all.weight += learner->hessians[learner->order[k]];
		}
		if (all.weight <= 0)
			continue;
		cut->value = (float)(-o->rate * all.gradient /
		    (all.weight + o->calm));
		if (node < inner && find_cut(learner, node, all, cut, &bin))
			divide(learner, node, cut->feature, bin);
	}
}

/* Where each row stands, and which rows and features a tree sees. */
static void
prepare(struct learner *learner)
{
	const struct boost_rows *rows = learner->rows;
	const struct boost_options *o = learner->options;

	learner->used_count = 0;
	for (unsigned f = 0; f < rows->feature_count; f++)
		if (chance(learner) < o->columns)
			learner->used[learner->used_count++] = f;
	learner->first[0] = learner->last[0] = 0;
	for (size_t i = 0; i < rows->count; i++) {
		float p = 1 / (1 + expf(-learner->scores[i]));

		learner->gradients[i] = rows->weights[i] *
		    (p - rows->labels[i]);
		learner->hessians[i] = rows->weights[i] * p * (1 - p);
		if (chance(learner) < o->rows)
			learner->order[learner->last[0]++] = (uint32_t)i;
	}
}

static void
add_scores(struct learner *learner, const struct tree *tree)
{
	const struct boost_rows *rows = learner->rows;
	struct trees_model one = { .trees = (struct tree *)(uintptr_t)tree,
		.count = 1 };

	for (size_t i = 0; i < rows->count; i++)
		learner->scores[i] += trees_score(&one,
		    &rows->features[i * rows->feature_count]);
}

/* What the model begins with: the odds of all rows. */
static struct tree
first_tree(const struct boost_rows *rows)
{
	double yes = 0.5, no = 0.5;
	struct tree tree;

	for (size_t i = 0; i < rows->count; i++)
		*(rows->labels[i] ? &yes : &no) += rows->weights[i];
	for (size_t node = 0; node < TREES_NODES; node++)
		tree.nodes[node] = (struct tree_node){ TREE_LEAF, 0, 0 };
	tree.nodes[0].value = (float)log(yes / no);
	return tree;
}

void
boost(struct trees_model *model, const struct boost_rows *rows,
    const struct boost_options *options)
{
	size_t cells = rows->count * rows->feature_count;
	struct learner learner = {
		.rows = rows, .options = options,
		.bins = memory_new(cells + 1, 1),
		.borders = memory_new((size_t)rows->feature_count * BINS,
		    sizeof(float)),
		.scores = memory_new(rows->count + 1, sizeof(float)),
		.gradients = memory_new(rows->count + 1, sizeof(float)),
		.hessians = memory_new(rows->count + 1, sizeof(float)),
		.order = memory_new(rows->count + 1, sizeof(uint32_t)),
		.spare = memory_new(rows->count + 1, sizeof(uint32_t)),
		.used = memory_new(rows->feature_count, sizeof(unsigned)),
		.state = options->seed * 2654435761u + 88172645463325252u
	};

	set_bins(&learner);
	model->count = 0;
	for (size_t t = 0; t <= options->trees; t++) {
		MEMORY_GROW(model->trees, model->count, model->capacity);
		if (t == 0) {
			model->trees[t] = first_tree(rows);
		} else {
			prepare(&learner);
			grow(&learner, &model->trees[t]);
		}
		add_scores(&learner, &model->trees[t]);
		model->count++;
	}
	free(learner.bins);
	free(learner.borders);
	free(learner.scores);
	free(learner.gradients);
	free(learner.hessians);
	free(learner.order);
	free(learner.spare);
	free(learner.used);
}

void
boost_write(FILE *out, const struct trees_model *model,
    const char *(*name)(unsigned))
{
	for (size_t t = 0; t < model->count; t++) {
		const struct tree_node *nodes = model->trees[t].nodes;
		bool there[TREES_NODES] = { true };

		for (size_t n = 0; n < TREES_NODES; n++) {
			bool leaf = nodes[n].feature == TREE_LEAF;

			if (!there[n])
				continue;
			fprintf(out, "%.*s\t%zu\t%zu\t%s\t",
			    (int)model->name.length, model->name.at, t, n,
			    leaf ? "" : name(nodes[n].feature));
			if (!leaf) {
				fprintf(out, "%.5f", nodes[n].threshold);
				there[n * 2 + 1] = there[n * 2 + 2] = true;
			}
			fprintf(out, "\t%.5f\n", nodes[n].value);
		}
	}
}
