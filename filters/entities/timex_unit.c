/*
 * One unit of the calendar seen from today: "last year", "this week", "the
 * weekend", "the year-ago quarter".
 */
#include "entities/timex_unit.h"

#include "entities/timex_quarter.h"
#include "entities/timex_reading.h"
#include "entities/timex_year.h"

static void
add_decade(const struct time_finder *f, int year)
{
	buffer_printf(f->value, "%d", year / 10);
}

/* The unit so many units away from today. */
void
timex_add_unit(struct time_finder *f, struct slice unit, long offset)
{
	struct date date = f->anchor->date;
	char kind = unit.at[0];
	long quarter;

	f->type = TIMEX_DATE;
	if (date.year == 0 || (date.month == 0 && kind != 'Y')) {
		static const struct { const char *unit, *open; } open[] = {
			{ "D", "XXXX-XX-XX" }, { "W", "XXXX-WXX" },
			{ "WE", "XXXX-WXX-WE" }, { "M", "XXXX-XX" },
			{ "Q", "XXXX-QX" }, { "Y", "XXXX" }, { "E", "XXX" },
			{ "C", "XX" }
		};

		for (size_t k = 0; k < sizeof open / sizeof *open; k++)
			if (slice_is(unit, open[k].unit))
				buffer_add(f->value, slice_of(open[k].open));
		if (f->value->length == 0)
			buffer_add(f->value, SLICE("XXXX-XX-XX"));
		return;
	}
	switch (kind) {
	case 'Y':
		timex_add_year(f, date.year + (int)offset);
		break;
	case 'Q':
		quarter = date.year * 4L + timex_quarter_of(date.month) - 1 +
		    offset;
		timex_add_quarter(f, (int)(quarter / 4),
		    (int)(quarter % 4) + 1);
		break;
	case 'M':
		date.day = 0;
		date_add(f->value, date_add_months((struct date){ date.year,
		    date.month, 1 }, offset));
		f->value->length -= 3;
		break;
	case 'W':
		date_add_week(f->value, date_add_days(date, 7 * offset));
		if (unit.length == 2)
			buffer_add(f->value, SLICE("-WE"));
		break;
	case 'F':
		date_add_week(f->value, date_add_days(date, 14 * offset));
		break;
	case 'E':
		add_decade(f, date.year + 10 * (int)offset);
		break;
	case 'C':
		buffer_printf(f->value, "%d", date.year / 100 + (int)offset);
		break;
	default:
		date_add(f->value, date_add_days(date, offset));
	}
}

/* "last year", "this week", "the coming month", "[the] same year": one unit. */
size_t
timex_read_unit(struct time_finder *f, size_t i)
{
	size_t at = i;
	struct slice unit;
	bool the = time_is(f, at, "the");
	int offset = 0;

	at += the;
	if (time_at(f, at) != TIME_BACK && time_at(f, at) != TIME_AHEAD &&
	    time_at(f, at) != TIME_HERE)
		return 0;
	offset = f->words[at].number;
	if (time_is(f, at, "this") && (time_at(f, at + 1) == TIME_BACK ||
	    time_at(f, at + 1) == TIME_AHEAD))
		offset = f->words[++at].number;
	at++;
	if (time_is(f, at, "fiscal") || time_is(f, at, "calendar"))
		at++;
	if (time_at(f, at) != TIME_UNIT)
		return 0;
	unit = f->words[at].value;
	if (unit.at[0] == 'T')
		return 0;
	/* "the past year" is a stretch, "last year" a date */
	if (time_is(f, at - 1, "past") || (the && time_is(f, at - 1, "last"))) {
		f->type = TIMEX_DURATION;
		buffer_printf(f->value, "P1%.*s", (int)unit.length, unit.at);
		return at + 1;
	}
	if (time_is(f, at - 1, "latest")) {
		if (unit.at[0] != 'Q')
			return 0;
		offset = -1;
	}
	if (time_is(f, at - 1, "following") || time_is(f, at - 1,
	    "previous")) {
		/* seen from the year named last, not from today */
		if (unit.at[0] == 'Y' && f->anchor->year > 0) {
			f->type = TIMEX_DATE;
			timex_add_year(f, f->anchor->year + offset);
			return at + 1;
		}
	}
	timex_add_unit(f, unit, offset);
	if (unit.at[0] == 'Y' && f->anchor->date.year > 0)
		f->anchor->year = f->anchor->date.year + offset;
	/* "this year's third quarter" */
	if (unit.at[0] == 'Y' && f->anchor->date.year > 0 &&
	    time_is(f, at + 1, "'s")) {
		int quarter;
		size_t end = time_ordinal(f, at + 2, "quarter", 4, &quarter);

		if (end > 0) {
			buffer_clear(f->value);
			timex_add_quarter(f, f->anchor->date.year + offset,
			    quarter);
			return end;
		}
	}
	return at + 1;
}

/* "the weekend", "the quarter", "the year" (of the report), "the 1990s". */
size_t
timex_read_the_unit(struct time_finder *f, size_t i)
{
	size_t at = i + 1;
	struct slice unit;

	if (!time_is(f, i, "the") || time_at(f, at) != TIME_UNIT)
		return 0;
	unit = f->words[at].value;
	if (slice_is(unit, "WE")) {
		timex_add_unit(f, unit, time_tense(f, i) == TENSE_FUTURE ? 0 :
		    time_dated(f) && date_weekday(f->anchor->date) < 6 ? -1 :
		    0);
		return at + 1;
	}
	if (unit.at[0] == 'Q' && f->anchor->quarter > 0) {
		f->type = TIMEX_DATE;
		timex_add_quarter(f, f->anchor->quarter_year,
		    f->anchor->quarter);
		return at + 1;
	}
	/* "the end of the year", "by the month" is nothing */
	if (i >= 2 && time_is(f, i - 1, "of") &&
	    time_at(f, i - 2) == TIME_EDGE && unit.at[0] != 'T') {
		timex_add_unit(f, unit, 0);
		return at + 1;
	}
	return 0;
}

/* "year-earlier", "year-ago [quarter]". */
size_t
timex_read_year_ago(struct time_finder *f, size_t i)
{
	size_t at = i + time_is(f, i, "the");

	if (!time_is(f, at, "year") || !time_hyphen(f, at + 1) ||
	    (!time_is(f, at + 2, "earlier") && !time_is(f, at + 2, "ago")))
		return 0;
	f->type = TIMEX_DATE;
	if (f->anchor->quarter > 0 && f->anchor->date.year > 0)
		buffer_printf(f->value, "%04d-Q%d", f->anchor->date.year - 1,
		    f->anchor->quarter);
	else
		timex_add_unit(f, SLICE("Y"), -1);
	at += 3;
	if (time_is(f, at, "quarter") || time_is(f, at, "period"))
		at++;
	return at;
}
