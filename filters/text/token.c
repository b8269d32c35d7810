/*
 * Cutting a sentence into tokens.
 *
 * One pass from left to right.  The kind of the next character chooses what
 * is taken: a word with what belongs inside it (an apostrophe between letters,
 * a full stop of an abbreviation, the comma of "1,200"), which is then parted
 * at its contraction or unit; or one mark.  A single quotation mark is told
 * from an apostrophe by its neighbours and by whether one is open.
 */
#include "text/token.h"

#include "base/utf8.h"
#include "text/abbreviation.h"
#include "text/address.h"

enum {
	APOSTROPHE = 0x2019, SINGLE_OPEN = 0x2018, SINGLE_LOW = 0x201a,
	DOUBLE_OPEN = 0x201c, DOUBLE_CLOSE = 0x201d, DOUBLE_LOW = 0x201e,
	ELLIPSIS = 0x2026, GUILLEMET_OPEN = 0xab, GUILLEMET_CLOSE = 0xbb,
	ANGLE_OPEN = 0x2039, ANGLE_CLOSE = 0x203a
};

struct cutter {
	struct slice text;
	size_t base;		/* byte of the document where text begins */
	struct arena *arena;
	struct token *tokens;
	size_t count, capacity;
	size_t plain_until;	/* no address begins before this byte */
	bool double_open, single_open;	/* in this sentence */
};

/* Words that are cut although no mark shows where: bytes of the first part. */
static const struct joined {
	const char *word;
	size_t first;
} joined_words[] = {
	{ "cannot", 3 }, { "d'you", 2 }, { "gimme", 3 }, { "gonna", 3 },
	{ "gotta", 3 }, { "lemme", 3 }, { "wanna", 3 }, { "y'all", 2 }
};

/* What stands behind an apostrophe that begins a token of its own. */
static const char *const clitics[] = { "d", "ll", "m", "re", "s", "ve" };

/* Words that begin with an apostrophe for letters left off. */
static const char *const elisions[] = {
	"bout", "cause", "cos", "em", "fraid", "n", "nuff", "round", "til",
	"till", "tis", "twas", "twere", "twill"
};

/* Those of them that begin with "it". */
static const char *const it_elisions[] = { "tis", "twas", "twere", "twill" };

/* Words that end with one, apart from those in -in'. */
static const char *const clipped[] = { "an", "lil", "o", "ol", "th" };

/* Prefixes that stay with their word in the treebanks. */
static const char *const prefixes[] = {
	"anti", "co", "counter", "cross", "e", "ex", "inter", "intra", "mega",
	"micro", "mid", "mini", "multi", "neo", "non", "post", "pre",
	"pro", "pseudo", "re", "semi", "sub", "ultra", "un"
};

/* Units written close to their number. */
static const char *const units[] = {
	"a.m", "a.m.", "am", "b", "bn", "cm", "ft", "gb", "ghz", "gw", "hr",
	"hrs", "k", "kg", "km", "kph", "kw", "kwh", "lb", "lbs", "m", "mb",
	"mg", "mhz", "mi", "min", "ml", "mm", "mn", "mph", "mw", "p.m",
	"p.m.", "pc", "pm", "tb", "tn"
};

/* Faces; each begins with a colon or semicolon. */
static const char *const emoticons[] = {
	":'(", ":(", ":)", ":-(", ":-)", ":-D", ":-P", ":D", ":P", ";)", ";-)"
};

#define COUNT(array) (sizeof (array) / sizeof *(array))

/* ---------------------------------------------------------- characters */

static bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(int c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_letter(int c)
{
	return is_upper(c) || is_lower(c);
}

/* The byte at, or 0 behind either end. */
static int
byte_at(const struct cutter *c, size_t at)
{
	return at < c->text.length ? (unsigned char)c->text.at[at] : 0;
}

/* Letters and digits of every script, and what joins them invisibly. */
static bool
is_word_code(uint32_t code)
{
	enum utf8_class class;

	if (code < 0x80)
		return is_letter((int)code) || is_digit((int)code) ||
		    code == '_';
	if (code >= 0x300 && code <= 0x36f)	/* combining marks */
		return true;
	if (code == 0xad || (code >= 0x200b && code <= 0x200d))
		return true;
	class = utf8_class(code);
	return class == UTF8_LOWER || class == UTF8_UPPER ||
	    class == UTF8_DIGIT;
}

static uint32_t
code_at(const struct cutter *c, size_t at)
{
	return at < c->text.length ? utf8_next(c->text, &at) : 0;
}

static uint32_t
code_before(const struct cutter *c, size_t at)
{
	return at > 0 ? utf8_previous(c->text, &at) : 0;
}

static bool
is_space_code(uint32_t code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	return utf8_class(code) == UTF8_SPACE;
}

static bool
space_at(const struct cutter *c, size_t at)
{
	return at >= c->text.length || is_space_code(code_at(c, at));
}

static bool
space_before(const struct cutter *c, size_t at)
{
	return at == 0 || is_space_code(code_before(c, at));
}

static bool
is_apostrophe(uint32_t code)
{
	return code == '\'' || code == APOSTROPHE;
}

static size_t
code_length(uint32_t code)
{
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/* Is s one of the words, whatever its case? */
static bool
is_one_of(struct slice s, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = 0;

		while (at < s.length && words[i][at] != '\0' &&
		    (s.at[at] | (is_upper(s.at[at]) ? 0x20 : 0)) ==
		    words[i][at])
			at++;
		if (at == s.length && words[i][at] == '\0')
			return true;
	}
	return false;
}

/* -------------------------------------------------------------- tokens */

static enum token_shape
shape_of(struct slice s)
{
	size_t at = 0, upper = 0, lower = 0;
	bool first_upper = false;

	while (at < s.length) {
		enum utf8_class class;
		int b = (unsigned char)s.at[at];

		if (b < 0x80) {
			at++;
			class = is_upper(b) ? UTF8_UPPER : is_lower(b) ?
			    UTF8_LOWER : UTF8_OTHER;
		} else {
			class = utf8_class(utf8_next(s, &at));
		}
		if (class == UTF8_UPPER) {
			first_upper |= upper + lower == 0;
			upper++;
		} else if (class == UTF8_LOWER) {
			lower++;
		}
	}
	if (upper + lower == 0)
		return SHAPE_OTHER;
	if (lower == 0)
		return upper == 1 ? SHAPE_INITIAL : SHAPE_UPPER;
	if (upper == 0)
		return SHAPE_LOWER;
	return first_upper ? SHAPE_CAPITALISED : SHAPE_MIXED;
}

/* s in lower case, with straight apostrophes; s itself when it is so. */
static struct slice
lower_of(struct slice s, struct arena *arena)
{
	size_t at = 0, length = 0;
	char *bytes;

	while (at < s.length && !is_upper(s.at[at]) &&
	    (unsigned char)s.at[at] < 0x80)
		at++;
	if (at == s.length)
		return s;
	/* a lower-case letter can take a byte more than its capital */
	bytes = arena_new(arena, s.length, 2);
	for (at = 0; at < s.length; ) {
		uint32_t code = utf8_next(s, &at);

		code = code == APOSTROPHE ? '\'' : utf8_lower(code);
		length += utf8_encode(code, bytes + length);
	}
	return (struct slice){ bytes, length };
}

static void
add(struct cutter *c, size_t start, size_t end, enum token_kind kind)
{
	struct token *token;

	ARENA_GROW(c->arena, c->tokens, c->count, c->capacity);
	token = &c->tokens[c->count++];
	*token = (struct token){ 0 };
	token->text = slice_part(c->text, start, end);
	token->lower = lower_of(token->text, c->arena);
	token->lemma = token->lower;
	token->start = (uint32_t)(c->base + start);
	token->end = (uint32_t)(c->base + end);
	token->kind = (uint8_t)kind;
	token->shape = kind == TOKEN_WORD || kind == TOKEN_URL ||
	    kind == TOKEN_NUMBER ? (uint8_t)shape_of(token->text) :
	    SHAPE_OTHER;
	token->space_before = space_before(c, start);
}

/* --------------------------------------------------------------- words */

/* Digits with their separators, perhaps an ordinal's or a decade's end. */
static bool
is_number(struct slice s)
{
	size_t at = 0;
	struct slice end;

	while (at < s.length && !is_letter(s.at[at]) &&
	    (unsigned char)s.at[at] < 0x80)
		at++;
	if (at == 0)
		return false;
	end = slice_part(s, at, s.length);
	return end.length == 0 || slice_is(end, "s") || slice_is(end, "th") ||
	    slice_is(end, "st") || slice_is(end, "nd") || slice_is(end, "rd");
}

static void
add_part(struct cutter *c, size_t start, size_t end)
{
	struct slice s = slice_part(c->text, start, end);

	add(c, start, end, is_digit(s.at[0]) && is_number(s) ? TOKEN_NUMBER :
	    TOKEN_WORD);
}

/* Where the clitic of a word begins ("n't", "'s"), or `end`. */
static size_t
clitic_start(const struct cutter *c, size_t start, size_t end)
{
	size_t behind = end, mark;
	struct slice rest;

	while (behind > start && end - behind < 3 &&
	    is_letter(byte_at(c, behind - 1)))
		behind--;
	rest = slice_part(c->text, behind, end);
	if (rest.length == 0 || rest.length > 2 || behind <= start + 1)
		return end;
	mark = behind;
	if (!is_apostrophe(utf8_previous(c->text, &mark)) || mark == start)
		return end;
	if (is_one_of(rest, clitics, COUNT(clitics)))
		return mark;
	if (rest.length == 1 && (rest.at[0] | 0x20) == 't' &&
	    mark > start + 1 && (c->text.at[mark - 1] | 0x20) == 'n')
		return mark - 1;
	return end;
}

/* Bytes of the first part of a word that is two, or 0. */
static size_t
joined_first(const struct cutter *c, size_t start, size_t end)
{
	struct slice word = slice_part(c->text, start, end);

	if (word.length < 5 || word.length > 8)
		return 0;
	for (size_t i = 0; i < COUNT(joined_words); i++) {
		const char *const form = joined_words[i].word;

		if (is_one_of(word, &form, 1))
			return joined_words[i].first;
	}
	return 0;
}

/* Bytes of a number in front of its unit ("10" of "10am"), or 0. */
static size_t
number_before_unit(const struct cutter *c, size_t start, size_t end)
{
	size_t at = start;

	if (!is_digit(c->text.at[start]))
		return 0;
	while (at < end && !is_letter(c->text.at[at]))
		at++;
	if (at == end || !is_one_of(slice_part(c->text, at, end), units,
	    COUNT(units)))
		return 0;
	return at - start;
}

/* Add a word as one token or, where it is a contraction, as several. */
static void
add_word(struct cutter *c, size_t start, size_t end)
{
	size_t cuts[4], count = 0, first;

	while (count < COUNT(cuts)) {
		size_t cut = clitic_start(c, start, end);

		if (cut == end)
			break;
		cuts[count++] = end;
		end = cut;
	}
	first = joined_first(c, start, end);
	if (first == 0)
		first = number_before_unit(c, start, end);
	if (first > 0) {
		add_part(c, start, start + first);
		start += first;
	}
	add_part(c, start, end);
	while (count > 0) {
		add_part(c, end, cuts[count - 1]);
		end = cuts[--count];
	}
}

/* A hyphen inside a telephone number or a date: several groups of digits, or
   three digits and four. */
static bool
joins_digits(const struct cutter *c, size_t start, size_t at)
{
	size_t before = at - start, after = at + 1, groups = 2;

	for (size_t i = start; i < at; i++) {
		if (c->text.at[i] == '-')
			return true;	/* decided at the first one */
		if (!is_digit(c->text.at[i]))
			return false;
	}
	while (is_digit(byte_at(c, after)))
		after++;
	if (byte_at(c, after) == '-' && is_digit(byte_at(c, after + 1)))
		groups++;
	return groups > 2 || (before == 3 && after - at - 1 == 4);
}

/* May a full stop stand inside a word here ("U.S", "2.3", "enron.com")? */
static bool
stop_inside(const struct cutter *c, size_t start, size_t at)
{
	int before = byte_at(c, at - 1), after = byte_at(c, at + 1);

	if (is_digit(before))
		return is_digit(after) || is_lower(after);
	if (!is_word_code(code_at(c, at + 1)) || is_digit(after))
		return false;
	/* "ended.The next": a blank was forgotten */
	return !(at >= start + 2 && is_lower(before) &&
	    is_lower(byte_at(c, at - 2)) && is_upper(after));
}

/* Bytes of a mark at `at` that stands inside the word begun at start, or 0. */
static size_t
mark_inside(const struct cutter *c, size_t start, size_t at)
{
	uint32_t mark = code_at(c, at);
	int before = byte_at(c, at - 1);
	size_t next = at + code_length(mark);
	int after = byte_at(c, next);
	bool digits = is_digit(before) && is_digit(after);
	bool inside = false;

	switch (mark) {
	case '\'':
	case APOSTROPHE:
		inside = is_word_code(code_at(c, next)) &&
		    is_word_code(code_before(c, at));
		break;
	case '.':
		inside = stop_inside(c, start, at);
		break;
	case ',':
		inside = digits && is_digit(byte_at(c, at + 2)) &&
		    is_digit(byte_at(c, at + 3)) &&
		    !is_digit(byte_at(c, at + 4));
		break;
	case ':':
	case '/':
		inside = digits;
		break;
	case '-':
		inside = (digits && joins_digits(c, start, at)) ||
		    (is_letter(after) && is_one_of(slice_part(c->text, start,
		    at), prefixes, COUNT(prefixes)));
		break;
	case '&':
		inside = is_upper(before) && is_upper(after);
		break;
	}
	return inside ? next - at : 0;
}

static size_t
word_end(const struct cutter *c, size_t start)
{
	size_t at = start;

	while (at < c->text.length) {
		uint32_t code;
		size_t next = at;

		code = utf8_next(c->text, &next);
		if (!is_word_code(code)) {
			size_t inside = at > start ?
			    mark_inside(c, start, at) : 0;

			if (inside == 0)
				break;
			next = at + inside;
		}
		at = next;
	}
	return at;
}

/* Does nothing but closing marks follow? */
static bool
ends_text(const struct cutter *c, size_t at)
{
	while (at < c->text.length) {
		if (is_word_code(utf8_next(c->text, &at)))
			return false;
	}
	return true;
}

/* Does the full stop at `at` belong to the word in front of it? */
static bool
stop_of_word(const struct cutter *c, size_t start, size_t at)
{
	struct abbreviation found;
	size_t next = at + 1;

	if (byte_at(c, at) != '.' || byte_at(c, at + 1) == '.')
		return false;
	found = abbreviation_find(slice_part(c->text, start, next));
	if (found.class == ABBREVIATION_NONE)
		return false;
	if (ends_text(c, next))
		return !found.word && !(at - start == 1 &&
		    byte_at(c, start) == 'I');
	if (!found.word)
		return true;
	while (byte_at(c, next) == ' ')
		next++;
	return is_digit(byte_at(c, next)) || (is_lower(byte_at(c, next)) &&
	    found.class != ABBREVIATION_NUMBER);
}

/* Does an apostrophe behind a word belong to it ("goin'", "ol'")? */
static bool
is_clipped(const struct cutter *c, size_t start, size_t end)
{
	struct slice word = slice_part(c->text, start, end);
	uint32_t mark = code_at(c, end);
	size_t next = end + code_length(mark);

	if (!is_apostrophe(mark) || c->single_open ||
	    byte_at(c, next) != ' ' || !is_letter(byte_at(c, next + 1)))
		return false;
	return (word.length > 3 && slice_ends(word, SLICE("in"))) ||
	    is_one_of(word, clipped, COUNT(clipped));
}

/* ----------------------------------------------------------- addresses */

/* @name and #tag. */
static size_t
handle_end(const struct cutter *c, size_t start)
{
	size_t at = start + 1;

	if (!is_letter(byte_at(c, at)) && byte_at(c, at) != '_')
		return start;
	while (is_letter(byte_at(c, at)) || is_digit(byte_at(c, at)) ||
	    byte_at(c, at) == '_')
		at++;
	return at;
}

/* ----------------------------------------------------- quotation marks */

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

/* Is there a mark further on that could close a single quotation? */
static bool
single_closes_later(const struct cutter *c, size_t at)
{
	while (at < c->text.length) {
		size_t mark = at;
		uint32_t code = utf8_next(c->text, &at);

		if (is_apostrophe(code) && !space_before(c, mark) &&
		    !is_word_code(code_at(c, at)))
			return true;
	}
	return false;
}

/* Is the apostrophe behind a word its genitive ("Hamas' response")? */
static bool
is_possessive(const struct cutter *c, size_t start, size_t end)
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
	add(c, start, end, opens ? TOKEN_OPENING : TOKEN_CLOSING);
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
	    is_digit(word.at[1]) && (word.length == 2 ||
	    (word.length == 3 && word.at[2] == 's'))) {
		add(c, start, stop, TOKEN_NUMBER);
		return stop;
	}
	if (!is_one_of(word, elisions, COUNT(elisions)))
		return start;
	if (slice_is(word, "n") || slice_is(word, "N")) {
		if (is_apostrophe(behind))
			stop += code_length(behind);	/* rock 'n' roll */
	} else if (is_apostrophe(behind)) {
		return start;			/* 'cause' is quoted */
	}
	if (is_one_of(word, it_elisions, COUNT(it_elisions))) {
		add(c, start, end + 1, TOKEN_WORD);	/* 't was */
		start = end + 1;
	}
	add(c, start, stop, TOKEN_WORD);
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
		    !is_word_code(code_at(c, end + 1)) &&
		    byte_at(c, start - 1) == '.') {
			add(c, start, end + 1, TOKEN_WORD);	/* Jr.'s */
			return end + 1;
		}
		if (is_word_code(code_before(c, start)) &&
		    is_possessive(c, start, end)) {
			add(c, start, end, TOKEN_WORD);
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

static size_t
take_double(struct cutter *c, size_t start, size_t end)
{
	/* 6'2" is a height */
	if (start > 2 && is_digit(byte_at(c, start - 1)) && c->count > 0 &&
	    memchr(c->tokens[c->count - 1].text.at, '\'',
	    c->tokens[c->count - 1].text.length)) {
		add(c, start, end, TOKEN_SYMBOL);
		return end;
	}
	return add_mark(c, start, end, opens_by_neighbours(c, start, end,
	    c->double_open), &c->double_open);
}

/* Take a quotation mark; returns start when there is none. */
static size_t
take_quotation_mark(struct cutter *c, size_t start, uint32_t mark)
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
	case GUILLEMET_CLOSE:
	case ANGLE_CLOSE:
		return add_mark(c, start, end, space_before(c, start) &&
		    !space_at(c, end), &other);
	}
	return start;
}

