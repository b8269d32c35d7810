/*
 * Two automata over classes of tags, one for noun phrases and one for verb
 * groups.  From each token the longest stretch is taken after which an
 * automaton stands in an accepting state.
 */
#include "text/chunk.h"

#include <stdlib.h>

#include "base/memory.h"

/* Classes of tags; X and F, I part the verbs as the groups need it. */
enum symbol {
	S_OTHER,		/* what no chunk holds */
	S_DETERMINER,		/* the, this: can stand alone */
	S_POSSESSIVE,		/* 's, her, all (the), whose: cannot */
	S_ADJECTIVE,
	S_NUMBER,
	S_CURRENCY,
	S_NOUN,
	S_PRONOUN,
	S_PARTICIPLE,		/* -ed, -ing */
	S_BASE,			/* base form */
	S_FINITE,
	S_AUXILIARY,		/* be, have, do, get in any form */
	S_MODAL,
	S_TO,
	S_ADVERB,
	S_PARTICLE,
	S_HYPHEN,
	S_COMMA,
	S_AND,
	S_QUOTE,
	SYMBOL_COUNT
};

static const uint8_t symbols[TAG_COUNT] = {
	[TAG_DT] = S_DETERMINER, [TAG_WDT] = S_DETERMINER,
	[TAG_PDT] = S_POSSESSIVE, [TAG_PRPS] = S_POSSESSIVE,
	[TAG_POS] = S_POSSESSIVE, [TAG_WPS] = S_POSSESSIVE,
	[TAG_JJ] = S_ADJECTIVE, [TAG_JJR] = S_ADJECTIVE,
	[TAG_JJS] = S_ADJECTIVE, [TAG_AFX] = S_ADJECTIVE,
	[TAG_CD] = S_NUMBER, [TAG_DOLLAR] = S_CURRENCY,
	[TAG_NN] = S_NOUN, [TAG_NNS] = S_NOUN, [TAG_NNP] = S_NOUN,
	[TAG_NNPS] = S_NOUN, [TAG_FW] = S_NOUN, [TAG_ADD] = S_NOUN,
	[TAG_PRP] = S_PRONOUN, [TAG_WP] = S_PRONOUN,
	[TAG_VBN] = S_PARTICIPLE, [TAG_VBG] = S_PARTICIPLE,
	[TAG_VB] = S_BASE, [TAG_VBD] = S_FINITE, [TAG_VBP] = S_FINITE,
	[TAG_VBZ] = S_FINITE, [TAG_MD] = S_MODAL, [TAG_TO] = S_TO,
	[TAG_RB] = S_ADVERB, [TAG_RBR] = S_ADVERB, [TAG_RBS] = S_ADVERB,
	[TAG_RP] = S_PARTICLE, [TAG_HYPH] = S_HYPHEN,
	[TAG_COMMA] = S_COMMA, [TAG_CC] = S_AND,
	[TAG_OPENQ] = S_QUOTE, [TAG_CLOSEQ] = S_QUOTE
};

enum state {
	DEAD,
	/* noun phrases; those with a determiner may end in an adjective */
	NOUN_START,
	NOUN_ADVERB,		/* nearly; very */
	NOUN_DETERMINER,	/* the */
	NOUN_POSSESSIVE,	/* 's */
	NOUN_DEGREE,		/* the very */
	NOUN_THE_ADJECTIVE,	/* the poor */
	NOUN_THE_AND,		/* the poor and; the poor, */
	NOUN_ADJECTIVE,		/* poor */
	NOUN_AND,		/* poor and */
	NOUN_HYPHEN,		/* long - */
	NOUN_NUMBER,		/* 40 */
	NOUN_CURRENCY,		/* $ */
	NOUN_NOUN,		/* deal */
	NOUN_DONE,		/* they */
	/* verb groups */
	VERB_START,
	VERB_ADVERB,		/* never */
	VERB_TO,		/* to */
	VERB_MODAL,		/* could n't */
	VERB_AUXILIARY,		/* has; would have */
	VERB_HELD,		/* has also */
	VERB_MAIN,		/* said; carried out */
	STATE_COUNT
};

