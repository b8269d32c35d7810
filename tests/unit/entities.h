/*
 * What the unit tests of figures, times and names share: a sentence as
 * document_read would leave it.
 */
#ifndef UNIT_ENTITIES_H
#define UNIT_ENTITIES_H

#include "base/memory.h"
#include "text/document.h"
#include "text/lemma.h"
#include "text/tagger.h"
#include "text/token.h"

static inline void
unit_sentence(struct sentence *sentence, const char *text,
    struct arena *arena)
{
	*sentence = (struct sentence){ .text = slice_of(text) };
	sentence->end = sentence->text.length;
	sentence->kind = KIND_BODY;
	sentence->tokens = tokens_cut(sentence->text, 0, arena,
	    &sentence->count);
	tagger_tag(sentence->tokens, sentence->count);
	for (size_t i = 0; i < sentence->count; i++) {
		struct token *token = &sentence->tokens[i];

		token->lemma = lemma_of(token->lower, token->tag, arena);
	}
}

/* Mark the tokens in a span. */
static inline void
unit_take(const struct sentence *sentence, struct span span, bool *taken)
{
	for (size_t i = 0; i < sentence->count; i++)
		if (sentence->tokens[i].start >= span.start &&
		    sentence->tokens[i].end <= span.end)
			taken[i] = true;
}

#endif
