/*
 * Growing buffers.
 */
#include "base/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/message.h"

enum {
	BUFFER_MIN = 256,	/* bytes */
	NUMBER_MAX = 20,	/* digits of 2^64 */
	BLOCK = 65536		/* bytes, read at once */
};

char *
buffer_grow(struct buffer *buffer, size_t more)
{
	size_t capacity = buffer->capacity ? buffer->capacity : BUFFER_MIN;

	while (capacity - buffer->length < more) {
		if (capacity > SIZE_MAX / 4)
			message_fail(STATUS_SYSTEM, "out of memory");
		capacity *= 2;
	}
	buffer->at = memory_resize(buffer->at, capacity, 1);
	buffer->capacity = capacity;
	return buffer->at + buffer->length;
}

void
buffer_add_number(struct buffer *buffer, size_t number)
{
	char digits[NUMBER_MAX];
	size_t first = NUMBER_MAX;

	do {
		digits[--first] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	buffer_add(buffer, (struct slice){ digits + first,
	    NUMBER_MAX - first });
}

void
buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		message_fail(STATUS_SYSTEM, "cannot format '%s'", format);
	buffer_reserve(buffer, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(buffer->at + buffer->length, (size_t)length + 1, format,
	    arguments);
	va_end(arguments);
	buffer->length += (size_t)length;
}

void
buffer_add_file(struct buffer *buffer, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = -1;

	while (fd >= 0 &&
	    (got = read(fd, buffer_reserve(buffer, BLOCK), BLOCK)) > 0)
		buffer->length += (size_t)got;
	if (got < 0)
		message_fail(STATUS_SYSTEM, "cannot read %s: %s", path,
		    strerror(errno));
	close(fd);
}

void
buffer_free(struct buffer *buffer)
{
	free(buffer->at);
	*buffer = (struct buffer){ 0 };
}
