/*
 * Years by their number, decades and centuries.  Four digits may as well be a
 * count; their neighbours tell.
 */
#include "entities/timex_year.h"

#include "entities/timex_reading.h"

void
timex_add_year(const struct time_finder *f, int year)
{
	if (year > 0)
		buffer_printf(f->value, "%04d", year);
	else
		buffer_add(f->value, SLICE("XXXX"));
}

/* Could four digits be a count: "2000 people", "1,990 dollars"? */
static bool
is_year(const struct time_finder *f, size_t i)
{
	enum tag next = i + 1 < f->count ? f->tokens[i + 1].tag : TAG_NONE;
	int year;

	if (!time_number(f, i, 1900, 2099, &year))
		return i > 0 && time_number(f, i, 1500, 1899, &year) &&
		    (time_is(f, i - 1, "in") || time_is(f, i - 1, "since"));
	if (i > 0 && (f->tokens[i - 1].kind == TOKEN_SYMBOL ||
	    time_is(f, i - 1, "than") || time_is(f, i - 1, "least")))
		return false;
	if (i > 0 && f->tokens[i - 1].text.length == 1 &&
	    f->tokens[i - 1].kind == TOKEN_PUNCTUATION &&
	    f->tokens[i - 1].text.at[0] == '-' && i >= 2 &&
	    tag_is_name(f->tokens[i - 2].tag))
		return false;
	if (next == TAG_NNS && !time_is(f, i + 1, "elections") && (i == 0 ||
	    (!time_is(f, i - 1, "the") && f->tokens[i - 1].tag != TAG_IN &&
	    f->tokens[i - 1].tag != TAG_POS)))
		return false;
	return !time_is(f, i + 1, "%") && !time_is(f, i + 1, "percent");
}

/* "1990s", "the '90s", "the nineties", "mid-1980s". */
size_t
timex_read_decade(struct time_finder *f, size_t i)
{
	size_t at = i + time_is(f, i, "the"), number, digits;
	struct slice text;

	if (at >= f->count)
		return 0;
	if (time_at(f, at) == TIME_EDGE)
		at = time_unhyphen(f, at + 1);
	if (at + 1 < f->count && (time_is(f, at, "'") || time_is(f, at, "‘")))
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
	    number > 2100)) || (digits == 2 && !time_is(f, i, "the")))
		return 0;
	f->type = TIMEX_DATE;
	if (digits == 2)
		number += number < 30 ? 2000 : 1900;
	buffer_printf(f->value, "%zu", number / 10);
	return at + 1;
}

/* "the 19th century" */
size_t
timex_read_century(struct time_finder *f, size_t i)
{
	size_t at = i + time_is(f, i, "the"), end;
	int ordinal;

	end = time_ordinal(f, at, "century", 30, &ordinal);
	if (end == 0 || ordinal < 2)
		return 0;
	f->type = TIMEX_DATE;
	buffer_printf(f->value, "%02d", ordinal - 1);
	return end;
}

/* "2024", "fiscal 1990", "the year 2000", "2023-24". */
size_t
timex_read_year(struct time_finder *f, size_t i)
{
	size_t at = i, taken;
	int year, second;

	if (time_is(f, at, "the") && time_is(f, at + 1, "year"))
		at += 2;
	else if (time_is(f, at, "fiscal") || time_is(f, at, "year"))
		at++;
	if (at < f->count && time_is(f, at, "year") && at > i)
		at++;
	taken = time_year(f, at, &year);
	if (taken == 0 || (at == i && f->tokens[at].kind == TOKEN_NUMBER &&
	    !is_year(f, at)))
		return 0;
	if (at == i && f->tokens[at].kind != TOKEN_NUMBER && (i == 0 ||
	    f->tokens[i - 1].tag != TAG_IN))
		return 0;
	f->type = TIMEX_DATE;
	timex_add_year(f, year);
	f->anchor->year = year;
	at += taken;
	if (time_hyphen(f, at) && !f->tokens[at].space_before &&
	    (time_number(f, at + 1, year % 100 + 1, 99, &second) ||
	    time_number(f, at + 1, year + 1, 2100, &second))) {
		buffer_printf(f->value, "/%04d", second < 100 ?
		    year / 100 * 100 + second : second);
		at += 2;
	}
	return at;
}
