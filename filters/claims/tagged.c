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

/* Does a character begin at a byte of the sentence, or does it end there? */
static bool
is_border(const struct sentence *sentence, size_t at)
{
	return at == sentence->end ||
	    (sentence->text.at[at - sentence->start] & 0xc0) != 0x80;
}

/* Does a span lie in the sentence, on borders of characters?  If not, the row
   is refused. */
static bool
lies_in(const struct sentence *sentence, struct span span,
    struct tsv_reader *in, const char *column)
{
	if (span.start < span.end && span.start >= sentence->start &&
	    span.end <= sentence->end && is_border(sentence, span.start) &&
	    is_border(sentence, span.end))
		return true;
	tsv_refuse_row(in, sentence->row, "column '%s': %zu-%zu is no part of "
	    "the sentence; run tag-entities again", column, span.start,
	    span.end);
	return false;
}

static bool
check_spans(const struct tagged *document, size_t i, struct tsv_reader *in)
{
	const struct sentence *sentence = &document->text.sentences[i];
	const struct mentions *mentions = &document->mentions[i];
	const struct figures *figures = &document->figures[i];
	const struct timexes *times = &document->times[i];

	for (size_t k = 0; k < mentions->count; k++)
		if (!lies_in(sentence, mentions->at[k].span, in, "entities"))
			return false;
	for (size_t k = 0; k < figures->count; k++)
		if (!lies_in(sentence, figures->at[k].span, in, "figures"))
			return false;
	for (size_t k = 0; k < times->count; k++)
		if (!lies_in(sentence, times->at[k].span, in, "times"))
			return false;
	return true;
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
	return check_spans(document, i, in);
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
