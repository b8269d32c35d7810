/*
 * Bytes from outside made fit for a table: well-formed UTF-8 without control
 * characters and without characters that hide or reorder what a reader sees.
 */
#ifndef ARTICLES_CLEAN_H
#define ARTICLES_CLEAN_H

#include "base/memory.h"
#include "base/slice.h"

/* How much had to be done, so that it can be told. */
struct repairs {
	size_t ill_formed;	/* became U+FFFD */
	size_t controls;	/* control characters, became a blank */
	size_t invisible;	/* overrides, zero-width: dropped */
};

/*
 * raw as text of several lines: CR LF, CR, NEL, U+2028 and U+2029 become LF;
 * tab and LF stay.  The result is raw itself when nothing had to be done,
 * otherwise a copy in the arena.  Linear.
 */
struct slice clean_text(struct slice raw, struct arena *arena,
    struct repairs *repairs);

/*
 * raw as one line: as clean_text, then every run of white space made one
 * blank, none at either end.
 */
struct slice clean_line(struct slice raw, struct arena *arena,
    struct repairs *repairs);

/* s without a UTF-8 byte order mark at its start. */
struct slice clean_skip_mark(struct slice s);

#endif
