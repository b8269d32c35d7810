/*
 * The reader, the writer, groups, escapes, lists and lexicons.
 */
#include "unit.h"

#include <stdio.h>
#include <unistd.h>

#include "tsv/lexicon.h"
#include "tsv/list.h"
#include "tsv/tsv.h"

/* A reader over a string, through a pipe fed `step` bytes at a time. */
static void
open_pipe(struct tsv_reader *in, const char *text, size_t step)
{
	int ends[2];
	size_t length = strlen(text);

	ck_assert_int_eq(pipe(ends), 0);
	if (fork() == 0) {
		for (size_t at = 0; at < length; at += step)
			if (write(ends[1], text + at, length - at < step ?
			    length - at : step) < 0)
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	tsv_open(in, ends[0], "test");
}

START_TEST(fields_are_found_however_the_input_is_cut)
{
	static const char text[] = "doc\ttext\tnote\n"
	    "a\tone two three four five six seven eight nine ten eleven\t\n"
	    "b\t\\ttab“q”\tx\n";

	for (size_t step = 1; step < sizeof text; step += 6) {
		struct tsv_reader in;

		open_pipe(&in, text, step);
		ck_assert_uint_eq(in.column_count, 3);
		ck_assert_int_eq(tsv_find(&in, "note"), 2);
		ck_assert_int_eq(tsv_find(&in, "absent"), -1);
		ck_assert(tsv_next(&in));
		unit_slice_eq(in.fields[0], "a");
		unit_slice_eq(in.fields[2], "");
		ck_assert(tsv_next(&in));
		ck_assert_uint_eq(in.line, 3);
		unit_slice_eq(in.fields[1], "\\ttab“q”");
		unit_slice_eq(in.fields[2], "x");
		ck_assert(!tsv_next(&in));
		ck_assert(!tsv_next(&in));
		ck_assert_int_eq(tsv_close(&in), 0);
	}
}
END_TEST

/* Rows of every length around the size of a chunk, and one over a block. */
START_TEST(rows_of_all_lengths_are_found)
{
	struct buffer text = { 0 };
	struct tsv_reader in;
	size_t lengths = 0;

	buffer_add(&text, SLICE("a\tb\n"));
	for (size_t n = 0; n < 200; n++) {
		for (size_t i = 0; i < n; i++)
			buffer_add_byte(&text, (char)('a' + i % 26));
		buffer_add(&text, SLICE("\tz\n"));
	}
	for (size_t i = 0; i < 300000; i++)
		buffer_add_byte(&text, 'y');
	buffer_add(&text, SLICE("\tend\n"));
	buffer_add_byte(&text, '\0');
	open_pipe(&in, text.at, 4096);
	for (size_t n = 0; n < 200; n++) {
		ck_assert(tsv_next(&in));
		ck_assert_uint_eq(in.fields[0].length, n);
		unit_slice_eq(in.fields[1], "z");
		lengths++;
	}
	ck_assert(tsv_next(&in));
	ck_assert_uint_eq(in.fields[0].length, 300000);
	unit_slice_eq(in.fields[1], "end");
	ck_assert(!tsv_next(&in));
	ck_assert_int_eq(tsv_close(&in), 0);
	ck_assert_uint_eq(lengths, 200);
	buffer_free(&text);
}
END_TEST

START_TEST(a_reader_over_memory_reads_as_one_over_a_file)
{
	static const char text[64 + TSV_PADDING] = "key\tvalue\nx\t1\ny\t2\n";
	struct tsv_reader in;

	tsv_open_bytes(&in, slice_of(text), "memory");
	ck_assert(tsv_next(&in));
	unit_slice_eq(in.fields[1], "1");
	ck_assert(tsv_next(&in));
	unit_slice_eq(in.fields[0], "y");
	ck_assert(!tsv_next(&in));
	ck_assert_int_eq(tsv_close(&in), 0);
}
END_TEST

START_TEST(a_bad_record_ends_the_reading_with_status_1)
{
	static const char *const bad[] = {
		"a\tb\nx\n", "a\tb\nx\ty\tz\n", "a\n\\x\n", "a\nb\\\n",
		"a\n\xff\n", "a\n\x01\n", "a\nb", "a\n\n", "a\n\xc2\x85\n",
	};

	for (size_t i = 0; i < UNIT_COUNT(bad); i++) {
		struct tsv_reader in;

		open_pipe(&in, bad[i], 1);
		ck_assert_msg(!tsv_next(&in), "accepted: %s", bad[i]);
		ck_assert_int_eq(tsv_close(&in), 1);
	}
}
END_TEST

START_TEST(repair_replaces_what_would_be_refused)
{
	struct tsv_reader in;

	open_pipe(&in, "a\tb\n\xff" "x\t\x01\xe2\x82\n", 1);
	tsv_repair(&in);
	ck_assert(tsv_next(&in));
	unit_slice_eq(in.fields[0], "\xEF\xBF\xBDx");
	unit_slice_eq(in.fields[1], "\xEF\xBF\xBD\xEF\xBF\xBD");
	ck_assert(!tsv_next(&in));
	ck_assert_uint_eq(in.repairs, 3);
	ck_assert_int_eq(tsv_close(&in), 0);
}
END_TEST

START_TEST(groups_are_the_rows_of_one_document)
{
	struct tsv_group group = { 0 };
	struct tsv_reader in;

	open_pipe(&in, "n\tdoc\n1\ta\n2\ta\n3\tb\n4\tc\n", 3);
	ck_assert(tsv_group_next(&group, &in, 1));
	ck_assert_uint_eq(group.count, 2);
	unit_slice_eq(group.rows[1].fields[0], "2");
	ck_assert_uint_eq(group.rows[1].line, 3);
	ck_assert(tsv_group_next(&group, &in, 1));
	ck_assert_uint_eq(group.count, 1);
	unit_slice_eq(group.rows[0].fields[0], "3");
	ck_assert(tsv_group_next(&group, &in, 1));
	ck_assert(!tsv_group_next(&group, &in, 1));
	tsv_group_free(&group);
	ck_assert_int_eq(tsv_close(&in), 0);
}
END_TEST

START_TEST(a_document_that_the_input_breaks_off_is_not_handed_out)
{
	struct tsv_group group = { 0 };
	struct tsv_reader in;

	open_pipe(&in, "n\tdoc\n1\ta\n2\tb\n3\tb\textra\n", 64);
	ck_assert(tsv_group_next(&group, &in, 1));
	ck_assert(!tsv_group_next(&group, &in, 1));
	ck_assert_int_eq(tsv_close(&in), 1);
	tsv_group_free(&group);
}
END_TEST

START_TEST(escape_and_unescape_are_inverse)
{
	struct arena arena = { 0 };
	struct buffer escaped = { 0 };

	tsv_escape(SLICE("a\tb\\n\n\r“c”"), &escaped);
	unit_slice_eq(buffer_slice(&escaped), "a\\tb\\\\n\\n\\r“c”");
	unit_slice_eq(tsv_unescape(buffer_slice(&escaped), &arena),
	    "a\tb\\n\n\r“c”");
	buffer_free(&escaped);
	arena_free(&arena);
}
END_TEST

/* What a writer makes of a table, as a string in the buffer. */
static void
rewrite(const char *text, const char *drop, const char *add,
    struct buffer *result)
{
	struct tsv_reader in;
	struct tsv_writer out = { 0 };
	int ends[2], own;
	ssize_t got;

	ck_assert_int_eq(pipe(ends), 0);
	open_pipe(&in, text, 64);
	tsv_pass(&out, &in);
	tsv_drop(&out, drop);
	own = tsv_add(&out, add);
	tsv_start(&out, ends[1], "test");
	while (tsv_next(&in)) {
		tsv_set(&out, own, SLICE("N\tN"));
		tsv_put(&out, in.fields);
	}
	ck_assert_int_eq(tsv_close(&in), 0);
	ck_assert_int_eq(tsv_finish(&out), 0);
	while ((got = read(ends[0], buffer_reserve(result, 4096), 4096)) > 0)
		result->length += (size_t)got;
	close(ends[0]);
}

START_TEST(the_writer_keeps_columns_in_place)
{
	static const struct {
		const char *drop, *add, *expected;
	} cases[] = {
		{ "none", "own", "a\tb\tc\town\n1\t2\t3\tN\\tN\n" },
		{ "b", "own", "a\tc\town\n1\t3\tN\\tN\n" },
		{ "none", "b", "a\tb\tc\n1\tN\\tN\t3\n" },
		{ "a", "c", "b\tc\n2\tN\\tN\n" },
	};

	for (size_t i = 0; i < UNIT_COUNT(cases); i++) {
		struct buffer result = { 0 };

		rewrite("a\tb\tc\n1\t2\t3\n", cases[i].drop, cases[i].add,
		    &result);
		unit_slice_eq(buffer_slice(&result), cases[i].expected);
		buffer_free(&result);
	}
}
END_TEST

START_TEST(spans_are_parsed_strictly)
{
	static const char *const bad[] = { "", "1", "1-", "-2", "3-2", "a-b",
	    "1-2-3", " 1-2", "99999999999999999999-1" };
	struct span span;
	struct slice list = SLICE("10-20;30-40");

	for (size_t i = 0; i < UNIT_COUNT(bad); i++)
		ck_assert_msg(!span_parse(slice_of(bad[i]), &span),
		    "accepted: %s", bad[i]);
	ck_assert(span_next(&list, &span));
	ck_assert_uint_eq(span.end, 20);
	ck_assert(span_next(&list, &span));
	ck_assert_uint_eq(span.start, 30);
	ck_assert(!span_next(&list, &span));
	ck_assert_ptr_null(list.at);
	list = SLICE("10-20;x");
	ck_assert(span_next(&list, &span));
	ck_assert(!span_next(&list, &span));
	ck_assert_ptr_nonnull(list.at);
}
END_TEST

START_TEST(items_of_a_list_are_cut_at_their_colons)
{
	struct slice list = SLICE("0-2:GPE:usa:NAM 5-9:PER:a_b:NOM");
	struct slice item, parts[4];

	ck_assert(list_next(&list, &item));
	ck_assert(list_parts(item, parts, 4));
	unit_slice_eq(parts[2], "usa");
	ck_assert(list_next(&list, &item));
	ck_assert(list_parts(item, parts, 4));
	unit_slice_eq(parts[3], "NOM");
	ck_assert(!list_next(&list, &item));
	ck_assert(!list_parts(SLICE("0-2:GPE"), parts, 4));
}
END_TEST

START_TEST(a_users_row_stands_before_the_built_in_one)
{
	static const char built_in[64 + TSV_PADDING] =
	    "name\tid\nUnited Nations\tun\nUnited States\tusa\n";
	static const char *const columns[] = { "name", "id", NULL };
	char path[] = "/tmp/hearsay-lexicon-XXXXXX";
	const char user[] = "id\tname\nmine\tUnited Nations\n";
	struct lexicon lexicon = { 0 };
	struct buffer index = { 0 };
	const struct lexicon_row *row;
	int fd = mkstemp(path);

	ck_assert_int_eq(write(fd, user, sizeof user - 1), sizeof user - 1);
	close(fd);
	lookup_make(slice_of(built_in), &index);
	lexicon_add(&lexicon, (struct lookup_table){ slice_of(built_in),
	    (const void *)index.at }, "built in", columns);
	lexicon_add_file(&lexicon, path, columns);
	unlink(path);
	row = lexicon_find(&lexicon, SLICE("United Nations"));
	ck_assert_ptr_nonnull(row);
	unit_slice_eq(row->fields[1], "mine");
	row = lexicon_more(&lexicon, row);
	ck_assert_ptr_nonnull(row);
	unit_slice_eq(row->fields[1], "un");
	ck_assert_ptr_null(lexicon_more(&lexicon, row));
	ck_assert_ptr_null(lexicon_find(&lexicon, SLICE("United")));
	ck_assert(lexicon_is_prefix(&lexicon, SLICE("United")));
	ck_assert(!lexicon_is_prefix(&lexicon, SLICE("United States")));
	ck_assert_uint_eq(lexicon.longest, 2);
	lexicon_free(&lexicon);
	buffer_free(&index);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		fields_are_found_however_the_input_is_cut,
		rows_of_all_lengths_are_found,
		a_reader_over_memory_reads_as_one_over_a_file,
		a_bad_record_ends_the_reading_with_status_1,
		repair_replaces_what_would_be_refused,
		groups_are_the_rows_of_one_document,
		a_document_that_the_input_breaks_off_is_not_handed_out,
		escape_and_unescape_are_inverse,
		the_writer_keeps_columns_in_place,
		spans_are_parsed_strictly,
		items_of_a_list_are_cut_at_their_colons,
		a_users_row_stands_before_the_built_in_one,
	};

	return unit_run("tsv", tests, UNIT_COUNT(tests));
}
