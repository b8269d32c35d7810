/*
 * Support: how many independent witnesses say what a claim says.
 */
#ifndef COMPARE_SUPPORT_H
#define COMPARE_SUPPORT_H

#include "compare/relate.h"

/*
 * By claim: how many witnesses it has, its own article's among them.  To be
 * freed with free().
 */
uint32_t *support_count(const struct claims *claims,
    const struct relations *relations);

#endif
