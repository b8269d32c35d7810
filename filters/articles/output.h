/*
 * The documents table: articles cleaned, given their ids, joined with the
 * sidecar and written.
 */
#ifndef ARTICLES_OUTPUT_H
#define ARTICLES_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "articles/article.h"
#include "articles/id.h"
#include "articles/input.h"
#include "articles/sidecar.h"
#include "base/hash.h"
#include "tsv/tsv.h"

/* Zeroed is ready for use. */
struct output {
	bool explain;		/* write the column `why` */
	struct sidecar sidecar;	/* opened by the caller where there is one */

	/* the output's own */
	struct tsv_writer table;
	bool started;
	int fields[ARTICLE_FIELDS], sha256, why;	/* columns */
	int *extras;		/* columns of the first input */
	size_t extra_count;
	struct hash extra_names;	/* name -> index in extras */
	struct hash suffixes;	/* name -> the last that it was given */
	int *sidecar_columns;	/* -1: no column of its own */
	bool *sidecar_shares;	/* is it one of extras? */
	struct ids ids;
	struct arena arena;	/* names; for as long as the output */
};

/*
 * The first input that is read decides which further columns there are: names
 * are those of its columns that are not ours, none for an input without a
 * header.  Nothing when the output has begun.
 */
void output_start(struct output *out, const struct slice *names, size_t count);

/* The place of a further column in article.extras, or -1. */
int output_extra(const struct output *out, struct slice name);

/*
 * Clean and write one article of an input.  One without text or too large for
 * a record is refused with a message; a date or URL that cannot be read is a
 * message and an empty field.
 */
void output_article(struct output *out, struct input *in,
    const struct article *article);

/* Write what is left, tell what the sidecar has too much. */
int output_finish(struct output *out);

#endif
