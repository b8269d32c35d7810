/*
 * Support: a claim's witnesses are those of its own article and of the claims
 * that it agrees with or repeats; that both tell of one event is not enough.
 * Agreement is not handed on: what a partner's partner says may be something
 * else.
 */
#include "compare/support.h"

#include <stdlib.h>

/* An article behind a claim. */
struct backing {
	uint32_t claim, witness;
};

static int
by_claim(const void *a, const void *b)
{
	const struct backing *x = a, *y = b;

	if (x->claim != y->claim)
		return x->claim < y->claim ? -1 : 1;
	return x->witness < y->witness ? -1 : x->witness > y->witness;
}

static uint32_t
witness_of(const struct claims *claims, uint32_t claim)
{
	return claims->articles[claims->at[claim].article].witness;
}

uint32_t *
support_count(const struct claims *claims, const struct relations *relations)
{
	uint32_t *support = memory_new(claims->count + 1, sizeof *support);
	struct backing *all = memory_new(claims->count +
	    2 * relations->count + 1, sizeof *all);
	size_t count = 0;

	for (uint32_t i = 0; i < claims->count; i++)
		all[count++] = (struct backing){ i, witness_of(claims, i) };
	for (size_t i = 0; i < relations->count; i++) {
		const struct relation *r = &relations->at[i];

		if ((r->type != RELATION_AGREE && r->type !=
		    RELATION_REPEAT) || r->kind == KIND_EVENT)
			continue;
		all[count++] = (struct backing){ r->later,
			witness_of(claims, r->earlier) };
		all[count++] = (struct backing){ r->earlier,
			witness_of(claims, r->later) };
	}
	qsort(all, count, sizeof *all, by_claim);
	for (size_t i = 0; i < count; i++)
		support[all[i].claim] += i == 0 ||
		    all[i].claim != all[i - 1].claim ||
		    all[i].witness != all[i - 1].witness;
	free(all);
	return support;
}
