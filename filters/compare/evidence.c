/*
 * Evidence.  See evidence.h.
 */
#include "compare/evidence.h"

#include <math.h>

const char *
evidence_name(enum evidence evidence)
{
	static const char *const names[] = {
#define EVIDENCE_STRING(name) #name,
		EVIDENCE_LIST(EVIDENCE_STRING)
#undef EVIDENCE_STRING
	};

	return names[evidence];
}

bool
claim_has_verb(const struct claim *claim)
{
	for (uint32_t i = 0; i < claim->clause_count; i++)
		if (claim->clauses[i].verb != TERM_NONE)
			return true;
	return false;
}

bool
claim_tells_of(const struct claim *claim, uint32_t source)
{
	for (uint32_t i = 0; source != TERM_NONE && i < claim->term_count; i++)
		if (claim->terms[i].id == source)
			return true;
	return false;
}

/* Words of both quotations that are the same, of all of them. */
static float
quotes_alike(struct slice a, struct slice b)
{
	size_t words = 0, same = 0;

	for (size_t i = 0; i < a.length; i++) {
		size_t start = i;
		struct slice word;

		while (i < a.length && a.at[i] != ' ')
			i++;
		word = slice_part(a, start, i);
		if (word.length < 4)
			continue;
		words++;
		for (size_t j = 0; j + word.length <= b.length; j++)
			if (memcmp(b.at + j, word.at, word.length) == 0) {
				same++;
				break;
			}
	}
	return words ? (float)same / (float)words : 0;
}

/* How far into its article a claim stands, 0 to 1. */
static float
place_of(const struct article *article, const struct claims *claims,
    const struct claim *claim)
{
	float claims_before = (float)(claim - &claims->at[article->first]);

	return claims_before / (float)(article->last - article->first);
}

void
evidence_glance(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b,
    const uint16_t *frequency)
{
	const struct claim *x = pair->a, *y = pair->b;

	memset(evidence, 0, EVIDENCE_COUNT * sizeof *evidence);
	evidence[EVIDENCE_same_document] = pair->same_document;
	evidence[EVIDENCE_same_source] = pair->same_source;
	evidence[EVIDENCE_same_side] = x->source != TERM_NONE &&
	    y->source != TERM_NONE && claims_side(pair->claims, x->source) ==
	    claims_side(pair->claims, y->source);
	evidence[EVIDENCE_narrators] = (float)(claim_is_narrator(x) +
	    claim_is_narrator(y));
	evidence[EVIDENCE_source_told] = claim_tells_of(x, y->source) ||
	    claim_tells_of(y, x->source);
	evidence[EVIDENCE_same_witness] = pair->same_witness;
	evidence[EVIDENCE_days] = pair->days < 0 ? -1 :
	    log1pf((float)pair->days);
	evidence[EVIDENCE_setting] = (float)pair->setting;
	evidence[EVIDENCE_nested] = (float)((x->parent.length > 0) +
	    (y->parent.length > 0));
	evidence[EVIDENCE_place_gap] = fabsf(place_of(pair->x, pair->claims,
	    x) - place_of(pair->y, pair->claims, y));
	evidence[EVIDENCE_verbless] = (float)(!claim_has_verb(x) +
	    !claim_has_verb(y));
	evidence[EVIDENCE_quotes] = (float)((x->quote.length > 0) +
	    (y->quote.length > 0));
	evidence_glance_words(evidence, pair, a, b, frequency);
	evidence_glance_stance(evidence, pair, a, b);
}

void
evidence_find(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b,
    const struct standing *standing)
{
	const struct claim *x = pair->a, *y = pair->b;

	evidence_glance(evidence, pair, a, b, standing->frequency);
	evidence[EVIDENCE_near] = standing->near;
	evidence[EVIDENCE_rank_later] = standing->rank_later;
	evidence[EVIDENCE_rank_earlier] = standing->rank_earlier;
	evidence[EVIDENCE_lead_later] = standing->lead_later;
	evidence[EVIDENCE_lead_earlier] = standing->lead_earlier;
	evidence[EVIDENCE_quotes_alike] = x->quote.length && y->quote.length ?
	    quotes_alike(x->quote, y->quote) : 0;
	evidence_of_words(evidence, pair, a, b);
	evidence_of_values(evidence, pair, a, b);
	evidence_of_stance(evidence, pair, a, b);
}
