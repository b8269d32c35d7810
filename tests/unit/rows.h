/*
 * Cases from a table: the rows of tests/unit/NAME.tsv (about, text, expected),
 * a check each, so that a case is a line of data.
 */
#ifndef ROWS_H
#define ROWS_H

#include "unit.h"

#include <fcntl.h>

#include "base/memory.h"
#include "tsv/tsv.h"

struct row {
	const char *about, *text, *expected;
};

static struct row *rows;

/* Read the table; returns how many rows it has. */
static inline size_t
rows_read(const char *path)
{
	static struct arena arena;
	struct tsv_reader in;
	size_t count = 0, capacity = 0;
	int about, text, expected;

	tsv_open(&in, open(path, O_RDONLY), path);
	about = tsv_require(&in, "about", "see tests/unit/rows.h");
	text = tsv_require(&in, "text", "see tests/unit/rows.h");
	expected = tsv_require(&in, "expected", "see tests/unit/rows.h");
	while (tsv_next(&in)) {
		const int columns[] = { about, text, expected };
		const char *fields[3];

		for (size_t i = 0; i < UNIT_COUNT(columns); i++)
			fields[i] = arena_copy(&arena, tsv_unescape(
			    in.fields[columns[i]], &arena)).at;
		MEMORY_GROW(rows, count, capacity);
		rows[count++] = (struct row){ fields[0], fields[1],
			fields[2] };
	}
	if (tsv_close(&in) != 0)
		exit(EXIT_FAILURE);
	return count;
}

/* What came out of a row, compared. */
#define row_is(row, have) do { \
	struct slice row_have = (have); \
	ck_assert_msg(slice_is(row_have, (row)->expected), \
	    "%s: %s\n  is   %.*s\n  not  %s", (row)->about, (row)->text, \
	    (int)row_have.length, row_have.at, (row)->expected); \
} while (0)

#endif
