/*
 * What the dialect's reader and writer cost by themselves:
 *   dialect read   reads a table to its end
 *   dialect pass   reads it and writes it again, every column passed through
 */
#include <string.h>
#include <unistd.h>

#include "base/message.h"
#include "tsv/tsv.h"

int
main(int argc, char *argv[])
{
	struct tsv_reader in;
	struct tsv_writer out = { 0 };

	message_program = "dialect";
	if (argc != 2 || (strcmp(argv[1], "read") != 0 &&
	    strcmp(argv[1], "pass") != 0))
		message_fail(STATUS_SYSTEM, "usage: dialect read|pass");
	tsv_open(&in, STDIN_FILENO, "standard input");
	if (strcmp(argv[1], "read") == 0) {
		while (tsv_next(&in))
			continue;
		return tsv_close(&in);
	}
	tsv_pass(&out, &in);
	tsv_start(&out, STDOUT_FILENO, "standard output");
	while (tsv_next(&in))
		tsv_put(&out, in.fields);
	return tsv_close(&in) | tsv_finish(&out);
}
