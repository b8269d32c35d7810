/*
 * Dates of articles, made ISO 8601.
 *
 * Read are ISO 8601 and RFC 3339 ("2024-03-21", "2024-03", "2024",
 * "2024-03-21T14:00:00Z"), RFC 822 ("Thu, 21 Mar 2024 14:00:00 GMT") and
 * English as newspapers print it ("21 March 2024", "March 21st, 2024, at
 * 2:00 pm").  "03/04/2024" is two dates to two readers and is refused.
 */
#ifndef ARTICLES_DATE_H
#define ARTICLES_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/slice.h"

/* Read the table of words; before date_parse. */
void date_open(void);

/*
 * Append the date in s to out: YYYY, YYYY-MM or YYYY-MM-DD, behind a whole
 * date THH:MM or THH:MM:SS when a time is given, and Z or +HH:MM when its zone
 * is known.  The date stays that of its zone.  False, and out unchanged, when
 * s is no date, no possible one (30 February), or an ambiguous one.
 */
bool date_parse(struct slice s, struct buffer *out);

/* Append the UTC time of so many seconds since 1970, as …T14:00:00Z. */
void date_add_timestamp(int64_t seconds, struct buffer *out);

#endif
