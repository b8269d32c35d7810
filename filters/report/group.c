/*
 * Groups of relations.
 *
 * A dispute is the conflicts of one kind that share claims, a series the
 * claims that `evolve` joins: connected components, by union with path
 * halving.  An agreement is a claim with those that agree with it directly,
 * since what is alike twice over need not be alike.
 * Everything lives in the report's arena.
 */
#include "report/group.h"

#include <stdlib.h>

/* qsort has no context: what is being sorted. */
static const struct report *sorted;
static const struct groups *sorted_groups;
static const uint32_t *sorted_roots;

static int
order_of_text(const void *a, const void *b)
{
	return report_claim_order(sorted, *(const uint32_t *)a,
	    *(const uint32_t *)b);
}

/* Strongest first; equal ones in the order of the later claim. */
static int
order_of_strength(const void *a, const void *b)
{
	const struct report_relation *x =
	    &sorted->relations[*(const uint32_t *)a];
	const struct report_relation *y =
	    &sorted->relations[*(const uint32_t *)b];
	int order;

	if (x->confidence > y->confidence || x->confidence < y->confidence)
		return x->confidence > y->confidence ? -1 : 1;
	order = report_claim_order(sorted, x->claim, y->claim);
	if (order == 0)
		order = report_claim_order(sorted, x->with, y->with);
	return order != 0 ? order : slice_compare(x->kind, y->kind);
}

static int
order_of_conflicts(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	return order_of_strength(&sorted_groups->items[x->first],
	    &sorted_groups->items[y->first]);
}

/* More witnesses, then more claims, then the earlier one. */
static int
order_of_claims(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->witnesses != y->witnesses)
		return x->witnesses > y->witnesses ? -1 : 1;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return order_of_text(&sorted_groups->items[x->first],
	    &sorted_groups->items[y->first]);
}

/* -------------------------------------------------------------- unions */

static uint32_t
root(uint32_t *parents, uint32_t at)
{
	while (parents[at] != at) {
		parents[at] = parents[parents[at]];
		at = parents[at];
	}
	return at;
}

static void
unite(uint32_t *parents, uint32_t a, uint32_t b)
{
	a = root(parents, a);
	b = root(parents, b);
	if (a < b)
		parents[b] = a;
	else
		parents[a] = b;
}

/* ------------------------------------------------------------ disputes */

static bool
is_conflict_of(const struct report_relation *relation, struct slice kind)
{
	return relation->relation == RELATION_CONFLICT &&
	    slice_equal(relation->kind, kind);
}

/*
 * Join the pairs of each kind that share a claim: the parents of relations.
 * last holds, for each claim, the relation of this kind that named it last.
 */
static void
join_pairs(const struct report *report, uint32_t *parents, uint32_t *last,
    uint32_t first)
{
	struct slice kind = report->relations[first].kind;
	size_t i;

	for (i = first; i < report->relation_count; i++) {
		const struct report_relation *relation =
		    &report->relations[i];
		const uint32_t claims[2] = { relation->claim,
		    relation->with };
		size_t side;

		if (!is_conflict_of(relation, kind))
			continue;
		parents[i] = (uint32_t)i;
		for (side = 0; side < 2; side++) {
			uint32_t other = last[claims[side]];

			if (other != REPORT_NONE && is_conflict_of(
			    &report->relations[other], kind))
				unite(parents, other, (uint32_t)i);
			last[claims[side]] = (uint32_t)i;
		}
	}
}

/* For each conflict the first one of its dispute; REPORT_NONE for others. */
static uint32_t *
find_disputes(struct report *report)
{
	size_t total = report->relation_count, i;
	uint32_t *parents = arena_new(&report->arena, total + 1,
	    sizeof *parents);
	uint32_t *last = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *last);

	for (i = 0; i < total; i++)
		parents[i] = REPORT_NONE;
	for (i = 0; i < report->claim_count; i++)
		last[i] = REPORT_NONE;
	for (i = 0; i < total; i++)
		if (report->relations[i].relation == RELATION_CONFLICT &&
		    parents[i] == REPORT_NONE)
			join_pairs(report, parents, last, (uint32_t)i);
	for (i = 0; i < total; i++)
		if (parents[i] != REPORT_NONE)
			parents[i] = root(parents, (uint32_t)i);
	return parents;
}

