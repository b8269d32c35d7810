/*
 * The model of labels: it says last what a claim's act, certainty
 * and type of source are, where no row of the user's own has said so.
 */
#ifndef CLAIMS_LABEL_H
#define CLAIMS_LABEL_H

#include "claims/claim.h"

/* Map the built-in weights; before sandbox_enter. */
void label_open(void);

/*
 * Label a document's claims as the rules have described them.  explained:
 * leave in claim->why what decided.  Linear in the claims' words.
 */
void claims_label(struct claims *claims, const struct tagged *document,
    bool explained);

#endif
