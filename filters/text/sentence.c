/*
 * Splitting a text into sentences.
 *
 * A table of bytes says where to stop: only at a full stop, a mark like it, a
 * quotation mark, a bracket or a bullet is anything decided.  What a clause
 * introduces and closes (He said, “No. Never.”) and what stands in brackets
 * inside a sentence is stepped over as one (enclosure.c); for the rest, the
 * word in front of a mark and the word behind it decide (boundary.c).  Each
 * decision has a name, which --explain shows.
 */
#include "text/sentence.h"

#include <stdlib.h>

#include "text/abbreviation.h"
#include "text/boundary.h"
#include "text/enclosure.h"
#include "text/inset.h"
#include "text/item.h"
#include "text/kind.h"
#include "text/layout.h"
#include "text/opening.h"
#include "text/part.h"
#include "text/splitter.h"

enum {
	DATELINE_MAX = 160,	/* bytes in which one must end */
	DATELINE_REST = 60,	/* bytes of text behind one, at least */
	DATELINE_PARAGRAPHS = 4, /* whose start is looked at */
	LEAD_PARAGRAPHS = 2	/* headline and lead */
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

/* --------------------------------------------------------------- marks */

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
		return boundary_exclamation(s, run->end - 1, behind,
		    behind > run->end);
	if (run->dots > 1)		/* "… It’s always": in front of it */
		return at == s->start ? NULL : boundary_ellipsis(s, behind);
	return boundary_stop(s, at, behind);
}

static void
take_mark(struct splitter *s, size_t at)
{
	struct run run = run_at(s, at);
	size_t behind = run.end, length, item;
	const char *rule;

	s->at = run.end;
	item = item_next(s, at);
	if (item && run.end == at + 1) {
		splitter_end(s, item, "list item");
		return;
	}
	/* "compounds. . . . The": a stop, then an elision */
	if (run.spaced && run.dots == 4 && s->text.at[at] == '.' &&
	    byte_at(s, at + 1) == ' ' && at > s->start &&
	    !blank_before(s, at) && splitter_follow(s, run.end).class ==
	    FOLLOW_UPPER && !run.exclaims) {
		splitter_emit(s, at + 1, KIND_BODY, "stop before ellipsis", "");
		s->start = skip_blanks(s->text, at + 1, s->end);
		return;
	}
	while ((length = splitter_closer(s, behind)) > 0)
		behind += length;
	behind = footnote_end(s, behind);
	if (!blank_at(s, behind)) {
		if (run.dots <= 1 && lacks_blank(s, at, behind))
			splitter_end(s, behind, "stop without blank");
		return;
	}
	rule = rule_of(s, at, &run, behind);
	if (rule) {
		behind = inset_face(s, behind);
		splitter_end(s, behind, rule);
	}
}

static void
take_wide(struct splitter *s, size_t at)
{
	const char *bullet;

	s->at = at + 3;
	if (mark_at(s, at, DOUBLE_OPEN))
		enclosure_quotation(s, at, 3, true);
	else if (mark_at(s, at, SINGLE_OPEN))
		enclosure_quotation(s, at, 3, false);
	else if (mark_at(s, at, ELLIPSIS) ||
	    mark_at(s, at, IDEOGRAPHIC_STOP) ||
	    mark_at(s, at, WIDE_EXCLAMATION) ||
	    mark_at(s, at, WIDE_QUESTION))
		take_mark(s, at);
	else if (s->bullet && blank_before(s, at) && at > s->start &&
	    (bullet = item_bullet(s, at)) == s->bullet)
		splitter_end(s, at, "list item");
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
	    (!kind_match(PLACE_BEGIN, head, &match) &&
	    (s->paragraph > LEAD_PARAGRAPHS ||
	    !kind_match(PLACE_LEAD, head, &match))) ||
	    match.length + DATELINE_REST > left)
		return;
	splitter_emit(s, s->start + match.length, match.kind, "dateline",
	    match.rule);
	splitter_begin(s, s->start + match.length);
}

static void
split_paragraph(struct splitter *s)
{
	const unsigned char *bytes = (const unsigned char *)s->text.at;

	s->list = (struct marker){ 0 };
	s->bullet = NULL;
	s->next_shut[0] = s->next_shut[1] = 0;
	splitter_begin(s, s->start);
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
			enclosure_quotation(s, at, 1, true);
			break;
		case STOP_SINGLE:
			if (blank_before(s, at))
				enclosure_quotation(s, at, 1, false);
			break;
		case STOP_BRACKET:
			enclosure_bracket(s, at);
			break;
		case STOP_COLON:
			inset_colon(s, at);
			break;
		case STOP_AT:
			inset_at_sign(s, at);
			break;
		case STOP_RULE:
			if (at + 1 < s->end && bytes[at + 1] == bytes[at])
				inset_rule(s, at);
			break;
		case STOP_WIDE:
			take_wide(s, at);
			break;
		}
	}
	splitter_emit(s, s->end, KIND_BODY, "paragraph", "");
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
