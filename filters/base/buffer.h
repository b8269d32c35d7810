/*
 * A growing run of bytes.  Zeroed is empty and ready for use.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

#include "base/slice.h"

struct buffer {
	char *at;
	size_t length;		/* bytes in use */
	size_t capacity;
};

/* Make room for `more` bytes behind length; returns where they begin. */
char *buffer_reserve(struct buffer *buffer, size_t more);

void buffer_add(struct buffer *buffer, struct slice s);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_add_number(struct buffer *buffer, size_t number);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What the buffer holds; valid until the next addition. */
static inline struct slice
buffer_slice(const struct buffer *buffer)
{
	return (struct slice){ buffer->at, buffer->length };
}

static inline void
buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
}

void buffer_free(struct buffer *buffer);

#endif
