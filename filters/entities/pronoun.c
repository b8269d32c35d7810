/*
 * Pronouns.  Every mention of the last sentences that agrees in number, gender
 * and type is a candidate; it has points for being near, a subject, a name,
 * and on the same side of the quotation marks (after Lappin and Leass 1994,
 * without a parser).
 */
#include "entities/pronoun.h"

enum class {
	CLASS_NONE,
	CLASS_FIRST,		/* I, we */
	CLASS_HE,
	CLASS_SHE,
	CLASS_IT,
	CLASS_THEY
};

enum {
	SENTENCES = 3,		/* looked back over */
	MENTIONS = 500,		/* looked back over, at most */
	WORDS = 20,		/* mentions in what is said */
	CATAPHORA = 8,		/* words before "his" in "In his speech" */
	NEAR_START = 4
};

static const struct {
	const char *word;
	enum class class;
	bool possessive;
} words[] = {
	{ "he", CLASS_HE, false }, { "her", CLASS_SHE, true },
	{ "hers", CLASS_SHE, true }, { "herself", CLASS_SHE, false },
	{ "him", CLASS_HE, false }, { "himself", CLASS_HE, false },
	{ "his", CLASS_HE, true }, { "i", CLASS_FIRST, false },
	{ "it", CLASS_IT, false }, { "its", CLASS_IT, true },
	{ "itself", CLASS_IT, false }, { "me", CLASS_FIRST, false },
	{ "mine", CLASS_FIRST, true }, { "my", CLASS_FIRST, true },
	{ "myself", CLASS_FIRST, false }, { "our", CLASS_FIRST, true },
	{ "ours", CLASS_FIRST, true }, { "ourselves", CLASS_FIRST, false },
	{ "she", CLASS_SHE, false }, { "their", CLASS_THEY, true },
	{ "theirs", CLASS_THEY, true }, { "them", CLASS_THEY, false },
	{ "themselves", CLASS_THEY, false }, { "they", CLASS_THEY, false },
	{ "us", CLASS_FIRST, false }, { "we", CLASS_FIRST, false }
};

static enum class
class_of(const struct token *token, bool *possessive)
{
	if (token->tag != TAG_PRP && token->tag != TAG_PRPS)
		return CLASS_NONE;
	if (token->shape == SHAPE_UPPER && token->text.length > 1)
		return CLASS_NONE;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_is(token->lower, words[i].word)) {
			*possessive = words[i].possessive;
			return words[i].class;
		}
	return CLASS_NONE;
}

static enum class
reference_class(const struct resolver *r, const struct reference *reference)
{
	bool possessive;

	return class_of(&reference_tokens(r, reference)[reference->head],
	    &possessive);
}

/* "it is likely that", "it seems": nothing is meant. */
static bool
is_empty_it(const struct sentence *in, size_t i)
{
	static const char *const verbs[] = {
		"appear", "happen", "look", "rain", "remain", "seem", "snow",
		"take", "turn"
	};
	size_t at = i + 1, limit = i + 8 < in->count ? i + 8 : in->count;
	bool be = false;

	while (at < limit && (in->tokens[at].tag == TAG_MD ||
	    in->tokens[at].tag == TAG_RB ||
	    slice_is(in->tokens[at].lemma, "be") ||
	    slice_is(in->tokens[at].lower, "'s") ||
	    slice_is(in->tokens[at].lemma, "have"))) {
		be |= slice_is(in->tokens[at].lemma, "be") ||
		    slice_is(in->tokens[at].lower, "'s");
		at++;
	}
	if (at >= limit)
		return be;
	for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
		if (slice_is(in->tokens[at].lemma, verbs[k]))
			return true;
	if (!be)
		return false;
	/* "it was Hamas that", "it is clear that", "it was raining" */
	for (; at < limit; at++)
		if (slice_is(in->tokens[at].lower, "that") ||
		    in->tokens[at].tag == TAG_TO ||
		    in->tokens[at].tag == TAG_WP ||
		    in->tokens[at].tag == TAG_WRB)
			return true;
	return false;
}

/* An "it" that is no subject mostly means something that was said. */
static bool
is_object_it(const struct sentence *in, size_t i)
{
	static const char *const asked[] = {
		"accuse", "ask", "call", "give", "offer", "tell", "urge",
		"warn"
	};

	if (i == 0 || slice_is(in->tokens[i].lower, "its"))
		return false;
	if (i + 1 < in->count && (tag_is_verb(in->tokens[i + 1].tag) ||
	    in->tokens[i + 1].tag == TAG_MD ||
	    in->tokens[i + 1].tag == TAG_RB))
		return false;
	for (size_t k = 0; k < sizeof asked / sizeof *asked; k++)
		if (slice_is(in->tokens[i - 1].lemma, asked[k]))
			return false;
	return true;
}

