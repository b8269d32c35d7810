/*
 * Splitting a text into sentences.
 *
 * A table of bytes says where to stop: only at a full stop, a mark like it, a
 * quotation mark, a bracket or a bullet is anything decided.  What a clause
 * introduces and closes (He said, “No. Never.”) and what stands in brackets
 * inside a sentence is stepped over as one; for the rest, the word in front of
 * a mark and the word behind it decide.  Each decision has a name, which
 * --explain shows.
 */
#include "text/sentence.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/abbreviation.h"
#include "text/address.h"
#include "text/kind.h"
#include "text/layout.h"
#include "text/opening.h"
#include "text/part.h"

enum {
	QUOTATION_MAX = 2000,	/* bytes stepped over as one quotation */
	BRACKET_MAX = 400,	/* and as one bracket */
	DATELINE_MAX = 160,
	DATELINE_REST = 60,	/* bytes of text behind one, at least */
	RULE_MIN = 5,		/* marks in a row that draw a line */
	FACTS_MAX = 160,	/* bytes of a line of facts */
	DATELINE_PARAGRAPHS = 4, /* whose start is looked at */
	WORD_MAX = 24		/* bytes of a word that matters */
};

enum stop {			/* what a byte may be */
	STOP_NONE, STOP_MARK, STOP_QUOTE, STOP_SINGLE, STOP_BRACKET,
	STOP_COLON, STOP_AT, STOP_RULE,
	STOP_WIDE		/* first byte of a mark in UTF-8 */
};

static const unsigned char stops[256] = {
	['.'] = STOP_MARK, ['!'] = STOP_MARK, ['?'] = STOP_MARK,
	['"'] = STOP_QUOTE, ['\''] = STOP_SINGLE,
	['('] = STOP_BRACKET, ['['] = STOP_BRACKET, [')'] = STOP_BRACKET,
	[':'] = STOP_COLON, ['@'] = STOP_AT,
	['-'] = STOP_RULE, ['_'] = STOP_RULE, ['*'] = STOP_RULE,
	['='] = STOP_RULE,
	[0xe2] = STOP_WIDE, [0xe3] = STOP_WIDE, [0xef] = STOP_WIDE
};

/* Marks outside ASCII, by their three bytes. */
#define ELLIPSIS	"\xE2\x80\xA6"
#define DOUBLE_OPEN	"\xE2\x80\x9C"
#define DOUBLE_CLOSE	"\xE2\x80\x9D"
#define SINGLE_OPEN	"\xE2\x80\x98"
#define SINGLE_CLOSE	"\xE2\x80\x99"
#define EN_DASH		"\xE2\x80\x93"
#define EM_DASH		"\xE2\x80\x94"
#define IDEOGRAPHIC_STOP "\xE3\x80\x82"
#define WIDE_EXCLAMATION "\xEF\xBC\x81"
#define WIDE_QUESTION	"\xEF\xBC\x9F"

/* Bytes in front of which a word begins, marks outside ASCII aside. */
static const bool breaks[256] = {
	['\t'] = true, ['\n'] = true, [' '] = true, ['"'] = true, ['('] = true,
	['['] = true, ['/'] = true, ['-'] = true
};

static const char *const bullets[] = {
	"\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x81\x83", "\xE2\x96\xA0",
	"\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6"
};

static const char *const faces[] = {
	":'(", ":(", ":)", ":-(", ":-)", ":D", ":P", ";)", ";-)", "<3", "=(",
	"=)", ">:(", "^_^"
};

/* What a number names in a caption such as "Figure 2. The valley". */
static const char *const numbered[] = {
	"Article", "Box", "Chapter", "Chart", "Exhibit", "Figure", "Map",
	"Part", "Rule", "Section", "Step", "Table"
};

#define COUNT(array) (sizeof (array) / sizeof *(array))

/* A number or letter that begins the item of a list. */
struct marker {
	size_t number;		/* of a letter: 1 is a */
	char form;		/* '.', ')', or '2' for ".)"; 0 is none */
	bool letter;
	size_t length;		/* bytes */
};

