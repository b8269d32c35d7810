/*
 * The formats, each of which writes any outline.
 */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include <stdbool.h>

#include "report/outline.h"

/* What pictures are written in; wants a view that has some. */
enum { FORMAT_SVG = 3, FORMAT_ATOM = 7 };

/* The names of the formats, joined by '|', in the order of format_write's. */
#define FORMAT_NAMES "text|markdown|html|svg|csv|jsonl|jsonld|atom"

struct format {
	struct buffer *out;
	const struct outline *outline;
	size_t width;		/* text: columns of a line */
	bool colour;		/* text */
};

/* Write the outline to standard output in the format of that number. */
void format_write(struct format *format, int number);

#endif
