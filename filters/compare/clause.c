/*
 * A claim's content as clauses.
 *
 * A sentence says several things: "talks have stalled, but Hamas has not
 * withdrawn".  What is compared is the clause, so that a "not" in one half is
 * never held against the other.  The cut is shallow (punctuation, conjunctions
 * and where the verbs stand) and prefers too few clauses to too many.
 */
#include "compare/clause.h"

#include "compare/denial.h"
#include "compare/content.h"
#include "text/token.h"

enum { NEAR = 8 };		/* words in which a verb must follow "and" */

/* Words that open a clause, when a verb follows. */
static const char *const openers[] = { "after", "although", "as", "because",
	"before", "but", "despite", "if", "since", "so", "though", "unless",
	"until", "when", "whereas", "which", "while", "who", "whose", NULL };

/* Words that make what follows a mere possibility; and auxiliaries that do. */
static const char *const conditionals[] = { "if", "unless", "whether",
	"possibly", "perhaps", NULL };
static const char *const conditional_modals[] = { "would", "could", "should",
	"may", "might", NULL };

static bool
among(const char *const list[], struct slice word)
{
	for (size_t i = 0; list[i]; i++)
		if (word.length > 0 && list[i][0] == word.at[0] &&
		    slice_is(word, list[i]))
			return true;
	return false;
}

/* "May 17" is a date. */
static bool
is_conditional(const struct word *word)
{
	return among(conditionals, word->lower) ||
	    (word->tag == TAG_MD && among(conditional_modals, word->lower));
}

static bool
is_finite(const struct word *word)
{
	return word->tag == TAG_VBD || word->tag == TAG_VBZ ||
	    word->tag == TAG_VBP || word->tag == TAG_MD;
}

static bool
is_break(const struct word *word)
{
	return word->tag == TAG_COMMA || word->tag == TAG_STOP ||
	    word->tag == TAG_COLON || word->tag == TAG_LRB ||
	    word->tag == TAG_RRB;
}

/* Does a finite verb stand in words from to from + reach, before a break? */
static bool
verb_follows(const struct claim *claim, uint32_t from, uint32_t reach)
{
	for (uint32_t i = from; i < claim->word_count && i < from + reach;
	    i++) {
		if (is_break(&claim->words[i]))
			return false;
		if (is_finite(&claim->words[i]))
			return true;
	}
	return false;
}

static bool
is_participle(const struct word *word)
{
	return word->tag == TAG_VBG || word->tag == TAG_VBN;
}

/* Does a clause begin at word i, when the last one began at first and has, up
   to there, a verb or none? */
static bool
begins_clause(const struct claim *claim, uint32_t first, uint32_t i, bool verb)
{
	const struct word *word = &claim->words[i];
	const struct word *before = word - 1;

	if (before->tag == TAG_STOP || before->tag == TAG_COLON ||
	    before->tag == TAG_LRB || before->tag == TAG_RRB)
		return true;
	if (before->tag == TAG_COMMA)
		return is_participle(word) ||
		    (verb && verb_follows(claim, i, UINT32_MAX - i)) ||
		    (among(openers, claim->words[first].lower) &&
		    verb_follows(claim, i, UINT32_MAX - i));
	if (among(openers, word->lower))
		return verb && (slice_is(word->lower, "despite") ||
		    verb_follows(claim, i + 1, NEAR) ||
		    (i + 1 < claim->word_count && is_participle(word + 1)));
	if (word->tag == TAG_CC)
		return verb && verb_follows(claim, i + 1, NEAR);
	return verb && slice_is(word->lower, "that") && word->tag == TAG_IN &&
	    verb_follows(claim, i + 1, 2 * NEAR);
}

/*
 * "X said he would resign": the future, seen from then.
 */
static bool
is_reported_future(const struct claim *claim, const struct word *word)
{
	static const char *const forms[] = { "indirect", "mixed", NULL };

	return slice_is(word->lower, "would") && among(forms, claim->form) &&
	    !claim_is_narrator(claim);
}

