/*
 * Tables of the world.  A name is looked up by the bytes of the text itself,
 * token by token, as long as the tables know a longer one; names in capitals
 * ("TEL AVIV") once more with small letters.
 */
#include "entities/world.h"

#include "base/message.h"
#include "entities/world_letters.h"
#include "entities/world_people.h"
#include "entities/world_word.h"

LEXICON_BUILTIN(places);
LEXICON_BUILTIN(demonyms);
LEXICON_BUILTIN(organisations);
LEXICON_BUILTIN(people);

enum { NAME_TOKENS = 10 };

/* Where names come from; of two tables that know one, the first counts. */
enum source {
	SOURCE_ACTOR,		/* name id type kind of */
	SOURCE_PERSON,		/* name id office of since until */
	SOURCE_DEMONYM,		/* name id form kind */
	SOURCE_PLACE,		/* name id kind of */
	SOURCE_ORGANISATION,	/* name id kind of */
	SOURCE_COUNT
};

static struct lexicon names[SOURCE_COUNT];

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

/* The bytes of tokens first to last (exclusive), which stand together. */
static struct slice
stretch(const struct token *tokens, size_t first, size_t last)
{
	const char *start = tokens[first].text.at;

	return (struct slice){ start, (size_t)(tokens[last - 1].text.at -
	    start) + tokens[last - 1].text.length };
}

static struct fact
fact_of(enum source source, const struct lexicon_row *row)
{
	const struct slice *fields = row->fields;
	struct fact fact = { .id = fields[1] };

	switch (source) {
	case SOURCE_ACTOR:
		fact.actor = true;
		fact.type = mention_type_of(fields[2]);
		fact.kind = fields[3];
		fact.of = fields[4];
		break;
	case SOURCE_PERSON:
		fact = world_person(row);
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
	bool upper = world_is_upper(tokens[i].text);

	if (limit > i + NAME_TOKENS)
		limit = i + NAME_TOKENS;
	for (size_t last = i + 1; last <= limit; last++) {
		struct slice written = stretch(tokens, i, last);
		struct slice key = upper ? world_small_letters(written, &small,
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

/* The row that is meant, of several with one key. */
static const struct lexicon_row *
best_of(enum source source, const struct lexicon_row *row)
{
	return source == SOURCE_PERSON ? world_person_meant(row) :
	    source == SOURCE_PLACE ? best_place(row) : row;
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

	lexicon_add(&names[SOURCE_PERSON], LEXICON_BYTES(people),
	    "people.tsv", people_columns);
	lexicon_add(&names[SOURCE_DEMONYM], LEXICON_BYTES(demonyms),
	    "demonyms.tsv", demonym_columns);
	lexicon_add(&names[SOURCE_PLACE], LEXICON_BYTES(places),
	    "places.tsv", name_columns);
	lexicon_add(&names[SOURCE_ORGANISATION], LEXICON_BYTES(organisations),
	    "organisations.tsv", name_columns);
	world_words_open();
	for (size_t i = 0; i < count; i++)
		add_actors(actors[i]);
	world_people_open(&names[SOURCE_PERSON]);
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
