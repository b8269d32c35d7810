/*
 * The documents table.
 */
#include "articles/output.h"

#include <inttypes.h>
#include <sha256.h>
#include <stdlib.h>
#include <unistd.h>

#include "articles/date.h"
#include "base/ascii.h"
#include "base/message.h"
#include "base/progress.h"

/* ------------------------------------------------------------- columns */

/*
 * A column's name as the dialect wants it: `Date (UTC)` is date_utc, and one
 * without letters is column_N.
 */
static struct slice
column_name(struct slice raw, size_t number, struct arena *arena)
{
	struct buffer name = { 0 };
	struct slice result;

	for (size_t i = 0; i < raw.length; i++) {
		char byte = raw.at[i];

		if (is_upper(byte))
			byte = (char)(byte | 0x20);
		if (is_lower(byte) || (is_digit(byte) && name.length > 0))
			buffer_add_byte(&name, byte);
		else if (name.length > 0 && name.at[name.length - 1] != '_')
			buffer_add_byte(&name, '_');
	}
	while (name.length > 0 && name.at[name.length - 1] == '_')
		name.length--;
	if (name.length == 0)
		buffer_printf(&name, "column_%zu", number);
	result = arena_copy(arena, buffer_slice(&name));
	buffer_free(&name);
	return result;
}

static bool
is_ours(struct slice name)
{
	for (int field = 0; field < ARTICLE_FIELDS; field++)
		if (slice_is(name,
		    article_field_name((enum article_field)field)))
			return true;
	return slice_is(name, "sha256") || slice_is(name, "why");
}

static int
find_extra(const struct output *out, struct slice name)
{
	return (int)hash_get(&out->extra_names, name);	/* HASH_NONE: -1 */
}

/* A name that no column has yet: `kind`, `kind_2` … */
static struct slice
free_name(struct output *out, struct slice name)
{
	struct slice candidate = name;
	uint32_t *suffix = hash_put(&out->suffixes, name);

	if (*suffix == HASH_NONE)
		*suffix = 1;
	while (is_ours(candidate) || find_extra(out, candidate) >= 0) {
		struct buffer other = { 0 };

		buffer_printf(&other, "%.*s_%" PRIu32, (int)name.length,
		    name.at, ++*suffix);
		candidate = arena_copy(&out->arena, buffer_slice(&other));
		buffer_free(&other);
	}
	return candidate;
}

static void
add_extra(struct output *out, struct slice name)
{
	*hash_put(&out->extra_names, name) = (uint32_t)out->extra_count;
	out->extras[out->extra_count++] = tsv_add(&out->table, name.at);
}

static void
add_extras(struct output *out, const struct slice *names, size_t count)
{
	size_t taken = ARTICLE_FIELDS + 2 + out->sidecar.column_count;
	size_t room = taken < TSV_COLUMN_MAX ? TSV_COLUMN_MAX - taken : 0;

	if (count > room) {
		message_warn("more than %d columns: the last %zu of the first "
		    "input are left out", TSV_COLUMN_MAX, count - room);
		count = room;
	}
	out->extras = memory_new(count + 1, sizeof *out->extras);
	for (size_t i = 0; i < count; i++)
		add_extra(out, free_name(out,
		    column_name(names[i], i + 1, &out->arena)));
}

static void
add_sidecar_columns(struct output *out)
{
	const struct sidecar *sidecar = &out->sidecar;

	out->sidecar_columns = memory_new(sidecar->column_count + 1,
	    sizeof *out->sidecar_columns);
	out->sidecar_shares = memory_new(sidecar->column_count + 1,
	    sizeof *out->sidecar_shares);
	for (size_t i = 0; i < sidecar->column_count; i++) {
		int extra = find_extra(out, sidecar->columns[i]);

		out->sidecar_shares[i] = extra >= 0;
		if (sidecar->fields[i] != ARTICLE_FIELDS)
			out->sidecar_columns[i] = -1;
		else if (extra >= 0)
			out->sidecar_columns[i] = out->extras[extra];
		else
			out->sidecar_columns[i] = tsv_add(&out->table,
			    sidecar->columns[i].at);
	}
}

void
output_start(struct output *out, const struct slice *names, size_t count)
{
	if (out->started)
		return;
	out->started = true;
	for (int i = 0; i < ARTICLE_FIELDS; i++)
		out->fields[i] = tsv_add(&out->table,
		    article_field_name((enum article_field)i));
	out->sha256 = tsv_add(&out->table, "sha256");
	add_extras(out, names, count);
	add_sidecar_columns(out);
	if (out->explain)
		out->why = tsv_add(&out->table, "why");
	tsv_start(&out->table, STDOUT_FILENO, "standard output");
}

int
output_extra(const struct output *out, struct slice name)
{
	struct arena arena = { 0 };
	int extra = find_extra(out, column_name(name, 0, &arena));

	arena_free(&arena);
	return extra;
}

/* -------------------------------------------------------------- fields */

static struct slice
make_id(struct output *out, struct input *in, const struct article *article)
{
	struct slice given = clean_line(article->fields[ARTICLE_DOC],
	    &in->arena, &in->repairs);
	struct slice id = id_safe(given, &in->arena);
	struct buffer name = { 0 };

	if (id.length == 0) {
		id = id_safe(in->stem, &in->arena);
		buffer_add(&name, id.length > 0 ? id : SLICE("article"));
		if (article->number > 0)
			buffer_printf(&name, "#%zu", article->number);
		id = arena_copy(&in->arena, buffer_slice(&name));
		buffer_free(&name);
	}
	id = ids_unique(&out->ids, id);
	if (given.length > 0 && !slice_equal(given, id))
		message_at(in->name, article->line, "the id '%.*s' is written "
		    "'%.*s'", (int)given.length, given.at, (int)id.length,
		    id.at);
	return id;
}

