/*
 * Quotations and brackets inside a sentence, stepped over as one.
 */
#ifndef TEXT_ENCLOSURE_H
#define TEXT_ENCLOSURE_H

#include "text/splitter.h"

/*
 * A quotation mark of `length` bytes at `at`.  One that a clause introduces and
 * that begins a sentence is stepped over, all of it.
 */
void enclosure_quotation(struct splitter *s, size_t at, size_t length,
    bool is_double);

/* A bracket at `at`; one inside a sentence is stepped over. */
void enclosure_bracket(struct splitter *s, size_t at);

#endif