static const uint8_t next[STATE_COUNT][SYMBOL_COUNT] = {
	[NOUN_START] = {
		[S_DETERMINER] = NOUN_DETERMINER,
		[S_POSSESSIVE] = NOUN_POSSESSIVE,
		[S_ADJECTIVE] = NOUN_ADJECTIVE, [S_NUMBER] = NOUN_NUMBER,
		[S_CURRENCY] = NOUN_CURRENCY, [S_NOUN] = NOUN_NOUN,
		[S_PRONOUN] = NOUN_DONE, [S_ADVERB] = NOUN_ADVERB },
	[NOUN_ADVERB] = {
		[S_ADVERB] = NOUN_ADVERB, [S_ADJECTIVE] = NOUN_ADJECTIVE,
		[S_NUMBER] = NOUN_NUMBER, [S_CURRENCY] = NOUN_CURRENCY },
	[NOUN_DETERMINER] = {
		[S_DETERMINER] = NOUN_DETERMINER,
		[S_POSSESSIVE] = NOUN_POSSESSIVE,
		[S_ADJECTIVE] = NOUN_THE_ADJECTIVE,
		[S_PARTICIPLE] = NOUN_THE_ADJECTIVE,
		[S_NUMBER] = NOUN_NUMBER, [S_CURRENCY] = NOUN_CURRENCY,
		[S_NOUN] = NOUN_NOUN, [S_ADVERB] = NOUN_DEGREE,
		[S_QUOTE] = NOUN_POSSESSIVE },
	[NOUN_POSSESSIVE] = {
		[S_DETERMINER] = NOUN_DETERMINER,
		[S_POSSESSIVE] = NOUN_POSSESSIVE,
		[S_ADJECTIVE] = NOUN_THE_ADJECTIVE,
		[S_PARTICIPLE] = NOUN_THE_ADJECTIVE,
		[S_NUMBER] = NOUN_NUMBER, [S_CURRENCY] = NOUN_CURRENCY,
		[S_NOUN] = NOUN_NOUN, [S_ADVERB] = NOUN_DEGREE,
		[S_QUOTE] = NOUN_POSSESSIVE },
	[NOUN_DEGREE] = {
		[S_ADVERB] = NOUN_DEGREE, [S_NUMBER] = NOUN_NUMBER,
		[S_ADJECTIVE] = NOUN_THE_ADJECTIVE,
		[S_PARTICIPLE] = NOUN_THE_ADJECTIVE,
		[S_HYPHEN] = NOUN_HYPHEN },
	[NOUN_THE_ADJECTIVE] = {
		[S_ADJECTIVE] = NOUN_THE_ADJECTIVE,
		[S_PARTICIPLE] = NOUN_THE_ADJECTIVE,
		[S_NUMBER] = NOUN_NUMBER, [S_NOUN] = NOUN_NOUN,
		[S_HYPHEN] = NOUN_HYPHEN, [S_QUOTE] = NOUN_POSSESSIVE,
		[S_ADVERB] = NOUN_DEGREE, [S_COMMA] = NOUN_THE_AND,
		[S_AND] = NOUN_THE_AND },
	[NOUN_THE_AND] = {
		[S_ADJECTIVE] = NOUN_THE_ADJECTIVE,
		[S_ADVERB] = NOUN_DEGREE },
	[NOUN_ADJECTIVE] = {
		[S_ADJECTIVE] = NOUN_ADJECTIVE,
		[S_PARTICIPLE] = NOUN_ADJECTIVE,
		[S_NUMBER] = NOUN_NUMBER, [S_NOUN] = NOUN_NOUN,
		[S_HYPHEN] = NOUN_HYPHEN, [S_QUOTE] = NOUN_ADJECTIVE,
		[S_COMMA] = NOUN_AND, [S_AND] = NOUN_AND },
	[NOUN_AND] = { [S_ADJECTIVE] = NOUN_ADJECTIVE },
	[NOUN_HYPHEN] = {
		[S_ADJECTIVE] = NOUN_ADJECTIVE,
		[S_PARTICIPLE] = NOUN_ADJECTIVE, [S_BASE] = NOUN_ADJECTIVE,
		[S_FINITE] = NOUN_ADJECTIVE, [S_ADVERB] = NOUN_ADJECTIVE,
		[S_PARTICLE] = NOUN_ADJECTIVE, [S_NUMBER] = NOUN_NUMBER,
		[S_NOUN] = NOUN_NOUN },
	[NOUN_NUMBER] = {
		[S_NUMBER] = NOUN_NUMBER, [S_NOUN] = NOUN_NOUN,
		[S_ADJECTIVE] = NOUN_ADJECTIVE,
		[S_PARTICIPLE] = NOUN_ADJECTIVE, [S_HYPHEN] = NOUN_HYPHEN,
		[S_QUOTE] = NOUN_ADJECTIVE },
	[NOUN_CURRENCY] = { [S_NUMBER] = NOUN_NUMBER },
	[NOUN_NOUN] = {
		[S_NOUN] = NOUN_NOUN, [S_NUMBER] = NOUN_NOUN,
		[S_HYPHEN] = NOUN_HYPHEN, [S_CURRENCY] = NOUN_CURRENCY },
	[VERB_START] = {
		[S_ADVERB] = VERB_ADVERB, [S_TO] = VERB_TO,
		[S_MODAL] = VERB_MODAL, [S_AUXILIARY] = VERB_AUXILIARY,
		[S_PARTICIPLE] = VERB_MAIN, [S_BASE] = VERB_MAIN,
		[S_FINITE] = VERB_MAIN },
	[VERB_ADVERB] = {
		[S_ADVERB] = VERB_ADVERB, [S_TO] = VERB_TO,
		[S_MODAL] = VERB_MODAL, [S_AUXILIARY] = VERB_AUXILIARY,
		[S_PARTICIPLE] = VERB_MAIN, [S_BASE] = VERB_MAIN,
		[S_FINITE] = VERB_MAIN },
	[VERB_TO] = {
		[S_ADVERB] = VERB_TO, [S_AUXILIARY] = VERB_AUXILIARY,
		[S_BASE] = VERB_MAIN },
	[VERB_MODAL] = {
		[S_ADVERB] = VERB_MODAL, [S_AUXILIARY] = VERB_AUXILIARY,
		[S_BASE] = VERB_MAIN, [S_FINITE] = VERB_MAIN },
	/* a past tense here is a participle that was tagged wrong */
	[VERB_AUXILIARY] = {
		[S_ADVERB] = VERB_HELD, [S_AUXILIARY] = VERB_AUXILIARY,
		[S_PARTICIPLE] = VERB_MAIN, [S_BASE] = VERB_MAIN,
		[S_FINITE] = VERB_MAIN },
	[VERB_HELD] = {
		[S_ADVERB] = VERB_HELD, [S_AUXILIARY] = VERB_AUXILIARY,
		[S_PARTICIPLE] = VERB_MAIN, [S_BASE] = VERB_MAIN,
		[S_FINITE] = VERB_MAIN },
	[VERB_MAIN] = { [S_PARTICLE] = VERB_MAIN }
};

