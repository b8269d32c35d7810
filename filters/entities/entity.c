/*
 * From names to things.  Names of the tables bring their id.  Of the others
 * the long ones come first and make an entity each; then the short ones look
 * for the long one that they are a part of, the one named last before them.
 */
#include "entities/entity.h"

#include "entities/slug.h"

enum {
	REACH = 200,		/* names of one word that are looked through */
	WORDS = 10		/* of a name, that another can begin with */
};

/* Names of people that a word stands in, in order. */
struct bearers {
	uint32_t *at;		/* index in names */
	size_t count, capacity;
};

struct linker {
	struct entities *entities;
	struct names *names;
	const struct document *document;
	struct buffer text;
	struct hash words;	/* word of a person's name -> bearers */
	struct bearers *bearers;
	size_t count, capacity;
};

static const struct token *
tokens_of(const struct linker *l, const struct name *name)
{
	return l->document->sentences[name->sentence].tokens + name->first;
}

static size_t
length_of(const struct name *name)
{
	return name->last - name->first;
}

uint32_t
entity_of_id(struct entities *entities, struct slice id,
    enum mention_type type)
{
	uint32_t *place = hash_put(&entities->ids, id);

	if (*place == HASH_NONE) {
		ARENA_GROW(entities->arena, entities->at, entities->count,
		    entities->capacity);
		*place = (uint32_t)entities->count;
		entities->at[entities->count++] = (struct entity){
			.id = id, .type = type
		};
	}
	return *place;
}

/* ----------------------------------------------------------------- gender */

static enum gender
name_gender(const struct name *name)
{
	return name->title.tokens > 0 ? world_title_gender(name->title.text) :
	    GENDER_UNKNOWN;
}

/* The capitals that a name's words begin with; empty: one has none. */
static struct slice
initials(struct linker *l, struct slice name)
{
	bool start = true;

	buffer_clear(&l->text);
	for (size_t i = 0; i < name.length; i++) {
		if (start && name.at[i] >= 'A' && name.at[i] <= 'Z')
			buffer_add_byte(&l->text, name.at[i]);
		start = name.at[i] == ' ' || name.at[i] == '-';
	}
	return arena_copy(l->entities->arena, buffer_slice(&l->text));
}

/* What a body or place may be called later: "WCK", "World Central". */
static void
index_shorts(struct linker *l, const struct entity *entity)
{
	uint32_t index = (uint32_t)(entity - l->entities->at);
	struct hash *shorts = &l->entities->shorts;
	struct slice letters = initials(l, entity->name);
	size_t words = 0;

	if (letters.length > 1)
		*hash_put(shorts, letters) = index;
	for (size_t i = 3; i < entity->name.length && words < WORDS; i++)
		if (entity->name.at[i] == ' ') {
			*hash_put(shorts, slice_part(entity->name, 0, i)) =
			    index;
			words++;
		}
}

static void
index_bearer(struct linker *l, struct slice word, uint32_t name)
{
	uint32_t *place = hash_put(&l->words, word);
	struct bearers *bearers;

	if (*place == HASH_NONE) {
		ARENA_GROW(l->entities->arena, l->bearers, l->count,
		    l->capacity);
		*place = (uint32_t)l->count;
		l->bearers[l->count++] = (struct bearers){ 0 };
	}
	bearers = &l->bearers[*place];
	ARENA_GROW(l->entities->arena, bearers->at, bearers->count,
	    bearers->capacity);
	bearers->at[bearers->count++] = name;
}

/* People's names of several words, by each word; before any is linked. */
static void
index_people(struct linker *l)
{
	for (uint32_t i = 0; i < l->names->count; i++) {
		const struct name *name = &l->names->at[i];
		struct slice rest = name->text;

		if (name->type != MENTION_PER || length_of(name) < 2)
			continue;
		while (rest.at) {
			struct slice part = slice_cut(&rest, ' ');

			/* a word with a hyphen is found by its parts too */
			if (memchr(part.at, '-', part.length))
				index_bearer(l, part, i);
			while (part.at)
				index_bearer(l, slice_cut(&part, '-'), i);
		}
	}
}

/* Of a person of the tables, by the first word of the id. */
static enum gender
id_gender(struct slice id)
{
	char first[32];
	struct slice word = slice_cut(&id, '_');
	enum gender gender = GENDER_UNKNOWN;

	if (word.length == 0 || word.length > sizeof first || !id.at)
		return gender;
	memcpy(first, word.at, word.length);
	if (first[0] >= 'a' && first[0] <= 'z')
		first[0] = (char)(first[0] - 'a' + 'A');
	world_given_name((struct slice){ first, word.length }, &gender);
	return gender;
}

