/*
 * Tables of the world.  A name is looked up by the bytes of the text itself,
 * token by token, as long as the tables know a longer one; names in capitals
 * ("TEL AVIV") once more with small letters.
 */
#include "entities/world.h"

#include "base/message.h"
#include "base/utf8.h"
#include "tsv/sorted.h"

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
LEXICON_BUILTIN(name_orders);
LEXICON_BUILTIN(title_genders);

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

static struct lexicon names[SOURCE_COUNT], titles, org_words, loc_words,
    event_words, speech_verbs;

/* Large tables without a user's rows are searched where they lie. */
static struct sorted given_names, surnames, nominals;

/* Columns of people. */
enum {
	PERSON_NAME, PERSON_ID, PERSON_OFFICE, PERSON_OF, PERSON_SINCE,
	PERSON_UNTIL
};

/* States where the family's name comes first. */
static struct lexicon name_orders, title_genders;

/* Last name -> first row of people; rows chained in next_namesake. */
static struct hash last_names;
static uint32_t *next_namesake;

/* "OFFICE\tSTATE" -> first row of that office; rows chained in next_holder. */
static struct hash holders;
static uint32_t *next_holder;
static struct arena keys;

static struct date today;	/* of the document under way */

/* ---------------------------------------------------------------- opening */

static struct slice
last_word(struct slice name)
{
	size_t at = name.length;

	while (at > 0 && name.at[at - 1] != ' ')
		at--;
	return slice_part(name, at, name.length);
}

static struct slice
first_word(struct slice name)
{
	return slice_cut(&name, ' ');
}

/* How much an office is in the news: 0 the most. */
static unsigned
office_rank(struct slice office)
{
	static const char *const offices[] = {
		"head_of_state", "head_of_government", "igo_head",
		"foreign_minister", "defence_minister", "armed_group_leader",
		"religious_leader"
	};
	unsigned rank;

	for (rank = 0; rank < sizeof offices / sizeof *offices; rank++)
		if (slice_is(office, offices[rank]))
			break;
	return rank;
}

/* Is the family's name the first, as in Xi Jinping? */
static bool
family_first(struct slice state)
{
	return lexicon_find(&name_orders, state) != NULL;
}

/* Does an office held from since to until (either may be empty) span date? */
static bool
held_on(const struct slice *fields, struct date date)
{
	struct date from, to;

	if (date.year == 0)
		return fields[PERSON_UNTIL].length == 0;
	if (date_read(fields[PERSON_SINCE], &from) &&
	    date_days(from) > date_days(date))
		return false;
	if (!date_read(fields[PERSON_UNTIL], &to))
		return true;
	/* "2021" lasts until its end */
	return to.month == 0 ? date.year <= to.year :
	    date_days(date) <= date_days(to);
}

/*
 * Which of two rows is the one that news means by a last name: who held the
 * higher office on the date.  The same person's rows never compete.
 */
static bool
is_meant_rather(const struct slice *a, const struct slice *b)
{
	bool held_a = held_on(a, today), held_b = held_on(b, today);

	if (held_a != held_b)
		return held_a;
	return office_rank(a[PERSON_OFFICE]) < office_rank(b[PERSON_OFFICE]);
}

static void
index_last_name(uint32_t row)
{
	const struct slice *fields =
	    names[SOURCE_PERSON].rows[row].fields;
	struct slice name = family_first(fields[PERSON_OF]) ?
	    first_word(fields[0]) : last_word(fields[0]);
	uint32_t *place;

	if (name.length == fields[0].length)
		return;
	place = hash_put(&last_names, name);
	next_namesake[row] = *place;
	*place = row;
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
	next_namesake = memory_new(people->count + 1, sizeof *next_namesake);
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
	static const char *const state_columns[] = { "state", NULL };

	lexicon_add(&names[SOURCE_PERSON], LEXICON_BYTES(people),
	    "people.tsv", people_columns);
	lexicon_add(&names[SOURCE_DEMONYM], LEXICON_BYTES(demonyms),
	    "demonyms.tsv", demonym_columns);
	lexicon_add(&names[SOURCE_PLACE], LEXICON_BYTES(places),
	    "places.tsv", name_columns);
	lexicon_add(&names[SOURCE_ORGANISATION], LEXICON_BYTES(organisations),
	    "organisations.tsv", name_columns);
	sorted_open(&given_names, LEXICON_BYTES(given_names));
	sorted_open(&surnames, LEXICON_BYTES(surnames));
	sorted_open(&nominals, LEXICON_BYTES(nominals));
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
	lexicon_add(&name_orders, LEXICON_BYTES(name_orders),
	    "name_orders.tsv", state_columns);
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

/*
 * "TEL AVIV" as "Tel Aviv"; s itself when a word of it has small letters.
 * *letters says how many it has: three or fewer are rather an acronym.
 */
static struct slice
small_letters(struct slice s, struct buffer *out, size_t *letters)
{
	bool inside = false;

	*letters = 0;
	buffer_clear(out);
	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c >= 'a' && c <= 'z')
			return s;
		if (c >= 'A' && c <= 'Z') {
			(*letters)++;
			if (inside)
				c = (char)(c - 'A' + 'a');
			inside = true;
		} else
			inside = false;
		buffer_add_byte(out, c);
	}
	return buffer_slice(out);
}

static bool
is_upper(struct slice s)
{
	return s.length > 1 && s.at[0] >= 'A' && s.at[0] <= 'Z' &&
	    !(s.at[1] >= 'a' && s.at[1] <= 'z');
}

