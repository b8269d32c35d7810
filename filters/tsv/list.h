/*
 * Values inside a field: spans (`10-20` and `10-20;30-40`, bytes of a
 * document, end exclusive) and list columns (items separated by one blank,
 * their parts by colons; a blank or colon inside a part is written `_`).
 */
#ifndef TSV_LIST_H
#define TSV_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/slice.h"

struct span {
	size_t start, end;
};

/* The span that fills s; false when s is none, or ends before it starts. */
bool span_parse(struct slice s, struct span *span);

/*
 * The next span of a list joined by ';' (as slice_cut); false at the end and
 * at something that is no span, then with rest->at != NULL.
 */
bool span_next(struct slice *rest, struct span *span);

/* Append `start-end`; behind another span, with ';' before it. */
void span_add(struct buffer *out, struct span span);

/* The next item of a list column; false at the end. */
bool list_next(struct slice *rest, struct slice *item);

/*
 * Cut an item into exactly `count` parts at its colons (the last part takes
 * the colons that are left); false when it has fewer.
 */
bool list_parts(struct slice item, struct slice *parts, size_t count);

/* Append one part, with each blank, colon and control character as `_`. */
void list_add_part(struct buffer *out, struct slice part);

#endif
