/*
 * Choices about a whole: a lattice's positions are no sequence but the parts
 * of one thing, and the features of all of them are added up.  The model's
 * tags are cut into sets; of each set the tag with the highest sum is chosen.
 */
#ifndef MODEL_BAG_H
#define MODEL_BAG_H

#include "model/explain.h"
#include "model/viterbi.h"

/*
 * The sum of each tag over all positions, into sums (room for the model's
 * tags).  Templates of steps, and the lattice's candidates, are not looked at.
 */
void bag_sums(const struct weights *weights, const struct lattice *lattice,
    int32_t *sums);

/* The tag of a set with the highest sum; ties go to the lower tag. */
unsigned bag_best(const int32_t *sums, uint64_t set);

/*
 * What the templates add to the difference between two tags, over all
 * positions, the weightiest first, into parts (room for EXPLAIN_MAX); returns
 * how many are not 0.
 */
size_t bag_explain(const struct weights *weights,
    const struct lattice *lattice, unsigned tag, unsigned other,
    struct explain_part *parts);

#endif
