/*
 * The labels of the guideline, from filters/tables/annotation_labels.tsv, and
 * the values of figures, times and dates.
 */
#ifndef ANNOTATION_LABELS_H
#define ANNOTATION_LABELS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/slice.h"

/* Read the table; before any other of these. */
void labels_open(void);

/* Is label one of the list ("form", "act", "unit" …)? */
bool label_known(const char *list, struct slice label);

/* Append the labels of a list, in the order of bytes, joined by ", ". */
void labels_add(const char *list, struct buffer *out);

/* [a-z0-9_]+, and '@' behind it for an id of one document. */
bool value_is_id(struct slice s);

/* A decimal, or LOW..HIGH. */
bool value_is_figure(struct slice s);

/* ISO 8601: YYYY-MM-DD of the calendar, with THH:MM[:SS][Z] or without. */
bool value_is_date(struct slice s);

/* A value of TIMEX3 that the type can have. */
bool value_is_time(struct slice type, struct slice value);

#endif
