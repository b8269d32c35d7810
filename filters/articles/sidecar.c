/*
 * --sources: a table beside the articles.
 */
#include "articles/sidecar.h"

#include <stdlib.h>
#include <unistd.h>

#include "articles/date.h"
#include "articles/id.h"
#include "base/message.h"
#include "tsv/tsv.h"

static enum article_field
field_of(struct slice column)
{
	int field = 0;

	while (field < ARTICLE_FIELDS && !slice_is(column,
	    article_field_name((enum article_field)field)))
		field++;
	return (enum article_field)field;
}

static void
read_columns(struct sidecar *sidecar, struct tsv_reader *in)
{
	struct arena *arena = &sidecar->arena;

	sidecar->column_count = in->column_count;
	sidecar->columns = arena_new(arena, in->column_count,
	    sizeof *sidecar->columns);
	sidecar->fields = arena_new(arena, in->column_count,
	    sizeof *sidecar->fields);
	for (size_t i = 0; i < in->column_count; i++) {
		struct slice name = arena_copy(arena, in->columns[i]);

		sidecar->columns[i] = name;
		sidecar->fields[i] = field_of(name);
		if (slice_is(name, "text") || slice_is(name, "sha256") ||
		    slice_is(name, "why"))
			tsv_refuse(in, "the column '%s' comes from the "
			    "article: take it out", name.at);
	}
}

/* An editor's date is refused at once: a typing error is soon put right. */
static void
check_date(struct tsv_reader *in, struct slice value)
{
	struct buffer date = { 0 };

	if (value.length > 0 && !date_parse(value, &date))
		tsv_refuse(in, "the date '%.*s' cannot be read: write it like "
		    "2024-03-21", (int)value.length, value.at);
	buffer_free(&date);
}

static void
add_row(struct sidecar *sidecar, struct tsv_reader *in, int doc)
{
	struct arena *arena = &sidecar->arena;
	struct sidecar_row row = { .line = in->line };
	struct slice id = id_safe(tsv_unescape(in->fields[doc], arena), arena);
	uint32_t *index = hash_put(&sidecar->docs, id);

	if (*index != HASH_NONE) {
		tsv_refuse(in, "doc '%.*s' stands in line %zu already",
		    (int)id.length, id.at, sidecar->rows[*index].line);
		return;
	}
	*index = (uint32_t)sidecar->count;
	row.values = arena_new(arena, in->column_count, sizeof *row.values);
	for (size_t i = 0; i < in->column_count; i++) {
		row.values[i] = arena_copy(arena,
		    tsv_unescape(in->fields[i], arena));
		if (sidecar->fields[i] == ARTICLE_DATE)
			check_date(in, row.values[i]);
	}
	MEMORY_GROW(sidecar->rows, sidecar->count, sidecar->capacity);
	sidecar->rows[sidecar->count++] = row;
}

void
sidecar_open(struct sidecar *sidecar, const char *path)
{
	struct tsv_reader in;
	int doc;

	sidecar->name = path;
	tsv_open_file(&in, path);
	doc = tsv_require(&in, "doc", "it says which article a row is about");
	read_columns(sidecar, &in);
	while (tsv_next(&in))
		add_row(sidecar, &in, doc);
	if (tsv_close(&in) != STATUS_OK)
		_exit(STATUS_DATA);
}

const struct sidecar_row *
sidecar_find(struct sidecar *sidecar, struct slice doc)
{
	uint32_t index = hash_get(&sidecar->docs, doc);

	if (index == HASH_NONE)
		return NULL;
	sidecar->rows[index].used = true;
	return &sidecar->rows[index];
}

void
sidecar_close(struct sidecar *sidecar)
{
	for (size_t i = 0; i < sidecar->count; i++)
		if (!sidecar->rows[i].used)
			message_at(sidecar->name, sidecar->rows[i].line,
			    "no article has the doc of this row");
	arena_free(&sidecar->arena);
	hash_free(&sidecar->docs);
	free(sidecar->rows);
}
