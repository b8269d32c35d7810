/*
 * Groups of relations.
 *
 * A topic that names several conflicts groups them.  Series and agreements
 * are the connected components of their relations (union by index with path
 * halving), so that A = B and B = C need no third row to stand together.
 * Everything lives in the report's arena.
 */
#include "report/group.h"

#include <stdlib.h>

/* qsort has no context: what is being sorted. */
static const struct report *sorted;
static const struct groups *sorted_groups;

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
order_of_topic(const void *a, const void *b)
{
	const struct report_relation *x =
	    &sorted->relations[*(const uint32_t *)a];
	const struct report_relation *y =
	    &sorted->relations[*(const uint32_t *)b];
	int order = slice_compare(x->topic, y->topic);

	return order != 0 ? order : order_of_strength(a, b);
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

void
group_conflicts(struct groups *groups, struct report *report)
{
	size_t i, count = 0;

	groups->items = arena_new(&report->arena, report->relation_count + 1,
	    sizeof *groups->items);
	groups->at = arena_new(&report->arena, report->relation_count + 1,
	    sizeof *groups->at);
	for (i = 0; i < report->relation_count; i++)
		if (report->relations[i].relation == RELATION_CONFLICT)
			groups->items[count++] = (uint32_t)i;
	sorted = report;
	qsort(groups->items, count, sizeof *groups->items, order_of_topic);
	for (i = 0; i < count; i++) {
		const struct report_relation *relation =
		    &report->relations[groups->items[i]];
		bool same = i > 0 && relation->topic.length > 0 &&
		    slice_equal(relation->topic,
		    report->relations[groups->items[i - 1]].topic);

		if (!same)
			groups->at[groups->count++] = (struct group){
				.first = i, .strength = relation->confidence
			};
		groups->at[groups->count - 1].count++;
	}
	sorted_groups = groups;
	qsort(groups->at, groups->count, sizeof *groups->at,
	    order_of_conflicts);
}

/* ---------------------------------------------------------- components */

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

/* How many different texts stand behind a group's claims. */
static size_t
count_witnesses(const struct report *report, const uint32_t *claims,
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

/* The components of the relations of one or two sorts. */
static void
group_claims(struct groups *groups, struct report *report, enum relation one,
    enum relation other)
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

		if (relation->relation != one && relation->relation != other)
			continue;
		unite(parents, relation->claim, relation->with);
		taken[relation->claim] = taken[relation->with] = true;
	}
	components(groups, report, taken, parents);
}

void
group_series(struct groups *groups, struct report *report)
{
	group_claims(groups, report, RELATION_EVOLVE, RELATION_EVOLVE);
}

void
group_agreements(struct groups *groups, struct report *report)
{
	size_t i, j, kept = 0;

	group_claims(groups, report, RELATION_AGREE, RELATION_REPEAT);
	for (i = 0; i < groups->count; i++) {
		const struct group *group = &groups->at[i];
		bool agreed = group->witnesses > 1;

		for (j = 0; j < group->count && !agreed; j++)
			agreed = report->claims[
			    groups->items[group->first + j]].
			    relates[RELATION_AGREE];
		if (agreed)
			groups->at[kept++] = *group;
	}
	groups->count = kept;
}
