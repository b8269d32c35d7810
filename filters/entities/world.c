/*
 * Tables of the world.  A name is looked up by the bytes of the text itself,
 * token by token, as long as the tables know a longer one; names in capitals
 * ("TEL AVIV") once more with small letters.
 */
#include "entities/world.h"

#include "base/message.h"
#include "base/utf8.h"

LEXICON_BUILTIN(places);
LEXICON_BUILTIN(demonyms);
LEXICON_BUILTIN(organisations);
LEXICON_BUILTIN(people);
LEXICON_BUILTIN(given_names);
LEXICON_BUILTIN(surnames);
LEXICON_BUILTIN(titles);
LEXICON_BUILTIN(nominals);
LEXICON_BUILTIN(org_words);
LEXICON_BUILTIN(loc_words);
LEXICON_BUILTIN(event_words);
LEXICON_BUILTIN(speech_verbs);

enum { NAME_TOKENS = 10, TITLE_TOKENS = 6 };

/* Where names come from; of two tables that know one, the first counts. */
enum source {
	SOURCE_ACTOR,		/* name id type kind of */
	SOURCE_PERSON,		/* name id office of since until */
	SOURCE_DEMONYM,		/* name id form kind */
	SOURCE_PLACE,		/* name id kind of */
	SOURCE_ORGANISATION,	/* name id kind of */
	SOURCE_COUNT
};

static struct lexicon names[SOURCE_COUNT], given_names, surnames, titles,
    nominals, org_words, loc_words, event_words, speech_verbs;

/* Last name -> row of names[SOURCE_PERSON], AMBIGUOUS for several people. */
static struct hash last_names;
#define AMBIGUOUS (HASH_NONE - 1)

/* "OFFICE\tSTATE" -> first row of that office; rows chained in next_holder. */
static struct hash holders;
static uint32_t *next_holder;
static struct arena keys;

/* ---------------------------------------------------------------- opening */

static struct slice
last_word(struct slice name)
{
	size_t at = name.length;

	while (at > 0 && name.at[at - 1] != ' ')
		at--;
	return slice_part(name, at, name.length);
}

static void
index_last_name(uint32_t row)
{
	const struct lexicon *people = &names[SOURCE_PERSON];
	const struct slice *fields = people->rows[row].fields;
	struct slice last = last_word(fields[0]);
	uint32_t *place;

	if (last.length == fields[0].length)
		return;
	place = hash_put(&last_names, last);
	if (*place == HASH_NONE)
		*place = row;
	else if (*place != AMBIGUOUS &&
	    !slice_equal(fields[1], people->rows[*place].fields[1]))
		*place = AMBIGUOUS;
}

static struct slice
holder_key(struct slice office, struct slice state, struct buffer *key)
{
	buffer_clear(key);
	buffer_add(key, office);
	buffer_add_byte(key, '\t');
	buffer_add(key, state);
	return buffer_slice(key);
}

static void
index_people(void)
{
	const struct lexicon *people = &names[SOURCE_PERSON];
	struct buffer key = { 0 };
	uint32_t *place;

	next_holder = memory_new(people->count + 1, sizeof *next_holder);
	for (uint32_t i = 0; i < people->count; i++) {
		const struct slice *fields = people->rows[i].fields;

		index_last_name(i);
		holder_key(fields[2], fields[3], &key);
		place = hash_put(&holders, arena_copy(&keys,
		    buffer_slice(&key)));
		next_holder[i] = *place;
		*place = i;
	}
	buffer_free(&key);
}

static void
add_actors(const char *path)
{
	static const char *const columns[] = {
		"name", "id", "type", "kind", "of", NULL
	};
	struct lexicon *actors = &names[SOURCE_ACTOR];
	size_t first = actors->count;

	lexicon_add_file(actors, path, columns);
	for (size_t i = first; i < actors->count; i++) {
		const struct slice *fields = actors->rows[i].fields;

		if (fields[0].length == 0 || fields[1].length == 0)
			message_fail(STATUS_DATA, "%s: a row without name or "
			    "id; give both", path);
		if (mention_type_of(fields[2]) == MENTION_TYPE_COUNT)
			message_fail(STATUS_DATA, "%s: '%.*s': type '%.*s' is "
			    "none of PER ORG GPE LOC FAC NORP EVENT WORK MISC",
			    path, (int)fields[0].length, fields[0].at,
			    (int)fields[2].length, fields[2].at);
	}
}

