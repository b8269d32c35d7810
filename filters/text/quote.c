/*
 * Quotation marks and apostrophes.
 *
 * A curly mark says by its form whether it opens; a straight one by the blanks
 * at its sides.  A single mark behind a word is a genitive, a letter left off
 * or the end of a quotation, by the word and by whether one is open.
 */
#include "text/quote.h"

#include "text/word.h"

/* Words that begin with an apostrophe for letters left off. */
static const char *const elisions[] = {
	"bout", "cause", "cos", "em", "fraid", "n", "nuff", "round", "til",
	"till", "tis", "twas", "twere", "twill"
};

/* Those of them that begin with "it". */
static const char *const it_elisions[] = { "tis", "twas", "twere", "twill" };

static bool
opens_bracket(uint32_t code)
{
	return code == '(' || code == '[' || code == '{' || code == '-' ||
	    code == '/' || code == 0x2013 || code == 0x2014 || code == '"' ||
	    code == '\'' || code == SINGLE_OPEN || code == DOUBLE_OPEN ||
	    code == DOUBLE_LOW || code == GUILLEMET_OPEN;
}

/* Does a mark whose form does not say so open a quotation here? */
static bool
opens_by_neighbours(const struct cutter *c, size_t start, size_t end,
    bool is_open)
{
	bool before = space_before(c, start);
	bool after = space_at(c, end);

	if (start == 0)
		return true;
	if (before != after)
		return before;
	if (before)
		return !is_open;	/* a blank on both sides, or neither */
	if (!is_word_code(code_at(c, end)))
		return !is_open && opens_bracket(code_before(c, start));
	return opens_bracket(code_before(c, start)) && !is_open;
}

/* Is the word from start to stop one with letters left off in front? */
static bool
is_elided(const struct cutter *c, size_t start, size_t stop)
{
	return cutter_is_one_of(slice_part(c->text, start, stop), elisions,
	    COUNT(elisions));
}

/*
 * Is the next single mark that opens or closes a quotation, from `at` on, one
 * that could close it?  What was found is kept, so that a text is looked at
 * once.
 */
static bool
single_closes_later(struct cutter *c, size_t at)
{
	if (c->single_from <= at && at <= c->single_next &&
	    c->single_next > 0)
		return c->single_closes;
	c->single_from = at;
	c->single_closes = false;
	while (at < c->text.length) {
		size_t mark = at;
		uint32_t code = utf8_next(c->text, &at);
		bool in_front, behind;

		c->single_next = mark;
		if (!is_apostrophe(code) && code != SINGLE_OPEN)
			continue;
		in_front = space_before(c, mark);
		behind = is_word_code(code_at(c, at));
		if (code != SINGLE_OPEN && !in_front && !behind) {
			c->single_closes = true;
			return true;
		}
		if (code != APOSTROPHE && in_front && behind &&
		    !is_digit(byte_at(c, at)) &&
		    !is_elided(c, at, word_end(c, at)))
			return false;
	}
	c->single_next = c->text.length;
	return false;
}

/* Is the apostrophe behind a word its genitive ("Hamas' response")? */
static bool
is_possessive(struct cutter *c, size_t start, size_t end)
{
	int last = byte_at(c, start - 1) | 0x20;
	bool sibilant = last == 's' || last == 'x' || last == 'z';
	size_t next = end;

	if (!c->single_open)
		return sibilant;
	while (byte_at(c, next) == ' ')
		next++;
	return sibilant && next > end && is_letter(byte_at(c, next)) &&
	    single_closes_later(c, end);
}

static size_t
add_mark(struct cutter *c, size_t start, size_t end, bool opens, bool *is_open)
{
	*is_open = opens;
	cutter_add(c, start, end, opens ? TOKEN_OPENING : TOKEN_CLOSING);
	return end;
}

/* A word, or a decade, that begins with an apostrophe; returns its end, or
   start when there is none. */
