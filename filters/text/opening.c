/*
 * Words that open sentences: a small table, asked only behind abbreviations.
 */
#include "text/opening.h"

#include "tsv/lexicon.h"

LEXICON_BUILTIN(openings);

static struct lexicon lexicon;

enum opening_class
opening_find(struct slice word)
{
	static const char *const columns[] = { "word", "class", NULL };
	const struct lexicon_row *row;

	if (lexicon.count == 0)
		lexicon_add(&lexicon, LEXICON_BYTES(openings), "openings.tsv",
		    columns);
	row = lexicon_find(&lexicon, word);
	if (row == NULL)
		return OPENING_NONE;
	return slice_is(row->fields[1], "clock") ? OPENING_CLOCK :
	    OPENING_STARTER;
}
