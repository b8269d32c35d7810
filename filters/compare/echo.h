/*
 * Echoes: what a copy says against a third is said by its original already.
 */
#ifndef COMPARE_ECHO_H
#define COMPARE_ECHO_H

#include "compare/relate.h"

/*
 * Drop each conflict and change whose sides are copies, where it stands between
 * their originals as well.  Linear in relations and claims; the order stays.
 */
void echoes_drop(struct relations *relations, const struct claims *claims);

#endif
