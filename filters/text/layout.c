/*
 * Paragraphs of a text.
 *
 * Two habits are told apart by the evidence of the whole document: where many
 * lines of similar length break off inside a sentence and the next begins in
 * lower case, the text was wrapped by hand.  There a line ends a paragraph
 * only when it is short: when the first word of the next line would have fitted
 * on it.
 */
#include "text/layout.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum {
	WRAP_MIN = 40,		/* bytes of a full line: at least, at most */
	WRAP_MAX = 132,
	SLACK = 6		/* bytes by which a ragged line falls short */
};

struct evidence {
	size_t pairs;		/* a line that stands under another one */
	size_t broken;		/* of them: a sentence runs from one to the
				   other */
	size_t longest, lines_over;
};

size_t
blank_length(struct slice text, size_t at)
{
	unsigned char b = (unsigned char)text.at[at];
	size_t next = at;

	if (b <= ' ')
		return 1;
	if (b != 0xc2 && (b < 0xe1 || b > 0xe3))
		return 0;
	return utf8_class(utf8_next(text, &next)) == UTF8_SPACE ?
	    next - at : 0;
}

size_t
skip_blanks(struct slice text, size_t at, size_t end)
{
	while (at < end) {
		size_t blank = blank_length(text, at);

		if (blank == 0)
			break;
		at += blank;
	}
	return at;
}

/* The end of text[start:end] without the white space there. */
static size_t
trim_end(struct slice text, size_t start, size_t end)
{
	while (end > start) {
		size_t before = end;

		utf8_previous(text, &before);
		if (blank_length(text, before) == 0)
			break;
		end = before;
	}
	return end;
}

static size_t
line_end(struct slice text, size_t at)
{
	const char *feed = memchr(text.at + at, '\n', text.length - at);

	return feed ? (size_t)(feed - text.at) : text.length;
}

/* Does a sentence run from a line that ends at `end` to one that begins at
   `next`? */
static bool
runs_on(struct slice text, size_t end, size_t next)
{
	char last = text.at[end - 1], first = text.at[next];

	return is_lower(first) && (is_lower(last) || last == ',' ||
	    last == ')' || is_digit(last));
}

static void
weigh(struct evidence *e, struct slice text)
{
	size_t before = 0;	/* end of the line above, 0 after a blank one */

	for (size_t at = 0; at < text.length; ) {
		size_t end = line_end(text, at);
		size_t start = skip_blanks(text, at, end);
		size_t stop = trim_end(text, start, end);

		if (stop - start > e->longest)
			e->longest = stop - start;
		e->lines_over += stop - start > WRAP_MAX;
		if (start < stop && before > 0) {
			e->pairs++;
			e->broken += runs_on(text, before, start);
		}
		before = start < stop ? stop : 0;
		at = end + 1;
	}
}

void
layout_find(struct layout *layout, struct slice text)
{
	struct evidence e = { 0 };

	*layout = (struct layout){ .text = text };
	weigh(&e, text);
	layout->wrapped = e.broken >= 2 && e.broken * 4 >= e.pairs &&
	    e.longest >= WRAP_MIN && e.lines_over == 0;
	layout->width = e.longest;
}

static size_t
word_length(struct slice text, size_t at)
{
	size_t end = at;

	while (end < text.length && end - at < WRAP_MAX &&
	    (unsigned char)text.at[end] > ' ')
		end++;
	return end - at;
}

/* A bullet, or a number with a full stop or bracket behind it. */
static bool
begins_item(struct slice text, size_t at)
{
	size_t digits = at;

	if (at + 1 < text.length && strchr("-*+", text.at[at]) &&
	    text.at[at + 1] == ' ')
		return true;
	if (slice_begins(slice_part(text, at, text.length),
	    SLICE("\xE2\x80\xA2")))
		return true;
	while (digits < text.length && digits < at + 3 &&
	    is_digit(text.at[digits]))
		digits++;
	return digits > at && digits + 1 < text.length &&
	    (text.at[digits] == '.' || text.at[digits] == ')') &&
	    text.at[digits + 1] == ' ';
}

/* Does the line at `next` belong to the paragraph of the line above it? */
static bool
joins(const struct layout *layout, size_t start, size_t end, size_t next)
{
	struct slice text = layout->text;

	if (begins_item(text, next))
		return false;
	if (runs_on(text, end, next))
		return true;
	return end - start + 1 + word_length(text, next) + SLACK >
	    layout->width;
}

bool
layout_next(struct layout *layout, struct span *paragraph)
{
	struct slice text = layout->text;
	size_t start = skip_blanks(text, layout->at, text.length);
	size_t line = start, end;

	if (start >= text.length)
		return false;
	for (;;) {
		size_t feed = line_end(text, line), next;

		end = trim_end(text, start, feed);
		layout->at = feed;
		if (!layout->wrapped || feed >= text.length)
			break;
		next = skip_blanks(text, feed + 1, line_end(text, feed + 1 <
		    text.length ? feed + 1 : feed));
		if (next >= text.length || text.at[next] == '\n' ||
		    !joins(layout, line, end, next))
			break;
		line = next;
	}
	*paragraph = (struct span){ start, end };
	return true;
}