/* What a mention by name adds to what is known of the entity. */
static void
learn(struct linker *l, struct entity *entity, const struct name *name)
{
	const struct token *tokens = tokens_of(l, name);
	enum gender gender;

	if (name->text.length > entity->name.length) {
		entity->name = name->text;
		if (entity->type != MENTION_PER)
			index_shorts(l, entity);
	}
	if (name->fact.tokens > 0 && entity->kind.length == 0)
		entity->kind = name->fact.kind;
	if (entity->kind.length == 0)
		entity->kind = name->fact.kind;
	if (name->fact.of.length > 0 && entity->of.length == 0)
		entity->of = name->fact.of;
	entity->demonym &= name->kind == MENTION_ADJ;
	if (entity->type != MENTION_PER)
		return;
	if (name->title.tokens > 0) {
		gender = name_gender(name);
		if (gender != GENDER_UNKNOWN)
			entity->gender = gender;
		if (name->title.office.length > 0 && entity->kind.length == 0)
			entity->kind = name->title.office;
		if (name->title.class.length > 0)
			entity->title = name->title.class;
	}
	if (entity->gender == GENDER_UNKNOWN && length_of(name) > 1 &&
	    world_given_name(tokens[0].text, &gender))
		entity->gender = gender;
	if (entity->gender == GENDER_UNKNOWN && name->fact.id.length > 0)
		entity->gender = id_gender(name->fact.id);
}

static void
bind(struct linker *l, struct name *name, uint32_t index)
{
	name->entity = index;
	l->entities->at[index].named += length_of(name) > 1;
	learn(l, &l->entities->at[index], name);
	name->type = name->kind == MENTION_ADJ || name->type == MENTION_NORP ?
	    MENTION_NORP : l->entities->at[index].type;
	*hash_put(&l->entities->texts, name->text) = index;
}

/* A new entity of the document, its id made from text. */
static uint32_t
make_entity(struct linker *l, struct slice prefix, struct slice text,
    enum mention_type type)
{
	uint32_t index;

	buffer_clear(&l->text);
	if (prefix.length > 0) {
		buffer_add(&l->text, prefix);
		buffer_add_byte(&l->text, '_');
	}
	slug_add(text, &l->text);
	index = entity_of_id(l->entities, arena_copy(l->entities->arena,
	    buffer_slice(&l->text)), type);
	/* the same letters for a person and a town are two things */
	if (l->entities->at[index].type != type) {
		buffer_add_byte(&l->text, '_');
		for (const char *c = mention_type_name(type); *c; c++)
			buffer_add_byte(&l->text, (char)(*c - 'A' + 'a'));
		index = entity_of_id(l->entities,
		    arena_copy(l->entities->arena, buffer_slice(&l->text)),
		    type);
	}
	return index;
}

/* ----------------------------------------------------------- people's names */

/* Could "J. Smith" or "John Smith" be "John A. Smith"? */
static bool
is_same_person(struct slice shorter, struct slice longer)
{
	struct slice a = slice_cut(&shorter, ' '), b = slice_cut(&longer, ' ');

	if (slice_equal(a, b))
		return true;
	return a.length <= 2 && a.length > 0 && b.length > 0 &&
	    a.at[0] == b.at[0] && (a.length == 1 || a.at[1] == '.');
}

static bool
is_whole_word(struct slice name, size_t at, size_t length)
{
	return (at == 0 || name.at[at - 1] == ' ' || name.at[at - 1] == '-') &&
	    (at + length == name.length || name.at[at + length] == ' ' ||
	    name.at[at + length] == '-');
}

static bool
has_word(struct slice name, struct slice word)
{
	for (size_t at = 0; at + word.length <= name.length; at++)
		if (memcmp(name.at + at, word.at, word.length) == 0 &&
		    is_whole_word(name, at, word.length))
			return true;
	return false;
}

/* "Mrs. Urey" is not Benoni Urey, whom the text called Mr. */
static bool
may_be(const struct linker *l, const struct name *name, uint32_t entity)
{
	enum gender known = l->entities->at[entity].gender;
	enum gender gender = name_gender(name);

	return known == GENDER_UNKNOWN || gender == GENDER_UNKNOWN ||
	    known == gender;
}

