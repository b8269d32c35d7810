/*
 * Pairing of quotation marks.
 *
 * Tokens say by form and neighbours which marks open and which close.  Here
 * they are paired with a stack, one level for each kind of mark, so that a
 * stray mark of one kind never touches a quotation of another.  What is open
 * at the end of a paragraph is held until the next one: where that begins with
 * the same marks they continue it, otherwise it ended with its paragraph.
 */
#include "text/quotation.h"

#include "base/utf8.h"

enum { DEPTH_MAX = 8 };		/* quotations inside one another */
enum { SCARE_WORDS = 3 };	/* at most, in scare quotes */

enum mark_family {
	FAMILY_DOUBLE, FAMILY_SINGLE, FAMILY_GUILLEMET
};

struct level {
	uint32_t quotation;	/* index */
	enum mark_family family;
};

struct pairing {
	struct document *document;
	size_t capacity;
	struct level stack[DEPTH_MAX];
	size_t depth;
	size_t held;		/* levels that came from the last paragraph and
				   are not taken up yet */
	size_t last_sentence, last_token;	/* of the last paragraph */
};

static enum mark_family
family_of(struct slice mark)
{
	size_t at = 0;

	switch (utf8_next(mark, &at)) {
	case '\'':
	case '`':
		return mark.length == 1 ? FAMILY_SINGLE : FAMILY_DOUBLE;
	case 0x2018:
	case 0x2019:
	case 0x201a:
		return mark.length == 3 ? FAMILY_SINGLE : FAMILY_DOUBLE;
	case 0xab:
	case 0xbb:
	case 0x2039:
	case 0x203a:
		return FAMILY_GUILLEMET;
	}
	return FAMILY_DOUBLE;
}

static bool
is_low_mark(struct slice mark)
{
	return slice_is(mark, "\xE2\x80\x9E") || slice_is(mark, "\xE2\x80\x9A");
}

/* “ and ‘ open in English and close in German: what „ opened. */
static bool
closes_low_mark(const struct pairing *p, struct slice mark, bool at_word)
{
	const struct document *d = p->document;
	const struct quotation *top;

	if (p->depth == 0 || at_word)
		return false;
	top = &d->quotations[p->stack[p->depth - 1].quotation];
	return (slice_is(mark, "\xE2\x80\x9C") ||
	    slice_is(mark, "\xE2\x80\x98")) &&
	    is_low_mark(d->sentences[top->first_sentence].
	    tokens[top->first_token].text);
}

/* Close the innermost quotation at a token. */
static void
close_top(struct pairing *p, size_t sentence, size_t token, bool closed)
{
	struct document *d = p->document;
	struct quotation *q = &d->quotations[p->stack[--p->depth].quotation];

	q->last_sentence = (uint32_t)sentence;
	q->last_token = (uint32_t)token;
	q->span.end = d->sentences[sentence].tokens[token].end;
	q->closed = closed;
	if (p->held > p->depth)
		p->held = p->depth;
}

/* What was held over from the last paragraph, but is not taken up, ended
   there. */
static void
drop_held(struct pairing *p, size_t keep)
{
	while (p->depth > keep && p->held > 0)
		close_top(p, p->last_sentence, p->last_token, false);
	p->held = 0;
}

static size_t
find_level(const struct pairing *p, enum mark_family family)
{
	size_t level = p->depth;

	while (level > 0 && p->stack[level - 1].family != family)
		level--;
	return level;		/* 1 + its index; 0: not open */
}

/* The token in front of one, which is not the document's first. */
static void
step_back(const struct pairing *p, size_t *sentence, size_t *token)
{
	if (*token > 0) {
		--*token;
		return;
	}
	do
		--*sentence;
	while (p->document->sentences[*sentence].count == 0);
	*token = p->document->sentences[*sentence].count - 1;
}

static void
open_quotation(struct pairing *p, size_t sentence, size_t token,
    enum mark_family family)
{
	struct document *d = p->document;
	struct token *mark = &d->sentences[sentence].tokens[token];
	size_t level = find_level(p, family);
	struct quotation *q;

	/* the same mark twice, and no other between: the first was never
	   closed */
	if (level < p->depth)
		level = 0;
	while (level > 0 && p->depth >= level) {
		size_t s = sentence, t = token;

		step_back(p, &s, &t);
		close_top(p, s, t, false);
	}
	if (p->depth == DEPTH_MAX)
		return;
	ARENA_GROW(d->arena, d->quotations, d->quotation_count, p->capacity);
	q = &d->quotations[d->quotation_count];
	*q = (struct quotation){
		.span = { mark->start, mark->end },
		.first_sentence = (uint32_t)sentence,
		.first_token = (uint32_t)token,
		.parent = p->depth ? 1 +
		    p->stack[p->depth - 1].quotation : 0
	};
	p->stack[p->depth++] = (struct level){
		(uint32_t)d->quotation_count++, family
	};
}

