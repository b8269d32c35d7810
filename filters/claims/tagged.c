/*
 * Reading a tagged document: its sentences, and their list columns.
 */
#include "claims/tagged.h"

static const char remedy[] = "run tag-entities first";

void
tagged_columns_find(struct tagged_columns *columns,
    const struct tsv_reader *in)
{
	sentence_columns_find(&columns->sentences, in);
	columns->entities = tsv_require(in, "entities", remedy);
	columns->figures = tsv_require(in, "figures", remedy);
	columns->times = tsv_require(in, "times", remedy);
}

static bool
refuse(struct tsv_reader *in, const struct tsv_row *row, const char *column,
    struct slice bad)
{
	in->line = row->line;
	tsv_refuse(in, "column '%s': '%.*s' is no item of it; run "
	    "tag-entities again", column,
	    (int)(bad.length < 40 ? bad.length : 40), bad.at);
	return false;
}

/* All of one sentence's items must lie in it: the modules trust them. */
static bool
read_items(struct tagged *document, size_t i, struct tsv_reader *in,
    const struct tagged_columns *columns)
{
	struct arena *arena = document->text.arena;
	const struct tsv_row *row = document->text.sentences[i].row;
	struct slice bad;

	if (!mentions_read(&document->mentions[i], tsv_unescape(tsv_field(
	    row->fields, columns->entities), arena), arena, &bad))
		return refuse(in, row, "entities", bad);
	if (!figures_read(&document->figures[i], tsv_unescape(tsv_field(
	    row->fields, columns->figures), arena), arena, &bad))
		return refuse(in, row, "figures", bad);
	if (!timexes_read(&document->times[i], tsv_unescape(tsv_field(
	    row->fields, columns->times), arena), arena, &bad))
		return refuse(in, row, "times", bad);
	return true;
}

bool
tagged_read(struct tagged *document, struct tsv_group *group,
    struct tsv_reader *in, const struct tagged_columns *columns)
{
	struct arena *arena = &group->arena;

	if (!document_read(&document->text, group, in, &columns->sentences))
		return false;
	document->mentions = arena_new(arena, group->count,
	    sizeof(*document->mentions));
	document->figures = arena_new(arena, group->count,
	    sizeof(*document->figures));
	document->times = arena_new(arena, group->count,
	    sizeof(*document->times));
	for (size_t i = 0; i < document->text.count; i++)
		if (!read_items(document, i, in, columns))
			return false;
	return true;
}
