/*
 * Types of names that no table knows: every occurrence of a name in the
 * document gives points to types, by its own words and by its neighbours
 * (name_contexts.tsv), and the sum decides for all of them.  A trained model
 * adds its own points to the same sum.
 */
#include "entities/name_type.h"

#include <stdlib.h>

#include "text/lemma.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(name_contexts);

struct group {
	double points[MENTION_TYPE_COUNT];
	double strongest;	/* of a single reason */
	const char *why;
	enum mention_type type;
	double lead;		/* of its points over the next type's */
};

struct typer {
	const struct document *document;
	struct names *names;
	struct hash keys;	/* text of a name -> group */
	struct group *groups;
	size_t count, capacity;
	struct hash people;	/* last and first words of people's names */
	struct hash bodies;	/* first words of bodies' names */
};

static struct lexicon contexts;

void
name_type_open(void)
{
	static const char *const columns[] = {
		"context", "type", "points", NULL
	};

	lexicon_add(&contexts, LEXICON_BYTES(name_contexts),
	    "name_contexts.tsv", columns);
}

static void
give(struct group *group, enum mention_type type, double number,
    const char *why)
{
	group->points[type] += number;
	if (number > group->strongest) {
		group->strongest = number;
		group->why = why;
	}
}

/* The points of name_contexts.tsv for a word at that place. */
static void
give_context(struct group *group, const char *place, struct slice word,
    const char *why)
{
	static struct buffer key;
	const struct lexicon_row *row;
	double number;

	buffer_clear(&key);
	buffer_add(&key, slice_of(place));
	buffer_add_byte(&key, ' ');
	buffer_add(&key, word);
	row = lexicon_find(&contexts, buffer_slice(&key));
	for (; row; row = lexicon_more(&contexts, row)) {
		enum mention_type type = mention_type_of(row->fields[1]);

		if (type != MENTION_TYPE_COUNT &&
		    decimal_parse(row->fields[2], &number))
			give(group, type, number, why);
	}
}

static const struct sentence *
sentence_of(const struct typer *t, const struct name *name)
{
	return &t->document->sentences[name->sentence];
}

/* ------------------------------------------------------- its own words */

static void
give_for_people(struct group *group, const struct token *tokens, size_t count)
{
	const struct token *last = &tokens[count - 1];
	enum gender gender;

	if (world_given_name(tokens[0].text, &gender))
		give(group, MENTION_PER, count > 1 ? 4 : 1.5, "first name");
	if (world_is_surname(last->text))
		give(group, MENTION_PER, 1.5, "last name");
	if (count > 2 && tokens[1].shape == SHAPE_INITIAL)
		give(group, MENTION_PER, 2, "initial");
	if (count > 1 && tokens[0].shape == SHAPE_INITIAL &&
	    tokens[0].text.length == 2)
		give(group, MENTION_PER, 2, "initial");
}

/* A word of every day with a capital: "Independence", "Resolution". */
static bool
is_common(struct slice lower, const struct token *token)
{
	unsigned readings = lemma_readings(lower);

	return token->shape == SHAPE_CAPITALISED &&
	    (readings & ~(unsigned)READING_NAME) != 0;
}

/* "Norvane Terminals": no one is called by the plural of a common noun. */
static void
give_for_last_word(struct group *group, const struct token *last)
{
	unsigned readings = lemma_readings(last->lower);

	if (last->shape != SHAPE_CAPITALISED || world_is_surname(last->text))
		return;
	if (readings & READING_PLURAL)
		give(group, MENTION_ORG, 2, "plural");
	else if (readings & READING_NOUN)
		give(group, MENTION_ORG, .8, "a common noun");
}

static void
give_for_words(struct typer *t, struct group *group, const struct name *name)
{
	const struct token *tokens = sentence_of(t, name)->tokens +
	    name->first;
	size_t count = name->last - name->first, capitals = 0, words = 0;
	struct slice lower = tokens[count - 1].lower;

	give_for_people(group, tokens, count);
	if (count > 1)
		give_for_last_word(group, &tokens[count - 1]);
	for (size_t i = 0; i < count; i++) {
		give_context(group, "within", tokens[i].lower, "a word of it");
		/* "Yoo-hee" is one word, "van der" none */
		if (tokens[i].kind != TOKEN_WORD ||
		    tokens[i].shape == SHAPE_LOWER ||
		    (i > 0 && slice_is(tokens[i - 1].text, "-")))
			continue;
		words++;
		capitals += tokens[i].shape == SHAPE_CAPITALISED;
	}
	for (size_t length = 3; length <= 6 && length < lower.length; length++)
		give_context(group, "ending", slice_part(lower,
		    lower.length - length, lower.length), "ending");
	if (count == 1 && tokens[0].shape == SHAPE_UPPER &&
	    tokens[0].text.length > 1 && slice_equal(name->text,
	    tokens[0].text))
		give(group, MENTION_ORG, 2, "capitals");
	if (count == 1 && tokens[0].tag == TAG_NNPS &&
	    tokens[0].shape == SHAPE_CAPITALISED)
		give(group, MENTION_NORP, 1.5, "plural");
	if (count == 1 && tokens[0].shape == SHAPE_MIXED)
		give(group, MENTION_ORG, 1, "mixed letters");
	if (count == 1 && is_common(lower, &tokens[0]))
		give(group, MENTION_MISC, 2.5, "a common word");
	if (words == 1) {
		give(group, MENTION_PER, .4, "one word");
		give(group, MENTION_ORG, .3, "one word");
		give(group, MENTION_GPE, .3, "one word");
	} else if (words <= 3 && capitals + 1 >= words)
		give(group, MENTION_PER, .9, "two or three words");
	else
		give(group, MENTION_ORG, .9, "many words");
}

