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
	bool act_given, certainty_given;	/* by a row of the user's */
	struct slice why;	/* what the model went by, if that is asked */
};

struct claims {
	struct claim *at;
	size_t count, capacity;
};

struct claim_options {
	bool attributed;	/* leave the narrator's out */
	bool rules_only;	/* do not ask the models */
	bool unlabelled;	/* leave the labels as the rules give them */
	bool explain;		/* set claim->why */
	double least;		/* confidence, 0 to 1, below which what is said
				   is left to the narrator */
};

/* Do sentences of this kind say anything? */
static inline bool
claims_reported(enum sentence_kind kind)
{
	return kind == KIND_BODY || kind == KIND_HEADLINE ||
	    kind == KIND_CAPTION;
}

/* A user's files of the same form as built-in tables. */
struct claim_tables {
	struct option_list cues, acts, certainties, stances;
};

/*
 * Read the built-in tables, and a user's over them; before sandbox_enter.  A
 * row that says what there is not is refused by its file and line.
 */
void claims_open(const struct claim_tables *tables);

/* Map the built-in network, for claims_find with it; likewise. */
void claims_open_network(void);

/* Map the built-in model of labels, for claims_describe with it; likewise. */
void claims_open_labels(void);

/* The claims of a document, in the order of their sentences. */
void claims_find(struct claims *claims, const struct tagged *document,
    const struct claim_options *options);

/* Set parent and depth: by what lies inside whose content. */
void claims_nest(struct claims *claims);

/* Set what a claim is: source, act, certainty, polarity, target … */
void claims_describe(struct claims *claims, const struct tagged *document,
    const struct claim_options *options);

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

/* The type of a name, SOURCE_TYPE_COUNT when it is none. */
enum source_type source_type_of(struct slice name);

/*
 * The acts that there are, and the certainties, of which the first of two in
 * one content is the claim's; NULL at the end.
 */
extern const char *const act_names[], *const certainty_names[];

/* Is a name one of a list that NULL ends? */
bool name_is_of(const char *const names[], struct slice name);

#endif
