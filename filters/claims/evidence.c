/*
 * Tokens as the network sees them: small numbers, one an attribute.
 */
#include "claims/evidence.h"

#include "base/hash.h"

enum {
	SUFFIX_BYTES = 3, SUFFIXES = 512,
	RULE_SOURCE = 1, RULE_CUE = 2, RULE_CONTENT = 4, RULE_VALUES = 8,
	PLACE_FIRST = 3, PLACE_TITLE = 6, PLACE_VALUES = 12,
	QUOTATION_STATES = 5, QUOTATION_VALUES = 2 * QUOTATION_STATES,
	STRENGTHS = 3,
	SHAPES = SHAPE_MIXED + 1,
	TOKEN_KINDS = TOKEN_URL + 1,
	GROUP_FORMS = GROUP_BARE + 1,
	GUIDELINES = 2		/* ours, PolNeAR's */
};

_Static_assert((int)EVIDENCE_COUNT <= (int)NET_ATTRIBUTES_MAX,
    "a token of a network has room for each attribute");
_Static_assert(EVIDENCE_GUIDELINE + 1 == EVIDENCE_COUNT,
    "each attribute has its kind below");
_Static_assert((RULE_SOURCE | RULE_CUE | RULE_CONTENT) < RULE_VALUES,
    "what the rules say fits its attribute");
_Static_assert(2 * PLACE_TITLE == PLACE_VALUES &&
    2 * PLACE_FIRST == PLACE_TITLE, "places are digits of one number");

const struct net_attribute evidence_kinds[EVIDENCE_COUNT] = {
	[EVIDENCE_SUFFIX] = { "suffix", SUFFIXES },
	[EVIDENCE_SHAPE] = { "shape", TOKEN_KINDS * SHAPES },
	[EVIDENCE_TAG] = { "tag", TAG_COUNT },
	[EVIDENCE_QUOTATION] = { "quotation", QUOTATION_VALUES },
	[EVIDENCE_ENTITY] = { "entity",
	    1 + 2 * MENTION_TYPE_COUNT * MENTION_KIND_COUNT },
	[EVIDENCE_CUE] = { "cue",
	    1 + CUE_POS_COUNT * CUE_CLASS_COUNT * STRENGTHS },
	[EVIDENCE_GROUP] = { "group", 1 + 4 * GROUP_FORMS },
	[EVIDENCE_PLACE] = { "place", PLACE_VALUES },
	[EVIDENCE_RULE] = { "rule", RULE_VALUES },
	[EVIDENCE_GUIDELINE] = { "guideline", GUIDELINES }
};

/* How marks and dashes are written where words have vectors. */
static const struct { const char *written, *plain; } plain_marks[] = {
	{ "“", "\"" }, { "”", "\"" }, { "„", "\"" }, { "«", "\"" },
	{ "»", "\"" }, { "‘", "'" }, { "’", "'" }, { "—", "--" },
	{ "–", "--" }, { "…", "..." }
};

uint64_t
evidence_word(struct slice lower)
{
	for (size_t i = 0; i < sizeof plain_marks / sizeof *plain_marks; i++)
		if (slice_is(lower, plain_marks[i].written))
			return hash_bytes((struct slice){ plain_marks[i].plain,
			    strlen(plain_marks[i].plain) });
	return hash_bytes(lower);
}

static uint16_t
suffix_of(struct slice lower)
{
	if (lower.length > SUFFIX_BYTES)
		lower = slice_part(lower, lower.length - SUFFIX_BYTES,
		    lower.length);
	return (uint16_t)(hash_bytes(lower) % SUFFIXES);
}

static uint16_t
quotation_of(const struct document *document, const struct token *token)
{
	const struct quotation *quotation;
	unsigned state;

	if (token->quotation == 0)
		return 0;
	quotation = &document->quotations[token->quotation - 1];
	if (token->start == quotation->span.start)
		state = 1;
	else if (token->end == quotation->span.end && quotation->closed)
		state = 2;
	else
		state = quotation->scare ? 3 : 4;
	return (uint16_t)(state + (quotation->parent ? QUOTATION_STATES : 0));
}

static void
mark_tokens(struct net_token *evidence, const struct document *document,
    const struct sentence *sentence)
{
	bool title = sentence->kind != KIND_BODY;

	for (size_t i = 0; i < sentence->count; i++) {
		const struct token *token = &sentence->tokens[i];
		uint16_t *values = evidence[i].values;

		evidence[i] = (struct net_token){
			.word = evidence_word(token->lower) };
		values[EVIDENCE_SUFFIX] = suffix_of(token->lower);
		values[EVIDENCE_SHAPE] = (uint16_t)(token->kind *
		    SHAPES + token->shape);
		values[EVIDENCE_TAG] = token->tag;
		values[EVIDENCE_QUOTATION] = quotation_of(document, token);
		values[EVIDENCE_PLACE] = (uint16_t)((i == 0 ? PLACE_FIRST : 0)
		    + (title ? PLACE_TITLE : 0));
	}
}

