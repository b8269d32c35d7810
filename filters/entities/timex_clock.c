/*
 * Times of a day: by the clock ("10:30 a.m. on Monday") and by its parts
 * ("Monday night").  Without a day beside it, today's is meant.
 */
#include "entities/timex_day.h"
#include "entities/timex_reading.h"

static void
add_day_or_today(const struct time_finder *f, const struct time_day *day)
{
	struct time_day today = { f->anchor->date, 0 };

	if (day)
		timex_add_day(f, day);
	else if (time_dated(f))
		timex_add_day(f, &today);
	else
		buffer_add(f->value, SLICE("XXXX-XX-XX"));
}

/* What cuts hour from minute: "10:30"; "10.30" is one before "a.m." only. */
static char
clock_mark(const struct time_finder *f, size_t i)
{
	struct slice text = f->tokens[i].text;

	if (memchr(text.at, ':', text.length))
		return ':';
	return memchr(text.at, '.', text.length) &&
	    time_at(f, i + 1) == TIME_HALFDAY ? '.' : 0;
}

/* "10:30 [a.m.]", "9 p.m.", "noon": its end; hour and minute. */
static size_t
clock_at(const struct time_finder *f, size_t i, int *hour, int *minute)
{
	struct slice text, left;
	size_t number, end = i;
	char mark;

	if (i >= f->count)
		return 0;
	text = left = f->tokens[i].text;
	*minute = 0;
	if (time_at(f, i) == TIME_CLOCK) {
		*hour = time_is(f, i, "noon") ? 12 : 24;
		return i + 1;
	}
	if (f->tokens[i].kind != TOKEN_NUMBER || text.length > 5)
		return 0;
	mark = clock_mark(f, i);
	if (mark) {
		if (!slice_number(slice_cut(&left, mark), &number) ||
		    number > 24)
			return 0;
		*hour = (int)number;
		if (left.length != 2 || !slice_number(left, &number) ||
		    number > 59)
			return 0;
		*minute = (int)number;
		end = i + 1;
	} else if (!time_number(f, i, 0, 24, hour) ||
	    (time_at(f, i + 1) != TIME_HALFDAY &&
	    !time_is(f, i + 1, "o'clock")))
		return 0;
	else
		end = i + 1;
	if (time_at(f, end) == TIME_HALFDAY) {
		*hour = *hour % 12 + f->words[end].number;
		end++;
	} else if (time_is(f, end, "o'clock"))
		end++;
	if (time_at(f, end) == TIME_ZONE)
		end++;
	else if (time_is(f, end, "local") && time_is(f, end + 1, "time"))
		end += 2;
	return end;
}

static void
add_clock(const struct time_finder *f, const struct time_day *day, int hour,
    int minute)
{
	add_day_or_today(f, day);
	buffer_printf(f->value, "T%02d:%02d", hour, minute);
}

/* A clock, with a day before or behind it. */
size_t
timex_read_clock(struct time_finder *f, size_t i)
{
	struct time_day day;
	int hour, minute;
	size_t end = clock_at(f, i, &hour, &minute), at, behind;

	if (end > 0) {
		at = time_is(f, end, "on") || time_is(f, end, ",") ? end + 1 :
		    end;
		behind = timex_day(f, at, &day);
		f->type = TIMEX_TIME;
		add_clock(f, behind > 0 ? &day : NULL, hour, minute);
		return behind > 0 ? behind : end;
	}
	end = timex_day(f, i, &day);
	if (end == 0)
		return 0;
	at = time_is(f, end, "at") || time_is(f, end, ",") ? end + 1 : end;
	behind = clock_at(f, at, &hour, &minute);
	if (behind == 0)
		return 0;
	f->type = TIMEX_TIME;
	add_clock(f, &day, hour, minute);
	return behind;
}

/* "Monday night", "this morning", "last night", "tonight", "the evening". */
size_t
timex_read_daypart(struct time_finder *f, size_t i)
{
	struct time_day day;
	size_t end = timex_day(f, i, &day), at;
	int offset = 0;

	f->type = TIMEX_TIME;
	if (time_at(f, i) == TIME_TONIGHT) {
		add_day_or_today(f, NULL);
		buffer_add(f->value, SLICE("TNI"));
		return i + 1;
	}
	if (end > 0) {
		at = time_at(f, end) == TIME_EDGE ? end + 1 : end;
		if (time_at(f, at) != TIME_DAYPART)
			return 0;
		timex_add_day(f, &day);
		buffer_printf(f->value, "T%.2s", f->words[at].value.at);
		return at + 1;
	}
	at = i;
	if (time_at(f, at) == TIME_BACK || time_at(f, at) == TIME_HERE ||
	    time_at(f, at) == TIME_AHEAD)
		offset = f->words[at++].number;
	else if (time_is(f, at, "the"))
		at++;
	else if (time_at(f, at) != TIME_DAYPART)
		return 0;
	if (time_at(f, at) != TIME_DAYPART || time_is(f, at, "dawn"))
		return 0;
	if (offset == 0 && time_at(f, i) != TIME_HERE) {
		/* "the morning [of] Monday", "in the evening" */
		size_t behind = time_is(f, at + 1, "of") ? at + 2 : at + 1;

		end = timex_day(f, behind, &day);
		if (end > 0)
			timex_add_day(f, &day);
		else if (!time_is(f, i, "the"))
			return 0;
		else
			add_day_or_today(f, NULL);
		buffer_printf(f->value, "T%.2s", f->words[at].value.at);
		return end > 0 ? end : at + 1;
	}
	day = (struct time_day){ { 0 }, 0 };
	if (time_dated(f))
		day.date = date_add_days(f->anchor->date, offset);
	timex_add_day(f, &day);
	buffer_printf(f->value, "T%.2s", f->words[at].value.at);
	return at + 1;
}
