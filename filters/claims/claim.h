/*
 * Claims: what a document says according to whom.
 *
 * They are made in four steps, each of which knows only the one before:
 * candidates (find.h: who, which cue, what, from grammar), their spans as
 * bytes (claims_find), how they stand inside one another (claims_nest), and
 * what they are (claims_describe: source, act, certainty and so on).  A model
 * that finds spans takes the place of the first step.
 */
#ifndef CLAIMS_CLAIM_H
#define CLAIMS_CLAIM_H

#include "claims/cue.h"
#include "claims/tagged.h"

enum claim_form {
	FORM_DIRECT, FORM_FREE_DIRECT, FORM_MIXED, FORM_INDIRECT,
	FORM_ACCORDING_TO, FORM_NOMINAL, FORM_AGENTLESS, FORM_WITHHELD,
	FORM_NARRATION, FORM_COUNT
};

enum claim_tense {
	TENSE_NONE, TENSE_PAST, TENSE_PRESENT, TENSE_PERFECT,
	TENSE_PARTICIPLE, TENSE_NOMINAL, TENSE_FUTURE, TENSE_EXPECTED,
	TENSE_COUNT
};

enum source_type {
	SOURCE_PERSON, SOURCE_GOVERNMENT, SOURCE_ORGANISATION,
	SOURCE_REPRESENTATIVE, SOURCE_ANONYMOUS_OFFICIAL,
	SOURCE_ANONYMOUS_SOURCE, SOURCE_ANONYMOUS_GROUP, SOURCE_DOCUMENT,
	SOURCE_MEDIA, SOURCE_UNSPECIFIED, SOURCE_NARRATOR, SOURCE_TYPE_COUNT
};

enum { CLAIM_PARTS = 12 };	/* spans of one column, at most */

struct spans {
	struct span at[CLAIM_PARTS];
	size_t count;
};

struct claim {
	uint32_t sentence;	/* whose row it stands on */
	enum claim_form form;
	enum claim_tense tense;
	struct spans source, cue, content, quote, addressee;
	const struct cue *entry;	/* NULL: the narrator, a colon, none */
	const struct cue *noun;		/* of "expressed doubts" */
	const char *rule;	/* the construction */
	bool negated;		/* the cue is: "did not say" */
	bool expected;		/* "is expected to say" */
	bool carried;		/* the source is that of an earlier quotation */
	bool label;		/* "WALLACE:" */
	float surety;		/* the network's that its cue is one: logarithm
				   of the odds; 0 where it was not asked */
	uint32_t number;	/* in the order of finding */

	/* set by claims_nest */
	int parent;		/* index, or -1 */
	unsigned depth;

	/* set by claims_describe */
	struct slice source_id, act, certainty, hedges, target, addressee_id;
	enum source_type source_type;
	bool negative;
};

struct claims {
	struct claim *at;
	size_t count, capacity;
};

struct claim_options {
	bool attributed;	/* leave the narrator's out */
	bool rules_only;	/* do not ask the network */
};

/* Do sentences of this kind say anything? */
static inline bool
claims_reported(enum sentence_kind kind)
{
	return kind == KIND_BODY || kind == KIND_HEADLINE ||
	    kind == KIND_CAPTION;
}

/* Read the built-in tables; before sandbox_enter. */
void claims_open(const struct option_list *cues);

/* Map the built-in network, for claims_find with it; likewise. */
void claims_open_network(void);

/* The claims of a document, in the order of their sentences. */
void claims_find(struct claims *claims, const struct tagged *document,
    const struct claim_options *options);

/* Set parent and depth: by what lies inside whose content. */
void claims_nest(struct claims *claims);

/* Set what a claim is: source, act, certainty, polarity, target … */
void claims_describe(struct claims *claims, const struct tagged *document);

/* Add a claim; the pointer is valid until the next. */
struct claim *claim_add(struct claims *claims, const struct tagged *document,
    uint32_t sentence);

/* Add a span; one too many widens the last. */
void spans_add(struct spans *spans, struct span span);

/* The bytes of spans, joined by " … ", in the document's arena. */
struct slice spans_text(const struct spans *spans,
    const struct tagged *document);

const char *form_name(enum claim_form form);
const char *tense_name(enum claim_tense tense);
const char *source_type_name(enum source_type type);

#endif
