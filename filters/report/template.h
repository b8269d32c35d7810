/*
 * Templates: a file of named pieces of markup with places to fill.
 *
 * A line "@@ name" begins the piece of that name; it ends at the next one.
 * One that begins "@@ name inline" ends without its last line feed.
 * In it {place} is replaced by a value with markup's characters escaped and
 * what steers a display as U+FFFD, {=place} by a value that is markup
 * already.  What has no value stays empty.
 */
#ifndef REPORT_TEMPLATE_H
#define REPORT_TEMPLATE_H

#include "base/buffer.h"
#include "base/hash.h"
#include "base/slice.h"

struct template_value {
	const char *place;	/* NULL ends a list */
	struct slice value;
};

struct template_piece {
	struct slice markup;
	bool is_inline;
};

/* Zeroed is ready for template_open. */
struct template {
	struct hash names;
	struct template_piece *pieces;
	size_t count, capacity;
};

/* Cut a template's bytes into pieces; they must outlive it. */
void template_open(struct template *template, struct slice bytes);

/* Append a piece with its places filled; a piece that is not there is none. */
void template_fill(const struct template *template, const char *piece,
    const struct template_value *values, struct buffer *out);

/* Append text with &, <, >, " and ' escaped, cleaned as for a terminal. */
void template_escape(struct slice text, struct buffer *out);

void template_free(struct template *template);

#endif