/* --------------------------------------------------------- other marks */

static size_t
take_emoticon(struct cutter *c, size_t start)
{
	struct slice rest = slice_part(c->text, start, c->text.length);

	for (size_t i = 0; i < COUNT(emoticons); i++) {
		struct slice face = slice_of(emoticons[i]);

		if (slice_begins(rest, face) &&
		    space_at(c, start + face.length)) {
			add(c, start, start + face.length, TOKEN_SYMBOL);
			return start + face.length;
		}
	}
	return start;
}

/* The end of a run of marks that are one token: "...", "?!", "--". */
static size_t
run_end(const struct cutter *c, size_t start)
{
	int first = byte_at(c, start);
	size_t at = start + 1;

	if (first == '!' || first == '?') {
		while (byte_at(c, at) == '!' || byte_at(c, at) == '?')
			at++;
	} else if (first == '.' || first == '-' || first == '*' ||
	    first == '=' || first == '_' || first == '<' || first == '>') {
		while (byte_at(c, at) == first)
			at++;
	}
	return at;
}

static enum token_kind
kind_of_mark(uint32_t code)
{
	if (code < 0x80)
		return strchr("$%+=<>|~^*#@\\", (int)code) ? TOKEN_SYMBOL :
		    TOKEN_PUNCTUATION;
	if (code == ELLIPSIS || (code >= 0x2010 && code <= 0x2027) ||
	    code == 0xa1 || code == 0xbf || code == 0xb7)
		return TOKEN_PUNCTUATION;
	return TOKEN_SYMBOL;
}

