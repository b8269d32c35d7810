/*
 * From the rows of a table to items.
 */
#include "evaluation/item.h"

#include <stdlib.h>

/* Where a table has what a layer wants; -1: nowhere. */
struct layer_columns {
	int span, end, with_span, class, text, with_text;
	int labels[LABEL_MAX];
};

struct reading {
	struct judged *judged;
	struct tsv_reader *in;
	const struct hash *among;
	bool keep_text;
	int doc, with_doc;
	struct layer_columns columns[LAYER_MAX];
};

/* ---------------------------------------------------------------- columns */

static int
find(const struct tsv_reader *in, const char *column)
{
	return column ? tsv_find(in, column) : -1;
}

/* As find, but where the gold table has the column it must be there. */
static int
find_like(const struct tsv_reader *in, const char *column, bool wanted)
{
	if (!wanted)
		return -1;
	return tsv_require(in, column, "the gold table has it; leave it out "
	    "there, or judge a table that has it");
}

static void
find_columns(struct reading *reading, const struct table_kind *kind,
    const struct judged *like)
{
	const char *remedy = "see hearsay-evaluate(1) for what is needed";
	const struct tsv_reader *in = reading->in;
	struct judged *judged = reading->judged;

	reading->doc = tsv_require(in, "doc", remedy);
	for (size_t i = 0; kind->needed[i]; i++)
		tsv_require(in, kind->needed[i], remedy);
	reading->with_doc = tsv_find(in, "with_doc");
	for (size_t i = 0; i < kind->layer_count; i++) {
		const struct layer *layer = &kind->layers[i];
		struct layer_columns *columns = &reading->columns[i];

		columns->span = like ? find_like(in, layer->span,
		    like->has_layer[i]) : find(in, layer->span);
		judged->has_layer[i] = columns->span >= 0;
		columns->end = slice_is(slice_of(layer->span), "start") ?
		    find(in, "end") : -1;
		columns->with_span = find(in, layer->with_span);
		columns->class = find(in, layer->class);
		columns->text = find(in, layer->text);
		columns->with_text = find(in, layer->with_text);
		for (size_t k = 0; k < LABEL_MAX; k++) {
			const char *label = layer->labels[k];

			columns->labels[k] = label && like ? find_like(in,
			    label, like->has[i][k]) : find(in, label);
			judged->has[i][k] = columns->labels[k] >= 0;
		}
	}
}

/* ------------------------------------------------------------------ spans */

