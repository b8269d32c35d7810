/*
 * Blame: who is said to be at fault, by the words of a table or as the target
 * of an accusation.
 */
#include "compare/finder.h"

#include "text/token.h"

/* Can it be at fault?  Neither a place nor the Irish of "the Irish jetty". */
static bool
is_party(const struct word *word)
{
	return word->flags & WORD_ENTITY && !(word->flags & WORD_PLACE) &&
	    word->tag != TAG_JJ;
}

/* The last entity of the noun phrase that begins at or behind word w. */
static uint32_t
party_after(const struct finder *finder, const struct clause *clause,
    uint32_t w)
{
	uint32_t party = TERM_NONE;

	for (; w < clause->last; w++) {
		const struct word *word = &finder->claim->words[w];

		if (is_party(word))
			party = word->term;
		else if (party != TERM_NONE && !tag_is_noun(word->tag))
			break;
	}
	return party;
}

static void
add_blame(struct finder *finder, uint32_t party, uint32_t c, int level,
    struct slice words)
{
	const struct clause *clause = &finder->claim->clauses[c];
	struct fact fact = { .kind = FACT_BLAME, .name = party,
		.level = level, .clause = c, .words = words };

	if (!finder_is_entity(finder, party))
		return;
	if (party == finder->claim->source)
		return;
	fact.field = finder_field_between(finder, clause->first, clause->last,
	    false);
	if (fact.field == TERM_NONE)
		fact.field = finder_field_between(finder, 0,
		    finder->claim->word_count, false);
	if (fact.field == TERM_NONE)
		return;
	fact.key = finder_key(finder, "blame", TERM_NONE, fact.field);
	finder_add(finder, fact);
}

/* The first one named in the clause, places left out, or its subject. */
static uint32_t
subject_of(const struct finder *finder, const struct clause *clause)
{
	for (uint32_t w = clause->first; w < clause->last; w++) {
		const struct word *word = &finder->claim->words[w];

		if (is_party(word))
			return word->term;
	}
	return clause->subject_count ? clause->subjects[0] : TERM_NONE;
}

void
blame_find(struct finder *finder, uint32_t c)
{
	const struct claim *claim = finder->claim;
	const struct clause *clause = &claim->clauses[c];
	uint32_t length;

	for (uint32_t w = clause->first; w < clause->last; w += length) {
		const struct lexicon_row *row;
		uint32_t party;

		length = 1;
		row = finder_row(finder, &finder->claims->knowledge->blame,
		    LEXEME_BLAME, w, clause->last, &length);
		if (!row)
			continue;
		party = slice_is(row->fields[1], "after") ?
		    party_after(finder, clause, w + length) :
		    subject_of(finder, clause);
		add_blame(finder, party, c,
		    claim->words[w].flags & WORD_NEGATED ? -1 : 1,
		    finder_text(claim, w, w + length));
	}
}

bool
claim_accuses(const struct claim *claim)
{
	return claim->target.length && (slice_is(claim->act, "accuse") ||
	    slice_is(claim->act, "blame"));
}

/* "Hamas accused Netanyahu of ...": the target of an accusation. */
void
blame_find_accused(struct finder *finder)
{
	const struct claim *claim = finder->claim;
	struct slice targets = claim->target;

	if (claim->clause_count == 0)
		return;
	while (targets.at) {
		struct slice target = slice_cut(&targets, ';');

		if (slice_ends(target, SLICE(":-")))
			add_blame(finder, vocabulary_add(
			    &finder->claims->vocabulary, "=",
			    slice_part(target, 0, target.length - 2)), 0, 1,
			    claim->cue_words.length ? claim->cue_words :
			    claim->act);
	}
}
