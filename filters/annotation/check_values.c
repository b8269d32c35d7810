/*
 * Do values say what their words say?  The weekday, month, day and year that
 * stand in a time must be those of its value, and the digits of a figure its
 * number.  Words that could be read in two ways are left alone.
 */
#include "annotation/check.h"

#include <stdlib.h>

#include "annotation/labels.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "entities/calendar.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(numbers);
LEXICON_BUILTIN(time_words);

static struct lexicon numbers, time_words;

void
check_values_open(void)
{
	static const char *const scale[] = { "word", "class", "value", NULL };
	static const char *const times[] = { "word", "class", "value", NULL };

	if (numbers.count > 0)
		return;
	lexicon_add(&numbers, LEXICON_BYTES(numbers), "numbers", scale);
	lexicon_add(&time_words, LEXICON_BYTES(time_words), "time_words",
	    times);
}

/* -------------------------------------------------------------------- times */

/* What the words of a time name; 0 where they do not, or more than one. */
struct named {
	size_t weekday, month, day, year;
	size_t weekdays, months, days, years;
};

static void
name_number(struct named *named, struct slice word)
{
	size_t number;

	while (word.length > 0 && is_letter(word.at[word.length - 1]))
		word.length--;		/* 7th */
	if (!slice_number(word, &number))
		return;
	if (word.length <= 2 && number >= 1 && number <= 31) {
		named->day = number;
		named->days++;
	} else if (word.length == 4 && number >= 1900 && number < 2100) {
		named->year = number;
		named->years++;
	}
}

static void
name_word(struct named *named, struct slice lower)
{
	const struct lexicon_row *row;
	size_t value;

	for (row = lexicon_find(&time_words, lower); row;
	    row = lexicon_more(&time_words, row)) {
		if (!slice_number(row->fields[2], &value))
			continue;
		if (slice_is(row->fields[1], "weekday")) {
			named->weekday = value;
			named->weekdays++;
		} else if (slice_is(row->fields[1], "month")) {
			named->month = value;
			named->months++;
		}
	}
	if (lower.length > 0 && is_digit(lower.at[0]))
		name_number(named, lower);
}

static struct named
name_parts(struct slice text)
{
	struct named named = { 0 };
	struct buffer lower = { 0 };
	struct slice rest;

	utf8_add_lower(text, &lower);
	for (size_t i = 0; i < lower.length; i++)
		if (strchr(",.();", lower.at[i]))
			lower.at[i] = ' ';
	rest = buffer_slice(&lower);
	while (rest.at)
		name_word(&named, slice_cut(&rest, ' '));
	buffer_free(&lower);
	return named;
}

/* The number in digits of s, or 0 where they are none. */
static int
digits(struct slice s, size_t start, size_t end)
{
	size_t number = 0;

	if (end > s.length ||
	    !slice_number(slice_part(s, start, end), &number))
		return 0;
	return (int)number;
}

/* The date of "2023-11-07", "2023-11-07T…", "2023-11", "2023". */
static struct date
value_date(struct slice value)
{
	struct date date = { .year = digits(value, 0, 4) };

	if (value.length >= 7 && value.at[4] == '-')
		date.month = digits(value, 5, 7);
	if (date.month > 0 && value.length >= 10 && value.at[7] == '-')
		date.day = digits(value, 8, 10);
	if (value.length > 4 && value.at[4] != '-')
		date.year = 0;
	return date;
}

