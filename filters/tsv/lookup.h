/*
 * The rows of a built-in table by the words of its first column: a hash table
 * that is made when the program is built, and used where it lies.  However
 * large the table, it costs nothing when a program starts, and no memory.
 */
#ifndef TSV_LOOKUP_H
#define TSV_LOOKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/slice.h"

#define LOOKUP_NONE UINT32_MAX

/* Some bits of a key's hash, and the last row that has the key. */
struct lookup_slot {
	uint32_t mark, row;	/* row LOOKUP_NONE: free */
};

struct lookup_row {
	uint32_t start;		/* byte of the table */
	uint32_t next;		/* the row before it with its key, or
				   LOOKUP_NONE */
};

/* The beginning of a key that ends before a blank. */
struct lookup_prefix {
	uint32_t mark;
	uint32_t start, length;	/* bytes of the table; length 0: free */
};

/* Behind it stand the slots, the rows and the prefixes. */
struct lookup {
	uint32_t slot_count;	/* a power of two */
	uint32_t row_count;
	uint32_t prefix_count;	/* a power of two */
	uint32_t longest;	/* words of a key, at most */
	uint32_t lengths[256];	/* of keys, by their first byte: a bit each;
				   the last one means longer as well */
};

/* A table with its index, which must be that of the bytes. */
struct lookup_table {
	struct slice bytes;	/* the header, then the rows */
	const struct lookup *index;
};

/* The last row that has the key, or LOOKUP_NONE. */
uint32_t lookup_find(const struct lookup_table *table, struct slice key);

/* A row, and the one before it with the same key or LOOKUP_NONE. */
struct slice lookup_row(const struct lookup_table *table, uint32_t row);
uint32_t lookup_next(const struct lookup_table *table, uint32_t row);

/*
 * The raw fields behind the key, still joined by tabs, into *fields (cut them
 * with slice_cut); false when no row has the key.
 */
bool lookup_fields(const struct lookup_table *table, struct slice key,
    struct slice *fields);

/* Is s the beginning, up to a blank, of some longer key? */
bool lookup_is_prefix(const struct lookup_table *table, struct slice s);

/*
 * Make the index of a table (under 4 GiB; no key is escaped), for the machine
 * that this runs on.
 */
void lookup_make(struct slice bytes, struct buffer *index);

#endif
