/*
 * Codes into words, ISO dates into dates.
 *
 * The table's key is GROUP:CODE, so that one code may read differently where
 * it stands ("direct" as a form, "direct" as a column's heading).
 */
#include "report/words.h"

#include "base/utf8.h"

LEXICON_BUILTIN(report_words);

static const char *const columns[] = { "code", "words", NULL };

static const char *const months[] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun",
	"Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};

struct day {
	size_t year, month, day;	/* the last two 0 where not given */
};

void
words_open(struct words *words)
{
	lexicon_add(&words->lexicon, LEXICON_BYTES(report_words),
	    "report_words.tsv", columns);
}

struct slice
words_find(const struct words *words, const char *group, struct slice code)
{
	const struct lexicon_row *row;
	char key[96];
	size_t length = strlen(group);

	if (length + 1 + code.length > sizeof key)
		return (struct slice){ "", 0 };
	memcpy(key, group, length);
	key[length++] = ':';
	if (code.length > 0)
		memcpy(key + length, code.at, code.length);
	row = lexicon_find(&words->lexicon,
	    (struct slice){ key, length + code.length });
	return row ? row->fields[1] : (struct slice){ "", 0 };
}

void
words_add(const struct words *words, const char *group, struct slice code,
    struct buffer *out)
{
	struct slice found = words_find(words, group, code);
	size_t i;

	if (found.length > 0) {
		buffer_add(out, found);
		return;
	}
	for (i = 0; i < code.length; i++)
		buffer_add_byte(out, code.at[i] == '_' ? ' ' : code.at[i]);
}

/* "2024-09-19", "2024-09", "2024", and anything that goes on with a T. */
static bool
day_parse(struct slice date, struct day *day)
{
	struct slice rest = date;
	size_t *const parts[] = { &day->year, &day->month, &day->day };
	size_t i;

	*day = (struct day){ 0, 0, 0 };
	for (i = 0; i < date.length && date.at[i] != 'T'; i++)
		continue;
	rest.length = i;
	for (i = 0; i < 3 && rest.at; i++) {
		struct slice part = slice_cut(&rest, '-');

		if (part.length != (i == 0 ? 4 : 2) ||
		    !slice_number(part, parts[i]) || *parts[i] == 0)
			return false;
	}
	return rest.at == NULL && day->month <= 12 && day->day <= 31;
}

static void
add_day(const struct day *day, bool with_month, bool with_year,
    struct buffer *out)
{
	bool before = false;

	if (day->day > 0) {
		buffer_add_number(out, day->day);
		before = true;
	}
	if (with_month && day->month > 0) {
		if (before)
			buffer_add_byte(out, ' ');
		buffer_add(out, slice_of(months[day->month - 1]));
		before = true;
	}
	if (with_year) {
		if (before)
			buffer_add_byte(out, ' ');
		buffer_add_number(out, day->year);
	}
}

void
words_add_date(struct slice date, struct buffer *out)
{
	struct day day;

	if (day_parse(date, &day))
		add_day(&day, true, true, out);
	else
		buffer_add(out, date);
}

/* A calendar that begins in March, where leap days are a year's last. */
bool
words_day_number(struct slice date, long *number)
{
	struct day day;
	long year, month;

	if (!day_parse(date, &day) || day.month == 0)
		return false;
	month = ((long)day.month + 9) % 12;
	year = (long)day.year - month / 10;
	*number = 365 * year + year / 4 - year / 100 + year / 400 +
	    (month * 306 + 5) / 10 + (day.day > 0 ? (long)day.day : 1);
	return true;
}

void
words_add_day(struct slice date, struct buffer *out)
{
	struct day day;

	if (day_parse(date, &day) && day.month > 0)
		add_day(&day, true, false, out);
	else
		words_add_date(date, out);
}

void
words_add_period(struct slice first, struct slice last, struct buffer *out)
{
	struct day from, to;
	bool same_year, same_month;

	if (slice_equal(first, last) || !day_parse(first, &from) ||
	    !day_parse(last, &to)) {
		words_add_date(first, out);
		return;
	}
	same_year = from.year == to.year;
	same_month = same_year && from.month == to.month && from.day > 0 &&
	    to.day > 0;
	if (same_month && from.day == to.day) {
		add_day(&from, true, true, out);
		return;
	}
	add_day(&from, !same_month, !same_year || from.month == 0, out);
	buffer_add(out, SLICE(" – "));
	add_day(&to, true, true, out);
}

void
words_add_count(size_t count, const char *noun, struct buffer *out)
{
	buffer_add_number(out, count);
	buffer_add_byte(out, ' ');
	buffer_add(out, slice_of(noun));
	if (count != 1)
		buffer_add_byte(out, 's');
}

void
words_add_plural(const struct words *words, struct slice noun,
    struct buffer *out)
{
	struct slice found = words_find(words, "plural", noun);
	size_t i;

	if (found.length > 0) {
		buffer_add(out, found);
		return;
	}
	for (i = 0; i < noun.length; i++)
		buffer_add_byte(out, noun.at[i] == '_' ? ' ' : noun.at[i]);
	if (noun.length > 1 && noun.at[noun.length - 1] == 'y' &&
	    !strchr("aeiou", noun.at[noun.length - 2])) {
		out->length--;
		buffer_add(out, SLICE("ies"));
		return;
	}
	if (slice_ends(noun, SLICE("s")) || slice_ends(noun, SLICE("x")) ||
	    slice_ends(noun, SLICE("ch")) || slice_ends(noun, SLICE("sh")))
		buffer_add_byte(out, 'e');
	if (noun.length > 0)
		buffer_add_byte(out, 's');
}

void
words_free(struct words *words)
{
	lexicon_free(&words->lexicon);
}
