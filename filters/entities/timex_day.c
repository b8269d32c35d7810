/*
 * Days: of the calendar ("October 7, 2023"), of the week ("last Friday"), and
 * those near today ("yesterday").  What is said without a year or a date is
 * the nearest one on that side of the document's date which the tense shows.
 */
#include "entities/timex_day.h"

#include "entities/number.h"
#include "entities/timex_reading.h"

/* A day of the month: "7", "7th", "eighth"; tokens, or 0. */
static size_t
month_day_at(const struct time_finder *f, size_t i, int *day)
{
	struct number number;

	if (i >= f->count)
		return 0;
	if (f->tokens[i].kind == TOKEN_NUMBER &&
	    time_number(f, i, 1, 31, day))
		return f->tokens[i].text.length <= 2;
	number = number_at(f->tokens, f->count, i);
	if (number.kind != NUMBER_ORDINAL || number.low < 1 || number.low > 31)
		return 0;
	*day = (int)number.low;
	return number.tokens;
}

/* The day of that weekday which the tense means. */
static struct date
resolve_weekday(const struct time_finder *f, int weekday, enum tense when,
    bool strictly)
{
	int today = date_weekday(f->anchor->date);
	int back = (today - weekday + 7) % 7, ahead = (weekday - today + 7) % 7;

	if (strictly && back == 0)
		back = ahead = 7;
	return date_add_days(f->anchor->date,
	    when == TENSE_FUTURE ? ahead : -back);
}

/*
 * The year of a month (and day) that comes without one: the past one unless
 * the clause looks ahead; without any tense a date of the next hundred days is
 * near enough to be meant.
 */
int
timex_resolve_year(const struct time_finder *f, int month, int day,
    enum tense when)
{
	enum { NEAR = 100 };
	struct date date = { f->anchor->date.year, month, day };
	long distance;

	if (f->anchor->date.year == 0)
		return 0;
	if (f->anchor->date.month == 0)
		return f->anchor->date.year;
	if (day == 0) {
		int ahead = month - f->anchor->date.month;

		if (when == TENSE_FUTURE)
			return date.year + (ahead < 0);
		/* "ends in January", said in September, looks ahead */
		if (when == TENSE_UNKNOWN && ahead < -7)
			return date.year + 1;
		return date.year - (ahead > 0 && (when == TENSE_PAST ||
		    ahead > 4));
	}
	if (date.day > date_month_days(date.year, month))
		date.day = date_month_days(date.year, month);
	distance = date_days(date) - date_days(f->anchor->date);
	if (when == TENSE_FUTURE)
		return date.year + (distance < 0);
	if (when == TENSE_PAST)
		return date.year - (distance > 0);
	if (distance > NEAR)
		return date.year - 1;
	return date.year + (distance < NEAR - 365);
}

/* ", 2024", " 2024", " last year", " this year" behind a month or a day. */
size_t
timex_year_behind(const struct time_finder *f, size_t i, int *year)
{
	size_t at = time_is(f, i, ",") ? i + 1 : i, taken;

	if (at > i && f->tokens[at - 1].space_before)
		return 0;
	if (time_is(f, at, "of"))
		at++;
	taken = time_year(f, at, year);
	if (taken > 0 && (at == i || f->tokens[at].text.length == 4))
		return at + taken - i;
	if (at == i && f->anchor->date.year > 0 && time_is(f, i + 1, "year") &&
	    (time_at(f, i) == TIME_BACK || time_at(f, i) == TIME_AHEAD ||
	    time_at(f, i) == TIME_HERE)) {
		*year = f->anchor->date.year + f->words[i].number;
		return 2;
	}
	return 0;
}

/* "October 7[, 2023]", "7 October [2023]", "the 7th of October". */
static size_t
calendar_day(const struct time_finder *f, size_t i, struct time_day *day)
{
	size_t at = i, taken, month;

	if (time_at(f, i) == TIME_MONTH) {
		month = i;
		taken = month_day_at(f, i + 1, &day->date.day);
		at = i + 1 + taken;
	} else {
		if (time_is(f, at, "the"))
			at++;
		taken = month_day_at(f, at, &day->date.day);
		at += taken;
		if (time_is(f, at, "of"))
			at++;
		month = at++;
		if (time_at(f, month) != TIME_MONTH)
			return 0;
	}
	if (taken == 0)
		return 0;
	/* "May 20s" and "October 7.5" are none, nor "March 10 percent" */
	if (time_is(f, at, "%") || time_is(f, at, "percent"))
		return 0;
	day->date.month = f->words[month].number;
	taken = timex_year_behind(f, at, &day->date.year);
	if (taken == 0)
		day->date.year = timex_resolve_year(f, day->date.month,
		    day->date.day, time_tense(f, i));
	return at + taken;
}

