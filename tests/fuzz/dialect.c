/*
 * Fuzzing the dialect: any bytes are a table, perhaps a wrong one.  Each field
 * of a record that is handed out is what its escaped value is again, the fields
 * joined are the record, and the record is clean UTF-8.  A reader that repairs
 * hands out what a reader that does not would take.
 */
#include "table.h"

#include "base/utf8.h"
#include "tsv/list.h"

static void
check_record(const struct tsv_reader *in)
{
	struct arena arena = { 0 };
	struct buffer joined = { 0 };

	for (size_t i = 0; i < in->column_count; i++) {
		struct slice value = tsv_unescape(in->fields[i], &arena);
		struct slice rest = value, item;
		struct span span;

		if (i > 0)
			buffer_add_byte(&joined, '\t');
		tsv_escape(value, &joined);
		must(utf8_valid(value) == value.length);
		while (span_next(&rest, &span))
			must(span.start <= span.end);
		for (rest = value; list_next(&rest, &item);) {
			struct slice parts[4];

			list_parts(item, parts, 4);
		}
	}
	must(slice_equal(buffer_slice(&joined), in->record));
	buffer_free(&joined);
	arena_free(&arena);
}

static void
read_all(struct slice table, bool repair)
{
	struct tsv_reader in;

	tsv_open_bytes(&in, table, "fuzz");
	if (repair)
		tsv_repair(&in);
	while (tsv_next(&in))
		check_record(&in);
	tsv_close(&in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buffer buffer = { 0 };
	struct slice table = fuzz_table(&buffer, "", data, size);

	read_all(table, false);
	read_all(table, true);
	buffer_free(&buffer);
	return 0;
}
