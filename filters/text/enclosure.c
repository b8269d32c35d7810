/*
 * Quotations and brackets inside a sentence.  What they hold is looked at only
 * as far as a limit, and a closing bracket is looked for once, so that a text
 * of nothing but opening marks costs no more than any other.
 */
#include "text/enclosure.h"

#include "text/boundary.h"
#include "text/item.h"

enum {
	QUOTATION_MAX = 2000,	/* bytes stepped over as one quotation */
	BRACKET_MAX = 400	/* and as one bracket */
};

/*
 * Where a quotation opened in front of `at` closes: the end of its closing
 * mark, or 0 when it does not within reach or another one opens first.
 */
static size_t
double_close(const struct splitter *s, size_t at, bool curly)
{
	size_t limit = s->end - at > QUOTATION_MAX ? at + QUOTATION_MAX :
	    s->end;

	for (; at < limit; at++) {
		const char *next;

		next = memchr(s->text.at + at, curly ? 0xe2 : '"',
		    limit - at);
		if (next == NULL)
			return 0;
		at = (size_t)(next - s->text.at);
		if (!curly)
			return blank_before(s, at) && !blank_at(s, at + 1) ?
			    0 : at + 1;
		if (mark_at(s, at, DOUBLE_OPEN))
			return 0;
		if (mark_at(s, at, DOUBLE_CLOSE))
			return at + 3;
	}
	return 0;
}

/* The same for single marks, which look like apostrophes: one that stands
   behind a mark and in front of no letter closes. */
static size_t
single_close(const struct splitter *s, size_t at, bool curly)
{
	size_t limit = s->end - at > QUOTATION_MAX ? at + QUOTATION_MAX :
	    s->end;
	size_t length = curly ? 3 : 1;

	for (; at < limit; at++) {
		const char *next = memchr(s->text.at + at, curly ? 0xe2 :
		    '\'', limit - at);

		if (next == NULL)
			return 0;
		at = (size_t)(next - s->text.at);
		if (mark_at(s, at, SINGLE_OPEN))
			return 0;
		if (curly && !mark_at(s, at, SINGLE_CLOSE))
			continue;
		if (strchr(".!?,", s->text.at[at - 1]) &&
		    !is_letter(byte_at(s, at + length)))
			return at + length;
	}
	return 0;
}

void
enclosure_quotation(struct splitter *s, size_t at, size_t length,
    bool is_double)
{
	size_t inside = at + length, close, behind;
	const char *rule;

	s->at = inside;
	if (at == s->start || !blank_before(s, at) ||
	    splitter_class_at(s, inside) != FOLLOW_UPPER)
		return;
	close = is_double ? double_close(s, inside, length > 1) :
	    single_close(s, inside, length > 1);
	if (close == 0)
		return;
	behind = close;
	while ((length = splitter_closer(s, behind)) > 0)
		behind += length;
	rule = boundary_closing(s, at, close - (inside - at), behind);
	s->at = behind;
	if (rule)
		splitter_end(s, behind, rule);
}

/* Where the next closing bracket stands; looked for once. */
static size_t
next_shut(struct splitter *s, size_t at, char shut)
{
	size_t *next = &s->next_shut[shut == ']'];

	if (*next < at) {
		const char *found = memchr(s->text.at + at, shut, s->end - at);

		*next = found ? (size_t)(found - s->text.at) : s->end;
	}
	return *next;
}

/* Where the bracket opened at `at` closes, or 0. */
static size_t
bracket_close(struct splitter *s, size_t at)
{
	char open = s->text.at[at], shut = open == '(' ? ')' : ']';
	size_t limit = s->end - at > BRACKET_MAX ? at + BRACKET_MAX : s->end;
	size_t depth = 0;

	if (next_shut(s, at, shut) >= limit)
		return 0;
	for (; at < limit; at++) {
		if (s->text.at[at] == open)
			depth++;
		else if (s->text.at[at] == shut && --depth == 0)
			return at + 1;
	}
	return 0;
}

void
enclosure_bracket(struct splitter *s, size_t at)
{
	size_t close, item;
	const char *rule;

	s->at = at + 1;
	if (s->text.at[at] == ')') {
		item = item_next(s, at);
		if (item)
			splitter_end(s, item, "list item");
		return;
	}
	if (at == s->start || strchr(":;-", byte_at(s, at - 1)))
		return;
	close = bracket_close(s, at);
	if (close == 0)
		return;
	s->at = close;
	rule = boundary_closing(s, at, close - 1, close);
	if (rule)
		splitter_end(s, close, rule);
}