/* "2024-08-19" */
static size_t
iso_day(const struct time_finder *f, size_t i, struct time_day *day)
{
	if (f->tokens[i].text.length == 10 &&
	    date_read(f->tokens[i].text, &day->date) && day->date.day > 0)
		return i + 1;
	return 0;
}

/* "Monday", "last Friday", "this coming Sunday", "Friday, Oct. 13". */
static size_t
week_day(const struct time_finder *f, size_t i, struct time_day *day)
{
	enum tense when = TENSE_UNKNOWN;
	bool strictly = false;
	size_t at = i, behind;
	struct time_day date = { { 0 }, 0 };

	if (time_is(f, at, "the") && time_at(f, at + 1) != TIME_NONE)
		at++;
	for (; time_at(f, at) == TIME_BACK || time_at(f, at) == TIME_AHEAD ||
	    time_at(f, at) == TIME_HERE; at++) {
		if (f->words[at].number != 0) {
			when = f->words[at].number < 0 ? TENSE_PAST :
			    TENSE_FUTURE;
			strictly = true;
		}
	}
	if (time_at(f, at) != TIME_WEEKDAY || (at > i && time_is(f, at - 1,
	    "the")))
		return 0;
	day->weekday = f->words[at].number;
	if (when == TENSE_UNKNOWN)
		when = time_tense(f, i);
	behind = time_is(f, at + 1, ",") ? at + 2 : at + 1;
	if (behind < f->count) {
		size_t end = calendar_day(f, behind, &date);

		if (end > 0) {
			*day = date;
			return end;
		}
	}
	if (time_dated(f))
		day->date = resolve_weekday(f, day->weekday, when, strictly);
	/* "Friday last week", "Monday of next week" */
	behind = time_is(f, at + 1, "of") ? at + 2 : at + 1;
	if (time_dated(f) && time_is(f, behind + 1, "week") &&
	    (time_at(f, behind) == TIME_BACK ||
	    time_at(f, behind) == TIME_AHEAD ||
	    time_at(f, behind) == TIME_HERE)) {
		day->date = date_add_days(f->anchor->date,
		    day->weekday - date_weekday(f->anchor->date) +
		    7L * f->words[behind].number);
		return behind + 2;
	}
	return at + 1;
}

static size_t
near_day(const struct time_finder *f, size_t i, struct time_day *day)
{
	int offset = f->words[i].number;
	size_t end = i + 1;

	if (time_at(f, i) == TIME_UNIT && time_is(f, i, "day") &&
	    i + 2 < f->count && (time_is(f, i + 1, "after") ||
	    time_is(f, i + 1, "before")) && time_at(f, i + 2) == TIME_DAY) {
		offset = f->words[i + 2].number +
		    (time_is(f, i + 1, "after") ? 1 : -1);
		end = i + 3;
	} else if (time_at(f, i) != TIME_DAY)
		return 0;
	if (time_dated(f))
		day->date = date_add_days(f->anchor->date, offset);
	return end;
}

/* Any expression that means one day; its end, or 0. */
size_t
timex_day(const struct time_finder *f, size_t i, struct time_day *day)
{
	size_t end;

	*day = (struct time_day){ { 0 }, 0 };
	if (i >= f->count)
		return 0;
	end = week_day(f, i, day);
	if (end > 0)
		return end;
	*day = (struct time_day){ { 0 }, 0 };
	end = calendar_day(f, i, day);
	if (end == 0) {
		*day = (struct time_day){ { 0 }, 0 };
		end = iso_day(f, i, day);
	}
	if (end == 0)
		end = near_day(f, i, day);
	return end;
}

void
timex_add_day(const struct time_finder *f, const struct time_day *day)
{
	if (day->date.month > 0)
		date_add(f->value, day->date);
	else if (day->weekday > 0)
		buffer_printf(f->value, "XXXX-WXX-%d", day->weekday);
	else
		buffer_add(f->value, SLICE("XXXX-XX-XX"));
}

size_t
timex_read_day(struct time_finder *f, size_t i)
{
	struct time_day day;
	size_t end = timex_day(f, i, &day);

	if (end > 0) {
		f->type = TIMEX_DATE;
		timex_add_day(f, &day);
		if (day.date.year > 0)
			f->anchor->year = day.date.year;
	}
	return end;
}
