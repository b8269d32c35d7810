/*
 * Relations between two claims, and the kinds they are of.
 */
#ifndef COMPARE_RELATION_H
#define COMPARE_RELATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum relation_type {
	RELATION_AGREE,
	RELATION_CONFLICT,
	RELATION_EVOLVE,
	RELATION_REPEAT,
	RELATION_ONLY,
	RELATION_COUNT
};

enum relation_kind {
	KIND_NEGATION,		/* said / not said */
	KIND_ANTONYM,		/* rose / fell */
	KIND_ASSESSMENT,	/* progress / stalled */
	KIND_NUMERIC,		/* nine / at least 12 */
	KIND_TEMPORAL,		/* on Monday / on Tuesday */
	KIND_BLAME,		/* two parties for one thing */
	KIND_POSITION,		/* accepts / rejects */
	KIND_TERMS,		/* words of one class that exclude each other */
	KIND_MODALITY,		/* certain / unlikely */
	KIND_EXISTENCE,		/* a notice was served / there is none */
	KIND_ATTRIBUTION,	/* the same words given to two speakers */
	KIND_AUTHORSHIP,	/* who wrote, did or ordered it */
	KIND_STATE,		/* what was so and is so no more */
	KIND_PARAPHRASE,	/* the same in other words */
	KIND_EVENT,		/* one event, nothing that sets them apart */
	KIND_COPY,		/* the same text */
	KIND_DRIFT,		/* the same text, its quotation, hedge or
				   speaker changed */
	KIND_NONE,
	RELATION_KIND_COUNT
};

/* A relation of a claim to an earlier one. */
struct relation {
	enum relation_type type;
	enum relation_kind kind;
	double confidence;	/* 0 to 1 */
	uint32_t later, earlier;	/* claims' indexes */
	uint32_t topic;		/* term, or TERM_NONE */
	uint32_t witnesses;
	struct slice reason;	/* plain words */
	struct slice why;	/* for --explain */
};

/* Which type counts where rules differ: the one of the higher rank. */
int relation_rank(enum relation_type type);

/* "agree" and so on; the empty string for KIND_NONE. */
const char *relation_type_name(enum relation_type type);
const char *relation_kind_name(enum relation_kind kind);

/* The kind of a name; RELATION_KIND_COUNT when it is none. */
enum relation_kind relation_kind_of(struct slice name);

#endif
