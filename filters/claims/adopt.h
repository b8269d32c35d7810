/*
 * Claims out of what the network alone has found: its spans, and what grammar
 * says of the words in them.
 */
#ifndef CLAIMS_ADOPT_H
#define CLAIMS_ADOPT_H

#include "claims/attribution.h"
#include "claims/carry.h"

/*
 * Add the claims of an attribution, one a source; none when it is the
 * narrator's comment, has no content, or a source that says nothing.
 */
void adopt(struct claims *claims, const struct reading *reading,
    const struct piece *piece, const struct attribution *attribution);

/*
 * Add a claim without a cue: its source is that of the claim before it, which
 * may lie in the same list.
 */
void adopt_bare(struct claims *claims, const struct piece *piece,
    const struct attribution *attribution, size_t before);

#endif
