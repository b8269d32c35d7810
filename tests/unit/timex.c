/*
 * Times: what they are and what they resolve to.
 */
#include "unit.h"

#include "entities.h"
#include "entities/timex.h"

struct example {
	const char *text;
	const char *times;	/* `text=TYPE:VALUE`, joined by blanks; blanks
				   in text as '_' */
};

static struct arena arena;

static void
add_text(struct buffer *out, struct slice text)
{
	for (size_t i = 0; i < text.length; i++)
		buffer_add_byte(out, text.at[i] == ' ' ? '_' : text.at[i]);
}

static struct slice
times_of(const char *text, struct date date, struct buffer *out)
{
	struct sentence sentence;
	struct time_anchor anchor = { .date = date };
	struct timexes timexes;

	unit_sentence(&sentence, text, &arena);
	timexes_find(&timexes, &sentence, &anchor, &arena);
	buffer_clear(out);
	for (size_t i = 0; i < timexes.count; i++) {
		const struct timex *timex = &timexes.at[i];

		if (i > 0)
			buffer_add_byte(out, ' ');
		add_text(out, slice_part(sentence.text, timex->span.start,
		    timex->span.end));
		buffer_printf(out, "=%s:", timex_type_name(timex->type));
		buffer_add(out, timex->value);
	}
	return buffer_slice(out);
}

static void
check_all(const struct example *examples, size_t count, struct date date)
{
	struct buffer out = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct slice found = times_of(examples[i].text, date, &out);

		ck_assert_msg(slice_is(found, examples[i].times),
		    "%s\n  found    %.*s\n  expected %s", examples[i].text,
		    (int)found.length, found.at, examples[i].times);
	}
	buffer_free(&out);
	arena_free(&arena);
}

/* A Monday. */
static const struct date monday = { 2024, 8, 19 };

START_TEST(days_of_the_week_follow_the_tense)
{
	static const struct example examples[] = {
		{ "He met the minister on Friday.",
		    "Friday=DATE:2024-08-16" },
		{ "He will meet the minister on Friday.",
		    "Friday=DATE:2024-08-23" },
		{ "He is due to meet the minister on Friday.",
		    "Friday=DATE:2024-08-23" },
		{ "He arrived on Monday.", "Monday=DATE:2024-08-19" },
		{ "He arrived last Monday.", "last_Monday=DATE:2024-08-12" },
		{ "They vote next Tuesday.", "next_Tuesday=DATE:2024-08-20" },
		{ "The shop has been shut since Thursday.",
		    "Thursday=DATE:2024-08-15" },
		{ "The truce holds until Thursday.",
		    "Thursday=DATE:2024-08-22" },
		{ "It happened on Friday last week.",
		    "Friday_last_week=DATE:2024-08-16" },
		{ "The court met on Saturday, 17 August.",
		    "Saturday,_17_August=DATE:2024-08-17" }
	};

	check_all(examples, UNIT_COUNT(examples), monday);
}
END_TEST

START_TEST(days_of_the_calendar)
{
	static const struct example examples[] = {
		{ "The war began on October 7, 2023.",
		    "October_7,_2023=DATE:2023-10-07" },
		{ "The war began on 7 October 2023.",
		    "7_October_2023=DATE:2023-10-07" },
		{ "The war began on October 7 last year.",
		    "October_7_last_year=DATE:2023-10-07" },
		{ "The truce began on the 5th of May.",
		    "the_5th_of_May=DATE:2024-05-05" },
		{ "The truce began on Nov. 24.", "Nov._24=DATE:2023-11-24" },
		{ "The talks will resume on August 25.",
		    "August_25=DATE:2024-08-25" },
		{ "The talks will resume on January 3.",
		    "January_3=DATE:2025-01-03" },
		{ "The file is dated 2024-02-29.",
		    "2024-02-29=DATE:2024-02-29" },
		{ "He came today and left yesterday.",
		    "today=DATE:2024-08-19 yesterday=DATE:2024-08-18" },
		{ "He leaves tomorrow.", "tomorrow=DATE:2024-08-20" },
		{ "He arrived the day before yesterday.",
		    "day_before_yesterday=DATE:2024-08-17" }
	};

	check_all(examples, UNIT_COUNT(examples), monday);
}
END_TEST