static const bool accepts[STATE_COUNT] = {
	[NOUN_DETERMINER] = true, [NOUN_THE_ADJECTIVE] = true,
	[NOUN_NUMBER] = true, [NOUN_NOUN] = true, [NOUN_DONE] = true,
	[VERB_MODAL] = true, [VERB_AUXILIARY] = true, [VERB_MAIN] = true
};

/* Is the lemma one of two to four? */
static bool
is_one_of(struct slice lemma, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_is(lemma, words[i]))
			return true;
	return false;
}

static bool
is_auxiliary(struct slice lemma)
{
	static const char *const words[] = { "be", "have", "do", "get" };

	return is_one_of(lemma, words, 4);
}

static bool
is_passive_auxiliary(struct slice lemma)
{
	static const char *const words[] = { "be", "get" };

	return is_one_of(lemma, words, 2);
}

static bool
is_negation(const struct token *token)
{
	static const char *const words[] = { "not", "n't", "never" };

	return is_one_of(token->lemma, words, 3);
}

static enum symbol
symbol_of(const struct token *token)
{
	if (tag_is_verb(token->tag) && is_auxiliary(token->lemma))
		return S_AUXILIARY;
	return symbols[token->tag];
}

/* Where the longest chunk from token `first` ends; first when none begins. */
static size_t
longest(enum state state, const struct token *tokens, size_t first,
    size_t count)
{
	size_t end = first;

	for (size_t i = first; i < count && state != DEAD; i++) {
		state = next[state][symbol_of(&tokens[i])];
		if (accepts[state])
			end = i + 1;
	}
	return end;
}

