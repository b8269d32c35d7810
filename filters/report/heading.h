/*
 * Headings: what a dispute, a series or an agreement is about.
 */
#ifndef REPORT_HEADING_H
#define REPORT_HEADING_H

#include "report/group.h"

/*
 * A dispute: its matter and a question for its kind, "Clean-up: how does it
 * stand?".  Where the topic is too vague for that, or the question is about
 * a statement ("yes or no?"), the earlier side's first words stand instead.
 */
void heading_add_dispute(const struct report *report,
    const struct report_relation *relation, struct buffer *out);

/* A series: whose, on which matter, and what moves. */
void heading_add_series(const struct report *report,
    const struct groups *series, const struct group *group,
    struct buffer *out);

/*
 * The steps of a series in a line, oldest first, in the words that decided:
 * "narrowing > within reach > stalled".  Nothing for fewer than two.
 */
void heading_add_course(const struct report *report,
    const struct groups *series, const struct group *group,
    struct buffer *out);

/* What an agreement is about. */
void heading_add_agreement(const struct report *report,
    const struct groups *agreements, const struct group *group,
    struct buffer *out);

/* A relation `evolve` that a claim takes part in, or NULL. */
const struct report_relation *heading_step(const struct report *report,
    uint32_t claim);

#endif
