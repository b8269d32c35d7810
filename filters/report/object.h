/*
 * JSON objects, written member by member into a buffer (RFC 8259).
 */
#ifndef REPORT_OBJECT_H
#define REPORT_OBJECT_H

#include "base/buffer.h"

/*
 * Begin an object or a list ('{' or '['), as a member of that name, or without
 * a name in a list; end it with '}' or ']'.
 */
void object_begin(struct buffer *out, const char *name, char bracket);
void object_end(struct buffer *out, char bracket);

/* A member: text, or what is a number already; nothing for an empty value. */
void object_text(struct buffer *out, const char *name, struct slice value);
void object_number(struct buffer *out, const char *name, struct slice value);
void object_size(struct buffer *out, const char *name, size_t value);

#endif
