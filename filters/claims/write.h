/*
 * Claims as records: the columns of DESIGN.md, section 3.
 */
#ifndef CLAIMS_WRITE_H
#define CLAIMS_WRITE_H

#include "claims/claim.h"
#include "tsv/tsv.h"

enum { CLAIM_COLUMNS = 22 };

struct claim_columns {
	int at[CLAIM_COLUMNS];
	int why;		/* -1 without --explain */
};

/* Add the columns, in their order. */
void claim_columns_add(struct claim_columns *columns, struct tsv_writer *out,
    bool explain);

/* Write the claims of a document, one record each. */
void claims_write(const struct claims *claims, const struct tagged *document,
    const struct claim_columns *columns, struct tsv_writer *out);

#endif
