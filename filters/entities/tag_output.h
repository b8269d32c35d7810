/*
 * How tag-entities writes what it found: as three list columns, or one
 * mention a row.
 */
#ifndef ENTITIES_TAG_OUTPUT_H
#define ENTITIES_TAG_OUTPUT_H

#include "entities/tag.h"
#include "tsv/tsv.h"

struct tag_output {
	struct tsv_writer out;
	bool long_form, explain;
	int entities, figures, times, why;	/* the list columns */
	int doc, sentence, start, end, type, id, mention, text; /* --long */
	int sentence_in;	/* the input's column, or -1 */
};

/*
 * Which mentions are wanted: types is a list joined by commas, empty for all.
 * A word in it that is no type is a message and exit status 2.
 */
void tag_choose(struct tag_choice *choice, struct slice types, bool pronouns);

/* Start the output table. */
void tag_output_open(struct tag_output *output, const struct tsv_reader *in,
    bool long_form, bool explain);

/* Write the rows of one document. */
void tag_output_write(struct tag_output *output,
    const struct document *document, const struct tagged *tagged);

int tag_output_close(struct tag_output *output);

#endif
