/*
 * The head of a model's file.  See head.h.
 */
#include "model/head.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/hash.h"
#include "model/sections.h"

#define DAMAGED "damaged in its head"

const char *
head_refuse(const char *format, ...)
{
	static char problem[160];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(problem, sizeof problem, format, arguments);
	va_end(arguments);
	return problem;
}

static bool
field_read(const struct head_field *field, struct slice value)
{
	if (field->text) {
		*field->text = value;
		return true;
	}
	return slice_number(value, field->number) &&
	    *field->number <= SECTIONS_COUNT_MAX;
}

static bool
line_read(const struct head_field *fields, size_t count, struct slice name,
    struct slice value)
{
	for (size_t i = 0; i < count; i++)
		if (slice_is(name, fields[i].name))
			return field_read(&fields[i], value);
	return true;
}

const char *
head_read(struct head *head, const struct head_format *format,
    struct slice bytes, const struct head_field *fields, size_t count)
{
	const struct head_field own[] = {
		{ format->name, &head->version, NULL },
		{ "size", &head->size, NULL }, { "sum", NULL, &head->sum }
	};
	struct slice rest = bytes;

	if (!slice_begins(bytes, slice_of(format->name)))
		return head_refuse("no file of a %s", format->kind);
	for (;;) {
		struct slice line, name;

		if (!rest.at || !memchr(rest.at, '\n', rest.length))
			return head_refuse("cut short within its head");
		line = slice_cut(&rest, '\n');
		if (line.length == 0)
			break;
		name = slice_cut(&line, '\t');
		if (!line.at || !line_read(fields, count, name, line) ||
		    !line_read(own, sizeof own / sizeof *own, name, line))
			return head_refuse(DAMAGED);
		if (head->version != format->version)
			return head_refuse("version %zu of the format; this "
			    "program reads version %zu: retrain the %s",
			    head->version, format->version, format->kind);
	}
	head->length = sections_round(bytes.length - rest.length);
	return NULL;
}

const char *
head_check(const struct head *head, struct slice bytes, size_t size)
{
	char sum[17];

	if (size != head->size)
		return head_refuse(DAMAGED);
	if (bytes.length != size)
		return head_refuse("%s: it has %zu bytes of %zu",
		    bytes.length < size ? "cut short" :
		    "something stands behind its end", bytes.length, size);
	snprintf(sum, sizeof sum, "%016" PRIx64, hash_bytes(slice_part(bytes,
	    head->length, bytes.length)));
	if (!slice_is(head->sum, sum))
		return head_refuse("damaged: its sum is not that of its head");
	return NULL;
}
