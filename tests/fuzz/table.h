/*
 * Tables for fuzzing whole filters in one process: rows behind a header, read
 * from memory, and what is written, which our own reader is to take.
 *
 * A message that ends the program ends the run of one input instead: exit is
 * wrapped (ld --wrap=exit) while `fuzz_home` is set.
 */
#ifndef TABLE_H
#define TABLE_H

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/message.h"
#include "tsv/tsv.h"

int memfd_create(const char *name, unsigned flags);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
_Noreturn void __wrap_exit(int status);
_Noreturn void __real_exit(int status);

static jmp_buf fuzz_home;
static bool fuzz_inside;

_Noreturn void
__wrap_exit(int status)
{
	if (!fuzz_inside)
		__real_exit(status);
	if (status != STATUS_DATA)
		abort();	/* no input is trouble with the system */
	longjmp(fuzz_home, 1);
}

static inline void
must(bool holds)
{
	if (!holds)
		abort();
}

/* header, a line feed and data, padded as tsv_open_bytes wants it. */
static inline struct slice
fuzz_table(struct buffer *buffer, const char *header, const uint8_t *data,
    size_t size)
{
	struct slice table;

	buffer_add(buffer, slice_of(header));
	if (header[0] != '\0')
		buffer_add_byte(buffer, '\n');
	buffer_add(buffer, (struct slice){ (const char *)data, size });
	table = buffer_slice(buffer);
	memset(buffer_reserve(buffer, TSV_PADDING), 0, TSV_PADDING);
	table.at = buffer->at;
	return table;
}

/* Does our own reader take what stands in the file, to its end? */
static inline void
fuzz_check_output(int fd)
{
	struct tsv_reader in;

	must(lseek(fd, 0, SEEK_SET) == 0);
	tsv_open(&in, fd, "output");
	while (tsv_next(&in))
		;
	must(tsv_close(&in) == STATUS_OK);
}

#endif
