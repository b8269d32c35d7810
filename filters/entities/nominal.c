/*
 * Noun phrases.  An indefinite or plural one makes an entity of its own, with
 * an id of its words and of the document ("us_officials@003").  A definite one
 * looks back for the nearest mention that its noun fits: by type, by kind of
 * body or office, by the state or body it names ("the Israeli leader").
 */
#include "entities/nominal.h"

#include "entities/slug.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(nominal_offices);
LEXICON_BUILTIN(nominal_degrees);
LEXICON_BUILTIN(nominal_doubts);

enum {
	REACH = 250,		/* mentions looked back over */
	MODIFIERS = 4,		/* words of a noun of several, at most */
	NESTED = 2,		/* names that one token can lie in */
	OFFICE = 7,		/* words that say what an office is for */
	PHRASE = 7		/* words before a head; more is misread */
};

enum definite { INDEFINITE, BARE, DEFINITE, POSSESSIVE };

static struct lexicon offices, degrees, doubts;

void
nominal_open(void)
{
	static const char *const office_columns[] = { "kind", "office", NULL };
	static const char *const degree_columns[] = { "word", NULL };

	lexicon_add(&offices, LEXICON_BYTES(nominal_offices),
	    "nominal_offices.tsv", office_columns);
	lexicon_add(&degrees, LEXICON_BYTES(nominal_degrees),
	    "nominal_degrees.tsv", degree_columns);
	lexicon_add(&doubts, LEXICON_BYTES(nominal_doubts),
	    "nominal_doubts.tsv", degree_columns);
}

/* --------------------------------------------------------------- finding */

/* Is the token part of a name, a nation's included, or of its title? */
static bool
is_named(const struct resolver *r, uint32_t sentence, size_t token,
    bool titles)
{
	const struct reference *all = r->references->at;
	size_t from = r->from[sentence];
	size_t next = references_at(r->references, from, r->names, token + 1);

	if (titles && next < r->names && all[next].kind == MENTION_NAM &&
	    all[next].title_first <= token)
		return true;
	for (size_t i = next; i > from && i + NESTED > next; i--)
		if (all[i - 1].last > token)
			return true;
	return false;
}

/*
 * What is known of a head with the words before it, names left out: "top US
 * diplomat" is found as "top diplomat", the longest phrase wins.
 */
static struct nominal
longest_nominal(struct resolver *r, uint32_t sentence, uint32_t first,
    uint32_t head)
{
	const struct token *tokens =
	    r->document->sentences[sentence].tokens;
	struct nominal nominal = world_nominal(tokens[head].lower), longer;
	uint32_t from = head > first + MODIFIERS ? head - MODIFIERS : first;

	if (!nominal.known)
		nominal = world_nominal(tokens[head].lemma);
	for (uint32_t start = from; start < head; start++) {
		buffer_clear(&r->text);
		for (uint32_t i = start; i <= head; i++) {
			if (i < head && is_named(r, sentence, i, false))
				continue;
			if (r->text.length > 0 && tokens[i].space_before)
				buffer_add_byte(&r->text, ' ');
			buffer_add(&r->text, tokens[i].lower);
		}
		longer = world_nominal(buffer_slice(&r->text));
		if (longer.known)
			return longer;
	}
	return nominal;
}

bool
nominal_of_chunk(struct resolver *r, uint32_t sentence, size_t chunk,
    struct reference *reference)
{
	const struct chunks *chunks = &r->chunks[sentence];
	const struct chunk *this = &chunks->at[chunk];
	const struct sentence *in = &r->document->sentences[sentence];
	const struct token *head = &in->tokens[this->head];
	uint32_t first = this->first;
	struct nominal nominal;

