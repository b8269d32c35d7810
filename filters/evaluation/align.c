/*
 * One-to-one matching by common bytes.
 *
 * Items that are equal in every byte and label are paired in one merge of the
 * sorted tables, and crowds of the same bytes likewise.  For the others the
 * pairs that overlap are listed, document by document, and taken from the best
 * on.
 */
#include "evaluation/align.h"

#include <stdlib.h>

enum {
	LOOKED = 1024,		/* items that one is held against, at most */
	LISTED = 64,		/* of these, as possible partners */
	CROWD = 64		/* items of the same bytes */
};

struct pair {
	double share;
	unsigned alike;		/* labels */
	size_t gold, found;
};

struct pairs {
	struct pair *at;
	size_t count, capacity;
};

/* A run of items of one document (or one pair of documents). */
struct group {
	struct item *items;
	size_t first, behind;
	const size_t *reach;	/* the largest end of an item up to each */
};

/* ------------------------------------------------------------------ order */

static int
compare_labels(const struct item *a, const struct item *b)
{
	int order = 0;

	for (size_t i = 0; i < LABEL_MAX && order == 0; i++)
		order = slice_compare(a->labels[i], b->labels[i]);
	return order;
}

static int
compare_wholly(const struct item *a, const struct item *b)
{
	int order = item_compare(a, b);

	return order != 0 ? order : compare_labels(a, b);
}

