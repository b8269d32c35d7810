/*
 * Tables in memory.  Rows with one key are chained, the last added first, so
 * that a user's rows stand before those built in.
 */
#include "tsv/lexicon.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/message.h"
#include "tsv/tsv.h"

static size_t
find_columns(const struct tsv_reader *in, const char *const columns[],
    int *found)
{
	size_t count = 0;

	while (columns[count] != NULL) {
		if (count == LEXICON_COLUMN_MAX)
			message_fail(STATUS_SYSTEM, "%s: more than %d columns "
			    "asked for", in->name, LEXICON_COLUMN_MAX);
		found[count] = tsv_require(in, columns[count],
		    "a table of this kind needs it");
		count++;
	}
	return count;
}

/* Note every beginning of the key that ends before a blank. */
static void
note_prefixes(struct lexicon *lexicon, struct slice key)
{
	unsigned words = 1;

	for (size_t i = 0; i < key.length; i++) {
		if (key.at[i] != ' ')
			continue;
		*hash_put(&lexicon->prefixes, slice_part(key, 0, i)) = 1;
		words++;
	}
	if (words > lexicon->longest)
		lexicon->longest = words;
}

/* A field that outlives the reader: a built-in table's stays where it is. */
static struct slice
keep_field(struct lexicon *lexicon, struct slice raw, bool built_in)
{
	struct slice value = tsv_unescape(raw, &lexicon->arena);

	if (built_in || value.at != raw.at)
		return value;
	return arena_copy(&lexicon->arena, value);
}

static void
add_row(struct lexicon *lexicon, const struct tsv_reader *in,
    const int *columns, size_t count, bool built_in)
{
	struct lexicon_row row = { .next = HASH_NONE };
	uint32_t *first;

	for (size_t i = 0; i < count; i++)
		row.fields[i] = keep_field(lexicon, in->fields[columns[i]],
		    built_in);
	first = hash_put(&lexicon->keys, row.fields[0]);
	row.next = *first;
	*first = (uint32_t)lexicon->count;
	MEMORY_GROW(lexicon->rows, lexicon->count, lexicon->capacity);
	lexicon->rows[lexicon->count++] = row;
	note_prefixes(lexicon, row.fields[0]);
}

static void
add_rows(struct lexicon *lexicon, struct tsv_reader *in,
    const char *const names[], bool built_in)
{
	int columns[LEXICON_COLUMN_MAX];
	size_t count = find_columns(in, names, columns);

	while (tsv_next(in))
		add_row(lexicon, in, columns, count, built_in);
	if (tsv_close(in) != STATUS_OK)
		_exit(STATUS_DATA);	/* its message has been given */
}

void
lexicon_add(struct lexicon *lexicon, struct slice bytes, const char *name,
    const char *const columns[])
{
	struct tsv_reader in;

	tsv_open_bytes(&in, bytes, name);
	add_rows(lexicon, &in, columns, true);
}

void
lexicon_add_file(struct lexicon *lexicon, const char *path,
    const char *const columns[])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct tsv_reader in;

	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", path,
		    strerror(errno));
	tsv_open(&in, fd, path);
	add_rows(lexicon, &in, columns, false);
}

const struct lexicon_row *
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	uint32_t index = hash_get(&lexicon->keys, key);

	return index == HASH_NONE ? NULL : &lexicon->rows[index];
}

const struct lexicon_row *
lexicon_more(const struct lexicon *lexicon, const struct lexicon_row *row)
{
	return row->next == HASH_NONE ? NULL : &lexicon->rows[row->next];
}

bool
lexicon_is_prefix(const struct lexicon *lexicon, struct slice s)
{
	return hash_get(&lexicon->prefixes, s) != HASH_NONE;
}

void
lexicon_free(struct lexicon *lexicon)
{
	arena_free(&lexicon->arena);
	hash_free(&lexicon->keys);
	hash_free(&lexicon->prefixes);
	free(lexicon->rows);
	*lexicon = (struct lexicon){ 0 };
}