	if (this->kind != CHUNK_NOUN || !tag_is_noun(head->tag) ||
	    head->kind != TOKEN_WORD || is_named(r, sentence, this->head, true))
		return false;
	/* "8pm" is no prime minister */
	if (this->head > 0 && head->tag != TAG_NNS &&
	    head[-1].kind == TOKEN_NUMBER && !slice_is(head[-1].text, "1"))
		return false;
	nominal = longest_nominal(r, sentence, first, this->head);
	if (!nominal.known || this->head - first > PHRASE)
		return false;
	/* "Mayor Blames Union": all words of a headline look like names */
	if (in->kind == KIND_HEADLINE && head->shape != SHAPE_LOWER &&
	    this->head > first + 1)
		return false;
	if (in->tokens[first].tag == TAG_WPS)
		return false;
	while (first < this->head && (in->tokens[first].tag == TAG_RB ||
	    in->tokens[first].tag == TAG_VBD ||
	    slice_is(in->tokens[first].lower, "least") ||
	    slice_is(in->tokens[first].lower, "that")))
		first++;
	/* "Netanyahu's office": what is possessed takes its owner in */
	if (in->tokens[first].tag == TAG_POS && chunk > 0 &&
	    chunks->at[chunk - 1].kind == CHUNK_NOUN &&
	    chunks->at[chunk - 1].end == first)
		first = chunks->at[chunk - 1].first;
	*reference = (struct reference){
		.sentence = sentence, .first = first, .last = this->head + 1,
		.head = this->head, .kind = MENTION_NOM,
		.type = nominal.type, .entity = NO_ENTITY, .why = "",
		.plural = nominal.plural || head->tag == TAG_NNS ||
		    head->tag == TAG_NNPS,
		.nominal = nominal
	};
	return true;
}

/* -------------------------------------------------------------- its words */

static enum definite
definite_of(const struct resolver *r, const struct reference *reference)
{
	const struct token *tokens = reference_tokens(r, reference);
	const struct token *first = &tokens[reference->first];

	for (uint32_t i = reference->first; i < reference->head; i++)
		if (tokens[i].tag == TAG_POS || tokens[i].tag == TAG_PRPS)
			return POSSESSIVE;
	if (first->tag == TAG_DT || first->tag == TAG_PDT) {
		static const char *const words[] = {
			"the", "this", "that", "these", "those", "both"
		};

		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (slice_is(first->lower, words[i]))
				return DEFINITE;
		return INDEFINITE;
	}
	return first->tag == TAG_CD ? INDEFINITE : BARE;
}

/* Does a name stand behind "of (the)" after the head? */
static bool
is_behind_of(const struct resolver *r, const struct reference *reference,
    const struct reference *other)
{
	const struct token *tokens = reference_tokens(r, reference);
	uint32_t of = reference->head + 1;

	return other->first > of && other->first <= of + 2 &&
	    slice_is(tokens[of].lower, "of") && (other->first == of + 1 ||
	    slice_is(tokens[of + 1].lower, "the"));
}

/*
 * The state or body named inside the phrase or behind "of": "Israeli", "the
 * leader of Hamas".
 */
static uint32_t
owner_of(const struct resolver *r, const struct reference *reference)
{
	const struct references *all = r->references;
	size_t i, first = references_at(all, r->from[reference->sentence],
	    r->names, reference->first);

	/* "his office": what is no name stands in the order it was read */
	for (i = all->count; i-- > r->names &&
	    all->at[i].head >= reference->first;)
		if (all->at[i].kind == MENTION_PRO &&
		    all->at[i].entity != NO_ENTITY &&
		    all->at[i].last <= reference->head)
			return all->at[i].entity;
	i = references_at(all, first, r->names, reference->head + 4);
	while (i-- > first) {
		const struct reference *other = &all->at[i];

		if (other->entity != NO_ENTITY &&
		    (other->last <= reference->head ||
		    is_behind_of(r, reference, other)))
			return other->entity;
	}
	return NO_ENTITY;
}

/* Words that say how much, not whom: "senior", "two", "several", "top". */
static bool
is_degree(const struct token *token)
{
	return lexicon_find(&degrees, token->lower) != NULL;
}

/* "the wrong side", "an exchange": mostly no body, unless it has an owner. */
static bool
is_doubtful(const struct resolver *r, const struct reference *reference)
{
	return lexicon_find(&doubts, reference_tokens(r, reference)[
	    reference->head].lemma) != NULL;
}