bool
pronoun_of_token(const struct resolver *r, uint32_t sentence, size_t i,
    struct reference *reference)
{
	const struct sentence *in = &r->document->sentences[sentence];
	bool possessive = false;
	enum class class = class_of(&in->tokens[i], &possessive);

	if (class == CLASS_NONE)
		return false;
	if (class == CLASS_IT && (is_empty_it(in, i) || is_object_it(in, i)))
		return false;
	*reference = (struct reference){
		.sentence = sentence, .first = (uint32_t)i,
		.last = (uint32_t)i + 1, .head = (uint32_t)i,
		.kind = MENTION_PRO, .type = MENTION_PER,
		.entity = NO_ENTITY, .why = "", .possessive = possessive,
		.plural = class == CLASS_THEY
	};
	return true;
}

/* --------------------------------------------------------------- agreement */

static bool
agrees(const struct reference *other, const struct entity *entity,
    enum class class)
{
	switch (class) {
	case CLASS_HE:
		return is_person(entity) && !other->plural &&
		    entity->gender != GENDER_FEMALE;
	case CLASS_SHE:
		return is_person(entity) && !other->plural &&
		    entity->gender != GENDER_MALE;
	case CLASS_IT:
		return (entity->type == MENTION_ORG ||
		    entity->type == MENTION_GPE) && !entity->plural &&
		    !other->plural && other->kind != MENTION_ADJ;
	case CLASS_THEY:
		if (other->kind == MENTION_ADJ)
			return false;
		return other->plural || entity->plural ||
		    entity->type == MENTION_ORG ||
		    entity->type == MENTION_NORP;
	default:
		return false;
	}
}

/* ------------------------------------------------------------------ points */

/* The quotation a mention stands in, 1 + its index; words in scare quotes
   stand in none. */
static uint32_t
quotation_at(const struct resolver *r, const struct reference *reference)
{
	uint32_t quotation =
	    reference_tokens(r, reference)[reference->head].quotation;

	if (quotation > 0 && r->document->quotations[quotation - 1].scare)
		return r->document->quotations[quotation - 1].parent;
	return quotation;
}

bool
pronoun_is_quoted(const struct resolver *r, const struct reference *reference)
{
	return quotation_at(r, reference) != 0 ||
	    reference_class(r, reference) == CLASS_FIRST;
}

static uint32_t
speaker_of(const struct resolver *r, const struct reference *pronoun)
{
	uint32_t quotation =
	    reference_tokens(r, pronoun)[pronoun->head].quotation;
	uint32_t speaker = NO_ENTITY;

	while (quotation > 0 && speaker == NO_ENTITY) {
		speaker = r->speakers[quotation - 1];
		quotation = r->document->quotations[quotation - 1].parent;
	}
	return speaker;
}

/* Is there a verb between a mention and the pronoun behind it? */
static bool
governs(const struct resolver *r, const struct reference *other,
    const struct reference *pronoun)
{
	const struct token *tokens = reference_tokens(r, other);

	for (uint32_t i = other->last; i < pronoun->first; i++)
		if (tag_is_verb(tokens[i].tag) && world_reports(
		    tokens[i].lemma))
			return true;
	return false;
}

static int
points_of(const struct resolver *r, const struct reference *other,
    const struct reference *pronoun, enum class class)
{
	int points = -4 * (int)(pronoun->sentence - other->sentence);
	bool same = other->sentence == pronoun->sentence;

	points += other->subject ? 4 : 0;
	points -= other->possessive ? 1 : other->modifier ? 3 : 0;
	points += other->kind == MENTION_NAM ? 1 : 0;
	points -= class != CLASS_THEY && reference_entity(r, other)->unnamed ?
	    1 : 0;
	if (quotation_at(r, other) != quotation_at(r, pronoun))
		points -= quotation_at(r, pronoun) ? 1 : 3;
	/* "Hamas says it": the nearest subject of a verb of saying */
	if (same && other->subject && governs(r, other, pronoun))
		points += 2;
	if (class == CLASS_THEY && (other->plural ||
	    reference_entity(r, other)->plural))
		points += 4;
	return points;
}

/* A subject of the sentence behind: "In his speech, Biden said". */
static uint32_t
named_behind(const struct resolver *r, const struct reference *pronoun,
    enum class class)
{
	const struct references *all = r->references;

	for (size_t i = r->from[pronoun->sentence]; i < all->count; i++) {
		const struct reference *other = &all->at[i];

		if (other->sentence != pronoun->sentence)
			break;
		if (other->first <= pronoun->first ||
		    other->entity == NO_ENTITY || !other->subject ||
		    other->kind != MENTION_NAM)
			continue;
		if (agrees(other, reference_entity(r, other), class))
			return other->entity;
	}
	return NO_ENTITY;
}