/* Of one dispute after the other; within one the strongest first. */
static int
order_of_disputes(const void *a, const void *b)
{
	uint32_t x = sorted_roots[*(const uint32_t *)a];
	uint32_t y = sorted_roots[*(const uint32_t *)b];

	if (x != y)
		return x < y ? -1 : 1;
	return order_of_strength(a, b);
}

void
group_conflicts(struct groups *groups, struct report *report)
{
	uint32_t *roots = find_disputes(report);
	size_t i, count = 0;

	groups->items = arena_new(&report->arena, report->relation_count + 1,
	    sizeof *groups->items);
	groups->at = arena_new(&report->arena, report->relation_count + 1,
	    sizeof *groups->at);
	for (i = 0; i < report->relation_count; i++)
		if (roots[i] != REPORT_NONE)
			groups->items[count++] = (uint32_t)i;
	sorted = report;
	sorted_roots = roots;
	qsort(groups->items, count, sizeof *groups->items,
	    order_of_disputes);
	for (i = 0; i < count; i++) {
		uint32_t item = groups->items[i];

		if (i == 0 || roots[item] != roots[groups->items[i - 1]])
			groups->at[groups->count++] = (struct group){
				.first = i
			};
		groups->at[groups->count - 1].count++;
	}
	sorted_groups = groups;
	qsort(groups->at, groups->count, sizeof *groups->at,
	    order_of_conflicts);
}

size_t
group_sides(const struct report *report, const struct groups *groups,
    const struct group *group, uint32_t *claims)
{
	size_t count = 0, kept = 0, i;

	for (i = 0; i < group->count; i++) {
		const struct report_relation *relation =
		    &report->relations[groups->items[group->first + i]];

		claims[count++] = relation->with;
		claims[count++] = relation->claim;
	}
	sorted = report;
	qsort(claims, count, sizeof *claims, order_of_text);
	for (i = 0; i < count; i++)
		if (i == 0 || claims[i] != claims[i - 1])
			claims[kept++] = claims[i];
	return kept;
}

/* ---------------------------------------------------------- components */

/* How many different upstreams stand behind a group's claims. */
static size_t
count_upstreams(const struct report *report, const uint32_t *claims,
    size_t count)
{
	size_t i, j, witnesses = 0;

	for (i = 0; i < count; i++) {
		struct slice witness = report_witness(
		    &report->articles[report->claims[claims[i]].article]);

		for (j = 0; j < i; j++)
			if (slice_equal(witness, report_witness(&report->
			    articles[report->claims[claims[j]].article])))
				break;
		witnesses += j == i;
	}
	return witnesses;
}

/*
 * How many witnesses a group has: its upstreams, or fewer where the table,
 * which has looked for copies, counts fewer.
 */
static size_t
count_witnesses(const struct report *report, const uint32_t *claims,
    size_t count)
{
	size_t upstreams = count_upstreams(report, claims, count), most = 0;
	size_t i;

	for (i = 0; i < count; i++)
		if (report->claims[claims[i]].witnesses > most)
			most = report->claims[claims[i]].witnesses;
	return most > 0 && most < upstreams ? most : upstreams;
}

/* Lay the claims of each component side by side (a counting sort by root). */
static void
gather(struct groups *groups, struct report *report, uint32_t *parents,
    const bool *taken)
{
	size_t total = report->claim_count, i;
	uint32_t *places = arena_new(&report->arena, total + 1,
	    sizeof *places);
	size_t first = 0;

	for (i = 0; i < total; i++)
		places[i] = REPORT_NONE;
	for (i = 0; i < total; i++) {
		uint32_t top = root(parents, (uint32_t)i);

		if (!taken[i])
			continue;
		if (places[top] == REPORT_NONE) {
			places[top] = (uint32_t)groups->count;
			groups->at[groups->count++] = (struct group){ 0 };
		}
		groups->at[places[top]].count++;
	}
	for (i = 0; i < groups->count; i++) {
		groups->at[i].first = first;
		first += groups->at[i].count;
		groups->at[i].count = 0;
	}
	for (i = 0; i < total; i++) {
		struct group *group;

		if (!taken[i])
			continue;
		group = &groups->at[places[root(parents, (uint32_t)i)]];
		groups->items[group->first + group->count++] = (uint32_t)i;
	}
}

