/*
 * Wrapping and cleaning of text for terminals.
 */
#include "unit.h"

#include "report/wrap.h"

static struct buffer out;

static void
check_wrap(const char *text, size_t column, size_t indent, size_t width,
    const char *expected, size_t end)
{
	buffer_clear(&out);
	ck_assert_uint_eq(wrap_add(&out, slice_of(text), column, indent,
	    width), end);
	unit_slice_eq(buffer_slice(&out), expected);
}

static void
check_clean(const char *text, const char *expected)
{
	buffer_clear(&out);
	clean_add(&out, slice_of(text));
	unit_slice_eq(buffer_slice(&out), expected);
}

START_TEST(words_fill_lines)
{
	check_wrap("one two three", 0, 0, 20, "one two three", 13);
	check_wrap("one two three", 0, 0, 7, "one two\nthree", 5);
	check_wrap("one two three", 0, 2, 8, "one two\n  three", 7);
	check_wrap("one", 6, 4, 8, "\n    one", 7);
	check_wrap("", 3, 0, 8, "", 3);
	check_wrap("  one   two  ", 0, 0, 20, "one two", 7);
}
END_TEST

START_TEST(a_word_as_wide_as_the_line_stays_whole)
{
	check_wrap("abcdefgh", 0, 0, 8, "abcdefgh", 8);
	check_wrap("ab abcdef", 0, 2, 8, "ab\n  abcdef", 8);
}
END_TEST

START_TEST(a_longer_word_is_cut)
{
	check_wrap("abcdefghij", 0, 0, 4, "abcd\nefgh\nij", 2);
	check_wrap("abcdefghij", 0, 1, 4, "abcd\n efg\n hij", 4);
}
END_TEST

START_TEST(wide_letters_take_two_columns)
{
	check_wrap("橋橋 橋橋", 0, 0, 8, "橋橋\n橋橋", 4);
	check_wrap("橋橋橋", 0, 0, 5, "橋橋\n橋", 2);
	check_wrap("né né", 0, 0, 5, "né né", 5);
}
END_TEST

START_TEST(what_steers_is_replaced)
{
	check_clean("plain text, né 橋", "plain text, né 橋");
	check_clean("a\tb\nc", "a b c");
	check_clean("\033[31mred", "\uFFFD[31mred");
	check_clean("\x7f", "\uFFFD");
	check_clean("\xC2\x9B" "1m", "\uFFFD" "1m");
	check_clean("\u202E" "abc\u202C", "\uFFFD" "abc\uFFFD");
	check_clean("\u2066" "a\u2069", "\uFFFD" "a\uFFFD");
	check_clean("\u200B\uFEFF\u2028", "\uFFFD\uFFFD\uFFFD");
	check_clean("a\u200Db", "a\u200Db");
}
END_TEST

START_TEST(padding_never_goes_back)
{
	buffer_clear(&out);
	wrap_pad(&out, 2, 5);
	unit_slice_eq(buffer_slice(&out), "   ");
	wrap_pad(&out, 5, 2);
	unit_slice_eq(buffer_slice(&out), "   ");
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		words_fill_lines, a_word_as_wide_as_the_line_stays_whole,
		a_longer_word_is_cut, wide_letters_take_two_columns,
		what_steers_is_replaced, padding_never_goes_back
	};

	return unit_run("wrap", tests, UNIT_COUNT(tests));
}
