/*
 * Nesting: a claim stands inside the smallest claim whose content holds its
 * own content and is longer, and its cue or source as well.
 *
 * A quotation may run over sentences, so that what stands inside may be on
 * another row; but never far, so that each claim is compared with those near
 * it only.
 */
#include "claims/claim.h"

enum { NEAR = 64 };	/* claims to either side */

static size_t
length_of(const struct spans *spans)
{
	size_t length = 0;

	for (size_t i = 0; i < spans->count; i++)
		length += spans->at[i].end - spans->at[i].start;
	return length;
}

static bool
holds_span(const struct spans *outer, struct span span)
{
	for (size_t i = 0; i < outer->count; i++)
		if (outer->at[i].start <= span.start &&
		    span.end <= outer->at[i].end)
			return true;
	return false;
}

static bool
holds(const struct spans *outer, const struct spans *inner)
{
	for (size_t i = 0; i < inner->count; i++)
		if (!holds_span(outer, inner->at[i]))
			return false;
	return inner->count > 0;
}

/* Does `inner`, cue and all, stand in the content of `outer`? */
static bool
is_inside(const struct claim *inner, const struct claim *outer)
{
	if (outer->form == FORM_NARRATION || inner->form == FORM_NARRATION)
		return false;
	if (inner->cue.count > 0 && !holds(&outer->content, &inner->cue))
		return false;
	return holds(&outer->content, &inner->content) &&
	    length_of(&inner->content) < length_of(&outer->content);
}

static int
parent_of(const struct claims *claims, size_t index)
{
	const struct claim *claim = &claims->at[index];
	int best = -1;
	size_t shortest = SIZE_MAX;
	size_t i = index > NEAR ? index - NEAR : 0;

	for (; i < claims->count && i < index + NEAR; i++) {
		size_t length = length_of(&claims->at[i].content);

		if (i != index && length < shortest &&
		    is_inside(claim, &claims->at[i])) {
			best = (int)i;
			shortest = length;
		}
	}
	return best;
}

void
claims_nest(struct claims *claims)
{
	for (size_t i = 0; i < claims->count; i++)
		claims->at[i].parent = parent_of(claims, i);
	for (size_t i = 0; i < claims->count; i++) {
		struct claim *claim = &claims->at[i];
		int parent = claim->parent;

		claim->depth = claim->form == FORM_NARRATION ? 0 : 1;
		for (; parent >= 0; parent = claims->at[parent].parent)
			claim->depth++;
	}
}
