/*
 * Quarters and halves of a year.  The one named last is kept with the anchor:
 * a report's "the quarter" means it.
 */
#include "entities/timex_quarter.h"

#include "entities/timex_reading.h"
#include "entities/timex_year.h"

int
timex_quarter_of(int month)
{
	return (month + 2) / 3;
}

void
timex_add_quarter(const struct time_finder *f, int year, int quarter)
{
	timex_add_year(f, year);
	buffer_printf(f->value, "-Q%d", quarter);
	f->anchor->quarter_year = year;
	f->anchor->quarter = quarter;
}

/* "[the] [fiscal|year-earlier] third quarter [of 1989]", "third-quarter". */
size_t
timex_read_quarter(struct time_finder *f, size_t i)
{
	size_t at = i, end, taken;
	int quarter, year = f->anchor->date.year, half = 0;
	bool earlier = false;

	if (time_is(f, at, "the"))
		at++;
	taken = time_year(f, at, &year);
	at += taken;
	if (time_is(f, at, "year") && time_hyphen(f, at + 1) &&
	    (time_is(f, at + 2, "earlier") || time_is(f, at + 2, "ago"))) {
		at += 3;
		earlier = true;
	}
	if (time_is(f, at, "fiscal"))
		at = time_unhyphen(f, at + 1);
	end = time_ordinal(f, at, "quarter", 4, &quarter);
	if (end == 0) {
		end = time_ordinal(f, at, "half", 2, &half);
		if (end == 0 || !time_is(f, i, "the"))
			return 0;
	}
	if (taken == 0) {
		size_t of = time_is(f, end, "of") ? end + 1 : end;

		taken = time_year(f, of, &year);
		if (taken > 0)
			end = of + taken;
		else if (time_is(f, of + 1, "year") && year > 0 &&
		    (time_at(f, of) == TIME_BACK || time_at(f, of) ==
		    TIME_HERE || time_at(f, of) == TIME_AHEAD)) {
			year += f->words[of].number;
			end = of + 2;
			taken = 2;
		} else if (half > 0 && !time_is(f, end, "of"))
			return 0;
		else if (half > 0) {
			if (!time_is(f, end + 1, "the") ||
			    !time_is(f, end + 2, "year"))
				return 0;
			end += 3;
		}
	}
	f->type = TIMEX_DATE;
	if (half > 0) {
		timex_add_year(f, year);
		buffer_printf(f->value, "-H%d", half);
		return end;
	}
	if (taken == 0 && year > 0 && f->anchor->date.month > 0 &&
	    quarter > timex_quarter_of(f->anchor->date.month) + 1)
		year--;
	timex_add_quarter(f, year > 0 ? year - earlier : 0, quarter);
	return end;
}
