/*
 * Records of claims as they are held: what differs from the one before.  Claims
 * of one sentence or article have most of their columns in common.
 */
#ifndef COMPARE_RECORD_H
#define COMPARE_RECORD_H

#include "compare/claim.h"

/* Keep the record last read, and set claims->fields to it. */
const char *record_keep(struct claims *claims, const struct tsv_reader *in);

#endif
