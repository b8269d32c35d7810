/*
 * The head of a model's file: lines `name<tab>value`, closed by an empty line
 * and filled up with line feeds to a multiple of 64 bytes.  Its first line
 * gives the format and its version; `size` and `sum` say how long the whole
 * file is and what its body hashes to; the rest is the model's own.
 */
#ifndef MODEL_HEAD_H
#define MODEL_HEAD_H

#include <stddef.h>

#include "base/slice.h"

/* Where a line's value goes: one of number and text, the other NULL. */
struct head_field {
	const char *name;
	size_t *number;		/* at most SECTIONS_COUNT_MAX */
	struct slice *text;
};

struct head {
	size_t version, size;
	struct slice sum;
	size_t length;		/* of the head, filling included */
};

struct head_format {
	const char *name;	/* begins the file, before a tab */
	size_t version;		/* the one that is read */
	const char *kind;	/* "model": what a message calls it */
};

/*
 * Read the head of a file; lines that are no field's are for people.  The
 * texts are slices of bytes.  NULL when all is well, else what is wrong, valid
 * until the next call of a function here.
 */
const char *head_read(struct head *head, const struct head_format *format,
    struct slice bytes, const struct head_field *fields, size_t count);

/*
 * Is the file as long as its head says and its model needs (size bytes), and
 * its body undamaged?  Result as of head_read.
 */
const char *head_check(const struct head *head, struct slice bytes,
    size_t size);

/* Say what is wrong: the message, in the place that head_read uses. */
const char *head_refuse(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

#endif
