/*
 * Who says a claim, in words that a reader understands.
 */
#ifndef REPORT_SPEAKER_H
#define REPORT_SPEAKER_H

#include "report/report.h"

/*
 * Append who says it: "Antony Blinken", "two officials (unnamed)", "in its own
 * voice", "said by nobody named"; then what he does with it where that is not
 * plain saying ("urging"), and through whom it came ("relayed by Hamas
 * emissaries").
 */
void speaker_add(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

/* Append the name alone; only for claims that have a source. */
void speaker_add_name(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

/* Append the name, and "(unnamed)" where it is kept back. */
void speaker_add_voice(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

#endif