static int
compare_spans(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

/* Put spans in order and join those that touch. */
static struct extent
make_extent(struct span *spans, size_t count)
{
	struct extent extent = { .spans = spans };
	struct span *last = spans;

	if (count == 0)
		return extent;
	qsort(spans, count, sizeof *spans, compare_spans);
	for (size_t i = 1; i < count; i++) {
		if (spans[i].start > last->end)
			*++last = spans[i];
		else if (spans[i].end > last->end)
			last->end = spans[i].end;
	}
	extent.count = (size_t)(last - spans) + 1;
	for (size_t i = 0; i < extent.count; i++)
		extent.bytes += spans[i].end - spans[i].start;
	return extent;
}

/* Read start and end; false when the record is refused. */
static bool
read_start_end(struct reading *reading, const struct layer_columns *columns,
    struct extent *extent)
{
	struct span *span = arena_new(&reading->judged->arena, 1,
	    sizeof *span);
	struct slice start = reading->in->fields[columns->span];
	struct slice end = reading->in->fields[columns->end];

	if (!slice_number(start, &span->start) ||
	    !slice_number(end, &span->end) || span->start >= span->end) {
		tsv_refuse(reading->in, "columns 'start' and 'end': '%.*s' and "
		    "'%.*s' are no bytes of a text", (int)start.length,
		    start.at, (int)end.length, end.at);
		return false;
	}
	*extent = make_extent(span, 1);
	return true;
}

/* Read a field of spans, which may be empty; false when it is refused. */
static bool
read_spans(struct reading *reading, int column, struct extent *extent)
{
	struct arena *arena = &reading->judged->arena;
	struct slice field = reading->in->fields[column], rest = field;
	struct span *spans = NULL, span;
	size_t count = 0, capacity = 0;

	while (span_next(&rest, &span) && span.start < span.end) {
		ARENA_GROW(arena, spans, count, capacity);
		spans[count++] = span;
	}
	if (rest.at) {
		struct slice name = reading->in->columns[column];

		tsv_refuse(reading->in, "column '%.*s': '%.*s' is no list of "
		    "spans", (int)name.length, name.at, (int)field.length,
		    field.at);
		return false;
	}
	*extent = make_extent(spans, count);
	return true;
}

/* ------------------------------------------------------------------ items */

/*
 * Put a pair's sides in order, so that the table's order tells nothing.  Were
 * they turned?
 */
static bool
turn(struct item *item)
{
	struct extent side = item->sides[0];
	struct slice doc = item->doc;
	int order = slice_compare(doc, item->with_doc);

	if (order == 0)
		order = compare_spans(side.spans, item->sides[1].spans);
	if (order <= 0)
		return false;
	item->sides[0] = item->sides[1];
	item->sides[1] = side;
	item->doc = item->with_doc;
	item->with_doc = doc;
	return true;
}

/* The second side of a pair; false when the record is refused. */
static bool
read_other_side(struct reading *reading, const struct layer_columns *columns,
    struct item *item)
{
	if (!read_spans(reading, columns->with_span, &item->sides[1]))
		return false;
	if (item->sides[1].count == 0) {
		tsv_refuse(reading->in, "column 'with_content_span' is empty");
		return false;
	}
	item->with_doc = arena_copy(&reading->judged->arena,
	    reading->in->fields[reading->with_doc]);
	return true;
}

/* The text, and of a pair both, in the order of its sides. */
static struct slice
read_text(struct reading *reading, const struct layer_columns *columns,
    bool turned)
{
	const struct slice *fields = reading->in->fields;
	struct arena *arena = &reading->judged->arena;
	struct slice text = tsv_field(fields, columns->text);
	struct slice with = tsv_field(fields, columns->with_text);
	struct buffer both = { 0 };

	if (with.length == 0)
		return arena_copy(arena, text);
	buffer_add(&both, turned ? with : text);
	buffer_add(&both, SLICE(" | "));
	buffer_add(&both, turned ? text : with);
	text = arena_copy(arena, buffer_slice(&both));
	buffer_free(&both);
	return text;
}

/* The item of the record in a layer, if it has one. */
static void
read_item(struct reading *reading, const struct layer *layer,
    const struct layer_columns *columns, struct items *items,
    struct slice doc)
{
	const struct slice *fields = reading->in->fields;
	struct item item = { .doc = doc, .line = reading->in->line,
		.match = ITEM_NONE };
	bool turned;

	if (columns->span < 0 ||
	    (layer->class && !layer_has(layer,
	    tsv_field(fields, columns->class))) ||
	    (layer->with_span && fields[reading->with_doc].length == 0))
		return;
	if (columns->end >= 0 ?
	    !read_start_end(reading, columns, &item.sides[0]) :
	    !read_spans(reading, columns->span, &item.sides[0]))
		return;
	if (item.sides[0].count == 0) {
		if (!layer->optional)
			tsv_refuse(reading->in, "column '%s' is empty",
			    layer->span);
		return;
	}
	if (layer->with_span && !read_other_side(reading, columns, &item))
		return;
	turned = layer->with_span && turn(&item);
	for (size_t i = 0; i < LABEL_MAX; i++)
		if (columns->labels[i] >= 0)
			item.labels[i] = arena_copy(&reading->judged->arena,
			    fields[columns->labels[i]]);
	if (reading->keep_text)
		item.text = read_text(reading, columns,
		    turned);
	MEMORY_GROW(items->at, items->count, items->capacity);
	items->at[items->count++] = item;
}

/* Remember a document's name.  False when it is not to be judged. */
static bool
name_document(struct reading *reading, struct slice raw, struct slice *doc)
{
	if (reading->among && hash_get(reading->among, raw) == HASH_NONE)
		return false;
	if (!slice_equal(*doc, raw))
		*doc = arena_copy(&reading->judged->arena, raw);
	*hash_put(&reading->judged->docs, *doc) = 1;
	return true;
}

void
judged_read(struct judged *judged, struct tsv_reader *in,
    const struct table_kind *kind, const struct hash *among,
    const struct judged *like, bool keep_text)
{
	struct reading reading = { .judged = judged, .in = in, .among = among,
		.keep_text = keep_text };
	struct slice doc = { 0 }, with_doc = { 0 };

	find_columns(&reading, kind, like);
	while (tsv_next(in)) {
		struct slice with = tsv_field(in->fields, reading.with_doc);

		if (!name_document(&reading, in->fields[reading.doc], &doc) ||
		    (with.length > 0 &&
		    !name_document(&reading, with, &with_doc)))
			continue;
		for (size_t i = 0; i < kind->layer_count; i++)
			if (!in->failed)
				read_item(&reading, &kind->layers[i],
				    &reading.columns[i], &judged->layers[i],
				    doc);
	}
}

void
judged_free(struct judged *judged)
{
	for (size_t i = 0; i < LAYER_MAX; i++)
		free(judged->layers[i].at);
	hash_free(&judged->docs);
	arena_free(&judged->arena);
}

/* ------------------------------------------------------------------ order */

static int
compare_extents(const struct extent *a, const struct extent *b)
{
	for (size_t i = 0; i < a->count && i < b->count; i++) {
		int order = compare_spans(&a->spans[i], &b->spans[i]);

		if (order != 0)
			return order;
	}
	return (a->count > b->count) - (a->count < b->count);
}

int
item_compare(const struct item *a, const struct item *b)
{
	int order = slice_compare(a->doc, b->doc);

	if (order == 0)
		order = slice_compare(a->with_doc, b->with_doc);
	for (size_t i = 0; i < 2 && order == 0; i++)
		order = compare_extents(&a->sides[i], &b->sides[i]);
	return order;
}
