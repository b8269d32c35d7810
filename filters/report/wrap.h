/*
 * Words onto lines of a terminal: broken between words, counted in columns,
 * with nothing in them that could move the cursor or turn the text around.
 */
#ifndef REPORT_WRAP_H
#define REPORT_WRAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/slice.h"

/* Does a code point steer the display instead of being on it? */
bool clean_steers(uint32_t code);

/*
 * Append s with control characters, bidirectional controls, zero-width ones
 * and line separators as U+FFFD, and tabs and line feeds as blanks.
 */
void clean_add(struct buffer *out, struct slice s);

/*
 * Append the words of text (clean already), from `column` on, one blank
 * between them; a word that would pass `width` begins a new line, `indent`
 * columns in.  A word longer than a line is cut.  Returns the column behind
 * the last one.
 */
size_t wrap_add(struct buffer *out, struct slice text, size_t column,
    size_t indent, size_t width);

/* Append blanks from one column to another; none when it is passed already. */
void wrap_pad(struct buffer *out, size_t from, size_t to);

#endif