static void
components(struct groups *groups, struct report *report, bool *taken,
    uint32_t *parents)
{
	size_t i;

	groups->items = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *groups->items);
	groups->at = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *groups->at);
	gather(groups, report, parents, taken);
	sorted = report;
	for (i = 0; i < groups->count; i++) {
		struct group *group = &groups->at[i];

		qsort(groups->items + group->first, group->count,
		    sizeof *groups->items, order_of_text);
		group->witnesses = count_witnesses(report,
		    groups->items + group->first, group->count);
	}
	sorted_groups = groups;
	qsort(groups->at, groups->count, sizeof *groups->at,
	    order_of_claims);
}

void
group_series(struct groups *groups, struct report *report)
{
	size_t i;
	bool *taken = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *taken);
	uint32_t *parents = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *parents);

	for (i = 0; i < report->claim_count; i++) {
		parents[i] = (uint32_t)i;
		taken[i] = false;
	}
	for (i = 0; i < report->relation_count; i++) {
		const struct report_relation *relation =
		    &report->relations[i];

		if (relation->relation != RELATION_EVOLVE)
			continue;
		unite(parents, relation->claim, relation->with);
		taken[relation->claim] = taken[relation->with] = true;
	}
	components(groups, report, taken, parents);
}

/* ---------------------------------------------------------- agreements */

/* The claims that agree with or repeat a hub, as far as still free. */
static void
add_partners(struct groups *groups, const struct report *report,
    uint32_t hub, const size_t *firsts, const uint32_t *partners,
    bool *taken)
{
	struct group *group = &groups->at[groups->count - 1];
	size_t i;

	for (i = firsts[hub]; i < firsts[hub + 1]; i++) {
		uint32_t partner = partners[i];

		if (taken[partner])
			continue;
		taken[partner] = true;
		groups->items[group->first + group->count++] = partner;
	}
	sorted = report;
	qsort(groups->items + group->first + 1, group->count - 1,
	    sizeof *groups->items, order_of_text);
}

/* The partners of each claim side by side; those of claim i are between
   firsts[i] and firsts[i + 1]. */
static uint32_t *
find_partners(struct report *report, size_t *firsts)
{
	uint32_t *partners = arena_new(&report->arena,
	    2 * report->relation_count + 1, sizeof *partners);
	size_t i, pass;

	memset(firsts, 0, (report->claim_count + 2) * sizeof *firsts);
	for (pass = 0; pass < 2; pass++) {
		for (i = 0; i < report->relation_count; i++) {
			const struct report_relation *r =
			    &report->relations[i];

			if (r->relation != RELATION_AGREE &&
			    r->relation != RELATION_REPEAT)
				continue;
			if (pass == 0) {
				firsts[r->claim + 2]++;
				firsts[r->with + 2]++;
				continue;
			}
			partners[firsts[r->claim + 1]++] = r->with;
			partners[firsts[r->with + 1]++] = r->claim;
		}
		for (i = 2; pass == 0 && i < report->claim_count + 2; i++)
			firsts[i] += firsts[i - 1];
	}
	return partners;
}

void
group_agreements(struct groups *groups, struct report *report)
{
	size_t total = report->claim_count, used = 0, i;
	bool *taken = arena_new(&report->arena, total + 1, sizeof *taken);
	uint32_t *order = arena_new(&report->arena, total + 1, sizeof *order);
	size_t *firsts = arena_new(&report->arena, total + 2, sizeof *firsts);
	uint32_t *partners = find_partners(report, firsts);

	groups->items = arena_new(&report->arena, total + 1,
	    sizeof *groups->items);
	groups->at = arena_new(&report->arena, total + 1,
	    sizeof *groups->at);
	for (i = 0; i < total; i++) {
		order[i] = (uint32_t)i;
		taken[i] = false;
	}
	sorted = report;
	qsort(order, total, sizeof *order, order_of_text);
	for (i = 0; i < total; i++) {
		struct group *group = &groups->at[groups->count];

		if (taken[order[i]] || firsts[order[i]] ==
		    firsts[order[i] + 1])
			continue;
		*group = (struct group){ .first = used, .count = 1 };
		groups->items[used] = order[i];
		taken[order[i]] = true;
		groups->count++;
		add_partners(groups, report, order[i], firsts, partners,
		    taken);
		group->witnesses = count_witnesses(report,
		    groups->items + group->first, group->count);
		used += group->count;
		if (group->witnesses < 2)
			groups->count--;
	}
	sorted_groups = groups;
	qsort(groups->at, groups->count, sizeof *groups->at,
	    order_of_claims);
}