void
world_open(const char *const actors[], size_t count)
{
	static const char *const name_columns[] = {
		"name", "id", "kind", "of", NULL
	};
	static const char *const people_columns[] = {
		"name", "id", "office", "of", "since", "until", NULL
	};
	static const char *const demonym_columns[] = {
		"name", "id", "form", "kind", NULL
	};
	static const char *const given_columns[] = { "name", "gender", NULL };
	static const char *const surname_columns[] = { "name", NULL };
	static const char *const title_columns[] = {
		"title", "office", "class", NULL
	};
	static const char *const nominal_columns[] = {
		"noun", "type", "kind", "number", NULL
	};
	static const char *const org_columns[] = {
		"word", "position", "kind", NULL
	};
	static const char *const loc_columns[] = {
		"word", "position", "kind", "type", NULL
	};
	static const char *const word_columns[] = { "word", NULL };
	static const char *const verb_columns[] = { "lemma", NULL };

	lexicon_add(&names[SOURCE_PERSON], LEXICON_BYTES(people),
	    "people.tsv", people_columns);
	lexicon_add(&names[SOURCE_DEMONYM], LEXICON_BYTES(demonyms),
	    "demonyms.tsv", demonym_columns);
	lexicon_add(&names[SOURCE_PLACE], LEXICON_BYTES(places),
	    "places.tsv", name_columns);
	lexicon_add(&names[SOURCE_ORGANISATION], LEXICON_BYTES(organisations),
	    "organisations.tsv", name_columns);
	lexicon_add(&given_names, LEXICON_BYTES(given_names),
	    "given_names.tsv", given_columns);
	lexicon_add(&surnames, LEXICON_BYTES(surnames), "surnames.tsv",
	    surname_columns);
	lexicon_add(&titles, LEXICON_BYTES(titles), "titles.tsv",
	    title_columns);
	lexicon_add(&nominals, LEXICON_BYTES(nominals), "nominals.tsv",
	    nominal_columns);
	lexicon_add(&org_words, LEXICON_BYTES(org_words), "org_words.tsv",
	    org_columns);
	lexicon_add(&loc_words, LEXICON_BYTES(loc_words), "loc_words.tsv",
	    loc_columns);
	lexicon_add(&event_words, LEXICON_BYTES(event_words),
	    "event_words.tsv", word_columns);
	lexicon_add(&speech_verbs, LEXICON_BYTES(speech_verbs),
	    "speech_verbs.tsv", verb_columns);
	for (size_t i = 0; i < count; i++)
		add_actors(actors[i]);
	index_people();
}

/* ------------------------------------------------------------------ names */

/* The bytes of tokens first to last (exclusive), which stand together. */
static struct slice
stretch(const struct token *tokens, size_t first, size_t last)
{
	const char *start = tokens[first].text.at;

	return (struct slice){ start, (size_t)(tokens[last - 1].text.at -
	    start) + tokens[last - 1].text.length };
}

/* "TEL AVIV" as "Tel Aviv"; s itself when a word has small letters. */
static struct slice
small_letters(struct slice s, struct buffer *out)
{
	bool inside = false;
	size_t letters = 0;

	buffer_clear(out);
	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c >= 'a' && c <= 'z')
			return s;
		if (c >= 'A' && c <= 'Z') {
			letters++;
			if (inside)
				c = (char)(c - 'A' + 'a');
			inside = true;
		} else
			inside = false;
		buffer_add_byte(out, c);
	}
	return letters > 3 ? buffer_slice(out) : s;
}

static struct fact
fact_of(enum source source, const struct lexicon_row *row)
{
	const struct slice *fields = row->fields;
	struct fact fact = { .id = fields[1] };

	switch (source) {
	case SOURCE_ACTOR:
		fact.type = mention_type_of(fields[2]);
		fact.kind = fields[3];
		fact.of = fields[4];
		break;
	case SOURCE_PERSON:
		fact.type = MENTION_PER;
		fact.kind = fields[2];
		fact.of = fields[3];
		break;
	case SOURCE_ORGANISATION:
		fact.type = MENTION_ORG;
		fact.kind = fields[2];
		fact.of = fields[3];
		break;
	case SOURCE_PLACE:
		fact.type = slice_is(fields[2], "area") ? MENTION_LOC :
		    slice_is(fields[2], "facility") ? MENTION_FAC :
		    MENTION_GPE;
		fact.kind = fields[2];
		fact.of = fields[3];
		break;
	default:
		fact.type = MENTION_NORP;
		fact.demonym = slice_is(fields[2], "adj");
		fact.kind = fields[3];
	}
	return fact;
}

