/*
 * A document as split left it: sentences with kinds and offsets, cut into
 * tokens, tagged, with quotations paired over all of it.
 *
 * This is what tag-entities and extract-claims work on.  All of it lives in
 * the group's arena and goes with the next document.
 */
#ifndef TEXT_DOCUMENT_H
#define TEXT_DOCUMENT_H

#include <stdint.h>

#include "base/slice.h"
#include "text/token.h"
#include "tsv/list.h"
#include "tsv/tsv.h"

enum sentence_kind {
	KIND_HEADLINE,
	KIND_DATELINE,
	KIND_BODY,
	KIND_CREDIT,
	KIND_DISCLAIMER,
	KIND_BYLINE,
	KIND_CAPTION,
	KIND_COUNT
};

struct sentence {
	struct slice text;
	size_t start, end;	/* bytes of the document */
	size_t paragraph;	/* from 1 */
	enum sentence_kind kind;
	struct token *tokens;
	size_t count;
	struct tsv_row *row;	/* where it came from */
};

/*
 * A stretch between quotation marks.  One that runs over paragraphs (each
 * opened anew, only the last closed) is one quotation.
 */
struct quotation {
	struct span span;	/* bytes of the document, marks included */
	uint32_t first_sentence, first_token;	/* the opening mark */
	uint32_t last_sentence, last_token;	/* the closing mark, or the
						   last token when unclosed */
	uint32_t parent;	/* 0, or 1 + the index of the one around it */
	bool closed;
	bool scare;		/* one to three words, no sentence of its own */
};

struct document {
	struct slice doc, outlet, upstream, date;	/* empty: missing */
	struct sentence *sentences;
	size_t count;
	struct quotation *quotations;
	size_t quotation_count;
	struct arena *arena;
};

/* Where the columns of a sentences table stand. */
struct sentence_columns {
	int doc, outlet, upstream, date;	/* the last three may be -1 */
	int paragraph, sentence, kind, start, end, text;
};

/* Find them; a table that has been through no split is exit status 1. */
void sentence_columns_find(struct sentence_columns *columns,
    const struct tsv_reader *in);

/*
 * The document of a group: sentences read and checked (offsets that are
 * numbers, in order, as long as the text), tokens cut and tagged, lemmas set,
 * quotations paired.  False, with the reader made to refuse the row, when one
 * is wrong.
 */
bool document_read(struct document *document, struct tsv_group *group,
    struct tsv_reader *in, const struct sentence_columns *columns);

/* "headline" and so on; the kind of a name, KIND_COUNT when it is none. */
const char *kind_name(enum sentence_kind kind);
enum sentence_kind kind_of(struct slice name);

#endif
