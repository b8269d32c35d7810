/*
 * Precision, recall and F1: of the layers, of their labels, and of the values
 * of a layer's main label.
 */
#include "evaluation/report.h"

#include <stdlib.h>

enum { MATCHING_EXACT, MATCHING_OVERLAP, MATCHING_COUNT };

static const char *const matching_names[] = { "exact", "overlap" };

struct counts {
	size_t gold, found, right;
};

/* What one value of a label counts. */
struct value {
	struct slice name;
	struct counts counts[MATCHING_COUNT];
};

struct values {
	struct hash index;
	struct value *at;
	size_t count, capacity;
};

enum column {
	LAYER, MATCHING, GOLD, FOUND, RIGHT, PRECISION, RECALL, F1, COLUMN_COUNT
};

static const char *const column_names[] = { "layer", "matching", "gold",
	"found", "right", "precision", "recall", "f1" };

static int handles[COLUMN_COUNT];

/* ----------------------------------------------------------------- output */

void
figures_start(struct tsv_writer *out)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		handles[i] = tsv_add(out, column_names[i]);
}

/* A share with three decimals; of nothing it is empty. */
static void
set_share(struct tsv_writer *out, enum column column, size_t part,
    size_t whole)
{
	struct buffer *value = tsv_value(out, handles[column]);

	if (whole > 0)
		buffer_printf(value, "%.3f", (double)part / (double)whole);
}

/* Rows `layer`, `layer:label` or `layer:label=value`, one a matching. */
static void
write_rows(struct tsv_writer *out, const char *layer, const char *label,
    struct slice value, const struct counts *counts)
{
	for (size_t i = 0; i < MATCHING_COUNT; i++) {
		const struct counts *row = &counts[i];
		struct buffer *name = tsv_value(out, handles[LAYER]);

		buffer_add(name, slice_of(layer));
		if (label)
			buffer_printf(name, ":%s", label);
		if (value.length > 0) {
			buffer_add_byte(name, '=');
			buffer_add(name, value);
		}
		tsv_set(out, handles[MATCHING], slice_of(matching_names[i]));
		tsv_set_number(out, handles[GOLD], row->gold);
		tsv_set_number(out, handles[FOUND], row->found);
		tsv_set_number(out, handles[RIGHT], row->right);
		set_share(out, PRECISION, row->right, row->found);
		set_share(out, RECALL, row->right, row->gold);
		set_share(out, F1, 2 * row->right, row->gold + row->found);
		tsv_put(out, NULL);
	}
}

/* --------------------------------------------------------------- counting */

/* Is an item with a partner one of this matching? */
static bool
matches(const struct item *item, size_t matching)
{
	return item->match != ITEM_NONE &&
	    (matching == MATCHING_OVERLAP || item->share >= 1);
}

static void
count_layer(const struct items *gold, const struct items *found,
    struct counts *counts)
{
	for (size_t m = 0; m < MATCHING_COUNT; m++) {
		counts[m] = (struct counts){ gold->count, found->count, 0 };
		for (size_t i = 0; i < gold->count; i++)
			counts[m].right += matches(&gold->at[i], m);
	}
}

/* Of the matched items that the gold table gives a label: how many are so. */
static void
count_label(const struct items *gold, const struct items *found, size_t label,
    struct counts *counts)
{
	for (size_t i = 0; i < gold->count; i++) {
		const struct item *item = &gold->at[i];
		struct slice wanted = item->labels[label], have;

		if (item->match == ITEM_NONE || wanted.length == 0)
			continue;
		have = found->at[item->match].labels[label];
		for (size_t m = 0; m < MATCHING_COUNT; m++) {
			bool counted = matches(item, m);

			counts[m].gold += counted;
			counts[m].found += counted && have.length > 0;
			counts[m].right += counted && slice_equal(wanted, have);
		}
	}
}

/* ----------------------------------------------------------------- values */

static struct counts *
value_counts(struct values *values, struct slice name)
{
	uint32_t *place = hash_put(&values->index, name);

	if (*place == HASH_NONE) {
		*place = (uint32_t)values->count;
		MEMORY_GROW(values->at, values->count, values->capacity);
		values->at[values->count++] = (struct value){ .name = name };
	}
	return values->at[*place].counts;
}

static int
compare_values(const void *a, const void *b)
{
	const struct value *x = a, *y = b;

	return slice_compare(x->name, y->name);
}

/* Items of each value of the main label, and pairs of which both have it. */
static void
count_values(struct values *values, const struct items *gold,
    const struct items *found)
{
	for (size_t i = 0; i < gold->count; i++) {
		const struct item *item = &gold->at[i];
		struct counts *counts = value_counts(values, item->labels[0]);
		bool same = item->match != ITEM_NONE &&
		    slice_equal(item->labels[0],
		    found->at[item->match].labels[0]);

		for (size_t m = 0; m < MATCHING_COUNT; m++) {
			counts[m].gold++;
			counts[m].right += same && matches(item, m);
		}
	}
	for (size_t i = 0; i < found->count; i++) {
		struct counts *counts = value_counts(values,
		    found->at[i].labels[0]);

		for (size_t m = 0; m < MATCHING_COUNT; m++)
			counts[m].found++;
	}
}

static void
write_values(struct tsv_writer *out, const struct layer *layer,
    const struct items *gold, const struct items *found)
{
	struct values values = { 0 };

	count_values(&values, gold, found);
	if (values.count > 0)
		qsort(values.at, values.count, sizeof *values.at,
		    compare_values);
	for (size_t i = 0; i < values.count; i++)
		if (values.at[i].name.length > 0)
			write_rows(out, layer->name, layer->labels[0],
			    values.at[i].name, values.at[i].counts);
	hash_free(&values.index);
	free(values.at);
}

void
figures_write(struct tsv_writer *out, const struct comparison *comparison)
{
	const struct slice none = { 0 };

	for (size_t i = 0; i < comparison->kind->layer_count; i++) {
		const struct layer *layer = &comparison->kind->layers[i];
		const struct items *gold = &comparison->gold.layers[i];
		const struct items *found = &comparison->found.layers[i];
		struct counts counts[MATCHING_COUNT];

		if (gold->count == 0)
			continue;
		count_layer(gold, found, counts);
		write_rows(out, layer->name, NULL, none, counts);
		for (size_t k = 0; k < LABEL_MAX; k++) {
			struct counts label[MATCHING_COUNT] = { 0 };

			if (!comparison->gold.has[i][k])
				continue;
			count_label(gold, found, k, label);
			if (label[MATCHING_OVERLAP].gold > 0)
				write_rows(out, layer->name, layer->labels[k],
				    none, label);
		}
		if (layer->values && comparison->gold.has[i][0])
			write_values(out, layer, gold, found);
	}
}
