/*
 * Abbreviations: a table by classes that say what may follow, and two forms
 * (initials, dotted acronyms) that need no table.
 *
 * The class of each row is looked up once, when the table is read, so that the
 * question costs one hash of the word.
 */
#include "text/abbreviation.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/message.h"
#include "base/utf8.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(abbreviations);

enum { WORD_MAX = 24 };		/* bytes of the longest word looked up */

static const char *const columns[] = { "abbreviation", "class", "word", NULL };

static const char *const class_names[] = {
	[ABBREVIATION_NONE] = "",
	[ABBREVIATION_CLOCK] = "clock",
	[ABBREVIATION_COMPANY] = "company",
	[ABBREVIATION_DAY] = "day",
	[ABBREVIATION_END] = "end",
	[ABBREVIATION_INNER] = "inner",
	[ABBREVIATION_MONTH] = "month",
	[ABBREVIATION_NAME] = "name",
	[ABBREVIATION_NUMBER] = "number",
	[ABBREVIATION_PLACE] = "place",
	[ABBREVIATION_SAINT] = "saint",
	[ABBREVIATION_TITLE] = "title"
};

static struct lexicon lexicon;
static struct abbreviation *known;	/* of each row of the lexicon */
/* Bit n of lengths[b]: some row begins with byte b, in either case, and has n
   bytes.  Most words are told by it to be none. */
static uint32_t lengths[256];

static enum abbreviation_class
class_of(struct slice name, const char *table)
{
	for (size_t i = 1; i < sizeof class_names / sizeof *class_names; i++) {
		if (slice_is(name, class_names[i]))
			return (enum abbreviation_class)i;
	}
	message_fail(STATUS_DATA, "%s: '%.*s' is no class of abbreviations; "
	    "see COLUMNS in hearsay-split(1)", table, (int)name.length,
	    name.at);
}

static void
note_length(struct slice word)
{
	unsigned char first;

	if (word.length == 0 || word.length > WORD_MAX)
		return;
	first = (unsigned char)word.at[0];
	lengths[first] |= UINT32_C(1) << word.length;
	if (is_lower(first))
		lengths[first - ('a' - 'A')] |= UINT32_C(1) << word.length;
}

/* Set what is known of the rows from `first` on. */
static void
classify(size_t first, const char *table)
{
	known = memory_resize(known, lexicon.count, sizeof *known);
	for (size_t i = first; i < lexicon.count; i++) {
		const struct slice *fields = lexicon_row(&lexicon, i)->fields;

		note_length(fields[0]);
		known[i].class = class_of(fields[1], table);
		known[i].word = fields[2].length > 0;
	}
}

static void
open_builtin(void)
{
	if (known)
		return;
	lexicon_add(&lexicon, LEXICON_BYTES(abbreviations),
	    "abbreviations.tsv", columns);
	classify(0, "abbreviations.tsv");
}

void
abbreviation_add_file(const char *path)
{
	size_t first;

	open_builtin();
	first = lexicon.count;
	lexicon_add_file(&lexicon, path, columns);
	classify(first, path);
}

/* "J." and "U.N.C.L.E.": letters and full stops in turn. */
static enum abbreviation_class
class_by_form(struct slice word)
{
	size_t at = 0, letters = 0;

	while (at < word.length) {
		uint32_t code = utf8_next(word, &at);

		if (utf8_class(code) != UTF8_UPPER &&
		    utf8_class(code) != UTF8_LOWER)
			return ABBREVIATION_NONE;
		if (at >= word.length || word.at[at++] != '.')
			return ABBREVIATION_NONE;
		letters++;
	}
	return letters > 1 ? ABBREVIATION_ACRONYM : ABBREVIATION_INITIAL;
}

static const struct lexicon_row *
find_lowered(struct slice word, bool keep_first)
{
	char lowered[WORD_MAX];
	bool changed = false;

	for (size_t i = 0; i < word.length; i++) {
		lowered[i] = word.at[i];
		if (is_upper(word.at[i]) && !(keep_first && i == 0)) {
			lowered[i] = (char)(word.at[i] + ('a' - 'A'));
			changed = true;
		}
	}
	if (!changed)
		return NULL;
	return lexicon_find(&lexicon,
	    (struct slice){ lowered, word.length });
}

struct abbreviation
abbreviation_find(struct slice word)
{
	const struct lexicon_row *row;
	struct abbreviation none = { ABBREVIATION_NONE, false };

	open_builtin();
	if (word.length < 2 || word.length > WORD_MAX)
		return none;
	if (!(lengths[(unsigned char)word.at[0]] >> word.length & 1)) {
		none.class = class_by_form(word);
		return none;
	}
	row = lexicon_find(&lexicon, word);
	if (!row && word.length > 2 && is_upper(word.at[0])) {
		if (is_upper(word.at[1]))
			row = find_lowered(word, true);
		if (!row)
			row = find_lowered(word, false);
	}
	if (row)
		return known[row - lexicon.rows];
	none.class = class_by_form(word);
	return none;
}
