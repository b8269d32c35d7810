/*
 * What a claim is: its source's id and type, act, certainty, polarity,
 * hedges, target.  Each is decided by words of tables.
 */
#ifndef CLAIMS_DESCRIBE_H
#define CLAIMS_DESCRIBE_H

#include "claims/claim.h"

void describe_open(const struct claim_tables *tables);

/* source_id, source_type; parents must have been described before. */
void source_open(void);
void describe_source(struct claim *claim, const struct claims *claims,
    const struct tagged *document);

/* addressee_id. */
void describe_addressee(struct claim *claim, const struct tagged *document);

/* act, certainty, negative, hedges. */
void stance_open(const struct option_list *own_acts,
    const struct option_list *own_certainties);
void describe_stance(struct claim *claim, const struct claims *claims,
    const struct tagged *document);

/* target. */
void target_open(const struct option_list *own_stances);
void describe_target(struct claim *claim, const struct tagged *document);

/* The tokens of a sentence that lie in a span: [first, behind). */
void tokens_in(const struct sentence *sentence, struct span span,
    size_t *first, size_t *behind);

/* The sentence, by number, that holds a byte. */
uint32_t sentence_number(const struct document *document, size_t byte);

#endif
