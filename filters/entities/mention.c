/*
 * Reading and writing the items of the columns entities, figures and times.
 *
 * The grammar is that of hearsay-tsv(5): an item's parts are joined by colons,
 * its last part takes the colons that are left (a time of day has some).
 */
#include "entities/mention.h"

static const char *const type_names[MENTION_TYPE_COUNT] = {
	[MENTION_PER] = "PER", [MENTION_ORG] = "ORG", [MENTION_GPE] = "GPE",
	[MENTION_LOC] = "LOC", [MENTION_FAC] = "FAC", [MENTION_NORP] = "NORP",
	[MENTION_EVENT] = "EVENT", [MENTION_WORK] = "WORK",
	[MENTION_MISC] = "MISC"
};

static const char *const kind_names[MENTION_KIND_COUNT] = {
	[MENTION_NAM] = "NAM", [MENTION_ADJ] = "ADJ", [MENTION_NOM] = "NOM",
	[MENTION_PRO] = "PRO"
};

static const char *const approx_names[APPROX_COUNT] = {
	[APPROX_EXACT] = "exact", [APPROX_MIN] = "min", [APPROX_MAX] = "max",
	[APPROX_ABOUT] = "about", [APPROX_GT] = "gt", [APPROX_LT] = "lt"
};

static const char *const timex_names[TIMEX_TYPE_COUNT] = {
	[TIMEX_DATE] = "DATE", [TIMEX_TIME] = "TIME",
	[TIMEX_DURATION] = "DURATION", [TIMEX_SET] = "SET"
};

/* The index of name, or count. */
static unsigned
index_of(const char *const names[], unsigned count, struct slice name)
{
	unsigned i;

	for (i = 0; i < count; i++)
		if (slice_is(name, names[i]))
			break;
	return i;
}

/* Is span none at all, or does it stand before the one that came last? */
static bool
out_of_order(struct span span, const struct span *last)
{
	if (span.start >= span.end)
		return true;
	return last && mention_order(last, &span) > 0;
}

static bool
mention_parse(struct slice item, struct mention *mention)
{
	struct slice parts[4];

	if (!list_parts(item, parts, 4) || parts[2].length == 0 ||
	    !span_parse(parts[0], &mention->span))
		return false;
	mention->type = mention_type_of(parts[1]);
	mention->id = parts[2];
	mention->kind = mention_kind_of(parts[3]);
	return mention->type != MENTION_TYPE_COUNT &&
	    mention->kind != MENTION_KIND_COUNT;
}

/* "20" or "20..30". */
static bool
value_parse(struct slice value, double *low, double *high)
{
	for (size_t i = 0; i + 1 < value.length; i++)
		if (value.at[i] == '.' && value.at[i + 1] == '.')
			return decimal_parse(slice_part(value, 0, i), low) &&
			    decimal_parse(slice_part(value, i + 2,
			    value.length), high);
	if (!decimal_parse(value, low))
		return false;
	*high = *low;
	return true;
}

static bool
figure_parse(struct slice item, struct figure *figure)
{
	struct slice parts[5];

	if (!list_parts(item, parts, 5) ||
	    !span_parse(parts[0], &figure->span) ||
	    !value_parse(parts[1], &figure->low, &figure->high))
		return false;
	figure->value = parts[1];
	figure->approx = approx_of(parts[2]);
	figure->unit = parts[3];
	figure->what = parts[4];
	return figure->approx != APPROX_COUNT;
}

static bool
timex_parse(struct slice item, struct timex *timex)
{
	struct slice parts[3];

	if (!list_parts(item, parts, 3) || parts[2].length == 0 ||
	    !span_parse(parts[0], &timex->span))
		return false;
	timex->type = timex_type_of(parts[1]);
	timex->value = parts[2];
	return timex->type != TIMEX_TYPE_COUNT;
}

bool
mentions_read(struct mentions *mentions, struct slice field,
    struct arena *arena, struct slice *bad)
{
	size_t capacity = 0;
	struct mention *at;

	*mentions = (struct mentions){ 0 };
	while (list_next(&field, bad)) {
		ARENA_GROW(arena, mentions->at, mentions->count, capacity);
		at = mentions->at + mentions->count;
		if (!mention_parse(*bad, at) || out_of_order(at->span,
		    mentions->count > 0 ? &at[-1].span : NULL))
			return false;
		mentions->count++;
	}
	return true;
}

