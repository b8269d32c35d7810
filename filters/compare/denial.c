/*
 * Denials.  See denial.h.
 */
#include "compare/denial.h"

#include "text/token.h"

enum { NEGATOR_WORDS = 4 };	/* words of a negator, at most */

/* The negator of up to four words at w, by form or lemma; its length. */
static const struct lexicon_row *
negator_at(const struct claims *claims, const struct claim *claim, uint32_t w,
    uint32_t last, uint32_t *length)
{
	const struct lexicon *table = &claims->knowledge->negators;
	char key[64];

	if (!(claim->words[w].flags & WORD_NEGATOR))
		return NULL;
	for (uint32_t n = NEGATOR_WORDS; n > 0; n--) {
		size_t used = 0;
		const struct lexicon_row *row;

		if (w + n > last || (w + n < last &&
		    claim->words[w + n].tag == TAG_HYPH))
			continue;
		for (uint32_t i = w; i < w + n; i++) {
			struct slice part = i == w && (claim->words[i].flags &
			    WORD_VERB) ? vocabulary_name(&claims->vocabulary,
			    claim->words[i].lemma) : claim->words[i].lower;

			if (used + part.length + 1 > sizeof key)
				return NULL;
			if (i > w)
				key[used++] = ' ';
			memcpy(key + used, part.at, part.length);
			used += part.length;
		}
		row = lexicon_find(table, (struct slice){ key, used });
		if (row) {
			*length = n;
			return row;
		}
	}
	return NULL;
}

/* "Don't make people poor": asked of somebody, neither said nor denied. */
static bool
is_imperative(const struct claim *claim, const struct clause *clause,
    uint32_t w)
{
	const struct word *word = &claim->words[w];

	return w > clause->first && slice_is(word[-1].lower, "do") &&
	    (w == 1 || word[-2].tag == TAG_STOP || word[-2].tag == TAG_COLON ||
	    word[-2].tag == TAG_OPENQ || !(word[-2].tag == TAG_COMMA ||
	    word[-2].flags & WORD_PRONOUN ||
	    tag_is_noun(word[-2].tag) || word[-2].tag == TAG_DT ||
	    word[-2].tag == TAG_WDT || word[-2].tag == TAG_WP ||
	    word[-2].tag == TAG_RB));
}

static void
flip(struct claim *claim, uint32_t first, uint32_t last)
{
	for (uint32_t w = first; w < last; w++)
		claim->words[w].flags ^= WORD_NEGATED;
}

/*
 * A negator turns over what follows it in its clause; one that reaches over
 * ("denied that") the clause behind as well.
 */
static void
negate(const struct claims *claims, struct claim *claim, uint32_t c)
{
	struct clause *clause = &claim->clauses[c];
	uint32_t length = 1;
	bool turned = false;	/* from here on, by the negators in front */
	bool over = false;	/* the clause behind */

	for (uint32_t w = clause->first; w < clause->last; w += length) {
		const struct lexicon_row *row = negator_at(claims, claim, w,
		    clause->last, &length);

		if (!row)
			length = 1;
		if (turned)
			flip(claim, w, w + length);
		if (!row)
			continue;
		if (slice_is(row->fields[1], "nothing") ||
		    slice_is(row->fields[1], "doubt"))
			continue;
		if (slice_is(row->fields[1], "open") ||
		    is_imperative(claim, clause, w)) {
			clause->question = true;
			continue;
		}
		turned = !turned;
		/* "not" stands behind its auxiliary, before its verb */
		if (slice_is(row->fields[1], "over") &&
		    c + 1 < claim->clause_count &&
		    slice_is(claim->words[clause->last].lower, "that"))
			over = !over;
	}
	if (over)
		flip(claim, clause->last, clause[1].last);
}

/* "denied" as the cue turns over all that is claimed. */
static void
negate_by_cue(const struct claims *claims, struct claim *claim)
{
	const struct lexicon_row *row;

	if (claim->cue == TERM_NONE)
		return;
	row = lexicon_find(&claims->knowledge->negators,
	    vocabulary_name(&claims->vocabulary, claim->cue));
	if (row && slice_is(row->fields[1], "over"))
		flip(claim, 0, claim->word_count);
}

/*
 * A claim inside another stands in the reach of its negations: "it is premature
 * to declare | a breakthrough".
 */
static void
negate_by_parent(const struct claims *claims, struct claim *claim)
{
	const struct claim *parent = claims_parent(claims, claim);
	uint32_t p = 0;

	if (!parent || parent >= claim)
		return;
	for (uint32_t w = 0; w < claim->word_count; w++) {
		struct word *word = &claim->words[w];

		while (p < parent->word_count &&
		    parent->words[p].start < word->start)
			p++;
		if (p < parent->word_count &&
		    parent->words[p].start == word->start)
			word->flags = (uint8_t)((word->flags &
			    ~WORD_NEGATED) | (parent->words[p].flags &
			    WORD_NEGATED));
	}
}

/*
 * The word of the sentence right before the content may decide it as well:
 * "whether | to step down", "Nor | did she plan".
 */
static void
apply_lead(const struct claims *claims, struct claim *claim)
{
	size_t end = claim->view.start > claim->sentence.start ?
	    claim->view.start - claim->sentence.start : 0;
	size_t start;
	struct slice lead;
	const struct lexicon_row *row;

	while (end > 0 && claim->text.at[end - 1] == ' ')
		end--;
	for (start = end; start > 0 && claim->text.at[start - 1] != ' ';)
		start--;
	lead = slice_part(claim->text, start, end);
	if (slice_is(lead, "Nor") || slice_is(lead, "nor")) {
		flip(claim, 0, claim->word_count);
		return;
	}
	row = lexicon_find(&claims->knowledge->negators, lead);
	for (uint32_t c = 0; row && c < claim->clause_count &&
	    slice_is(row->fields[1], "open"); c++)
		claim->clauses[c].question = true;
}

void
denials_find(const struct claims *claims, struct claim *claim)
{
	for (uint32_t c = 0; c < claim->clause_count; c++)
		negate(claims, claim, c);
	negate_by_cue(claims, claim);
	apply_lead(claims, claim);
	negate_by_parent(claims, claim);
}