/* The words of the phrase, without article and degree, as an id. */
static void
add_words(struct resolver *r, const struct reference *reference)
{
	const struct token *tokens = reference_tokens(r, reference);

	buffer_clear(&r->text);
	for (uint32_t i = reference->first; i <= reference->head; i++) {
		if (tokens[i].tag == TAG_DT || tokens[i].tag == TAG_PDT ||
		    tokens[i].tag == TAG_POS || tokens[i].tag == TAG_PRPS ||
		    tokens[i].kind == TOKEN_PUNCTUATION ||
		    tokens[i].kind == TOKEN_OPENING ||
		    tokens[i].kind == TOKEN_CLOSING ||
		    (i < reference->head && is_degree(&tokens[i])))
			continue;
		if (r->text.length > 0)
			buffer_add_byte(&r->text, '_');
		slug_add(tokens[i].lower, &r->text);
	}
}

/* An entity of the document's own, by the words of the phrase. */
static uint32_t
unnamed_entity(struct resolver *r, struct reference *reference)
{
	struct entity *entity;
	uint32_t index;

	add_words(r, reference);
	buffer_add_byte(&r->text, '@');
	buffer_add(&r->text, r->document->doc);
	index = entity_of_id(r->entities, arena_copy(r->document->arena,
	    buffer_slice(&r->text)), reference->type);
	entity = &r->entities->at[index];
	entity->unnamed = true;
	entity->plural = reference->plural;
	entity->kind = reference->nominal.kind;
	return index;
}

/* A body of a state or a person: "israel_parliament", "netanyahu_office". */
static uint32_t
owned_entity(struct resolver *r, struct reference *reference, uint32_t owner)
{
	const struct token *tokens = reference_tokens(r, reference);
	struct slice rest = r->entities->at[owner].id;
	uint32_t index;

	buffer_clear(&r->text);
	buffer_add(&r->text, slice_cut(&rest, '@'));
	buffer_add_byte(&r->text, '_');
	slug_add(tokens[reference->head].lower, &r->text);
	if (rest.at) {
		buffer_add_byte(&r->text, '@');
		buffer_add(&r->text, rest);
	}
	index = entity_of_id(r->entities, arena_copy(r->document->arena,
	    buffer_slice(&r->text)), reference->type);
	r->entities->at[index].kind = reference->nominal.kind;
	r->entities->at[index].of = r->entities->at[owner].id;
	return index;
}

/* ------------------------------------------------------------ antecedents */

/* Is an office (of a person) one that the noun's kind can mean? */
static bool
fits_office(struct slice kind, struct slice office)
{
	const struct lexicon_row *row = lexicon_find(&offices, kind);

	if (office.length == 0)
		return false;
	if (slice_equal(kind, office))
		return true;
	for (; row; row = lexicon_more(&offices, row))
		if (slice_equal(row->fields[1], office))
			return true;
	return false;
}

static bool
fits_person(const struct reference *reference, const struct entity *entity)
{
	struct slice kind = reference->nominal.kind;

	return is_person(entity) && !entity->unnamed &&
	    (fits_office(kind, entity->kind) ||
	    fits_office(kind, entity->title));
}

/* Is the noun a word of the name: "the department", State Department? */
static bool
is_word_of_name(struct slice noun, struct slice name)
{
	while (name.at) {
		struct slice word = slice_cut(&name, ' ');
		bool same = word.length == noun.length && word.length > 0 &&
		    (word.at[0] | 0x20) == noun.at[0];

		if (same && memcmp(word.at + 1, noun.at + 1,
		    noun.length - 1) == 0)
			return true;
	}
	return false;
}

/* Kinds whose nouns are part of the names that they stand for. */
static bool
needs_word(struct slice kind)
{
	return slice_is(kind, "government") || slice_is(kind, "agency") ||
	    slice_is(kind, "university") || slice_is(kind, "union");
}

static bool
fits_body(const struct resolver *r, const struct reference *reference,
    const struct entity *entity)
{
	struct slice kind = reference->nominal.kind;
	struct slice noun = reference_tokens(r, reference)[
	    reference->head].lower;

	if (entity->type != MENTION_ORG || entity->plural)
		return false;
	if (is_word_of_name(noun, entity->name))
		return true;
	return !needs_word(kind) && (slice_equal(kind, entity->kind) ||
	    fits_office(kind, entity->kind));
}

static bool
fits_place(const struct reference *reference, const struct entity *entity)
{
	struct slice kind = reference->nominal.kind;

	if ((entity->type != MENTION_GPE && entity->type != MENTION_LOC) ||
	    entity->demonym)
		return false;
	return slice_equal(kind, entity->kind) ||
	    fits_office(kind, entity->kind);
}

