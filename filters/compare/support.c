/*
 * Support: claims that agree are one group (union-find), and a group has as
 * many witnesses as its articles have.
 */
#include "compare/support.h"

#include <stdlib.h>

struct member {
	uint32_t group, witness, claim;
};

static uint32_t
root(uint32_t *parents, uint32_t claim)
{
	while (parents[claim] != claim)
		claim = parents[claim] = parents[parents[claim]];
	return claim;
}

static int
by_group(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->witness < y->witness ? -1 : x->witness > y->witness;
}

static void
count_groups(const struct member *members, size_t count, uint32_t *support)
{
	for (size_t i = 0, next; i < count; i = next) {
		uint32_t witnesses = 1;

		for (next = i + 1; next < count &&
		    members[next].group == members[i].group; next++)
			witnesses += members[next].witness !=
			    members[next - 1].witness;
		for (size_t k = i; k < next; k++)
			support[members[k].claim] = witnesses;
	}
}

uint32_t *
support_count(const struct claims *claims, const struct relations *relations)
{
	size_t count = claims->count;
	uint32_t *parents = memory_new(count + 1, sizeof *parents);
	uint32_t *support = memory_new(count + 1, sizeof *support);
	struct member *members = memory_new(count + 1, sizeof *members);

	for (uint32_t i = 0; i < count; i++)
		parents[i] = i;
	for (size_t i = 0; i < relations->count; i++) {
		const struct relation *relation = &relations->at[i];

		if (relation->type == RELATION_AGREE ||
		    relation->type == RELATION_REPEAT)
			parents[root(parents, relation->later)] =
			    root(parents, relation->earlier);
	}
	for (uint32_t i = 0; i < count; i++)
		members[i] = (struct member){ root(parents, i),
			claims->articles[claims->at[i].article].witness, i };
	qsort(members, count, sizeof *members, by_group);
	count_groups(members, count, support);
	free(parents);
	free(members);
	return support;
}