static size_t
take_mark(struct cutter *c, size_t start, uint32_t code)
{
	size_t end = take_quotation_mark(c, start, code);

	if (end > start)
		return end;
	if ((code == ':' || code == ';') && space_before(c, start)) {
		end = take_emoticon(c, start);
		if (end > start)
			return end;
	}
	if ((code == '@' || code == '#') && !is_word_code(code_before(c,
	    start))) {
		end = handle_end(c, start);
		if (end > start) {
			add(c, start, end, TOKEN_URL);
			return end;
		}
	}
	if (code == '.' && is_digit(byte_at(c, start + 1)) &&
	    space_before(c, start)) {
		end = word_end(c, start + 1);
		add(c, start, end, TOKEN_NUMBER);
		return end;
	}
	end = code < 0x80 ? run_end(c, start) : start + code_length(code);
	add(c, start, end, kind_of_mark(code));
	return end;
}

static size_t
take_word(struct cutter *c, size_t start)
{
	size_t end;

	if (space_before(c, start) || !is_word_code(code_before(c, start))) {
		end = address_end(c->text, start, &c->plain_until);
		if (end > start) {
			add(c, start, end, TOKEN_URL);
			return end;
		}
	}
	end = word_end(c, start);
	if (byte_at(c, end) == '$' && end - start <= 3 &&
	    is_upper(byte_at(c, start)) && is_digit(byte_at(c, end + 1))) {
		add(c, start, end + 1, TOKEN_SYMBOL);	/* US$5 */
		return end + 1;
	}
	if (stop_of_word(c, start, end)) {
		end++;
	} else if (is_clipped(c, start, end)) {
		end += code_length(code_at(c, end));
		add(c, start, end, TOKEN_WORD);
		return end;
	} else if (address_is_host(slice_part(c->text, start, end))) {
		add(c, start, end, TOKEN_URL);
		return end;
	}
	add_word(c, start, end);
	return end;
}

struct token *
tokens_cut(struct slice text, size_t start, struct arena *arena,
    size_t *count)
{
	struct cutter c = { .text = text, .base = start, .arena = arena };
	size_t at = 0;

	while (at < text.length) {
		size_t next = at;
		uint32_t code = utf8_next(text, &next);

		if (is_space_code(code))
			at = next;
		else if (is_word_code(code))
			at = take_word(&c, at);
		else
			at = take_mark(&c, at, code);
	}
	*count = c.count;
	return c.tokens;
}
