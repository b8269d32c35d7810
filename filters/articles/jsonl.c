/*
 * JSON Lines: an object a line, its keys mapped as the columns of a table are.
 *
 * The first object of the first input decides the further columns; values of
 * theirs that are objects or arrays are written as JSON.
 */
#include "articles/json.h"
#include "articles/readers.h"

/* The values of our fields among an object's keys. */
struct found {
	const json_t *of[ARTICLE_FIELDS];	/* NULL: none */
};

/* An exact name goes before an alias, an earlier alias before a later one. */
static void
find_fields(struct found *found, const json_t *object)
{
	const char *key;
	json_t *value;

	for (int i = 0; i < ARTICLE_FIELDS; i++) {
		found->of[i] = json_object_get(object,
		    article_field_name((enum article_field)i));
		if (json_is_null(found->of[i]))
			found->of[i] = NULL;
	}
	json_object_foreach((json_t *)(uintptr_t)object, key, value) {
		enum article_field field = article_field_of(slice_of(key));

		if (field < ARTICLE_FIELDS && !found->of[field] &&
		    !json_is_null(value))
			found->of[field] = value;
	}
}

/* Is a key neither a field of ours nor a column that we write ourselves? */
static bool
is_further(const struct found *found, const char *key, const json_t *value)
{
	enum article_field field = article_field_of(slice_of(key));

	return strcmp(key, "sha256") != 0 && strcmp(key, "why") != 0 &&
	    (field == ARTICLE_FIELDS || found->of[field] != value);
}

static void
start_output(const json_t *object, const struct found *found,
    struct input *in, struct output *out)
{
	size_t count = 0;
	struct slice *names = arena_new(&in->arena,
	    json_object_size(object) + 1, sizeof *names);
	const char *key;
	json_t *value;

	if (out->started)
		return;
	json_object_foreach((json_t *)(uintptr_t)object, key, value)
		if (is_further(found, key, value))
			names[count++] = slice_of(key);
	output_start(out, names, count);
}

static struct slice
extra_value(const json_t *value, struct arena *arena)
{
	struct slice result;
	char *json;

	if (!json_is_object(value) && !json_is_array(value))
		return json_words(value, arena);
	json = json_dumps(value, JSON_COMPACT);
	result = arena_copy(arena, slice_of(json));
	free(json);
	return result;
}

static struct slice *
read_extras(const json_t *object, const struct found *found,
    struct input *in, const struct output *out)
{
	struct slice *extras = arena_new(&in->arena, out->extra_count + 1,
	    sizeof *extras);
	const char *key;
	json_t *value;

	for (size_t i = 0; i < out->extra_count; i++)
		extras[i] = SLICE("");
	json_object_foreach((json_t *)(uintptr_t)object, key, value) {
		int extra = is_further(found, key, value) ?
		    output_extra(out, slice_of(key)) : -1;

		if (extra >= 0)
			extras[extra] = extra_value(value, &in->arena);
	}
	return extras;
}

static void
put_object(const json_t *object, struct input *in, struct output *out)
{
	struct article article = { .number = in->line, .line = in->line };
	struct found found;

	find_fields(&found, object);
	start_output(object, &found, in, out);
	for (int i = 0; i < ARTICLE_FIELDS; i++)
		article.fields[i] = json_words(found.of[i], &in->arena);
	article.extras = read_extras(object, &found, in, out);
	output_article(out, in, &article);
}

static void
read_object(struct slice line, struct input *in, struct output *out)
{
	json_error_t error;
	json_t *object = json_read(clean_text(line, &in->arena,
	    &in->repairs), &error);

	if (object && json_is_object(object))
		put_object(object, in, out);
	else if (object)
		input_refuse(in, in->line, "not an object: JSON Lines has one "
		    "{...} a line");
	else
		input_refuse(in, in->line, "not JSON: %s, at byte %d",
		    error.text, error.position);
	json_decref(object);
	arena_reset(&in->arena);
}

/* Is the first line that of one JSON value over many lines? */
static bool
is_other_json(struct slice line)
{
	line = slice_trim(line);
	return slice_begins(line, SLICE("[")) || slice_is(line, "{");
}

void
read_jsonl(struct input *in, struct output *out)
{
	struct slice sample = clean_skip_mark(input_sample(in));
	struct slice line = slice_cut(&sample, '\n');

	if (is_other_json(line)) {
		input_refuse(in, 1, "JSON, but not JSON Lines: one object a "
		    "line comes from %s", slice_trim(line).at[0] == '[' ?
		    "jq -c '.[]'" : "jq -c .");
		return;
	}
	while (input_line(in, &line))
		if (slice_trim(line).length > 0)
			read_object(line, in, out);
}
