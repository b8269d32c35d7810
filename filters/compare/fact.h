/*
 * Facts: what the tables find in a claim.  A judgement ("stalled" on the
 * scale of progress), a position ("rejects these terms"), a party that is
 * blamed.  Two facts of one kind can be held against each other even when the
 * claims share no word.
 */
#ifndef COMPARE_FACT_H
#define COMPARE_FACT_H

#include "compare/claim.h"

enum fact_kind {
	FACT_ASSESSMENT,	/* name: scale; level */
	FACT_POSITION,		/* name: the actor; level: for or against */
	FACT_BLAME		/* name: the party; level: blamed or cleared */
};

struct fact {
	enum fact_kind kind;
	uint32_t name;		/* term */
	int level;
	uint32_t field;		/* term of what it is about, or TERM_NONE */
	uint32_t clause;
	struct slice words;	/* those of the text that say so */
	bool negated;		/* the words stand in the reach of a "not" */
	uint32_t key;		/* term "~...": two claims with facts that can
				   be compared share it */
};

/* Does "ban", "against" or "anti-" stand before the noun at word w? */
bool clause_is_against(const struct claim *claim, const struct clause *clause,
    uint32_t w);

/* Does the clause tell of a position held before: "previously opposed"? */
bool clause_is_former(const struct claim *claim, const struct clause *clause);

/* Find the facts of a claim whose words and clauses are set. */
void claim_facts_find(struct claims *claims, struct claim *claim);

#endif
