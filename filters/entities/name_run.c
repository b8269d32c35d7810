/*
 * Runs of capitalised words, with the connectors that names are joined by:
 * particles, hyphens, and the "of" and "and" behind a body's head word.
 */
#include "entities/name_run.h"

static bool
has_first_head(const struct name_finder *f, size_t first, size_t last)
{
	struct head head;

	for (size_t i = first; i < last; i++)
		if ((world_org_word(f->tokens[i].lower, &head) ||
		    world_loc_word(f->tokens[i].lower, &head)) && head.first)
			return true;
	return false;
}

/* "Ministry of Health", "Center for Peace": all that follows belongs to it. */
bool
name_head_with_of(const struct name_finder *f, size_t i, size_t last,
    struct head *head)
{
	return i + 2 < last && name_has_class(f->tokens[i + 1].lower,
	    "connector") && !name_is(f, i + 1, "and") &&
	    name_head(f, i, head) && head->first;
}

static bool
has_head_with_of(const struct name_finder *f, size_t first, size_t last)
{
	struct head head;

	for (size_t i = first; i + 2 < last; i++)
		if (name_head_with_of(f, i, last, &head))
			return true;
	return false;
}

/* A short syllable behind the hyphen of a Korean or Chinese name. */
static bool
is_syllable(const struct name_finder *f, size_t run, size_t i)
{
	const struct token *token = &f->tokens[i];

	return i >= run + 3 && token->shape == SHAPE_LOWER &&
	    token->text.length <= 6 && !slice_ends(token->lower, SLICE("ed")) &&
	    token->tag != TAG_VBN && token->tag != TAG_VBG &&
	    !name_has_class(token->lower, "suffix") &&
	    !name_known(f, i - 2);
}

/*
 * "Foreign Policy and Defence Committee", "Shippers' Council": common words on
 * both sides, and a body's head word behind.
 */
static bool
is_joined_by_head(const struct name_finder *f, size_t run, size_t joint)
{
	struct head head;

	for (size_t i = run; i < joint; i++)
		if (!name_common(&f->tokens[i]) || name_known(f, i))
			return false;
	for (size_t i = joint + 1; i < joint + 6 && name_token(f, i); i++) {
		if ((i > joint + 1 || !name_is(f, joint, "and")) &&
		    world_org_word(f->tokens[i].lower, &head) && head.last)
			return true;
		if (!name_common(&f->tokens[i]) || name_known(f, i))
			return false;
	}
	return false;
}

/*
 * Where a run that began at `run` and reaches to `last` goes on behind a
 * hyphen or a connector; last when it does not.
 */
static size_t
over_connector(const struct name_finder *f, size_t run, size_t last)
{
	size_t next = last + 1;
	struct slice lower;

	if (last >= f->count || f->taken[last])
		return last;
	lower = f->tokens[last].lower;
	if (name_joint(f, last)) {
		if (name_token(f, next))
			return name_known(f, last - 1) ? last : next + 1;
		return is_syllable(f, run, next) ? next + 1 : last;
	}
	if (name_has_class(lower, "particle")) {
		while (next < f->count && (name_joint(f, next) ||
		    name_has_class(f->tokens[next].lower, "particle")))
			next++;
		return name_token(f, next) ? next + 1 : last;
	}
	if (slice_is(lower, "&"))
		return name_token(f, next) ? next + 1 : last;
	if (slice_is(lower, "'s") && last > run &&
	    name_has_class(f->tokens[last - 1].lower, "owner"))
		return name_token(f, next) ? next + 1 : last;
	if (slice_is(lower, ",") && next < f->count &&
	    name_has_class(f->tokens[next].lower, "legal") &&
	    name_capital(&f->tokens[next]))
		return next + 1;
	if ((slice_is(lower, "and") || ((slice_is(lower, "'s") ||
	    slice_is(lower, "'")) && !f->tokens[last].space_before &&
	    f->tokens[last - 1].tag != TAG_NNP)) &&
	    is_joined_by_head(f, run, last))
		return next + 1;
	if (!name_has_class(lower, "connector") ||
	    !has_first_head(f, run, last))
		return last;
	/* "Ministry of Health and Wellness", not "the Ministry and the" */
	if (slice_is(lower, "and") && (name_known(f, next) ||
	    !has_head_with_of(f, run, last) || name_is(f, next, "the")))
		return last;
	if (name_is(f, next, "the"))
		next++;
	return name_token(f, next) ? next + 1 : last;
}

size_t
name_run_end(const struct name_finder *f, size_t run)
{
	size_t last = run + 1, next;

	for (;;) {
		if (name_token(f, last) && !name_joint(f, last)) {
			last++;
			continue;
		}
		next = over_connector(f, run, last);
		if (next == last)
			return last;
		last = next;
	}
}
