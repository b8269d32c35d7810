/*
 * Which claim stands inside which.
 *
 * A claim is inside another when every cue and content of it lies in a brace
 * of the other's content; of several, the one with the smallest content is
 * the parent.
 */
#include "annotation/annotation.h"

/* Does the brace of `outer` stand around that of `inner`? */
static bool
encloses(const struct article *article, size_t outer, size_t inner)
{
	const struct mark *o = &article->marks[outer];
	const struct mark *i = &article->marks[inner];

	return outer < inner && o->brace != i->brace &&
	    o->start <= i->start && i->end <= o->end;
}

/* Is the mark inside some content of the claim? */
static bool
in_content(const struct article *article, size_t inner, uint32_t claim)
{
	for (size_t i = 0; i < inner; i++) {
		const struct mark *mark = &article->marks[i];

		if (mark->kind == MARK_PART && mark->role == PART_CONTENT &&
		    mark->claim == claim && encloses(article, i, inner))
			return true;
	}
	return false;
}

static bool
stands_inside(const struct article *article, uint32_t inner, uint32_t outer)
{
	size_t parts = 0;

	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];

		if (mark->kind != MARK_PART || mark->claim != inner ||
		    (mark->role != PART_CUE && mark->role != PART_CONTENT))
			continue;
		if (!in_content(article, i, outer))
			return false;
		parts++;
	}
	return parts > 0;
}

static size_t
content_size(const struct article *article, uint32_t claim)
{
	size_t size = 0;

	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];

		if (mark->kind == MARK_PART && mark->role == PART_CONTENT &&
		    mark->claim == claim)
			size += mark->end - mark->start;
	}
	return size;
}

/* The claim's first cue or content, or mark_count. */
static size_t
first_part(const struct article *article, uint32_t claim)
{
	size_t i = 0;

	while (i < article->mark_count &&
	    (article->marks[i].kind != MARK_PART ||
	    article->marks[i].claim != claim ||
	    (article->marks[i].role != PART_CUE &&
	    article->marks[i].role != PART_CONTENT)))
		i++;
	return i;
}

uint32_t
braces_parent(const struct article *article, const struct claim_line *claim)
{
	uint32_t parent = 0;
	size_t smallest = SIZE_MAX;
	size_t first = first_part(article, claim->number);

	if (claim_is_narration(claim) || first == article->mark_count)
		return 0;
	/* only what stands around its first part can stand around it */
	for (size_t i = 0; i < first; i++) {
		const struct mark *mark = &article->marks[i];
		const struct claim_line *other;
		size_t size;

		if (mark->kind != MARK_PART || mark->role != PART_CONTENT ||
		    !encloses(article, i, first))
			continue;
		other = article_claim(article, mark->claim);
		if (!other || other == claim || claim_is_narration(other) ||
		    !stands_inside(article, claim->number, other->number))
			continue;
		size = content_size(article, other->number);
		/* of equal ones the inner: the one inside the other */
		if (size < smallest || (size == smallest &&
		    stands_inside(article, other->number, parent))) {
			smallest = size;
			parent = other->number;
		}
	}
	return parent;
}

static void
set_depth(const struct article *article, struct claim_line *claim,
    struct faults *faults)
{
	const struct claim_line *above = claim;
	uint32_t depth = 1;

	if (claim_is_narration(claim)) {
		claim->depth = 0;
		return;
	}
	while (above->parent && depth <= article->claim_count) {
		above = article_claim(article, above->parent);
		depth++;
	}
	if (depth > article->claim_count && above->parent) {
		fault_add(faults, article->path, claim->line, "claim %u is "
		    "inside itself; correct in=", claim->number);
		depth = 1;
	}
	claim->depth = depth;
}

void
article_nest(struct article *article, struct faults *faults)
{
	for (size_t i = 0; i < article->claim_count; i++) {
		struct claim_line *claim = &article->claims[i];
		const struct claim_line *inside = NULL;

		claim->parent = braces_parent(article, claim);
		if (!claim->inside_given)
			continue;
		claim->parent = 0;
		if (claim->inside == 0)
			continue;
		inside = article_claim(article, claim->inside);
		if (!inside)
			fault_add(faults, article->path, claim->line,
			    "in=%u in claim %u: there is no such claim",
			    claim->inside, claim->number);
		else if (inside == claim || claim_is_narration(inside))
			fault_add(faults, article->path, claim->line,
			    "in=%u in claim %u: name another claim that has a "
			    "source", claim->inside, claim->number);
		else
			claim->parent = claim->inside;
	}
	for (size_t i = 0; i < article->claim_count; i++)
		set_depth(article, &article->claims[i], faults);
}
