/*
 * So many units: a stretch ("nearly three weeks"), a distance from today
 * ("three weeks ago"), or how often ("twice a week").  Ages are none of them.
 */
#include "entities/timex_duration.h"

#include "entities/number.h"
#include "entities/timex_reading.h"
#include "entities/timex_unit.h"

/* How much of a unit: a number, "a", "several"; its end, or 0. */
size_t
timex_amount(const struct time_finder *f, size_t i, double *amount)
{
	struct number number;
	size_t at = i;

	if (i >= f->count)
		return 0;
	*amount = -1;
	if (time_is(f, at, "a") && time_is(f, at + 1, "few"))
		return at + 2;
	number = number_at(f->tokens, f->count, at);
	if (number.kind == NUMBER_CARDINAL) {
		*amount = number.low;
		at += number.tokens;
		if (time_is(f, at, "of") && number.low == 2)
			at++;
		/* "two to three weeks", "18 or 24 months" */
		if (time_is(f, at, "to") || time_is(f, at, "or") ||
		    time_hyphen(f, at)) {
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
		return time_is(f, at, "of") ? at + 1 : 0;
	}
	if (number.kind == NUMBER_FRACTION && number.low == .5) {
		*amount = .5;
		at += number.tokens;
		return time_is(f, at, "a") || time_is(f, at, "an") ? at + 1 :
		    at;
	}
	if (time_is(f, at, "a") || time_is(f, at, "an")) {
		*amount = 1;
		return at + 1;
	}
	if (time_at(f, at) == TIME_VAGUE)
		return at + 1;
	return 0;
}

void
timex_add_period(const struct time_finder *f, struct slice unit, double amount)
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
add_distance(struct time_finder *f, struct slice unit, double amount,
    int direction)
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
	timex_add_unit(f, unit, direction * (long)(amount + .5));
}

/* "ago", "earlier", "before", "later", "from now": -1, 1, or 0; its end. */
static int
direction_at(const struct time_finder *f, size_t i, size_t *end)
{
	*end = i + 1;
	if (time_is(f, i, "ago") || time_is(f, i, "earlier") ||
	    time_is(f, i, "previously"))
		return -1;
	if (time_is(f, i, "later"))
		return 1;
	if (time_is(f, i, "from") && time_is(f, i + 1, "now")) {
		*end = i + 2;
		return 1;
	}
	return 0;
}

/* Is it the age of somebody: "a 12-year-old", "43 years old"? */
static bool
is_age(const struct time_finder *f, size_t behind)
{
	size_t at = time_unhyphen(f, behind);

	return time_is(f, at, "old") || time_is(f, at, "olds") ||
	    (time_is(f, at, "of") && time_is(f, at + 1, "age"));
}

/* Where approximators before a duration begin: "nearly", "more than". */
static size_t
with_approximator(const struct time_finder *f, size_t i)
{
	static const char *const alone[] = {
		"about", "almost", "around", "approximately", "nearly", "over",
		"roughly", "some", "under"
	};

	if (time_is(f, i, "the"))
		return i;
	if (i >= 2 && time_is(f, i - 1, "than") && (time_is(f, i - 2,
	    "more") || time_is(f, i - 2, "less") || time_is(f, i - 2,
	    "fewer"))) {
		if (i >= 3 && time_is(f, i - 3, "no"))
			return i - 3;
		return i - 2;
	}
	if (i >= 2 && ((time_is(f, i - 2, "at") && (time_is(f, i - 1,
	    "least") || time_is(f, i - 1, "most"))) ||
	    (time_is(f, i - 2, "up") && time_is(f, i - 1, "to"))))
		return i - 2;
	for (size_t k = 0; i >= 1 && k < sizeof alone / sizeof *alone; k++)
		if (time_is(f, i - 1, alone[k]))
			return i - 1;
	return i;
}

/* "$3 a year", "twice a week": a frequency, not a stretch. */
static bool
is_rate(const struct time_finder *f, size_t i)
{
	if (i == 0)
		return false;
	if (time_is(f, i, "per"))
		return true;
	if (!time_is(f, i, "a") && !time_is(f, i, "an"))
		return false;
	return f->tokens[i - 1].tag == TAG_CD || time_is(f, i - 1, "%") ||
	    time_is(f, i - 1, "percent") || time_is(f, i - 1, "times") ||
	    time_is(f, i - 1, "once") || time_is(f, i - 1, "twice") ||
	    f->tokens[i - 1].tag == TAG_NNS;
}

size_t
timex_read_quantity(struct time_finder *f, size_t i, size_t *start)
{
	size_t at = i, end;
	enum time_class before = TIME_NONE;
	struct slice unit;
	double amount;
	bool the = time_is(f, at, "the");
	int direction;

	if (time_is(f, i, "per") && time_at(f, i + 1) == TIME_UNIT) {
		f->type = TIMEX_SET;
		timex_add_period(f, f->words[i + 1].value, 1);
		return i + 2;
	}
	at += the;
	if (time_at(f, at) == TIME_BACK || time_at(f, at) == TIME_AHEAD)
		before = time_at(f, at++);
	else if (the && time_is(f, at, "first"))
		before = time_at(f, at++);
	end = timex_amount(f, at, &amount);
	if (end == 0) {
		/* "the coming days", "recent weeks", "weeks of talks" */
		if (time_at(f, at) != TIME_UNITS || (at == i && the))
			return 0;
		amount = -1;
		end = at;
	}
	end = time_unhyphen(f, end);
	if (time_is(f, end, "full") || time_is(f, end, "fiscal") ||
	    time_is(f, end, "more") || time_is(f, end, "straight") ||
	    time_is(f, end, "consecutive"))
		end++;
	if (time_at(f, end) != TIME_UNIT && time_at(f, end) != TIME_UNITS)
		return 0;
	if (time_is(f, end, "second") || is_age(f, end + 1))
		return 0;
	if (at == i && end == i && before == TIME_NONE &&
	    f->tokens[end].shape != SHAPE_LOWER && i > 0)
		return 0;
	unit = f->words[end].value;
	/* "a quarter of the voters" is a share */
	if (slice_is(unit, "Q") && time_is(f, end, "quarter") &&
	    (amount < 0 || time_is(f, end + 1, "of")))
		return 0;
	if (is_rate(f, at) && amount == 1) {
		f->type = TIMEX_SET;
		timex_add_period(f, unit, 1);
		return end + 1;
	}
	*start = with_approximator(f, i);
	direction = direction_at(f, end + 1, &at);
	if (direction != 0) {
		add_distance(f, unit, amount, direction);
		return at;
	}
	f->type = TIMEX_DURATION;
	timex_add_period(f, unit, amount);
	end++;
	/* "a year and a half" */
	if (amount == 1 && time_is(f, end, "and") && time_is(f, end + 1,
	    "a") && time_is(f, end + 2, "half")) {
		buffer_clear(f->value);
		timex_add_period(f, unit, 1.5);
		end += 3;
	}
	return end;
}
