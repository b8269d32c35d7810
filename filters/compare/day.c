/*
 * Days since 1970-01-01.  See day.h.
 *
 * The count follows Howard Hinnant's days_from_civil: years begin in March,
 * so that a leap day is the last of its year.
 */
#include "compare/day.h"

#include "compare/claim.h"

static bool
digits(struct slice date, size_t at, size_t count, int32_t *number)
{
	size_t value;

	if (!slice_number(slice_part(date, at, at + count), &value))
		return false;
	*number = (int32_t)value;
	return true;
}

int32_t
day_of(struct slice date)
{
	int32_t year, month, day, era, of_era;

	if (date.length < 10 || date.at[4] != '-' || date.at[7] != '-' ||
	    !digits(date, 0, 4, &year) || !digits(date, 5, 2, &month) ||
	    !digits(date, 8, 2, &day) || month < 1 || month > 12 ||
	    day < 1 || day > 31)
		return DAY_NONE;
	year -= month <= 2;
	era = year / 400;
	of_era = year - era * 400;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1 - 719468;
}