/* "In his statement on Friday, ...": before all that could be meant. */
static bool
is_ahead(const struct resolver *r, const struct reference *pronoun)
{
	const struct token *tokens = reference_tokens(r, pronoun);

	return pronoun->possessive && pronoun->first > 0 &&
	    pronoun->first < NEAR_START && (tokens[0].tag == TAG_IN ||
	    tokens[0].tag == TAG_VBG);
}

static void
settle(struct resolver *r, struct reference *pronoun, enum class class,
    uint32_t found)
{
	struct entity *entity = &r->entities->at[found];

	pronoun->entity = found;
	pronoun->type = entity->type;
	if (class == CLASS_HE && entity->gender == GENDER_UNKNOWN)
		entity->gender = GENDER_MALE;
	if (class == CLASS_SHE && entity->gender == GENDER_UNKNOWN)
		entity->gender = GENDER_FEMALE;
}

/*
 * "Prowse would resign, he said.": what stands before it in the sentence is
 * what the pronoun says, and hardly of itself.
 */
static bool
is_behind_its_words(const struct resolver *r, const struct reference *pronoun)
{
	const struct sentence *in =
	    &r->document->sentences[pronoun->sentence];
	const struct token *tokens = in->tokens;
	uint32_t verb = pronoun->last;

	return !pronoun->possessive && pronoun->first > 1 &&
	    slice_is(tokens[pronoun->first - 1].text, ",") &&
	    verb < in->count && tag_is_verb(tokens[verb].tag) &&
	    world_reports(tokens[verb].lemma) && (verb + 1 == in->count ||
	    tokens[verb + 1].tag == TAG_STOP ||
	    tokens[verb + 1].tag == TAG_COMMA);
}

/* Is an entity named in the words that a pronoun says behind them? */
static bool
is_named_in(const struct resolver *r, const struct reference *pronoun,
    uint32_t entity)
{
	const struct reference *all = r->references->at;
	size_t first = r->from[pronoun->sentence];

	for (size_t i = first; i < r->references->count &&
	    i < first + WORDS && all[i].sentence == pronoun->sentence; i++)
		if (all[i].entity == entity && all[i].kind == MENTION_NAM &&
		    all[i].last <= pronoun->first)
			return true;
	return false;
}

/* The candidate with the most points, the nearer of two. */
static uint32_t
best_candidate(const struct resolver *r, const struct reference *pronoun,
    enum class class, uint32_t speaker)
{
	const struct references *all = r->references;
	int best = class == CLASS_IT ? -4 : -100, points;
	uint32_t reach = class == CLASS_THEY ? 1 : SENTENCES;
	uint32_t found = NO_ENTITY;

	size_t end = r->from[pronoun->sentence + 1], seen = 0;
	bool behind = is_behind_its_words(r, pronoun);
	uint32_t first = behind ? 0 : pronoun->first;

	if (end > all->count)
		end = all->count;
	for (size_t i = end; i-- > 0 && seen++ < MENTIONS;) {
		const struct reference *other = &all->at[i];

		if (other->sentence + reach < pronoun->sentence)
			break;
		if (other->entity == NO_ENTITY || other->entity == speaker ||
		    other->sentence > pronoun->sentence ||
		    (other->sentence == pronoun->sentence &&
		    other->last > first) ||
		    !agrees(other, reference_entity(r, other), class) ||
		    (behind && is_named_in(r, pronoun, other->entity)))
			continue;
		points = points_of(r, other, pronoun, class);
		if (points > best) {
			best = points;
			found = other->entity;
		}
	}
	return found;
}

static uint32_t
third_person(const struct resolver *r, struct reference *pronoun,
    enum class class)
{
	uint32_t found = NO_ENTITY, speaker = NO_ENTITY;

	if (quotation_at(r, pronoun) != 0)
		speaker = speaker_of(r, pronoun);
	pronoun->why = "named behind it";
	if (is_ahead(r, pronoun))
		found = named_behind(r, pronoun, class);
	if (found != NO_ENTITY)
		return found;
	found = best_candidate(r, pronoun, class, speaker);
	if (found == NO_ENTITY && pronoun->possessive &&
	    pronoun->first < CATAPHORA)
		return named_behind(r, pronoun, class);
	pronoun->why = "nearest subject that agrees";
	return found;
}

void
pronoun_resolve(struct resolver *r, struct reference *pronoun)
{
	enum class class = reference_class(r, pronoun);
	uint32_t found;

	if (class == CLASS_FIRST) {
		found = speaker_of(r, pronoun);
		pronoun->why = "speaker of the quotation";
	} else
		found = third_person(r, pronoun, class);
	if (found != NO_ENTITY)
		settle(r, pronoun, class, found);
}
