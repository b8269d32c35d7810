/*
 * Headings: what a dispute, a series or an agreement is about.
 */
#ifndef REPORT_HEADING_H
#define REPORT_HEADING_H

#include "report/group.h"

/*
 * A dispute: its matter and the words that stand against each other,
 * "Clean-up: stalled or going well?".  Where the topic is too vague, a
 * question for the kind stands in its place; where the words are unknown or
 * the same, the earlier side's first words and the question.  counted is what
 * both sides count ("people killed"), or empty.
 */
void heading_add_dispute(const struct report *report,
    const struct groups *conflicts, const struct group *group,
    struct slice counted, struct buffer *out);

/* A series: whose, on which matter, and what moves; counted as above. */
void heading_add_series(const struct report *report,
    const struct groups *series, const struct group *group,
    struct slice counted, struct buffer *out);

/*
 * The steps of a series in a line, oldest first, in the words that decided:
 * "narrowing > within reach > stalled".  Nothing for fewer than two.
 */
void heading_add_course(const struct report *report,
    const struct groups *series, const struct group *group,
    struct buffer *out);

/*
 * What stands against each other in a reason, "stalled / going well; on one
 * day": the earlier claim's and the later one's; empty when it does not say.
 */
void heading_halves(struct slice reason, struct slice *earlier,
    struct slice *later);

/* What an agreement is about. */
void heading_add_agreement(const struct report *report,
    const struct groups *agreements, const struct group *group,
    struct buffer *out);

/* A relation `evolve` that a claim takes part in, or NULL. */
const struct report_relation *heading_step(const struct report *report,
    uint32_t claim);

#endif
