/*
 * Dates of articles: what is read, and what is not guessed.
 */
#include "unit.h"

#include "articles/date.h"

static const struct {
	const char *written, *iso;	/* NULL: refused */
} dates[] = {
	{ "2024-03-21", "2024-03-21" },
	{ " 2024-03-21\n", "2024-03-21" },
	{ "20240321", "2024-03-21" },
	{ "2024/03/21", "2024-03-21" },
	{ "2024-03", "2024-03" },
	{ "2024", "2024" },
	{ "2024-02-29", "2024-02-29" },
	{ "2023-02-29", NULL },
	{ "1900-02-29", NULL },
	{ "2000-02-29", "2000-02-29" },
	{ "2024-13-01", NULL },
	{ "2024-00-10", NULL },
	{ "2024-04-31", NULL },
	{ "2024-03-21T14:00:00Z", "2024-03-21T14:00:00Z" },
	{ "2024-03-21T14:00Z", "2024-03-21T14:00Z" },
	{ "2024-03-21 14:00:00", "2024-03-21T14:00:00" },
	{ "2024-03-21T14:00:00.123+02:00", "2024-03-21T14:00:00+02:00" },
	{ "2024-03-21T14:00:00-0530", "2024-03-21T14:00:00-05:30" },
	{ "2024-03-21T14:00:00+02", "2024-03-21T14:00:00+02:00" },
	{ "20240321T140000Z", "2024-03-21T14:00:00Z" },
	{ "2024-03-21 14:00 UTC", "2024-03-21T14:00Z" },
	{ "2024-03-21T24:00:00Z", NULL },
	{ "2024-03-21T14:60", NULL },
	{ "2024-03-21T14", NULL },
	{ "2024-03-21T14:00:00+25:00", NULL },
	{ "2024-03-21x", NULL },
	{ "Thu, 21 Mar 2024 14:00:00 GMT", "2024-03-21T14:00:00Z" },
	{ "Thu, 21 Mar 2024 14:00:00 +0200", "2024-03-21T14:00:00+02:00" },
	{ "Thu, 21 Mar 2024 14:00:00 EST", "2024-03-21T14:00:00-05:00" },
	{ "21 Mar 24 14:00:00 GMT", "2024-03-21T14:00:00Z" },
	{ "21 Mar 98 14:00 GMT", "1998-03-21T14:00Z" },
	{ "21 March 2024", "2024-03-21" },
	{ "21st of March, 2024", "2024-03-21" },
	{ "March 21, 2024", "2024-03-21" },
	{ "Mar. 21, 2024", "2024-03-21" },
	{ "SEPT 2 2024", "2024-09-02" },
	{ "Thursday, March 21st, 2024, at 2:05 pm", "2024-03-21T14:05" },
	{ "21 March 2024 12:30 AM", "2024-03-21T00:30" },
	{ "21 March 2024 12:30 PM (UTC)", "2024-03-21T12:30Z" },
	{ "21 March 2024 13:30 pm", NULL },
	{ "31 April 2024", NULL },
	{ "03/04/2024", NULL },
	{ "21.03.2024", NULL },
	{ "21/03/2024", NULL },
	{ "March 2024", NULL },
	{ "21 March", NULL },
	{ "Mar 21 24", NULL },
	{ "March April 2024 1", NULL },
	{ "1 2 March 2024", NULL },
	{ "yesterday", NULL },
	{ "3 hours ago", NULL },
	{ "1711029600", NULL },
	{ "99999999999999999999999999", NULL },
	{ "21 March 2024 in the morning", NULL },
	{ "-", NULL },
	{ "", NULL }
};

START_TEST(dates_are_read_or_refused)
{
	struct buffer out = { 0 };

	date_open();
	for (size_t i = 0; i < UNIT_COUNT(dates); i++) {
		buffer_clear(&out);
		buffer_add_byte(&out, '|');
		ck_assert_msg(date_parse(slice_of(dates[i].written), &out) ==
		    (dates[i].iso != NULL), "'%s'", dates[i].written);
		ck_assert_msg(slice_equal(slice_part(buffer_slice(&out), 1,
		    out.length), slice_of(dates[i].iso)), "'%s' gave '%.*s'",
		    dates[i].written, (int)out.length, out.at);
	}
	buffer_free(&out);
}
END_TEST

static const struct {
	int64_t seconds;
	const char *iso;
} timestamps[] = {
	{ 0, "1970-01-01T00:00:00Z" },
	{ -1, "1969-12-31T23:59:59Z" },
	{ 951782400, "2000-02-29T00:00:00Z" },
	{ 1711029600, "2024-03-21T14:00:00Z" },
	{ 4107542399, "2100-02-28T23:59:59Z" }
};

START_TEST(timestamps_are_utc)
{
	struct buffer out = { 0 };

	for (size_t i = 0; i < UNIT_COUNT(timestamps); i++) {
		buffer_clear(&out);
		date_add_timestamp(timestamps[i].seconds, &out);
		unit_slice_eq(buffer_slice(&out), timestamps[i].iso);
	}
	buffer_free(&out);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		dates_are_read_or_refused,
		timestamps_are_utc
	};

	return unit_run("dates", tests, UNIT_COUNT(tests));
}
