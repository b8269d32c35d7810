/*
 * An article's sentences, cut where claims begin and end.
 *
 * Claims nest and overlap, markup must not.  So a sentence is cut at every
 * point where a claim begins or ends, and each piece is marked once, for the
 * weightiest claim over it.
 */
#ifndef REPORT_PASSAGE_H
#define REPORT_PASSAGE_H

#include "report/outline.h"

enum passage_mark {
	MARK_NONE,
	MARK_SAID,		/* somebody says it */
	MARK_AGREE,		/* several say it */
	MARK_EVOLVE,		/* it moved */
	MARK_CONFLICT		/* it is contested */
};

/* The claims that touch one sentence, and where to cut. */
struct passage {
	const struct report *report;
	uint32_t *claims;
	size_t count;
	size_t *points;		/* bytes of the document, ascending */
	size_t point_count;
};

/* Room for any sentence of the report. */
void passage_open(struct passage *passage, const struct report *report);

void passage_cut(struct passage *passage,
    const struct report_article *article,
    const struct report_sentence *sentence);

/* What the piece between two points is marked as. */
enum passage_mark passage_mark(const struct passage *passage, size_t start,
    size_t end);

void passage_close(struct passage *passage);

/* Is the sentence the first of its paragraph in the table? */
bool passage_begins(const struct report *report,
    const struct report_article *article, size_t sentence);

/*
 * Append the paragraph that begins with an article's sentence, with the
 * outline's numbers in brackets behind the claims that have one.
 */
void passage_add(struct passage *passage, const struct outline *outline,
    const struct report_article *article, size_t sentence,
    struct buffer *out);

#endif
