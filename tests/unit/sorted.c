/*
 * Every row of a sorted table is found, and nothing that lies between rows.
 */
#include "tsv/lexicon.h"
#include "tsv/sorted.h"
#include "unit.h"

LEXICON_BUILTIN(lemmas);

START_TEST(edges)
{
	struct sorted sorted;
	struct slice fields;

	sorted_open(&sorted, SLICE("word\tkinds\n'd\tx\na\ty\nab\tz\tq\n"
	    "abc\nzz\tv\n\xC3\xA9t\xC3\xA9\tu\n"));
	ck_assert(sorted_find(&sorted, SLICE("'d"), &fields));
	unit_slice_eq(fields, "x");
	ck_assert(sorted_find(&sorted, SLICE("ab"), &fields));
	unit_slice_eq(fields, "z\tq");
	ck_assert(sorted_find(&sorted, SLICE("abc"), &fields));
	unit_slice_eq(fields, "");
	ck_assert(sorted_find(&sorted, SLICE("\xC3\xA9t\xC3\xA9"), &fields));
	unit_slice_eq(fields, "u");
	ck_assert(!sorted_find(&sorted, SLICE(""), &fields));
	ck_assert(!sorted_find(&sorted, SLICE("abcd"), &fields));
	ck_assert(!sorted_find(&sorted, SLICE("z"), &fields));
	ck_assert(!sorted_find(&sorted, SLICE("word"), &fields));
	sorted_open(&sorted, SLICE("word\tkinds\n"));
	ck_assert(!sorted_find(&sorted, SLICE("a"), &fields));
	sorted_open(&sorted, SLICE("name\nAb\nBa\nCz\nDa\na\n"));
	ck_assert(sorted_find(&sorted, SLICE("Ab"), &fields));
	ck_assert(sorted_find(&sorted, SLICE("Ba"), &fields));
	ck_assert(sorted_find(&sorted, SLICE("Cz"), &fields));
	ck_assert(sorted_find(&sorted, SLICE("Da"), &fields));
	ck_assert(!sorted_find(&sorted, SLICE("Bb"), &fields));
}
END_TEST

START_TEST(all_rows)
{
	struct slice rest = LEXICON_BYTES(lemmas), fields;
	struct sorted sorted;
	size_t count = 0;

	sorted_open(&sorted, rest);
	slice_cut(&rest, '\n');
	while (rest.at && rest.length > 0) {
		struct slice row = slice_cut(&rest, '\n');
		struct slice key = slice_cut(&row, '\t');

		ck_assert(sorted_find(&sorted, key, &fields));
		ck_assert(slice_equal(fields, row));
		count++;
	}
	ck_assert_uint_gt(count, 70000);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = { edges, all_rows };

	return unit_run("sorted", tests, UNIT_COUNT(tests));
}
