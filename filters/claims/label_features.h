/*
 * A claim as the model of labels sees it: a lattice whose first position has
 * what is known of the claim as a whole, each other one a word of its content,
 * source or cue.  The templates are those of
 * filters/tables/label_templates.tsv.
 */
#ifndef CLAIMS_LABEL_FEATURES_H
#define CLAIMS_LABEL_FEATURES_H

#include "claims/claim.h"
#include "model/viterbi.h"

/* The labels that the model chooses, one of each kind. */
enum label_kind {
	LABEL_ACT, LABEL_CERTAINTY, LABEL_TYPE, LABEL_KIND_COUNT
};

/* The names of the model's attributes, NULL at the end. */
extern const char *const label_attributes[];

/* The model's tags: "act=accept" and so on, by kind; NULL at the end. */
extern const char *const label_tags[];

/* The tags of a kind, one bit each. */
uint64_t label_set(enum label_kind kind);

/* The tag of a label, or LABEL_NONE; the label of a tag. */
enum { LABEL_NONE = 255 };
unsigned label_tag(enum label_kind kind, struct slice label);
struct slice label_of(unsigned tag);

/* Read the vectors of words; before sandbox_enter. */
void label_features_open(void);

/*
 * The lattice of a claim that the rules have described, with its source's
 * type, act, certainty and polarity as they gave them.
 */
void label_lattice(struct lattice *lattice, const struct claim *claim,
    const struct claims *claims, const struct tagged *document);

#endif