struct splitter {
	struct slice text;
	struct sentences *out;
	size_t paragraph;
	size_t start;		/* of the sentence that is being read */
	size_t at, end;		/* of what is left of the paragraph */
	struct marker list;	/* the item in front, when it is a list */
	const char *bullet;	/* the paragraph's, or NULL */
	size_t next_shut[2];	/* the next ) and ], when not passed yet */
};

/* What stands behind a mark. */
enum follow_class {
	FOLLOW_END, FOLLOW_LOWER, FOLLOW_UPPER, FOLLOW_DIGIT, FOLLOW_MARK
};

struct follow {
	enum follow_class class;
	size_t at;		/* the first letter, digit or other mark */
	bool quoted, bracketed;	/* what stands before that */
};

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

/* The byte at, or 0 outside of the paragraph. */
static int
byte_at(const struct splitter *s, size_t at)
{
	return at < s->end ? (unsigned char)s->text.at[at] : 0;
}

/* Do the bytes at `at` begin with a mark? */
static bool
mark_at(const struct splitter *s, size_t at, const char *mark)
{
	size_t length = strlen(mark);

	return s->end - at >= length && at < s->end &&
	    memcmp(s->text.at + at, mark, length) == 0;
}

/* Does a mark end in front of `at`? */
static bool
mark_before(const struct splitter *s, size_t at, const char *mark)
{
	size_t length = strlen(mark);

	return at >= s->start + length &&
	    memcmp(s->text.at + at - length, mark, length) == 0;
}

static bool
blank_at(const struct splitter *s, size_t at)
{
	return at >= s->end || blank_length(s->text, at) > 0;
}

static bool
blank_before(const struct splitter *s, size_t at)
{
	return at <= s->start || blank_at(s, at - 1);
}

/* Bytes of a closing mark at `at`, or 0. */
static size_t
closer_length(const struct splitter *s, size_t at)
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

static bool
dash_at(const struct splitter *s, size_t at)
{
	return byte_at(s, at) == '-' || mark_at(s, at, EM_DASH) ||
	    mark_at(s, at, EN_DASH);
}

static enum follow_class
class_at(const struct splitter *s, size_t at)
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

/* What follows from `at` on, blanks and opening marks left out. */
static struct follow
follow_of(const struct splitter *s, size_t at)
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
		follow.class = class_at(s, at);
	return follow;
}

static struct slice
word_at(const struct splitter *s, size_t at)
{
	size_t end = at;

	while (end < s->end && end - at < WORD_MAX &&
	    is_letter(byte_at(s, end)))
		end++;
	return slice_part(s->text, at, end);
}

/* Where the word that ends before `at` begins; no further back than WORD_MAX
   bytes or the start of the sentence. */
