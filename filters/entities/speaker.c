/*
 * Speakers: a verb of saying right behind the closing mark or right before the
 * opening one, and the person or body that is its subject; else the speaker of
 * the quotation before, when this one goes on in its paragraph or the next.
 */
#include "entities/speaker.h"

enum {
	REACH = 10,		/* tokens between mark and verb */
	LONGEST = 40		/* tokens of a speaker's name or phrase */
};

static const struct sentence *
sentence_at(const struct resolver *r, uint32_t index)
{
	return &r->document->sentences[index];
}

static bool
is_speech(const struct token *token)
{
	return tag_is_verb(token->tag) && world_reports(token->lemma);
}

/* The reference nearest to a token on one side of it, in a sentence. */
static uint32_t
nearest(const struct resolver *r, uint32_t sentence, size_t token,
    bool before, size_t reach)
{
	const struct references *all = r->references;
	size_t first = r->from[sentence], last = r->from[sentence + 1];
	size_t best = reach + 1, far = reach + LONGEST;
	uint32_t found = NO_ENTITY;

	first = references_at(all, first, last, !before ? token + 1 :
	    token > far ? token - far : 0);
	last = references_at(all, first, last, before ? token :
	    token + reach + 2);
	for (size_t i = first; i < last; i++) {
		const struct reference *other = &all->at[i];
		size_t distance;

		if (other->entity == NO_ENTITY ||
		    other->kind == MENTION_ADJ || other->possessive ||
		    reference_tokens(r, other)[other->head].quotation != 0)
			continue;
		if (before ? other->last > token : other->first <= token)
			continue;
		distance = before ? token - other->last :
		    other->first - token - 1;
		if (distance < best) {
			best = distance;
			found = other->entity;
		}
	}
	return found;
}

/* Behind the closing mark: "... ," Blinken told reporters / said Blinken. */
static uint32_t
speaker_behind(const struct resolver *r, const struct quotation *quotation)
{
	const struct sentence *in = sentence_at(r, quotation->last_sentence);
	size_t from = quotation->last_token + 1, verb;

	for (verb = from; verb < in->count && verb < from + REACH; verb++) {
		if (in->tokens[verb].kind == TOKEN_OPENING)
			break;
		if (!is_speech(&in->tokens[verb]))
			continue;
		if (verb == from || (verb == from + 1 &&
		    in->tokens[from].kind == TOKEN_PUNCTUATION))
			return nearest(r, quotation->last_sentence, verb,
			    false, 8);
		return nearest(r, quotation->last_sentence, verb, true, 8);
	}
	return NO_ENTITY;
}

/* Before the opening mark: Blinken said: "... */
static uint32_t
speaker_before(const struct resolver *r, const struct quotation *quotation)
{
	const struct sentence *in = sentence_at(r, quotation->first_sentence);
	size_t to = quotation->first_token, from = to > REACH ? to - REACH : 0;

	for (size_t verb = to; verb-- > from;) {
		if (in->tokens[verb].kind == TOKEN_CLOSING)
			break;
		if (is_speech(&in->tokens[verb]))
			return nearest(r, quotation->first_sentence, verb,
			    true, 14);
	}
	return NO_ENTITY;
}

/* Does a quotation begin in the paragraph of the one before, or the next? */
static bool
goes_on(const struct resolver *r, const struct quotation *before,
    const struct quotation *quotation)
{
	size_t last = sentence_at(r, before->last_sentence)->paragraph;
	size_t first = sentence_at(r, quotation->first_sentence)->paragraph;

	return first == last || (first == last + 1 &&
	    quotation->first_token == 0);
}

void
speakers_find(struct resolver *r)
{
	const struct document *document = r->document;
	uint32_t last = NO_ENTITY;

	r->speakers = arena_new(document->arena, document->quotation_count +
	    1, sizeof *r->speakers);
	for (size_t i = 0; i < document->quotation_count; i++) {
		const struct quotation *q = &document->quotations[i];

		r->speakers[i] = speaker_behind(r, q);
		if (r->speakers[i] == NO_ENTITY)
			r->speakers[i] = speaker_before(r, q);
		if (r->speakers[i] == NO_ENTITY && i > 0 &&
		    goes_on(r, q - 1, q))
			r->speakers[i] = last;
		if (!q->scare)
			last = r->speakers[i];
	}
}
