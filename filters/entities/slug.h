/*
 * Ids from names: small ASCII letters, digits and underscores.
 */
#ifndef ENTITIES_SLUG_H
#define ENTITIES_SLUG_H

#include "base/buffer.h"
#include "base/slice.h"

/*
 * Append text as an id: "Mustafa Şentop" is mustafa_sentop, "O’Rourke"
 * orourke.  Letters of other scripts are written uXXXX.  Appends `x` when
 * nothing of it is left.
 */
void slug_add(struct slice text, struct buffer *out);

#endif
