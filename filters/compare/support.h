/*
 * Support: how many independent witnesses say what a claim says.
 */
#ifndef COMPARE_SUPPORT_H
#define COMPARE_SUPPORT_H

#include "compare/relate.h"

/*
 * By claim: the number of witnesses among the claims that agree with it,
 * directly or over others, itself included.  To be freed with free().
 */
uint32_t *support_count(const struct claims *claims,
    const struct relations *relations);

#endif
