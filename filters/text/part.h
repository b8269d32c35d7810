/*
 * The parts of an article that are no running text: headline, byline, credit,
 * disclaimer, caption.
 */
#ifndef TEXT_PART_H
#define TEXT_PART_H

#include "base/slice.h"
#include "text/sentence.h"

/* Set the kinds of a document's sentences; title is empty when unknown. */
void parts_find(struct sentences *sentences, struct slice text,
    struct slice title);

#endif
