/*
 * The three list columns of a tagged sentence: entities, figures, times.
 *
 * All spans are bytes of the document, end exclusive.  Items stand in the
 * order of their starts; of two that start together the longer stands first
 * ("Biden administration" before "Biden").  Items may lie inside one another
 * ("the Israeli leader" and the "Israeli" in it), they never cross.
 */
#ifndef ENTITIES_MENTION_H
#define ENTITIES_MENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/slice.h"
#include "tsv/list.h"

/* What a mention is a mention of. */
enum mention_type {
	MENTION_PER,		/* a person, or unnamed people with one id */
	MENTION_ORG,		/* company, party, ministry, armed group */
	MENTION_GPE,		/* state, region or town with a government */
	MENTION_LOC,		/* sea, river, continent, border */
	MENTION_FAC,		/* building, airport, crossing, street */
	MENTION_NORP,		/* nation, religion, political camp */
	MENTION_EVENT,		/* war, election, summit, match */
	MENTION_WORK,		/* book, film, treaty, law */
	MENTION_MISC,		/* a name of another kind */
	MENTION_TYPE_COUNT
};

/* How it is mentioned. */
enum mention_kind {
	MENTION_NAM,		/* the bare name: "Blinken" */
	MENTION_ADJ,		/* a demonym with its state's id: "Israeli" */
	MENTION_NOM,		/* a noun phrase, article included */
	MENTION_PRO,		/* a pronoun */
	MENTION_KIND_COUNT
};

struct mention {
	struct span span;
	enum mention_type type;
	enum mention_kind kind;
	struct slice id;	/* the same for every mention of one thing;
				   `us_officials@003` for the unnamed of
				   document 003 */
};

enum approx {
	APPROX_EXACT,
	APPROX_MIN,		/* at least */
	APPROX_MAX,		/* up to */
	APPROX_ABOUT,		/* about, some, nearly */
	APPROX_GT,		/* over, more than */
	APPROX_LT,		/* under, fewer than */
	APPROX_COUNT
};

struct figure {
	struct span span;	/* the number with its unit; no approximator,
				   no counted noun */
	double low, high;	/* the same unless the value is a range */
	struct slice value;	/* as written in the column: "2300000",
				   "20..30" */
	enum approx approx;
	struct slice unit;	/* "%", an ISO 4217 code, "km", or empty */
	struct slice what;	/* the counted noun's lemma, or empty */
};

enum timex_type {
	TIMEX_DATE,
	TIMEX_TIME,
	TIMEX_DURATION,
	TIMEX_SET,
	TIMEX_TYPE_COUNT
};

struct timex {
	struct span span;
	enum timex_type type;
	struct slice value;	/* as TIMEX3: "2024-08-19", "P3D" */
};

struct mentions {
	struct mention *at;
	size_t count;
};

struct figures {
	struct figure *at;
	size_t count;
};

struct timexes {
	struct timex *at;
	size_t count;
};

/*
 * The items of a column's value, in the arena; their slices point into field,
 * which must be unescaped.  False at an item that is none, or that stands out
 * of order: *bad is then that item, for the message.
 */
bool mentions_read(struct mentions *mentions, struct slice field,
    struct arena *arena, struct slice *bad);
bool figures_read(struct figures *figures, struct slice field,
    struct arena *arena, struct slice *bad);
bool timexes_read(struct timexes *timexes, struct slice field,
    struct arena *arena, struct slice *bad);

/* Append one item, with a blank before it when out is not empty. */
void mention_write(const struct mention *mention, struct buffer *out);
void figure_write(const struct figure *figure, struct buffer *out);
void timex_write(const struct timex *timex, struct buffer *out);

/*
 * Order for qsort: by start, the longer first; mentions, figures and timexes
 * all begin with their span.
 */
int mention_order(const void *a, const void *b);

/* Names of the enumerations, and back; *_COUNT when the name is none. */
const char *mention_type_name(enum mention_type type);
const char *mention_kind_name(enum mention_kind kind);
const char *approx_name(enum approx approx);
const char *timex_type_name(enum timex_type type);
enum mention_type mention_type_of(struct slice name);
enum mention_kind mention_kind_of(struct slice name);
enum approx approx_of(struct slice name);
enum timex_type timex_type_of(struct slice name);

/*
 * A decimal number as it stands in a figure's value: digits, one full stop at
 * most, a leading '-'.  False when s is none.
 */
bool decimal_parse(struct slice s, double *number);

#endif
