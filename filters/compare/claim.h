/*
 * Claims as the comparison holds them: the record as it came, what its columns
 * say, and its content cut into words and clauses.
 *
 * All claims of a run are held; their slices live in the set's arena.
 */
#ifndef COMPARE_CLAIM_H
#define COMPARE_CLAIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/slice.h"
#include "compare/knowledge.h"
#include "compare/lexeme.h"
#include "compare/term.h"
#include "compare/vocabulary.h"
#include "entities/mention.h"
#include "tsv/tsv.h"

#define DAY_NONE INT32_MIN

enum word_flag {
	WORD_CONTENT = 1,	/* noun, verb, adjective, name: compared */
	WORD_NEGATED = 2,	/* inside the reach of an odd number of nots */
	WORD_ENTITY = 4,	/* part of a mention; term is the entity */
	WORD_VERB = 8,
	WORD_PRONOUN = 16,
	WORD_TITLE = 32,	/* "Prime Minister" before a name */
	WORD_PLACE = 64,	/* a mention of a place: it is nobody's side */
	WORD_NEGATOR = 128	/* may begin one: "no", "failed" */
};

struct word {
	struct slice lower;
	uint32_t lemma;		/* term of the lemma */
	uint32_t term;		/* of the entity or concept */
	uint32_t field;		/* term of the concept's field, or TERM_NONE */
	uint32_t start;		/* byte of the document */
	uint16_t length;	/* in bytes; see word_text */
	uint16_t clause;
	uint8_t tag;		/* enum tag */
	uint8_t flags;		/* enum word_flag */
};

enum { CLAUSE_SUBJECTS = 4, ARTICLE_TERMS = 96, ARTICLE_NEAREST = 8 };

/* A clause: a stretch of words around one predicate. */
struct clause {
	uint32_t first, last;	/* words, last exclusive */
	uint32_t verb;		/* the predicate's word, or TERM_NONE */
	uint32_t subjects[CLAUSE_SUBJECTS];	/* terms, entities first */
	uint32_t subject_count;
	struct term *terms;	/* sorted by id, unique, with the subjects */
	uint32_t term_count;
	float weight;		/* of all terms together */
	bool conditional;	/* "if", "would", "could", "should" */
	bool question;		/* "whether": neither said nor denied */
};

struct article {
	struct slice doc, outlet, upstream, date;	/* empty: missing */
	int32_t day;		/* since 1970-01-01, or DAY_NONE */
	uint32_t witness;	/* the same for copies of one upstream */
	uint32_t text;		/* the same for copies of one text */
	uint32_t first, last;	/* its claims, last exclusive */
	struct term *terms;	/* what it is about; see setting.h */
	uint32_t term_count;
	double length;		/* Euclidean, of their weights */
	struct term *setting;	/* see setting.h; sorted by id, of length 1 */
	uint32_t setting_count;
	uint32_t nearest[ARTICLE_NEAREST];	/* most like it */
	uint32_t nearest_count;
	uint32_t sentences;	/* that claims stand in */
	uint32_t group;		/* of its first claim */
	uint32_t carried;	/* field that a pronoun may stand for */
};

/* One sentence of a story seen through one claim. */
struct claim {
	const char *record;	/* what is new in it; see claim_fields */
	uint32_t article;
	uint32_t group;		/* by --by; 0 without */
	uint32_t source;	/* term "=ID", or TERM_NONE for the outlet */
	uint32_t cue;		/* term of the cue's lemma, or TERM_NONE */
	struct slice id, parent, form, source_id, source_type, act, certainty;
	struct slice polarity, tense, target, cue_words;
	struct slice content, content_span, quote;
	struct slice text;	/* of the sentence, or the content where the
				   table has no text */
	struct span sentence;	/* bytes of the document: those of text */
	struct span span;	/* first to last byte of the content */
	struct span view;	/* what is compared: the content, and in a
				   claim without words of its own ("Hamas'
				   refusal | to accept") its cue and source */
	bool whole;		/* the view is more than the content */
	bool wish;		/* only wished or asked for, itself or what it
				   stands inside: nothing is said to be */
	bool withdrawn;		/* repeated only to be corrected */
	struct word *words;
	uint32_t word_count;
	struct clause *clauses;
	uint32_t clause_count;
	struct clause all;	/* of all clauses, for a claim of one clause
				   to be held against */
	struct figures figures;	/* those inside the content */
	struct timexes times;
	struct fact *facts;	/* what the tables find; see fact.h */
	uint32_t fact_count;
	struct term *terms;	/* of all clauses, sorted by id */
	uint32_t term_count;
	float length;		/* Euclidean, of the weights */
	uint32_t topic;		/* term, or TERM_NONE */
};

