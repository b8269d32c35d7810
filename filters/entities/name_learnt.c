/*
 * The trained model of names: a linear sequence model over the words of each
 * sentence, to which the rules' own names are one attribute among others.
 *
 * Where it sees a name, there is one; where that name is one of the rules',
 * all that they know of it stays.  Its type is decided once for all places of
 * the document where it stands: by the sum over them of what the model gives
 * to each type, and of what the tables say.  A name of the tables stays where
 * the model sees none.
 */
#include "entities/name_learnt.h"

#include "entities/name_cut.h"
#include "entities/name_features.h"
#include "entities/name_type.h"

enum {
	LENGTH_MAX = 2048,	/* a longer run of tokens than any sentence has
				   is left to the rules */
	TABLE_VOTE = 400,	/* for the type that the tables give a name; a
				   word of a sentence has some 100 */
	TITLE_VOTE = 1000,	/* for a person, where a title stands before
				   the last word */
	HEAD_VOTE = 150,	/* for that of its head word */
	RULE_VOTE = 60		/* for each point of the rules' lead */
};

WEIGHTS_BUILTIN(names);

static const char by_model[] = "model";

static struct weights weights;
static struct lattice lattice = { .keeps_singles = true };
static uint8_t tags[LENGTH_MAX];

/* What the model gives to each type of a name, over the document. */
struct votes {
	int64_t scores[MENTION_TYPE_COUNT];
};

struct reviser {
	const struct document *document;
	struct name_reader reader;
	struct names names;	/* as revised */
	int64_t (*scores)[MENTION_TYPE_COUNT];	/* of each of them, or all 0 */
	size_t room;
	struct hash titled;	/* last words of names with a title */
	struct hash keys;	/* text of a name -> votes */
	struct votes *votes;
	size_t count, capacity;
};

void
names_learnt_open(void)
{
	weights_open(&weights, WEIGHTS_BYTES(names), "names",
	    name_attributes);
}

/* What the model gives the words first to last as a name of each type. */
static void
score_types(size_t first, size_t last, int64_t *scores)
{
	for (unsigned t = 0; t < MENTION_TYPE_COUNT; t++) {
		enum mention_type type = (enum mention_type)t;
		unsigned begin = name_tag(type, false);
		unsigned inside = name_tag(type, true);
		unsigned before = first > 0 ? tags[first - 1] :
		    weights.tag_count;

		scores[t] = 0;
		for (size_t i = first; i < last; i++) {
			unsigned tag = i > first ? inside : begin;

			if (lattice.candidates[i] >> tag & 1)
				scores[t] += lattice_singles(&lattice, i)[tag];
			scores[t] += weights_steps(&weights, before)[tag];
			before = tag;
		}
	}
}

static struct name *
keep(struct reviser *r, const struct name *name)
{
	size_t room = r->names.capacity;

	ARENA_GROW(r->document->arena, r->names.at, r->names.count,
	    r->names.capacity);
	ARENA_GROW(r->document->arena, r->scores, r->names.count, room);
	memset(r->scores[r->names.count], 0, sizeof *r->scores);
	r->names.at[r->names.count] = *name;
	return &r->names.at[r->names.count++];
}

/* The rules' name from first to last, and those inside it; NULL: none. */
static const struct name *
rule_name(const struct reviser *r, size_t first, size_t last)
{
	const struct name_reader *reader = &r->reader;

	for (size_t i = reader->first; i < reader->last; i++) {
		const struct name *name =
		    &reader->finder.names->at[i];

		if (name->first == first && name->last == last)
			return name;
	}
	return NULL;
}

static void
add_span(struct reviser *r, size_t first, size_t last)
{
	const struct name *rule = rule_name(r, first, last), *inner;
	const struct names *names = r->reader.finder.names;
	struct name name;
	size_t at;

	if (rule) {
		keep(r, rule);
		score_types(first, last, r->scores[r->names.count - 1]);
		for (inner = rule + 1; inner < names->at + r->reader.last &&
		    inner->first < last; inner++)
			keep(r, inner);
		return;
	}
	name = name_of_span(&r->reader.finder, first, last,
	    name_tag_type(tags[first]), by_model);
	keep(r, &name);
	at = r->names.count - 1;
	score_types(first, last, r->scores[at]);
}

/* Is it a name of the tables, or a last name that news knows alone? */
static bool
is_known(const struct name *name)
{
	return name->fact.id.length > 0 || (name->type == MENTION_PER &&
	    name->last == name->first + 1 &&
	    world_surname(name->text).tokens > 0);
}

