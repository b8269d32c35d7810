/*
 * Figures in a sentence: how many of what, how much money, which share, and
 * how firmly it is said.
 *
 * A share said in words is a percentage ("two-thirds of voters" is 66.67 %,
 * "one in five" 20 %).  What a vague number may mean is a range ("dozens" is
 * 24..99, "hundreds" 200..999).  No figures: ordinals, dates and times, ages,
 * scores, and numbers that are part of a name.
 */
#ifndef ENTITIES_FIGURE_H
#define ENTITIES_FIGURE_H

#include "entities/mention.h"
#include "text/document.h"

/* Read the built-in tables; before sandbox_enter. */
void figure_open(void);

/*
 * The figures of a sentence, in order, in the arena.  taken has a byte for
 * each token, true where the token belongs to a time or a name.
 */
void figures_collect(struct figures *figures, const struct sentence *sentence,
    const bool *taken, struct arena *arena);

#endif