/* ---------------------------------------------------------- its neighbours */

/* "Mooroopna, Victoria": a known place behind the comma. */
static bool
place_behind(const struct typer *t, const struct name *name,
    const struct token *tokens, size_t count)
{
	struct fact fact;
	size_t at = name->last;

	(void)t;
	if (at + 1 >= count || !slice_is(tokens[at].text, ","))
		return false;
	fact = world_name(tokens, count, at + 1);
	return fact.tokens > 0 && fact.type == MENTION_GPE && !fact.demonym;
}

/* "Bentonville, Ark.": a known place before the comma. */
static bool
place_before(const struct typer *t, const struct name *name)
{
	const struct name *before = name - 1;

	return name > t->names->at && before->sentence == name->sentence &&
	    before->last + 1 == name->first && before->type == MENTION_GPE;
}

/* Do only commas and "and" stand between two names? */
static bool
is_in_list(const struct typer *t, const struct name *a, const struct name *b)
{
	const struct token *tokens = sentence_of(t, a)->tokens;

	if (a->sentence != b->sentence || b->first < a->last ||
	    b->first - a->last > 2)
		return false;
	for (uint32_t i = a->last; i < b->first; i++)
		if (!slice_is(tokens[i].text, ",") &&
		    !slice_is(tokens[i].text, ";") &&
		    !slice_is(tokens[i].lower, "and") &&
		    !slice_is(tokens[i].lower, "or"))
			return false;
	return b->first > a->last;
}

/* "Peru, Chile and Moyobamba": names in a list are of one type. */
static void
give_for_list(struct typer *t, struct group *group, const struct name *name)
{
	const struct name *end = t->names->at + t->names->count;

	if (name > t->names->at && is_in_list(t, name - 1, name) &&
	    name[-1].type < MENTION_TYPE_COUNT && name[-1].fact.tokens > 0)
		give(group, name[-1].type, 1.2, "list");
	if (name + 1 < end && is_in_list(t, name, name + 1) &&
	    name[1].type < MENTION_TYPE_COUNT && name[1].fact.tokens > 0)
		give(group, name[1].type, 1.2, "list");
}

static void
give_for_neighbours(struct typer *t, struct group *group,
    const struct name *name)
{
	const struct sentence *sentence = sentence_of(t, name);
	const struct token *tokens = sentence->tokens;
	size_t count = sentence->count, at = name->last, first = name->first;
	struct nominal nominal;

	if (name->title.tokens > 0)
		give(group, MENTION_PER, 5, "title");
	if (first > 0 && name->title.tokens == 0) {
		const struct token *before = &tokens[first - 1];

		give_context(group, "before", before->lower, "word before");
		nominal = world_nominal(before->lower);
		if (nominal.known && before->shape == SHAPE_LOWER)
			give(group, nominal.type, 2, "noun before");
		if (first > 1 && slice_is(before->lower, "of"))
			give_context(group, "of", tokens[first - 2].lower,
			    "noun of");
	}
	if (at >= count)
		return;
	give_context(group, "behind", tokens[at].lower, "word behind");
	if (tag_is_verb(tokens[at].tag) && world_reports(tokens[at].lemma)) {
		give(group, MENTION_PER, 1.5, "verb of saying");
		give(group, MENTION_ORG, .5, "verb of saying");
	}
	nominal = world_nominal(tokens[at].lower);
	if (nominal.known && nominal.type == MENTION_PER)
		give(group, MENTION_ORG, 1, "noun behind");
	if (first > 1 && slice_is(tokens[first - 1].text, ",") &&
	    tokens[at].kind == TOKEN_PUNCTUATION && place_before(t, name))
		give(group, MENTION_GPE, 2.5, "place before");
	if (place_behind(t, name, tokens, count))
		give(group, MENTION_GPE, 2, "place behind");
	if (at + 2 < count && slice_is(tokens[at].text, ",") &&
	    tokens[at + 1].kind == TOKEN_NUMBER &&
	    tokens[at + 1].text.length == 2 &&
	    slice_is(tokens[at + 2].text, ","))
		give(group, MENTION_PER, 4, "age");
	/* "World Central Kitchen (WCK)" */
	if (at + 2 < count && slice_is(tokens[at].text, "(") &&
	    tokens[at + 1].shape == SHAPE_UPPER &&
	    slice_is(tokens[at + 2].text, ")"))
		give(group, MENTION_ORG, 2, "letters in brackets");
}

/* --------------------------------------------------------------- the sum */

