/*
 * Issues: the user's own labels (label, terms, pattern), found in what a
 * claim says.  Terms are words or phrases in any case, separated by '|';
 * pattern is a PCRE2 regular expression.
 */
#ifndef CLAIMS_ISSUE_H
#define CLAIMS_ISSUE_H

#include "base/buffer.h"
#include "base/slice.h"

/* Read the tables; before sandbox_enter.  A bad pattern is exit 1. */
void issues_open(const char *const *files, size_t count);

/* Append the labels that fit text, in the order of the table, with blanks. */
void issues_of(struct slice text, struct buffer *labels);

/* Texts for which a pattern's work was given up. */
size_t issues_given_up(void);

#endif