struct claims {
	struct arena arena;
	struct arena scratch;	/* of the claim being read */
	struct slice *fields;	/* raw, of the claim being read or written */
	size_t field_count;
	struct buffer row;	/* the record being written */
	struct slice *row_fields;	/* cut */
	const struct knowledge *knowledge;
	struct vocabulary vocabulary;
	struct lexemes lexemes;
	struct claim *at;
	size_t count, capacity;
	struct article *articles;
	size_t article_count, article_capacity;
	struct hash docs;	/* doc -> article */
	struct hash groups;	/* value of --by -> group */
	struct slice *group_names;	/* raw, by group - 1 */
	size_t group_capacity;
	struct hash sides;	/* person -> the party named before its title:
				   "=yahya_sinwar" -> "=hamas" */
};

/* Where the columns of a claims table stand; -1: not there. */
struct claim_columns {
	int doc, outlet, upstream, date, start, text, claim, parent, form;
	int source_span, cue_span, source_id, source_type, cue, act;
	int certainty, polarity, tense, target;
	int content_span, content, quote_span, entities, figures, times, by;
};

/*
 * Find the columns; a table that has been through no extract-claims is exit
 * status 1.  by is the column of --by, or NULL.
 */
void claim_columns_find(struct claim_columns *columns,
    const struct tsv_reader *in, const char *by);

/*
 * Keep the record last read.  False, with the reader made to refuse it, when
 * a span or an item in it is wrong.
 */
bool claims_add(struct claims *claims, struct tsv_reader *in,
    const struct claim_columns *columns);

/*
 * When all are read: weights of terms by how rare they are in general English
 * and in these claims.
 */
void claims_weigh(struct claims *claims);

void claims_free(struct claims *claims);

/*
 * The fields of a claim's record, side by side as they were read; valid until
 * the next call.  Claims are asked for in their order, from the first on: of
 * each is kept what differs from the one before.
 */
const struct slice *claim_fields(struct claims *claims,
    const struct claim *claim);

/* The value of --by that a group has, raw; empty without --by. */
struct slice claims_group(const struct claims *claims, uint32_t group);

/* The party of a person, or the term itself. */
uint32_t claims_side(const struct claims *claims, uint32_t term);

/* The bytes of a span of the document that lies in the claim's sentence. */
static inline struct slice
claim_text(const struct claim *claim, struct span span)
{
	if (span.start < claim->sentence.start ||
	    span.end > claim->sentence.end || span.end < span.start)
		return SLICE("");
	return slice_part(claim->text, span.start - claim->sentence.start,
	    span.end - claim->sentence.start);
}

/*
 * The bytes from one word of a claim to another; those of the last where it
 * stands before the first, as the parts of a content may.
 */
static inline struct slice
words_text(const struct claim *claim, const struct word *first,
    const struct word *last)
{
	if (last->start < first->start)
		first = last;
	return (struct slice){ claim->text.at + (first->start -
	    claim->sentence.start), last->start + last->length -
	    first->start };
}

/* A word as it is printed. */
static inline struct slice
word_text(const struct claim *claim, const struct word *word)
{
	return words_text(claim, word, word);
}

/* Does a word stand inside the claim's quotation marks? */
static inline bool
word_is_quoted(const struct claim *claim, const struct word *word)
{
	const char *at = word_text(claim, word).at;

	return claim->quote.length > 0 && at >= claim->quote.at &&
	    at < claim->quote.at + claim->quote.length;
}

/* The claim that this one stands inside, or NULL. */
const struct claim *claims_parent(const struct claims *claims,
    const struct claim *claim);

/* Does a claim stand in an article of that day or later, or in one without a
   date?  DAY_NONE: any. */
static inline bool
claims_is_since(const struct claims *claims, uint32_t claim, int32_t since)
{
	int32_t day = claims->articles[claims->at[claim].article].day;

	return since == DAY_NONE || day == DAY_NONE || day >= since;
}

/* Is the claim the outlet's own? */
static inline bool
claim_is_narrator(const struct claim *claim)
{
	return claim->source == TERM_NONE;
}

#endif
