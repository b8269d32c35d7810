/*
 * A document from the rows of a sentences table.
 *
 * Whatever a user may have done to the table between two filters is checked
 * here once, so that the modules above can trust every offset.
 */
#include "text/document.h"

#include "text/lemma.h"
#include "text/quotation.h"
#include "text/tagger.h"

enum { DOCUMENT_MAX = INT32_MAX };	/* bytes; offsets fit 32 bits */

static const char remedy[] = "run split first";

void
sentence_columns_find(struct sentence_columns *columns,
    const struct tsv_reader *in)
{
	*columns = (struct sentence_columns){
		.doc = tsv_require(in, "doc", "run read-articles first"),
		.outlet = tsv_find(in, "outlet"),
		.upstream = tsv_find(in, "upstream"),
		.date = tsv_find(in, "date"),
		.paragraph = tsv_require(in, "paragraph", remedy),
		.sentence = tsv_require(in, "sentence", remedy),
		.kind = tsv_require(in, "kind", remedy),
		.start = tsv_require(in, "start", remedy),
		.end = tsv_require(in, "end", remedy),
		.text = tsv_require(in, "text", remedy)
	};
}

/* Refuse a row of the group, which the reader has left behind. */
static bool
refuse(struct tsv_reader *in, const struct tsv_row *row, const char *column,
    struct slice value, const char *why)
{
	tsv_refuse_row(in, row, "column '%s': '%.*s' %s; run split again",
	    column, (int)(value.length < 40 ? value.length : 40), value.at,
	    why);
	return false;
}

static bool
read_number(struct tsv_reader *in, const struct tsv_row *row, int column,
    const char *name, size_t *number)
{
	struct slice field = tsv_field(row->fields, column);

	if (!slice_number(field, number) || *number > DOCUMENT_MAX)
		return refuse(in, row, name, field, "is not a number");
	return true;
}

/* Read one row; `before` is the sentence in front of it, or NULL. */
static bool
read_sentence(struct sentence *s, struct tsv_group *group,
    struct tsv_reader *in, const struct sentence_columns *columns,
    const struct sentence *before)
{
	struct tsv_row *row = s->row;
	struct slice start = tsv_field(row->fields, columns->start);
	struct slice end = tsv_field(row->fields, columns->end);
	struct slice kind = tsv_field(row->fields, columns->kind);

	if (!read_number(in, row, columns->start, "start", &s->start) ||
	    !read_number(in, row, columns->end, "end", &s->end) ||
	    !read_number(in, row, columns->paragraph, "paragraph",
	    &s->paragraph))
		return false;
	if (before && s->start < before->end)
		return refuse(in, row, "start", start,
		    "lies before the end of the sentence in front of it");
	s->text = tsv_unescape(tsv_field(row->fields, columns->text),
	    &group->arena);
	if (s->end < s->start || s->end - s->start != s->text.length)
		return refuse(in, row, "end", end,
		    "does not fit start and the length of the text");
	s->kind = kind_of(kind);
	if (s->kind == KIND_COUNT)
		return refuse(in, row, "kind", kind,
		    "is no kind of sentence");
	return true;
}

static void
read_words(struct sentence *s, struct arena *arena)
{
	s->tokens = tokens_cut(s->text, s->start, arena, &s->count);
	tagger_tag(s->tokens, s->count);
	for (size_t i = 0; i < s->count; i++) {
		struct token *token = &s->tokens[i];

		token->lemma = lemma_of(token->lower, token->tag, arena);
	}
}

bool
document_read(struct document *document, struct tsv_group *group,
    struct tsv_reader *in, const struct sentence_columns *columns)
{
	const struct slice *first = group->rows[0].fields;
	struct arena *arena = &group->arena;

	*document = (struct document){
		.doc = tsv_field(first, columns->doc),
		.outlet = tsv_unescape(tsv_field(first, columns->outlet),
		    arena),
		.upstream = tsv_unescape(tsv_field(first, columns->upstream),
		    arena),
		.date = tsv_field(first, columns->date),
		.sentences = arena_new(arena, group->count,
		    sizeof *document->sentences),
		.count = group->count,
		.arena = arena
	};
	for (size_t i = 0; i < group->count; i++) {
		struct sentence *s = &document->sentences[i];

		*s = (struct sentence){ .row = &group->rows[i] };
		if (!read_sentence(s, group, in, columns,
		    i > 0 ? s - 1 : NULL))
			return false;
		read_words(s, arena);
	}
	quotations_pair(document);
	return true;
}
