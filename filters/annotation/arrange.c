/*
 * The one order of marks: by their beginning, the longer first, and of equal
 * spans contents around quoted words, around source and cue, around things.
 * Contents of one span stand inside one another when their claims do, and
 * otherwise share a brace, as other parts of one role and span do.
 */
#include "annotation/annotation.h"

#include <stdlib.h>

/* A mark with what decides its place. */
struct place {
	struct mark mark;
	unsigned rank;
	uint32_t depth;
	size_t order;
};

static unsigned
mark_rank(const struct mark *mark)
{
	static const unsigned parts[PART_ROLES] = {
		[PART_CONTENT] = 0, [PART_QUOTE] = 1, [PART_SOURCE] = 2,
		[PART_CUE] = 3
	};

	if (mark->kind == MARK_PART)
		return parts[mark->role];
	return PART_ROLES + mark->kind;
}

static int
sign(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int
by_place(const void *a, const void *b)
{
	const struct place *p = a, *q = b;
	const int keys[] = {
		sign(p->mark.start, q->mark.start),
		sign(q->mark.end, p->mark.end),
		sign(p->rank, q->rank),
		sign(p->depth, q->depth),
		sign(p->mark.claim, q->mark.claim),
		sign(p->order, q->order)
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i] != 0)
			return keys[i];
	return 0;
}

static bool
is_ancestor(const struct article *article, uint32_t above, uint32_t below)
{
	size_t steps = 0;
	const struct claim_line *claim = article_claim(article, below);

	while (claim && claim->parent && steps++ < article->claim_count) {
		if (claim->parent == above)
			return true;
		claim = article_claim(article, claim->parent);
	}
	return false;
}

/* May the mark share the brace of those from `first` on? */
static bool
shares_brace(const struct article *article, size_t first, size_t at)
{
	const struct mark *head = &article->marks[first];
	const struct mark *mark = &article->marks[at];

	if (head->kind != MARK_PART || mark->kind != MARK_PART ||
	    head->role != mark->role || head->start != mark->start ||
	    head->end != mark->end)
		return false;
	for (size_t i = first; i < at && mark->role == PART_CONTENT; i++)
		if (is_ancestor(article, article->marks[i].claim,
		    mark->claim))
			return false;
	return true;
}

void
article_arrange(struct article *article)
{
	struct place *places = memory_new(article->mark_count + 1,
	    sizeof *places);
	uint32_t brace = 0;

	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];
		const struct claim_line *claim = mark->kind == MARK_PART &&
		    mark->role == PART_CONTENT ?
		    article_claim(article, mark->claim) : NULL;

		places[i] = (struct place){ *mark, mark_rank(mark),
			claim ? claim->depth : 0, i };
	}
	qsort(places, article->mark_count, sizeof *places, by_place);
	for (size_t i = 0, first = 0; i < article->mark_count; i++) {
		struct mark *mark = &article->marks[i];

		*mark = places[i].mark;
		if (mark->kind != MARK_PART) {
			mark->brace = 0;
			first = i;
		} else if (i > 0 && shares_brace(article, first, i)) {
			mark->brace = brace;
		} else {
			mark->brace = ++brace;
			first = i;
		}
	}
	free(places);
}

void
article_number(struct story *story, struct article *article)
{
	uint32_t *numbers = memory_new(UINT16_MAX + 1, sizeof *numbers);

	for (size_t i = 0; i < article->claim_count; i++)
		numbers[article->claims[i].number] = (uint32_t)i + 1;
	for (size_t i = 0; i < article->claim_count; i++) {
		struct claim_line *claim = &article->claims[i];

		claim->number = numbers[claim->number];
		claim->parent = numbers[claim->parent];
		claim->inside = numbers[claim->inside];
	}
	for (size_t i = 0; i < article->mark_count; i++)
		if (article->marks[i].kind == MARK_PART)
			article->marks[i].claim =
			    numbers[article->marks[i].claim];
	for (size_t i = 0; i < story->relation_count; i++)
		for (size_t k = 0; k < 2; k++)
			if (story->relations[i].side[k].article ==
			    article->letter)
				story->relations[i].side[k].claim = numbers[
				    story->relations[i].side[k].claim];
	free(numbers);
}
