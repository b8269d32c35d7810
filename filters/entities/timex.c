/*
 * Times: at each word of time or number, the readings of a small grammar are
 * tried (day, clock, unit with "last" or "next", quantity, year, a word by
 * itself) and the longest is taken.
 *
 * A reading writes its value at once; what is relative is worked out from the
 * document's date, with the tense of the clause for weekdays and months.
 */
#include "entities/timex.h"

#include "entities/number.h"
#include "entities/tense.h"
#include "entities/time_word.h"

struct finder {
	const struct token *tokens;
	size_t count;
	struct time_word *words;
	struct time_anchor *anchor;
	struct buffer *value;	/* of the reading under way */
	enum timex_type type;
};

/* A day, as far as it is known. */
struct day {
	struct date date;
	int weekday;		/* when the date is not known */
};

void
timex_open(void)
{
	time_word_open();
	number_open();
}

/* ------------------------------------------------------- looking at words */

static enum time_class
class_at(const struct finder *f, size_t i)
{
	return i < f->count ? f->words[i].class : TIME_NONE;
}

static bool
is_word(const struct finder *f, size_t i, const char *word)
{
	return i < f->count && slice_is(f->tokens[i].lower, word);
}

static bool
is_hyphen(const struct finder *f, size_t i)
{
	return i < f->count && (is_word(f, i, "-") || is_word(f, i, "–") ||
	    is_word(f, i, "‑"));
}

/* i, or the token behind it when a hyphen stands there. */
static size_t
over_hyphen(const struct finder *f, size_t i)
{
	return is_hyphen(f, i) ? i + 1 : i;
}

static enum tense
tense(const struct finder *f, size_t i)
{
	return tense_at(f->tokens, f->count, i);
}

static bool
dated(const struct finder *f)
{
	return f->anchor->date.year > 0 && f->anchor->date.month > 0 &&
	    f->anchor->date.day > 0;
}

/* The whole number that token i is in digits, between least and most. */
static bool
small_number(const struct finder *f, size_t i, int least, int most,
    int *number)
{
	size_t value;

	if (i >= f->count || f->tokens[i].text.length > 4 ||
	    !slice_number(f->tokens[i].text, &value) || (int)value < least ||
	    (int)value > most)
		return false;
	*number = (int)value;
	return true;
}

/* A year in four digits or words ("nineteen ninety-six"); tokens, or 0. */
static size_t
year_at(const struct finder *f, size_t i, int *year)
{
	struct number high, low;

	if (i >= f->count)
		return 0;
	if (f->tokens[i].text.length == 4 &&
	    small_number(f, i, 1000, 2199, year))
		return 1;
	if (f->tokens[i].kind != TOKEN_WORD)
		return 0;
	high = number_at(f->tokens, f->count, i);
	if (high.kind != NUMBER_CARDINAL || high.digits)
		return 0;
	if (high.low >= 2000 && high.low < 2100) {
		*year = (int)high.low;
		return high.tokens;
	}
	if ((high.low != 19 && high.low != 20 && high.low != 18) ||
	    high.tokens != 1 || i + 1 >= f->count)
		return 0;
	low = number_at(f->tokens, f->count, i + 1);
	if (low.kind != NUMBER_CARDINAL || low.digits || low.low < 10 ||
	    low.low > 99)
		return 0;
	*year = (int)(high.low * 100 + low.low);
	return 1 + low.tokens;
}

/* A day of the month: "7", "7th", "eighth"; tokens, or 0. */
static size_t
month_day_at(const struct finder *f, size_t i, int *day)
{
	struct number number;

	if (i >= f->count)
		return 0;
	if (f->tokens[i].kind == TOKEN_NUMBER &&
	    small_number(f, i, 1, 31, day))
		return f->tokens[i].text.length <= 2;
	number = number_at(f->tokens, f->count, i);
	if (number.kind != NUMBER_ORDINAL || number.low < 1 || number.low > 31)
		return 0;
	*day = (int)number.low;
	return number.tokens;
}

/* -------------------------------------------------------------- resolving */

