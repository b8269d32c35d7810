/*
 * Which item of one table is which of the other: one to one.
 *
 * Two items' share is that of their common bytes in the longer of the two; a
 * pair's is that of its worse side.  The largest share is taken first, of
 * equal ones the pair with more labels alike, then what stands first in the
 * text: the greedy matching, which takes every equal span that can be taken.
 */
#ifndef EVALUATION_ALIGN_H
#define EVALUATION_ALIGN_H

#include "evaluation/item.h"

/*
 * Sort the items of a layer in both tables and set match and share of each
 * that has a partner with a share of at least `least`.  Time grows with the
 * items' number and its logarithm: each is held against a limited number of
 * those that stand nearest.
 */
void align(struct items *gold, struct items *found, double least);

/* Keep one of each item that stands several times; sorts them. */
void align_distinct(struct items *items);

#endif
