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

/* The slow half of buffer_reserve: more memory. */
char *buffer_grow(struct buffer *buffer, size_t more);

/* Make room for `more` bytes behind length; returns where they begin. */
static inline char *
buffer_reserve(struct buffer *buffer, size_t more)
{
	if (buffer->at != NULL && buffer->capacity - buffer->length >= more)
		return buffer->at + buffer->length;
	return buffer_grow(buffer, more);
}

static inline void
buffer_add(struct buffer *buffer, struct slice s)
{
	if (s.length == 0)
		return;
	memcpy(buffer_reserve(buffer, s.length), s.at, s.length);
	buffer->length += s.length;
}

static inline void
buffer_add_byte(struct buffer *buffer, char byte)
{
	*buffer_reserve(buffer, 1) = byte;
	buffer->length++;
}

void buffer_add_number(struct buffer *buffer, size_t number);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The bytes of a file; one that cannot be read is a message and exit 2. */
void buffer_add_file(struct buffer *buffer, const char *path);

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
