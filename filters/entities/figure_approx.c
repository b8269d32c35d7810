/*
 * How firmly a number is said: approximators before it ("about", "at least")
 * and behind it ("or more").
 */
#include "entities/figure_part.h"

#include "tsv/lexicon.h"

LEXICON_BUILTIN(approximators);

static struct lexicon approximators;

/* The approximator that ends before token i; how many tokens it takes. */
static size_t
approx_before(const struct figure_finder *f, size_t i, enum approx *approx)
{
	size_t most = approximators.longest;
	const struct lexicon_row *row;

	for (size_t length = most < i ? most : i; length > 0; length--) {
		row = lexicon_find(&approximators,
		    figure_joined(f, i - length, i));
		if (!row || slice_is(row->fields[2], "after"))
			continue;
		*approx = approx_of(row->fields[1]);
		return length;
	}
	return 0;
}

/* The one that begins at token i. */
static size_t
approx_behind(const struct figure_finder *f, size_t i, enum approx *approx)
{
	size_t left = f->count - i, most = approximators.longest;
	const struct lexicon_row *row;

	for (size_t length = most < left ? most : left; length > 0; length--) {
		row = lexicon_find(&approximators,
		    figure_joined(f, i, i + length));
		if (!row || slice_is(row->fields[2], "before"))
			continue;
		*approx = approx_of(row->fields[1]);
		return length;
	}
	return 0;
}

void
figure_approx_open(void)
{
	static const char *const columns[] = {
		"words", "approx", "place", NULL
	};

	lexicon_add(&approximators, LEXICON_BYTES(approximators),
	    "approximators.tsv", columns);
}

void
figure_set_approx(const struct figure_finder *f, struct quantity *quantity)
{
	enum approx approx = APPROX_EXACT, second;
	size_t length = approx_before(f, quantity->first, &approx);

	/* "at least some 30", "only about": what stands nearer wins */
	if (length > 0 && approx == APPROX_EXACT &&
	    approx_before(f, quantity->first - length, &second) > 0)
		approx = second;
	if (approx == APPROX_EXACT && quantity->behind < f->count) {
		length = approx_behind(f, quantity->behind, &second);
		if (length > 0)
			approx = second;
		quantity->behind += length;
	}
	if (approx == APPROX_EXACT && quantity->low != quantity->high &&
	    quantity->approx != APPROX_EXACT)
		approx = quantity->approx;
	quantity->approx = approx;
}
