/*
 * Where the report goes: how wide the terminal is, whether it has colours,
 * and the writing itself.
 */
#ifndef REPORT_OUTPUT_H
#define REPORT_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum { OUTPUT_WIDTH_MIN = 40, OUTPUT_WIDTH_MAX = 400 };

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/*
 * Columns of a line: what was asked for (0: nothing was), else those of the
 * terminal on standard output up to 120, else 80.  A width out of bounds is a
 * message and exit status 2.  Before sandbox_enter.
 */
size_t output_width(size_t asked);

/*
 * Whether to colour: always, never, or when standard output is a terminal
 * and neither NO_COLOR is set nor TERM is "dumb".  Before sandbox_enter.
 */
bool output_colour(enum colour colour);

/* What is there so far, once that is much; the buffer is empty then. */
void output_some(struct buffer *out);

/* All of it to standard output; a failure is a message and exit status 2. */
void output_write(const struct buffer *out);

#endif