/* A row by the word itself, or by its small letters when it is in capitals. */
static bool
find_word(const struct sorted *table, struct slice text, struct slice *fields)
{
	static struct buffer small;
	struct slice key;
	size_t letters;

	if (sorted_find(table, text, fields))
		return true;
	if (!is_upper(text))
		return false;
	key = small_letters(text, &small, &letters);
	return letters > 3 && sorted_find(table, key, fields);
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
	size_t found = 0, letters = 0;
	bool upper = is_upper(tokens[i].text);

	if (limit > i + NAME_TOKENS)
		limit = i + NAME_TOKENS;
	for (size_t last = i + 1; last <= limit; last++) {
		struct slice written = stretch(tokens, i, last);
		struct slice key = upper ? small_letters(written, &small,
		    &letters) : written;
		const struct lexicon_row *hit = lexicon_find(table, written);

		if (!hit && upper && letters > 3)
			hit = lexicon_find(table, key);
		if (hit) {
			*row = hit;
			found = last - i;
		}
		if (last < limit && tokens[last].space_before &&
		    !lexicon_is_prefix(table, written) && (!upper ||
		    !lexicon_is_prefix(table, key)))
			break;
	}
	return found;
}

/* The row of one name's that fits the date best. */
static const struct lexicon_row *
best_row(const struct lexicon_row *row)
{
	const struct lexicon_row *best = row;

	while ((row = lexicon_more(&names[SOURCE_PERSON], row)) != NULL)
		if (is_meant_rather(row->fields, best->fields))
			best = row;
	return best;
}

/* How well known a place is likely to be: 0 the most. */
static unsigned
place_rank(const struct lexicon_row *row)
{
	static const char *const kinds[] = {
		"state", "capital", "territory", "region", "city", "area"
	};
	unsigned rank;

	for (rank = 0; rank < sizeof kinds / sizeof *kinds; rank++)
		if (slice_is(row->fields[2], kinds[rank]))
			break;
	return rank;
}

/* The best known of the places of a name. */
static const struct lexicon_row *
best_place(const struct lexicon_row *row)
{
	const struct lexicon_row *best = row;

	while ((row = lexicon_more(&names[SOURCE_PLACE], row)) != NULL)
		if (place_rank(row) < place_rank(best))
			best = row;
	return best;
}

void
world_place_near(struct fact *fact, const struct hash *ids)
{
	const struct lexicon_row *row = fact->places, *places = row;
	size_t tokens = fact->tokens;

	if (!row || hash_get(ids, fact->of) != HASH_NONE)
		return;
	for (; row; row = lexicon_more(&names[SOURCE_PLACE], row)) {
		if (row->fields[3].length == 0 ||
		    hash_get(ids, row->fields[3]) == HASH_NONE)
			continue;
		*fact = fact_of(SOURCE_PLACE, row);
		fact->tokens = tokens;
		fact->places = places;
		return;
	}
}

/* The row that is meant, of several with one key. */
static const struct lexicon_row *
best_of(enum source source, const struct lexicon_row *row)
{
	return source == SOURCE_PERSON ? best_row(row) :
	    source == SOURCE_PLACE ? best_place(row) : row;
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
		fact = fact_of((enum source)source,
		    best_of((enum source)source, row));
		if (source == SOURCE_PLACE &&
		    lexicon_more(&names[SOURCE_PLACE], row))
			fact.places = row;
		fact.tokens = length;
	}
	return fact;
}

/* Has a person been in office not long before the date, or no one knows? */
static bool
is_recent(const struct slice *fields)
{
	enum { YEARS = 8 };
	struct date to;

	if (!date_read(fields[PERSON_UNTIL], &to))
		return true;
	return today.year > 0 && to.year + YEARS >= today.year;
}

struct fact
world_surname(struct slice surname)
{
	const struct lexicon_row *rows = names[SOURCE_PERSON].rows;
	const struct slice *best = NULL;
	struct fact fact = { 0 };
	bool alone = true;
	uint32_t row = hash_get(&last_names, surname), first = row;

	for (; row != HASH_NONE; row = next_namesake[row]) {
		const struct slice *fields = rows[row].fields;

		alone &= slice_equal(fields[PERSON_ID],
		    rows[first].fields[PERSON_ID]);
		if (!best || is_meant_rather(fields, best))
			best = fields;
	}
	if (!best || !is_recent(best))
		return fact;
	/* a common name means somebody only when a state's head bears it */
	if ((!alone || world_is_surname(surname)) &&
	    (!held_on(best, today) || office_rank(best[PERSON_OFFICE]) > 2))
		return fact;
	for (row = first; row != HASH_NONE; row = next_namesake[row])
		if (rows[row].fields == best)
			fact = fact_of(SOURCE_PERSON, &rows[row]);
	fact.tokens = 1;
	return fact;
}

void
world_at(struct date date)
{
	today = date;
}

struct slice
world_holder(struct slice office, struct slice state)
{
	static struct buffer key;
	const struct lexicon *people = &names[SOURCE_PERSON];
	uint32_t row = hash_get(&holders, holder_key(office, state, &key));

	for (; row != HASH_NONE; row = next_holder[row])
		if (held_on(people->rows[row].fields, today))
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

/* m and f of the gender columns. */
static enum gender
gender_of(struct slice letter)
{
	return slice_is(letter, "m") ? GENDER_MALE :
	    slice_is(letter, "f") ? GENDER_FEMALE : GENDER_UNKNOWN;
}

enum gender
world_title_gender(struct slice title)
{
	const struct lexicon_row *row = lexicon_find(&title_genders, title);

	return row ? gender_of(row->fields[1]) : GENDER_UNKNOWN;
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

	if (!sorted_find(&nominals, lower, &fields))
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
