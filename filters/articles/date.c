/*
 * Dates of articles, made ISO 8601.
 *
 * Two readers: one for the numeric order year-month-day, and one that takes a
 * phrase word by word and wants exactly one day, one month by name and one
 * year out of it.  A word that it does not know makes the phrase unreadable:
 * a date is never guessed.
 */
#include "articles/date.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(date_words);

enum { WORD, KIND, VALUE };

struct date {
	size_t year, month, day;	/* 0: not given */
	size_t hour, minute, second;
	bool has_year, has_time, has_seconds, has_half;
	bool month_first;		/* before the day */
	char zone[8];			/* "", "Z", "+02:00" */
};

static struct lexicon words;

void
date_open(void)
{
	static const char *const columns[] = { "word", "kind", "value", NULL };

	lexicon_add(&words, LEXICON_BYTES(date_words), "date_words", columns);
}

/* Cut the digits at the start of *s off; *number of *length digits. */
static bool
cut_number(struct slice *s, size_t *number, size_t *length)
{
	size_t end = 0;

	while (end < s->length && is_digit(s->at[end]))
		end++;
	if (!slice_number(slice_part(*s, 0, end), number))
		return false;
	*length = end;
	*s = slice_part(*s, end, s->length);
	return true;
}

/* As cut_number, for exactly so many digits. */
static bool
cut_digits(struct slice *s, size_t digits, size_t *number)
{
	struct slice head;

	if (s->length < digits)
		return false;
	head = slice_part(*s, 0, digits);
	if (!slice_number(head, number))
		return false;
	*s = slice_part(*s, digits, s->length);
	return true;
}

static bool
cut_byte(struct slice *s, char byte)
{
	if (s->length == 0 || s->at[0] != byte)
		return false;
	*s = slice_part(*s, 1, s->length);
	return true;
}

/* "14:00", "14:00:05", "14:00:05.123" behind the hour. */
static bool
cut_minutes(struct slice *s, struct date *date)
{
	size_t fraction, length;

	if (!cut_byte(s, ':') || !cut_digits(s, 2, &date->minute))
		return false;
	date->has_time = true;
	if (!cut_byte(s, ':'))
		return true;
	date->has_seconds = cut_digits(s, 2, &date->second);
	if (date->has_seconds && cut_byte(s, '.'))
		return cut_number(s, &fraction, &length);
	return date->has_seconds;
}

/* "+0200", "-05:00", "+02": the sign is still there. */
static bool
cut_offset(struct slice *s, struct date *date)
{
	char sign = s->at[0];
	size_t hours, minutes = 0;
	struct buffer zone = { 0 };

	*s = slice_part(*s, 1, s->length);
	if (!cut_digits(s, 2, &hours) || hours > 23)
		return false;
	cut_byte(s, ':');
	if (s->length > 0 && is_digit(s->at[0]) &&
	    (!cut_digits(s, 2, &minutes) || minutes > 59))
		return false;
	buffer_printf(&zone, "%c%02zu:%02zu", sign, hours, minutes);
	memcpy(date->zone, zone.at, zone.length);
	date->zone[zone.length] = '\0';
	buffer_free(&zone);
	return true;
}

