/*
 * Facts: judgements, positions, blame.
 *
 * Each is found by the words of a table, turned over where they stand in the
 * reach of a "not", and bound to what they are about: the field of the noun
 * they judge ("negotiations" for gaps, talks and deals alike).  What is only
 * wished, planned or supposed states no fact.
 */
#include "compare/finder.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "compare/clause.h"
#include "text/token.h"

enum { KEY_WORDS = 5, KEY_BYTES = 80, LEVEL_MAX = 1000 };

struct slice
finder_name(const struct finder *finder, uint32_t term)
{
	return vocabulary_name(&finder->claims->vocabulary, term);
}

bool
finder_is_entity(const struct finder *finder, uint32_t term)
{
	return term != TERM_NONE && finder_name(finder, term).at[0] == '=';
}

const struct lexicon_row *
finder_row(const struct finder *finder, const struct lexicon *table,
    enum lexeme_table which, uint32_t w, uint32_t last, uint32_t *length)
{
	const struct lexicon_row *row, *best = NULL;
	char key[KEY_BYTES];
	size_t used = 0;

	if (!lexeme_in(&finder->claims->lexemes,
	    finder->claim->words[w].lemma, which))
		return NULL;
	for (uint32_t n = 0; n < KEY_WORDS && w + n < last; n++) {
		uint8_t tag = finder->claim->words[w + n].tag;
		struct slice lemma = finder_name(finder,
		    finder->claim->words[w + n].lemma);

		if (n > 0 && (tag == TAG_OPENQ || tag == TAG_CLOSEQ))
			continue;
		if (used + lemma.length + 1 > sizeof key)
			break;
		if (n > 0)
			key[used++] = ' ';
		memcpy(key + used, lemma.at, lemma.length);
		used += lemma.length;
		row = lexicon_find(table, (struct slice){ key, used });
		if (row) {
			best = row;
			*length = n + 1;
		} else if (!lexicon_is_prefix(table,
		    (struct slice){ key, used })) {
			break;
		}
	}
	return best;
}

int
finder_number(struct slice s)
{
	bool minus = s.length > 0 && s.at[0] == '-';
	size_t number = 0;

	slice_number(minus ? slice_part(s, 1, s.length) : s, &number);
	if (number > LEVEL_MAX)
		number = LEVEL_MAX;
	return minus ? -(int)number : (int)number;
}

/* The bytes of the content from word first to word last, exclusive. */
struct slice
finder_text(const struct claim *claim, uint32_t first, uint32_t last)
{
	return words_text(claim, &claim->words[first],
	    &claim->words[last - 1]);
}

void
finder_add(struct finder *finder, struct fact fact)
{
	for (uint32_t i = 0; i < finder->count; i++) {
		struct fact *old = &finder->facts[i];

		if (old->kind == fact.kind && old->key == fact.key &&
		    old->name == fact.name && old->clause == fact.clause) {
			if (abs(fact.level) > abs(old->level))
				*old = fact;
			return;
		}
	}
	if (finder->count < FACT_MAX)
		finder->facts[finder->count++] = fact;
}

uint32_t
finder_key(const struct finder *finder, const char *kind, uint32_t name,
    uint32_t field)
{
	struct buffer key = { 0 };
	uint32_t term;

	buffer_add(&key, slice_of(kind));
	for (int i = 0; i < 2; i++) {
		uint32_t part = i ? field : name;

		if (part == TERM_NONE)
			continue;
		buffer_add_byte(&key, '/');
		buffer_add(&key, finder_name(finder, part));
	}
	term = vocabulary_add(&finder->claims->vocabulary, "~",
	    buffer_slice(&key));
	buffer_free(&key);
	return term;
}

/* ----------------------------------------------------- what it is about */

/* The field of a noun, its own concept when it has none; NONE: no noun. */
uint32_t
finder_field(const struct word *word, bool or_concept)
{
	if (!(word->flags & WORD_CONTENT) || word->flags & WORD_ENTITY ||
	    !tag_is_noun(word->tag))
		return TERM_NONE;
	return word->field == TERM_NONE && or_concept ? word->term :
	    word->field;
}

