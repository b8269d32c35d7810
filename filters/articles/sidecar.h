/*
 * --sources: a table beside the articles, joined by doc, that an editor wrote.
 * What it says goes before what an article says of itself; an empty field
 * says nothing.
 */
#ifndef ARTICLES_SIDECAR_H
#define ARTICLES_SIDECAR_H

#include <stdbool.h>
#include <stddef.h>

#include "articles/article.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/slice.h"

struct sidecar_row {
	struct slice *values;	/* unescaped, one a column */
	size_t line;
	bool used;
};

/* Zeroed is an empty one. */
struct sidecar {
	const char *name;
	struct slice *columns;	/* its names; doc among them */
	enum article_field *fields;	/* of each column; ARTICLE_FIELDS for
					   one of its own */
	size_t column_count;
	struct sidecar_row *rows;
	size_t count, capacity;
	struct hash docs;	/* doc -> index in rows */
	struct arena arena;
};

/*
 * Read it whole.  One that cannot be opened is exit 2; one without doc, with a
 * doc twice, with a date that cannot be read, or with a column that is no
 * editor's to give (text, sha256, why) is exit 1, with a message.  After
 * date_open.
 */
void sidecar_open(struct sidecar *sidecar, const char *path);

/* The row of an article, marked as used; NULL when there is none. */
const struct sidecar_row *sidecar_find(struct sidecar *sidecar,
    struct slice doc);

/* Tell which rows matched no article; release. */
void sidecar_close(struct sidecar *sidecar);

#endif
