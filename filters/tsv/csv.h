/*
 * CSV and CSV-quoted TSV, through libcsv: RFC 4180 as strictly as it can be
 * read, with nothing trimmed.  It is how tables of other programs come in; the
 * dialect itself (tsv.h) has no quoting.
 */
#ifndef TSV_CSV_H
#define TSV_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/slice.h"

enum {
	CSV_FIELD_MAX = 16 << 20,	/* bytes */
	CSV_RECORD_MAX = 16 << 20,	/* bytes of all fields */
	CSV_COLUMN_MAX = 10000
};

/* The next at most `size` bytes of the input to `at`; 0 at its end. */
typedef size_t csv_read_function(void *context, char *at, size_t size);

struct csv_row;
struct csv_field;
struct csv_parser;

struct csv_reader {
	/* for callers */
	const char *name;	/* of the file, for messages */
	size_t line;		/* where the record last read begins, from 1 */
	struct slice *fields;	/* of the record last read, unquoted; valid
				   until the next call */
	size_t field_count;
	bool failed;		/* something was refused */

	/* the reader's own */
	csv_read_function *read;
	void *context;
	struct csv_parser *parser;
	struct csv_row *rows;	/* complete ones, not yet handed out */
	size_t row_count, row_capacity, row_next;
	struct buffer bytes;	/* of the fields of those rows */
	struct csv_field *queue;	/* those fields, places in bytes */
	size_t queue_count, queue_capacity, row_begin, byte_begin;
	size_t field_capacity;
	size_t next_line;	/* where the record under way begins */
	size_t fed_lines;	/* line feeds given to libcsv */
	bool begun, held_return, at_end, too_large;
};

/*
 * Begin to read.  A byte order mark is skipped; CR LF is read as LF, inside
 * quotation marks too; a lone CR is an ordinary byte.
 */
void csv_open(struct csv_reader *in, csv_read_function *read, void *context,
    const char *name, char delimiter);

/*
 * The next record; blank lines are passed over.  False at the end, and, with
 * a message and failed set, after a quotation mark in the wrong place or never
 * closed, and after a field, record or row of columns over the limits.
 */
bool csv_next(struct csv_reader *in);

void csv_close(struct csv_reader *in);

#endif
