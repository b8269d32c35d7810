/*
 * The search for a claim's facts (fact.h), as its parts share it: judgements
 * in fact.c, positions in fact_position.c, blame in fact_blame.c.
 */
#ifndef COMPARE_FINDER_H
#define COMPARE_FINDER_H

#include "compare/fact.h"

enum { FACT_MAX = 16 };

/* What is being gathered for one claim. */
struct finder {
	struct claims *claims;
	struct claim *claim;
	struct fact facts[FACT_MAX];
	uint32_t count;
};

/* The name of a term; is it an entity's? */
struct slice finder_name(const struct finder *finder, uint32_t term);
bool finder_is_entity(const struct finder *finder, uint32_t term);

/*
 * The row of a table for up to KEY_WORDS lemmas from word w on, of words before
 * last: the longest one, how many words it has in *length; or NULL.
 */
const struct lexicon_row *finder_row(const struct finder *finder,
    const struct lexicon *table, enum lexeme_table which, uint32_t w,
    uint32_t last, uint32_t *length);

/* A table's number, "-2" or "1"; no larger than any level has to be. */
int finder_number(struct slice s);

/* The bytes of the content from word first to word last, exclusive. */
struct slice finder_text(const struct claim *claim, uint32_t first,
    uint32_t last);

/* Keep a fact; of two that say the same the stronger one stays. */
void finder_add(struct finder *finder, struct fact fact);

/* The term that two claims with facts that can be compared share. */
uint32_t finder_key(const struct finder *finder, const char *kind,
    uint32_t name, uint32_t field);

/* The field of a noun, or with or_concept its concept when it has none;
   TERM_NONE: it is no noun. */
uint32_t finder_field(const struct word *word, bool or_concept);

/* The first field among words first to last, exclusive. */
uint32_t finder_field_between(const struct finder *finder, uint32_t first,
    uint32_t last, bool or_concept);

/* The parts: positions in clause c, and that of the claim as a whole. */
void positions_find(struct finder *finder, uint32_t c);
void positions_find_own(struct finder *finder);

/* Who is blamed in clause c; the targets of an accusation; is it one? */
void blame_find(struct finder *finder, uint32_t c);
void blame_find_accused(struct finder *finder);
bool claim_accuses(const struct claim *claim);

#endif
