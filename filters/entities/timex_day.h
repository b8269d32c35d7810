/*
 * A day in a sentence, as far as it is known.
 */
#ifndef ENTITIES_TIMEX_DAY_H
#define ENTITIES_TIMEX_DAY_H

#include "entities/calendar.h"
#include "entities/tense.h"
#include "entities/time_finder.h"

struct time_day {
	struct date date;	/* month 0: not known */
	int weekday;		/* when the date is not known, or 0 */
};

/* Any expression at token i that means one day; its end, or 0. */
size_t timex_day(const struct time_finder *f, size_t i, struct time_day *day);

/* Append a day to the value: a date, or `XXXX-WXX-1`, or `XXXX-XX-XX`. */
void timex_add_day(const struct time_finder *f, const struct time_day *day);

/*
 * ", 2024", " 2024", " last year", " this year" behind a month or a day: how
 * many tokens, or 0.
 */
size_t timex_year_behind(const struct time_finder *f, size_t i, int *year);

/*
 * The year of a month and day (0: of the month) that comes without one; 0 when
 * the document's is not known.
 */
int timex_resolve_year(const struct time_finder *f, int month, int day,
    enum tense when);

#endif
