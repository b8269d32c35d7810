/*
 * The check of a story: headers and sentences of each article, its marks and
 * claims, and the relations.
 */
#include "annotation/check.h"

#include <stdlib.h>

#include "annotation/labels.h"
#include "base/ascii.h"
#include "base/utf8.h"

void
check_label(const struct article *article, size_t line, const char *what,
    const char *list, struct slice label, struct faults *faults)
{
	struct buffer known = { 0 };

	if (label_known(list, label))
		return;
	labels_add(list, &known);
	fault_add(faults, article->path, line, "'%.*s' is no %s; known are "
	    "%.*s", SHOWN(label), what, SHOWN(known));
	buffer_free(&known);
}

/* --------------------------------------------------------------- articles */

static void
check_headers(const struct story *story, const struct article *article,
    struct faults *faults)
{
	static const enum header needed[] = { HEADER_OUTLET, HEADER_STYLE,
		HEADER_DATE };
	static const enum header letters[] = { HEADER_COPY, HEADER_REWRITE };
	const struct slice *h = article->headers;

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (h[needed[i]].length == 0)
			fault_add(faults, article->path, 1, "header '%s' is "
			    "missing", header_name(needed[i]));
	if (h[HEADER_STYLE].length > 0)
		check_label(article, 1, "style", "style", h[HEADER_STYLE],
		    faults);
	if (h[HEADER_DATE].length > 0 && !value_is_date(h[HEADER_DATE]))
		fault_add(faults, article->path, 1, "'%.*s' is no date; write "
		    "YYYY-MM-DD", SHOWN(h[HEADER_DATE]));
	if (h[HEADER_PARAGRAPHS].length > 0 &&
	    !slice_is(h[HEADER_PARAGRAPHS], "line"))
		fault_add(faults, article->path, 1, "'paragraphs: %.*s'; "
		    "write 'paragraphs: line' or leave it out",
		    SHOWN(h[HEADER_PARAGRAPHS]));
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		struct slice letter = h[letters[i]];

		if (letter.length > 0 && (letter.length > 1 ||
		    letter.at[0] == article->letter ||
		    !story_article(story, letter.at[0])))
			fault_add(faults, article->path, 1, "'%s: %.*s'; write "
			    "the letter of another article of the story",
			    header_name(letters[i]), SHOWN(letter));
	}
}

/* May kinds share a paragraph?  A caption may have its credit in it. */
static bool
kinds_fit(char a, char b)
{
	if (a == b || (a == 'P' && b == 'C'))
		return true;
	return !strchr("HYPC", a) && !strchr("HYPC", b);
}

static void
check_sentences(const struct article *article, struct faults *faults)
{
	bool body = false;

	for (size_t i = 0; i < article->sentence_count; i++) {
		const struct marked_sentence *s = &article->sentences[i];
		struct slice text = article_span(article, s->start, s->end);

		body |= s->margin == 'B';
		if (text.length == 0)
			fault_add(faults, article->path, s->line, "a sentence "
			    "without text");
		else if (slice_trim(text).length < text.length)
			fault_add(faults, article->path, s->line, "a blank at "
			    "an end of the sentence; take it away");
		for (size_t k = 0; k + 1 < text.length; k++)
			if (text.at[k] == '\t' || (text.at[k] == ' ' &&
			    text.at[k + 1] == ' ')) {
				fault_add(faults, article->path, s->line,
				    "two blanks or a tab; write one blank");
				break;
			}
		if (!s->opens && i > 0 && !kinds_fit(s[-1].margin, s->margin))
			fault_add(faults, article->path, s->line, "a %s and "
			    "a %s in one paragraph; put a blank line between "
			    "them", margin_kind(s[-1].margin),
			    margin_kind(s->margin));
	}
	if (!body)
		fault_add(faults, article->path, 0, "has no body sentence");
}

/* -------------------------------------------------------------- relations */

/* Do both hold the same bytes, in capitals or not, in some place? */
static bool
contains(struct slice text, struct slice words)
{
	struct buffer a = { 0 }, b = { 0 };
	bool found = false;

	utf8_add_lower(text, &a);
	utf8_add_lower(words, &b);
	for (size_t i = 0; i + b.length <= a.length && !found; i++)
		found = memcmp(a.at + i, b.at, b.length) == 0;
	buffer_free(&a);
	buffer_free(&b);
	return found;
}

/* Are the words, cut at " … ", in a sentence that the claim has a part in? */
static bool
words_are_there(const struct article *article, uint32_t claim,
    struct slice words)
{
	bool in_claim = true;

