/*
 * Tables of articles with a header row: CSV, CSV with tabs, the dialect.
 *
 * The header's names are mapped to our columns, an exact name before an alias,
 * the first alias before a later one; every other column is a further one.
 */
#include "articles/readers.h"
#include "tsv/csv.h"

enum { LEFT_OUT = -1 };

struct target {
	enum article_field field;	/* ARTICLE_FIELDS: a further column */
	int extra;			/* its place, or LEFT_OUT */
};

struct plan {
	struct arena arena;
	struct slice *names;
	struct target *targets;
	size_t count;		/* columns of the input */
	struct slice *extras;	/* of the record at hand */
	size_t number;		/* of that record */
};

static bool
is_taken(const struct plan *plan, enum article_field field)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->targets[i].field == field)
			return true;
	return false;
}

/* Give each column the field that its name means. */
static void
map_fields(struct plan *plan)
{
	for (size_t i = 0; i < plan->count; i++) {
		enum article_field field = article_field_of(plan->names[i]);

		if (field < ARTICLE_FIELDS && slice_is(plan->names[i],
		    article_field_name(field)) && !is_taken(plan, field))
			plan->targets[i].field = field;
	}
	for (size_t i = 0; i < plan->count; i++) {
		enum article_field field = article_field_of(plan->names[i]);

		if (field < ARTICLE_FIELDS && !is_taken(plan, field) &&
		    plan->targets[i].field == ARTICLE_FIELDS)
			plan->targets[i].field = field;
	}
}

static bool
is_further(const struct plan *plan, size_t column)
{
	return plan->targets[column].field == ARTICLE_FIELDS &&
	    !slice_is(plan->names[column], "sha256") &&
	    !slice_is(plan->names[column], "why");
}

/* Begin the output with the columns that are not ours. */
static void
start_output(struct plan *plan, struct output *out)
{
	struct slice *names = arena_new(&plan->arena, plan->count + 1,
	    sizeof *names);
	size_t count = 0;

	for (size_t i = 0; i < plan->count; i++)
		if (is_further(plan, i)) {
			plan->targets[i].extra = (int)count;
			names[count++] = plan->names[i];
		}
	output_start(out, names, count);
	for (size_t i = 0; i < plan->count; i++)
		if (plan->targets[i].extra >= (int)out->extra_count)
			plan->targets[i].extra = LEFT_OUT;
}

/* Find the columns that are not ours in an output that has begun. */
static void
join_output(struct plan *plan, struct input *in, const struct output *out)
{
	for (size_t i = 0; i < plan->count; i++) {
		if (!is_further(plan, i))
			continue;
		plan->targets[i].extra = output_extra(out, plan->names[i]);
		if (plan->targets[i].extra < 0)
			message_at(in->name, 1, "the column '%.*s' is left "
			    "out: the first input has none of that name",
			    (int)plan->names[i].length, plan->names[i].at);
	}
}

/* Make a plan of the header; false, with a message, when it has no text. */
static bool
plan_make(struct plan *plan, const struct slice *names, size_t count,
    struct input *in, struct output *out)
{
	struct arena *arena = &plan->arena;

	plan->count = count;
	plan->names = arena_new(arena, count + 1, sizeof *plan->names);
	plan->targets = arena_new(arena, count + 1, sizeof *plan->targets);
	for (size_t i = 0; i < count; i++) {
		plan->names[i] = arena_copy(arena, slice_trim(names[i]));
		plan->targets[i] = (struct target){ ARTICLE_FIELDS, LEFT_OUT };
	}
	map_fields(plan);
	if (!is_taken(plan, ARTICLE_TEXT)) {
		input_refuse(in, 1, "no column has the articles' text: name "
		    "it 'text'");
		return false;
	}
	if (out->started)
		join_output(plan, in, out);
	else
		start_output(plan, out);
	plan->extras = arena_new(arena, out->extra_count + 1,
	    sizeof *plan->extras);
	return true;
}

/* One record, its fields unescaped, to the output. */
static void
put_record(struct plan *plan, const struct slice *fields, size_t count,
    size_t line, struct input *in, struct output *out)
{
	struct article article = { .number = ++plan->number, .line = line,
	    .extras = plan->extras };

	if (count != plan->count) {
		input_refuse(in, line, "%zu field%s where the header has "
		    "%zu: left out", count, count == 1 ? "" : "s",
		    plan->count);
		arena_reset(&in->arena);
		return;
	}
	for (size_t i = 0; i < out->extra_count; i++)
		plan->extras[i] = SLICE("");
	for (size_t i = 0; i < count; i++) {
		struct slice value = input_decode(in, fields[i]);

		if (plan->targets[i].field < ARTICLE_FIELDS)
			article.fields[plan->targets[i].field] = value;
		else if (plan->targets[i].extra >= 0)
			plan->extras[plan->targets[i].extra] = value;
	}
	output_article(out, in, &article);
	arena_reset(&in->arena);
}

/* ----------------------------------------------------- CSV, quoted TSV */

static void
read_quoted(struct input *in, struct output *out, char delimiter)
{
	struct csv_reader csv;
	struct plan plan = { 0 };

	csv_open(&csv, input_read, in, in->name, delimiter);
	if (csv_next(&csv) &&
	    plan_make(&plan, csv.fields, csv.field_count, in, out))
		while (csv_next(&csv))
			put_record(&plan, csv.fields, csv.field_count,
			    csv.line, in, out);
	in->failed |= csv.failed;
	csv_close(&csv);
	arena_free(&plan.arena);
}

void
read_csv(struct input *in, struct output *out)
{
	read_quoted(in, out, ',');
}

void
read_quoted_tsv(struct input *in, struct output *out)
{
	read_quoted(in, out, '\t');
}

/* --------------------------------------------------------- the dialect */

/* The fields of a line, raw, in the arena. */
static struct slice *
cut_fields(struct slice line, struct arena *arena, size_t *count)
{
	struct slice *fields = NULL;
	size_t capacity = 0;

	for (*count = 0; line.at; ++*count) {
		struct slice field = slice_cut(&line, '\t');

		ARENA_GROW(arena, fields, *count, capacity);
		fields[*count] = field;
	}
	return fields;
}

static bool
has_bad_escape(struct slice line)
{
	for (size_t i = 0; i < line.length; i++)
		if (line.at[i] == '\\') {
			i++;
			if (i == line.length || !line.at[i] ||
			    !strchr("tnr\\", line.at[i]))
				return true;
		}
	return false;
}

static void
read_record(struct plan *plan, struct slice line, struct input *in,
    struct output *out)
{
	size_t count;
	struct slice *fields;

	if (has_bad_escape(line)) {
		input_refuse(in, in->line, "a backslash that is none of \\t "
		    "\\n \\r \\\\: left out; if the file has no escapes, try "
		    "--format quoted-tsv");
		return;
	}
	fields = cut_fields(line, &in->arena, &count);
	for (size_t i = 0; i < count; i++)
		fields[i] = tsv_unescape(fields[i], &in->arena);
	put_record(plan, fields, count, in->line, in, out);
}

void
read_linear_tsv(struct input *in, struct output *out)
{
	struct plan plan = { 0 };
	struct slice line;
	struct slice *names;
	size_t count;

	if (!input_line(in, &line))
		return;
	names = cut_fields(line, &plan.arena, &count);
	if (plan_make(&plan, names, count, in, out))
		while (input_line(in, &line))
			if (line.length > 0)
				read_record(&plan, line, in, out);
	arena_free(&plan.arena);
}
