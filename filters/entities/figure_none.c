/*
 * Numbers that count nothing: labels ("Flight 370"), ages, scores, "one" as a
 * pronoun, the numbers of a list, and parts of times and names.
 */
#include "entities/figure_part.h"

#include "tsv/lexicon.h"

LEXICON_BUILTIN(number_labels);

static struct lexicon labels;

/* Does the word before make the number a name: "Flight 370", "Room 12"? */
static bool
is_label(const struct figure_finder *f, size_t i)
{
	const struct token *before;

	if (i == 0)
		return false;
	before = &f->tokens[i - 1];
	if (slice_is(before->text, "#"))
		return true;
	if (before->kind != TOKEN_WORD)
		return false;
	if (lexicon_find(&labels, before->lower))
		return !tag_is_noun(figure_tag(f, i + 1)) ||
		    before->shape != SHAPE_LOWER;
	/* "Boeing 737", "Windows 11" unless a noun is counted */
	return before->shape != SHAPE_LOWER && (i > 1 ||
	    tag_is_name(before->tag)) && tag_is_noun(before->tag) &&
	    (!tag_is_noun(figure_tag(f, i + 1)) ||
	    tag_is_name(figure_tag(f, i + 1))) &&
	    figure_tag(f, i + 1) != TAG_JJ;
}

/* "43, a teacher", "aged 12", "12-year-old", "the 45-year-old". */
static bool
is_age(const struct figure_finder *f, size_t i, const struct number *number)
{
	size_t behind = i + number->tokens;

	if (number->scaled || number->low > 120 ||
	    number->low != (double)(long)number->low)
		return false;
	if (i > 0 && (figure_is(f, i - 1, "aged") ||
	    figure_is(f, i - 1, "age")))
		return true;
	if (i > 1 && figure_is(f, i - 1, "of") && figure_is(f, i - 2, "age"))
		return true;
	if (figure_hyphen(f, behind))
		behind++;
	if ((figure_is(f, behind, "year") || figure_is(f, behind, "years") ||
	    figure_is(f, behind, "month") || figure_is(f, behind, "months")))
		return true;
	if (i > 1 && figure_is(f, i - 1, ",") && number->digits &&
	    tag_is_name(f->tokens[i - 2].tag) && behind < f->count &&
	    (f->tokens[behind].kind == TOKEN_PUNCTUATION) &&
	    number->low > 4)
		return true;
	return i > 0 && i + 1 < f->count && figure_is(f, i - 1, "(") &&
	    figure_is(f, behind, ")");
}

/* "3-1", "52-48": a score or a count of votes; the end of a name. */
static bool
is_score(const struct figure_finder *f, size_t i)
{
	size_t left;
	bool near;

	/* "COVID-19" */
	if (i >= 2 && figure_hyphen(f, i - 1) && !f->tokens[i].space_before &&
	    !f->tokens[i - 1].space_before &&
	    f->tokens[i - 2].kind == TOKEN_WORD)
		return true;
	near = i + 2 < f->count && figure_hyphen(f, i + 1) &&
	    !f->tokens[i + 1].space_before && !f->tokens[i + 2].space_before;
	if (near && slice_number(f->tokens[i].text, &left) &&
	    f->tokens[i + 2].kind == TOKEN_NUMBER) {
		struct number low = number_at(f->tokens, f->count, i);
		struct number high = number_at(f->tokens, f->count, i + 2);

		return high.low <= low.low ||
		    (!tag_is_noun(figure_tag(f, i + 3)) &&
		    figure_tag(f, i + 3) != TAG_JJ &&
		    !figure_hyphen(f, i + 3) &&
		    !figure_is(f, i + 3, "%") &&
		    !figure_is(f, i + 3, "million") &&
		    !figure_is(f, i + 3, "billion"));
	}
	return i >= 2 && figure_hyphen(f, i - 1) &&
	    !f->tokens[i].space_before &&
	    !f->tokens[i - 1].space_before &&
	    f->tokens[i - 2].kind == TOKEN_NUMBER;
}

/* Is a number in words without a noun no count: "one of the", "no one"? */
static bool
is_pronoun(const struct figure_finder *f, size_t i, const struct number *number)
{
	size_t behind = i + number->tokens;

	if (number->digits || number->scaled)
		return false;
	if (figure_is(f, i, "one"))
		return !tag_is_noun(figure_tag(f, behind)) &&
		    figure_tag(f, behind) != TAG_JJ &&
		    !figure_is(f, behind, "in");
	if (figure_is(f, i, "zero"))
		return true;
	return false;
}

void
figure_none_open(void)
{
	static const char *const columns[] = { "word", NULL };

	lexicon_add(&labels, LEXICON_BYTES(number_labels),
	    "number_labels.tsv", columns);
}

/* Is the number one that nothing is counted with? */
bool
figure_is_none(const struct figure_finder *f, size_t i,
    const struct number *number)
{
	if (number->kind == NUMBER_ORDINAL || number->kind == NUMBER_NONE)
		return true;
	/* "1. The first point" */
	if (i == 0 && number->digits && number->tokens == 1 &&
	    (figure_is(f, 1, ".") || figure_is(f, 1, ")")))
		return true;
	for (size_t k = i; k < i + number->tokens; k++)
		if (f->taken[k])
			return true;
	return is_label(f, i) || is_age(f, i, number) || is_score(f, i) ||
	    is_pronoun(f, i, number);
}