	while (words.length > 0 && in_claim) {
		size_t end = 0;
		struct slice part;

		while (end < words.length && !slice_begins(slice_part(words,
		    end, words.length), SLICE("…")))
			end++;
		part = slice_trim(slice_part(words, 0, end));
		words = slice_part(words, end + (end < words.length ?
		    strlen("…") : 0), words.length);
		in_claim = part.length == 0;
		for (size_t i = 0; i < article->mark_count && !in_claim; i++) {
			const struct mark *mark = &article->marks[i];
			const struct marked_sentence *s =
			    &article->sentences[mark->sentence];

			in_claim = mark->kind == MARK_PART &&
			    mark->claim == claim && contains(article_span(
			    article, s->start, s->end), part);
		}
	}
	return in_claim;
}

static void
check_side(const struct story *story, const struct relation_line *r, int side,
    struct faults *faults)
{
	char letter = r->side[side].article;
	uint32_t number = r->side[side].claim;
	struct slice words = r->side[side].words;
	const struct article *article = story_article(story, letter);

	if (!article || !article_claim(article, number)) {
		fault_add(faults, story->path, r->line, "there is no claim "
		    "%c%u", letter, number);
		return;
	}
	if (words.length > 0 && !words_are_there(article, number, words))
		fault_warn(faults, story->path, r->line, "'%.*s' does not "
		    "stand in the sentence of %c%u; write its words as they "
		    "are, with … for what is left out", SHOWN(words), letter,
		    number);
}

static bool
same_pair(const struct relation_line *a, const struct relation_line *b)
{
	for (size_t k = 0; k < 2; k++)
		if (a->side[0].article == b->side[k].article &&
		    a->side[0].claim == b->side[k].claim &&
		    a->side[1].article == b->side[1 - k].article &&
		    a->side[1].claim == b->side[1 - k].claim)
			return true;
	return false;
}

static void
check_relation(const struct story *story, const struct relation_line *r,
    struct faults *faults)
{
	static const char *const relations[] = { "agree", "conflict",
		"evolve", "repeat", "trap" };
	const char *relation = NULL;
	struct buffer known = { 0 };
	bool decides = slice_is(r->relation, "conflict") ||
	    slice_is(r->relation, "trap");

	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
		if (slice_is(r->relation, relations[i]))
			relation = relations[i];
	labels_add(relation ? relation : "relation", &known);
	if (!relation)
		fault_add(faults, story->path, r->line, "'%.*s' is no "
		    "relation; known are %.*s", SHOWN(r->relation),
		    SHOWN(known));
	else if (!label_known(relation, r->kind))
		fault_add(faults, story->path, r->line, "'%.*s' is no kind of "
		    "%s; known are %.*s", SHOWN(r->kind), relation,
		    SHOWN(known));
	buffer_free(&known);
	check_side(story, r, 0, faults);
	check_side(story, r, 1, faults);
	if (decides && (r->side[0].words.length == 0 ||
	    r->side[1].words.length == 0))
		fault_add(faults, story->path, r->line, "the words that "
		    "decide are missing; write them behind two bars, the "
		    "first's and the second's");
	if (r->side[0].article == r->side[1].article &&
	    r->side[0].claim == r->side[1].claim)
		fault_add(faults, story->path, r->line, "a claim with itself");
	for (const struct relation_line *other = story->relations; other < r;
	    other++)
		if (same_pair(other, r))
			fault_add(faults, story->path, r->line, "the pair has "
			    "a relation already, in line %u; keep one",
			    other->line);
}

/* ------------------------------------------------------------------- story */

static void
check_name(const struct story *story, struct faults *faults)
{
	struct slice name = story->name;
	bool good = name.length > 4 && is_digit(name.at[0]) &&
	    is_digit(name.at[1]) && is_digit(name.at[2]) && name.at[3] == '-';

	for (size_t i = 3; good && i < name.length; i++)
		good = is_lower(name.at[i]) || is_digit(name.at[i]) ||
		    name.at[i] == '-';
	if (!good)
		fault_add(faults, name, 0, "is no name of a story; write a "
		    "number of three digits, '-' and a slug");
}

void
story_check(const struct story *story, struct faults *faults)
{
	struct known_ids known = { 0 };

	check_edges_open();
	check_values_open();
	check_name(story, faults);
	if (story->beat.length == 0 || story->region.length == 0 ||
	    story->about.length == 0)
		fault_add(faults, story->path, 1, "beat:, region: or about: "
		    "is missing");
	if (story->article_count < 2)
		fault_warn(faults, story->path, 0, "a story of one article; "
		    "write a.txt, b.txt and so on");
	for (size_t i = 0; i < story->article_count; i++) {
		check_headers(story, &story->articles[i], faults);
		check_sentences(&story->articles[i], faults);
		check_marks(&story->articles[i], &known, faults);
	}
	for (size_t i = 0; i < story->article_count; i++)
		check_claims(&story->articles[i], &known, faults);
	for (size_t i = 0; i < story->relation_count; i++)
		check_relation(story, &story->relations[i], faults);
	hash_free(&known.ids);
	arena_free(&known.arena);
	free(known.uses);
}
