/*
 * Faults of annotated files.
 */
#include "annotation/fault.h"

#include <stdarg.h>

#include "base/buffer.h"
#include "base/utf8.h"

enum { FAULT_MAX = 2048 };	/* bytes of a line */

static void __attribute__((format(printf, 5, 0)))
report(const struct faults *faults, struct slice file, size_t line,
    const char *mark, const char *format, va_list arguments)
{
	struct buffer shown = { 0 };
	char text[FAULT_MAX];

	if (!faults->out)
		return;
	vsnprintf(text, sizeof text, format, arguments);
	buffer_add(&shown, file);
	if (line > 0)
		buffer_printf(&shown, ":%zu", line);
	buffer_printf(&shown, ": %s", mark);
	utf8_repair(slice_of(text), &shown);
	fprintf(faults->out, "%.*s\n", SHOWN(shown));
	buffer_free(&shown);
}

void
fault_add(struct faults *faults, struct slice file, size_t line,
    const char *format, ...)
{
	va_list arguments;

	faults->count++;
	va_start(arguments, format);
	report(faults, file, line, "", format, arguments);
	va_end(arguments);
}

void
fault_warn(struct faults *faults, struct slice file, size_t line,
    const char *format, ...)
{
	va_list arguments;

	faults->warnings++;
	va_start(arguments, format);
	report(faults, file, line, "warning: ", format, arguments);
	va_end(arguments);
}
