/*
 * Why a tag and not another: what each feature adds to the difference.
 */
#ifndef MODEL_EXPLAIN_H
#define MODEL_EXPLAIN_H

#include <stddef.h>
#include <stdint.h>

#include "model/viterbi.h"
#include "model/weights.h"

struct explain_part {
	struct slice template;	/* its name; "step" for the bare step */
	int32_t score;		/* for the tag, less what it is for the other */
};

enum { EXPLAIN_MAX = 2 * TEMPLATE_MAX + 1 };

/*
 * The parts of the difference between a position's tag and another, behind
 * the tag before (weights->tag_count at the start), the weightiest first, into
 * parts (room for EXPLAIN_MAX); returns how many are not 0.
 */
size_t explain_tag(const struct weights *weights,
    const struct lattice *lattice, size_t position, unsigned before,
    unsigned tag, unsigned other, struct explain_part *parts);

/* Put parts in order, the weightiest first, equal ones by name. */
void explain_sort(struct explain_part *parts, size_t count);

#endif
