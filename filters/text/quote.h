/*
 * Quotation marks and apostrophes of a sentence.
 */
#ifndef TEXT_QUOTE_H
#define TEXT_QUOTE_H

#include "text/cutter.h"

/*
 * Take the quotation mark, or the word that begins with an apostrophe, at
 * start; returns its end, or start when `mark` is no quotation mark.
 */
size_t quote_take(struct cutter *c, size_t start, uint32_t mark);

#endif
