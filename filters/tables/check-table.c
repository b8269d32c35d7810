/*
 * The check that every table passes before it is built in: the dialect, rows
 * in byte order, no row twice, no field padded with blanks, no key escaped.
 * Its index (tsv/lookup.h) is then written.
 *
 *	check-table TABLE INDEX
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "tsv/lookup.h"
#include "tsv/tsv.h"

static bool
is_padded(struct slice field)
{
	return field.length > 0 && (field.at[0] == ' ' ||
	    field.at[field.length - 1] == ' ');
}

static void
check_fields(struct tsv_reader *in)
{
	if (memchr(in->record.at, '\\', in->fields[0].length))
		tsv_refuse(in, "a backslash in a key");
	for (size_t i = 0; i < in->column_count; i++)
		if (is_padded(in->fields[i]))
			tsv_refuse(in, "a blank at an end of '%.*s'",
			    (int)in->fields[i].length, in->fields[i].at);
}

static int
check_table(const char *path)
{
	struct tsv_reader in;
	struct buffer before = { 0 };
	int fd = open(path, O_RDONLY);

	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", path,
		    strerror(errno));
	tsv_open(&in, fd, path);
	while (tsv_next(&in)) {
		check_fields(&in);
		if (in.line > 2 &&
		    slice_compare(buffer_slice(&before), in.record) >= 0)
			tsv_refuse(&in, "not in order, or twice; sort with: "
			    "LC_ALL=C sort -u");
		buffer_clear(&before);
		buffer_add(&before, in.record);
	}
	buffer_free(&before);
	return tsv_close(&in);
}

static void
write_index(const char *table, const char *path)
{
	struct buffer bytes = { 0 }, index = { 0 };
	FILE *out = fopen(path, "w");

	buffer_add_file(&bytes, table);
	lookup_make(buffer_slice(&bytes), &index);
	if (!out || fwrite(index.at, 1, index.length, out) != index.length ||
	    fclose(out) != 0)
		message_fail(STATUS_SYSTEM, "cannot write %s: %s", path,
		    strerror(errno));
	buffer_free(&bytes);
	buffer_free(&index);
}

int
main(int argc, char *argv[])
{
	int status;

	message_program = "check-table";
	if (argc != 3)
		message_fail(STATUS_SYSTEM, "a table and where to write its "
		    "index are wanted");
	status = check_table(argv[1]);
	if (status == STATUS_OK)
		write_index(argv[1], argv[2]);
	return status;
}