/* The last noun; else the last number; else the last token. */
static size_t
noun_head(const struct token *tokens, size_t first, size_t end)
{
	size_t head = end - 1;
	bool is_number = false;

	for (size_t i = end; i-- > first; ) {
		enum symbol symbol = symbol_of(&tokens[i]);

		if (symbol == S_NOUN)
			return i;
		if (symbol == S_NUMBER && !is_number) {
			head = i;
			is_number = true;
		}
	}
	return head;
}

static size_t
verb_head(const struct token *tokens, size_t first, size_t end)
{
	size_t head = end - 1;

	while (head > first && !tag_is_verb(tokens[head].tag) &&
	    tokens[head].tag != TAG_MD)
		head--;
	return head;
}

/* What the auxiliary right before says of a verb form. */
static uint8_t
auxiliary_flag(struct slice auxiliary, enum tag form)
{
	if (form == TAG_VBG)
		return slice_is(auxiliary, "be") ? CHUNK_PROGRESSIVE : 0;
	if (form != TAG_VBN && form != TAG_VBD)
		return 0;
	if (is_passive_auxiliary(auxiliary))
		return CHUNK_PASSIVE;
	return slice_is(auxiliary, "have") ? CHUNK_PERFECT : 0;
}

static uint8_t
verb_flags(const struct token *tokens, const struct chunk *chunk)
{
	struct slice auxiliary = { 0 };
	uint8_t flags = 0;

	for (size_t i = chunk->first; i < chunk->end; i++) {
		const struct token *token = &tokens[i];

		if (token->tag == TAG_MD)
			flags |= CHUNK_MODAL;
		else if (token->tag == TAG_TO)
			flags |= CHUNK_INFINITIVE;
		else if (is_negation(token))
			flags |= CHUNK_NEGATED;
		if (!tag_is_verb(token->tag))
			continue;
		flags |= auxiliary_flag(auxiliary, token->tag);
		auxiliary = token->lemma;
	}
	return flags;
}

void
chunks_find(struct chunks *chunks, const struct token *tokens, size_t count)
{
	chunks->count = 0;
	for (size_t i = 0; i < count; ) {
		struct chunk chunk = { .first = (uint32_t)i };
		size_t end = longest(NOUN_START, tokens, i, count);

		chunk.kind = end > i ? CHUNK_NOUN : CHUNK_VERB;
		if (end == i)
			end = longest(VERB_START, tokens, i, count);
		if (end == i) {
			i++;
			continue;
		}
		chunk.end = (uint32_t)end;
		if (chunk.kind == CHUNK_NOUN) {
			chunk.head = (uint32_t)noun_head(tokens, i, end);
		} else {
			chunk.head = (uint32_t)verb_head(tokens, i, end);
			chunk.flags = verb_flags(tokens, &chunk);
		}
		MEMORY_GROW(chunks->at, chunks->count, chunks->capacity);
		chunks->at[chunks->count++] = chunk;
		i = end;
	}
}

const struct chunk *
chunk_of(const struct chunks *chunks, size_t token)
{
	size_t low = 0, high = chunks->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (chunks->at[middle].end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < chunks->count && chunks->at[low].first <= token)
		return &chunks->at[low];
	return NULL;
}

void
chunks_free(struct chunks *chunks)
{
	free(chunks->at);
	*chunks = (struct chunks){ 0 };
}
