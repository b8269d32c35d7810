/*
 * Kinds of sentences by their place in the article.
 *
 * What is no running text stands at the edges: near the top (headline, byline)
 * or near the end (credit, disclaimer), or as a short paragraph of its own
 * (caption, heading).  Patterns are tried there only.
 */
#include "text/part.h"

#include "base/ascii.h"
#include "text/kind.h"

enum {
	TOP = 6,		/* paragraphs near the top */
	TAIL = 4,		/* paragraphs near the end */
	PART_MAX = 600,		/* bytes of a part that patterns may match */
	INNER_MAX = 250,	/* the same for one in the middle */
	INNER_SHORT = 100,	/* and for one there that ends with a stop */
	HEADLINE_MAX = 220,	/* bytes of a headline, of a heading */
	HEADING_MAX = 100
};

static struct slice
text_of(const struct sentence_span *s, struct slice text)
{
	return slice_part(text, s->start, s->end);
}

/* Does it end as a sentence does? */
static bool
is_stopped(struct slice s)
{
	static const char *const ends[] = {
		".", "!", "?", ":", ";", ",", "\"", "'", ")", "]",
		"\xE2\x80\xA6", "\xE2\x80\x9D", "\xE2\x80\x99"
	};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (slice_ends(s, slice_of(ends[i])))
			return true;
	}
	return false;
}

static void
set_kind(struct sentence_span *s, enum sentence_kind kind, const char *rule)
{
	s->kind = kind;
	s->kind_rule = rule;
}

/* The full stop that some archives put behind a headline. */
static struct slice
without_stop(struct slice s)
{
	return slice_ends(s, SLICE(".")) ? slice_part(s, 0, s.length - 1) : s;
}

static bool
match_part(enum kind_place place, struct sentence_span *s, struct slice text)
{
	struct kind_match match;

	if (s->end - s->start > PART_MAX || s->kind != KIND_BODY ||
	    !kind_match(place, text_of(s, text), &match))
		return false;
	set_kind(s, match.kind, match.rule);
	return true;
}

static size_t
paragraph_end(const struct sentences *sentences, size_t first)
{
	size_t end = first;

	while (end < sentences->count && sentences->at[end].paragraph ==
	    sentences->at[first].paragraph)
		end++;
	return end;
}

/* The first paragraph that is no bare address (which some archives put on
   top). */
static size_t
first_paragraph(const struct sentences *sentences, struct slice text)
{
	size_t first = 0;

	while (first < sentences->count && slice_begins(text_of(
	    &sentences->at[first], text), SLICE("http")) &&
	    memchr(text_of(&sentences->at[first], text).at, ' ',
	    sentences->at[first].end - sentences->at[first].start) == NULL)
		first++;
	return first;
}

/* Headline: the paragraph that repeats the title, or a first line without a
   full stop that other paragraphs follow. */
static void
find_headline(struct sentences *sentences, struct slice text,
    struct slice title)
{
	size_t start = first_paragraph(sentences, text);
	size_t next = paragraph_end(sentences, start);
	struct sentence_span *first = sentences->at + start;
	struct slice line;
	const char *rule = NULL;

	if (start == next)
		return;
	line = slice_part(text, first->start, sentences->at[next - 1].end);
	title = without_stop(slice_trim(title));
	if (title.length > 0 && line.length > 8 &&
	    slice_begins(title, without_stop(line)))
		rule = "headline-title";
	else if (next == start + 1 && next < sentences->count &&
	    first->kind == KIND_BODY && line.length <= HEADLINE_MAX &&
	    !is_stopped(line) && !match_part(PLACE_ANY, first, text) &&
	    !match_part(PLACE_TOP, first, text))
		rule = "headline-first-line";
	if (rule == NULL)
		return;
	first->end = sentences->at[next - 1].end;
	memmove(first + 1, sentences->at + next, (sentences->count - next) *
	    sizeof *first);
	sentences->count -= next - start - 1;
	set_kind(first, KIND_HEADLINE, rule);
}

/* A heading: a short line without a full stop above running text. */
static bool
is_heading(const struct sentence_span *s, const struct sentence_span *next,
    struct slice text)
{
	char first = text.at[s->start];

	return next && s->end - s->start <= HEADING_MAX &&
	    s->kind == KIND_BODY && next->kind == KIND_BODY &&
	    !is_stopped(text_of(s, text)) &&
	    !slice_ends(text_of(s, text), SLICE(" and")) &&
	    is_upper(first) &&
	    is_stopped(text_of(next, text)) &&
	    next->end - next->start > s->end - s->start;
}

static bool
is_bracketed(const struct sentence_span *first, struct slice text)
{
	return text.at[first->start] == '(' || text.at[first->start] == '[';
}

/* All of a paragraph in brackets is of the kind of one of its sentences. */
static void
spread_in_brackets(struct sentence_span *first, size_t count,
    struct slice text)
{
	if (count < 2 || !is_bracketed(first, text))
		return;
	for (size_t i = 0; i < count; i++) {
		if (first[i].kind != KIND_DISCLAIMER &&
		    first[i].kind != KIND_CREDIT)
			continue;
		for (size_t k = 0; k < count; k++)
			set_kind(&first[k], first[i].kind,
			    first[i].kind_rule);
		return;
	}
}

/* Is a paragraph in the middle just a sentence, by its length and its end? */
static bool
is_plain(struct slice s)
{
	return s.length > INNER_MAX || (s.length > INNER_SHORT &&
	    slice_ends(s, SLICE(".")));
}

/* The kinds of the sentences of one paragraph. */
static void
find_parts(struct sentences *sentences, size_t first, size_t end,
    struct slice text)
{
	struct sentence_span *at = sentences->at;
	size_t paragraph = at[first].paragraph;
	size_t last = at[sentences->count - 1].paragraph;
	bool top = paragraph <= TOP, tail = paragraph + TAIL > last;

	if (!top && !tail && (end - first > 1 ||
	    is_plain(text_of(&at[first], text))))
		return;
	for (size_t i = first; i < end; i++) {
		if (i > first && !tail && !is_bracketed(&at[first], text))
			break;
		if (match_part(PLACE_ANY, &at[i], text))
			continue;
		if (tail && match_part(PLACE_TAIL, &at[i], text))
			continue;
		if (end - first > 1)
			continue;
		if (top && !slice_ends(text_of(&at[i], text), SLICE(".")) &&
		    match_part(PLACE_TOP, &at[i], text))
			continue;
		if (is_heading(&at[i], end < sentences->count ? &at[end] :
		    NULL, text))
			set_kind(&at[i], KIND_HEADLINE, "headline-heading");
	}
	spread_in_brackets(&at[first], end - first, text);
}

void
parts_find(struct sentences *sentences, struct slice text, struct slice title)
{
	if (sentences->count == 0)
		return;
	find_headline(sentences, text, title);
	for (size_t first = 0, end; first < sentences->count; first = end) {
		end = paragraph_end(sentences, first);
		find_parts(sentences, first, end, text);
	}
}
