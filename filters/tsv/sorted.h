/*
 * A table in order of its first column, searched where it lies: a large
 * built-in table costs nothing when a program starts, and no memory.
 *
 * For tables of tens of thousands of rows that few words are looked up in; a
 * table that a user adds to is a lexicon (tsv/lexicon.h).
 */
#ifndef TSV_SORTED_H
#define TSV_SORTED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum { SORTED_LETTERS = 28 };	/* a to z, what sorts below, and above */

/* Answers that may be asked for again, by the hash of their key. */
struct sorted_answer {
	uint64_t hash;
	uint32_t start, end;	/* of the row; 0, 0: there is none */
};

struct sorted {
	struct slice rows;	/* without the header */
	uint32_t starts[SORTED_LETTERS * SORTED_LETTERS + 1];
				/* of the rows that begin with two letters */
	struct sorted_answer *answers;
};

/*
 * Use a table (header, then rows by `LC_ALL=C sort`, keys unique; under 4
 * GiB), which must outlive it.
 */
void sorted_open(struct sorted *sorted, struct slice table);

/*
 * The raw fields behind the key, still joined by tabs, into *fields (cut them
 * with slice_cut); false when no row has the key.
 */
bool sorted_find(const struct sorted *sorted, struct slice key,
    struct slice *fields);

#endif