static bool
fits(const struct resolver *r, const struct reference *reference,
    const struct entity *entity)
{
	switch (reference->type) {
	case MENTION_PER:
		return fits_person(reference, entity);
	case MENTION_ORG:
		return fits_body(r, reference, entity);
	case MENTION_GPE:
	case MENTION_LOC:
		return fits_place(reference, entity);
	default:
		return false;
	}
}

/* Where the words end that an office is for: "Minister [for Ports]". */
static uint32_t
office_end(const struct resolver *r, const struct reference *reference)
{
	const struct sentence *in =
	    &r->document->sentences[reference->sentence];
	uint32_t end = reference->head + 1, at = end + 1;

	if (end >= in->count || (!slice_is(in->tokens[end].lower, "for") &&
	    !slice_is(in->tokens[end].lower, "of")))
		return end;
	for (; at < in->count && at <= reference->head + OFFICE; at++) {
		const struct token *token = &in->tokens[at];

		if (tag_is_noun(token->tag) && token->shape != SHAPE_LOWER)
			end = at + 1;
		else if (token->tag != TAG_DT && token->tag != TAG_CC)
			break;
	}
	return end;
}

/* Are two offices for the same, or is it said of one of them only? */
static bool
same_office(const struct resolver *r, const struct reference *a,
    const struct reference *b)
{
	const struct token *x = reference_tokens(r, a) + a->head;
	const struct token *y = reference_tokens(r, b) + b->head;
	uint32_t i, words = office_end(r, a) - a->head;

	if (words == 1 || office_end(r, b) - b->head == 1)
		return true;
	if (words != office_end(r, b) - b->head)
		return false;
	for (i = 1; i < words; i++)
		if (!slice_equal(x[i].lower, y[i].lower))
			return false;
	return true;
}

/* Was it called by the same noun before: "a diplomat", "the diplomat"? */
static bool
same_noun(const struct resolver *r, const struct reference *reference,
    const struct reference *other)
{
	const struct token *a = &reference_tokens(r, reference)[
	    reference->head];
	const struct token *b = &reference_tokens(r, other)[other->head];

	return other->kind == MENTION_NOM && reference->plural ==
	    other->plural && slice_equal(a->lemma, b->lemma) &&
	    same_office(r, reference, other);
}

static uint32_t
antecedent(const struct resolver *r, const struct reference *reference,
    uint32_t owner)
{
	const struct references *all = r->references;
	size_t seen = 0;

	for (size_t i = all->count; i-- > 0 && seen++ < REACH;) {
		const struct reference *other = &all->at[i];
		const struct entity *entity;

		if (other->entity == NO_ENTITY ||
		    other->kind == MENTION_ADJ ||
		    (other->sentence == reference->sentence &&
		    other->last > reference->first))
			continue;
		entity = reference_entity(r, other);
		if (owner != NO_ENTITY && !slice_equal(entity->of,
		    r->entities->at[owner].id))
			continue;
		if (owner == NO_ENTITY && same_noun(r, reference, other))
			return other->entity;
		if (!reference->plural && fits(r, reference, entity))
			return other->entity;
	}
	return NO_ENTITY;
}

/* Who held the office that the noun means, when the document was written. */
static uint32_t
holder(const struct resolver *r, const struct reference *reference,
    uint32_t owner)
{
	struct slice kind = reference->nominal.kind, id;
	struct slice state = r->entities->at[owner].id;
	uint32_t index;

	id = world_holder(kind, state);
	if (id.length == 0)
		return NO_ENTITY;
	index = entity_of_id(r->entities, id, MENTION_PER);
	if (r->entities->at[index].of.length == 0)
		r->entities->at[index].of = state;
	return index;
}

/* -------------------------------------------------------------- resolving */

/* The leader of a state; its government, which is the state; its army. */
static uint32_t
resolve_owned(struct resolver *r, struct reference *reference, uint32_t owner)
{
	const struct entity *state = &r->entities->at[owner];
	uint32_t found = antecedent(r, reference, owner);

	if (found != NO_ENTITY) {
		reference->why = "nearest that fits noun and owner";
		return found;
	}
	if (reference->type == MENTION_PER) {
		if (state->type == MENTION_GPE &&
		    !slice_is(reference->nominal.kind, "leader"))
			found = holder(r, reference, owner);
		reference->why = "holder of the office";
		return found;
	}
	if (reference->type != MENTION_ORG)
		return NO_ENTITY;
	reference->why = "body of its owner";
	if (slice_is(reference->nominal.kind, "government") &&
	    state->type == MENTION_GPE)
		return owner;
	return owned_entity(r, reference, owner);
}

