/*
 * Pairs of a dispute.
 *
 * "Never warned" against "warned" may stand between one claim and several:
 * such pairs are told together, so that no reason stands twice.
 */
#include "report/clash.h"

#include <stdlib.h>

void
clash_open(struct clash *clash, const struct report *report,
    const struct groups *groups, const struct group *group)
{
	*clash = (struct clash){
		.report = report, .pairs = groups->items + group->first,
		.pair_count = group->count
	};
	clash->sides = memory_new(2 * group->count, sizeof *clash->sides);
	clash->told = memory_new(group->count, sizeof *clash->told);
	memset(clash->told, 0, group->count * sizeof *clash->told);
	clash->side_count = group_sides(report, groups, group, clash->sides);
}

void
clash_add_letter(size_t side, struct buffer *out)
{
	if (side < 26)
		buffer_add_byte(out, (char)('a' + side));
	else
		buffer_add_number(out, side + 1);
}

static void
add_side(const struct clash *clash, uint32_t claim, struct buffer *out)
{
	size_t i;

	for (i = 0; i < clash->side_count; i++)
		if (clash->sides[i] == claim)
			clash_add_letter(i, out);
}

static const struct report_relation *
pair_at(const struct clash *clash, size_t i)
{
	return &clash->report->relations[clash->pairs[i]];
}

static bool
is_of(const struct report_relation *pair, uint32_t side, struct slice reason)
{
	return (pair->with == side || pair->claim == side) &&
	    slice_equal(pair->reason, reason);
}

/* Pairs not told yet that have this side and this reason. */
static size_t
count_pairs(const struct clash *clash, uint32_t side, struct slice reason)
{
	size_t count = 0, i;

	for (i = 0; i < clash->pair_count; i++)
		count += !clash->told[i] &&
		    is_of(pair_at(clash, i), side, reason);
	return count;
}

/* Tell the pairs of two sides with this reason; was there one? */
static bool
tell_pairs(struct clash *clash, uint32_t a, uint32_t b, struct slice reason)
{
	bool found = false;
	size_t i;

	for (i = 0; i < clash->pair_count; i++)
		if (!clash->told[i] && is_of(pair_at(clash, i), a, reason) &&
		    is_of(pair_at(clash, i), b, reason))
			found = clash->told[i] = true;
	return found;
}

bool
clash_next(struct clash *clash, struct buffer *out, struct slice *reason)
{
	const struct report_relation *first;
	size_t next = 0, count = 0, i;
	uint32_t side;

	while (next < clash->pair_count && clash->told[next])
		next++;
	if (next == clash->pair_count)
		return false;
	first = pair_at(clash, next);
	*reason = first->reason;
	side = count_pairs(clash, first->claim, *reason) >
	    count_pairs(clash, first->with, *reason) ? first->claim
	    : first->with;
	add_side(clash, side, out);
	for (i = 0; i < clash->side_count; i++) {
		if (clash->sides[i] == side ||
		    !tell_pairs(clash, side, clash->sides[i], *reason))
			continue;
		buffer_add(out, count++ == 0 ? SLICE(" against ")
		    : SLICE(" and "));
		clash_add_letter(i, out);
	}
	return true;
}

void
clash_close(struct clash *clash)
{
	free(clash->sides);
	free(clash->told);
}
