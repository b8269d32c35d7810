/*
 * Faults of annotated files.
 */
#include "annotation/fault.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/utf8.h"

enum { FAULT_MAX = 2048 };	/* bytes of a text */

struct fault {
	struct slice file, text;
	size_t line, order;
};

static void __attribute__((format(printf, 5, 0)))
keep(struct faults *faults, struct slice file, size_t line,
    const char *mark, const char *format, va_list arguments)
{
	struct buffer shown = { 0 };
	char text[FAULT_MAX];

	vsnprintf(text, sizeof text, format, arguments);
	buffer_add(&shown, slice_of(mark));
	utf8_repair(slice_of(text), &shown);
	MEMORY_GROW(faults->kept, faults->kept_count, faults->kept_capacity);
	faults->kept[faults->kept_count] = (struct fault){
		.file = arena_copy(&faults->arena, file),
		.text = arena_copy(&faults->arena, buffer_slice(&shown)),
		.line = line, .order = faults->kept_count
	};
	faults->kept_count++;
	buffer_free(&shown);
}

void
fault_add(struct faults *faults, struct slice file, size_t line,
    const char *format, ...)
{
	va_list arguments;

	faults->count++;
	va_start(arguments, format);
	keep(faults, file, line, "", format, arguments);
	va_end(arguments);
}

void
fault_warn(struct faults *faults, struct slice file, size_t line,
    const char *format, ...)
{
	va_list arguments;

	faults->warnings++;
	if (faults->faults_only)
		return;
	va_start(arguments, format);
	keep(faults, file, line, "warning: ", format, arguments);
	va_end(arguments);
}

static int
by_place(const void *a, const void *b)
{
	const struct fault *f = a, *g = b;
	int files = slice_compare(f->file, g->file);

	if (files != 0)
		return files;
	if (f->line != g->line)
		return f->line < g->line ? -1 : 1;
	return f->order < g->order ? -1 : 1;
}

void
faults_print(struct faults *faults, FILE *out)
{
	if (faults->kept_count > 0)
		qsort(faults->kept, faults->kept_count, sizeof *faults->kept,
		    by_place);
	for (size_t i = 0; i < faults->kept_count; i++) {
		const struct fault *fault = &faults->kept[i];

		fprintf(out, "%.*s:", SHOWN(fault->file));
		if (fault->line > 0)
			fprintf(out, "%zu:", fault->line);
		fprintf(out, " %.*s\n", SHOWN(fault->text));
	}
	faults->kept_count = 0;
	arena_reset(&faults->arena);
}

void
faults_free(struct faults *faults)
{
	free(faults->kept);
	arena_free(&faults->arena);
}
