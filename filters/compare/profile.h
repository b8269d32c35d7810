/*
 * What the learned comparison (evidence.h) needs to know of one claim alone:
 * made when the claim is first held against another of its story, and kept as
 * long as its article is among the last ones that were.
 */
#ifndef COMPARE_PROFILE_H
#define COMPARE_PROFILE_H

#include "compare/claim.h"
#include "model/vectors.h"

enum { PROFILE_WORDS = 24, PROFILE_SPANS = 8, PROFILE_OPPOSITES = 4,
	PROFILE_SHELVES = 512 };	/* articles whose profiles are kept */

/* What some words say of a claim, by the table of marks. */
enum profile_mark {
	MARK_MUST = 1,
	MARK_NEED = 2,		/* "need", "required": with a "not", free */
	MARK_FREE = 4,		/* "may", "optional" */
	MARK_DOUBT = 8,		/* "allegedly", "probably" */
	MARK_WILL = 16,
	MARK_BEFORE = 32,
	MARK_AFTER = 64,
	MARK_NONE = 128,	/* "no", "never", "nobody" */
	MARK_STILL = 256,
	MARK_NOW = 512,
	MARK_AUTHOR = 1024,	/* "wrote", "ordered", "idea" */
	MARK_CAUSE = 2048,	/* "fault", "because" */
	MARK_EXIST = 4096,	/* "such", "there" */
	MARK_COUNT = 13
};

/* What a claim's act does. */
enum profile_role { ROLE_STATE, ROLE_EVALUATE, ROLE_BLAME, ROLE_DENY,
	ROLE_PLAN, ROLE_ASK, ROLE_WITHHOLD, ROLE_COUNT };

struct profile_word {
	uint32_t term;
	float weight;
	const int8_t *vector;	/* of the lemma, or NULL */
	const int8_t *opposite;	/* of its antonym, or NULL */
	struct slice opposites[PROFILE_OPPOSITES];	/* concepts of its
				   antonyms, the rest empty */
	bool negated, verb;
	bool contrasts;		/* the tables know what it excludes */
};

/* A time of day, in hours, as so much to either side of a middle. */
struct profile_clock {
	double middle, reach;
};

struct profile {
	struct profile_word words[PROFILE_WORDS];	/* no entities */
	uint32_t word_count;
	float word_weight;	/* of all words together */
	uint32_t *lemmas;	/* of all words, sorted, unique */
	uint32_t lemma_count;
	struct term *sentence;	/* terms of the whole sentence and of its
				   sources, sorted by id */
	uint32_t sentence_count;
	float sentence_length;	/* Euclidean */
	float mean[VECTOR_SIZE];	/* of the words' vectors, length 1 */
	float sentence_mean[VECTOR_SIZE];	/* the same of the sentence */
	float tone;		/* how far the words praise or blame, -1 to 1 */
	float praise, scorn;	/* of the words that do so most */
	float best, worst;	/* words as readers rated them, -5 to 5 */
	float valence;		/* all of them together */
	unsigned marks;		/* enum profile_mark */
	unsigned negators;	/* words that negate */
	int judgement, position, assertion;	/* of the act */
	int certainty;
	enum profile_role role;
	int obligation;		/* 1 must, -1 need not, 0 neither */
	struct slice blamed, backed;	/* ids of the target, or empty */
	double durations[PROFILE_SPANS];	/* in hours */
	uint32_t duration_count;
	struct profile_clock clocks[PROFILE_SPANS];
	uint32_t clock_count;
};

/* The profiles of one article's claims. */
struct profile_shelf {
	struct arena arena;
	const struct article *article;	/* NULL: free */
	struct profile **at;	/* from its first claim on; NULL: not made */
	uint64_t used;		/* when they were last asked for */
};

/* What profiles are made with; opened once. */
struct profiles {
	const struct claims *claims;
	struct vectors vectors;
	struct lexicon acts;	/* by act */
	struct lexicon certainties;	/* label level */
	struct lexicon marks;	/* word mark */
	struct lexicon valences;	/* word valence */
	float tone[VECTOR_SIZE];	/* from bad to good judgement */
	const int8_t **term_vectors;	/* by term; see known */
	bool *known;
	size_t term_count;
	struct profile_shelf shelves[PROFILE_SHELVES];
	uint16_t *shelf_of;	/* by article: 1 + its shelf, or 0 */
	uint64_t asked;
	bool toned;		/* tone is set */
};

/* Before sandbox_enter: the tables. */
void profiles_open(struct profiles *profiles);

/* When claims are read and weighed. */
void profiles_start(struct profiles *profiles, const struct claims *claims);

/* Forget the claims; profiles_start may follow with others. */
void profiles_stop(struct profiles *profiles);

/* The profile of a claim; valid until those of PROFILE_SHELVES - 1 other
   articles have been asked for. */
const struct profile *profile_of(struct profiles *profiles, uint32_t claim);

/* The vector of a term that is a word, or NULL. */
const int8_t *profile_vector(struct profiles *profiles, uint32_t term);

void profiles_free(struct profiles *profiles);

#endif