/* Pair one mark; the token's quotation is set to the one it belongs to. */
static void
take_mark(struct pairing *p, size_t sentence, size_t token)
{
	struct sentence *s = &p->document->sentences[sentence];
	struct token *mark = &s->tokens[token];
	enum mark_family family = family_of(mark->text);
	bool at_word = token + 1 < s->count &&
	    !s->tokens[token + 1].space_before &&
	    s->tokens[token + 1].kind == TOKEN_WORD;
	size_t level;

	if (mark->kind == TOKEN_OPENING &&
	    !closes_low_mark(p, mark->text, at_word)) {
		open_quotation(p, sentence, token, family);
		if (p->depth > 0)
			mark->quotation = 1 +
			    p->stack[p->depth - 1].quotation;
		return;
	}
	level = find_level(p, family);
	if (level == 0)
		return;		/* a stray mark */
	while (p->depth > level)
		close_top(p, sentence, token, false);
	mark->quotation = 1 + p->stack[level - 1].quotation;
	close_top(p, sentence, token, true);
}

/*
 * At the first tokens of a paragraph: does the mark continue what is held?
 */
static bool
continues(struct pairing *p, struct token *mark)
{
	size_t level = p->depth - p->held;

	if (p->held == 0)
		return false;
	if (mark->kind == TOKEN_OPENING &&
	    family_of(mark->text) == p->stack[level].family) {
		mark->quotation = 1 + p->stack[level].quotation;
		p->held--;
		return true;
	}
	drop_held(p, level);
	return false;
}

static void
pair_sentence(struct pairing *p, size_t sentence)
{
	struct sentence *s = &p->document->sentences[sentence];

	for (size_t i = 0; i < s->count; i++) {
		struct token *token = &s->tokens[i];

		if (continues(p, token))
			continue;
		if (token->kind == TOKEN_OPENING ||
		    token->kind == TOKEN_CLOSING)
			take_mark(p, sentence, i);
		if (token->quotation == 0 && p->depth > 0)
			token->quotation = 1 +
			    p->stack[p->depth - 1].quotation;
	}
}

static bool
is_mark(const struct token *token, const char *marks)
{
	return token->text.length > 0 && strchr(marks, token->text.at[0]);
}

/* Is the quotation a sentence of its own, short as it is ("“No,” he said")? */
static bool
is_utterance(const struct sentence *s, size_t first, size_t last)
{
	const struct token *word = &s->tokens[first + 1];
	const struct token *before = &s->tokens[last - 1];

	if (word->shape != SHAPE_CAPITALISED && word->shape != SHAPE_INITIAL)
		return false;
	if (!is_mark(before, ".,!?"))
		return false;
	return first == 0 || is_mark(&s->tokens[first - 1], ",:");
}

static bool
is_scare(const struct document *d, const struct quotation *q)
{
	const struct sentence *s = &d->sentences[q->first_sentence];
	size_t words = 0;

	if (!q->closed || q->first_sentence != q->last_sentence)
		return false;
	for (size_t i = q->first_token + 1; i < q->last_token; i++) {
		words += s->tokens[i].kind == TOKEN_WORD ||
		    s->tokens[i].kind == TOKEN_NUMBER;
		if (words > SCARE_WORDS)
			return false;
	}
	return words > 0 && !is_utterance(s, q->first_token, q->last_token);
}

void
quotations_pair(struct document *document)
{
	struct pairing p = { .document = document };
	size_t paragraph = 0;

	document->quotations = NULL;
	document->quotation_count = 0;
	for (size_t i = 0; i < document->count; i++) {
		const struct sentence *s = &document->sentences[i];

		if (s->count == 0)
			continue;
		if (s->paragraph != paragraph) {
			drop_held(&p, p.depth - p.held);
			p.held = p.depth;
		}
		paragraph = s->paragraph;
		pair_sentence(&p, i);
		p.last_sentence = i;
		p.last_token = s->count - 1;
	}
	p.held = p.depth;
	drop_held(&p, 0);
	for (size_t i = 0; i < document->quotation_count; i++) {
		struct quotation *q = &document->quotations[i];

		q->scare = is_scare(document, q);
	}
}
