/*
 * The formats, each of which writes any outline.
 */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include <stdbool.h>

#include "report/outline.h"

/* The names of the formats, joined by '|', in the order of format_write's. */
#define FORMAT_NAMES "text|html"

struct format {
	struct buffer *out;
	const struct outline *outline;
	size_t width;		/* text: columns of a line */
	bool colour;		/* text */
	size_t pages;		/* html: entries and articles of a page of an
				   archive of pages; 0: one page */
};

/*
 * Write the outline to standard output in the format of that number.  False,
 * with nothing written, when it has no pictures and the format is of them.
 */
bool format_write(struct format *format, int number);

#endif
