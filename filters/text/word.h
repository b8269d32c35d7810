/*
 * Words and numbers of a sentence.
 */
#ifndef TEXT_WORD_H
#define TEXT_WORD_H

#include "text/cutter.h"

/* Where the word that begins at start ends, the marks inside it included. */
size_t word_end(const struct cutter *c, size_t start);

/* Take the word, number or address that begins at start; returns its end. */
size_t word_take(struct cutter *c, size_t start);

#endif
