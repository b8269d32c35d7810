/*
 * Tables in memory.  Rows with one key are chained, the last added first, so
 * that a user's rows stand before those built in.  A built-in table is looked
 * up through its index, where it lies; what is laid over it has its own hash.
 */
#include "tsv/lexicon.h"

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
	struct lexicon_row row = { .next = HASH_NONE,
	    .line = (uint32_t)in->line };
	uint32_t *first;

	for (size_t i = 0; i < count; i++)
		row.fields[i] = keep_field(lexicon, in->fields[columns[i]],
		    built_in);
	first = hash_put(&lexicon->keys, row.fields[0]);
	row.next = *first != HASH_NONE || !lexicon->table.bytes.at ? *first :
	    lookup_find(&lexicon->table, row.fields[0]);
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

/* Use a built-in table where it lies; its rows are made when asked for. */
static void
use_table(struct lexicon *lexicon, struct tsv_reader *in,
    const struct lookup_table *table, const char *const names[])
{
	lexicon->column_count = find_columns(in, names, lexicon->columns);
	lexicon->table = *table;
	lexicon->longest = table->index->longest;
	lexicon->count = lexicon->capacity = table->index->row_count;
	lexicon->rows = memory_new(lexicon->count + 1,
	    sizeof *lexicon->rows);
	tsv_close(in);
}

void
lexicon_add(struct lexicon *lexicon, struct lookup_table table,
    const char *name, const char *const columns[])
{
	struct tsv_reader in;

	tsv_open_bytes(&in, table.bytes, name);
	if (lexicon->count == 0 && tsv_find(&in, columns[0]) == 0)
		use_table(lexicon, &in, &table, columns);
	else
		add_rows(lexicon, &in, columns, true);
}

void
lexicon_add_file(struct lexicon *lexicon, const char *path,
    const char *const columns[])
{
	struct tsv_reader in;

	if (lexicon->file_count == LEXICON_FILE_MAX)
		message_fail(STATUS_SYSTEM, "more than %d tables of one kind",
		    LEXICON_FILE_MAX);
	lexicon->files[lexicon->file_count].path = path;
	lexicon->files[lexicon->file_count++].first = lexicon->count;
	tsv_open_file(&in, path);
	add_rows(lexicon, &in, columns, false);
}

/* Cut a row of the built-in table into its fields. */
static void
make_row(const struct lexicon *lexicon, struct lexicon_row *row)
{
	uint32_t number = (uint32_t)(row - lexicon->rows);
	struct slice rest = lookup_row(&lexicon->table, number);

	/* the arena holds what was escaped, and is no part of what is said */
	struct arena *arena = (struct arena *)(uintptr_t)&lexicon->arena;

	for (int column = 0; rest.at; column++) {
		struct slice field = slice_cut(&rest, '\t');

		for (size_t i = 0; i < lexicon->column_count; i++)
			if (lexicon->columns[i] == column)
				row->fields[i] = tsv_unescape(field, arena);
	}
	row->next = lookup_next(&lexicon->table, number);
}

const struct lexicon_row *
lexicon_row(const struct lexicon *lexicon, size_t i)
{
	struct lexicon_row *row = &lexicon->rows[i];

	if (!row->fields[0].at)
		make_row(lexicon, row);
	return row;
}

bool
lexicon_is_own(const struct lexicon *lexicon, const struct lexicon_row *row)
{
	return lexicon->file_count > 0 &&
	    (size_t)(row - lexicon->rows) >= lexicon->files[0].first;
}

void
lexicon_refuse(const struct lexicon *lexicon, const struct lexicon_row *row,
    const char *name, const char *wrong)
{
	const struct slice key = row->fields[0];
	size_t index = (size_t)(row - lexicon->rows);

	for (size_t i = 0; i < lexicon->file_count; i++)
		if (lexicon->files[i].first <= index)
			name = lexicon->files[i].path;
	message_fail(STATUS_DATA, "%s:%u: '%.*s': %s", name,
	    (unsigned)row->line, (int)key.length, key.at, wrong);
}

const struct lexicon_row *
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	uint32_t index = hash_get(&lexicon->keys, key);

	if (index == HASH_NONE && lexicon->table.bytes.at)
		index = lookup_find(&lexicon->table, key);
	return index == HASH_NONE ? NULL : lexicon_row(lexicon, index);
}

const struct lexicon_row *
lexicon_more(const struct lexicon *lexicon, const struct lexicon_row *row)
{
	return row->next == HASH_NONE ? NULL :
	    lexicon_row(lexicon, row->next);
}

bool
lexicon_is_prefix(const struct lexicon *lexicon, struct slice s)
{
	return hash_get(&lexicon->prefixes, s) != HASH_NONE ||
	    (lexicon->table.bytes.at &&
	    lookup_is_prefix(&lexicon->table, s));
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