/* "They will laugh | if I win": what depends on the "if" before word w. */
static void
suppose_before(struct claim *claim, uint32_t w)
{
	if (w > 0 && claim->words[w - 1].tag != TAG_STOP &&
	    claim->clause_count > 0)
		claim->clauses[claim->clause_count - 1].conditional = true;
}

/* "Whether he will go | or stay", "or stay": one of two that may be. */
static bool
is_alternative(const struct claim *claim, const struct clause *clause)
{
	const struct word *words = claim->words;
	bool open = claim->clause_count > 0 && clause[-1].question;

	if (slice_is(words[clause->first].lower, "or"))
		return true;
	for (uint32_t w = clause->first; open && w < clause->last; w++)
		if (slice_is(words[w].lower, "or"))
			return true;
	return open && slice_is(words[clause->first].lower, "and");
}

static void
cut_clauses(struct claims *claims, struct claim *claim)
{
	size_t capacity = 0;
	uint32_t first = 0;
	uint32_t supposed = 0;	/* where what follows an "if" begins */
	bool verb = false;	/* since first */

	for (uint32_t i = 1; i <= claim->word_count; i++) {
		struct clause *clause;
		bool asks = false;	/* "what would be read" */

		verb |= (claim->words[i - 1].flags & WORD_VERB) != 0;
		if (i < claim->word_count && !begins_clause(claim, first, i,
		    verb))
			continue;
		verb = false;
		ARENA_GROW(&claims->scratch, claim->clauses,
		    claim->clause_count, capacity);
		clause = &claim->clauses[claim->clause_count];
		*clause = (struct clause){ .first = first, .last = i,
			.verb = TERM_NONE,
			.conditional = supposed == first && first > 0 };
		for (uint32_t w = first; w < i; w++) {
			claim->words[w].clause =
			    (uint16_t)claim->clause_count;
			if (is_conditional(&claim->words[w]) && (asks ||
			    !is_reported_future(claim, &claim->words[w])))
				clause->conditional = true;
			asks |= claim->words[w].tag == TAG_WDT ||
			    claim->words[w].tag == TAG_WP ||
			    claim->words[w].tag == TAG_WRB;
			if (slice_is(claim->words[w].lower, "if")) {
				supposed = i;
				suppose_before(claim, first);
			}
			if (slice_is(claim->words[w].lower, "whether") ||
			    slice_is(claim->words[w].lower, "?"))
				clause->question = true;
		}
		if (is_alternative(claim, clause))
			clause->question = true;
		claim->clause_count++;
		first = i;
	}
}

static bool
is_auxiliary(const struct word *word)
{
	static const char *const forms[] = { "am", "are", "be", "been",
		"being", "did", "do", "does", "had", "has", "have", "is",
		"was", "were", "'s", "'ve", "'re", "’s", "’ve", "’re",
		NULL };

	return word->tag == TAG_MD ||
	    ((word->flags & WORD_VERB) && among(forms, word->lower));
}

/* The predicate: behind the first finite verb's auxiliaries. */
static void
find_predicate(struct claim *claim, struct clause *clause)
{
	uint32_t start = clause->first;

	while (start < clause->last && !is_finite(&claim->words[start]))
		start++;
	if (start == clause->last)
		start = clause->first;
	for (uint32_t w = start; w < clause->last; w++) {
		const struct word *word = &claim->words[w];

		if (!(word->flags & WORD_VERB) && word->tag != TAG_MD) {
			if (clause->verb != TERM_NONE &&
			    (word->tag < TAG_RB || word->tag > TAG_RBS) &&
			    word->tag != TAG_TO)
				return;
			continue;
		}
		clause->verb = w;
		if (!is_auxiliary(word))
			return;
	}
}

static void
add_subject(struct clause *clause, uint32_t term)
{
	for (uint32_t i = 0; i < clause->subject_count; i++)
		if (clause->subjects[i] == term)
			return;
	if (clause->subject_count < CLAUSE_SUBJECTS)
		clause->subjects[clause->subject_count++] = term;
}