/* The names that bear the last word of a name, and the first behind `at`. */
static const struct bearers *
bearers_of(const struct linker *l, size_t at, size_t *next)
{
	uint32_t index = hash_get(&l->words,
	    slice_last_word(l->names->at[at].text));
	const struct bearers *bearers;
	size_t first = 0, last;

	if (index == HASH_NONE)
		return NULL;
	bearers = &l->bearers[index];
	last = bearers->count;
	while (first < last) {
		size_t middle = first + (last - first) / 2;

		if (bearers->at[middle] <= at)
			first = middle + 1;
		else
			last = middle;
	}
	*next = first;
	return bearers;
}

/* Is `other`, which is linked, a longer name of whom a name may mean? */
static bool
is_longer(const struct linker *l, const struct name *name,
    const struct name *other)
{
	return other->type == MENTION_PER && other->entity != NO_ENTITY &&
	    length_of(other) > length_of(name) &&
	    has_word(other->text, name->text) &&
	    may_be(l, name, other->entity);
}

/* The person named in full before (else behind) whom a short name means. */
static uint32_t
person_of_part(const struct linker *l, size_t at)
{
	const struct name *names = l->names->at, *name = &names[at], *other;
	uint32_t found = NO_ENTITY;
	size_t next = 0, end;
	const struct bearers *bearers = bearers_of(l, at, &next);

	if (!bearers)
		return NO_ENTITY;
	for (size_t i = next; i > 0 && i + REACH > next; i--) {
		other = &names[bearers->at[i - 1]];
		if (other == name || !is_longer(l, name, other))
			continue;
		if (slice_ends(other->text, name->text))
			return other->entity;
		/* of two Jungs by the family's name the one spoken of most */
		if (found == NO_ENTITY || l->entities->at[found].named <
		    l->entities->at[other->entity].named)
			found = other->entity;
	}
	end = next + REACH < bearers->count ? next + REACH : bearers->count;
	for (size_t i = next; i < end && found == NO_ENTITY; i++)
		if (is_longer(l, name, &names[bearers->at[i]]))
			found = names[bearers->at[i]].entity;
	return found;
}

/* A person's full name: the entity of another spelling of it. */
static uint32_t
person_of_full(const struct linker *l, size_t at)
{
	const struct name *names = l->names->at, *name = &names[at], *other;
	size_t next = 0, seen = 0;
	const struct bearers *bearers = bearers_of(l, at, &next);

	for (size_t i = 0; bearers && i < bearers->count && seen < REACH; i++) {
		other = &names[bearers->at[i]];
		if (other->entity == NO_ENTITY || !slice_equal(
		    slice_last_word(other->text),
		    slice_last_word(name->text)))
			continue;
		seen++;
		if (is_same_person(name->text, other->text) ||
		    is_same_person(other->text, name->text))
			return other->entity;
	}
	return NO_ENTITY;
}

static void
link_person(struct linker *l, size_t at)
{
	struct name *name = &l->names->at[at];
	enum gender gender;
	struct fact fact;
	uint32_t index;

	if (length_of(name) > 1) {
		index = person_of_full(l, at);
		if (index == NO_ENTITY)
			index = person_of_part(l, at);
	} else
		index = person_of_part(l, at);
	if (index == NO_ENTITY && length_of(name) == 1) {
		fact = world_surname(name->text);
		gender = fact.tokens > 0 ? id_gender(fact.id) :
		    GENDER_UNKNOWN;
		/* "Ms Gerrard" is no footballer */
		if (fact.tokens > 0 && (gender == GENDER_UNKNOWN ||
		    name_gender(name) == GENDER_UNKNOWN ||
		    name_gender(name) == gender)) {
			name->fact = fact;
			index = entity_of_id(l->entities, fact.id,
			    MENTION_PER);
		}
	}
	if (index == NO_ENTITY)
		index = make_entity(l, SLICE(""), name->text, MENTION_PER);
	bind(l, name, index);
}

/* ------------------------------------------------------------ other names */

/* The body or place that a shorter name or an acronym means. */
static uint32_t
entity_of_short(const struct linker *l, const struct name *name)
{
	uint32_t index = hash_get(&l->entities->shorts, name->text);
	bool letters = length_of(name) == 1 &&
	    tokens_of(l, name)->shape == SHAPE_UPPER;

	if (index == HASH_NONE || l->entities->at[index].type != name->type ||
	    (!letters && name->type != MENTION_ORG))
		return NO_ENTITY;
	return index;
}

