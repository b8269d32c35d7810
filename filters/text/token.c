/*
 * Cutting a sentence into tokens.
 *
 * One pass from left to right.  The kind of the next character chooses what
 * is taken: a word with what belongs inside it (an apostrophe between letters,
 * a full stop of an abbreviation, the comma of "1,200"), which is then parted
 * at its contraction or unit (word.c); a quotation mark, told from an
 * apostrophe by its neighbours and by whether one is open (quote.c); or another
 * mark.
 */
#include "text/token.h"

#include "text/cutter.h"
#include "text/quote.h"
#include "text/word.h"

/* Faces; each begins with a colon or semicolon. */
static const char *const emoticons[] = {
	":'(", ":(", ":)", ":-(", ":-)", ":-D", ":-P", ":D", ":P", ";)", ";-)"
};

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

static size_t
take_emoticon(struct cutter *c, size_t start)
{
	struct slice rest = slice_part(c->text, start, c->text.length);

	for (size_t i = 0; i < COUNT(emoticons); i++) {
		struct slice face = slice_of(emoticons[i]);

		if (slice_begins(rest, face) &&
		    space_at(c, start + face.length)) {
			cutter_add(c, start, start + face.length, TOKEN_SYMBOL);
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
	size_t end = quote_take(c, start, code);

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
			cutter_add(c, start, end, TOKEN_URL);
			return end;
		}
	}
	if (code == '.' && is_digit(byte_at(c, start + 1)) &&
	    space_before(c, start)) {
		end = word_end(c, start + 1);
		cutter_add(c, start, end, TOKEN_NUMBER);
		return end;
	}
	end = code < 0x80 ? run_end(c, start) : start + code_length(code);
	cutter_add(c, start, end, kind_of_mark(code));
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
			at = word_take(&c, at);
		else
			at = take_mark(&c, at, code);
	}
	*count = c.count;
	return c.tokens;
}