void
check_time_words(const struct article *article, const struct mark *mark,
    struct faults *faults)
{
	static const char *const days[] = { "", "Monday", "Tuesday",
		"Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
	struct slice text = article_span(article, mark->start, mark->end);
	struct slice value = mark->label[TIME_VALUE];
	struct named named = name_parts(text);
	struct date date = value_date(value);
	size_t line = article->sentences[mark->sentence].line;
	int weekday = date.year > 0 && date.day > 0 ? date_weekday(date) : 0;

	if (!slice_is(mark->label[TIME_TYPE], "DATE") &&
	    !slice_is(mark->label[TIME_TYPE], "TIME"))
		return;
	if (named.weekdays == 1 && weekday > 0 &&
	    named.weekday != (size_t)weekday)
		/* "midnight on Sunday" may be Monday's */
		fault_warn(faults, article->path, line, "'%.*s' is %.*s, a "
		    "%s; correct the value or the day", SHOWN(text),
		    SHOWN(value), days[weekday]);
	if (named.months == 1 && date.month > 0 &&
	    named.month != (size_t)date.month)
		fault_add(faults, article->path, line, "'%.*s' is %.*s, in "
		    "another month", SHOWN(text), SHOWN(value));
	if (named.months == 1 && named.days == 1 && date.day > 0 &&
	    named.day != (size_t)date.day &&
	    slice_is(mark->label[TIME_TYPE], "DATE"))
		fault_add(faults, article->path, line, "'%.*s' is %.*s, "
		    "another day", SHOWN(text), SHOWN(value));
	if (named.years == 1 && date.year > 0 &&
	    named.year != (size_t)date.year)
		fault_add(faults, article->path, line, "'%.*s' is %.*s, in "
		    "another year", SHOWN(text), SHOWN(value));
}

/* ------------------------------------------------------------------ figures */

/* Copy "1,200.5" as 1200.5; the bytes taken. */
static size_t
read_digits(struct slice text, char *number, size_t room)
{
	size_t i = 0, length = 0;

	while (i < text.length && length + 1 < room) {
		bool group = i + 3 < text.length && is_digit(text.at[i + 1]) &&
		    is_digit(text.at[i + 2]) && is_digit(text.at[i + 3]) &&
		    (i + 4 == text.length || !is_digit(text.at[i + 4]));
		bool indian = i + 3 < text.length && is_digit(text.at[i + 1]) &&
		    is_digit(text.at[i + 2]) && text.at[i + 3] == ',';

		if (is_digit(text.at[i]))
			number[length++] = text.at[i];
		else if (text.at[i] == '.' && i + 1 < text.length &&
		    is_digit(text.at[i + 1]))
			number[length++] = '.';
		else if (text.at[i] != ',' || !(group || indian))
			break;
		i++;
	}
	number[length] = '\0';
	return i;
}

/* What a word behind the digits multiplies them by. */
static double
scale(struct slice rest, bool money)
{
	static const struct { const char *letter; double by; } letters[] = {
		{ "k", 1e3 }, { "m", 1e6 }, { "b", 1e9 }, { "p", 0.01 },
		{ "c", 0.01 }, { "cent", 0.01 }, { "cents", 0.01 },
		{ "pence", 0.01 }
	};
	struct buffer lower = { 0 };
	const struct lexicon_row *row;
	double by = 1;

	if (slice_begins(rest, SLICE(" ")) || slice_begins(rest, SLICE("-")))
		rest = slice_part(rest, 1, rest.length);
	utf8_add_lower(slice_last_word(rest), &lower);
	for (size_t i = 0; money && i < sizeof letters / sizeof *letters; i++)
		if (slice_is(buffer_slice(&lower), letters[i].letter))
			by = letters[i].by;
	buffer_clear(&lower);
	utf8_add_lower(slice_cut(&rest, ' '), &lower);
	row = lexicon_find(&numbers, buffer_slice(&lower));
	if (row && slice_is(row->fields[1], "scale"))
		by = strtod(row->fields[2].at, NULL);
	buffer_free(&lower);
	return by;
}

void
check_figure_words(const struct article *article, const struct mark *mark,
    struct faults *faults)
{
	enum { DIGITS_MAX = 40 };
	struct slice text = article_span(article, mark->start, mark->end);
	struct slice value = mark->label[FIGURE_VALUE], rest;
	char written[DIGITS_MAX], labelled[DIGITS_MAX];
	size_t start = 0, taken;
	double says, is;

	while (start < text.length && !is_digit(text.at[start]))
		start++;
	rest = slice_part(text, start, text.length);
	if (rest.length == 0 || value.length >= DIGITS_MAX ||
	    (start > 0 && text.at[start - 1] == '.'))
		return;
	memcpy(labelled, value.at, value.length);
	labelled[value.length] = '\0';
	if (strstr(labelled, "..") || labelled[0] == '-')
		return;
	taken = read_digits(rest, written, sizeof written);
	rest = slice_part(rest, taken, rest.length);
	for (size_t i = 0; i < rest.length; i++)
		if (is_digit(rest.at[i]) || (unsigned char)rest.at[i] == 0xC2)
			return;		/* fractions, parts, old units */
	says = strtod(written, NULL) * scale(rest,
	    label_known("currency", mark->label[FIGURE_UNIT]));
	is = strtod(labelled, NULL);
	if (says < is * 0.999999 || says > is * 1.000001)
		fault_add(faults, article->path,
		    article->sentences[mark->sentence].line, "'%.*s' is not "
		    "%s; correct the value", SHOWN(text), labelled);
}
