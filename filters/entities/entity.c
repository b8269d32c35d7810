/*
 * From names to things.  Names of the tables bring their id.  Of the others
 * the long ones come first and make an entity each; then the short ones look
 * for the long one that they are a part of, the one named last before them.
 */
#include "entities/entity.h"

#include "entities/slug.h"

struct linker {
	struct entities *entities;
	struct names *names;
	const struct document *document;
	struct buffer text;
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

/* What a mention by name adds to what is known of the entity. */
static void
learn(struct linker *l, struct entity *entity, const struct name *name)
{
	const struct token *tokens = tokens_of(l, name);
	enum gender gender;

	if (name->text.length > entity->name.length)
		entity->name = name->text;
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
}

static void
bind(struct linker *l, struct name *name, uint32_t index)
{
	name->entity = index;
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

static struct slice
last_word(struct slice name)
{
	size_t at = name.length;

	while (at > 0 && name.at[at - 1] != ' ')
		at--;
	return slice_part(name, at, name.length);
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

/* The person named in full before (else behind) whom a short name means. */
static uint32_t
person_of_part(const struct linker *l, size_t at)
{
	const struct names *names = l->names;
	const struct name *name = &names->at[at], *other;
	uint32_t found = NO_ENTITY;

	for (size_t i = at; i-- > 0;) {
		other = &names->at[i];
		if (other->type != MENTION_PER || other->entity == NO_ENTITY ||
		    length_of(other) <= length_of(name) ||
		    !has_word(other->text, name->text) ||
		    !may_be(l, name, other->entity))
			continue;
		if (slice_ends(other->text, name->text))
			return other->entity;
		if (found == NO_ENTITY)
			found = other->entity;
	}
	for (size_t i = at + 1; i < names->count && found == NO_ENTITY; i++) {
		other = &names->at[i];
		if (other->type == MENTION_PER && other->entity != NO_ENTITY &&
		    length_of(other) > length_of(name) &&
		    has_word(other->text, name->text) &&
		    may_be(l, name, other->entity))
			found = other->entity;
	}
	return found;
}

/* A person's full name: the entity of another spelling of it. */
static uint32_t
person_of_full(const struct linker *l, const struct name *name)
{
	struct slice last = last_word(name->text);

	for (size_t i = 0; i < l->entities->count; i++) {
		const struct entity *entity = &l->entities->at[i];

		if (entity->type != MENTION_PER || entity->name.length == 0 ||
		    !slice_equal(last_word(entity->name), last))
			continue;
		if (is_same_person(name->text, entity->name) ||
		    is_same_person(entity->name, name->text))
			return (uint32_t)i;
	}
	return NO_ENTITY;
}

static void
link_person(struct linker *l, size_t at)
{
	struct name *name = &l->names->at[at];
	struct fact fact;
	uint32_t index;

	if (length_of(name) > 1) {
		index = person_of_full(l, name);
		if (index == NO_ENTITY)
			index = person_of_part(l, at);
	} else
		index = person_of_part(l, at);
	if (index == NO_ENTITY && length_of(name) == 1) {
		fact = world_surname(name->text);
		if (fact.tokens > 0) {
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

/* Do the capitals of a name's words spell the letters: "WCK"? */
static bool
is_initials(struct slice letters, struct slice name)
{
	size_t at = 0;
	bool start = true;

	if (letters.length < 2)
		return false;
	for (size_t i = 0; i < name.length; i++) {
		if (start && name.at[i] >= 'A' && name.at[i] <= 'Z') {
			if (at < letters.length && letters.at[at] ==
			    name.at[i])
				at++;
			else
				return false;
		}
		start = name.at[i] == ' ' || name.at[i] == '-';
	}
	return at == letters.length;
}

/* Is s the first words, or the last ones, of a longer name? */
static bool
is_part_of(struct slice s, struct slice name)
{
	if (s.length < 3 || s.length >= name.length)
		return false;
	return slice_begins(name, s) && name.at[s.length] == ' ';
}

/* The body or place that a shorter name or an acronym means. */
static uint32_t
entity_of_short(const struct linker *l, const struct name *name)
{
	bool letters = length_of(name) == 1 &&
	    tokens_of(l, name)->shape == SHAPE_UPPER;

	for (size_t i = l->entities->count; i-- > 0;) {
		const struct entity *entity = &l->entities->at[i];

		if (entity->type != name->type || entity->name.length == 0)
			continue;
		if (letters && is_initials(name->text, entity->name))
			return (uint32_t)i;
		if (name->type == MENTION_ORG && is_part_of(name->text,
		    entity->name))
			return (uint32_t)i;
	}
	return NO_ENTITY;
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
	struct linker l = { entities, names, document, { 0 } };

	entities->arena = document->arena;
	entities->doc = document->doc;
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
	buffer_free(&l.text);
}

void
entities_free(struct entities *entities)
{
	hash_free(&entities->ids);
	hash_free(&entities->texts);
}
