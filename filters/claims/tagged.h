/*
 * A document as tag-entities left it.
 */
#ifndef CLAIMS_TAGGED_H
#define CLAIMS_TAGGED_H

#include "entities/mention.h"
#include "text/document.h"

struct tagged {
	struct document text;
	struct mentions *mentions;	/* one a sentence */
	struct figures *figures;
	struct timexes *times;
};

struct tagged_columns {
	struct sentence_columns sentences;
	int entities, figures, times;
};

/* Find the columns; a table that tag-entities has not seen is exit 1. */
void tagged_columns_find(struct tagged_columns *columns,
    const struct tsv_reader *in);

/* The document of a group, as document_read. */
bool tagged_read(struct tagged *document, struct tsv_group *group,
    struct tsv_reader *in, const struct tagged_columns *columns);

#endif