/* Does a known name stand where the model sees none? */
static bool
is_overlooked(const struct name *name)
{
	if (!is_known(name))
		return false;
	for (uint32_t i = name->first; i < name->last; i++)
		if (tags[i] != 0)
			return false;
	return true;
}

/* The article is no part of a name, but for those of works and the tables. */
static size_t
behind_article(const struct reviser *r, size_t first, size_t last)
{
	if (last - first < 2 || !name_is(&r->reader.finder, first, "the") ||
	    name_tag_type(tags[first]) == MENTION_WORK ||
	    rule_name(r, first, last))
		return first;
	tags[first + 1] = tags[first];
	return first + 1;
}

static void
read_sentence(struct reviser *r)
{
	const struct name *rule = r->reader.finder.names->at +
	    r->reader.first;
	const struct name *end = r->reader.finder.names->at + r->reader.last;
	size_t i = 0, first;

	viterbi(&weights, &lattice, tags, NULL, 0);
	while (i < lattice.count) {
		first = i++;
		while (rule < end && rule->first < first)
			rule++;
		if (tags[first] == 0) {
			if (rule < end && rule->first == first &&
			    is_overlooked(rule))
				add_span(r, first, i = rule->last);
			continue;
		}
		while (i < lattice.count && name_tag_inside(tags[i]))
			i++;
		add_span(r, behind_article(r, first, i), i);
	}
}

static struct votes *
votes_of(struct reviser *r, struct slice text)
{
	uint32_t *place = hash_put(&r->keys, text);

	if (*place == HASH_NONE) {
		ARENA_GROW(r->document->arena, r->votes, r->count,
		    r->capacity);
		*place = (uint32_t)r->count;
		r->votes[r->count++] = (struct votes){ 0 };
	}
	return &r->votes[*place];
}

static enum mention_type
best_type(const struct votes *votes)
{
	unsigned best = 0;

	for (unsigned type = 1; type < MENTION_TYPE_COUNT; type++)
		if (votes->scores[type] > votes->scores[best])
			best = type;
	return (enum mention_type)best;
}

static bool
is_scored(const struct reviser *r, size_t i)
{
	for (unsigned type = 0; type < MENTION_TYPE_COUNT; type++)
		if (r->scores[i][type] != 0)
			return true;
	return false;
}

static void
set_type(struct name *name, enum mention_type type)
{
	if (name->type == type)
		return;
	name->type = type;
	name->why = by_model;
	name->fact = (struct fact){ 0 };
	if (type != MENTION_NORP)
		name->kind = MENTION_NAM;
}

static struct slice
last_word(const struct reviser *r, const struct name *name)
{
	return r->document->sentences[name->sentence].
	    tokens[name->last - 1].text;
}

/* What the rules and the tables say of a name's type. */
static void
add_rules(const struct reviser *r, const struct name *name, int64_t *scores)
{
	if (hash_get(&r->titled, last_word(r, name)) != HASH_NONE)
		scores[MENTION_PER] += TITLE_VOTE;
	if (is_known(name))
		scores[name->type] += TABLE_VOTE;
	else if (name->fact.kind.length > 0)
		scores[name->type] += HEAD_VOTE;
	else
		scores[name->type] += (int64_t)(name->lead * RULE_VOTE);
}

static void
vote(struct reviser *r)
{
	for (size_t i = 0; i < r->names.count; i++)
		if (r->names.at[i].title.tokens > 0)
			*hash_put(&r->titled,
			    last_word(r, &r->names.at[i])) = 1;
	for (size_t i = 0; i < r->names.count; i++) {
		struct votes *votes = votes_of(r, r->names.at[i].text);

		for (unsigned t = 0; t < MENTION_TYPE_COUNT; t++)
			votes->scores[t] += r->scores[i][t];
		add_rules(r, &r->names.at[i], votes->scores);
	}
	for (size_t i = 0; i < r->names.count; i++)
		if (is_scored(r, i) && !r->names.at[i].fact.actor)
			set_type(&r->names.at[i],
			    best_type(votes_of(r, r->names.at[i].text)));
}

void
names_learnt(struct names *names, const struct document *document,
    bool *const *taken)
{
	struct reviser r = { .document = document };

	name_reader_open(&r.reader, document, names);
	for (uint32_t i = 0; i < document->count; i++) {
		if (document->sentences[i].count <= LENGTH_MAX &&
		    name_lattice(&lattice, &r.reader, i, taken[i]))
			read_sentence(&r);
	}
	vote(&r);
	names->at = r.names.at;
	names->count = r.names.count;
	names->capacity = r.names.capacity;
	names_agree(names, document);
	name_reader_close(&r.reader);
	hash_free(&r.titled);
	hash_free(&r.keys);
}