static struct slice
make_date(struct input *in, const struct article *article, struct slice raw)
{
	struct buffer date = { 0 };
	struct slice result = { "", 0 };

	if (raw.length == 0)
		return result;
	if (date_parse(raw, &date))
		result = arena_copy(&in->arena, buffer_slice(&date));
	else
		input_refuse(in, article->date_line ? article->date_line :
		    article->line, "the date '%.*s' cannot be read: write it "
		    "like 2024-03-21; left empty", (int)raw.length, raw.at);
	buffer_free(&date);
	return result;
}

static struct slice
make_url(struct input *in, const struct article *article, struct slice raw)
{
	if (raw.length == 0 || slice_begins_caseless(raw, "http://") ||
	    slice_begins_caseless(raw, "https://"))
		return raw;
	input_refuse(in, article->line, "the URL '%.*s' is not http or https; "
	    "left empty", (int)raw.length, raw.at);
	return (struct slice){ "", 0 };
}

/* The sidecar's word for a field, or the article's own. */
static struct slice
field_value(const struct output *out, const struct sidecar_row *row,
    enum article_field field, struct input *in, struct slice own)
{
	if (row)
		for (size_t i = 0; i < out->sidecar.column_count; i++)
			if (out->sidecar.fields[i] == field &&
			    row->values[i].length > 0)
				own = row->values[i];
	return clean_line(own, &in->arena, &in->repairs);
}

static void
set_fields(struct output *out, struct input *in,
    const struct article *article, const struct sidecar_row *row)
{
	for (int i = ARTICLE_OUTLET; i < ARTICLE_TEXT; i++) {
		enum article_field field = (enum article_field)i;
		struct slice value = field_value(out, row, field, in,
		    article->fields[i]);

		if (field == ARTICLE_DATE)
			value = make_date(in, article, value);
		else if (field == ARTICLE_URL)
			value = make_url(in, article, value);
		tsv_set(&out->table, out->fields[i], value);
	}
}

static void
set_extras(struct output *out, struct input *in,
    const struct article *article)
{
	for (size_t i = 0; i < out->extra_count; i++)
		tsv_set(&out->table, out->extras[i], article->extras ?
		    clean_text(article->extras[i], &in->arena,
		    &in->repairs) : SLICE(""));
}

/* The sidecar's own columns; an empty field of one leaves an article's. */
static void
set_sidecar_columns(struct output *out, const struct sidecar_row *row)
{
	for (size_t i = 0; i < out->sidecar.column_count; i++) {
		struct slice value = row ? row->values[i] : SLICE("");

		if (out->sidecar_columns[i] >= 0 &&
		    (value.length > 0 || !out->sidecar_shares[i]))
			tsv_set(&out->table, out->sidecar_columns[i], value);
	}
}

static void
set_sha256(struct output *out, struct slice text)
{
	char digest[SHA256_DIGEST_STRING_LENGTH];

	SHA256Data((const uint8_t *)text.at, text.length, digest);
	tsv_set(&out->table, out->sha256, slice_of(digest));
}

static void
set_why(struct output *out, const struct input *in,
    const struct article *article)
{
	struct buffer why = { 0 };

	if (!out->explain)
		return;
	buffer_printf(&why, "format %s", in->format_why);
	if (article->why)
		buffer_printf(&why, "; %s", article->why);
	tsv_set(&out->table, out->why, buffer_slice(&why));
	buffer_free(&why);
}

static bool
fits_record(const struct output *out)
{
	size_t length = 0;

	for (size_t i = 0; i < out->table.value_count; i++)
		length += out->table.values[i].length + 1;
	return length <= TSV_RECORD_MAX;
}

void
output_article(struct output *out, struct input *in,
    const struct article *article)
{
	struct slice text = clean_text(article->fields[ARTICLE_TEXT],
	    &in->arena, &in->repairs);
	const struct sidecar_row *row;
	struct slice id;

	if (slice_trim(text).length == 0) {
		input_refuse(in, article->line, "no article: it has no text");
		return;
	}
	output_start(out, NULL, 0);
	id = make_id(out, in, article);
	row = sidecar_find(&out->sidecar, id);
	tsv_set(&out->table, out->fields[ARTICLE_DOC], id);
	set_fields(out, in, article, row);
	tsv_set(&out->table, out->fields[ARTICLE_TEXT], text);
	set_sha256(out, text);
	set_extras(out, in, article);
	set_sidecar_columns(out, row);
	set_why(out, in, article);
	if (!fits_record(out)) {
		input_refuse(in, article->line, "an article of more than "
		    "16 MiB with its escapes: left out");
		return;
	}
	tsv_put(&out->table, NULL);
	progress_documents(1);
}

int
output_finish(struct output *out)
{
	int status;

	output_start(out, NULL, 0);
	status = tsv_finish(&out->table);
	sidecar_close(&out->sidecar);
	free(out->extras);
	free(out->sidecar_columns);
	free(out->sidecar_shares);
	hash_free(&out->extra_names);
	hash_free(&out->suffixes);
	ids_free(&out->ids);
	arena_free(&out->arena);
	return status;
}