START_TEST(months_years_and_seasons)
{
	static const struct example examples[] = {
		{ "The plan was signed in April.", "April=DATE:2024-04" },
		{ "The plan was signed in November.",
		    "November=DATE:2023-11" },
		{ "The vote will be held in November.",
		    "November=DATE:2024-11" },
		{ "The plan was signed in March 2019.",
		    "March_2019=DATE:2019-03" },
		{ "The attack came in early April.",
		    "early_April=DATE:2024-04" },
		{ "The attack came last April.", "last_April=DATE:2024-04" },
		{ "Prices rose in mid-November 2021.",
		    "mid-November_2021=DATE:2021-11" },
		{ "Prices rose in 1994.", "1994=DATE:1994" },
		{ "Prices rose last year.", "last_year=DATE:2023" },
		{ "Prices fall this year.", "this_year=DATE:2024" },
		{ "Prices will rise next year.", "next_year=DATE:2025" },
		{ "Prices rose in the 1990s.", "the_1990s=DATE:199" },
		{ "The tower is from the 19th century.",
		    "the_19th_century=DATE:18" },
		{ "They met last summer.", "last_summer=DATE:2023-SU" },
		{ "They met in the summer of 2012.",
		    "the_summer_of_2012=DATE:2012-SU" },
		{ "Profits fell in the third quarter.",
		    "the_third_quarter=DATE:2024-Q3" },
		{ "Profits fell in the third quarter of 2021.",
		    "the_third_quarter_of_2021=DATE:2021-Q3" },
		{ "It ended at the end of 1990.",
		    "the_end_of_1990=DATE:1990" },
		{ "It may end soon.", "soon=DATE:FUTURE_REF" },
		{ "They march in protest.", "" },
		{ "He may come.", "" }
	};

	check_all(examples, UNIT_COUNT(examples), monday);
}
END_TEST

START_TEST(weeks_and_months_around_today)
{
	static const struct example examples[] = {
		{ "Talks stalled last week.", "last_week=DATE:2024-W33" },
		{ "Talks resume this week.", "this_week=DATE:2024-W34" },
		{ "Talks resume next week.", "next_week=DATE:2024-W35" },
		{ "He spoke last month.", "last_month=DATE:2024-07" },
		{ "He spoke earlier this month.",
		    "earlier_this_month=DATE:2024-08" },
		{ "He spoke three days ago.",
		    "three_days_ago=DATE:2024-08-16" },
		{ "He spoke two weeks ago.", "two_weeks_ago=DATE:2024-W32" },
		{ "He spoke six months ago.",
		    "six_months_ago=DATE:2024-02" },
		{ "He spoke ten years ago.", "ten_years_ago=DATE:2014" },
		{ "He spoke a decade ago.", "a_decade_ago=DATE:2014" },
		{ "He resigned several years ago.",
		    "several_years_ago=DATE:PAST_REF" },
		{ "Schools reopen a week from now.",
		    "a_week_from_now=DATE:2024-W35" }
	};

	check_all(examples, UNIT_COUNT(examples), monday);
}
END_TEST

START_TEST(stretches_of_time)
{
	static const struct example examples[] = {
		{ "The siege lasted three years.",
		    "three_years=DURATION:P3Y" },
		{ "The pause lasts 72 hours.", "72_hours=DURATION:PT72H" },
		{ "They want a six-week truce.", "six-week=DURATION:P6W" },
		{ "It took a year and a half.",
		    "a_year_and_a_half=DURATION:P1.5Y" },
		{ "It took two and a half years.",
		    "two_and_a_half_years=DURATION:P2.5Y" },
		{ "A deal may come in the coming days.",
		    "the_coming_days=DURATION:PXD" },
		{ "Much changed over the past three months.",
		    "the_past_three_months=DURATION:P3M" },
		{ "Months of talks failed.", "Months=DURATION:PXM" },
		{ "They stopped after several years.",
		    "several_years=DURATION:PXY" },
		{ "They waited for nearly two weeks.",
		    "nearly_two_weeks=DURATION:P2W" },
		{ "They waited for more than four hours.",
		    "more_than_four_hours=DURATION:PT4H" },
		{ "He ruled for two decades.", "two_decades=DURATION:P20Y" },
		{ "It rained for a fortnight.", "a_fortnight=DURATION:P2W" },
		{ "The 12-year-old survived.", "" }
	};

	check_all(examples, UNIT_COUNT(examples), monday);
}
END_TEST

