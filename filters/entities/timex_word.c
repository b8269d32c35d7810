/*
 * Words that point to the present, the past or the future without a measure:
 * "now", "recently", "the near future".
 */
#include "entities/timex_duration.h"
#include "entities/timex_reading.h"

/* "now", "recently", "the past", "the near future", "recent years". */
size_t
timex_read_word(struct time_finder *f, size_t i)
{
	size_t at = i;
	enum time_class class = time_at(f, i);

	f->type = TIMEX_DATE;
	if ((time_hyphen(f, i + 1) && !f->tokens[i + 1].space_before) ||
	    (class == TIME_FUTURE && (time_is(f, i + 1, "before") ||
	    time_is(f, i + 1, "after"))) ||
	    (i > 0 && class == TIME_FUTURE && (time_is(f, i - 1, "as") ||
	    time_is(f, i - 1, "too") || time_is(f, i - 1, "so"))))
		return 0;
	if (class == TIME_PRESENT || class == TIME_PAST ||
	    class == TIME_FUTURE) {
		buffer_add(f->value, f->words[i].value);
		return i + 1;
	}
	if (time_is(f, i, "right") && time_is(f, i + 1, "now")) {
		buffer_add(f->value, SLICE("PRESENT_REF"));
		return i + 2;
	}
	if (time_is(f, i, "these") && time_is(f, i + 1, "days")) {
		buffer_add(f->value, SLICE("PRESENT_REF"));
		return i + 2;
	}
	if (time_is(f, i, "recent") && time_at(f, i + 1) == TIME_UNITS) {
		f->type = TIMEX_DURATION;
		timex_add_period(f, f->words[i + 1].value, -1);
		return i + 2;
	}
	if (!time_is(f, i, "the"))
		return 0;
	at++;
	if (time_is(f, at, "near") || time_is(f, at, "foreseeable"))
		at++;
	if (time_is(f, at, "future")) {
		buffer_add(f->value, SLICE("FUTURE_REF"));
		return at + 1;
	}
	if (time_is(f, at, "past") && at == i + 1 && (at + 1 >= f->count ||
	    f->tokens[at + 1].kind == TOKEN_PUNCTUATION)) {
		buffer_add(f->value, SLICE("PAST_REF"));
		return at + 1;
	}
	return 0;
}
