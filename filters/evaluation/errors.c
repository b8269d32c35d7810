/*
 * The errors, one a row: what is missed, what is false, whose span or label is
 * another.
 */
#include "evaluation/report.h"

#include <stdlib.h>

enum error_kind { ERROR_MISSED, ERROR_FALSE, ERROR_SPAN, ERROR_LABEL };

static const char *const error_names[] = { "missed", "false", "span",
	"label" };

struct error {
	const struct item *gold, *found;	/* NULL: there is none */
	enum error_kind kind;
	size_t layer, label;
};

struct errors {
	struct error *at;
	size_t count, capacity;
};

enum column {
	DOC, LAYER, ERROR, GOLD_SPAN, FOUND_SPAN, GOLD, FOUND, TEXT,
	COLUMN_COUNT
};

static const char *const column_names[] = { "doc", "layer", "error",
	"gold_span", "found_span", "gold", "found", "text" };

static int handles[COLUMN_COUNT];

void
errors_start(struct tsv_writer *out)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		handles[i] = tsv_add(out, column_names[i]);
}

/* ---------------------------------------------------------------- finding */

static void
add(struct errors *errors, struct error error)
{
	MEMORY_GROW(errors->at, errors->count, errors->capacity);
	errors->at[errors->count++] = error;
}

/* What is wrong in a pair: the span, and each label that gold has. */
static void
find_in_pair(struct errors *errors, size_t layer, const struct item *gold,
    const struct item *found)
{
	struct error error = { gold, found, ERROR_SPAN, layer, 0 };

	if (gold->share < 1)
		add(errors, error);
	error.kind = ERROR_LABEL;
	for (; error.label < LABEL_MAX; error.label++)
		if (gold->labels[error.label].length > 0 &&
		    !slice_equal(gold->labels[error.label],
		    found->labels[error.label]))
			add(errors, error);
}

static void
find_errors(struct errors *errors, const struct comparison *comparison,
    size_t layer)
{
	const struct items *gold = &comparison->gold.layers[layer];
	const struct items *found = &comparison->found.layers[layer];

	if (gold->count == 0)
		return;
	for (size_t i = 0; i < gold->count; i++) {
		const struct item *item = &gold->at[i];

		if (item->match == ITEM_NONE)
			add(errors, (struct error){ item, NULL, ERROR_MISSED,
			    layer, 0 });
		else
			find_in_pair(errors, layer, item,
			    &found->at[item->match]);
	}
	for (size_t i = 0; i < found->count; i++)
		if (found->at[i].match == ITEM_NONE)
			add(errors, (struct error){ NULL, &found->at[i],
			    ERROR_FALSE, layer, 0 });
}

/* ------------------------------------------------------------------ order */

static const struct item *
item_of(const struct error *error)
{
	return error->gold ? error->gold : error->found;
}

static int
compare_numbers(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* By document, place, layer, error and label; then as the tables have it. */
static int
compare_errors(const void *a, const void *b)
{
	const struct error *x = a, *y = b;
	int order = item_compare(item_of(x), item_of(y));

	if (order == 0)
		order = compare_numbers(x->layer, y->layer);
	if (order == 0)
		order = compare_numbers(x->kind, y->kind);
	if (order == 0)
		order = compare_numbers(item_of(x)->line, item_of(y)->line);
	return order != 0 ? order : compare_numbers(x->label, y->label);
}

/* ----------------------------------------------------------------- output */

/* `10-20;30-40`, and of a pair ` DOC:50-60` behind it. */
static void
set_span(struct tsv_writer *out, enum column column, const struct item *item)
{
	struct buffer *value = tsv_value(out, handles[column]);
	struct buffer side = { 0 };

	for (size_t i = 0; item && i < 2 && item->sides[i].count > 0; i++) {
		buffer_clear(&side);
		for (size_t k = 0; k < item->sides[i].count; k++)
			span_add(&side, item->sides[i].spans[k]);
		if (i > 0) {
			buffer_add_byte(value, ' ');
			buffer_add(value, item->with_doc);
			buffer_add_byte(value, ':');
		}
		buffer_add(value, buffer_slice(&side));
	}
	buffer_free(&side);
}

/* What one table says of it: its text where the span is wrong, or a label. */
static struct slice
value_of(const struct error *error, const struct item *item)
{
	if (!item)
		return (struct slice){ "", 0 };
	return error->kind == ERROR_SPAN ? item->text :
	    item->labels[error->label];
}

static void
write_error(struct tsv_writer *out, const struct layer *layer,
    const struct error *error)
{
	struct buffer *name = tsv_value(out, handles[LAYER]);
	struct slice text = item_of(error)->text;

	buffer_add(name, slice_of(layer->name));
	if (error->kind == ERROR_LABEL)
		buffer_printf(name, ":%s", layer->labels[error->label]);
	if (text.length == 0 && error->found)
		text = error->found->text;
	tsv_set_raw(out, handles[DOC], item_of(error)->doc);
	tsv_set(out, handles[ERROR], slice_of(error_names[error->kind]));
	set_span(out, GOLD_SPAN, error->gold);
	set_span(out, FOUND_SPAN, error->found);
	tsv_set_raw(out, handles[GOLD], value_of(error, error->gold));
	tsv_set_raw(out, handles[FOUND], value_of(error, error->found));
	tsv_set_raw(out, handles[TEXT], text);
	tsv_put(out, NULL);
}

void
errors_write(struct tsv_writer *out, const struct comparison *comparison)
{
	const struct table_kind *kind = comparison->kind;
	struct errors errors = { 0 };

	for (size_t i = 0; i < kind->layer_count; i++)
		find_errors(&errors, comparison, i);
	if (errors.count > 0)
		qsort(errors.at, errors.count, sizeof *errors.at,
		    compare_errors);
	for (size_t i = 0; i < errors.count; i++)
		write_error(out, &kind->layers[errors.at[i].layer],
		    &errors.at[i]);
	free(errors.at);
}
