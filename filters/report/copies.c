/*
 * Copies: articles that repeat what another one says, counted by statement.
 */
#include "report/findings.h"

#include <stdlib.h>

enum { COPY_STATEMENTS = 3 };	/* fewer are a coincidence */

/* qsort has no context: the report whose relations are being sorted. */
static const struct report *sorted;

/* By the two articles, then by the later claim. */
static int
compare_repeats(const void *a, const void *b)
{
	const struct report_relation *x =
	    &sorted->relations[*(const uint32_t *)a];
	const struct report_relation *y =
	    &sorted->relations[*(const uint32_t *)b];
	uint32_t p = sorted->claims[x->claim].article;
	uint32_t q = sorted->claims[y->claim].article;

	if (p != q)
		return p < q ? -1 : 1;
	p = sorted->claims[x->with].article;
	q = sorted->claims[y->with].article;
	if (p != q)
		return p < q ? -1 : 1;
	return (x->claim > y->claim) - (x->claim < y->claim);
}

static int
compare_copies(const void *a, const void *b)
{
	const struct copy *x = a, *y = b;

	if (x->whole != y->whole)
		return x->whole ? -1 : 1;
	if (x->statements != y->statements)
		return x->statements > y->statements ? -1 : 1;
	if (x->article != y->article)
		return x->article < y->article ? -1 : 1;
	return (x->of > y->of) - (x->of < y->of);
}

/* One more relation, sorted: a copy begins, or has a statement more. */
static void
add_repeat(struct copies *copies, const struct report *report,
    const uint32_t *items, size_t i)
{
	const struct report_relation *relation = &report->relations[items[i]];
	uint32_t article = report->claims[relation->claim].article;
	uint32_t of = report->claims[relation->with].article;
	struct copy *copy = copies->count > 0
	    ? &copies->at[copies->count - 1] : NULL;

	if (article == of)
		return;
	if (!copy || copy->article != article || copy->of != of) {
		copies->at[copies->count++] = (struct copy){
			.article = article, .of = of, .statements = 1
		};
		return;
	}
	if (report->relations[items[i - 1]].claim != relation->claim)
		copy->statements++;
}

void
copies_find(struct copies *copies, struct report *report)
{
	uint32_t *items = arena_new(&report->arena,
	    report->relation_count + 1, sizeof *items);
	size_t count = 0, kept = 0, i;

	copies->at = arena_new(&report->arena, report->relation_count + 1,
	    sizeof *copies->at);
	for (i = 0; i < report->relation_count; i++)
		if (report->relations[i].relation == RELATION_REPEAT)
			items[count++] = (uint32_t)i;
	sorted = report;
	qsort(items, count, sizeof *items, compare_repeats);
	for (i = 0; i < count; i++)
		add_repeat(copies, report, items, i);
	for (i = 0; i < copies->count; i++) {
		struct copy *copy = &copies->at[i];

		copy->whole = copy->statements * 2 >=
		    report->articles[copy->article].claim_count;
		if (copy->whole || copy->statements >= COPY_STATEMENTS)
			copies->at[kept++] = *copy;
	}
	copies->count = kept;
	qsort(copies->at, copies->count, sizeof *copies->at, compare_copies);
}
