/*
 * Messages on standard error.
 *
 * A message is put together in one place and written by one call, so that the
 * lines of a pipeline's programs do not mix; it works without stdio's buffers,
 * because it has to work when memory is out.
 */
#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"

enum { LINE_MAX_BYTES = 2048 };

const char *message_program = "hearsay";

static size_t
append(char *line, size_t length, const char *format, va_list arguments)
{
	size_t room = LINE_MAX_BYTES - 1 - length;	/* the line feed's */
	int more = vsnprintf(line + length, room, format, arguments);

	if (more < 0)
		return length;
	return length + ((size_t)more < room ? (size_t)more : room - 1);
}

static size_t __attribute__((format(printf, 3, 4)))
append_parts(char *line, size_t length, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	length = append(line, length, format, arguments);
	va_end(arguments);
	return length;
}

static void
send(char *line, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (line[i] == '\t' || line[i] == '\n')
			line[i] = '?';
	for (size_t i = 0; i < length; i++) {
		i += utf8_clean((struct slice){ line + i, length - i });
		if (i < length)
			line[i] = '?';
	}
	line[length++] = '\n';
	if (write(STDERR_FILENO, line, length) < 0)
		return;		/* nobody is left to be told */
}

static void
send_message(const char *format, va_list arguments)
{
	char line[LINE_MAX_BYTES];
	size_t length = append_parts(line, 0, "%s: ", message_program);

	send(line, append(line, length, format, arguments));
}

void
message_warn(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	send_message(format, arguments);
	va_end(arguments);
}

void
message_at(const char *file, size_t line_number, const char *format, ...)
{
	char line[LINE_MAX_BYTES];
	size_t length;
	va_list arguments;

	length = append_parts(line, 0, "%s: %s:", message_program, file);
	if (line_number > 0)
		length = append_parts(line, length, "%zu:", line_number);
	length = append_parts(line, length, " ");
	va_start(arguments, format);
	length = append(line, length, format, arguments);
	va_end(arguments);
	send(line, length);
}

void
message_fail(enum status status, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	send_message(format, arguments);
	va_end(arguments);
	_exit((int)status);
}
