/*
 * Binary search over the bytes of a sorted table.
 *
 * A probe lands inside some row and steps back to where that row begins.  The
 * two first letters of the key choose the few rows to search: classes of
 * letters, in the order of the bytes, so that each class is one stretch of
 * the table.
 *
 * Texts repeat their words: the last answers are kept, each under some bits of
 * its key's hash, whose 64 bits stand for the key.
 */
#include "tsv/sorted.h"

#include "base/hash.h"
#include "base/memory.h"

enum { ANSWERS = 1 << 12 };	/* kept for each table */

static unsigned
letter_class(struct slice key, size_t at)
{
	unsigned char byte = at < key.length ? (unsigned char)key.at[at] : 0;

	if (byte < 'a')
		return 0;
	return byte > 'z' ? SORTED_LETTERS - 1 : byte - 'a' + 1u;
}

/*
 * Keys that begin with no small letter share a bucket: their second letters
 * stand in no order ("Ab", "Ba").
 */
static unsigned
bucket_of(struct slice key)
{
	unsigned first = letter_class(key, 0);

	if (first == 0 || first == SORTED_LETTERS - 1)
		return first * SORTED_LETTERS;
	return first * SORTED_LETTERS + letter_class(key, 1);
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

/* Where the row that byte `at` belongs to begins, not before `low`. */
static size_t
row_start(const struct sorted *sorted, size_t at, size_t low)
{
	while (at > low && sorted->rows.at[at - 1] != '\n')
		at--;
	return at;
}

/* Where the row behind the one that holds byte `at` begins. */
static size_t
row_next(const struct sorted *sorted, size_t at)
{
	const char *line = memchr(sorted->rows.at + at, '\n',
	    sorted->rows.length - at);

	return line ? (size_t)(line - sorted->rows.at) + 1 :
	    sorted->rows.length;
}

/* The first row from `low` on of this bucket or one behind it. */
static size_t
bucket_start(const struct sorted *sorted, unsigned bucket, size_t low)
{
	size_t high = sorted->rows.length;

	while (low < high) {
		size_t middle = row_start(sorted, low + (high - low) / 2, low);

		if (bucket_of(key_at(sorted, middle)) >= bucket)
			high = middle;
		else
			low = row_next(sorted, middle);
	}
	return low;
}

void
sorted_open(struct sorted *sorted, struct slice table)
{
	enum { BUCKETS = SORTED_LETTERS * SORTED_LETTERS };
	const char *line = memchr(table.at, '\n', table.length);
	size_t header = line ? (size_t)(line - table.at) + 1 : table.length;
	size_t start = 0;

	sorted->answers = memory_new(ANSWERS, sizeof *sorted->answers);
	sorted->rows = slice_part(table, header, table.length);
	for (unsigned bucket = 0; bucket < BUCKETS; bucket++) {
		start = bucket_start(sorted, bucket, start);
		sorted->starts[bucket] = (uint32_t)start;
	}
	sorted->starts[BUCKETS] = (uint32_t)sorted->rows.length;
}

/* The row of a key, from *start to *end; false when there is none. */
static bool
row_find(const struct sorted *sorted, struct slice key, size_t *start,
    size_t *end)
{
	unsigned bucket = bucket_of(key);
	size_t low = sorted->starts[bucket];
	size_t high = sorted->starts[bucket + 1];

	while (low < high) {
		int order;

		*start = row_start(sorted, low + (high - low) / 2, low);
		*end = row_next(sorted, *start);
		order = slice_compare(key, key_at(sorted, *start));
		if (order == 0)
			return true;
		if (order < 0)
			high = *start;
		else
			low = *end;
	}
	return false;
}

bool
sorted_find(const struct sorted *sorted, struct slice key,
    struct slice *fields)
{
	uint64_t hash = hash_bytes(key) | 1;
	struct sorted_answer *answer = &sorted->answers[hash >> 1 &
	    (ANSWERS - 1)];
	size_t start, end;

	if (answer->hash != hash) {
		*answer = (struct sorted_answer){ .hash = hash };
		if (row_find(sorted, key, &start, &end)) {
			answer->start = (uint32_t)start;
			answer->end = (uint32_t)end;
		}
	}
	if (answer->end == 0)
		return false;
	end = answer->end - (sorted->rows.at[answer->end - 1] == '\n');
	start = answer->start + key.length;
	*fields = slice_part(sorted->rows, start < end ? start + 1 : end, end);
	return true;
}
