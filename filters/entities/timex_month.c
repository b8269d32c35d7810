/*
 * Months and seasons, with their year or, without one, that which the word
 * before or the tense shows.
 */
#include "entities/timex_day.h"
#include "entities/timex_reading.h"
#include "entities/timex_year.h"

/* "[last|next|this] April", "April [2024]", "April last year". */
size_t
timex_read_month(struct time_finder *f, size_t i)
{
	size_t at = i, taken;
	struct date date = { 0 }, today = f->anchor->date;
	enum time_class before = time_at(f, at);

	if (before == TIME_BACK || before == TIME_AHEAD || before == TIME_HERE)
		at++;
	if (time_at(f, at) != TIME_MONTH)
		return 0;
	date.month = f->words[at].number;
	taken = timex_year_behind(f, at + 1, &date.year);
	if (taken == 0 && today.year > 0) {
		date.year = today.year;
		if (before == TIME_BACK)
			date.year -= date.month >= today.month;
		else if (before == TIME_AHEAD)
			date.year += date.month <= today.month;
		else if (before != TIME_HERE)
			date.year = timex_resolve_year(f, date.month, 0,
			    time_tense(f, i));
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
size_t
timex_read_season(struct time_finder *f, size_t i)
{
	size_t at = i, taken;
	enum time_class before;
	int year = f->anchor->date.year, month = f->anchor->date.month;

	if (time_is(f, at, "the"))
		at++;
	before = time_at(f, at);
	while (time_at(f, at) == TIME_BACK || time_at(f, at) == TIME_AHEAD ||
	    time_at(f, at) == TIME_HERE)
		at++;
	if (time_at(f, at) != TIME_SEASON ||
	    tag_is_verb(f->tokens[at].tag))
		return 0;
	taken = time_is(f, at + 1, "of") ? time_year(f, at + 2, &year) :
	    time_year(f, at + 1, &year);
	if (taken > 0 && time_is(f, at + 1, "of"))
		taken++;
	if (taken == 0 && at == i)
		return 0;
	if (taken == 0 && time_is(f, i, "the") && at == i + 1 &&
	    time_is(f, i - (i > 0), "take"))
		return 0;
	if (taken == 0 && year > 0 && month > 0) {
		if (before == TIME_BACK)
			year -= season_month(f->words[at].value) >= month;
		else if (before == TIME_AHEAD)
			year += season_month(f->words[at].value) <= month;
	}
	f->type = TIMEX_DATE;
	timex_add_year(f, year);
	buffer_printf(f->value, "-%.2s", f->words[at].value.at);
	return at + 1 + taken;
}
