/*
 * Classes of words of time.  "may", "march" and "august" are months only with
 * a capital and where the tagger sees no verb.
 */
#include "entities/time_word.h"

#include "tsv/lexicon.h"

LEXICON_BUILTIN(time_words);

static struct lexicon lexicon;

static const char *const class_names[TIME_CLASS_COUNT] = {
	[TIME_NONE] = "", [TIME_MONTH] = "month",
	[TIME_WEEKDAY] = "weekday", [TIME_WEEKDAYS] = "weekdays",
	[TIME_UNIT] = "unit", [TIME_UNITS] = "units",
	[TIME_DAYPART] = "daypart", [TIME_DAYPARTS] = "dayparts",
	[TIME_SEASON] = "season", [TIME_DAY] = "day",
	[TIME_TONIGHT] = "tonight", [TIME_PRESENT] = "present",
	[TIME_PAST] = "past", [TIME_FUTURE] = "future",
	[TIME_BACK] = "back", [TIME_AHEAD] = "ahead", [TIME_HERE] = "here",
	[TIME_EDGE] = "edge", [TIME_OFTEN] = "often",
	[TIME_VAGUE] = "vague", [TIME_CLOCK] = "clock",
	[TIME_HALFDAY] = "halfday", [TIME_ZONE] = "zone",
	[TIME_EVERY] = "every"
};

void
time_word_open(void)
{
	static const char *const columns[] = {
		"word", "class", "value", "need", NULL
	};

	lexicon_add(&lexicon, LEXICON_BYTES(time_words), "time_words.tsv",
	    columns);
}

static int
number_of(struct slice s)
{
	bool minus = s.length > 0 && s.at[0] == '-';
	size_t number;

	if (!slice_number(slice_part(s, minus, s.length), &number))
		return 0;
	return minus ? -(int)number : (int)number;
}

struct time_word
time_word_of(const struct token *token)
{
	struct time_word word = { TIME_NONE, 0, { "", 0 } };
	const struct lexicon_row *row;
	unsigned class;

	if (token->kind != TOKEN_WORD)
		return word;
	row = lexicon_find(&lexicon, token->lower);
	/* "mid-November", "mid-afternoon" are cut as one token */
	if (!row && slice_begins(token->lower, SLICE("mid-")))
		row = lexicon_find(&lexicon, slice_part(token->lower, 4,
		    token->lower.length));
	if (!row)
		return word;
	if (slice_is(row->fields[3], "capital") &&
	    (token->shape == SHAPE_LOWER || token->tag == TAG_MD ||
	    token->tag == TAG_VB))
		return word;
	if (slice_is(row->fields[3], "upper") && token->shape != SHAPE_UPPER)
		return word;
	for (class = TIME_MONTH; class < TIME_CLASS_COUNT; class++)
		if (slice_is(row->fields[1], class_names[class]))
			break;
	word.class = class < TIME_CLASS_COUNT ? class : TIME_NONE;
	word.value = row->fields[2];
	word.number = number_of(row->fields[2]);
	return word;
}
