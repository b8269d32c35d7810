/*
 * Candidates: attributions as grammar shows them, in units of a level.
 */
#ifndef CLAIMS_FIND_H
#define CLAIMS_FIND_H

#include "claims/claim.h"
#include "claims/clause.h"

struct range {
	int first, last;	/* units; first > last: none */
};

enum {
	CANDIDATE_PARTS = 4,
	CANDIDATES_MAX = 200,	/* of one sentence: no text that people write
				   has as many */
	CANDIDATES_MIN = 8,
	SENTENCE_BYTES = 4 << 20	/* each claim repeats its sentence: so
				   much of one sentence is written, so that the
				   output stays linear in the input */
};

struct candidate {
	const struct level *level;
	const struct cue *cue, *noun;
	struct range source, cue_range, addressee;
	struct range content[CANDIDATE_PARTS];
	int parts;
	enum claim_form form;
	enum claim_tense tense;
	const char *rule;
	bool negated, expected;
	bool label;		/* of a transcript */
};

struct finder {
	const struct tagged *document;
	uint32_t sentence;
	const struct mentions *mentions;	/* of the sentence */
	struct candidate *at;
	size_t count, capacity;
	size_t limit;		/* candidates of this sentence, at most */
};

/* How many claims a sentence of so many bytes may give. */
size_t candidates_limit(size_t length);

static inline bool
finder_full(const struct finder *finder)
{
	return finder->count >= finder->limit;
}

#define RANGE_NONE ((struct range){ 0, -1 })

static inline bool
range_is(struct range range)
{
	return range.first <= range.last;
}

/* Add what each kind of cue of a level gives. */
void find_verbs(struct finder *finder, const struct level *level);
void find_nouns(struct finder *finder, const struct level *level);
void find_adjectives(struct finder *finder, const struct level *level);
void find_prepositions(struct finder *finder, const struct level *level);
void find_label(struct finder *finder, const struct level *level);
void find_quotations(struct finder *finder, const struct level *level);

/* Room for one more; set to nothing found yet. */
struct candidate *candidate_add(struct finder *finder,
    const struct level *level);
void candidate_content(struct candidate *candidate, int first, int last);

/*
 * "both Israel and Hamas": one range a source into parts, at most max; returns
 * how many (1: no joint source).
 */
int source_split(const struct level *level, const struct mentions *mentions,
    struct range source, struct range parts[], int max);

/* "An earlier version of this article said": is it the outlet on itself? */
bool source_is_notice(const struct level *level, struct range source);

enum claim_tense group_tense(const struct group *group);

/*
 * Set the quotations that a claim's content holds, and by them its form, if it
 * is indirect.
 */
void claim_quotes(struct claim *claim, const struct document *document);

/* What stands behind a cue. */
struct complement {
	struct range content, addressee;
	int cue_last;		/* the cue with its preposition */
	const struct cue *noun;	/* of a light verb */
	const char *rule;
	uint32_t frame;
	bool whole;		/* the content takes the addressee along */
};

/*
 * The complement that begins at `unit`, or behind adjuncts from there, by the
 * frames of the cue; false when none fits.
 */
bool complement_find(const struct level *level, int unit, uint32_t frames,
    struct complement *complement);

/*
 * The last unit of a plain object from `unit` on: no clause, unlike what
 * `that` opens.
 */
int complement_object_last(const struct level *level, int unit);

/* The same behind a noun: it ends where the noun's own clause goes on. */
bool complement_of_noun(const struct level *level, int unit, uint32_t frames,
    struct complement *complement);

#endif