static size_t
days_of_month(size_t year, size_t month)
{
	static const unsigned char days[] =
	    { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

static bool
is_possible(const struct date *date)
{
	if (date->year < 1000 || date->year > 9999 || date->month > 12)
		return false;
	if (date->day > 0 && (date->month == 0 ||
	    date->day > days_of_month(date->year, date->month)))
		return false;
	return date->hour < 24 && date->minute < 60 && date->second < 61;
}

static void
add_date(const struct date *date, struct buffer *out)
{
	buffer_printf(out, "%04zu", date->year);
	if (date->month > 0)
		buffer_printf(out, "-%02zu", date->month);
	if (date->day == 0)
		return;
	buffer_printf(out, "-%02zu", date->day);
	if (!date->has_time)
		return;
	buffer_printf(out, "T%02zu:%02zu", date->hour, date->minute);
	if (date->has_seconds)
		buffer_printf(out, ":%02zu", date->second);
	buffer_printf(out, "%s", date->zone);
}

/* ---------------------------------------------------- year-month-day */

/* "T14:00:00+02:00" behind the date, and blanks for the T and in between. */
static bool
read_time(struct slice s, struct date *date)
{
	if (!cut_byte(&s, 'T') && !cut_byte(&s, 't') && !cut_byte(&s, ' '))
		return false;
	if (!cut_digits(&s, 2, &date->hour))
		return false;
	if (s.length > 0 && s.at[0] != ':') {
		if (!cut_digits(&s, 2, &date->minute))
			return false;
		date->has_time = true;
		date->has_seconds = s.length > 0 && is_digit(s.at[0]);
		if (date->has_seconds && !cut_digits(&s, 2, &date->second))
			return false;
	} else if (!cut_minutes(&s, date)) {
		return false;
	}
	cut_byte(&s, ' ');
	if (s.length > 0 && (s.at[0] == '+' || s.at[0] == '-'))
		return cut_offset(&s, date) && s.length == 0;
	if (slice_is(s, "Z") || slice_is(s, "z") || slice_is(s, "UTC") ||
	    slice_is(s, "GMT")) {
		memcpy(date->zone, "Z", 2);
		return true;
	}
	return s.length == 0;
}

static bool
read_numeric(struct slice s, struct date *date)
{
	char separator;

	if (!cut_digits(&s, 4, &date->year))
		return false;
	if (s.length == 0)
		return true;
	separator = s.at[0];
	if (is_digit(separator))
		separator = '\0';
	else if (separator != '-' && separator != '/' && separator != '.')
		return false;
	else
		s = slice_part(s, 1, s.length);
	if (!cut_digits(&s, 2, &date->month) || date->month == 0)
		return false;
	if (s.length == 0)
		return separator == '-';
	if (separator && !cut_byte(&s, separator))
		return false;
	if (!cut_digits(&s, 2, &date->day) || date->day == 0)
		return false;
	return s.length == 0 || read_time(s, date);
}

/* ---------------------------------------------------------- in words */

static bool
take_day(struct date *date, size_t number)
{
	if (date->day > 0 || number == 0 || number > 31)
		return false;
	date->day = number;
	return true;
}

/* RFC 2822, 4.3: a year of two digits, but only behind a day and a month. */
static bool
take_year(struct date *date, size_t number, size_t digits)
{
	if (date->has_year)
		return false;
	date->has_year = true;
	date->year = number;
	if (digits == 2)
		date->year += number < 50 ? 2000 : 1900;
	return digits == 4 ||
	    (digits == 2 && date->month > 0 && !date->month_first);
}

/* A number that is the hour when ':' follows, else the day or the year. */
static bool
take_number(struct slice *s, struct date *date)
{
	size_t number, digits;

	if (!cut_number(s, &number, &digits))
		return false;
	if (s->length > 0 && s->at[0] == ':') {
		if (date->has_time || digits > 2)
			return false;
		date->hour = number;
		return cut_minutes(s, date);
	}
	if (digits <= 2 && date->day == 0) {
		static const char *const ends[] = { "st", "nd", "rd", "th" };

		for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
			if (slice_begins(*s, slice_of(ends[i]))) {
				*s = slice_part(*s, 2, s->length);
				break;
			}
		return take_day(date, number);
	}
	return take_year(date, number, digits);
}

/* "2:00 pm": twelve-hour time made twenty-four-hour. */
static bool
take_half(struct date *date, size_t half)
{
	if (!date->has_time || date->has_half || date->hour < 1 ||
	    date->hour > 12)
		return false;
	date->has_half = true;
	date->hour = date->hour % 12 + half;
	return true;
}

static bool
take_word(struct slice *s, struct date *date)
{
	const struct lexicon_row *row;
	struct buffer lower = { 0 };
	size_t end = 0, value;

	for (; end < s->length && is_letter(s->at[end]); end++)
		buffer_add_byte(&lower, (char)(s->at[end] | 0x20));
	*s = slice_part(*s, end, s->length);
	row = lexicon_find(&words, buffer_slice(&lower));
	buffer_free(&lower);
	if (!row)
		return false;
	if (slice_is(row->fields[KIND], "zone")) {
		if (!date->has_time || date->zone[0] ||
		    row->fields[VALUE].length >= sizeof date->zone)
			return false;
		memcpy(date->zone, row->fields[VALUE].at,
		    row->fields[VALUE].length);
		return true;
	}
	if (!slice_number(row->fields[VALUE], &value))
		return slice_is(row->fields[KIND], "skip");
	if (slice_is(row->fields[KIND], "half"))
		return take_half(date, value);
	if (date->month > 0)
		return false;
	date->month = value;
	date->month_first = date->day == 0;
	return true;
}

static bool
read_words(struct slice s, struct date *date)
{
	while (s.length > 0) {
		if (strchr(" \t,.-()", s.at[0]) && s.at[0] &&
		    !(s.at[0] == '-' && date->has_time))
			s = slice_part(s, 1, s.length);
		else if (is_digit(s.at[0]) ? !take_number(&s, date) :
		    is_letter(s.at[0]) ? !take_word(&s, date) :
		    !date->has_time || date->zone[0] ||
		    (s.at[0] != '+' && s.at[0] != '-') ||
		    !cut_offset(&s, date))
			return false;
	}
	return date->day > 0 && date->month > 0 && date->has_year;
}

/* ------------------------------------------------------------- public */

bool
date_parse(struct slice s, struct buffer *out)
{
	struct date date = { 0 };

	s = slice_trim(s);
	if (!read_numeric(s, &date) || !is_possible(&date)) {
		date = (struct date){ 0 };
		if (!read_words(s, &date) || !is_possible(&date))
			return false;
	}
	add_date(&date, out);
	return true;
}

/* Days since 1970 to the civil calendar (Howard Hinnant, 2013). */
void
date_add_timestamp(int64_t seconds, struct buffer *out)
{
	int64_t days = seconds / 86400, rest = seconds % 86400;
	int64_t era, of_era, year, of_year, shifted;

	if (rest < 0) {
		rest += 86400;
		days--;
	}
	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	of_era = days - era * 146097;
	year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
	    365;
	of_year = of_era - (365 * year + year / 4 - year / 100);
	shifted = (5 * of_year + 2) / 153;
	year += era * 400 + (shifted >= 10);
	buffer_printf(out, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)year,
	    (int)(shifted < 10 ? shifted + 3 : shifted - 9),
	    (int)(of_year - (153 * shifted + 2) / 5 + 1), (int)(rest / 3600),
	    (int)(rest / 60 % 60), (int)(rest % 60));
}
