/*
 * The state of a text that is being split.
 */
#include "text/splitter.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "text/item.h"

/* Bytes in front of which a word begins, marks outside ASCII aside. */
static const bool breaks[256] = {
	['\t'] = true, ['\n'] = true, [' '] = true, ['"'] = true, ['('] = true,
	['['] = true, ['/'] = true, ['-'] = true
};

size_t
splitter_closer(const struct splitter *s, size_t at)
{
	int b = byte_at(s, at);

	if (b == '"' || b == '\'' || b == ')' || b == ']' || b == '}')
		return 1;
	if (b == 0xe2 && (mark_at(s, at, DOUBLE_CLOSE) ||
	    mark_at(s, at, SINGLE_CLOSE)))
		return 3;
	if (b == 0xc2 && mark_at(s, at, "\xC2\xBB"))
		return 2;
	return 0;
}

/* Bytes of an opening mark at `at`, or 0. */
static size_t
opener_length(const struct splitter *s, size_t at)
{
	int b = byte_at(s, at);

	if (b == '"' || b == '\'' || b == '(' || b == '[' || b == '{')
		return 1;
	if (b == 0xe2 && (mark_at(s, at, DOUBLE_OPEN) ||
	    mark_at(s, at, SINGLE_OPEN) || mark_at(s, at, SINGLE_CLOSE) ||
	    mark_at(s, at, "\xE2\x80\x9E")))
		return 3;
	if (b == 0xc2 && (mark_at(s, at, "\xC2\xAB") ||
	    mark_at(s, at, "\xC2\xBF") || mark_at(s, at, "\xC2\xA1")))
		return 2;
	return 0;
}

enum follow_class
splitter_class_at(const struct splitter *s, size_t at)
{
	int b = byte_at(s, at);
	enum utf8_class class;

	if (b < 0x80)
		return is_upper(b) ? FOLLOW_UPPER : is_lower(b) ?
		    FOLLOW_LOWER : is_digit(b) ? FOLLOW_DIGIT : FOLLOW_MARK;
	class = utf8_class(utf8_next(s->text, &at));
	return class == UTF8_UPPER ? FOLLOW_UPPER : class == UTF8_LOWER ?
	    FOLLOW_LOWER : class == UTF8_DIGIT ? FOLLOW_DIGIT : FOLLOW_MARK;
}

struct follow
splitter_follow(const struct splitter *s, size_t at)
{
	struct follow follow = { .class = FOLLOW_END };
	size_t length;

	at = skip_blanks(s->text, at, s->end);
	while ((length = opener_length(s, at)) > 0) {
		int b = byte_at(s, at);

		if (b == '(' || b == '[' || b == '{')
			follow.bracketed = true;
		else
			follow.quoted = true;
		at += length;
	}
	follow.at = at;
	if (at < s->end)
		follow.class = splitter_class_at(s, at);
	return follow;
}

struct slice
splitter_word_at(const struct splitter *s, size_t at)
{
	size_t end = at;

	while (end < s->end && end - at < SPLITTER_WORD_MAX &&
	    is_letter(byte_at(s, end)))
		end++;
	return slice_part(s->text, at, end);
}

size_t
splitter_word_start(const struct splitter *s, size_t at)
{
	size_t first = at > s->start + SPLITTER_WORD_MAX ?
	    at - SPLITTER_WORD_MAX : s->start;
	size_t start = at;

	while (start > first) {
		unsigned char b = (unsigned char)s->text.at[start - 1];

		if (breaks[b])
			break;
		if (b >= 0x80 && (mark_before(s, start, DOUBLE_OPEN) ||
		    mark_before(s, start, SINGLE_OPEN) ||
		    mark_before(s, start, EM_DASH) ||
		    mark_before(s, start, EN_DASH)))
			break;
		start--;
	}
	return start;
}

void
splitter_emit(struct splitter *s, size_t end, enum sentence_kind kind,
    const char *end_rule, const char *kind_rule)
{
	struct sentences *out = s->out;

	while (end > s->start && (unsigned char)s->text.at[end - 1] <= ' ')
		end--;
	if (end == s->start)
		return;
	MEMORY_GROW(out->at, out->count, out->capacity);
	out->at[out->count++] = (struct sentence_span){
		.start = s->start, .end = end, .paragraph = s->paragraph,
		.kind = kind, .end_rule = end_rule, .kind_rule = kind_rule
	};
}

void
splitter_begin(struct splitter *s, size_t at)
{
	struct marker marker;
	const char *bullet;

	s->start = s->at = skip_blanks(s->text, at, s->end);
	bullet = item_bullet(s, s->at);
	if (bullet) {
		s->bullet = bullet;
		s->at = skip_blanks(s->text, s->at + strlen(bullet), s->end);
	}
	marker = item_marker(s, s->at);
	if (marker.form) {
		s->list = marker;
		s->at += marker.length;
	}
}

void
splitter_end(struct splitter *s, size_t end, const char *rule)
{
	splitter_emit(s, end, KIND_BODY, rule, "");
	splitter_begin(s, end);
}
