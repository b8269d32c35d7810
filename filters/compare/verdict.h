/*
 * Verdicts: what learned models (filters/models/relations.trees) make of the
 * evidence on a pair (evidence.h).
 */
#ifndef COMPARE_VERDICT_H
#define COMPARE_VERDICT_H

#include "compare/evidence.h"
#include "compare/relate.h"
#include "model/trees.h"

enum { VERDICT_HEADS = 4, VERDICT_KINDS = 18 };

/* Zeroed is not ready: verdict_open. */
struct verdict {
	struct trees trees;
	const struct trees_model *glance;	/* is a pair worth a look? */
	const struct trees_model *related;	/* is it any relation? */
	const struct trees_model *heads[VERDICT_HEADS];
	const struct trees_model *kinds[VERDICT_KINDS];
};

/* Read the built-in models; before sandbox_enter. */
void verdict_open(struct verdict *verdict);

/*
 * The relation of a pair, with its kind, its reason and, for options->explain,
 * the evidence that counted most; false when none is likely enough.  rule: what
 * the rules found, or NULL.
 */
bool verdict_find(const struct verdict *verdict, const struct pair *pair,
    const float *evidence, const struct relation *rule,
    const struct relate_options *options, struct relation *found);

void verdict_free(struct verdict *verdict);

#endif
