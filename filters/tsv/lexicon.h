/*
 * Knowledge as data: a table from filters/tables/ (built in) with the user's
 * own rows of the same form laid over it, found by the words of its first
 * column.
 *
 * The built-in tables are checked by the Makefile; a user's file goes through
 * the same reader, and is refused by file and line.
 */
#ifndef TSV_LEXICON_H
#define TSV_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/slice.h"
#include "tsv/lookup.h"

/*
 * Name a built-in table: LEXICON_BUILTIN(cues) declares the bytes of
 * filters/tables/cues.tsv and their index, and LEXICON_BYTES(cues) is both.
 */
#define LEXICON_BUILTIN(table) \
	extern const char table_##table[], table_##table##_end[]; \
	extern const struct lookup table_##table##_lookup
#define LEXICON_BYTES(table) ((struct lookup_table){ \
	SLICE_BETWEEN(table_##table, table_##table##_end), \
	&table_##table##_lookup })

enum { LEXICON_COLUMN_MAX = 8 };

struct lexicon_row {
	struct slice fields[LEXICON_COLUMN_MAX]; /* unescaped, in the order
						    asked for */
	uint32_t next;		/* index of another row with the same key, or
				   HASH_NONE; a user's row comes first */
	uint32_t line;		/* of a user's file, the header's is 1 */
};

enum { LEXICON_FILE_MAX = 64 };

/*
 * Zeroed is empty and ready for use.  The rows of the first table, where that
 * is a built-in one, are cut into their fields as they are asked for.
 */
struct lexicon {
	struct arena arena;
	struct lexicon_row *rows;	/* see lexicon_row */
	size_t count, capacity;
	unsigned longest;	/* key's words, at most */
	struct {
		const char *path;
		size_t first;	/* row */
	} files[LEXICON_FILE_MAX];	/* of the user, in their order */
	size_t file_count;

	struct lookup_table table;	/* that first one; none: no bytes */
	int columns[LEXICON_COLUMN_MAX];	/* of the table */
	size_t column_count;
	struct hash keys;	/* of other rows -> index of the first */
	struct hash prefixes;	/* every proper word prefix of such a key */
};

/*
 * Add the rows of a table.  columns (NULL at the end; at most
 * LEXICON_COLUMN_MAX) names the columns to keep, the key first; `name` stands
 * in messages.  A table that lacks one of them or breaks the dialect is a
 * message and exit status 1 (a built-in one never does).
 */
void lexicon_add(struct lexicon *lexicon, struct lookup_table table,
    const char *name, const char *const columns[]);

/* As lexicon_add, from a user's file; one that cannot be read is exit 2. */
void lexicon_add_file(struct lexicon *lexicon, const char *path,
    const char *const columns[]);

/* Does a row come from a user's file? */
bool lexicon_is_own(const struct lexicon *lexicon,
    const struct lexicon_row *row);

/*
 * Refuse a row by its file and line, or a built-in one by the table's name
 * (`name`): a message that ends with what is wrong, and exit 1.
 */
_Noreturn void lexicon_refuse(const struct lexicon *lexicon,
    const struct lexicon_row *row, const char *name, const char *wrong);

/* The first row of a key, or NULL; valid until more is added. */
const struct lexicon_row *lexicon_find(const struct lexicon *lexicon,
    struct slice key);

/* Row number i, less than count: what lexicon->rows + i points to. */
const struct lexicon_row *lexicon_row(const struct lexicon *lexicon, size_t i);

/* The next row with the same key, or NULL. */
const struct lexicon_row *lexicon_more(const struct lexicon *lexicon,
    const struct lexicon_row *row);

/* Is s the beginning, up to a blank, of some longer key? */
bool lexicon_is_prefix(const struct lexicon *lexicon, struct slice s);

void lexicon_free(struct lexicon *lexicon);

#endif