/* The longest key of one table at token i: how many tokens it takes. */
static size_t
longest(const struct lexicon *table, const struct token *tokens, size_t limit,
    size_t i, const struct lexicon_row **row)
{
	static struct buffer small;
	size_t found = 0;

	if (limit > i + NAME_TOKENS)
		limit = i + NAME_TOKENS;
	for (size_t last = i + 1; last <= limit; last++) {
		struct slice written = stretch(tokens, i, last);
		struct slice key = small_letters(written, &small);
		const struct lexicon_row *hit = lexicon_find(table, written);

		if (!hit && key.at != written.at)
			hit = lexicon_find(table, key);
		if (hit) {
			*row = hit;
			found = last - i;
		}
		if (last < limit && tokens[last].space_before &&
		    !lexicon_is_prefix(table, written) &&
		    !lexicon_is_prefix(table, key))
			break;
	}
	return found;
}

struct fact
world_name(const struct token *tokens, size_t limit, size_t i)
{
	const struct lexicon_row *row = NULL;
	struct fact fact = { 0 };
	size_t most = 0, length;

	for (int source = 0; source < SOURCE_COUNT; source++) {
		length = longest(&names[source], tokens, limit, i, &row);
		if (length <= most)
			continue;
		most = length;
		fact = fact_of((enum source)source, row);
		fact.tokens = length;
	}
	return fact;
}

struct fact
world_surname(struct slice surname)
{
	struct fact fact = { 0 };
	uint32_t row = hash_get(&last_names, surname);

	if (row == HASH_NONE || row == AMBIGUOUS)
		return fact;
	fact = fact_of(SOURCE_PERSON, &names[SOURCE_PERSON].rows[row]);
	fact.tokens = 1;
	return fact;
}

/* Does an office held from since to until (either may be empty) span date? */
static bool
held_on(struct slice since, struct slice until, struct date date)
{
	struct date from, to;

	if (date.year == 0)
		return until.length == 0;
	if (date_read(since, &from) && date_days(from) > date_days(date))
		return false;
	return !date_read(until, &to) || date_days(date) <= date_days(to);
}

struct slice
world_holder(struct slice office, struct slice state, struct date date)
{
	static struct buffer key;
	const struct lexicon *people = &names[SOURCE_PERSON];
	uint32_t row = hash_get(&holders, holder_key(office, state, &key));

	for (; row != HASH_NONE; row = next_holder[row])
		if (held_on(people->rows[row].fields[4],
		    people->rows[row].fields[5], date))
			return people->rows[row].fields[1];
	return SLICE("");
}

/* ------------------------------------------------------------------ words */

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
	static struct buffer small;
	const struct lexicon_row *row = lexicon_find(&given_names,
	    small_letters(text, &small));

	*gender = GENDER_UNKNOWN;
	if (!row)
		return false;
	if (row->fields[1].length > 0)
		*gender = row->fields[1].at[0] == 'm' ? GENDER_MALE :
		    row->fields[1].at[0] == 'f' ? GENDER_FEMALE :
		    GENDER_UNKNOWN;
	return true;
}

bool
world_is_surname(struct slice text)
{
	static struct buffer small;

	return lexicon_find(&surnames, small_letters(text, &small)) != NULL;
}

struct nominal
world_nominal(struct slice lower)
{
	struct nominal nominal = { 0 };
	const struct lexicon_row *row = lexicon_find(&nominals, lower);

	if (!row)
		return nominal;
	nominal.known = true;
	nominal.type = mention_type_of(row->fields[1]);
	nominal.kind = row->fields[2];
	nominal.plural = slice_begins(row->fields[3], SLICE("pl"));
	return nominal;
}

bool
world_reports(struct slice lemma)
{
	return lexicon_find(&speech_verbs, lemma) != NULL;
}
