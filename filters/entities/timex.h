/*
 * Times in a sentence: TIMEX3 types and values (TimeML; Pustejovsky et al.
 * 2003), resolved against the document's date.
 */
#ifndef ENTITIES_TIMEX_H
#define ENTITIES_TIMEX_H

#include <stdbool.h>

#include "entities/calendar.h"
#include "entities/mention.h"
#include "text/document.h"

/* What the times of one document are resolved against. */
struct time_anchor {
	struct date date;	/* of the document; year 0: unknown */
	int quarter_year;	/* of the quarter named last, or 0 */
	int quarter;
	int year;		/* the year named last, or 0 */
};

/* Read the built-in tables; before sandbox_enter. */
void timex_open(void);

/*
 * The times of a sentence, in order, none inside another, in the arena.  What
 * the anchor cannot resolve is left open: `XXXX-WXX-1`.
 */
void timexes_find(struct timexes *timexes, const struct sentence *sentence,
    struct time_anchor *anchor, struct arena *arena);

/*
 * The times of all sentences of a document (timexes: one a sentence), resolved
 * against its date; in the result, [sentence][token] is true for their tokens.
 */
bool **timexes_take(const struct document *document, struct date date,
    struct timexes *timexes);

#endif
