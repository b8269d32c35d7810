/*
 * Binary search over the bytes of a sorted table.
 *
 * A probe lands inside some row and steps back to where that row begins.  The
 * two first letters of the key choose the few rows to search: classes of
 * letters, in the order of the bytes, so that each class is one stretch of
 * the table.
 */
#include "tsv/sorted.h"

static unsigned
letter_class(struct slice key, size_t at)
{
	unsigned char byte = at < key.length ? (unsigned char)key.at[at] : 0;

	if (byte < 'a')
		return 0;
	return byte > 'z' ? SORTED_LETTERS - 1 : byte - 'a' + 1u;
}

static unsigned
bucket_of(struct slice key)
{
	return letter_class(key, 0) * SORTED_LETTERS + letter_class(key, 1);
}

/* The key of the row that begins at byte `start`. */
static struct slice
key_at(const struct sorted *sorted, size_t start)
{
	size_t end = start;

	while (end < sorted->rows.length && sorted->rows.at[end] != '\t' &&
	    sorted->rows.at[end] != '\n')
		end++;
	return slice_part(sorted->rows, start, end);
}

void
sorted_open(struct sorted *sorted, struct slice table)
{
	const char *line = memchr(table.at, '\n', table.length);
	size_t header = line ? (size_t)(line - table.at) + 1 : table.length;
	unsigned filled = 0;

	sorted->rows = slice_part(table, header, table.length);
	for (size_t at = 0; at < sorted->rows.length; ) {
		const char *row = sorted->rows.at + at;
		unsigned bucket = bucket_of(key_at(sorted, at));

		while (filled <= bucket)
			sorted->starts[filled++] = (uint32_t)at;
		line = memchr(row, '\n', sorted->rows.length - at);
		at = line ? (size_t)(line - sorted->rows.at) + 1 :
		    sorted->rows.length;
	}
	while (filled <= SORTED_LETTERS * SORTED_LETTERS)
		sorted->starts[filled++] = (uint32_t)sorted->rows.length;
}

bool
sorted_find(const struct sorted *sorted, struct slice key,
    struct slice *fields)
{
	unsigned bucket = bucket_of(key);
	size_t low = sorted->starts[bucket];
	size_t high = sorted->starts[bucket + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2, end;
		struct slice found;
		int order;

		while (middle > low && sorted->rows.at[middle - 1] != '\n')
			middle--;
		found = key_at(sorted, middle);
		end = middle + found.length;
		while (end < sorted->rows.length && sorted->rows.at[end] != '\n')
			end++;
		order = slice_compare(key, found);
		if (order == 0) {
			size_t behind = middle + found.length;

			*fields = slice_part(sorted->rows,
			    behind < end ? behind + 1 : end, end);
			return true;
		}
		if (order < 0)
			high = middle;
		else
			low = end < sorted->rows.length ? end + 1 : end;
	}
	return false;
}
