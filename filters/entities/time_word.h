/*
 * The words of time and their classes (time_words.tsv).
 */
#ifndef ENTITIES_TIME_WORD_H
#define ENTITIES_TIME_WORD_H

#include "text/token.h"

enum time_class {
	TIME_NONE,
	TIME_MONTH,		/* number 1-12 */
	TIME_WEEKDAY,		/* number 1-7 */
	TIME_WEEKDAYS,		/* "Mondays" */
	TIME_UNIT,		/* "day"; value TS TM TH D W WE F M Q Y E C */
	TIME_UNITS,		/* "days" */
	TIME_DAYPART,		/* value MO MI AF EV NI */
	TIME_DAYPARTS,		/* "mornings" */
	TIME_SEASON,		/* value SP SU FA WI */
	TIME_DAY,		/* number: days from today */
	TIME_TONIGHT,
	TIME_PRESENT,		/* value PRESENT_REF */
	TIME_PAST,
	TIME_FUTURE,
	TIME_BACK,		/* "last"; number -1 */
	TIME_AHEAD,		/* "next"; number 1 */
	TIME_HERE,		/* "this" */
	TIME_EDGE,		/* "early", "end" */
	TIME_OFTEN,		/* "daily"; value P1D */
	TIME_VAGUE,		/* "several" */
	TIME_CLOCK,		/* "noon"; value 12:00 */
	TIME_HALFDAY,		/* "p.m."; number 12 */
	TIME_ZONE,
	TIME_EVERY,
	TIME_CLASS_COUNT
};

struct time_word {
	enum time_class class;
	int number;
	struct slice value;
};

/* Read the built-in table; before sandbox_enter. */
void time_word_open(void);

/* The class of a token, with its capitals and tag taken into account. */
struct time_word time_word_of(const struct token *token);

#endif