static size_t
take_elision(struct cutter *c, size_t start, size_t end)
{
	size_t stop = word_end(c, end);
	struct slice word = slice_part(c->text, end, stop);
	uint32_t behind = code_at(c, stop);

	if (word.length >= 2 && is_digit(word.at[0]) &&
	    is_digit(word.at[1])) {
		size_t length = word.length > 2 && word.at[2] == 's' ? 3 : 2;

		if (is_word_code(code_at(c, end + length)))
			return start;
		cutter_add(c, start, end + length, TOKEN_NUMBER);
		return end + length;	/* '98 of '98's */
	}
	if (!is_elided(c, end, stop)) {
		/* ’hood: by its form the mark opens nothing */
		if (word.length == 0 || code_at(c, start) != APOSTROPHE ||
		    (!c->single_open && single_closes_later(c, stop)))
			return start;
		cutter_add(c, start, stop, TOKEN_WORD);
		return stop;
	}
	if (slice_is(word, "n") || slice_is(word, "N")) {
		if (is_apostrophe(behind))
			stop += code_length(behind);	/* rock 'n' roll */
	} else if (is_apostrophe(behind)) {
		return start;			/* 'cause' is quoted */
	}
	if (cutter_is_one_of(word, it_elisions, COUNT(it_elisions))) {
		cutter_add(c, start, end + 1, TOKEN_WORD);	/* 't was */
		start = end + 1;
	}
	cutter_add(c, start, stop, TOKEN_WORD);
	return stop;
}

static size_t
take_single(struct cutter *c, size_t start, uint32_t mark)
{
	size_t end = start + code_length(mark);
	size_t stop;

	if (start > 0 && !space_before(c, start) && mark != SINGLE_OPEN &&
	    !opens_bracket(code_before(c, start))) {
		if ((byte_at(c, end) | 0x20) == 's' &&
		    !is_word_code(code_at(c, end + 1))) {
			/* Jr.'s, @name's, '98's */
			cutter_add(c, start, end + 1, TOKEN_WORD);
			return end + 1;
		}
		if (is_word_code(code_before(c, start)) &&
		    is_possessive(c, start, end)) {
			cutter_add(c, start, end, TOKEN_WORD);
			return end;
		}
	} else {
		stop = take_elision(c, start, end);
		if (stop > start)
			return stop;
	}
	if (mark == SINGLE_OPEN)
		return add_mark(c, start, end, true, &c->single_open);
	return add_mark(c, start, end, opens_by_neighbours(c, start, end,
	    c->single_open), &c->single_open);
}

/* Is the double mark the inches of a height, 6'2"? */
static bool
is_inches(const struct cutter *c, size_t start)
{
	const struct token *before;
	size_t at = 0;

	if (c->count == 0)
		return false;
	before = &c->tokens[c->count - 1];
	if (before->end != c->base + start || !is_digit(before->text.at[0]) ||
	    !is_digit(byte_at(c, start - 1)))
		return false;
	while (at < before->text.length) {
		if (is_apostrophe(utf8_next(before->text, &at)))
			return true;
	}
	return false;
}

static size_t
take_double(struct cutter *c, size_t start, size_t end)
{
	if (is_inches(c, start)) {
		cutter_add(c, start, end, TOKEN_SYMBOL);
		return end;
	}
	return add_mark(c, start, end, opens_by_neighbours(c, start, end,
	    c->double_open), &c->double_open);
}

size_t
quote_take(struct cutter *c, size_t start, uint32_t mark)
{
	size_t end = start + code_length(mark);
	bool other = false;

	switch (mark) {
	case '"':
		return take_double(c, start, end);
	case '`':
		if (byte_at(c, end) == '`')
			end++;
		return add_mark(c, start, end, true, &other);
	case '\'':
		if (byte_at(c, end) == '\'')
			return take_double(c, start, end + 1);
		return take_single(c, start, mark);
	case APOSTROPHE:
	case SINGLE_OPEN:
		if (code_at(c, end) == mark)	/* two for a double one */
			return take_double(c, start, end + 3);
		return take_single(c, start, mark);
	case DOUBLE_OPEN:
		/* “ closes what „ opened */
		return add_mark(c, start, end, space_before(c, start) ||
		    opens_bracket(code_before(c, start)) ||
		    is_word_code(code_at(c, end)), &other);
	case DOUBLE_LOW:
	case SINGLE_LOW:
	case GUILLEMET_OPEN:
	case ANGLE_OPEN:
		return add_mark(c, start, end, true, &other);
	case DOUBLE_CLOSE:
		if (is_inches(c, start)) {
			cutter_add(c, start, end, TOKEN_SYMBOL);
			return end;
		}
		/* FALLTHROUGH */
	case GUILLEMET_CLOSE:
	case ANGLE_CLOSE:
		return add_mark(c, start, end, space_before(c, start) &&
		    !space_at(c, end), &other);
	}
	return start;
}
