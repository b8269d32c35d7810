/*
 * What the readings of times see of a sentence: the class of time of a word,
 * hyphens, and the numbers that years and ordinals are written with.
 */
#include "entities/time_finder.h"

#include "entities/number.h"

enum time_class
time_at(const struct time_finder *f, size_t i)
{
	return i < f->count ? f->words[i].class : TIME_NONE;
}

bool
time_is(const struct time_finder *f, size_t i, const char *word)
{
	return i < f->count && slice_is(f->tokens[i].lower, word);
}

bool
time_hyphen(const struct time_finder *f, size_t i)
{
	return i < f->count && (time_is(f, i, "-") || time_is(f, i, "–") ||
	    time_is(f, i, "‑"));
}

/* i, or the token behind it when a hyphen stands there. */
size_t
time_unhyphen(const struct time_finder *f, size_t i)
{
	return time_hyphen(f, i) ? i + 1 : i;
}

enum tense
time_tense(const struct time_finder *f, size_t i)
{
	return tense_at(f->tokens, f->count, i);
}

bool
time_dated(const struct time_finder *f)
{
	return f->anchor->date.year > 0 && f->anchor->date.month > 0 &&
	    f->anchor->date.day > 0;
}

/* The whole number that token i is in digits, between least and most. */
bool
time_number(const struct time_finder *f, size_t i, int least, int most,
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
size_t
time_year(const struct time_finder *f, size_t i, int *year)
{
	struct number high, low;

	if (i >= f->count)
		return 0;
	if (f->tokens[i].text.length == 4 &&
	    time_number(f, i, 1000, 2199, year))
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

/* "third", behind it perhaps a hyphen: 1-4, and where "quarter" would be. */
size_t
time_ordinal(const struct time_finder *f, size_t i, const char *unit, int most,
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
	at = time_unhyphen(f, i + number.tokens);
	if (!time_is(f, at, unit))
		return 0;
	*ordinal = (int)number.low;
	return at + 1;
}
