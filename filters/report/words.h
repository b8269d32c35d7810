/*
 * Plain words for what the tables write as codes, and dates as people write
 * them.  The words are filters/tables/report_words.tsv.
 */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/slice.h"
#include "tsv/lexicon.h"

/* Zeroed is ready for words_open. */
struct words {
	struct lexicon lexicon;
};

/* Read the built-in table; before sandbox_enter. */
void words_open(struct words *words);

/* The words for a code of a group ("kind", "numeric"), or empty. */
struct slice words_find(const struct words *words, const char *group,
    struct slice code);

/* As words_find, else the code with blanks for its underscores. */
void words_add(const struct words *words, const char *group,
    struct slice code, struct buffer *out);

/* "19 Sep 2024" for "2024-09-19", "Sep 2024" for "2024-09"; else as it is. */
void words_add_date(struct slice date, struct buffer *out);

/*
 * The days from some day on up to a date; of a month its first day.  False
 * when it has no month.
 */
bool words_day_number(struct slice date, long *number);

/* As words_add_date, without the year: "19 Sep". */
void words_add_day(struct slice date, struct buffer *out);

/*
 * "21 Mar - 19 Sep 2024", with what both dates share written once and the
 * dash given by the caller (an en dash where there is one).
 */
void words_add_period(struct slice first, struct slice last,
    struct buffer *out);

/* "1 article", "5 articles": the plural only adds an s. */
void words_add_count(size_t count, const char *noun, struct buffer *out);

/* The plural of a noun: from the table where it is irregular, else by rule. */
void words_add_plural(const struct words *words, struct slice noun,
    struct buffer *out);

void words_free(struct words *words);

#endif
