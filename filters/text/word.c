/*
 * Words and numbers: what belongs inside one, what is parted from it.
 */
#include "text/word.h"

#include "text/abbreviation.h"
#include "text/address.h"

/* Words that are cut although no mark shows where: bytes of the first part. */
static const struct joined {
	const char *word;
	size_t first;
} joined_words[] = {
	{ "cannot", 3 }, { "d'you", 2 }, { "d’you", 4 }, { "gimme", 3 },
	{ "gonna", 3 }, { "gotta", 3 }, { "lemme", 3 }, { "wanna", 3 },
	{ "y'all", 2 }, { "y’all", 4 }
};

/* What stands behind an apostrophe that begins a token of its own. */
static const char *const clitics[] = { "d", "ll", "m", "re", "s", "ve" };

/* Words that end with one, apart from those in -in'. */
static const char *const clipped[] = { "an", "lil", "n", "o", "ol", "th" };

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

	cutter_add(c, start, end, is_digit(s.at[0]) && is_number(s) ?
	    TOKEN_NUMBER : TOKEN_WORD);
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
	if (cutter_is_one_of(rest, clitics, COUNT(clitics)))
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

		if (cutter_is_one_of(word, &form, 1))
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
	if (at == end || !cutter_is_one_of(slice_part(c->text, at, end), units,
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
		    (is_letter(after) && cutter_is_one_of(slice_part(c->text,
		    start, at), prefixes, COUNT(prefixes)));
		break;
	case '&':
		inside = is_upper(before) && is_upper(after);
		break;
	}
	return inside ? next - at : 0;
}

size_t
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

/* Does an apostrophe behind a word belong to it ("goin'", "ol'", "o'-")? */
static bool
is_clipped(const struct cutter *c, size_t start, size_t end)
{
	struct slice word = slice_part(c->text, start, end);
	uint32_t mark = code_at(c, end);
	size_t next = end + code_length(mark);

	if (!is_apostrophe(mark) || c->single_open)
		return false;
	if (word.length > 3 && slice_ends(word, SLICE("in")))
		return !is_word_code(code_at(c, next));
	return (byte_at(c, next) == '-' || byte_at(c, next) == ' ') &&
	    is_letter(byte_at(c, next + 1)) &&
	    cutter_is_one_of(word, clipped, COUNT(clipped));
}

/* The end of a word of plain letters with a blank behind it, or start. */
static size_t
plain_end(const struct cutter *c, size_t start)
{
	size_t end = start;

	while (end < c->text.length && is_letter(c->text.at[end]))
		end++;
	return byte_at(c, end) == ' ' ? end : start;
}

/* Takes the shortest way with the commonest words, to the same end. */
size_t
word_take(struct cutter *c, size_t start)
{
	size_t end = plain_end(c, start);

	if (end > start && space_before(c, start)) {
		if (joined_first(c, start, end) > 0)
			add_word(c, start, end);
		else
			cutter_add(c, start, end, TOKEN_WORD);
		return end;
	}

	if (space_before(c, start) || !is_word_code(code_before(c, start))) {
		end = address_end(c->text, start, &c->plain_until);
		if (end > start) {
			cutter_add(c, start, end, TOKEN_URL);
			return end;
		}
	}
	end = word_end(c, start);
	if (byte_at(c, end) == '$' && end - start <= 3 &&
	    is_upper(byte_at(c, start)) && is_digit(byte_at(c, end + 1))) {
		cutter_add(c, start, end + 1, TOKEN_SYMBOL);	/* US$5 */
		return end + 1;
	}
	if (stop_of_word(c, start, end)) {
		end++;
	} else if (is_clipped(c, start, end)) {
		end += code_length(code_at(c, end));
		cutter_add(c, start, end, TOKEN_WORD);
		return end;
	} else if (address_is_host(slice_part(c->text, start, end))) {
		cutter_add(c, start, end, TOKEN_URL);
		return end;
	}
	add_word(c, start, end);
	return end;
}