/* The day of that weekday which the tense means. */
static struct date
resolve_weekday(const struct finder *f, int weekday, enum tense when,
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
static int
resolve_year(const struct finder *f, int month, int day, enum tense when)
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

static void
add_day(const struct finder *f, const struct day *day)
{
	if (day->date.month > 0)
		date_add(f->value, day->date);
	else if (day->weekday > 0)
		buffer_printf(f->value, "XXXX-WXX-%d", day->weekday);
	else
		buffer_add(f->value, SLICE("XXXX-XX-XX"));
}

/* ------------------------------------------------------------- day by day */

/* ", 2024", " 2024", " last year", " this year" behind a month or a day. */
static size_t
year_behind(const struct finder *f, size_t i, int *year)
{
	size_t at = is_word(f, i, ",") ? i + 1 : i, taken;

	if (at > i && f->tokens[at - 1].space_before)
		return 0;
	if (is_word(f, at, "of"))
		at++;
	taken = year_at(f, at, year);
	if (taken > 0 && (at == i || f->tokens[at].text.length == 4))
		return at + taken - i;
	if (at == i && f->anchor->date.year > 0 && is_word(f, i + 1, "year") &&
	    (class_at(f, i) == TIME_BACK || class_at(f, i) == TIME_AHEAD ||
	    class_at(f, i) == TIME_HERE)) {
		*year = f->anchor->date.year + f->words[i].number;
		return 2;
	}
	return 0;
}

/* "October 7[, 2023]", "7 October [2023]", "the 7th of October". */
static size_t
calendar_day(const struct finder *f, size_t i, struct day *day)
{
	size_t at = i, taken, month;

	if (class_at(f, i) == TIME_MONTH) {
		month = i;
		taken = month_day_at(f, i + 1, &day->date.day);
		at = i + 1 + taken;
	} else {
		if (is_word(f, at, "the"))
			at++;
		taken = month_day_at(f, at, &day->date.day);
		at += taken;
		if (is_word(f, at, "of"))
			at++;
		month = at++;
		if (class_at(f, month) != TIME_MONTH)
			return 0;
	}
	if (taken == 0)
		return 0;
	/* "May 20s" and "October 7.5" are none, nor "March 10 percent" */
	if (is_word(f, at, "%") || is_word(f, at, "percent"))
		return 0;
	day->date.month = f->words[month].number;
	taken = year_behind(f, at, &day->date.year);
	if (taken == 0)
		day->date.year = resolve_year(f, day->date.month,
		    day->date.day, tense(f, i));
	return at + taken;
}

/* "2024-08-19" */
static size_t
iso_day(const struct finder *f, size_t i, struct day *day)
{
	if (f->tokens[i].text.length == 10 &&
	    date_read(f->tokens[i].text, &day->date) && day->date.day > 0)
		return i + 1;
	return 0;
}

/* "Monday", "last Friday", "this coming Sunday", "Friday, Oct. 13". */
static size_t
week_day(const struct finder *f, size_t i, struct day *day)
{
	enum tense when = TENSE_UNKNOWN;
	bool strictly = false;
	size_t at = i, behind;
	struct day date = { { 0 }, 0 };

	if (is_word(f, at, "the") && class_at(f, at + 1) != TIME_NONE)
		at++;
	for (; class_at(f, at) == TIME_BACK || class_at(f, at) == TIME_AHEAD ||
	    class_at(f, at) == TIME_HERE; at++) {
		if (f->words[at].number != 0) {
			when = f->words[at].number < 0 ? TENSE_PAST :
			    TENSE_FUTURE;
			strictly = true;
		}
	}
	if (class_at(f, at) != TIME_WEEKDAY || (at > i && is_word(f, at - 1,
	    "the")))
		return 0;
	day->weekday = f->words[at].number;
	if (when == TENSE_UNKNOWN)
		when = tense(f, i);
	behind = is_word(f, at + 1, ",") ? at + 2 : at + 1;
	if (behind < f->count) {
		size_t end = calendar_day(f, behind, &date);

		if (end > 0) {
			*day = date;
			return end;
		}
	}
	if (dated(f))
		day->date = resolve_weekday(f, day->weekday, when, strictly);
	/* "Friday last week", "Monday of next week" */
	behind = is_word(f, at + 1, "of") ? at + 2 : at + 1;
	if (dated(f) && is_word(f, behind + 1, "week") &&
	    (class_at(f, behind) == TIME_BACK ||
	    class_at(f, behind) == TIME_AHEAD ||
	    class_at(f, behind) == TIME_HERE)) {
		day->date = date_add_days(f->anchor->date,
		    day->weekday - date_weekday(f->anchor->date) +
		    7L * f->words[behind].number);
		return behind + 2;
	}
	return at + 1;
}

static size_t
near_day(const struct finder *f, size_t i, struct day *day)
{
	int offset = f->words[i].number;
	size_t end = i + 1;

	if (class_at(f, i) == TIME_UNIT && is_word(f, i, "day") &&
	    i + 2 < f->count && (is_word(f, i + 1, "after") ||
	    is_word(f, i + 1, "before")) && class_at(f, i + 2) == TIME_DAY) {
		offset = f->words[i + 2].number +
		    (is_word(f, i + 1, "after") ? 1 : -1);
		end = i + 3;
	} else if (class_at(f, i) != TIME_DAY)
		return 0;
	if (dated(f))
		day->date = date_add_days(f->anchor->date, offset);
	return end;
}

/* Any expression that means one day; its end, or 0. */
static size_t
day_at(const struct finder *f, size_t i, struct day *day)
{
	size_t end;

	*day = (struct day){ { 0 }, 0 };
	if (i >= f->count)
		return 0;
	end = week_day(f, i, day);
	if (end > 0)
		return end;
	*day = (struct day){ { 0 }, 0 };
	end = calendar_day(f, i, day);
	if (end == 0) {
		*day = (struct day){ { 0 }, 0 };
		end = iso_day(f, i, day);
	}
	if (end == 0)
		end = near_day(f, i, day);
	return end;
}

/* ---------------------------------------------------------- time of a day */

static void
add_day_or_today(const struct finder *f, const struct day *day)
{
	struct day today = { f->anchor->date, 0 };

	if (day)
		add_day(f, day);
	else if (dated(f))
		add_day(f, &today);
	else
		buffer_add(f->value, SLICE("XXXX-XX-XX"));
}

/* What cuts hour from minute: "10:30"; "10.30" is one before "a.m." only. */
static char
clock_mark(const struct finder *f, size_t i)
{
	struct slice text = f->tokens[i].text;

	if (memchr(text.at, ':', text.length))
		return ':';
	return memchr(text.at, '.', text.length) &&
	    class_at(f, i + 1) == TIME_HALFDAY ? '.' : 0;
}

/* "10:30 [a.m.]", "9 p.m.", "noon": its end; hour and minute. */
static size_t
clock_at(const struct finder *f, size_t i, int *hour, int *minute)
{
	struct slice text, left;
	size_t number, end = i;
	char mark;

	if (i >= f->count)
		return 0;
	text = left = f->tokens[i].text;
	*minute = 0;
	if (class_at(f, i) == TIME_CLOCK) {
		*hour = is_word(f, i, "noon") ? 12 : 24;
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
	} else if (!small_number(f, i, 0, 24, hour) ||
	    (class_at(f, i + 1) != TIME_HALFDAY &&
	    !is_word(f, i + 1, "o'clock")))
		return 0;
	else
		end = i + 1;
	if (class_at(f, end) == TIME_HALFDAY) {
		*hour = *hour % 12 + f->words[end].number;
		end++;
	} else if (is_word(f, end, "o'clock"))
		end++;
	if (class_at(f, end) == TIME_ZONE)
		end++;
	else if (is_word(f, end, "local") && is_word(f, end + 1, "time"))
		end += 2;
	return end;
}

static void
add_clock(const struct finder *f, const struct day *day, int hour, int minute)
{
	add_day_or_today(f, day);
	buffer_printf(f->value, "T%02d:%02d", hour, minute);
}

/* A clock, with a day before or behind it. */
static size_t
clock_reading(struct finder *f, size_t i)
{
	struct day day;
	int hour, minute;
	size_t end = clock_at(f, i, &hour, &minute), at, behind;

	if (end > 0) {
		at = is_word(f, end, "on") || is_word(f, end, ",") ? end + 1 :
		    end;
		behind = day_at(f, at, &day);
		f->type = TIMEX_TIME;
		add_clock(f, behind > 0 ? &day : NULL, hour, minute);
		return behind > 0 ? behind : end;
	}
	end = day_at(f, i, &day);
	if (end == 0)
		return 0;
	at = is_word(f, end, "at") || is_word(f, end, ",") ? end + 1 : end;
	behind = clock_at(f, at, &hour, &minute);
	if (behind == 0)
		return 0;
	f->type = TIMEX_TIME;
	add_clock(f, &day, hour, minute);
	return behind;
}

/* "Monday night", "this morning", "last night", "tonight", "the evening". */
static size_t
daypart_reading(struct finder *f, size_t i)
{
	struct day day;
	size_t end = day_at(f, i, &day), at;
	int offset = 0;

	f->type = TIMEX_TIME;
	if (class_at(f, i) == TIME_TONIGHT) {
		add_day_or_today(f, NULL);
		buffer_add(f->value, SLICE("TNI"));
		return i + 1;
	}
	if (end > 0) {
		at = class_at(f, end) == TIME_EDGE ? end + 1 : end;
		if (class_at(f, at) != TIME_DAYPART)
			return 0;
		add_day(f, &day);
		buffer_printf(f->value, "T%.2s", f->words[at].value.at);
		return at + 1;
	}
	at = i;
	if (class_at(f, at) == TIME_BACK || class_at(f, at) == TIME_HERE ||
	    class_at(f, at) == TIME_AHEAD)
		offset = f->words[at++].number;
	else if (is_word(f, at, "the"))
		at++;
	else if (class_at(f, at) != TIME_DAYPART)
		return 0;
	if (class_at(f, at) != TIME_DAYPART || is_word(f, at, "dawn"))
		return 0;
	if (offset == 0 && class_at(f, i) != TIME_HERE) {
		/* "the morning [of] Monday", "in the evening" */
		size_t behind = is_word(f, at + 1, "of") ? at + 2 : at + 1;

		end = day_at(f, behind, &day);
		if (end > 0)
			add_day(f, &day);
		else if (!is_word(f, i, "the"))
			return 0;
		else
			add_day_or_today(f, NULL);
		buffer_printf(f->value, "T%.2s", f->words[at].value.at);
		return end > 0 ? end : at + 1;
	}
	day = (struct day){ { 0 }, 0 };
	if (dated(f))
		day.date = date_add_days(f->anchor->date, offset);
	add_day(f, &day);
	buffer_printf(f->value, "T%.2s", f->words[at].value.at);
	return at + 1;
}

static size_t
day_reading(struct finder *f, size_t i)
{
	struct day day;
	size_t end = day_at(f, i, &day);

	if (end > 0) {
		f->type = TIMEX_DATE;
		add_day(f, &day);
		if (day.date.year > 0)
			f->anchor->year = day.date.year;
	}
	return end;
}

/* ----------------------------------------------------- months and seasons */

static void
add_year(const struct finder *f, int year)
{
	if (year > 0)
		buffer_printf(f->value, "%04d", year);
	else
		buffer_add(f->value, SLICE("XXXX"));
}

/* "[last|next|this] April", "April [2024]", "April last year". */
static size_t
month_reading(struct finder *f, size_t i)
{
	size_t at = i, taken;
	struct date date = { 0 }, today = f->anchor->date;
	enum time_class before = class_at(f, at);

	if (before == TIME_BACK || before == TIME_AHEAD || before == TIME_HERE)
		at++;
	if (class_at(f, at) != TIME_MONTH)
		return 0;
	date.month = f->words[at].number;
	taken = year_behind(f, at + 1, &date.year);
	if (taken == 0 && today.year > 0) {
		date.year = today.year;
		if (before == TIME_BACK)
			date.year -= date.month >= today.month;
		else if (before == TIME_AHEAD)
			date.year += date.month <= today.month;
		else if (before != TIME_HERE)
			date.year = resolve_year(f, date.month, 0,
			    tense(f, i));
	}
	f->type = TIMEX_DATE;
	date_add(f->value, date);
	if (taken > 0)
		f->anchor->year = date.year;
	return at + 1 + taken;
}

/* The month in which a season ends, to tell the last one from the next. */
static int
season_month(struct slice season)
{
	return slice_is(season, "SP") ? 5 : slice_is(season, "SU") ? 8 :
	    slice_is(season, "FA") ? 11 : 2;
}

/* "[the|this|last|next] summer [of 2024]". */
static size_t
season_reading(struct finder *f, size_t i)
{
	size_t at = i, taken;
	enum time_class before;
	int year = f->anchor->date.year, month = f->anchor->date.month;

	if (is_word(f, at, "the"))
		at++;
	before = class_at(f, at);
	while (class_at(f, at) == TIME_BACK || class_at(f, at) == TIME_AHEAD ||
	    class_at(f, at) == TIME_HERE)
		at++;
	if (class_at(f, at) != TIME_SEASON ||
	    tag_is_verb(f->tokens[at].tag))
		return 0;
	taken = is_word(f, at + 1, "of") ? year_at(f, at + 2, &year) :
	    year_at(f, at + 1, &year);
	if (taken > 0 && is_word(f, at + 1, "of"))
		taken++;
	if (taken == 0 && at == i)
		return 0;
	if (taken == 0 && is_word(f, i, "the") && at == i + 1 &&
	    is_word(f, i - (i > 0), "take"))
		return 0;
	if (taken == 0 && year > 0 && month > 0) {
		if (before == TIME_BACK)
			year -= season_month(f->words[at].value) >= month;
		else if (before == TIME_AHEAD)
			year += season_month(f->words[at].value) <= month;
	}
	f->type = TIMEX_DATE;
	add_year(f, year);
	buffer_printf(f->value, "-%.2s", f->words[at].value.at);
	return at + 1 + taken;
}

/* --------------------------------------------------------------- quarters */

static int
quarter_of(int month)
{
	return (month + 2) / 3;
}

static void
add_quarter(const struct finder *f, int year, int quarter)
{
	add_year(f, year);
	buffer_printf(f->value, "-Q%d", quarter);
	f->anchor->quarter_year = year;
	f->anchor->quarter = quarter;
}

/* "third", behind it perhaps a hyphen: 1-4, and where "quarter" would be. */
static size_t
ordinal_before(const struct finder *f, size_t i, const char *unit, int most,
    int *ordinal)
{
	struct number number;
	size_t at;

	if (i >= f->count)
		return 0;
	number = number_at(f->tokens, f->count, i);
	if (number.kind != NUMBER_ORDINAL || number.low < 1 ||
	    number.low > most)
		return 0;
	at = over_hyphen(f, i + number.tokens);
	if (!is_word(f, at, unit))
		return 0;
	*ordinal = (int)number.low;
	return at + 1;
}

/* "[the] [fiscal|year-earlier] third quarter [of 1989]", "third-quarter". */
static size_t
quarter_reading(struct finder *f, size_t i)
{
	size_t at = i, end, taken;
	int quarter, year = f->anchor->date.year, half = 0;
	bool earlier = false;

	if (is_word(f, at, "the"))
		at++;
	taken = year_at(f, at, &year);
	at += taken;
	if (is_word(f, at, "year") && is_hyphen(f, at + 1) &&
	    (is_word(f, at + 2, "earlier") || is_word(f, at + 2, "ago"))) {
		at += 3;
		earlier = true;
	}
	if (is_word(f, at, "fiscal"))
		at = over_hyphen(f, at + 1);
	end = ordinal_before(f, at, "quarter", 4, &quarter);
	if (end == 0) {
		end = ordinal_before(f, at, "half", 2, &half);
		if (end == 0 || !is_word(f, i, "the"))
			return 0;
	}
	if (taken == 0) {
		size_t of = is_word(f, end, "of") ? end + 1 : end;

		taken = year_at(f, of, &year);
		if (taken > 0)
			end = of + taken;
		else if (is_word(f, of + 1, "year") && year > 0 &&
		    (class_at(f, of) == TIME_BACK || class_at(f, of) ==
		    TIME_HERE || class_at(f, of) == TIME_AHEAD)) {
			year += f->words[of].number;
			end = of + 2;
			taken = 2;
		} else if (half > 0 && !is_word(f, end, "of"))
			return 0;
		else if (half > 0) {
			if (!is_word(f, end + 1, "the") ||
			    !is_word(f, end + 2, "year"))
				return 0;
			end += 3;
		}
	}
	f->type = TIMEX_DATE;
	if (half > 0) {
		add_year(f, year);
		buffer_printf(f->value, "-H%d", half);
		return end;
	}
	if (taken == 0 && year > 0 && f->anchor->date.month > 0 &&
	    quarter > quarter_of(f->anchor->date.month) + 1)
		year--;
	add_quarter(f, year > 0 ? year - earlier : 0, quarter);
	return end;
}

/* -------------------------------------- a unit with "last", "this", "next" */

static void
add_decade(const struct finder *f, int year)
{
	buffer_printf(f->value, "%d", year / 10);
}

/* The unit so many units away from today. */
static void
add_unit(struct finder *f, struct slice unit, long offset)
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
		add_year(f, date.year + (int)offset);
		break;
	case 'Q':
		quarter = date.year * 4L + quarter_of(date.month) - 1 + offset;
		add_quarter(f, (int)(quarter / 4), (int)(quarter % 4) + 1);
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
static size_t
unit_reading(struct finder *f, size_t i)
{
	size_t at = i;
	struct slice unit;
	bool the = is_word(f, at, "the");
	int offset = 0;

	at += the;
	if (class_at(f, at) != TIME_BACK && class_at(f, at) != TIME_AHEAD &&
	    class_at(f, at) != TIME_HERE)
		return 0;
	offset = f->words[at].number;
	if (is_word(f, at, "this") && (class_at(f, at + 1) == TIME_BACK ||
	    class_at(f, at + 1) == TIME_AHEAD))
		offset = f->words[++at].number;
	at++;
	if (is_word(f, at, "fiscal") || is_word(f, at, "calendar"))
		at++;
	if (class_at(f, at) != TIME_UNIT)
		return 0;
	unit = f->words[at].value;
	if (unit.at[0] == 'T')
		return 0;
	/* "the past year" is a stretch, "last year" a date */
	if (is_word(f, at - 1, "past") || (the && is_word(f, at - 1, "last"))) {
		f->type = TIMEX_DURATION;
		buffer_printf(f->value, "P1%.*s", (int)unit.length, unit.at);
		return at + 1;
	}
	if (is_word(f, at - 1, "latest")) {
		if (unit.at[0] != 'Q')
			return 0;
		offset = -1;
	}
	if (is_word(f, at - 1, "following") || is_word(f, at - 1,
	    "previous")) {
		/* seen from the year named last, not from today */
		if (unit.at[0] == 'Y' && f->anchor->year > 0) {
			f->type = TIMEX_DATE;
			add_year(f, f->anchor->year + offset);
			return at + 1;
		}
	}
	add_unit(f, unit, offset);
	if (unit.at[0] == 'Y' && f->anchor->date.year > 0)
		f->anchor->year = f->anchor->date.year + offset;
	/* "this year's third quarter" */
	if (unit.at[0] == 'Y' && f->anchor->date.year > 0 &&
	    is_word(f, at + 1, "'s")) {
		int quarter;
		size_t end = ordinal_before(f, at + 2, "quarter", 4, &quarter);

		if (end > 0) {
			buffer_clear(f->value);
			add_quarter(f, f->anchor->date.year + offset, quarter);
			return end;
		}
	}
	return at + 1;
}

/* "the weekend", "the quarter", "the year" (of the report), "the 1990s". */
static size_t
the_unit_reading(struct finder *f, size_t i)
{
	size_t at = i + 1;
	struct slice unit;

	if (!is_word(f, i, "the") || class_at(f, at) != TIME_UNIT)
		return 0;
	unit = f->words[at].value;
	if (slice_is(unit, "WE")) {
		add_unit(f, unit, tense(f, i) == TENSE_FUTURE ? 0 :
		    dated(f) && date_weekday(f->anchor->date) < 6 ? -1 : 0);
		return at + 1;
	}
	if (unit.at[0] == 'Q' && f->anchor->quarter > 0) {
		f->type = TIMEX_DATE;
		add_quarter(f, f->anchor->quarter_year, f->anchor->quarter);
		return at + 1;
	}
	/* "the end of the year", "by the month" is nothing */
	if (i >= 2 && is_word(f, i - 1, "of") &&
	    class_at(f, i - 2) == TIME_EDGE && unit.at[0] != 'T') {
		add_unit(f, unit, 0);
		return at + 1;
	}
	return 0;
}

/* ------------------------------------------------------------- quantities */

/* How much of a unit: a number, "a", "several"; its end, or 0. */
static size_t
amount_at(const struct finder *f, size_t i, double *amount)
{
	struct number number;
	size_t at = i;

	if (i >= f->count)
		return 0;
	*amount = -1;
	if (is_word(f, at, "a") && is_word(f, at + 1, "few"))
		return at + 2;
	number = number_at(f->tokens, f->count, at);
	if (number.kind == NUMBER_CARDINAL) {
		*amount = number.low;
		at += number.tokens;
		if (is_word(f, at, "of") && number.low == 2)
			at++;
		/* "two to three weeks", "18 or 24 months" */
		if (is_word(f, at, "to") || is_word(f, at, "or") ||
		    is_hyphen(f, at)) {
			struct number more = at + 1 < f->count ?
			    number_at(f->tokens, f->count, at + 1) :
			    (struct number){ 0 };

			if (more.kind == NUMBER_CARDINAL &&
			    more.low > number.low)
				at += 1 + more.tokens;
		}
		return at;
	}
	if (number.kind == NUMBER_VAGUE) {
		at += number.tokens;
		return is_word(f, at, "of") ? at + 1 : 0;
	}
	if (number.kind == NUMBER_FRACTION && number.low == .5) {
		*amount = .5;
		at += number.tokens;
		return is_word(f, at, "a") || is_word(f, at, "an") ? at + 1 :
		    at;
	}
	if (is_word(f, at, "a") || is_word(f, at, "an")) {
		*amount = 1;
		return at + 1;
	}
	if (class_at(f, at) == TIME_VAGUE)
		return at + 1;
	return 0;
}

static void
add_period(const struct finder *f, struct slice unit, double amount)
{
	double times = unit.at[0] == 'F' ? 2 : 1;

	/* decades and centuries as years */
	if (amount > 0 && (unit.at[0] == 'E' || unit.at[0] == 'C')) {
		times = unit.at[0] == 'E' ? 10 : 100;
		unit = SLICE("Y");
	}
	if (unit.at[0] == 'F')
		unit = SLICE("W");
	buffer_add(f->value, unit.at[0] == 'T' ? SLICE("PT") : SLICE("P"));
	if (amount > 0)
		number_add(f->value, amount * times);
	else
		buffer_add_byte(f->value, 'X');
	buffer_add(f->value, unit.at[0] == 'T' ? slice_part(unit, 1, 2) : unit);
}

/* "three years ago": the day, week, month or year it points to. */
static void
add_distance(struct finder *f, struct slice unit, double amount, int direction)
{
	f->type = TIMEX_DATE;
	if (amount < 0) {
		buffer_add(f->value, direction < 0 ? SLICE("PAST_REF") :
		    SLICE("FUTURE_REF"));
		return;
	}
	if (unit.at[0] == 'T') {
		buffer_add(f->value, direction < 0 ? SLICE("PAST_REF") :
		    SLICE("FUTURE_REF"));
		return;
	}
	if (unit.at[0] == 'E' || unit.at[0] == 'C') {
		amount *= unit.at[0] == 'E' ? 10 : 100;
		unit = SLICE("Y");
	}
	add_unit(f, unit, direction * (long)(amount + .5));
}

/* "ago", "earlier", "before", "later", "from now": -1, 1, or 0; its end. */
static int
direction_at(const struct finder *f, size_t i, size_t *end)
{
	*end = i + 1;
	if (is_word(f, i, "ago") || is_word(f, i, "earlier") ||
	    is_word(f, i, "previously"))
		return -1;
	if (is_word(f, i, "later"))
		return 1;
	if (is_word(f, i, "from") && is_word(f, i + 1, "now")) {
		*end = i + 2;
		return 1;
	}
	return 0;
}

/* Is it the age of somebody: "a 12-year-old", "43 years old"? */
static bool
is_age(const struct finder *f, size_t behind)
{
	size_t at = over_hyphen(f, behind);

	return is_word(f, at, "old") || is_word(f, at, "olds") ||
	    (is_word(f, at, "of") && is_word(f, at + 1, "age"));
}

/* Where approximators before a duration begin: "nearly", "more than". */
static size_t
with_approximator(const struct finder *f, size_t i)
{
	static const char *const alone[] = {
		"about", "almost", "around", "approximately", "nearly", "over",
		"roughly", "some", "under"
	};

	if (is_word(f, i, "the"))
		return i;
	if (i >= 2 && is_word(f, i - 1, "than") && (is_word(f, i - 2,
	    "more") || is_word(f, i - 2, "less") || is_word(f, i - 2,
	    "fewer"))) {
		if (i >= 3 && is_word(f, i - 3, "no"))
			return i - 3;
		return i - 2;
	}
	if (i >= 2 && ((is_word(f, i - 2, "at") && (is_word(f, i - 1,
	    "least") || is_word(f, i - 1, "most"))) ||
	    (is_word(f, i - 2, "up") && is_word(f, i - 1, "to"))))
		return i - 2;
	for (size_t k = 0; i >= 1 && k < sizeof alone / sizeof *alone; k++)
		if (is_word(f, i - 1, alone[k]))
			return i - 1;
	return i;
}

/* "$3 a year", "twice a week": a frequency, not a stretch. */
static bool
is_rate(const struct finder *f, size_t i)
{
	if (i == 0)
		return false;
	if (is_word(f, i, "per"))
		return true;
	if (!is_word(f, i, "a") && !is_word(f, i, "an"))
		return false;
	return f->tokens[i - 1].tag == TAG_CD || is_word(f, i - 1, "%") ||
	    is_word(f, i - 1, "percent") || is_word(f, i - 1, "times") ||
	    is_word(f, i - 1, "once") || is_word(f, i - 1, "twice") ||
	    f->tokens[i - 1].tag == TAG_NNS;
}

static size_t
quantity_reading(struct finder *f, size_t i, size_t *start)
{
	size_t at = i, end;
	enum time_class before = TIME_NONE;
	struct slice unit;
	double amount;
	bool the = is_word(f, at, "the");
	int direction;

	if (is_word(f, i, "per") && class_at(f, i + 1) == TIME_UNIT) {
		f->type = TIMEX_SET;
		add_period(f, f->words[i + 1].value, 1);
		return i + 2;
	}
	at += the;
	if (class_at(f, at) == TIME_BACK || class_at(f, at) == TIME_AHEAD)
		before = class_at(f, at++);
	else if (the && is_word(f, at, "first"))
		before = class_at(f, at++);
	end = amount_at(f, at, &amount);
	if (end == 0) {
		/* "the coming days", "recent weeks", "weeks of talks" */
		if (class_at(f, at) != TIME_UNITS || (at == i && the))
			return 0;
		amount = -1;
		end = at;
	}
	end = over_hyphen(f, end);
	if (is_word(f, end, "full") || is_word(f, end, "fiscal") ||
	    is_word(f, end, "more") || is_word(f, end, "straight") ||
	    is_word(f, end, "consecutive"))
		end++;
	if (class_at(f, end) != TIME_UNIT && class_at(f, end) != TIME_UNITS)
		return 0;
	if (is_word(f, end, "second") || is_age(f, end + 1))
		return 0;
	if (at == i && end == i && before == TIME_NONE &&
	    f->tokens[end].shape != SHAPE_LOWER && i > 0)
		return 0;
	unit = f->words[end].value;
	/* "a quarter of the voters" is a share */
	if (slice_is(unit, "Q") && is_word(f, end, "quarter") &&
	    (amount < 0 || is_word(f, end + 1, "of")))
		return 0;
	if (is_rate(f, at) && amount == 1) {
		f->type = TIMEX_SET;
		add_period(f, unit, 1);
		return end + 1;
	}
	*start = with_approximator(f, i);
	direction = direction_at(f, end + 1, &at);
	if (direction != 0) {
		add_distance(f, unit, amount, direction);
		return at;
	}
	f->type = TIMEX_DURATION;
	add_period(f, unit, amount);
	end++;
	/* "a year and a half" */
	if (amount == 1 && is_word(f, end, "and") && is_word(f, end + 1,
	    "a") && is_word(f, end + 2, "half")) {
		buffer_clear(f->value);
		add_period(f, unit, 1.5);
		end += 3;
	}
	return end;
}

/* "year-earlier", "year-ago [quarter]". */
static size_t
year_ago_reading(struct finder *f, size_t i)
{
	size_t at = i + is_word(f, i, "the");

	if (!is_word(f, at, "year") || !is_hyphen(f, at + 1) ||
	    (!is_word(f, at + 2, "earlier") && !is_word(f, at + 2, "ago")))
		return 0;
	f->type = TIMEX_DATE;
	if (f->anchor->quarter > 0 && f->anchor->date.year > 0)
		buffer_printf(f->value, "%04d-Q%d", f->anchor->date.year - 1,
		    f->anchor->quarter);
	else
		add_unit(f, SLICE("Y"), -1);
	at += 3;
	if (is_word(f, at, "quarter") || is_word(f, at, "period"))
		at++;
	return at;
}

/* ----------------------------------------------------------- years by name */

/* Could four digits be a count: "2000 people", "1,990 dollars"? */
static bool
is_year(const struct finder *f, size_t i)
{
	enum tag next = i + 1 < f->count ? f->tokens[i + 1].tag : TAG_NONE;
	int year;

	if (!small_number(f, i, 1900, 2099, &year))
		return i > 0 && small_number(f, i, 1500, 1899, &year) &&
		    (is_word(f, i - 1, "in") || is_word(f, i - 1, "since"));
	if (i > 0 && (f->tokens[i - 1].kind == TOKEN_SYMBOL ||
	    is_word(f, i - 1, "than") || is_word(f, i - 1, "least")))
		return false;
	if (i > 0 && f->tokens[i - 1].text.length == 1 &&
	    f->tokens[i - 1].kind == TOKEN_PUNCTUATION &&
	    f->tokens[i - 1].text.at[0] == '-' && i >= 2 &&
	    tag_is_name(f->tokens[i - 2].tag))
		return false;
	if (next == TAG_NNS && !is_word(f, i + 1, "elections") && (i == 0 ||
	    (!is_word(f, i - 1, "the") && f->tokens[i - 1].tag != TAG_IN &&
	    f->tokens[i - 1].tag != TAG_POS)))
		return false;
	return !is_word(f, i + 1, "%") && !is_word(f, i + 1, "percent");
}

/* "1990s", "the '90s", "the nineties", "mid-1980s". */
static size_t
decade_reading(struct finder *f, size_t i)
{
	size_t at = i + is_word(f, i, "the"), number, digits;
	struct slice text;

	if (at >= f->count)
		return 0;
	if (class_at(f, at) == TIME_EDGE)
		at = over_hyphen(f, at + 1);
	if (at + 1 < f->count && (is_word(f, at, "'") || is_word(f, at, "‘")))
		at++;
	if (at >= f->count)
		return 0;
	text = f->tokens[at].lower;
	if (text.length > 0 && text.at[0] == '\'')
		text = slice_part(text, 1, text.length);
	if (text.length < 3 || !slice_ends(text, SLICE("s")))
		return 0;
	digits = text.length - 1;
	if (text.at[digits - 1] == '\'')
		digits--;
	if ((digits != 4 && digits != 2) ||
	    !slice_number(slice_part(text, 0, digits), &number) ||
	    number % 10 != 0 || (digits == 4 && (number < 1500 ||
	    number > 2100)) || (digits == 2 && !is_word(f, i, "the")))
		return 0;
	f->type = TIMEX_DATE;
	if (digits == 2)
		number += number < 30 ? 2000 : 1900;
	buffer_printf(f->value, "%zu", number / 10);
	return at + 1;
}

/* "the 19th century" */
static size_t
century_reading(struct finder *f, size_t i)
{
	size_t at = i + is_word(f, i, "the"), end;
	int ordinal;

	end = ordinal_before(f, at, "century", 30, &ordinal);
	if (end == 0 || ordinal < 2)
		return 0;
	f->type = TIMEX_DATE;
	buffer_printf(f->value, "%02d", ordinal - 1);
	return end;
}

/* "2024", "fiscal 1990", "the year 2000", "2023-24". */
static size_t
year_reading(struct finder *f, size_t i)
{
	size_t at = i, taken;
	int year, second;

	if (is_word(f, at, "the") && is_word(f, at + 1, "year"))
		at += 2;
	else if (is_word(f, at, "fiscal") || is_word(f, at, "year"))
		at++;
	if (at < f->count && is_word(f, at, "year") && at > i)
		at++;
	taken = year_at(f, at, &year);
	if (taken == 0 || (at == i && f->tokens[at].kind == TOKEN_NUMBER &&
	    !is_year(f, at)))
		return 0;
	if (at == i && f->tokens[at].kind != TOKEN_NUMBER && (i == 0 ||
	    f->tokens[i - 1].tag != TAG_IN))
		return 0;
	f->type = TIMEX_DATE;
	add_year(f, year);
	f->anchor->year = year;
	at += taken;
	if (is_hyphen(f, at) && !f->tokens[at].space_before &&
	    (small_number(f, at + 1, year % 100 + 1, 99, &second) ||
	    small_number(f, at + 1, year + 1, 2100, &second))) {
		buffer_printf(f->value, "/%04d", second < 100 ?
		    year / 100 * 100 + second : second);
		at += 2;
	}
	return at;
}

/* --------------------------------------------------------- sets and words */

/* "every day", "each Monday", "every two weeks", "Mondays", "weekends". */
static size_t
set_reading(struct finder *f, size_t i)
{
	size_t at = i + 1, end;
	double amount;

	f->type = TIMEX_SET;
	if (class_at(f, i) == TIME_WEEKDAYS) {
		buffer_printf(f->value, "XXXX-WXX-%d", f->words[i].number);
		if (class_at(f, at) == TIME_DAYPARTS)
			buffer_printf(f->value, "T%.2s",
			    f->words[at++].value.at);
		return at;
	}
	if (class_at(f, i) == TIME_WEEKDAY &&
	    class_at(f, at) == TIME_DAYPARTS) {
		buffer_printf(f->value, "XXXX-WXX-%dT%.2s",
		    f->words[i].number, f->words[at].value.at);
		return at + 1;
	}
	if (class_at(f, i) == TIME_OFTEN) {
		/* "Weekly Standard" */
		if (f->tokens[i].shape != SHAPE_LOWER && at < f->count &&
		    f->tokens[at].shape != SHAPE_LOWER)
			return 0;
		buffer_add(f->value, f->words[i].value);
		return i + 1;
	}
	if (class_at(f, i) != TIME_EVERY)
		return 0;
	if (class_at(f, at) == TIME_WEEKDAY) {
		buffer_printf(f->value, "XXXX-WXX-%d", f->words[at].number);
		return at + 1;
	}
	if (class_at(f, at) == TIME_MONTH) {
		buffer_printf(f->value, "XXXX-%02d", f->words[at].number);
		return at + 1;
	}
	if (class_at(f, at) == TIME_SEASON || class_at(f, at) ==
	    TIME_DAYPART) {
		buffer_printf(f->value, "XXXX-%s%.2s", class_at(f, at) ==
		    TIME_SEASON ? "" : "XX-XXT", f->words[at].value.at);
		return at + 1;
	}
	end = amount_at(f, at, &amount);
	if (end == 0) {
		end = at;
		amount = 1;
	}
	if (class_at(f, end) != TIME_UNIT && class_at(f, end) != TIME_UNITS)
		return 0;
	add_period(f, f->words[end].value, amount);
	return end + 1;
}

/* "now", "recently", "the past", "the near future", "recent years". */
static size_t
word_reading(struct finder *f, size_t i)
{
	size_t at = i;
	enum time_class class = class_at(f, i);

	f->type = TIMEX_DATE;
	if ((is_hyphen(f, i + 1) && !f->tokens[i + 1].space_before) ||
	    (class == TIME_FUTURE && (is_word(f, i + 1, "before") ||
	    is_word(f, i + 1, "after"))) ||
	    (i > 0 && class == TIME_FUTURE && (is_word(f, i - 1, "as") ||
	    is_word(f, i - 1, "too") || is_word(f, i - 1, "so"))))
		return 0;
	if (class == TIME_PRESENT || class == TIME_PAST ||
	    class == TIME_FUTURE) {
		buffer_add(f->value, f->words[i].value);
		return i + 1;
	}
	if (is_word(f, i, "right") && is_word(f, i + 1, "now")) {
		buffer_add(f->value, SLICE("PRESENT_REF"));
		return i + 2;
	}
	if (is_word(f, i, "these") && is_word(f, i + 1, "days")) {
		buffer_add(f->value, SLICE("PRESENT_REF"));
		return i + 2;
	}
	if (is_word(f, i, "recent") && class_at(f, i + 1) == TIME_UNITS) {
		f->type = TIMEX_DURATION;
		add_period(f, f->words[i + 1].value, -1);
		return i + 2;
	}
	if (!is_word(f, i, "the"))
		return 0;
	at++;
	if (is_word(f, at, "near") || is_word(f, at, "foreseeable"))
		at++;
	if (is_word(f, at, "future")) {
		buffer_add(f->value, SLICE("FUTURE_REF"));
		return at + 1;
	}
	if (is_word(f, at, "past") && at == i + 1 && (at + 1 >= f->count ||
	    f->tokens[at + 1].kind == TOKEN_PUNCTUATION)) {
		buffer_add(f->value, SLICE("PAST_REF"));
		return at + 1;
	}
	return 0;
}

/* ---------------------------------------------------------------- choosing */

typedef size_t reading(struct finder *f, size_t i);

/*
 * "early", "the end of", "later" before a date, "fiscal": where the whole
 * begins when a date begins at i.
 */
static size_t
with_edge(const struct finder *f, size_t i)
{
	size_t at = i;

	if (at >= 2 && is_hyphen(f, at - 1) && is_word(f, at - 2, "mid"))
		return at - 2;
	if (at >= 2 && is_word(f, at - 1, "of") &&
	    class_at(f, at - 2) == TIME_EDGE) {
		at -= 2;
		return at > 0 && is_word(f, at - 1, "the") ? at - 1 : at;
	}
	if (at >= 1 && class_at(f, at - 1) == TIME_EDGE &&
	    !is_word(f, at - 1, "end") && !is_word(f, at - 1, "start") &&
	    !is_word(f, at - 1, "close") && !is_word(f, at - 1, "middle")) {
		at--;
		if (at >= 1 && is_word(f, at - 1, "the"))
			at--;
	}
	return at;
}

/* The longest reading at i: *start may move back; its end, or 0. */
static size_t
best_reading(struct finder *f, size_t i, size_t *start, struct buffer *best,
    enum timex_type *type)
{
	static reading *const readings[] = {
		clock_reading, daypart_reading, day_reading, month_reading,
		season_reading, quarter_reading, year_ago_reading,
		unit_reading, the_unit_reading, decade_reading,
		century_reading, year_reading, set_reading, word_reading
	};
	size_t end = 0, from = i, longest;

	buffer_clear(best);
	buffer_clear(f->value);
	longest = quantity_reading(f, i, &from);
	*start = from;
	if (longest > 0) {
		buffer_add(best, buffer_slice(f->value));
		*type = f->type;
	}
	for (size_t k = 0; k < sizeof readings / sizeof *readings; k++) {
		buffer_clear(f->value);
		end = readings[k](f, i);
		if (end <= longest)
			continue;
		longest = end;
		*start = i;
		buffer_clear(best);
		buffer_add(best, buffer_slice(f->value));
		*type = f->type;
	}
	if (longest > 0 && *start == i && *type != TIMEX_SET &&
	    *type != TIMEX_DURATION)
		*start = with_edge(f, i);
	return longest;
}

/* Can a time begin here at all? */
static bool
may_begin(const struct finder *f, size_t i)
{
	static const char *const first[] = {
		"a", "an", "fiscal", "half", "per", "recent", "right", "the",
		"these"
	};
	const struct token *token = &f->tokens[i];

	if (f->words[i].class != TIME_NONE || token->kind == TOKEN_NUMBER ||
	    token->tag == TAG_CD || (token->text.at[0] >= '0' &&
	    token->text.at[0] <= '9') || token->text.at[0] == '\'')
		return true;
	for (size_t k = 0; k < sizeof first / sizeof *first; k++)
		if (slice_is(token->lower, first[k]))
			return true;
	return number_at(f->tokens, f->count, i).tokens > 0;
}

/* Is there a word of time, or something that may be a year, at all? */
static bool
classify(struct finder *f)
{
	bool any = false;

	for (size_t i = 0; i < f->count; i++) {
		f->words[i] = time_word_of(&f->tokens[i]);
		any |= f->words[i].class != TIME_NONE ||
		    f->tokens[i].kind == TOKEN_NUMBER ||
		    f->tokens[i].tag == TAG_CD ||
		    is_word(f, i, "the") || is_word(f, i, "recent");
	}
	return any;
}

void
timexes_find(struct timexes *timexes, const struct sentence *sentence,
    struct time_anchor *anchor, struct arena *arena)
{
	static struct buffer value, best;
	struct finder f = {
		sentence->tokens, sentence->count, NULL, anchor, &value,
		TIMEX_DATE
	};
	size_t capacity = 0, end, start, last = 0;
	enum timex_type type = TIMEX_DATE;

	*timexes = (struct timexes){ 0 };
	f.words = arena_new(arena, f.count, sizeof *f.words);
	if (!classify(&f))
		return;
	for (size_t i = 0; i < f.count; i++) {
		if (!may_begin(&f, i))
			continue;
		end = best_reading(&f, i, &start, &best, &type);
		if (end == 0)
			continue;
		if (start < last)
			start = i;
		ARENA_GROW(arena, timexes->at, timexes->count, capacity);
		timexes->at[timexes->count++] = (struct timex){
			{ f.tokens[start].start, f.tokens[end - 1].end }, type,
			arena_copy(arena, buffer_slice(&best))
		};
		last = end;
		i = end - 1;
	}
}
