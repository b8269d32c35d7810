/*
 * The relations table: claims with what they are related to.
 */
#ifndef COMPARE_OUTPUT_H
#define COMPARE_OUTPUT_H

#include "compare/relate.h"
#include "compare/topic.h"
#include "tsv/tsv.h"

struct relation_columns {
	int relation, kind, sentence_kind, topic, confidence;
	int with, with_doc, with_outlet, with_date, with_source_id;
	int with_content_span, with_content, witnesses, reason;
	int why;		/* -1 without --explain */
	int kind_in;		/* of the input: the kind of sentence, or -1 */
};

/*
 * Add the columns; before tsv_start.  `kind` is the relation's from here on;
 * what the input has under that name, the kind of sentence, moves to
 * `sentence_kind`.
 */
void relation_columns_add(struct relation_columns *columns,
    struct tsv_writer *out, const struct tsv_reader *in, bool explain);

/* Write every claim since a day (DAY_NONE: all), in the order of the input. */
void relations_write(struct tsv_writer *out,
    const struct relation_columns *columns, struct claims *claims,
    const struct relations *relations, int32_t since);

#endif