/* The first field among words first to last. */
uint32_t
finder_field_between(const struct finder *finder, uint32_t first, uint32_t last,
    bool or_concept)
{
	for (uint32_t w = first; w < last; w++) {
		uint32_t field = finder_field(
		    &finder->claim->words[w], or_concept);

		if (field != TERM_NONE)
			return field;
	}
	return TERM_NONE;
}

/* The noun that an adjective stands before. */
static uint32_t
field_of_attribute(const struct finder *finder, uint32_t first,
    uint32_t length, const struct clause *clause)
{
	const struct word *word = &finder->claim->words[first];
	uint32_t head = TERM_NONE;

	if (length != 1 || word->tag < TAG_JJ || word->tag > TAG_JJS)
		return TERM_NONE;
	for (uint32_t w = first + 1; w < clause->last; w++) {
		uint32_t field = finder_field(
		    &finder->claim->words[w], true);

		if (field == TERM_NONE && !(finder->claim->words[w].tag >=
		    TAG_JJ && finder->claim->words[w].tag <= TAG_JJS))
			break;
		if (field != TERM_NONE)
			head = field;
	}
	return head;
}

/* Does the clause speak of something named only by "it" or "this"? */
static bool
begins_with_pronoun(const struct claim *claim, const struct clause *clause)
{
	const struct word *word = &claim->words[clause->first];

	return clause->subject_count == 0 && (word->flags & WORD_PRONOUN ||
	    slice_is(word->lower, "this") || slice_is(word->lower, "that"));
}

static uint32_t
field_of_clause(const struct finder *finder, const struct clause *clause,
    uint32_t first, uint32_t length)
{
	const struct claim *claim = finder->claim;
	uint32_t field = field_of_attribute(finder, first, length, clause);

	if (field == TERM_NONE)
		field = finder_field_between(finder, clause->first, first,
		    false);
	if (field == TERM_NONE)
		field = finder_field_between(finder, first + length,
		    clause->last, false);
	if (field == TERM_NONE && begins_with_pronoun(claim, clause))
		return finder->claims->articles[claim->article].carried;
	if (field == TERM_NONE)
		field = finder_field_between(finder, clause->first, first,
		    true);
	if (field == TERM_NONE && clause->subject_count > 0)
		field = clause->subjects[0];
	if (field == TERM_NONE || field == claim->source ||
	    field == claim->words[first].term)
		field = finder->claims->articles[claim->article].carried;
	return field;
}

/* ---------------------------------------------------------- assessments */

/*
 * "Illegal immigration", "serious talks": a word before its noun names a sort
 * of thing and judges only where the clause says that something is one.
 */
static bool
is_mere_attribute(const struct finder *finder, const struct clause *clause,
    uint32_t w, uint32_t length)
{
	static const char *const copulas[] = { "appear", "be", "become",
		"look", "remain", "seem", "stay", NULL };
	const struct word *word = &finder->claim->words[w];
	struct slice verb;

	if (length > 1 || w + 1 >= clause->last || word->tag < TAG_JJ ||
	    word->tag > TAG_JJS || !tag_is_noun(word[1].tag))
		return false;
	if (clause->verb == TERM_NONE || clause->verb > w)
		return true;
	verb = finder_name(finder, finder->claim->words[clause->verb].lemma);
	for (size_t i = 0; copulas[i]; i++)
		if (slice_is(verb, copulas[i]))
			return false;
	return true;
}

/* Is word w only aimed at: "towards progress", "to narrow the gap"? */
static bool
is_aim(const struct claim *claim, const struct clause *clause, uint32_t w)
{
	for (uint32_t back = 1; back <= 2 && w >= clause->first + back;
	    back++) {
		struct slice word = claim->words[w - back].lower;

		if (slice_is(word, "to") || slice_is(word, "toward") ||
		    slice_is(word, "towards") || slice_is(word, "for"))
			return true;
	}
	return false;
}