static size_t
word_start(const struct splitter *s, size_t at)
{
	size_t first = at > s->start + WORD_MAX ? at - WORD_MAX : s->start;
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

/* ----------------------------------------------------------- sentences */

static void
emit(struct splitter *s, size_t end, enum sentence_kind kind,
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

/* The marker of a list item at `at`; form 0 when there is none. */
static struct marker
marker_at(const struct splitter *s, size_t at)
{
	struct marker marker = { 0 };
	size_t end = at;

	while (is_digit(byte_at(s, end)) && end < at + 3)
		marker.number = marker.number * 10 +
		    (size_t)(byte_at(s, end++) - '0');
	while (end > at && byte_at(s, end) == '.' &&
	    is_digit(byte_at(s, end + 1)) && end < at + 6)
		end += 2;		/* "2.1." */
	if (end == at && is_letter(byte_at(s, at))) {
		marker.number = (size_t)(byte_at(s, at) | 0x20) - 'a' + 1;
		marker.letter = true;
		end++;
	}
	if (end == at)
		return marker;
	if (byte_at(s, end) == '.' && byte_at(s, end + 1) == ')')
		marker.form = '2';
	else if (byte_at(s, end) == '.' || byte_at(s, end) == ')')
		marker.form = s->text.at[end];
	end += marker.form == '2' ? 2 : 1;
	if (byte_at(s, end) != ' ' || (marker.form == '.' &&
	    is_upper(byte_at(s, at))))
		marker.form = 0;	/* "J. K. Abara" is no list */
	marker.length = end - at;
	return marker;
}

static const char *
bullet_at(const struct splitter *s, size_t at)
{
	if (byte_at(s, at) != 0xe2)
		return NULL;
	for (size_t i = 0; i < COUNT(bullets); i++) {
		if (mark_at(s, at, bullets[i]))
			return bullets[i];
	}
	return NULL;
}

/* Begin the next sentence behind `at`: step over the marker of a list item,
   so that its full stop ends nothing. */
static void
begin_sentence(struct splitter *s, size_t at)
{
	struct marker marker;
	const char *bullet;

	s->start = s->at = skip_blanks(s->text, at, s->end);
	bullet = bullet_at(s, s->at);
	if (bullet) {
		s->bullet = bullet;
		s->at = skip_blanks(s->text, s->at + strlen(bullet), s->end);
	}
	marker = marker_at(s, s->at);
	if (marker.form) {
		s->list = marker;
		s->at += marker.length;
	}
}

static void
end_sentence(struct splitter *s, size_t end, const char *rule)
{
	emit(s, end, KIND_BODY, rule, "");
	begin_sentence(s, end);
}

/* ------------------------------------------- what ends a sentence, why */

/* Is the sentence so far a short phrase such as "At 5 a.m."? */
static bool
opens_with_phrase(const struct splitter *s, size_t at)
{
	static const char *const prepositions[] = {
		"After", "Around", "At", "Before", "By", "From", "On",
		"Since", "Until"
	};
	struct slice first = word_at(s, s->start);
	size_t blanks = 0;

	for (size_t i = s->start; i < at && blanks < 6; i++)
		blanks += s->text.at[i] == ' ';
	for (size_t i = 0; blanks < 6 && i < COUNT(prepositions); i++) {
		if (slice_is(first, prepositions[i]))
			return true;
	}
	return false;
}

static bool
starts_sentence(const struct splitter *s, const struct follow *follow)
{
	return opening_find(word_at(s, follow->at)) == OPENING_STARTER;
}

static bool
is_month(const struct splitter *s, size_t at)
{
	struct slice word = word_at(s, at);

	word.length += byte_at(s, at + word.length) == '.';
	return abbreviation_find(word).class == ABBREVIATION_MONTH ||
	    opening_find(word) == OPENING_CLOCK;
}

/* Is the sentence so far but "Figure 2", the number of what follows? */
static bool
is_numbered(const struct splitter *s, size_t at)
{
	struct slice word = word_at(s, s->start);
	size_t number = s->start + word.length + 1;

	if (number >= at || at - number > 4 || !is_digit(byte_at(s, number)))
		return false;
	for (size_t i = 0; i < COUNT(numbered); i++) {
		if (slice_is(word, numbered[i]))
			return true;
	}
	return false;
}

/* A word like "Sgts." or "Mgr.": no vowel, so no English word. */
static bool
has_no_vowel(struct slice word)
{
	if (word.length < 3 || word.length > 6 || !is_upper(word.at[0]))
		return false;
	for (size_t i = 1; i + 1 < word.length; i++) {
		if (!is_lower(word.at[i]) || strchr("aeiouy", word.at[i]))
			return false;
	}
	return !strchr("AEIOUY", word.at[0]);
}

/*
 * The full stop at `at` ends an abbreviation, and a capital follows: is it the
 * end of the sentence, too?
 */
static const char *
abbreviation_ends(const struct splitter *s, size_t start, size_t at,
    struct abbreviation found, const struct follow *follow)
{
	static const char rule[] = "abbreviation";
	bool starter = starts_sentence(s, follow);

	switch (found.class) {
	case ABBREVIATION_TITLE:
	case ABBREVIATION_INNER:
	case ABBREVIATION_NAME:
		return NULL;
	case ABBREVIATION_NUMBER:
		return found.word || starter ? rule : NULL;
	case ABBREVIATION_CLOCK:
		if (opening_find(word_at(s, follow->at)) == OPENING_CLOCK ||
		    follow->bracketed || opens_with_phrase(s, start))
			return NULL;
		return rule;
	case ABBREVIATION_END:
		return rule;
	case ABBREVIATION_DAY:
		return starter || (found.word && !is_month(s, follow->at)) ?
		    rule : NULL;
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_PLACE:
	case ABBREVIATION_SAINT:
	case ABBREVIATION_ACRONYM:
		return starter || follow->quoted ? rule : NULL;
	case ABBREVIATION_INITIAL:
		/* a name's initial is in front of a name */
		return starter && (at - start == 1) ? rule : NULL;
	case ABBREVIATION_MONTH:
	case ABBREVIATION_NONE:
		break;
	}
	return starter ? rule : NULL;
}

/* The rule by which a single full stop at `at` ends a sentence, or NULL;
   behind is where what follows it begins. */
static const char *
full_stop_ends(const struct splitter *s, size_t at, size_t behind)
{
	struct follow follow = follow_of(s, behind);
	bool closed = behind > at + 1;
	size_t start = word_start(s, at);
	struct slice word = slice_part(s->text, start, at + 1);
	struct abbreviation found = { ABBREVIATION_NONE, false };

	if (follow.class == FOLLOW_END)
		return "stop";
	if (word.length <= WORD_MAX)
		found = abbreviation_find(word);
	if (found.class == ABBREVIATION_NONE && has_no_vowel(word) &&
	    !closed)
		found.class = ABBREVIATION_PLACE;
	switch (follow.class) {
	case FOLLOW_LOWER:
		if (closed || found.class != ABBREVIATION_NONE)
			return NULL;
		return "stop before lower case";
	case FOLLOW_DIGIT:
		return found.class != ABBREVIATION_NONE ? NULL :
		    "stop before number";
	case FOLLOW_UPPER:
		if (found.class != ABBREVIATION_NONE)
			return abbreviation_ends(s, start, at, found,
			    &follow);
		return is_numbered(s, at) ? NULL : "stop";
	case FOLLOW_MARK:
	case FOLLOW_END:
		break;
	}
	if (found.class != ABBREVIATION_NONE ||
	    strchr(",;:)]/", byte_at(s, follow.at)))
		return NULL;
	/* “… of peace.” — Name: who is quoted */
	return closed && dash_at(s, follow.at) ? NULL : "stop";
}

/* The rule by which a question or exclamation mark ends a sentence. */
static const char *
exclamation_ends(const struct splitter *s, size_t at, size_t behind,
    bool closed)
{
	struct follow follow = follow_of(s, behind);
	size_t start = word_start(s, at);
	struct slice word = slice_part(s->text, start, at + 1);

	switch (follow.class) {
	case FOLLOW_LOWER:
		if (closed || (is_upper(word.at[0]) && start > s->start &&
		    s->text.at[at] == '!'))
			return NULL;
		return "mark before lower case";
	case FOLLOW_UPPER:
		if (!closed && abbreviation_find(word).class ==
		    ABBREVIATION_NAME && !starts_sentence(s, &follow))
			return NULL;
		break;
	case FOLLOW_MARK:
		if (strchr(",;:)]/", byte_at(s, follow.at)) ||
		    dash_at(s, follow.at))
			return NULL;
		break;
	case FOLLOW_DIGIT:
	case FOLLOW_END:
		break;
	}
	return "mark";
}

/* The rule by which an ellipsis ends a sentence. */
static const char *
ellipsis_ends(const struct splitter *s, size_t behind)
{
	struct follow follow = follow_of(s, behind);
	struct slice word;

	if (follow.class == FOLLOW_END)
		return "ellipsis";
	if (follow.class != FOLLOW_UPPER)
		return NULL;
	word = word_at(s, follow.at);
	if (slice_is(word, "I") && !follow.quoted)
		return NULL;
	return "ellipsis";
}

/*
 * The quotation or bracket from `open` to `close` (its closing mark; `behind`
 * is what comes after it) stood inside a sentence: did its last mark end that,
 * too?
 */
static const char *
closing_ends(const struct splitter *s, size_t open, size_t close,
    size_t behind)
{
	struct follow follow = follow_of(s, behind);
	int last = byte_at(s, close - 1);

	if (last != '.' && last != '!' && last != '?' &&
	    !mark_before(s, close, ELLIPSIS))
		return NULL;
	if (follow.class == FOLLOW_END || close <= open + 1)
		return NULL;
	if (follow.class == FOLLOW_UPPER || follow.class == FOLLOW_DIGIT)
		return "closing mark";
	return NULL;
}

/* ------------------------------------------------------- stepping over */

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

/*
 * A quotation mark of `length` bytes at `at`.  One that a clause introduces and
 * that begins a sentence is stepped over, all of it.
 */
static void
take_quotation(struct splitter *s, size_t at, size_t length, bool is_double)
{
	size_t inside = at + length, close, behind;
	const char *rule;

	s->at = inside;
	if (at == s->start || !blank_before(s, at) ||
	    class_at(s, inside) != FOLLOW_UPPER)
		return;
	close = is_double ? double_close(s, inside, length > 1) :
	    single_close(s, inside, length > 1);
	if (close == 0)
		return;
	behind = close;
	while ((length = closer_length(s, behind)) > 0)
		behind += length;
	rule = closing_ends(s, at, close - (inside - at), behind);
	s->at = behind;
	if (rule)
		end_sentence(s, behind, rule);
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

/* Is a marker that continues the paragraph's list in front of `at`, its last
   byte?  Returns where it begins, or 0. */
static size_t
next_item(const struct splitter *s, size_t at)
{
	size_t start;
	struct marker marker;

	if (at < s->start + 2 || !(is_digit(byte_at(s, at - 1)) ||
	    blank_before(s, at - 1)))
		return 0;
	start = word_start(s, at);
	if (start <= s->start || !blank_before(s, start))
		return 0;
	marker = marker_at(s, start);
	if (s->list.form == 0)		/* "as follows: 1. The first" */
		return marker.form && marker.number == 1 && start >= 2 &&
		    !marker.letter && s->text.at[start - 2] == ':' &&
		    follow_of(s, start + marker.length).class !=
		    FOLLOW_LOWER ? start : 0;
	if (marker.form != s->list.form || marker.letter != s->list.letter ||
	    follow_of(s, start + marker.length).class == FOLLOW_LOWER)
		return 0;
	return marker.number == s->list.number + 1 ||
	    marker.number + 1 == s->list.number ? start : 0;
}

static void
take_bracket(struct splitter *s, size_t at)
{
	size_t close, item;
	const char *rule;

	s->at = at + 1;
	if (s->text.at[at] == ')') {
		item = next_item(s, at);
		if (item)
			end_sentence(s, item, "list item");
		return;
	}
	if (at == s->start || strchr(":;-", byte_at(s, at - 1)))
		return;
	close = bracket_close(s, at);
	if (close == 0)
		return;
	s->at = close;
	rule = closing_ends(s, at, close - 1, close);
	if (rule)
		end_sentence(s, close, rule);
}

/* --------------------------------------------------------------- marks */

/* The end of a face such as ":)" behind blanks, or `at`. */
static size_t
face_end(const struct splitter *s, size_t at)
{
	size_t start = skip_blanks(s->text, at, s->end);

	if (start >= s->end || !strchr(":;<=>^", s->text.at[start]))
		return at;
	for (size_t i = 0; i < COUNT(faces); i++) {
		if (mark_at(s, start, faces[i]) &&
		    blank_at(s, start + strlen(faces[i])))
			return start + strlen(faces[i]);
	}
	return at;
}

/* The end of a footnote's number such as "[12]", or `at`. */
static size_t
footnote_end(const struct splitter *s, size_t at)
{
	size_t end = at + 1;

	if (byte_at(s, at) != '[')
		return at;
	while (is_digit(byte_at(s, end)) && end < at + 5)
		end++;
	return end > at + 1 && byte_at(s, end) == ']' ? end + 1 : at;
}

struct run {
	size_t end;		/* behind its last mark */
	size_t dots;		/* an ellipsis counts three */
	bool exclaims;		/* has ! or ? */
	bool spaced;		/* written ". . ." */
};

/* Bytes of a mark of a run at `at`, counted in it. */
static size_t
run_mark(const struct splitter *s, size_t at, struct run *run)
{
	int b = byte_at(s, at);

	if (b == '.') {
		run->dots++;
		return 1;
	}
	if (b == '!' || b == '?') {
		run->exclaims = true;
		return 1;
	}
	if (b == 0xe2 && mark_at(s, at, ELLIPSIS)) {
		run->dots += 3;
		return 3;
	}
	if ((b == 0xe3 && mark_at(s, at, IDEOGRAPHIC_STOP)) || (b == 0xef &&
	    (mark_at(s, at, WIDE_EXCLAMATION) ||
	    mark_at(s, at, WIDE_QUESTION)))) {
		run->exclaims = true;
		return 3;
	}
	return 0;
}

/* The run of marks that begins at `at`: "?!", "...", ". . .". */
static struct run
run_at(const struct splitter *s, size_t at)
{
	struct run run = { .end = at };
	size_t length;

	for (;;) {
		while ((length = run_mark(s, run.end, &run)) > 0)
			run.end += length;
		if (byte_at(s, run.end) != ' ' || run.end == at)
			break;
		length = run.end + 1;
		if (run.exclaims ? byte_at(s, length) != '?' &&
		    byte_at(s, length) != '!' : byte_at(s, length) != '.' ||
		    is_digit(byte_at(s, length + 1)))
			break;
		run.spaced = true;
		run.end++;
	}
	return run;
}

/* "ended.The next": a blank was forgotten, and it is no address. */
static bool
lacks_blank(const struct splitter *s, size_t at, size_t behind)
{
	size_t from = at;

	if (at < s->start + 2 || !is_lower(byte_at(s, at - 1)) ||
	    !is_lower(byte_at(s, at - 2)) || !is_upper(byte_at(s, behind)) ||
	    !is_letter(byte_at(s, behind + 1)))
		return false;
	while (from > s->start && at - from < 64 &&
	    (unsigned char)s->text.at[from - 1] > ' ')
		from--;
	for (size_t i = from; i < s->end && i < from + 128 &&
	    (unsigned char)s->text.at[i] > ' '; i++) {
		if (strchr("@/=_\\", s->text.at[i]) || (i > behind &&
		    s->text.at[i] == '.' && is_letter(byte_at(s, i + 1))))
			return false;
	}
	return true;
}

static const char *
rule_of(const struct splitter *s, size_t at, const struct run *run,
    size_t behind)
{
	if (run->exclaims)
		return exclamation_ends(s, run->end - 1, behind,
		    behind > run->end);
	if (run->dots > 1)
		return ellipsis_ends(s, behind);
	return full_stop_ends(s, at, behind);
}

static void
take_mark(struct splitter *s, size_t at)
{
	struct run run = run_at(s, at);
	size_t behind = run.end, length, item;
	const char *rule;

	s->at = run.end;
	item = next_item(s, at);
	if (item && run.end == at + 1) {
		end_sentence(s, item, "list item");
		return;
	}
	/* "compounds. . . . The": a stop, then an elision */
	if (run.spaced && run.dots == 4 && s->text.at[at] == '.' &&
	    byte_at(s, at + 1) == ' ' && at > s->start &&
	    !blank_before(s, at) && follow_of(s, run.end).class ==
	    FOLLOW_UPPER && !run.exclaims) {
		emit(s, at + 1, KIND_BODY, "stop before ellipsis", "");
		s->start = skip_blanks(s->text, at + 1, s->end);
		return;
	}
	while ((length = closer_length(s, behind)) > 0)
		behind += length;
	behind = footnote_end(s, behind);
	if (!blank_at(s, behind)) {
		if (run.dots <= 1 && lacks_blank(s, at, behind))
			end_sentence(s, behind, "stop without blank");
		return;
	}
	rule = rule_of(s, at, &run, behind);
	if (rule) {
		behind = face_end(s, behind);
		end_sentence(s, behind, rule);
	}
}

/* ------------------------------------------- what is no prose in a text */

/* A capital, or another address, behind an address, a face or a time stamp
   begins a sentence; not in a line of facts without a full stop ("Ana Prat
   a.prat@x.example University of Visby"). */
static void
end_inset(struct splitter *s, size_t end, const char *rule)
{
	struct follow follow = follow_of(s, end);
	int last = byte_at(s, s->end - 1);

	s->at = end;
	if (s->end - s->start < FACTS_MAX && (is_letter(last) ||
	    is_digit(last)))
		return;
	if (blank_at(s, end) && (follow.class == FOLLOW_UPPER ||
	    slice_begins(slice_part(s->text, follow.at, s->end),
	    SLICE("http"))))
		end_sentence(s, end, rule);
}

/* The end of "08:36:00 AM" behind a date with strokes, or 0; at is its first
   colon. */
static size_t
stamp_end(const struct splitter *s, size_t at)
{
	size_t date = at, end = at + 3;

	while (date > s->start && is_digit(byte_at(s, date - 1)))
		date--;
	if (date < s->start + 6 || byte_at(s, date - 1) != ' ' ||
	    !is_digit(byte_at(s, date - 2)) ||
	    (byte_at(s, date - 6) != '/' && byte_at(s, date - 4) != '/'))
		return 0;
	if (byte_at(s, end) == ':' && is_digit(byte_at(s, end + 1)))
		end += 3;
	if (byte_at(s, end) == ' ' && byte_at(s, end + 2) == 'M')
		return end + 3;
	return 0;
}

static void
take_colon(struct splitter *s, size_t at)
{
	size_t end;

	if (byte_at(s, at + 1) == '/' && byte_at(s, at + 2) == '/') {
		end_inset(s, address_rest(s->text, at, s->end), "address");
		return;
	}
	if (is_digit(byte_at(s, at + 1)) && is_digit(byte_at(s, at + 2))) {
		end = stamp_end(s, at);
		if (end > 0 && end < s->end)
			end_sentence(s, end, "time stamp");
		return;
	}
	if (!blank_before(s, at))
		return;
	end = face_end(s, at);
	if (end > at)
		end_inset(s, end, "face");
}

static void
take_at_sign(struct splitter *s, size_t at)
{
	size_t end = address_rest(s->text, at, s->end);

	if (end > at + 1)
		s->at = end;
	if (!blank_before(s, at) && memchr(s->text.at + at, '.', end - at))
		end_inset(s, end, "address");
}

/* A drawn line, "-----", parts what stands above and below. */
static void
take_rule(struct splitter *s, size_t at)
{
	size_t end = at + 1;

	while (byte_at(s, end) == s->text.at[at])
		end++;
	s->at = end;
	if (end - at < RULE_MIN || !blank_before(s, at))
		return;
	emit(s, at, KIND_BODY, "rule", "");
	s->start = at;
	if (blank_at(s, end))
		end_sentence(s, end, "rule");
}

static void
take_wide(struct splitter *s, size_t at)
{
	const char *bullet;

	s->at = at + 3;
	if (mark_at(s, at, DOUBLE_OPEN))
		take_quotation(s, at, 3, true);
	else if (mark_at(s, at, SINGLE_OPEN))
		take_quotation(s, at, 3, false);
	else if (mark_at(s, at, ELLIPSIS) ||
	    mark_at(s, at, IDEOGRAPHIC_STOP) ||
	    mark_at(s, at, WIDE_EXCLAMATION) ||
	    mark_at(s, at, WIDE_QUESTION))
		take_mark(s, at);
	else if (s->bullet && blank_before(s, at) && at > s->start &&
	    (bullet = bullet_at(s, at)) == s->bullet)
		end_sentence(s, at, "list item");
}

/* ---------------------------------------------------------- paragraphs */

/* Does a text hold what every dateline has at its end: a dash, a colon, a
   bracket or a year? */
static bool
may_be_dateline(struct slice text)
{
	static const bool signs[256] = {
		['-'] = true, [':'] = true, [')'] = true, [0xe2] = true,
		['1'] = true, ['2'] = true
	};

	for (size_t i = 0; i < text.length; i++) {
		if (signs[(unsigned char)text.at[i]])
			return true;
	}
	return false;
}

/* A dateline at the start of the paragraph is a record of its own. */
static void
take_dateline(struct splitter *s)
{
	size_t left = s->end - s->start;
	struct kind_match match;
	struct slice head;

	if (left < DATELINE_REST || (s->paragraph > DATELINE_PARAGRAPHS &&
	    !(is_upper(byte_at(s, s->start)) &&
	    is_upper(byte_at(s, s->start + 1)))))
		return;
	head = slice_part(s->text, s->start, s->start + (left < DATELINE_MAX ?
	    left : DATELINE_MAX));
	if (!may_be_dateline(head) ||
	    !kind_match(PLACE_BEGIN, head, &match) ||
	    match.length + DATELINE_REST > left)
		return;
	emit(s, s->start + match.length, match.kind, "dateline", match.rule);
	begin_sentence(s, s->start + match.length);
}

static void
split_paragraph(struct splitter *s)
{
	const unsigned char *bytes = (const unsigned char *)s->text.at;

	s->list = (struct marker){ 0 };
	s->bullet = NULL;
	s->next_shut[0] = s->next_shut[1] = 0;
	begin_sentence(s, s->start);
	take_dateline(s);
	for (;;) {
		size_t at = s->at;

		while (at < s->end && stops[bytes[at]] == STOP_NONE)
			at++;
		if (at >= s->end)
			break;
		s->at = at + 1;
		switch (stops[bytes[at]]) {
		case STOP_MARK:
			take_mark(s, at);
			break;
		case STOP_QUOTE:
			take_quotation(s, at, 1, true);
			break;
		case STOP_SINGLE:
			if (blank_before(s, at))
				take_quotation(s, at, 1, false);
			break;
		case STOP_BRACKET:
			take_bracket(s, at);
			break;
		case STOP_COLON:
			take_colon(s, at);
			break;
		case STOP_AT:
			take_at_sign(s, at);
			break;
		case STOP_RULE:
			if (at + 1 < s->end && bytes[at + 1] == bytes[at])
				take_rule(s, at);
			break;
		case STOP_WIDE:
			take_wide(s, at);
			break;
		}
	}
	emit(s, s->end, KIND_BODY, "paragraph", "");
}

void
sentences_open(void)
{
	kinds_open();
	abbreviation_find(SLICE("Mr."));
	opening_find(SLICE("The"));
}

void
sentences_find(struct sentences *sentences, struct slice text,
    struct slice title)
{
	struct splitter s = { .text = text, .out = sentences };
	struct layout layout;
	struct span paragraph;

	sentences->count = 0;
	layout_find(&layout, text);
	while (layout_next(&layout, &paragraph)) {
		s.paragraph++;
		s.start = paragraph.start;
		s.end = paragraph.end;
		split_paragraph(&s);
	}
	parts_find(sentences, text, title);
}

void
sentences_free(struct sentences *sentences)
{
	free(sentences->at);
	*sentences = (struct sentences){ 0 };
}
