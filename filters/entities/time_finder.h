/*
 * A sentence as the readings of times see it, and where they write.
 *
 * Any token number may be asked for: behind the end nothing stands.
 */
#ifndef ENTITIES_TIME_FINDER_H
#define ENTITIES_TIME_FINDER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "entities/mention.h"
#include "entities/tense.h"
#include "entities/time_word.h"
#include "entities/timex.h"

struct time_finder {
	const struct token *tokens;
	size_t count;
	struct time_word *words;	/* one a token */
	struct time_anchor *anchor;
	struct buffer *value;		/* of the reading under way */
	enum timex_type type;		/* likewise */
};

/* The class of time of token i. */
enum time_class time_at(const struct time_finder *f, size_t i);

/* Is token i that word, which is in small letters? */
bool time_is(const struct time_finder *f, size_t i, const char *word);

/* Is it a hyphen?  And: i, or the token behind it when it is one. */
bool time_hyphen(const struct time_finder *f, size_t i);
size_t time_unhyphen(const struct time_finder *f, size_t i);

/* The tense of the clause that token i stands in. */
enum tense time_tense(const struct time_finder *f, size_t i);

/* Is the day of the document known? */
bool time_dated(const struct time_finder *f);

/* The whole number that token i is in digits, between least and most. */
bool time_number(const struct time_finder *f, size_t i, int least, int most,
    int *number);

/* A year in four digits or words ("nineteen ninety-six"); tokens, or 0. */
size_t time_year(const struct time_finder *f, size_t i, int *year);

/*
 * "third", perhaps a hyphen, and the unit: the ordinal, from 1 to most; the end
 * behind the unit, or 0.
 */
size_t time_ordinal(const struct time_finder *f, size_t i, const char *unit,
    int most, int *ordinal);

#endif
