/*
 * Formats of inputs: which there are, how each is told, what reads it.
 */
#ifndef ARTICLES_FORMAT_H
#define ARTICLES_FORMAT_H

#include "articles/input.h"
#include "articles/output.h"

enum format {
	FORMAT_TEXT,
	FORMAT_HTML,
	FORMAT_CSV,
	FORMAT_TSV,		/* one of the next two, as its bytes show */
	FORMAT_LINEAR_TSV,	/* the dialect: escapes, no quoting */
	FORMAT_QUOTED_TSV,	/* CSV with tabs */
	FORMAT_JSONL,
	FORMAT_SFEED,
	FORMAT_COUNT
};

/* The words of --format, in the order of the enum. */
#define FORMAT_WORDS \
	"text|html|csv|tsv|linear-tsv|quoted-tsv|jsonl|sfeed"

/*
 * The format of an input: as asked (FORMAT_COUNT: nothing asked), by the
 * suffix of its name, or by its first bytes.  Never FORMAT_TSV.  Sets
 * in->format_why.
 */
enum format format_find(struct input *in, enum format asked);

/*
 * Is it something that is no article in any format (empty, PDF, an archive,
 * an image …)?  Then a message and true.
 */
bool format_is_foreign(struct input *in);

/* Read all articles of an input. */
void format_read(enum format format, struct input *in, struct output *out);

#endif
