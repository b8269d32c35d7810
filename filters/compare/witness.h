/*
 * Witnesses: which articles go back to one text.
 *
 * Five copies of one wire story are one witness.  Articles are one witness
 * when they name the same upstream (or, naming none, the same outlet), or
 * when much of the one stands word for word in the other.
 */
#ifndef COMPARE_WITNESS_H
#define COMPARE_WITNESS_H

#include "compare/claim.h"

/* Set the witness of every article.  Near linear in their words. */
void witnesses_find(struct claims *claims);

#endif