/* "His", "Weiner's": whose something is, and no subject. */
static bool
is_possessive(const struct claim *claim, const struct clause *clause,
    uint32_t w)
{
	return claim->words[w].tag == TAG_PRPS ||
	    (w + 1 < clause->last && claim->words[w + 1].tag == TAG_POS);
}

/* "A prankster, | who had sent it": the noun right before the clause. */
static void
find_antecedent(struct claim *claim, struct clause *clause)
{
	uint32_t w = clause->first;

	if (!slice_is(claim->words[w].lower, "who") &&
	    !slice_is(claim->words[w].lower, "which"))
		return;
	while (w > 0 && clause->first - w < NEAR) {
		const struct word *word = &claim->words[--w];

		if (word->flags & WORD_CONTENT && (word->flags & WORD_ENTITY ||
		    tag_is_noun(word->tag))) {
			add_subject(clause, word->term);
			return;
		}
	}
}

/* What stands before the predicate: entities first, then nouns. */
static void
find_subjects(struct claim *claim, struct clause *clause,
    const struct clause *before)
{
	uint32_t end = clause->verb == TERM_NONE ? clause->last :
	    clause->verb;

	for (uint32_t w = clause->first; w < end; w++)
		if (claim->words[w].flags & WORD_ENTITY &&
		    !is_possessive(claim, clause, w))
			add_subject(clause, claim->words[w].term);
	for (uint32_t w = clause->first; w < end; w++)
		if ((claim->words[w].flags & WORD_CONTENT) &&
		    tag_is_noun(claim->words[w].tag))
			add_subject(clause, claim->words[w].term);
	if (clause->subject_count == 0)
		find_antecedent(claim, clause);
	if (clause->subject_count > 0)
		return;
	for (uint32_t i = 0; before && i < before->subject_count; i++)
		add_subject(clause, before->subjects[i]);
	if (!before && !claim_is_narrator(claim) && !claim->whole)
		add_subject(clause, claim->source);
}

static void
collect_terms(struct claims *claims, const struct claim *claim,
    struct clause *clause)
{
	uint32_t count = 0;
	struct term *terms = arena_new(&claims->scratch, clause->last -
	    clause->first + CLAUSE_SUBJECTS, sizeof *terms);

	for (uint32_t w = clause->first; w < clause->last; w++)
		if (claim->words[w].flags & WORD_CONTENT)
			terms[count++].id = claim->words[w].term;
	for (uint32_t i = 0; i < clause->subject_count; i++)
		terms[count++].id = clause->subjects[i];
	clause->term_count = terms_unique(terms, count);
	clause->terms = terms_copy(&claims->arena, terms, clause->term_count);
}

bool
clause_supposes(const struct claim *claim, const struct clause *clause,
    uint32_t w)
{
	while (w-- > clause->first)
		if (is_conditional(&claim->words[w]))
			return true;
	return false;
}

/* Clauses are gathered in the scratch; now their number is known. */
static void
keep_clauses(struct claims *claims, struct claim *claim)
{
	struct clause *clauses = arena_new(&claims->arena,
	    claim->clause_count, sizeof *clauses);

	if (claim->clause_count > 0)
		memcpy(clauses, claim->clauses, claim->clause_count *
		    sizeof *clauses);
	claim->clauses = clauses;
}

void
clauses_find(struct claims *claims, struct claim *claim,
    const struct mentions *mentions)
{
	content_find(claims, claim, mentions);
	cut_clauses(claims, claim);
	keep_clauses(claims, claim);
	for (uint32_t c = 0; c < claim->clause_count; c++) {
		struct clause *clause = &claim->clauses[c];

		find_predicate(claim, clause);
		find_subjects(claim, clause, c > 0 ? clause - 1 : NULL);
		collect_terms(claims, claim, clause);
	}
	if (claim->clause_count > 0)
		claim->all = claim->clauses[0];
	claim->all.last = claim->word_count;
	claim->all.conditional = claim->all.question = false;
	denials_find(claims, claim);
}
