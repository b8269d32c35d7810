/*
 * Words that names are made of: titles, heads of bodies and places, first and
 * last names, nouns for people and bodies.
 */
#include "entities/world_word.h"

#include "entities/world.h"
#include "entities/world_letters.h"

LEXICON_BUILTIN(given_names);
LEXICON_BUILTIN(surnames);
LEXICON_BUILTIN(titles);
LEXICON_BUILTIN(nominals);
LEXICON_BUILTIN(org_words);
LEXICON_BUILTIN(loc_words);
LEXICON_BUILTIN(event_words);
LEXICON_BUILTIN(speech_verbs);
LEXICON_BUILTIN(title_genders);

enum { TITLE_TOKENS = 6 };

static struct lexicon titles, org_words, loc_words, event_words, speech_verbs,
    title_genders;

/* Large tables without a user's rows are searched where they lie. */
static struct lookup_table given_names, surnames, nominals;

void
world_words_open(void)
{
	static const char *const title_columns[] = {
		"title", "office", "class", NULL
	};
	static const char *const org_columns[] = {
		"word", "position", "kind", NULL
	};
	static const char *const loc_columns[] = {
		"word", "position", "kind", "type", NULL
	};
	static const char *const word_columns[] = { "word", NULL };
	static const char *const verb_columns[] = { "lemma", NULL };
	static const char *const gender_columns[] = { "title", "gender", NULL };

	given_names = LEXICON_BYTES(given_names);
	surnames = LEXICON_BYTES(surnames);
	nominals = LEXICON_BYTES(nominals);
	lexicon_add(&titles, LEXICON_BYTES(titles), "titles.tsv",
	    title_columns);
	lexicon_add(&org_words, LEXICON_BYTES(org_words), "org_words.tsv",
	    org_columns);
	lexicon_add(&loc_words, LEXICON_BYTES(loc_words), "loc_words.tsv",
	    loc_columns);
	lexicon_add(&event_words, LEXICON_BYTES(event_words),
	    "event_words.tsv", word_columns);
	lexicon_add(&title_genders, LEXICON_BYTES(title_genders),
	    "title_genders.tsv", gender_columns);
	lexicon_add(&speech_verbs, LEXICON_BYTES(speech_verbs),
	    "speech_verbs.tsv", verb_columns);
}

/* m and f of the gender columns. */
static enum gender
gender_of(struct slice letter)
{
	return slice_is(letter, "m") ? GENDER_MALE :
	    slice_is(letter, "f") ? GENDER_FEMALE : GENDER_UNKNOWN;
}

static bool
head_of(const struct lexicon *table, struct slice lower, struct head *head,
    enum mention_type type)
{
	const struct lexicon_row *row = lexicon_find(table, lower);

	if (!row)
		return false;
	head->first = !slice_is(row->fields[1], "last");
	head->last = !slice_is(row->fields[1], "first");
	head->kind = row->fields[2];
	head->type = type;
	return true;
}

/* A row by the word itself, or by its small letters when it is in capitals. */
static bool
find_word(const struct lookup_table *table, struct slice text,
    struct slice *fields)
{
	static struct buffer small;
	struct slice key;
	size_t letters;

	if (lookup_fields(table, text, fields))
		return true;
	if (!world_is_upper(text))
		return false;
	key = world_small_letters(text, &small, &letters);
	return letters > 3 && lookup_fields(table, key, fields);
}

struct title
world_title(const struct token *tokens, size_t limit, size_t i)
{
	static struct buffer key;
	struct title title = { 0 };
	const struct lexicon_row *row;

	if (limit > i + TITLE_TOKENS)
		limit = i + TITLE_TOKENS;
	buffer_clear(&key);
	for (size_t last = i; last < limit; last++) {
		if (last > i && tokens[last].space_before)
			buffer_add_byte(&key, ' ');
		buffer_add(&key, tokens[last].lower);
		row = lexicon_find(&titles, buffer_slice(&key));
		if (row) {
			title.tokens = last + 1 - i;
			title.text = row->fields[0];
			title.office = row->fields[1];
			title.class = row->fields[2];
		}
		if (last + 1 < limit && tokens[last + 1].space_before &&
		    !lexicon_is_prefix(&titles, buffer_slice(&key)))
			break;
	}
	return title;
}

enum gender
world_title_gender(struct slice title)
{
	const struct lexicon_row *row = lexicon_find(&title_genders, title);

	return row ? gender_of(row->fields[1]) : GENDER_UNKNOWN;
}

bool
world_org_word(struct slice lower, struct head *head)
{
	return head_of(&org_words, lower, head, MENTION_ORG);
}

bool
world_loc_word(struct slice lower, struct head *head)
{
	const struct lexicon_row *row;

	if (!head_of(&loc_words, lower, head, MENTION_LOC))
		return false;
	row = lexicon_find(&loc_words, lower);
	head->type = mention_type_of(row->fields[3]);
	if (head->type == MENTION_TYPE_COUNT)
		head->type = MENTION_LOC;
	return true;
}

bool
world_event_word(struct slice lower)
{
	return lexicon_find(&event_words, lower) != NULL;
}

bool
world_given_name(struct slice text, enum gender *gender)
{
	struct slice fields;

	*gender = GENDER_UNKNOWN;
	if (!find_word(&given_names, text, &fields))
		return false;
	*gender = gender_of(slice_cut(&fields, '\t'));
	return true;
}

bool
world_is_surname(struct slice text)
{
	struct slice fields;

	return find_word(&surnames, text, &fields);
}

struct nominal
world_nominal(struct slice lower)
{
	struct nominal nominal = { 0 };
	struct slice fields;

	if (!lookup_fields(&nominals, lower, &fields))
		return nominal;
	nominal.known = true;
	nominal.type = mention_type_of(slice_cut(&fields, '\t'));
	nominal.kind = slice_cut(&fields, '\t');
	nominal.plural = slice_begins(fields, SLICE("pl"));
	return nominal;
}

bool
world_reports(struct slice lemma)
{
	return lexicon_find(&speech_verbs, lemma) != NULL;
}