static struct group *
group_of(struct typer *t, struct slice text)
{
	uint32_t *place = hash_put(&t->keys, text);

	if (*place == HASH_NONE) {
		ARENA_GROW(t->document->arena, t->groups, t->count,
		    t->capacity);
		*place = (uint32_t)t->count;
		t->groups[t->count++] = (struct group){ .why = "" };
	}
	return &t->groups[*place];
}

static void
decide(struct group *group)
{
	group->type = MENTION_MISC;
	for (unsigned type = 0; type < MENTION_TYPE_COUNT; type++)
		if (group->points[type] > group->points[group->type] ||
		    (type == 0 && group->points[0] > 0))
			group->type = type;
	group->lead = group->points[group->type];
	for (unsigned type = 0; type < MENTION_TYPE_COUNT; type++)
		if (type != group->type && group->points[group->type] -
		    group->points[type] < group->lead)
			group->lead = group->points[group->type] -
			    group->points[type];
}

/* The words of people's full names, by which they are called later. */
static void
note_people(struct typer *t)
{
	for (size_t i = 0; i < t->names->count; i++) {
		const struct name *name = &t->names->at[i];
		const struct token *tokens = sentence_of(t, name)->tokens;

		if (name->type != MENTION_PER || name->last - name->first < 2)
			continue;
		*hash_put(&t->people, tokens[name->last - 1].text) = 1;
		if (!slice_is(tokens[name->first].text, "The"))
			*hash_put(&t->people, tokens[name->first].text) = 1;
	}
}

/* The first words of bodies that their own words tell: "Norvane" Group. */
static void
note_bodies(struct typer *t)
{
	for (size_t i = 0; i < t->names->count; i++) {
		const struct name *name = &t->names->at[i];
		const struct token *first = sentence_of(t, name)->tokens +
		    name->first;

		if (name->type == MENTION_ORG && name->fact.id.length == 0 &&
		    name->last - name->first > 1 &&
		    first->shape != SHAPE_INITIAL)
			*hash_put(&t->bodies, first->text) = 1;
	}
}

/* The first word of a body's name, that no person bears. */
static bool
is_short_for_body(const struct typer *t, const struct name *name)
{
	return name->type == MENTION_PER && name->fact.tokens == 0 &&
	    name->title.tokens == 0 && name->last - name->first == 1 &&
	    hash_get(&t->bodies, name->text) != HASH_NONE &&
	    hash_get(&t->people, name->text) == HASH_NONE;
}

static bool
is_locative(struct slice lower)
{
	static const char *const words[] = {
		"across", "around", "at", "from", "in", "inside", "into",
		"near", "outside", "through", "throughout", "to", "toward",
		"towards"
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_is(lower, words[i]))
			return true;
	return false;
}

/* One word of a person's name, where the document has named them in full. */
static bool
is_short_for_person(const struct typer *t, const struct name *name)
{
	const struct token *tokens = sentence_of(t, name)->tokens;

	if (name->last - name->first != 1 ||
	    hash_get(&t->people, name->text) == HASH_NONE)
		return false;
	if (name->fact.tokens == 0)
		return true;
	/* "Jordan said" beside Michael Jordan, but not "in Jordan" */
	return name->fact.type == MENTION_GPE && !name->fact.demonym &&
	    (name->first == 0 || !is_locative(tokens[name->first - 1].lower)) &&
	    name->last < sentence_of(t, name)->count &&
	    world_reports(tokens[name->last].lemma);
}

void
names_agree(struct names *names, const struct document *document)
{
	struct typer t = { .document = document, .names = names };
	struct name *name;

	note_people(&t);
	note_bodies(&t);
	for (size_t i = 0; i < names->count; i++) {
		name = &names->at[i];
		if (is_short_for_body(&t, name)) {
			name->type = MENTION_ORG;
			name->why = "part of a body's name";
		}
		if (name->kind != MENTION_NAM || name->type == MENTION_PER ||
		    !is_short_for_person(&t, name))
			continue;
		name->type = MENTION_PER;
		name->fact = (struct fact){ 0 };
		name->why = "part of a person's name";
	}
	hash_free(&t.people);
	hash_free(&t.bodies);
}

void
names_type(struct names *names, const struct document *document)
{
	struct typer t = { .document = document, .names = names };
	struct name *name;

	for (size_t i = 0; i < names->count; i++) {
		struct group *group;

		name = &names->at[i];
		if (name->type != MENTION_TYPE_COUNT)
			continue;
		group = group_of(&t, name->text);
		give_for_words(&t, group, name);
		give_for_neighbours(&t, group, name);
		give_for_list(&t, group, name);
	}
	for (size_t i = 0; i < t.count; i++)
		decide(&t.groups[i]);
	for (size_t i = 0; i < names->count; i++) {
		name = &names->at[i];
		if (name->type != MENTION_TYPE_COUNT)
			continue;
		name->type = group_of(&t, name->text)->type;
		name->why = group_of(&t, name->text)->why;
		name->lead = group_of(&t, name->text)->lead;
	}
	hash_free(&t.keys);
	names_agree(names, document);
}
