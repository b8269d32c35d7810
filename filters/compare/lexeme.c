/*
 * Words and what the tables say of them.  See lexeme.h.
 */
#include "compare/lexeme.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static bool
begins(const struct lexicon *lexicon, struct slice name)
{
	return lexicon_find(lexicon, name) || lexicon_is_prefix(lexicon, name);
}

static uint8_t
tables_of(const struct knowledge *k, struct slice name)
{
	unsigned tables = 0;

	if (begins(&k->assessments, name))
		tables |= LEXEME_ASSESSMENT;
	if (begins(&k->blame, name))
		tables |= LEXEME_BLAME;
	if (begins(&k->negators, name))
		tables |= LEXEME_NEGATOR;
	if (lexicon_find(&k->positions, name))
		tables |= LEXEME_POSITION;
	if (lexicon_find(&k->existence, name))
		tables |= LEXEME_EXISTENCE;
	return (uint8_t)tables;
}

static void
make_room(struct lexemes *lexemes, const struct vocabulary *vocabulary)
{
	size_t old = lexemes->capacity;

	lexemes->capacity = vocabulary->capacity;
	lexemes->at = memory_resize(lexemes->at, lexemes->capacity,
	    sizeof *lexemes->at);
	memset(&lexemes->at[old], 0, (lexemes->capacity - old) *
	    sizeof *lexemes->at);
}

const struct lexeme *
lexeme_of(struct lexemes *lexemes, struct vocabulary *vocabulary,
    const struct knowledge *knowledge, uint32_t term)
{
	struct lexeme lexeme = { .known = true, .field = TERM_NONE };
	struct slice name, field;
	unsigned rate;

	if (term < lexemes->capacity && lexemes->at[term].known)
		return &lexemes->at[term];
	name = vocabulary_name(vocabulary, term);
	rate = knowledge_rate(knowledge, name);
	field = knowledge_field(knowledge, name);
	lexeme.rate = rate < UINT16_MAX ? (uint16_t)rate : UINT16_MAX;
	lexeme.tables = tables_of(knowledge, name);
	lexeme.concept = vocabulary_add(vocabulary, "",
	    knowledge_concept(knowledge, name));
	if (field.length)
		lexeme.field = vocabulary_add(vocabulary, "", field);
	if (term >= lexemes->capacity)
		make_room(lexemes, vocabulary);
	lexemes->at[term] = lexeme;
	return &lexemes->at[term];
}

void
lexemes_free(struct lexemes *lexemes)
{
	free(lexemes->at);
	*lexemes = (struct lexemes){ 0 };
}
