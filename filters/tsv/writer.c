/*
 * The writer: passed columns are copied as they came, neighbours together.
 *
 * tsv_start turns the list of columns into steps, each a run of columns that
 * stand side by side in the input (one copy, tabs included) or one value of the
 * filter's own.  Only whole records are handed to the system; when it takes
 * but a part and then no more, a regular file is cut back to whole records.
 */
#include "tsv/tsv.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"

enum { WRITE_AT = 64 << 10 };	/* bytes to gather before a write */

struct tsv_column {
	struct slice name;	/* malloced */
	int from;		/* column of the reader, or -1 */
	int value;		/* own value, or -1 */
};

struct tsv_step {
	int first, last;	/* columns of the reader; first -1: own */
	int value;
};

/* ---------------------------------------------------------------- columns */

static void
append_column(struct tsv_writer *out, struct slice name, int from, int value)
{
	char *copy = memory_new(name.length + 1, 1);

	if (name.length > 0)
		memcpy(copy, name.at, name.length);
	MEMORY_GROW(out->columns, out->column_count, out->column_capacity);
	out->columns[out->column_count++] = (struct tsv_column){
		{ copy, name.length }, from, value };
}

void
tsv_pass(struct tsv_writer *out, const struct tsv_reader *in)
{
	for (size_t i = 0; i < in->column_count; i++)
		append_column(out, in->columns[i], (int)i, -1);
}

static struct tsv_column *
find_column(struct tsv_writer *out, const char *name)
{
	for (size_t i = 0; i < out->column_count; i++)
		if (slice_is(out->columns[i].name, name))
			return &out->columns[i];
	return NULL;
}

void
tsv_drop(struct tsv_writer *out, const char *name)
{
	struct tsv_column *column = find_column(out, name);

	if (column == NULL)
		return;
	free((char *)(uintptr_t)column->name.at);
	memmove(column, column + 1, sizeof *column * (size_t)
	    (out->columns + --out->column_count - column));
}

int
tsv_add(struct tsv_writer *out, const char *name)
{
	struct tsv_column *column = find_column(out, name);
	int value = (int)out->value_count++;

	out->values = memory_resize(out->values, out->value_count,
	    sizeof *out->values);
	out->values[value] = (struct buffer){ 0 };
	if (column == NULL) {
		append_column(out, slice_of(name), -1, value);
	} else {
		column->from = -1;
		column->value = value;
	}
	return value;
}

static void
plan_steps(struct tsv_writer *out)
{
	struct tsv_step *step = NULL;

	out->steps = memory_new(out->column_count, sizeof *out->steps);
	for (size_t i = 0; i < out->column_count; i++) {
		const struct tsv_column *column = &out->columns[i];

		if (step != NULL && column->from >= 0 && step->first >= 0 &&
		    step->last + 1 == column->from) {
			step->last++;
			continue;
		}
		step = &out->steps[out->step_count++];
		*step = (struct tsv_step){ column->from, column->from,
		    column->value };
	}
}

void
tsv_start(struct tsv_writer *out, int fd, const char *name)
{
	out->fd = fd;
	out->name = name;
	plan_steps(out);
	for (size_t i = 0; i < out->column_count; i++) {
		if (i > 0)
			buffer_add_byte(&out->bytes, '\t');
		buffer_add(&out->bytes, out->columns[i].name);
	}
	buffer_add_byte(&out->bytes, '\n');
}

/* ----------------------------------------------------------------- values */

struct buffer *
tsv_value(struct tsv_writer *out, int column)
{
	buffer_clear(&out->values[column]);
	return &out->values[column];
}

void
tsv_set(struct tsv_writer *out, int column, struct slice value)
{
	tsv_escape(value, tsv_value(out, column));
}

void
tsv_set_raw(struct tsv_writer *out, int column, struct slice escaped)
{
	buffer_add(tsv_value(out, column), escaped);
}

void
tsv_set_number(struct tsv_writer *out, int column, size_t number)
{
	buffer_add_number(tsv_value(out, column), number);
}

/* ---------------------------------------------------------------- writing */

/* Take the torn record at the end of a regular file away again. */
static void
cut_back(const struct tsv_writer *out, size_t written)
{
	struct stat status;
	off_t at = lseek(out->fd, 0, SEEK_CUR);
	size_t torn = 0;

	if (at < 0 || fstat(out->fd, &status) != 0 ||
	    !S_ISREG(status.st_mode))
		return;
	while (torn < written && out->bytes.at[written - torn - 1] != '\n')
		torn++;
	if (torn > 0 && ftruncate(out->fd, at - (off_t)torn) != 0)
		message_warn("%s ends in a torn record", out->name);
}

static void
write_bytes(struct tsv_writer *out)
{
	size_t written = 0;

	while (written < out->bytes.length) {
		ssize_t done = write(out->fd, out->bytes.at + written,
		    out->bytes.length - written);

		if (done >= 0) {
			written += (size_t)done;
		} else if (errno != EINTR) {
			int error = errno;

			cut_back(out, written);
			message_fail(STATUS_SYSTEM, "cannot write %s: %s",
			    out->name, strerror(error));
		}
	}
	buffer_clear(&out->bytes);
}

void
tsv_put(struct tsv_writer *out, const struct slice *fields)
{
	for (size_t i = 0; i < out->step_count; i++) {
		const struct tsv_step *step = &out->steps[i];

		if (i > 0)
			buffer_add_byte(&out->bytes, '\t');
		if (step->first < 0) {
			buffer_add(&out->bytes,
			    buffer_slice(&out->values[step->value]));
		} else {
			const char *first = fields[step->first].at;
			struct slice last = fields[step->last];

			buffer_add(&out->bytes, (struct slice){ first,
			    (size_t)(last.at + last.length - first) });
		}
	}
	buffer_add_byte(&out->bytes, '\n');
	if (out->bytes.length >= WRITE_AT)
		write_bytes(out);
}

int
tsv_finish(struct tsv_writer *out)
{
	write_bytes(out);
	if (close(out->fd) != 0)
		message_fail(STATUS_SYSTEM, "cannot write %s: %s", out->name,
		    strerror(errno));
	for (size_t i = 0; i < out->column_count; i++)
		free((char *)(uintptr_t)out->columns[i].name.at);
	for (size_t i = 0; i < out->value_count; i++)
		buffer_free(&out->values[i]);
	free(out->columns);
	free(out->steps);
	free(out->values);
	buffer_free(&out->bytes);
	*out = (struct tsv_writer){ 0 };
	return STATUS_OK;
}
