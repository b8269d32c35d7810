/*
 * Calendar arithmetic on a count of days, after H. Hinnant, "chrono-compatible
 * low-level date algorithms": years begin in March, so that the day that comes
 * and goes stands at the end.
 */
#include "entities/calendar.h"

enum {
	ERA_YEARS = 400, ERA_DAYS = 146097,
	DAYS_TO_1970 = 719468		/* from 0000-03-01 */
};

long
date_days(struct date date)
{
	int month = date.month ? date.month : 1;
	int day = date.day ? date.day : 1;
	long year = date.year - (month <= 2);
	long era = (year >= 0 ? year : year - (ERA_YEARS - 1)) / ERA_YEARS;
	long of_era = year - era * ERA_YEARS;
	long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - DAYS_TO_1970;
}

struct date
date_of_days(long days)
{
	long shifted = days + DAYS_TO_1970;
	long era = (shifted >= 0 ? shifted : shifted - (ERA_DAYS - 1)) /
	    ERA_DAYS;
	long day = shifted - era * ERA_DAYS;
	long year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	long of_year = day - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	struct date date;

	date.day = (int)(of_year - (153 * month + 2) / 5 + 1);
	date.month = (int)(month < 10 ? month + 3 : month - 9);
	date.year = (int)(year + era * ERA_YEARS + (date.month <= 2));
	return date;
}

int
date_weekday(struct date date)
{
	long days = date_days(date) + 3;	/* 1970-01-01: a Thursday */

	return (int)((days % 7 + 7) % 7) + 1;
}

int
date_month_days(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

struct date
date_add_days(struct date date, long days)
{
	return date_of_days(date_days(date) + days);
}

struct date
date_add_months(struct date date, long months)
{
	long count = date.year * 12L + (date.month ? date.month : 1) - 1 +
	    months;
	int last;

	date.year = (int)(count / 12);
	date.month = (int)(count % 12) + 1;
	last = date_month_days(date.year, date.month);
	if (date.day > last)
		date.day = last;
	return date;
}

int
date_week(struct date date, int *year)
{
	struct date thursday = date_add_days(date, 4 - date_weekday(date));
	struct date first = { thursday.year, 1, 1 };

	*year = thursday.year;
	return (int)((date_days(thursday) - date_days(first)) / 7) + 1;
}

/* So many digits at *at, into *number; *at moves behind them. */
static bool
digits(struct slice s, size_t *at, size_t count, int *number)
{
	int value = 0;

	if (s.length - *at < count)
		return false;
	for (size_t i = *at; i < *at + count; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
		value = value * 10 + (s.at[i] - '0');
	}
	*at += count;
	*number = value;
	return true;
}

/* `-NN` at *at, from 1 to most. */
static bool
two_digits(struct slice s, size_t *at, int most, int *number)
{
	size_t behind = *at + 1;

	if (*at >= s.length || s.at[*at] != '-' ||
	    !digits(s, &behind, 2, number) || *number < 1 || *number > most)
		return false;
	*at = behind;
	return true;
}

bool
date_read(struct slice s, struct date *date)
{
	size_t at = 0;
	int number;

	*date = (struct date){ 0 };
	if (!digits(s, &at, 4, &number) || number == 0)
		return false;
	date->year = number;
	if (two_digits(s, &at, 12, &number)) {
		date->month = number;
		if (two_digits(s, &at, date_month_days(date->year,
		    date->month), &number))
			date->day = number;
	}
	if (at < s.length && s.at[at] != 'T' && s.at[at] != ' ') {
		*date = (struct date){ 0 };
		return false;
	}
	return true;
}

void
date_add(struct buffer *out, struct date date)
{
	if (date.year > 0)
		buffer_printf(out, "%04d", date.year);
	else
		buffer_add(out, SLICE("XXXX"));
	if (date.month > 0)
		buffer_printf(out, "-%02d", date.month);
	if (date.month > 0 && date.day > 0)
		buffer_printf(out, "-%02d", date.day);
}

void
date_add_week(struct buffer *out, struct date date)
{
	int year, week = date_week(date, &year);

	buffer_printf(out, "%04d-W%02d", year, week);
}
