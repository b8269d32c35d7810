/*
 * The parts of a figure, each found by a file of its own.
 */
#ifndef ENTITIES_FIGURE_PART_H
#define ENTITIES_FIGURE_PART_H

#include "entities/figure_finder.h"
#include "entities/mention.h"
#include "entities/number.h"

/* A figure in the making, in tokens; last is exclusive. */
struct quantity {
	size_t first, last;
	size_t behind;		/* where to look for what is counted */
	double low, high;
	enum approx approx;
	struct slice unit;
	struct slice what;
	bool money;
};

/* Read the built-in tables; before sandbox_enter. */
void figure_approx_open(void);
void figure_unit_open(void);
void figure_none_open(void);

/* figure_approx.c: how firmly the number is said; moves behind. */
void figure_set_approx(const struct figure_finder *f,
    struct quantity *quantity);

/*
 * figure_unit.c: the currency or unit beside the number, which first and last
 * take in.
 */
void figure_set_unit(const struct figure_finder *f, struct quantity *quantity);

/* A currency at token i that stands on that side of its number; its code. */
bool figure_currency(const struct figure_finder *f, size_t i, bool before,
    struct slice *code);

/* Is it a word or sign of a currency at all? */
bool figure_currency_word(struct slice lower);

/* figure_what.c: the lemma of what is counted, looked for from behind on. */
void figure_set_what(const struct figure_finder *f, struct quantity *quantity);

/* figure_none.c: is the number at token i one that nothing is counted with? */
bool figure_is_none(const struct figure_finder *f, size_t i,
    const struct number *number);

#endif
