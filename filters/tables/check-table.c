/*
 * The check that every table passes before it is built in: the dialect, rows
 * in byte order, no row twice, no field padded with blanks.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/message.h"
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

int
main(int argc, char *argv[])
{
	int status = STATUS_OK;

	message_program = "check-table";
	for (int i = 1; i < argc; i++)
		status |= check_table(argv[i]);
	return status;
}
