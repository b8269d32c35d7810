/*
 * Two claims held against each other: what they share, clause by clause, and
 * the conditions under which they can contradict at all.
 */
#ifndef COMPARE_PAIR_H
#define COMPARE_PAIR_H

#include "base/buffer.h"
#include "compare/claim.h"
#include "compare/fact.h"
#include "compare/relation.h"

enum { ALIGNMENT_SHARED = 12, PAIR_ALIGNMENTS = 64 };

/*
 * Two clauses that share something; or the only clause of a claim and all that
 * another one says.
 */
struct alignment {
	const struct clause *a, *b;
	double shared;		/* weight of the terms they share */
	double cover;		/* as a part of the lighter clause, 0 to 1 */
	double overlap;		/* as a part of both together, 0 to 1 */
	uint32_t terms[ALIGNMENT_SHARED];	/* shared, heaviest first */
	uint32_t count;
	uint32_t entities;	/* how many of them are entities */
	bool subjects_apart;	/* two different actors */
	bool whole;		/* one side is all of a claim */
};

struct pair {
	const struct claims *claims;
	struct arena *arena;	/* for reasons */
	const struct claim *a, *b;	/* the earlier, the later */
	const struct article *x, *y;	/* theirs */
	int32_t days;		/* apart, or -1: unknown */
	double cosine;		/* how alike the claims are, 0 to 1 */
	double setting;		/* how alike their articles' settings are, 1
				   inside one */
	bool same_document, same_source, same_witness;
	bool wished;		/* one of them only asks or hopes */
	struct alignment alignments[PAIR_ALIGNMENTS];
	uint32_t count;
};

/*
 * Set up what a glance needs: the claims, their articles, dates and sources,
 * how alike they are; no alignments, and no setting.  Claims are weighed and
 * articles have witnesses.
 */
void pair_begin(struct pair *pair, const struct claims *claims,
    struct arena *arena, uint32_t earlier, uint32_t later);

/* The same with the alignments. */
void pair_set(struct pair *pair, const struct claims *claims,
    struct arena *arena, uint32_t earlier, uint32_t later);

/* Were both said of the same moment, as far as the dates tell? */
bool pair_same_moment(const struct pair *pair);

/* Do times inside two clauses exclude each other ("Monday", two of them)? */
bool pair_times_apart(const struct pair *pair,
    const struct alignment *alignment);

/* Has one of two clauses a year long past, and the other none ("in 2012", in
   articles of 2014)? */
bool pair_years_apart(const struct pair *pair,
    const struct alignment *alignment);

/*
 * May two clauses contradict each other: both asserted, neither asked nor
 * conditional, of the same subject and of no times that exclude each other?
 */
bool pair_can_clash(const struct pair *pair,
    const struct alignment *alignment);

/* Does the word stand in a clause that is neither asked nor conditional? */
bool word_is_asserted(const struct claim *claim, const struct word *word);

/* "was sold": a participle with a form of "be" shortly before it. */
bool word_is_passive(const struct pair *pair, const struct claim *claim,
    const struct word *word);

/* "There will be no inquiry": a plan, which may change with the days. */
bool clause_is_future(const struct claim *claim, const struct clause *clause);

/* What a term weighs in a clause; 0 where it does not stand. */
double clause_weight(const struct clause *clause, uint32_t term);

/* Have two clauses one predicate, or does one say in passing what the other
   is about ("fined over a leak", "it was fined")? */
bool pair_same_predicate(const struct pair *pair,
    const struct alignment *alignment);

/* Do both clauses speak of one subject?  Yes where one names none. */
bool pair_same_subject(const struct pair *pair,
    const struct alignment *alignment);

/* May two words be said of one owner?  Yes where nobody is named. */
bool pair_same_holder(const struct pair *pair,
    const struct alignment *alignment, const struct word *u,
    const struct word *v);

/* A word of a clause with this term, or NULL; the first one. */
const struct word *clause_word(const struct claim *claim,
    const struct clause *clause, uint32_t term);

/* The two clauses most alike, or NULL. */
const struct alignment *pair_best_alignment(const struct pair *pair);

/* Append what two clauses share: "both: jetty, piles". */
void pair_add_shared(const struct pair *pair,
    const struct alignment *alignment, struct buffer *reason);

/* Append "; same party, 55 days apart" and the like to a reason. */
void pair_add_circumstances(const struct pair *pair, struct buffer *reason);

/* Fill in a relation; reason is copied into the pair's arena and freed. */
void pair_report(const struct pair *pair, struct relation *relation,
    enum relation_type type, enum relation_kind kind, double confidence,
    struct buffer *reason);

#endif
