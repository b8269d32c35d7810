/*
 * Facts against facts: judgements on one scale, positions of one actor, blame.
 *
 * They may share no word, so the articles must tell one story.  What differs
 * at one moment is a conflict; what differs between two dates has changed.
 */
#include "compare/detect.h"

#include <stdlib.h>

#define STORY_MIN 0.3		/* likeness of the articles of one story */
#define POSITION_COVER 0.5	/* of the clause, to be of one proposal */

static void
add_words(struct buffer *reason, const struct fact *f, const struct fact *g)
{
	if (f->negated)
		buffer_add(reason, SLICE("not "));
	buffer_add(reason, f->words);
	buffer_add(reason, g->negated ? SLICE(" / not ") : SLICE(" / "));
	buffer_add(reason, g->words);
}

/* Have the outlet and a source it quotes, in one article, both spoken? */
static bool
is_own_gloss(const struct pair *pair)
{
	return pair->same_document &&
	    (claim_is_narrator(pair->a) || claim_is_narrator(pair->b));
}

static bool
report(const struct pair *pair, struct relation *found,
    enum relation_type type, enum relation_kind kind, double confidence,
    const struct fact *f, const struct fact *g)
{
	struct buffer reason = { 0 };

	if (type == RELATION_AGREE && pair->same_source)
		type = RELATION_REPEAT;
	add_words(&reason, f, g);
	if (kind == KIND_POSITION || (!claim_is_narrator(pair->b) &&
	    pair->a->source == pair->b->source))
		buffer_add(&reason, SLICE("; same party"));
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, type, kind, confidence +
	    0.1 * pair->setting, &reason);
	found->topic = g->field != TERM_NONE ? g->field : f->field;
	return true;
}

static bool
assess(const struct pair *pair, const struct fact *f, const struct fact *g,
    struct relation *found)
{
	bool opposed = (f->level > 0) != (g->level > 0);

	if (!pair_same_moment(pair))
		return f->level != g->level && report(pair, found,
		    RELATION_EVOLVE, KIND_ASSESSMENT, opposed ? 0.6 : 0.5, f,
		    g);
	if (pair->days < 0 && !pair->same_document)
		return false;
	if (opposed)
		return report(pair, found, RELATION_CONFLICT,
		    KIND_ASSESSMENT, 0.55 +
		    0.05 * (abs(f->level - g->level) - 2), f, g);
	return !pair->same_document && report(pair, found, RELATION_AGREE,
	    KIND_ASSESSMENT, 0.5, f, g);
}

static bool
hold_position(const struct pair *pair, const struct fact *f,
    const struct fact *g, struct relation *found)
{
	bool opposed = (f->level > 0) != (g->level > 0);
	double cover = 0;

	for (uint32_t i = 0; i < pair->count; i++)
		if (pair->alignments[i].cover > cover)
			cover = pair->alignments[i].cover;
	if (!opposed)
		return cover >= POSITION_COVER && report(pair, found,
		    RELATION_AGREE, KIND_POSITION, 0.55, f, g);
	if (!pair_same_moment(pair))
		return report(pair, found, RELATION_EVOLVE, KIND_POSITION,
		    0.65, f, g);
	return cover >= POSITION_COVER && report(pair, found,
	    RELATION_CONFLICT, KIND_POSITION, 0.6, f, g);
}

/* A party's id as words: "Anna Berg", and "aid officials" of one article. */
static void
add_party(const struct pair *pair, struct buffer *reason, uint32_t party)
{
	struct slice id = vocabulary_name(&pair->claims->vocabulary, party);
	struct slice rest = slice_part(id, 1, id.length);	/* its kind */
	struct slice words = slice_cut(&rest, '@');
	bool named = rest.at == NULL;

	for (size_t i = 0; i < words.length; i++) {
		char c = words.at[i];

		if (c == '_')
			c = ' ';
		else if (named && c >= 'a' && c <= 'z' &&
		    (i == 0 || words.at[i - 1] == '_'))
			c = (char)(c - 'a' + 'A');
		buffer_add_byte(reason, c);
	}
}

static bool
lay_blame(const struct pair *pair, const struct fact *f, const struct fact *g,
    struct relation *found)
{
	struct buffer reason = { 0 };
	bool same = claims_side(pair->claims, f->name) ==
	    claims_side(pair->claims, g->name);

	if (f->level < 0 || g->level < 0)
		return false;
	if (same)
		return f->name == g->name && report(pair, found,
		    RELATION_AGREE, KIND_BLAME, 0.5, f, g);
	add_party(pair, &reason, f->name);
	buffer_add(&reason, SLICE(" ("));
	buffer_add(&reason, f->words);
	buffer_add(&reason, SLICE(") / "));
	add_party(pair, &reason, g->name);
	buffer_add(&reason, SLICE(" ("));
	buffer_add(&reason, g->words);
	buffer_add(&reason, SLICE(")"));
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, RELATION_CONFLICT, KIND_BLAME, 0.7,
	    &reason);
	found->topic = g->field != TERM_NONE ? g->field : f->field;
	return true;
}

typedef bool comparison(const struct pair *, const struct fact *,
    const struct fact *, struct relation *);

/* Hold every two facts of one key against each other; keep the surest. */
static bool
compare_facts(const struct pair *pair, enum fact_kind kind,
    comparison *compare, struct relation *found)
{
	struct relation one;
	bool any = false;

	if (pair->a->fact_count == 0 || pair->b->fact_count == 0 ||
	    is_own_gloss(pair) || pair->setting < STORY_MIN)
		return false;
	for (uint32_t i = 0; i < pair->a->fact_count; i++) {
		const struct fact *f = &pair->a->facts[i];

		for (uint32_t j = 0; j < pair->b->fact_count; j++) {
			const struct fact *g = &pair->b->facts[j];

			if (f->kind != kind || f->key != g->key ||
			    !compare(pair, f, g, &one))
				continue;
			if (!any || one.confidence > found->confidence)
				*found = one;
			any = true;
		}
	}
	return any;
}

bool
detect_assessment(const struct pair *pair, struct relation *found)
{
	return compare_facts(pair, FACT_ASSESSMENT, assess, found);
}

bool
detect_position(const struct pair *pair, struct relation *found)
{
	return compare_facts(pair, FACT_POSITION, hold_position, found);
}

bool
detect_blame(const struct pair *pair, struct relation *found)
{
	return !pair->same_source &&
	    compare_facts(pair, FACT_BLAME, lay_blame, found);
}
