/*
 * The readings of a time.  Each looks at what begins at token i, appends its
 * value to f->value, sets f->type and returns the end (exclusive), or returns
 * 0: then value and type are not to be used.
 */
#ifndef ENTITIES_TIMEX_READING_H
#define ENTITIES_TIMEX_READING_H

#include "entities/time_finder.h"

/* timex_clock.c: "10:30 a.m. on Monday", "Monday night" */
size_t timex_read_clock(struct time_finder *f, size_t i);
size_t timex_read_daypart(struct time_finder *f, size_t i);

/* timex_day.c: "last Friday", "October 7" */
size_t timex_read_day(struct time_finder *f, size_t i);

/* timex_month.c: "last April", "the summer of 2024" */
size_t timex_read_month(struct time_finder *f, size_t i);
size_t timex_read_season(struct time_finder *f, size_t i);

/* timex_quarter.c: "the third quarter" */
size_t timex_read_quarter(struct time_finder *f, size_t i);

/* timex_unit.c: "last year", "the weekend", "the year-ago quarter" */
size_t timex_read_unit(struct time_finder *f, size_t i);
size_t timex_read_the_unit(struct time_finder *f, size_t i);
size_t timex_read_year_ago(struct time_finder *f, size_t i);

/*
 * timex_duration.c: "three weeks", "two days ago".  *start moves back over
 * words before i that belong to it ("nearly", "more than").
 */
size_t timex_read_quantity(struct time_finder *f, size_t i, size_t *start);

/* timex_year.c: "2024", "the 1990s", "the 19th century" */
size_t timex_read_year(struct time_finder *f, size_t i);
size_t timex_read_decade(struct time_finder *f, size_t i);
size_t timex_read_century(struct time_finder *f, size_t i);

/* timex_set.c: "every day"; timex_word.c: "now", "recently" */
size_t timex_read_set(struct time_finder *f, size_t i);
size_t timex_read_word(struct time_finder *f, size_t i);

#endif
