/*
 * Days, weeks and months of the Gregorian calendar, and dates as ISO 8601
 * writes them.
 */
#ifndef ENTITIES_CALENDAR_H
#define ENTITIES_CALENDAR_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/slice.h"

/* A date; year 0 means unknown. */
struct date {
	int year;
	int month;		/* 1-12, or 0: only the year is known */
	int day;		/* 1-31, or 0: only the month is known */
};

/* Days since 1970-01-01, which is 0; and back. */
long date_days(struct date date);
struct date date_of_days(long days);

/* Monday is 1, Sunday 7 (ISO 8601). */
int date_weekday(struct date date);

/* Days in a month. */
int date_month_days(int year, int month);

/* The date so many days, or months (the day clipped), later. */
struct date date_add_days(struct date date, long days);
struct date date_add_months(struct date date, long months);

/* The ISO week that a day lies in; *year is the week's year. */
int date_week(struct date date, int *year);

/*
 * The date at the start of s: `2024-08-19`, `2024-08` or `2024`, perhaps with
 * a time of day behind it.  False, and a zeroed date, when there is none.
 */
bool date_read(struct slice s, struct date *date);

/*
 * Append a date as far as it is known: `2024-08-19`, `2024-08`, `2024`; with
 * XXXX for an unknown year.
 */
void date_add(struct buffer *out, struct date date);

/* Append the week a day lies in: `2024-W34`. */
void date_add_week(struct buffer *out, struct date date);

#endif
