/*
 * Codes into words, dates and periods as people write them.
 */
#include "unit.h"

#include "report/words.h"

static struct buffer out;
static struct words words;

static const char *
text(void)
{
	buffer_add_byte(&out, '\0');
	return out.at;
}

static const char *
date(const char *iso)
{
	buffer_clear(&out);
	words_add_date(slice_of(iso), &out);
	return text();
}

static const char *
period(const char *from, const char *to)
{
	buffer_clear(&out);
	words_add_period(slice_of(from), slice_of(to), &out);
	return text();
}

static const char *
plural(const char *noun)
{
	buffer_clear(&out);
	words_add_plural(&words, slice_of(noun), &out);
	return text();
}

START_TEST(dates)
{
	ck_assert_str_eq(date("2024-09-19"), "19 Sep 2024");
	ck_assert_str_eq(date("2024-09-01T10:00:00Z"), "1 Sep 2024");
	ck_assert_str_eq(date("2024-09"), "Sep 2024");
	ck_assert_str_eq(date("2024"), "2024");
	ck_assert_str_eq(date("last week"), "last week");
	ck_assert_str_eq(date("2024-13-01"), "2024-13-01");
	ck_assert_str_eq(date("2024-01-00"), "2024-01-00");
	ck_assert_str_eq(date("2024-W34"), "2024-W34");
	ck_assert_str_eq(date(""), "");
}
END_TEST

START_TEST(days)
{
	buffer_clear(&out);
	words_add_day(SLICE("2024-09-19"), &out);
	ck_assert_str_eq(text(), "19 Sep");
	buffer_clear(&out);
	words_add_day(SLICE("2024"), &out);
	ck_assert_str_eq(text(), "2024");
}
END_TEST

START_TEST(periods)
{
	ck_assert_str_eq(period("2024-03-21", "2024-09-19"),
	    "21 Mar – 19 Sep 2024");
	ck_assert_str_eq(period("2024-03-02", "2024-03-17"),
	    "2 – 17 Mar 2024");
	ck_assert_str_eq(period("2023-12-30", "2024-01-02"),
	    "30 Dec 2023 – 2 Jan 2024");
	ck_assert_str_eq(period("2024-03-02", "2024-03-02"), "2 Mar 2024");
	ck_assert_str_eq(period("2024-03-02T08", "2024-03-02T09"),
	    "2 Mar 2024");
}
END_TEST

START_TEST(plurals)
{
	ck_assert_str_eq(plural("litre"), "litres");
	ck_assert_str_eq(plural("person"), "people");
	ck_assert_str_eq(plural("lorry"), "lorries");
	ck_assert_str_eq(plural("day"), "days");
	ck_assert_str_eq(plural("church"), "churches");
	ck_assert_str_eq(plural("box"), "boxes");
	ck_assert_str_eq(plural("aid_truck"), "aid trucks");
	ck_assert_str_eq(plural(""), "");
}
END_TEST

START_TEST(codes)
{
	unit_slice_eq(words_find(&words, "kind", SLICE("numeric")),
	    "figures");
	unit_slice_eq(words_find(&words, "kind", SLICE("no such")), "");
	buffer_clear(&out);
	words_add(&words, "kind", SLICE("new_kind"), &out);
	ck_assert_str_eq(text(), "new kind");
	buffer_clear(&out);
	words_add_count(1, "article", &out);
	ck_assert_str_eq(text(), "1 article");
	buffer_clear(&out);
	words_add_count(0, "article", &out);
	ck_assert_str_eq(text(), "0 articles");
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = { dates, days, periods, plurals, codes };

	words_open(&words);
	return unit_run("words", tests, UNIT_COUNT(tests));
}
