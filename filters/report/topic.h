/*
 * What the tables write as slugs and ids, in names and words.
 */
#ifndef REPORT_TOPIC_H
#define REPORT_TOPIC_H

#include "report/report.h"

/* A slug in words: "us_officials@003" is "us officials". */
void slug_add(struct slice slug, struct buffer *out);

/* As slug_add, with capitals where it is a name's: "Antony Blinken". */
void slug_add_name(struct slice slug, struct buffer *out);

/* A topic: names for ids, words for slugs. */
void topic_add(const struct report *report, struct slice topic,
    struct buffer *out);

/* Why a relation holds, with names for ids. */
void reason_add(const struct report *report, struct slice reason,
    struct buffer *out);

#endif
