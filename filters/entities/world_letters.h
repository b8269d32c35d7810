/*
 * Names in capitals, as they stand in running text.
 */
#ifndef ENTITIES_WORLD_LETTERS_H
#define ENTITIES_WORLD_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/slice.h"

/* Does a word begin with a capital that no small letter follows? */
bool world_is_upper(struct slice s);

/*
 * "TEL AVIV" as "Tel Aviv", in out; s itself when a word of it has small
 * letters.  *letters says how many it has: three or fewer are rather an
 * acronym.
 */
struct slice world_small_letters(struct slice s, struct buffer *out,
    size_t *letters);

#endif
