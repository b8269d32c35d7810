/*
 * CSV in, through libcsv.
 *
 * libcsv calls back for each field and row and cannot be stopped inside a
 * block, so rows are queued: a block is fed when the queue has run empty, and
 * what the block completes is handed out one by one.  Line numbers are exact:
 * a row is one line feed and those inside its quoted fields.
 */
#include "tsv/csv.h"

#include <csv.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/message.h"

enum { BLOCK = 65536 };

struct csv_field {
	size_t at, length;	/* in bytes, of csv_reader.bytes */
};

struct csv_row {
	size_t first, count;	/* fields in the queue */
	size_t line;
};

static size_t
count_line_feeds(struct slice s)
{
	size_t count = 0;
	const char *end = s.at + s.length;

	for (const char *at = s.at; at < end; at++) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at)
			break;
		count++;
	}
	return count;
}

static void
add_field(void *bytes, size_t length, void *context)
{
	struct csv_reader *in = context;
	struct slice field = { bytes, length };

	if (in->bytes.length - in->byte_begin + length > CSV_RECORD_MAX ||
	    in->queue_count - in->row_begin >= CSV_COLUMN_MAX)
		in->too_large = true;
	if (in->too_large)
		return;
	MEMORY_GROW(in->queue, in->queue_count, in->queue_capacity);
	in->queue[in->queue_count++] =
	    (struct csv_field){ in->bytes.length, length };
	buffer_add(&in->bytes, field);
}

static void
end_row(int terminator, void *context)
{
	struct csv_reader *in = context;
	size_t line = in->next_line;
	struct slice row = { in->bytes.at + in->byte_begin,
	    in->bytes.length - in->byte_begin };

	(void)terminator;
	in->next_line += 1 + (row.length > 0 ? count_line_feeds(row) : 0);
	if (in->queue_count > in->row_begin) {
		MEMORY_GROW(in->rows, in->row_count, in->row_capacity);
		in->rows[in->row_count++] = (struct csv_row){ in->row_begin,
		    in->queue_count - in->row_begin, line };
	}
	in->row_begin = in->queue_count;
	in->byte_begin = in->bytes.length;
}

static int
never_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

static int
is_line_feed(unsigned char byte)
{
	return byte == '\n';
}

/* libcsv's growth hook: NULL above the limit is its clean way to stop. */
static void *
grow_field(void *old, size_t size)
{
	return size > CSV_FIELD_MAX ? NULL : memory_resize(old, size, 1);
}

void
csv_open(struct csv_reader *in, csv_read_function *read, void *context,
    const char *name, char delimiter)
{
	*in = (struct csv_reader){ .name = name, .read = read,
	    .context = context, .next_line = 1 };
	buffer_reserve(&in->bytes, BLOCK);
	in->parser = memory_new(1, sizeof *in->parser);
	csv_init(in->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	csv_set_delim(in->parser, (unsigned char)delimiter);
	csv_set_space_func(in->parser, never_space);
	csv_set_term_func(in->parser, is_line_feed);
	csv_set_realloc_func(in->parser, grow_field);
	csv_set_blk_size(in->parser, BLOCK);
}

/*
 * Take the CR off each CR LF, also of one that two blocks share: libcsv, told
 * that LF alone ends a row, would find it behind a closing quotation mark.
 */
static size_t
drop_returns(struct csv_reader *in, const char *from, size_t length, char *to)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++) {
		if (in->held_return && from[i] != '\n')
			to[count++] = '\r';
		in->held_return = from[i] == '\r';
		if (!in->held_return)
			to[count++] = from[i];
	}
	return count;
}

/* The next block, ready for libcsv, to `to` (room for BLOCK + 1). */
static size_t
next_block(struct csv_reader *in, char *to)
{
	char raw[BLOCK];
	size_t length = 0, begin = 0, count;

	/* A first block of fewer than 3 bytes could hide a byte order mark. */
	do {
		count = in->read(in->context, raw + length, BLOCK - length);
		length += count;
	} while (!in->begun && length < 3 && count > 0);
	if (!in->begun && length >= 3 && memcmp(raw, "\xEF\xBB\xBF", 3) == 0)
		begin = 3;
	in->begun = true;
	in->at_end = length == 0;
	count = drop_returns(in, raw + begin, length - begin, to);
	if (in->at_end && in->held_return) {
		in->held_return = false;
		to[count++] = '\r';
	}
	return count;
}

static void
refuse(struct csv_reader *in, size_t line, const char *what)
{
	in->failed = true;
	message_at(in->name, line, "%s", what);
}

static bool
parse_failed(struct csv_reader *in, size_t line)
{
	if (in->too_large || csv_error(in->parser) == CSV_ENOMEM)
		refuse(in, in->next_line, "a record of more than 16 MiB or "
		    "10000 fields: is a quotation mark left open?");
	else
		refuse(in, line, "a quotation mark in the wrong place: inside "
		    "a quoted field it must be doubled, and a field that has "
		    "one must be quoted");
	return false;
}

/* Feed the next block; false when it is refused. */
static bool
feed(struct csv_reader *in)
{
	char block[BLOCK + 1];
	size_t length = next_block(in, block), done;

	done = csv_parse(in->parser, block, length, add_field, end_row, in);
	if (done < length || in->too_large)
		return parse_failed(in, 1 + in->fed_lines +
		    count_line_feeds((struct slice){ block, done }));
	in->fed_lines += count_line_feeds((struct slice){ block, length });
	if (in->at_end &&
	    csv_fini(in->parser, add_field, end_row, in) != 0) {
		refuse(in, in->next_line, "a quotation mark is opened in this "
		    "record and never closed");
		return false;
	}
	return true;
}

/* Forget the rows that were handed out; the one under way stays. */
static void
clear_queue(struct csv_reader *in)
{
	size_t fields = in->queue_count - in->row_begin;
	size_t bytes = in->bytes.length - in->byte_begin;

	for (size_t i = 0; i < fields; i++) {
		in->queue[i] = in->queue[in->row_begin + i];
		in->queue[i].at -= in->byte_begin;
	}
	if (bytes > 0)
		memmove(in->bytes.at, in->bytes.at + in->byte_begin, bytes);
	in->bytes.length = bytes;
	in->queue_count = fields;
	in->row_begin = in->byte_begin = 0;
	in->row_count = in->row_next = 0;
}

bool
csv_next(struct csv_reader *in)
{
	const struct csv_row *row;
	const struct csv_field *field;

	while (in->row_next == in->row_count) {
		if (in->failed || in->at_end)
			return false;
		clear_queue(in);
		if (!feed(in) && in->row_count == 0)
			return false;
	}
	row = &in->rows[in->row_next++];
	field = in->queue + row->first;
	in->line = row->line;
	in->field_count = 0;
	for (size_t i = 0; i < row->count; i++) {
		MEMORY_GROW(in->fields, in->field_count, in->field_capacity);
		in->fields[in->field_count++] = slice_part(
		    buffer_slice(&in->bytes), field[i].at,
		    field[i].at + field[i].length);
	}
	return true;
}

void
csv_close(struct csv_reader *in)
{
	csv_free(in->parser);
	free(in->parser);
	free(in->rows);
	free(in->queue);
	free(in->fields);
	buffer_free(&in->bytes);
	in->parser = NULL;
	in->rows = NULL;
	in->queue = NULL;
	in->fields = NULL;
}
