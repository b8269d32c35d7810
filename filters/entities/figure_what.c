/*
 * What a number counts: the head of the noun phrase behind it, over modifiers
 * and links ("3 of the young, armed men").
 */
#include "entities/figure_part.h"

#include "text/lemma.h"

enum { NOUN_REACH = 8 };	/* modifiers before a counted noun, at most */

static bool
is_adjective(enum tag tag)
{
	return tag == TAG_JJ || tag == TAG_VBN || tag == TAG_VBG ||
	    tag_is_name(tag);
}

static bool
is_modifier(const struct figure_finder *f, size_t i)
{
	switch (figure_tag(f, i)) {
	case TAG_JJ:
	case TAG_JJR:
	case TAG_JJS:
	case TAG_VBN:
	case TAG_VBG:
	case TAG_HYPH:
	case TAG_POS:
		return true;
	case TAG_RB:
		return i + 1 < f->count && (figure_tag(f, i + 1) == TAG_JJ ||
		    figure_tag(f, i + 1) == TAG_VBN);
	case TAG_COMMA:
	case TAG_CC:
		/* "young, armed men", "Israeli and foreign hostages" */
		return (is_adjective(figure_tag(f, i - 1)) ||
		    f->tokens[i - 1].shape == SHAPE_CAPITALISED) &&
		    is_adjective(figure_tag(f, i + 1));
	case TAG_NN:
	case TAG_NNP:
	case TAG_NNPS:
		/* "Dutch and German tourists" */
		return f->tokens[i].shape != SHAPE_LOWER &&
		    figure_tag(f, i + 1) == TAG_CC &&
		    figure_tag(f, i + 3) == TAG_NNS;
	case TAG_OPENQ:
	case TAG_CLOSEQ:
		return true;
	default:
		return false;
	}
}

/* "people" is `person`; the lemma of a noun, of a demonym its lower case. */
static struct slice
noun_lemma(const struct figure_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];
	enum tag tag = token->tag == TAG_NNP ? TAG_NN :
	    token->tag == TAG_NNPS ? TAG_NNS : token->tag;

	if (slice_is(token->lower, "people"))
		return SLICE("person");
	if ((tag_is_name(token->tag) && slice_ends(token->lower,
	    SLICE("s"))) || tag == TAG_VBZ)
		tag = TAG_NNS;
	return lemma_of(token->lower, tag, f->arena);
}

/* A noun, or what the tagger took for a verb but reads as a plural. */
static bool
is_noun(const struct figure_finder *f, size_t i)
{
	return tag_is_noun(figure_tag(f, i)) || (figure_tag(f, i) == TAG_VBZ &&
	    (lemma_readings(f->tokens[i].lower) & READING_PLURAL) != 0);
}

/*
 * The head of the noun phrase that begins at token i: over modifiers, then the
 * last of a run of nouns.  f->count when there is none.
 */
static size_t
counted_noun(const struct figure_finder *f, size_t i)
{
	size_t at = i, limit = i + NOUN_REACH < f->count ? i + NOUN_REACH :
	    f->count;

	while (at < limit && is_modifier(f, at))
		at++;
	if (at >= limit || !is_noun(f, at) ||
	    (f->taken[at] && !tag_is_name(figure_tag(f, at))))
		return f->count;
	while (at + 1 < f->count && tag_is_noun(figure_tag(f, at + 1)) &&
	    !f->taken[at + 1] && figure_tag(f, at) != TAG_NNS &&
	    figure_tag(f, at) != TAG_NNPS)
		at++;
	/* "33 Israel-based hostages", "12 ex-ministers" */
	while (at + 2 < f->count && figure_hyphen(f, at + 1) &&
	    !f->tokens[at + 1].space_before &&
	    tag_is_noun(figure_tag(f, at + 2)))
		at += 2;
	return at;
}

void
figure_set_what(const struct figure_finder *f, struct quantity *quantity)
{
	static const char *const links[] = { "of", "in", "worth", "for" };
	size_t at = quantity->behind, noun;
	bool linked = false;

	/* "an 82-room hotel" counts rooms */
	if (figure_hyphen(f, at)) {
		if (at + 1 < f->count && !f->tokens[at + 1].space_before &&
		    tag_is_noun(figure_tag(f, at + 1))) {
			quantity->what = noun_lemma(f, at + 1);
			return;
		}
		at++;
	}
	for (size_t k = 0; k < sizeof links / sizeof *links && !linked; k++)
		linked = figure_is(f, at, links[k]);
	if (linked && (quantity->unit.length > 0 || figure_is(f, at, "of"))) {
		bool in = figure_is(f, at, "in") || figure_is(f, at, "for");

		at++;
		if (figure_is(f, at, "of"))
			at++;
		/* "20 of the 64 piles" */
		while (figure_tag(f, at) == TAG_DT ||
		    figure_tag(f, at) == TAG_PRPS ||
		    (figure_tag(f, at) == TAG_CD && !in))
			at++;
		/* "5% in March", "$3 in Gaza": where, not what */
		if (in && (!quantity->money || tag_is_name(figure_tag(f, at)) ||
		    (at < f->count && f->taken[at]) || figure_is(f, at - 1,
		    "the")))
			return;
	}
	noun = counted_noun(f, at);
	if (noun < f->count && !(quantity->money && figure_currency_word(
	    f->tokens[noun].lower)))
		quantity->what = noun_lemma(f, noun);
}