static void
find_assessments(struct finder *finder, uint32_t c)
{
	const struct claim *claim = finder->claim;
	const struct clause *clause = &claim->clauses[c];
	uint32_t length;

	for (uint32_t w = clause->first; w < clause->last; w += length) {
		const struct lexicon_row *row;
		struct fact fact = { .kind = FACT_ASSESSMENT, .clause = c };

		length = 1;
		row = finder_row(finder,
		    &finder->claims->knowledge->assessments,
		    LEXEME_ASSESSMENT, w, clause->last, &length);
		if (!row || is_aim(claim, clause, w) ||
		    is_mere_attribute(finder, clause, w, length) ||
		    clause_supposes(claim, clause, w))
			continue;
		fact.level = finder_number(row->fields[2]);
		fact.negated = claim->words[w + length - 1].flags &
		    WORD_NEGATED;
		if (fact.negated)
			fact.level = fact.level > 0 ? -1 : 1;
		fact.field = row->fields[3].length ?
		    vocabulary_add(&finder->claims->vocabulary, "",
		    row->fields[3]) :
		    field_of_clause(finder, clause, w, length);
		if (fact.field == TERM_NONE)
			continue;
		fact.name = vocabulary_add(&finder->claims->vocabulary, "",
		    row->fields[1]);
		fact.words = finder_text(claim, w, w + length);
		fact.key = finder_key(finder, "assessment", fact.name,
		    fact.field);
		finder_add(finder, fact);
	}
}

/* ------------------------------------------------------------------ all */

/* What a later "it" may stand for: the first subject with a field. */
static void
carry(struct finder *finder)
{
	const struct claim *claim = finder->claim;
	uint32_t field = TERM_NONE;

	for (uint32_t c = 0; c < claim->clause_count && field == TERM_NONE;
	    c++)
		field = finder_field_between(finder, claim->clauses[c].first,
		    claim->clauses[c].last, false);
	if (field != TERM_NONE)
		finder->claims->articles[claim->article].carried = field;
}

/* Append the facts' keys to the claim's terms, and sort them. */
static void
set_terms(struct finder *finder)
{
	struct claims *claims = finder->claims;
	struct claim *claim = finder->claim;
	uint32_t count = finder->count;
	struct term *terms;

	for (uint32_t c = 0; c < claim->clause_count; c++)
		count += claim->clauses[c].term_count;
	terms = arena_new(&claims->scratch, count + 1, sizeof *terms);
	count = 0;
	for (uint32_t c = 0; c < claim->clause_count; c++)
		for (uint32_t t = 0; t < claim->clauses[c].term_count; t++)
			terms[count++] = claim->clauses[c].terms[t];
	for (uint32_t i = 0; i < finder->count; i++)
		terms[count++].id = finder->facts[i].key;
	claim->term_count = terms_unique(terms, count);
	claim->terms = terms_copy(&claims->arena, terms, claim->term_count);
	claim->all.terms = claim->terms;
	claim->all.term_count = claim->term_count;
}

void
claim_facts_find(struct claims *claims, struct claim *claim)
{
	struct finder finder = { .claims = claims, .claim = claim };

	for (uint32_t c = 0; c < claim->clause_count; c++) {
		if (!claim_accuses(claim))
			blame_find(&finder, c);
		if (claim->wish || slice_is(claim->act, "doubt"))
			continue;
		find_assessments(&finder, c);
		positions_find(&finder, c);
	}
	positions_find_own(&finder);
	if (claim_accuses(claim))
		blame_find_accused(&finder);
	if (finder.count > 0) {
		claim->facts = arena_new(&claims->arena, finder.count,
		    sizeof *claim->facts);
		memcpy(claim->facts, finder.facts,
		    finder.count * sizeof *finder.facts);
	}
	claim->fact_count = finder.count;
	set_terms(&finder);
	carry(&finder);
}
