/*
 * Some words around a stretch of a text.
 */
#ifndef REPORT_CONTEXT_H
#define REPORT_CONTEXT_H

#include "report/report.h"

/*
 * span made longer by so many words on either side, within bounds; all are
 * bytes of text.
 */
struct span context_around(struct slice text, struct span span,
    struct span bounds, size_t words);

/* The start of the word before byte `at`; the end of the one behind it. */
size_t context_word_before(struct slice text, size_t at);
size_t context_word_after(struct slice text, size_t at);

/*
 * Append some words around a claim of few words, with ellipses, so that
 * "these terms" can be understood; nothing for one that needs none.
 */
void context_add(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

#endif
