/*
 * Looking up: open addressing with linear probing.  The first byte and the
 * length of a word tell of most words that no key is like them.
 */
#include "tsv/lookup.h"

#include "base/hash.h"

static const struct lookup_slot *
slots_of(const struct lookup *index)
{
	return (const void *)(index + 1);
}

static const struct lookup_row *
rows_of(const struct lookup *index)
{
	return (const void *)(slots_of(index) + index->slot_count);
}

static const struct lookup_prefix *
prefixes_of(const struct lookup *index)
{
	return (const void *)(rows_of(index) + index->row_count);
}

static bool
stands_at(const struct lookup_table *table, size_t start, struct slice s)
{
	return table->bytes.length - start > s.length &&
	    memcmp(table->bytes.at + start, s.at, s.length) == 0;
}

/* Is s all of the key of the row that begins there? */
static bool
is_key(const struct lookup_table *table, size_t start, struct slice s)
{
	char behind;

	if (!stands_at(table, start, s))
		return false;
	behind = table->bytes.at[start + s.length];
	return behind == '\t' || behind == '\n';
}

static bool
may_be_key(const struct lookup *index, struct slice s)
{
	unsigned bit = s.length < 31 ? (unsigned)s.length : 31;

	return s.length > 0 &&
	    index->lengths[(unsigned char)s.at[0]] >> bit & 1;
}

uint32_t
lookup_find(const struct lookup_table *table, struct slice key)
{
	const struct lookup_slot *slots = slots_of(table->index);
	const struct lookup_row *rows = rows_of(table->index);
	uint32_t mask = table->index->slot_count - 1;
	uint64_t hash;

	if (!may_be_key(table->index, key))
		return LOOKUP_NONE;
	hash = hash_bytes(key);
	for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
		if (slots[i].row == LOOKUP_NONE)
			return LOOKUP_NONE;
		if (slots[i].mark == hash >> 32 &&
		    is_key(table, rows[slots[i].row].start, key))
			return slots[i].row;
	}
}

struct slice
lookup_row(const struct lookup_table *table, uint32_t row)
{
	size_t start = rows_of(table->index)[row].start;
	struct slice rest = slice_part(table->bytes, start,
	    table->bytes.length);

	return slice_cut(&rest, '\n');
}

uint32_t
lookup_next(const struct lookup_table *table, uint32_t row)
{
	return rows_of(table->index)[row].next;
}

bool
lookup_fields(const struct lookup_table *table, struct slice key,
    struct slice *fields)
{
	uint32_t row = lookup_find(table, key);

	if (row == LOOKUP_NONE)
		return false;
	*fields = lookup_row(table, row);
	slice_cut(fields, '\t');
	return true;
}

bool
lookup_is_prefix(const struct lookup_table *table, struct slice s)
{
	const struct lookup_prefix *prefixes = prefixes_of(table->index);
	uint32_t mask = table->index->prefix_count - 1;
	uint64_t hash;

	if (table->index->longest < 2)
		return false;
	hash = hash_bytes(s);
	for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
		if (prefixes[i].length == 0)
			return false;
		if (prefixes[i].mark == hash >> 32 &&
		    prefixes[i].length == s.length &&
		    stands_at(table, prefixes[i].start, s))
			return true;
	}
}