START_TEST(hours_of_the_day)
{
	static const struct example examples[] = {
		{ "The vote began at 10:30 a.m. on Friday.",
		    "10:30_a.m._on_Friday=TIME:2024-08-16T10:30" },
		{ "The vote began at 9 p.m. yesterday.",
		    "9_p.m._yesterday=TIME:2024-08-18T21:00" },
		{ "The truce began at noon.", "noon=TIME:2024-08-19T12:00" },
		{ "They met this morning.",
		    "this_morning=TIME:2024-08-19TMO" },
		{ "They met last night.", "last_night=TIME:2024-08-18TNI" },
		{ "They met on Sunday evening.",
		    "Sunday_evening=TIME:2024-08-18TEV" },
		{ "They meet tonight.", "tonight=TIME:2024-08-19TNI" }
	};

	check_all(examples, UNIT_COUNT(examples), monday);
}
END_TEST

START_TEST(what_comes_again)
{
	static const struct example examples[] = {
		{ "They meet every Monday.", "every_Monday=SET:XXXX-WXX-1" },
		{ "They protest on Saturdays.",
		    "Saturdays=SET:XXXX-WXX-6" },
		{ "Trucks arrive every two days.",
		    "every_two_days=SET:P2D" },
		{ "The council meets daily.", "daily=SET:P1D" },
		{ "It costs 50 million per year.", "per_year=SET:P1Y" },
		{ "They meet twice a week.", "a_week=SET:P1W" }
	};

	check_all(examples, UNIT_COUNT(examples), monday);
}
END_TEST

START_TEST(without_a_date_values_stay_open)
{
	static const struct example examples[] = {
		{ "He arrived on Monday.", "Monday=DATE:XXXX-WXX-1" },
		{ "He arrived on October 7.", "October_7=DATE:XXXX-10-07" },
		{ "He arrived on October 7, 2023.",
		    "October_7,_2023=DATE:2023-10-07" },
		{ "He arrived today.", "today=DATE:XXXX-XX-XX" },
		{ "He arrived last week.", "last_week=DATE:XXXX-WXX" },
		{ "He arrived last month.", "last_month=DATE:XXXX-XX" },
		{ "He arrived last year.", "last_year=DATE:XXXX" },
		{ "He stayed for three days.", "three_days=DURATION:P3D" }
	};

	check_all(examples, UNIT_COUNT(examples), (struct date){ 0, 0, 0 });
}
END_TEST

START_TEST(the_calendar_knows_its_weeks)
{
	static const struct { struct date date; int weekday, week, year; }
	    days[] = {
		{ { 2024, 8, 19 }, 1, 34, 2024 },
		{ { 2024, 12, 30 }, 1, 1, 2025 },
		{ { 2021, 1, 3 }, 7, 53, 2020 },
		{ { 2000, 2, 29 }, 2, 9, 2000 },
		{ { 1970, 1, 1 }, 4, 1, 1970 },
		{ { 1900, 3, 1 }, 4, 9, 1900 }
	};

	for (size_t i = 0; i < UNIT_COUNT(days); i++) {
		struct date back = date_of_days(date_days(days[i].date));
		int year;

		ck_assert_int_eq(back.year, days[i].date.year);
		ck_assert_int_eq(back.month, days[i].date.month);
		ck_assert_int_eq(back.day, days[i].date.day);
		ck_assert_int_eq(date_weekday(days[i].date), days[i].weekday);
		ck_assert_int_eq(date_week(days[i].date, &year), days[i].week);
		ck_assert_int_eq(year, days[i].year);
	}
}
END_TEST

START_TEST(dates_are_read_as_far_as_they_go)
{
	struct date date;

	ck_assert(date_read(SLICE("2024-08-19T10:30:00Z"), &date));
	ck_assert_int_eq(date.day, 19);
	ck_assert(date_read(SLICE("2024-08"), &date));
	ck_assert_int_eq(date.day, 0);
	ck_assert(!date_read(SLICE("2024-02-30"), &date));
	ck_assert(!date_read(SLICE("19 August 2024"), &date));
	ck_assert(!date_read(SLICE(""), &date));
	ck_assert(!date_read(SLICE("2024-13-01"), &date));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		days_of_the_week_follow_the_tense, days_of_the_calendar,
		months_years_and_seasons, weeks_and_months_around_today,
		stretches_of_time, hours_of_the_day, what_comes_again,
		without_a_date_values_stay_open,
		the_calendar_knows_its_weeks, dates_are_read_as_far_as_they_go
	};

	tagger_open();
	lemma_open();
	timex_open();
	return unit_run("timex", tests, UNIT_COUNT(tests));
}
