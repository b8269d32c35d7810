/*
 * CSV: fields, line numbers and refusals, however the input is cut.
 */
#include "unit.h"

#include "tsv/csv.h"

/* A string handed out `step` bytes at a time. */
struct source {
	struct slice rest;
	size_t step;
};

static size_t
read_source(void *context, char *at, size_t size)
{
	struct source *source = context;
	size_t count = source->step < size ? source->step : size;

	if (count > source->rest.length)
		count = source->rest.length;
	memcpy(at, source->rest.at, count);
	source->rest = slice_part(source->rest, count, source->rest.length);
	return count;
}

static void
open_string(struct csv_reader *in, struct source *source, const char *text,
    size_t step)
{
	*source = (struct source){ slice_of(text), step };
	csv_open(in, read_source, source, "test", ',');
}

START_TEST(fields_and_lines_are_found_however_the_input_is_cut)
{
	static const char text[] = "\xEF\xBB\xBF" "doc,text\r\n"
	    "a,\"One, \"\"two\"\"\r\nthree\"\r\n"
	    "\r\n"
	    "b,  kept  \n"
	    "c,lone\rreturn\n"
	    "d,\"last\"";

	for (size_t step = 1; step < sizeof text + 1; step++) {
		struct source source;
		struct csv_reader in;

		open_string(&in, &source, text, step);
		ck_assert(csv_next(&in));
		unit_slice_eq(in.fields[0], "doc");
		unit_slice_eq(in.fields[1], "text");
		ck_assert_uint_eq(in.line, 1);
		ck_assert(csv_next(&in));
		unit_slice_eq(in.fields[1], "One, \"two\"\nthree");
		ck_assert_uint_eq(in.line, 2);
		ck_assert(csv_next(&in));
		unit_slice_eq(in.fields[1], "  kept  ");
		ck_assert_uint_eq(in.line, 5);
		ck_assert(csv_next(&in));
		unit_slice_eq(in.fields[1], "lone\rreturn");
		ck_assert(csv_next(&in));
		unit_slice_eq(in.fields[0], "d");
		unit_slice_eq(in.fields[1], "last");
		ck_assert_uint_eq(in.line, 7);
		ck_assert(!csv_next(&in));
		ck_assert(!csv_next(&in));
		ck_assert(!in.failed);
		csv_close(&in);
	}
}
END_TEST

START_TEST(rows_before_a_wrong_one_are_handed_out)
{
	static const char *const wrong[] = { "a,b\nc,\"d\" e\nf,g\n",
	    "a,b\nc,d\"e\n", "a,b\nc,\"never closed\n\n\n" };

	for (size_t i = 0; i < UNIT_COUNT(wrong); i++) {
		struct source source;
		struct csv_reader in;

		open_string(&in, &source, wrong[i], 4096);
		ck_assert(csv_next(&in));
		unit_slice_eq(in.fields[1], "b");
		ck_assert(!csv_next(&in));
		ck_assert(in.failed);
		csv_close(&in);
	}
}
END_TEST

START_TEST(empty_inputs_have_no_records)
{
	static const char *const empty[] = { "", "\n", "\r\n\r\n",
	    "\xEF\xBB\xBF" };

	for (size_t i = 0; i < UNIT_COUNT(empty); i++) {
		struct source source;
		struct csv_reader in;

		open_string(&in, &source, empty[i], 1);
		ck_assert(!csv_next(&in));
		ck_assert(!in.failed);
		csv_close(&in);
	}
}
END_TEST

START_TEST(empty_fields_are_fields)
{
	struct source source;
	struct csv_reader in;

	open_string(&in, &source, ",,\n\"\"\n", 64);
	ck_assert(csv_next(&in));
	ck_assert_uint_eq(in.field_count, 3);
	unit_slice_eq(in.fields[2], "");
	ck_assert(csv_next(&in));
	ck_assert_uint_eq(in.field_count, 1);
	ck_assert(!csv_next(&in));
	csv_close(&in);
}
END_TEST

START_TEST(rows_longer_than_a_block_are_whole)
{
	enum { LENGTH = 200000 };
	struct buffer text = { 0 };
	struct source source;
	struct csv_reader in;

	for (int row = 0; row < 3; row++) {
		buffer_add(&text, SLICE("x,\""));
		for (size_t i = 0; i < LENGTH; i++)
			buffer_add_byte(&text, i % 100 ? 'a' : '\n');
		buffer_add(&text, SLICE("\"\n"));
	}
	buffer_add_byte(&text, '\0');
	open_string(&in, &source, text.at, 4095);
	for (size_t row = 0; row < 3; row++) {
		ck_assert(csv_next(&in));
		ck_assert_uint_eq(in.fields[1].length, LENGTH);
		ck_assert_uint_eq(in.line, 1 + row * (LENGTH / 100 + 1));
	}
	ck_assert(!csv_next(&in));
	csv_close(&in);
	buffer_free(&text);
}
END_TEST

START_TEST(too_many_fields_are_refused)
{
	struct buffer text = { 0 };
	struct source source;
	struct csv_reader in;

	for (size_t i = 0; i < CSV_COLUMN_MAX + 1; i++)
		buffer_add_byte(&text, ',');
	buffer_add_byte(&text, '\0');
	open_string(&in, &source, text.at, 1000);
	ck_assert(!csv_next(&in));
	ck_assert(in.failed);
	csv_close(&in);
	buffer_free(&text);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		fields_and_lines_are_found_however_the_input_is_cut,
		rows_before_a_wrong_one_are_handed_out,
		empty_inputs_have_no_records,
		empty_fields_are_fields,
		rows_longer_than_a_block_are_whole,
		too_many_fields_are_refused
	};

	return unit_run("csv", tests, UNIT_COUNT(tests));
}