/* "World Central Kitchen (WCK)": the name right before the bracket. */
static uint32_t
entity_before_bracket(const struct linker *l, size_t at)
{
	const struct name *name = &l->names->at[at], *before;
	const struct token *tokens = tokens_of(l, name);

	if (at == 0 || name->first < 1 || length_of(name) != 1 ||
	    !slice_is(tokens[-1].text, "("))
		return NO_ENTITY;
	before = name - 1;
	if (before->sentence != name->sentence ||
	    before->last + 1 != name->first || before->type == MENTION_PER ||
	    before->entity == NO_ENTITY || name->text.length > 8 ||
	    name->text.at[0] != before->text.at[0])
		return NO_ENTITY;
	return before->entity;
}

/* The state whose institution a name is: "Israel's Supreme Court". */
static struct slice
state_before(const struct linker *l, size_t at)
{
	const struct name *name = &l->names->at[at], *before = name - 1;
	uint32_t gap;

	if (at == 0 || name->type != MENTION_ORG ||
	    before->sentence != name->sentence ||
	    before->entity == NO_ENTITY)
		return SLICE("");
	gap = name->first - before->last;
	if ((before->kind == MENTION_ADJ && gap == 0) ||
	    (before->type == MENTION_GPE && gap == 1 &&
	    slice_is(tokens_of(l, name)[-1].lower, "'s")))
		return l->entities->at[before->entity].id;
	return SLICE("");
}

static void
link_other(struct linker *l, size_t at)
{
	struct name *name = &l->names->at[at];
	struct slice state = state_before(l, at);
	uint32_t index = HASH_NONE;

	if (state.length == 0)
		index = hash_get(&l->entities->texts, name->text);
	if (index != HASH_NONE && l->entities->at[index].type != name->type)
		index = HASH_NONE;
	if (index == HASH_NONE) {
		index = entity_before_bracket(l, at);
		if (index == NO_ENTITY && state.length == 0)
			index = entity_of_short(l, name);
	}
	if (index == NO_ENTITY) {
		index = make_entity(l, state, name->text, name->type);
		l->entities->at[index].of = state;
	}
	bind(l, name, index);
}

/* ---------------------------------------------------------------- linking */

static void
link_known(struct linker *l, struct name *name)
{
	enum mention_type type = name->type;
	uint32_t index;

	/* "Israeli" stands for the state, "Muslim" for no place */
	if (name->type == MENTION_NORP && slice_is(name->fact.kind, "place"))
		type = MENTION_GPE;
	index = entity_of_id(l->entities, name->fact.id, type);
	if (l->entities->at[index].name.length == 0)
		l->entities->at[index].demonym = name->kind == MENTION_ADJ;
	bind(l, name, index);
}

void
entities_link(struct entities *entities, struct names *names,
    const struct document *document)
{
	struct linker l = {
		.entities = entities, .names = names, .document = document
	};

	entities->arena = document->arena;
	entities->doc = document->doc;
	index_people(&l);
	for (size_t i = 0; i < names->count; i++)
		if (names->at[i].fact.id.length > 0 &&
		    !names->at[i].fact.places)
			link_known(&l, &names->at[i]);
	for (size_t i = 0; i < names->count; i++)
		if (names->at[i].fact.id.length > 0 &&
		    names->at[i].fact.places) {
			world_place_near(&names->at[i].fact, &entities->ids);
			link_known(&l, &names->at[i]);
		}
	/* long names before the short ones that are part of them */
	for (size_t i = 0; i < names->count; i++)
		if (names->at[i].entity == NO_ENTITY &&
		    names->at[i].type == MENTION_PER &&
		    length_of(&names->at[i]) > 1)
			link_person(&l, i);
	for (size_t i = 0; i < names->count; i++)
		if (names->at[i].entity == NO_ENTITY &&
		    names->at[i].type == MENTION_PER)
			link_person(&l, i);
	for (size_t i = 0; i < names->count; i++)
		if (names->at[i].entity == NO_ENTITY)
			link_other(&l, i);
	hash_free(&l.words);
	buffer_free(&l.text);
}

void
entities_free(struct entities *entities)
{
	hash_free(&entities->ids);
	hash_free(&entities->texts);
	hash_free(&entities->shorts);
}
