/*
 * Labels and values.
 *
 * Values of times are compared with patterns in which '#' stands for a digit,
 * 'x' for a digit or X, and every other byte for itself.
 */
#include "annotation/labels.h"

#include "base/ascii.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(annotation_labels);

static const char *const columns[] = { "label", "list", NULL };

enum { LABEL, LIST };

static struct lexicon lexicon;

void
labels_open(void)
{
	if (lexicon.count == 0)
		lexicon_add(&lexicon, LEXICON_BYTES(annotation_labels),
		    "annotation_labels", columns);
}

bool
label_known(const char *list, struct slice label)
{
	const struct lexicon_row *row = lexicon_find(&lexicon, label);

	while (row && !slice_is(row->fields[LIST], list))
		row = lexicon_more(&lexicon, row);
	return row != NULL;
}

void
labels_add(const char *list, struct buffer *out)
{
	const char *between = "";

	for (size_t i = 0; i < lexicon.count; i++) {
		const struct lexicon_row *row = lexicon_row(&lexicon, i);

		if (!slice_is(row->fields[LIST], list))
			continue;
		buffer_add(out, slice_of(between));
		buffer_add(out, row->fields[LABEL]);
		between = ", ";
	}
}

bool
value_is_id(struct slice s)
{
	if (slice_ends(s, SLICE("@")))
		s.length--;
	for (size_t i = 0; i < s.length; i++)
		if (!is_lower(s.at[i]) && !is_digit(s.at[i]) &&
		    s.at[i] != '_')
			return false;
	return s.length > 0;
}

static bool
is_decimal(struct slice s)
{
	size_t digits = 0, points = 0;

	for (size_t i = s.length > 0 && s.at[0] == '-'; i < s.length; i++) {
		digits += is_digit(s.at[i]);
		points += s.at[i] == '.';
		if (!is_digit(s.at[i]) && (s.at[i] != '.' || digits == 0))
			return false;
	}
	return digits > 0 && points <= 1 && s.at[s.length - 1] != '.';
}

bool
value_is_figure(struct slice s)
{
	for (size_t i = 0; i + 1 < s.length; i++)
		if (s.at[i] == '.' && s.at[i + 1] == '.')
			return is_decimal(slice_part(s, 0, i)) &&
			    is_decimal(slice_part(s, i + 2, s.length));
	return is_decimal(s);
}

/* Does s fill the pattern? */
static bool
matches(struct slice s, const char *pattern)
{
	if (s.length != strlen(pattern))
		return false;
	for (size_t i = 0; i < s.length; i++) {
		bool digit = is_digit(s.at[i]);

		if (pattern[i] == '#' ? !digit : pattern[i] == 'x' ?
		    !digit && s.at[i] != 'X' : s.at[i] != pattern[i])
			return false;
	}
	return true;
}

static bool
matches_any(struct slice s, const char *const *patterns)
{
	while (*patterns && !matches(s, *patterns))
		patterns++;
	return *patterns != NULL;
}

/* The number in two digits of s; 1 where X stands. */
static unsigned
two_digits(struct slice s, size_t at)
{
	if (!is_digit(s.at[at]) || !is_digit(s.at[at + 1]))
		return 1;
	return (unsigned)(s.at[at] - '0') * 10 + (unsigned)(s.at[at + 1] - '0');
}

/* Is a day written xxxx-xx-xx in the calendar? */
static bool
is_day(struct slice s)
{
	static const unsigned days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30,
		31, 30, 31 };
	unsigned month = two_digits(s, 5), day = two_digits(s, 8), year = 0;

	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	for (size_t i = 0; i < 4; i++) {
		if (!is_digit(s.at[i]))
			return true;
		year = year * 10 + (unsigned)(s.at[i] - '0');
	}
	return month != 2 || day < 29 ||
	    (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

static bool
is_clock(struct slice s)
{
	static const char *const patterns[] = { "##", "##:##", "##:##:##",
		NULL };

	if (s.length > 0 && s.at[s.length - 1] == 'Z')
		s.length--;
	return matches_any(s, patterns) && two_digits(s, 0) <= 24 &&
	    (s.length < 5 || two_digits(s, 3) < 60) &&
	    (s.length < 8 || two_digits(s, 6) < 60);
}

bool
value_is_date(struct slice s)
{
	struct slice rest = s, day = slice_cut(&rest, 'T');

	return matches(day, "####-##-##") && is_day(day) &&
	    (rest.at == NULL || is_clock(rest));
}

static bool
is_timex_date(struct slice s)
{
	static const char *const patterns[] = {
		"xxxx", "####", "###", "##", "xxxx-Wxx", "xxxx-Wxx-WE",
		"xxxx-Wxx-#", "xxxx-Q#", "xxxx-QX", "xxxx-H#", "xxxx-HX",
		"xxxx-SP", "xxxx-SU", "xxxx-FA", "xxxx-WI", "BC####",
		"PAST_REF", "PRESENT_REF", "FUTURE_REF", NULL
	};

	if (matches(s, "xxxx-xx-xx"))
		return is_day(s);
	if (matches(s, "xxxx-xx"))
		return two_digits(s, 5) >= 1 && two_digits(s, 5) <= 12;
	if (s.length >= 8 && s.at[5] == 'W' && two_digits(s, 6) > 53)
		return false;
	return matches_any(s, patterns);
}

static bool
is_timex_time(struct slice s)
{
	static const char *const parts[] = { "MO", "MI", "AF", "EV", "NI",
		"DT", NULL };
	struct slice rest = s, date = slice_cut(&rest, 'T');

	if (matches(s, "PRESENT_REF") || matches(s, "PAST_REF") ||
	    matches(s, "FUTURE_REF"))
		return true;
	return rest.at != NULL && is_timex_date(date) &&
	    (is_clock(rest) || matches_any(rest, parts));
}

/* The number or X before a unit, which is cut off; false when none. */
static bool
cut_amount(struct slice *s)
{
	size_t i = 0;

	if (s->length > 0 && s->at[0] == 'X')
		i = 1;
	else
		while (i < s->length && (is_digit(s->at[i]) ||
		    (s->at[i] == '.' && i > 0)))
			i++;
	if (i == 0 || s->at[i - 1] == '.')
		return false;
	*s = slice_part(*s, i, s->length);
	return true;
}

/* P, amounts with Y M W D …, T, amounts with H M S. */
static bool
is_duration(struct slice s)
{
	static const char *const dates[] = { "DE", "CE", "WE", "Y", "M", "W",
		"D", "Q", NULL };
	static const char *const clocks[] = { "H", "M", "S", "NI", "MO",
		"AF", "EV", NULL };
	const char *const *units = dates;
	size_t amounts = 0;

	if (s.length < 3 || s.at[0] != 'P')
		return false;
	s = slice_part(s, 1, s.length);
	while (s.length > 0) {
		const char *const *unit;

		if (s.at[0] == 'T' && units == dates) {
			units = clocks;
			s = slice_part(s, 1, s.length);
		}
		if (!cut_amount(&s))
			return false;
		for (unit = units; *unit; unit++)
			if (slice_begins(s, slice_of(*unit)))
				break;
		if (!*unit)
			return false;
		s = slice_part(s, strlen(*unit), s.length);
		amounts++;
	}
	return amounts > 0;
}

bool
value_is_time(struct slice type, struct slice value)
{
	if (slice_is(type, "DATE"))
		return is_timex_date(value);
	if (slice_is(type, "TIME"))
		return is_timex_time(value);
	if (slice_is(type, "DURATION"))
		return is_duration(value);
	return is_duration(value) || is_timex_date(value) ||
	    is_timex_time(value);
}