static int
compare_items(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int order = compare_wholly(x, y);

	return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static void
sort(struct items *items)
{
	if (items->count > 0)
		qsort(items->at, items->count, sizeof *items->at,
		    compare_items);
}

void
align_distinct(struct items *items)
{
	size_t count = 0;

	sort(items);
	for (size_t i = 0; i < items->count; i++)
		if (count == 0 ||
		    item_compare(&items->at[count - 1], &items->at[i]) != 0)
			items->at[count++] = items->at[i];
	items->count = count;
}

/* ------------------------------------------------------------------ share */

static size_t
common_bytes(const struct extent *a, const struct extent *b)
{
	size_t i = 0, j = 0, common = 0;

	while (i < a->count && j < b->count) {
		const struct span *x = &a->spans[i], *y = &b->spans[j];
		size_t start = x->start > y->start ? x->start : y->start;
		size_t end = x->end < y->end ? x->end : y->end;

		if (start < end)
			common += end - start;
		if (x->end < y->end)
			i++;
		else
			j++;
	}
	return common;
}

static double
share_of(const struct extent *a, const struct extent *b, double least)
{
	double longer = (double)(a->bytes > b->bytes ? a->bytes : b->bytes);
	double shorter = (double)(a->bytes < b->bytes ? a->bytes : b->bytes);

	/* what cannot be enough is not counted out */
	if (shorter / longer < least)
		return 0;
	return (double)common_bytes(a, b) / longer;
}

static double
item_share(const struct item *a, const struct item *b, double least)
{
	double share = share_of(&a->sides[0], &b->sides[0], least), other;

	if (share <= 0 || a->sides[1].count == 0)
		return share;
	other = share_of(&a->sides[1], &b->sides[1], least);
	return other < share ? other : share;
}

static unsigned
labels_alike(const struct item *a, const struct item *b)
{
	unsigned alike = 0;

	for (size_t i = 0; i < LABEL_MAX; i++)
		alike += slice_equal(a->labels[i], b->labels[i]);
	return alike;
}

/* ------------------------------------------------------------------ pairs */

static void
join(struct items *gold, struct items *found, size_t g, size_t f, double share)
{
	gold->at[g].match = f;
	gold->at[g].share = share;
	found->at[f].match = g;
	found->at[f].share = share;
}

/* Join what is equal in every byte and label. */
static void
join_equal(struct items *gold, struct items *found)
{
	for (size_t g = 0, f = 0; g < gold->count && f < found->count;) {
		int order = compare_wholly(&gold->at[g], &found->at[f]);

		if (order == 0)
			join(gold, found, g, f, 1);
		g += order <= 0;
		f += order >= 0;
	}
}

/* Behind the items that are the same bytes as the one at first. */
static size_t
same_end(const struct items *items, size_t first)
{
	size_t i = first;

	while (i < items->count &&
	    item_compare(&items->at[first], &items->at[i]) == 0)
		i++;
	return i;
}

/* Join what has no partner yet, in order, up to two ends. */
static void
join_in_order(struct items *gold, size_t g, size_t gold_end,
    struct items *found, size_t f, size_t found_end)
{
	while (g < gold_end && f < found_end) {
		if (gold->at[g].match != ITEM_NONE)
			g++;
		else if (found->at[f].match != ITEM_NONE)
			f++;
		else
			join(gold, found, g, f, 1);
	}
}

/* Join crowds of the same bytes, too many to list their pairs. */
static void
join_crowds(struct items *gold, struct items *found)
{
	for (size_t g = 0, f = 0; g < gold->count && f < found->count;) {
		int order = item_compare(&gold->at[g], &found->at[f]);
		size_t gold_end = order <= 0 ? same_end(gold, g) : g;
		size_t found_end = order >= 0 ? same_end(found, f) : f;

		if (gold_end - g > CROWD || found_end - f > CROWD)
			join_in_order(gold, g, gold_end, found, f, found_end);
		g = gold_end;
		f = found_end;
	}
}

static size_t
start_of(const struct item *item)
{
	return item->sides[0].spans[0].start;
}

static size_t
end_of(const struct item *item)
{
	return item->sides[0].spans[item->sides[0].count - 1].end;
}

/* The first item of the group that starts at `end` or behind it. */
static size_t
first_behind(const struct group *group, size_t end)
{
	size_t low = group->first, high = group->behind;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (start_of(&group->items[middle]) < end)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* List the pairs of a gold item with what it overlaps. */
static void
list_pairs(struct pairs *pairs, const struct item *gold, size_t g,
    const struct group *found, double least)
{
	size_t f = first_behind(found, end_of(gold)), listed = 0;

	for (size_t looked = 0; f-- > found->first && looked < LOOKED &&
	    listed < LISTED && found->reach[f] > start_of(gold); looked++) {
		const struct item *item = &found->items[f];
		double share;

		if (item->match != ITEM_NONE)
			continue;
		share = item_share(gold, item, least);
		if (share <= 0 || share < least)
			continue;
		MEMORY_GROW(pairs->at, pairs->count, pairs->capacity);
		pairs->at[pairs->count++] = (struct pair){ share,
			labels_alike(gold, item), g, f };
		listed++;
	}
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->share < y->share || x->share > y->share)
		return x->share > y->share ? -1 : 1;
	if (x->alike != y->alike)
		return x->alike > y->alike ? -1 : 1;
	if (x->gold != y->gold)
		return x->gold < y->gold ? -1 : 1;
	return (x->found > y->found) - (x->found < y->found);
}

/* ----------------------------------------------------------------- groups */

static int
compare_groups(const struct item *a, const struct item *b)
{
	int order = slice_compare(a->doc, b->doc);

	return order != 0 ? order : slice_compare(a->with_doc, b->with_doc);
}

static size_t
group_end(const struct items *items, size_t first)
{
	size_t i = first;

	while (i < items->count &&
	    compare_groups(&items->at[first], &items->at[i]) == 0)
		i++;
	return i;
}

static size_t *
find_reach(const struct items *items)
{
	size_t *reach = memory_new(items->count + 1, sizeof *reach);

	for (size_t i = 0; i < items->count; i++) {
		reach[i] = end_of(&items->at[i]);
		if (i > 0 && reach[i - 1] > reach[i] &&
		    compare_groups(&items->at[i - 1], &items->at[i]) == 0)
			reach[i] = reach[i - 1];
	}
	return reach;
}

/* Join the best pairs of a document, `found`, with gold from g to end. */
static void
join_group(struct items *gold, struct items *found, size_t g, size_t end,
    const struct group *group, double least)
{
	struct pairs pairs = { 0 };

	for (; g < end; g++)
		if (gold->at[g].match == ITEM_NONE)
			list_pairs(&pairs, &gold->at[g], g, group, least);
	if (pairs.count > 0)
		qsort(pairs.at, pairs.count, sizeof *pairs.at, compare_pairs);
	for (size_t i = 0; i < pairs.count; i++) {
		const struct pair *pair = &pairs.at[i];

		if (gold->at[pair->gold].match == ITEM_NONE &&
		    found->at[pair->found].match == ITEM_NONE)
			join(gold, found, pair->gold, pair->found,
			    pair->share);
	}
	free(pairs.at);
}

void
align(struct items *gold, struct items *found, double least)
{
	size_t *reach;

	sort(gold);
	sort(found);
	join_equal(gold, found);
	join_crowds(gold, found);
	reach = find_reach(found);
	for (size_t g = 0, f = 0; g < gold->count && f < found->count;) {
		int order = compare_groups(&gold->at[g], &found->at[f]);
		size_t gold_end = order <= 0 ? group_end(gold, g) : g;
		size_t found_end = order >= 0 ? group_end(found, f) : f;
		struct group group = { found->at, f, found_end, reach };

		if (order == 0)
			join_group(gold, found, g, gold_end, &group, least);
		g = gold_end;
		f = found_end;
	}
	free(reach);
}