/*
 * "The Israeli leader, Benjamin Netanyahu, ...": the name behind the comma,
 * which stands behind the phrase and what the office is for.
 */
static bool
is_apposed_behind(const struct resolver *r, const struct reference *reference,
    const struct reference *other)
{
	const struct sentence *in =
	    &r->document->sentences[reference->sentence];
	const struct token *tokens = in->tokens;
	uint32_t comma = office_end(r, reference);

	return other->title_first == comma + 1 &&
	    slice_is(tokens[comma].text, ",") && (other->last >= in->count ||
	    tokens[other->last].kind == TOKEN_PUNCTUATION);
}

/* "Steele, chairman of the party": the name right before the comma. */
static bool
is_apposed_before(const struct resolver *r, const struct reference *reference,
    const struct reference *other)
{
	const struct token *tokens = reference_tokens(r, reference);

	return reference->first > 0 && other->last + 1 == reference->first &&
	    slice_is(tokens[other->last].text, ",");
}

/* The name to which the phrase stands in apposition. */
static uint32_t
apposed(const struct resolver *r, const struct reference *reference)
{
	enum { APART = PHRASE + OFFICE + 4 };	/* names in and around it */
	const struct references *all = r->references;
	size_t behind, from;

	if (reference->plural)
		return NO_ENTITY;
	behind = references_at(all, r->from[reference->sentence], r->names,
	    office_end(r, reference) + 1);
	from = behind > r->from[reference->sentence] + APART ?
	    behind - APART : r->from[reference->sentence];
	for (size_t i = from; i < r->names && i <= behind + NESTED; i++) {
		const struct reference *other = &all->at[i];

		if (other->kind == MENTION_NAM &&
		    other->type == reference->type &&
		    (is_apposed_before(r, reference, other) ||
		    is_apposed_behind(r, reference, other)))
			return other->entity;
	}
	return NO_ENTITY;
}

/* "as party chairman", "then governor": no mention, but what one is. */
static bool
is_predicate(const struct reference *reference, enum definite definite,
    uint32_t owner)
{
	if (definite != BARE || reference->plural)
		return false;
	if (reference->type == MENTION_PER)
		return owner == NO_ENTITY;
	return !slice_is(reference->nominal.kind, "police") &&
	    !slice_is(reference->nominal.kind, "military") &&
	    owner == NO_ENTITY;
}

/* Does "of" follow, so that the phrase is more than its head? */
static bool
has_complement(const struct resolver *r, const struct reference *reference)
{
	const struct sentence *in =
	    &r->document->sentences[reference->sentence];

	return reference->head + 1 < in->count &&
	    slice_is(in->tokens[reference->head + 1].lower, "of");
}

void
nominal_resolve(struct resolver *r, struct reference *reference)
{
	enum definite definite = definite_of(r, reference);
	uint32_t owner = owner_of(r, reference), found = apposed(r, reference);
	bool single = !reference->plural && definite != INDEFINITE;

	if (found != NO_ENTITY) {
		reference->entity = found;
		reference->why = "apposition";
		if (r->entities->at[found].title.length == 0)
			r->entities->at[found].title = reference->nominal.kind;
		return;
	}
	if (is_predicate(reference, definite, owner) ||
	    ((owner == NO_ENTITY || definite == POSSESSIVE) &&
	    is_doubtful(r, reference)))
		return;
	if (owner != NO_ENTITY && single)
		found = resolve_owned(r, reference, owner);
	else if (definite == DEFINITE && !has_complement(r, reference)) {
		found = antecedent(r, reference, NO_ENTITY);
		reference->why = "nearest that fits the noun";
	}
	if (found == NO_ENTITY && (reference->type == MENTION_PER ||
	    reference->type == MENTION_ORG)) {
		found = unnamed_entity(r, reference);
		reference->why = "unnamed";
	}
	reference->entity = found;
}