/* The first token that ends behind a byte. */
static size_t
token_behind(const struct sentence *sentence, size_t byte)
{
	size_t low = 0, high = sentence->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sentence->tokens[middle].end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Of mentions inside one another the outermost counts. */
static void
mark_mentions(struct net_token *evidence, const struct sentence *sentence,
    const struct mentions *mentions)
{
	for (size_t i = mentions->count; i-- > 0;) {
		const struct mention *m = &mentions->at[i];
		unsigned value = 1 + 2 * ((unsigned)m->type *
		    MENTION_KIND_COUNT + (unsigned)m->kind);
		size_t first = token_behind(sentence, m->span.start);

		for (size_t k = first; k < sentence->count &&
		    sentence->tokens[k].start < m->span.end; k++)
			evidence[k].values[EVIDENCE_ENTITY] =
			    (uint16_t)(value + (k > first));
	}
}

static void
mark_place(struct net_token *evidence, const struct sentence *sentence,
    struct span span, unsigned place)
{
	for (size_t k = token_behind(sentence, span.start);
	    k < sentence->count && sentence->tokens[k].start < span.end; k++)
		if (evidence[k].values[EVIDENCE_PLACE] % PLACE_FIRST == 0)
			evidence[k].values[EVIDENCE_PLACE] = (uint16_t)(
			    evidence[k].values[EVIDENCE_PLACE] + place);
}

static void
mark_cue(struct net_token *evidence, const struct level *level, int unit,
    enum cue_pos pos)
{
	int last = unit;
	const struct cue *cue = cue_match(level, unit, pos, &last);
	unsigned strength;

	if (!cue)
		return;
	strength = cue->strength < 1 ? 0 : cue->strength - 1;
	if (strength >= STRENGTHS)
		strength = STRENGTHS - 1;
	for (int u = unit; u <= last; u++)
		evidence[level->units[u].first].values[EVIDENCE_CUE] =
		    (uint16_t)(1 + ((unsigned)pos * CUE_CLASS_COUNT +
		    (unsigned)cue->class) * STRENGTHS + strength);
}

/* The kind of cue that a unit of this tag can be. */
static enum cue_pos
cue_pos_of(enum tag tag)
{
	if (tag_is_verb(tag))
		return CUE_VERB;
	if (tag_is_noun(tag) || tag_is_name(tag))
		return CUE_NOUN;
	if (tag == TAG_JJ || tag == TAG_JJR)
		return CUE_ADJ;
	return tag == TAG_IN || tag == TAG_RB ? CUE_PREP : CUE_POS_COUNT;
}

static void
mark_level(struct net_token *evidence, const struct level *level)
{
	for (int u = 0; u < level->count; u++) {
		const struct unit *unit = &level->units[u];
		uint16_t *values = evidence[unit->first].values;
		enum cue_pos pos;

		if (unit->quotation)
			continue;
		values[EVIDENCE_TAG] = unit->tag;
		if (unit->group != CLAUSE_NONE) {
			const struct group *group =
			    &level->groups[unit->group];

			values[EVIDENCE_GROUP] = (uint16_t)(1 + 4 *
			    (unsigned)group->form + (group->passive ? 2 : 0) +
			    (group->head == u ? 1 : 0));
		}
		pos = cue_pos_of((enum tag)unit->tag);
		if (pos != CUE_POS_COUNT)
			mark_cue(evidence, level, u, pos);
	}
}

static void
mark_rule(struct net_token *evidence, const struct sentence *sentence,
    const struct spans *spans, unsigned role)
{
	for (size_t i = 0; i < spans->count; i++)
		for (size_t k = token_behind(sentence, spans->at[i].start);
		    k < sentence->count &&
		    sentence->tokens[k].start < spans->at[i].end; k++)
			evidence[k].values[EVIDENCE_RULE] |= (uint16_t)role;
}

void
evidence_find(struct net_token *evidence, const struct tagged *document,
    uint32_t sentence, const struct levels *levels)
{
	const struct sentence *s = &document->text.sentences[sentence];

	mark_tokens(evidence, &document->text, s);
	mark_mentions(evidence, s, &document->mentions[sentence]);
	for (size_t i = 0; i < document->times[sentence].count; i++)
		mark_place(evidence, s, document->times[sentence].at[i].span,
		    1);
	for (size_t i = 0; i < document->figures[sentence].count; i++)
		mark_place(evidence, s,
		    document->figures[sentence].at[i].span, 2);
	for (size_t i = 0; i < levels->count; i++)
		mark_level(evidence, &levels->at[i]);
}

void
evidence_mark(struct net_token *evidence, const struct sentence *sentence,
    const struct claim *claim)
{
	mark_rule(evidence, sentence, &claim->source, RULE_SOURCE);
	mark_rule(evidence, sentence, &claim->cue, RULE_CUE);
	mark_rule(evidence, sentence, &claim->content, RULE_CONTENT);
}
