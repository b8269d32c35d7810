/*
 * The dialect: strict linear TSV (hearsay-tsv(5)).
 *
 * A reader hands out one record at a time, each field a slice of raw, still
 * escaped bytes; a writer repeats the columns of its reader in place and adds
 * its own.  A filter is
 *
 *	tsv_open(&in, STDIN_FILENO, "standard input");
 *	text = tsv_require(&in, "text", "run read-articles first");
 *	tsv_pass(&out, &in);
 *	length = tsv_add(&out, "length");
 *	tsv_start(&out, STDOUT_FILENO, "standard output");
 *	sandbox_enter(SANDBOX_PIPE);
 *	while (tsv_next(&in)) {
 *		tsv_set(&out, length, ...);
 *		tsv_put(&out, in.fields);
 *	}
 *	return tsv_close(&in) | tsv_finish(&out);
 */
#ifndef TSV_TSV_H
#define TSV_TSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/slice.h"

enum {
	TSV_RECORD_MAX = 16 << 20,	/* bytes, line feed included */
	TSV_COLUMN_MAX = 10000,
	TSV_PADDING = 64	/* readable bytes behind tsv_open_bytes' */
};

/* ------------------------------------------------------------- reading */

struct tsv_reader {
	/* for callers */
	const char *name;	/* of the file, for messages */
	size_t line;		/* of the record last read; the header is 1 */
	struct slice *columns;	/* names, in order */
	size_t column_count;
	struct slice *fields;	/* raw, of the record last read; valid until
				   the next call */
	struct slice record;	/* all of it, without the line feed */
	bool failed;		/* something was refused */

	/* the reader's own */
	int fd;			/* -1: from memory */
	bool repair, at_end, done;
	bool held;		/* the next tsv_next gives the record again */
	char *buffer;
	size_t capacity, begin, scanned, end;
	size_t chunk;		/* the last one scanned, from `begin` on */
	uint64_t structural, special;	/* its bits */
	uint32_t *field_ends;	/* from `begin` on; one more: the record's */
	struct arena names;
	struct buffer repaired;
	size_t repairs;
};

/*
 * Begin to read a table and check its header.  A bad header is a message; the
 * reader is then failed and tsv_next returns false.  The descriptor is the
 * reader's from now on; `name` must outlive it.
 */
void tsv_open(struct tsv_reader *in, int fd, const char *name);

/*
 * As tsv_open, of a file; of one in a folder, its path in *path, which must
 * outlive the reader.  One that cannot be opened is a message and exit 2.
 */
void tsv_open_file(struct tsv_reader *in, const char *path);
void tsv_open_in(struct tsv_reader *in, const char *folder, const char *name,
    struct buffer *path);

/* As tsv_open, from memory with TSV_PADDING readable bytes behind it. */
void tsv_open_bytes(struct tsv_reader *in, struct slice bytes,
    const char *name);

/*
 * From now on replace ill-formed bytes and control characters by U+FFFD
 * instead of refusing them; tsv_close reports how many.
 */
void tsv_repair(struct tsv_reader *in);

/*
 * The next record into in->fields.  False at the end, and after anything that
 * the dialect forbids (reported by name and line).
 */
bool tsv_next(struct tsv_reader *in);

/* Index of a column, or -1. */
int tsv_find(const struct tsv_reader *in, const char *column);

/*
 * Index of a column that must be there; when it is not, a message with the
 * remedy, and exit status 1.
 */
int tsv_require(const struct tsv_reader *in, const char *column,
    const char *remedy);

/* The raw field of a column; empty when column is -1. */
static inline struct slice
tsv_field(const struct slice *fields, int column)
{
	return column < 0 ? (struct slice){ "", 0 } : fields[column];
}

/*
 * Refuse the record last read for a reason that the dialect does not know
 * ("column 'start': 'x' is not a number"): a message, and tsv_next returns
 * false from now on.
 */
void tsv_refuse(struct tsv_reader *in, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Report repairs, close the descriptor, release; STATUS_OK or STATUS_DATA. */
int tsv_close(struct tsv_reader *in);

/* ------------------------------------------------- documents of a table */

/* A record that is kept. */
struct tsv_row {
	struct slice *fields;	/* as many as the table has columns */
	size_t line;
};

/* The records of one document: those that stand together with one doc. */
struct tsv_group {
	struct arena arena;	/* holds them; free for the caller's use too */
	struct tsv_row *rows;
	size_t count, capacity;
};

/*
 * The records of the next document, by the value of one column.  False at the
 * end.  A document that the input breaks off is not handed out.
 */
bool tsv_group_next(struct tsv_group *group, struct tsv_reader *in,
    int column);

/* As tsv_refuse, for a row of the group. */
void tsv_refuse_row(struct tsv_reader *in, const struct tsv_row *row,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

void tsv_group_free(struct tsv_group *group);

/* ------------------------------------------------------------- escapes */

/*
 * The bytes that a raw field stands for.  The result is the field itself when
 * nothing in it is escaped, otherwise a copy in the arena.
 */
struct slice tsv_unescape(struct slice raw, struct arena *arena);

/* Append value to out with tab, LF, CR and backslash escaped. */
void tsv_escape(struct slice value, struct buffer *out);

/* ------------------------------------------------------------- writing */

struct tsv_column;

/* Zeroed is ready for tsv_pass and tsv_add. */
struct tsv_writer {
	const char *name;
	int fd;
	struct tsv_column *columns;	/* in output order */
	size_t column_count, column_capacity;
	struct tsv_step *steps;		/* how a record is put together */
	size_t step_count;
	struct buffer *values;		/* of the own columns, escaped */
	size_t value_count;
	struct buffer bytes;		/* whole records, not yet written */
};

/* Repeat every column of a reader, in place. */
void tsv_pass(struct tsv_writer *out, const struct tsv_reader *in);

/* Drop a column that tsv_pass brought; nothing when there is none. */
void tsv_drop(struct tsv_writer *out, const char *column);

/*
 * A column of the filter's own, at the end; when the input has one of that
 * name, it is replaced in its place.  Returns the handle for tsv_set.
 */
int tsv_add(struct tsv_writer *out, const char *column);

/* Write the header; no columns can be added from now on. */
void tsv_start(struct tsv_writer *out, int fd, const char *name);

/* The value of an own column in the next record; kept until it is set again. */
void tsv_set(struct tsv_writer *out, int column, struct slice value);
void tsv_set_raw(struct tsv_writer *out, int column, struct slice escaped);
void tsv_set_number(struct tsv_writer *out, int column, size_t number);

/*
 * The buffer of an own column, cleared, for a value that is put together from
 * parts; what is added must hold nothing that needs escaping.
 */
struct buffer *tsv_value(struct tsv_writer *out, int column);

/*
 * Write a record: the passed columns from fields (a record of the reader that
 * was passed; NULL when none was), the own ones as set.
 */
void tsv_put(struct tsv_writer *out, const struct slice *fields);

/*
 * Write what is left, close, release; a failure to write is a message and
 * exit status 2 at once.  Returns STATUS_OK.
 */
int tsv_finish(struct tsv_writer *out);

#endif
