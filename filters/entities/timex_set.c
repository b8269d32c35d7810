/*
 * Times that come again: "every two weeks", "Mondays", "daily".
 */
#include "entities/timex_duration.h"
#include "entities/timex_reading.h"

/* "every day", "each Monday", "every two weeks", "Mondays", "weekends". */
size_t
timex_read_set(struct time_finder *f, size_t i)
{
	size_t at = i + 1, end;
	double amount;

	f->type = TIMEX_SET;
	if (time_at(f, i) == TIME_WEEKDAYS) {
		buffer_printf(f->value, "XXXX-WXX-%d", f->words[i].number);
		if (time_at(f, at) == TIME_DAYPARTS)
			buffer_printf(f->value, "T%.2s",
			    f->words[at++].value.at);
		return at;
	}
	if (time_at(f, i) == TIME_WEEKDAY &&
	    time_at(f, at) == TIME_DAYPARTS) {
		buffer_printf(f->value, "XXXX-WXX-%dT%.2s",
		    f->words[i].number, f->words[at].value.at);
		return at + 1;
	}
	if (time_at(f, i) == TIME_OFTEN) {
		/* "Weekly Standard" */
		if (f->tokens[i].shape != SHAPE_LOWER && at < f->count &&
		    f->tokens[at].shape != SHAPE_LOWER)
			return 0;
		buffer_add(f->value, f->words[i].value);
		return i + 1;
	}
	if (time_at(f, i) != TIME_EVERY)
		return 0;
	if (time_at(f, at) == TIME_WEEKDAY) {
		buffer_printf(f->value, "XXXX-WXX-%d", f->words[at].number);
		return at + 1;
	}
	if (time_at(f, at) == TIME_MONTH) {
		buffer_printf(f->value, "XXXX-%02d", f->words[at].number);
		return at + 1;
	}
	if (time_at(f, at) == TIME_SEASON || time_at(f, at) ==
	    TIME_DAYPART) {
		buffer_printf(f->value, "XXXX-%s%.2s", time_at(f, at) ==
		    TIME_SEASON ? "" : "XX-XXT", f->words[at].value.at);
		return at + 1;
	}
	end = timex_amount(f, at, &amount);
	if (end == 0) {
		end = at;
		amount = 1;
	}
	if (time_at(f, end) != TIME_UNIT && time_at(f, end) != TIME_UNITS)
		return 0;
	timex_add_period(f, f->words[end].value, amount);
	return end + 1;
}
