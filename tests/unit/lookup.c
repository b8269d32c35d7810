/*
 * Every row of a table is found by its key, and nothing else is.
 */
#include "tsv/lexicon.h"
#include "tsv/lookup.h"
#include "unit.h"

LEXICON_BUILTIN(lemmas);

/* A table with an index of its own; the buffer holds that. */
static struct lookup_table
indexed(const char *rows, struct buffer *index)
{
	struct slice bytes = slice_of(rows);

	buffer_clear(index);
	lookup_make(bytes, index);
	return (struct lookup_table){ bytes, (const void *)index->at };
}

START_TEST(edges)
{
	struct buffer index = { 0 };
	struct lookup_table table = indexed("word\tkinds\n'd\tx\na\ty\n"
	    "ab\tz\tq\nabc\nzz\tv\n\xC3\xA9t\xC3\xA9\tu\n", &index);
	struct slice fields;

	ck_assert(lookup_fields(&table, SLICE("'d"), &fields));
	unit_slice_eq(fields, "x");
	ck_assert(lookup_fields(&table, SLICE("ab"), &fields));
	unit_slice_eq(fields, "z\tq");
	ck_assert(lookup_fields(&table, SLICE("abc"), &fields));
	unit_slice_eq(fields, "");
	ck_assert(lookup_fields(&table, SLICE("\xC3\xA9t\xC3\xA9"), &fields));
	unit_slice_eq(fields, "u");
	ck_assert(!lookup_fields(&table, SLICE(""), &fields));
	ck_assert(!lookup_fields(&table, SLICE("abcd"), &fields));
	ck_assert(!lookup_fields(&table, SLICE("z"), &fields));
	ck_assert(!lookup_fields(&table, SLICE("word"), &fields));
	table = indexed("word\tkinds\n", &index);
	ck_assert(!lookup_fields(&table, SLICE("a"), &fields));
	ck_assert(!lookup_is_prefix(&table, SLICE("a")));
	buffer_free(&index);
}
END_TEST

START_TEST(rows_of_one_key_are_chained)
{
	struct buffer index = { 0 };
	struct lookup_table table = indexed("name\tid\nNew York\tcity\n"
	    "New York\tstate\nNew York Times\tpaper\nYork\tcity\n", &index);
	uint32_t row = lookup_find(&table, SLICE("New York"));

	ck_assert_uint_eq(row, 1);
	unit_slice_eq(lookup_row(&table, row), "New York\tstate");
	row = lookup_next(&table, row);
	unit_slice_eq(lookup_row(&table, row), "New York\tcity");
	ck_assert_uint_eq(lookup_next(&table, row), LOOKUP_NONE);
	ck_assert_uint_eq(table.index->longest, 3);
	ck_assert(lookup_is_prefix(&table, SLICE("New")));
	ck_assert(lookup_is_prefix(&table, SLICE("New York")));
	ck_assert(!lookup_is_prefix(&table, SLICE("New York Times")));
	ck_assert(!lookup_is_prefix(&table, SLICE("York")));
	buffer_free(&index);
}
END_TEST

START_TEST(all_rows)
{
	struct lookup_table table = LEXICON_BYTES(lemmas);
	struct slice rest = table.bytes, fields;
	size_t count = 0;

	slice_cut(&rest, '\n');
	while (rest.at && rest.length > 0) {
		struct slice row = slice_cut(&rest, '\n');
		struct slice key = slice_cut(&row, '\t');

		ck_assert(lookup_fields(&table, key, &fields));
		ck_assert(slice_equal(fields, row));
		count++;
	}
	ck_assert_uint_gt(count, 70000);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		edges, rows_of_one_key_are_chained, all_rows
	};

	return unit_run("lookup", tests, UNIT_COUNT(tests));
}
