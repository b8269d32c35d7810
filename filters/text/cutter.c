/*
 * The state of a sentence that is being cut into tokens.
 */
#include "text/cutter.h"

bool
cutter_is_letter(uint32_t code)
{
	enum utf8_class class;

	if (code >= 0x300 && code <= 0x36f)	/* combining marks */
		return true;
	if (code >= 0x2080 && code <= 0x2089)	/* CO₂ */
		return true;
	if (code == 0xad || (code >= 0x200b && code <= 0x200d))
		return true;
	class = utf8_class(code);
	return class == UTF8_LOWER || class == UTF8_UPPER ||
	    class == UTF8_DIGIT;
}

bool
cutter_is_one_of(struct slice s, const char *const *words, size_t count)
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

/* s in lower case, with straight apostrophes. */
static struct slice
lower_of(struct slice s, struct arena *arena)
{
	/* a lower-case letter can take a byte more than its capital */
	char *bytes = arena_new(arena, s.length, 2);
	size_t length = 0;

	for (size_t at = 0; at < s.length; ) {
		uint32_t code = utf8_next(s, &at);

		if (code < 0x80) {
			bytes[length++] = (char)(is_upper((int)code) ?
			    code | 0x20 : code);
			continue;
		}
		code = code == APOSTROPHE ? '\'' : utf8_lower(code);
		length += utf8_encode(code, bytes + length);
	}
	return (struct slice){ bytes, length };
}

/* Is s in lower case already, and ASCII? */
static bool
is_plain(struct slice s)
{
	bool plain = true;

	for (size_t i = 0; i < s.length; i++)
		plain &= !is_upper(s.at[i]) & ((unsigned char)s.at[i] < 0x80);
	return plain;
}

void
cutter_add(struct cutter *c, size_t start, size_t end, enum token_kind kind)
{
	struct token *token;

	ARENA_GROW(c->arena, c->tokens, c->count, c->capacity);
	token = &c->tokens[c->count++];
	*token = (struct token){ 0 };
	token->text = slice_part(c->text, start, end);
	token->lower = is_plain(token->text) ? token->text :
	    lower_of(token->text, c->arena);
	token->lemma = token->lower;
	token->start = (uint32_t)(c->base + start);
	token->end = (uint32_t)(c->base + end);
	token->kind = (uint8_t)kind;
	token->shape = kind == TOKEN_WORD || kind == TOKEN_URL ||
	    kind == TOKEN_NUMBER ? (uint8_t)shape_of(token->text) :
	    SHAPE_OTHER;
	token->space_before = space_before(c, start);
}