bool
figures_read(struct figures *figures, struct slice field,
    struct arena *arena, struct slice *bad)
{
	size_t capacity = 0;
	struct figure *at;

	*figures = (struct figures){ 0 };
	while (list_next(&field, bad)) {
		ARENA_GROW(arena, figures->at, figures->count, capacity);
		at = figures->at + figures->count;
		if (!figure_parse(*bad, at) || out_of_order(at->span,
		    figures->count > 0 ? &at[-1].span : NULL))
			return false;
		figures->count++;
	}
	return true;
}

bool
timexes_read(struct timexes *timexes, struct slice field,
    struct arena *arena, struct slice *bad)
{
	size_t capacity = 0;
	struct timex *at;

	*timexes = (struct timexes){ 0 };
	while (list_next(&field, bad)) {
		ARENA_GROW(arena, timexes->at, timexes->count, capacity);
		at = timexes->at + timexes->count;
		if (!timex_parse(*bad, at) || out_of_order(at->span,
		    timexes->count > 0 ? &at[-1].span : NULL))
			return false;
		timexes->count++;
	}
	return true;
}

/* `START-END:`, behind a blank when it is not the first item. */
static void
item_begin(struct span span, struct buffer *out)
{
	if (out->length > 0)
		buffer_add_byte(out, ' ');
	buffer_add_number(out, span.start);
	buffer_add_byte(out, '-');
	buffer_add_number(out, span.end);
	buffer_add_byte(out, ':');
}

void
mention_write(const struct mention *mention, struct buffer *out)
{
	item_begin(mention->span, out);
	buffer_add(out, slice_of(mention_type_name(mention->type)));
	buffer_add_byte(out, ':');
	list_add_part(out, mention->id);
	buffer_add_byte(out, ':');
	buffer_add(out, slice_of(mention_kind_name(mention->kind)));
}

void
figure_write(const struct figure *figure, struct buffer *out)
{
	item_begin(figure->span, out);
	buffer_add(out, figure->value);
	buffer_add_byte(out, ':');
	buffer_add(out, slice_of(approx_name(figure->approx)));
	buffer_add_byte(out, ':');
	list_add_part(out, figure->unit);
	buffer_add_byte(out, ':');
	list_add_part(out, figure->what);
}

void
timex_write(const struct timex *timex, struct buffer *out)
{
	item_begin(timex->span, out);
	buffer_add(out, slice_of(timex_type_name(timex->type)));
	buffer_add_byte(out, ':');
	buffer_add(out, timex->value);
}

int
mention_order(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return 0;
}

const char *
mention_type_name(enum mention_type type)
{
	return type_names[type];
}

const char *
mention_kind_name(enum mention_kind kind)
{
	return kind_names[kind];
}

const char *
approx_name(enum approx approx)
{
	return approx_names[approx];
}

const char *
timex_type_name(enum timex_type type)
{
	return timex_names[type];
}

enum mention_type
mention_type_of(struct slice name)
{
	return index_of(type_names, MENTION_TYPE_COUNT, name);
}

enum mention_kind
mention_kind_of(struct slice name)
{
	return index_of(kind_names, MENTION_KIND_COUNT, name);
}

enum approx
approx_of(struct slice name)
{
	return index_of(approx_names, APPROX_COUNT, name);
}

enum timex_type
timex_type_of(struct slice name)
{
	return index_of(timex_names, TIMEX_TYPE_COUNT, name);
}

bool
decimal_parse(struct slice s, double *number)
{
	double value = 0, scale = 0;
	size_t i = 0;
	bool minus = s.length > 0 && s.at[0] == '-', digits = false;

	for (i = minus; i < s.length; i++) {
		if (s.at[i] == '.' && scale == 0 && digits) {
			scale = 1;
			digits = false;
		} else if (s.at[i] >= '0' && s.at[i] <= '9') {
			value = value * 10 + (s.at[i] - '0');
			scale *= 10;
			digits = true;
		} else
			return false;
	}
	if (scale > 1)
		value /= scale;
	*number = minus ? -value : value;
	return digits;
}
