/*
 * What a pair of claims is about, in a few of their own words.
 */
#ifndef REPORT_SUBJECT_H
#define REPORT_SUBJECT_H

#include "report/report.h"

/*
 * Append the words that both claims have, in the order of the first one, as
 * printed there; at most four, blanks between neighbours and commas between
 * others.  Nothing when they share fewer than two.
 */
void subject_add(const struct report *report, const struct report_claim *a,
    const struct report_claim *b, struct buffer *out);

#endif
