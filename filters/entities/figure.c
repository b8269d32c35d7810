/*
 * Figures: at each number that is no part of a time or a name, look to its
 * left for an approximator and a currency sign, to its right for a scale's
 * unit, a second number that makes a range, and the noun that is counted.
 */
#include "entities/figure.h"

#include "entities/number.h"
#include "text/lemma.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(approximators);
LEXICON_BUILTIN(currencies);
LEXICON_BUILTIN(number_labels);
LEXICON_BUILTIN(units);

enum { NOUN_REACH = 8 };	/* modifiers before a counted noun, at most */

static struct lexicon approximators, currencies, labels, unit_words;

struct finder {
	const struct token *tokens;
	size_t count;
	const bool *taken;
	struct arena *arena;
	struct buffer *text;
};

/* A figure in the making, in tokens; last is exclusive. */
struct quantity {
	size_t first, last;
	size_t behind;		/* where to look for what is counted */
	double low, high;
	enum approx approx;
	struct slice unit;
	struct slice what;
	bool money;
};

void
figure_open(void)
{
	static const char *const approx_columns[] = {
		"words", "approx", "place", NULL
	};
	static const char *const currency_columns[] = {
		"word", "code", "place", NULL
	};
	static const char *const label_columns[] = { "word", NULL };
	static const char *const unit_columns[] = { "words", "unit", NULL };

	number_open();
	lexicon_add(&approximators, LEXICON_BYTES(approximators),
	    "approximators.tsv", approx_columns);
	lexicon_add(&currencies, LEXICON_BYTES(currencies), "currencies.tsv",
	    currency_columns);
	lexicon_add(&labels, LEXICON_BYTES(number_labels),
	    "number_labels.tsv", label_columns);
	lexicon_add(&unit_words, LEXICON_BYTES(units), "units.tsv",
	    unit_columns);
}

static bool
is_word(const struct finder *f, size_t i, const char *word)
{
	return i < f->count && slice_is(f->tokens[i].lower, word);
}

static enum tag
tag_at(const struct finder *f, size_t i)
{
	return i < f->count ? f->tokens[i].tag : TAG_NONE;
}

static bool
is_hyphen(const struct finder *f, size_t i)
{
	return is_word(f, i, "-") || is_word(f, i, "–") ||
	    is_word(f, i, "—");
}

/* Tokens first to last (exclusive), joined by blanks, in lower case. */
static struct slice
joined(const struct finder *f, size_t first, size_t last)
{
	buffer_clear(f->text);
	for (size_t i = first; i < last; i++) {
		if (i > first)
			buffer_add_byte(f->text, ' ');
		buffer_add(f->text, f->tokens[i].lower);
	}
	return buffer_slice(f->text);
}

/* --------------------------------------------------------- approximators */

/* The approximator that ends before token i; how many tokens it takes. */
static size_t
approx_before(const struct finder *f, size_t i, enum approx *approx)
{
	size_t most = approximators.longest;
	const struct lexicon_row *row;

	for (size_t length = most < i ? most : i; length > 0; length--) {
		row = lexicon_find(&approximators, joined(f, i - length, i));
		if (!row || slice_is(row->fields[2], "after"))
			continue;
		*approx = approx_of(row->fields[1]);
		return length;
	}
	return 0;
}

/* The one that begins at token i. */
static size_t
approx_behind(const struct finder *f, size_t i, enum approx *approx)
{
	size_t left = f->count - i, most = approximators.longest;
	const struct lexicon_row *row;

	for (size_t length = most < left ? most : left; length > 0; length--) {
		row = lexicon_find(&approximators, joined(f, i, i + length));
		if (!row || slice_is(row->fields[2], "before"))
			continue;
		*approx = approx_of(row->fields[1]);
		return length;
	}
	return 0;
}

static void
set_approx(const struct finder *f, struct quantity *quantity)
{
	enum approx approx = APPROX_EXACT, second;
	size_t length = approx_before(f, quantity->first, &approx);

	/* "at least some 30", "only about": what stands nearer wins */
	if (length > 0 && approx == APPROX_EXACT &&
	    approx_before(f, quantity->first - length, &second) > 0)
		approx = second;
	if (approx == APPROX_EXACT && quantity->behind < f->count) {
		length = approx_behind(f, quantity->behind, &second);
		if (length > 0)
			approx = second;
		quantity->behind += length;
	}
	if (approx == APPROX_EXACT && quantity->low != quantity->high &&
	    quantity->approx != APPROX_EXACT)
		approx = quantity->approx;
	quantity->approx = approx;
}

/* ------------------------------------------------------- units and money */

/* A currency at token i that stands on that side of its number. */
static bool
currency_at(const struct finder *f, size_t i, bool before, struct slice *code)
{
	const struct lexicon_row *row;

	if (i >= f->count)
		return false;
	row = lexicon_find(&currencies, f->tokens[i].lower);
	if (!row || slice_is(row->fields[2], before ? "after" : "before"))
		return false;
	/* "won", "real", "rand" are words as well */
	if (!before && !tag_is_noun(f->tokens[i].tag))
		return false;
	*code = row->fields[1];
	return true;
}

/* "percent", "km", "million dollars": the unit at token i; its tokens. */
static size_t
unit_at(const struct finder *f, size_t i, struct quantity *quantity)
{
	const struct lexicon_row *row;
	size_t most = unit_words.longest;

	if (i >= f->count)
		return 0;
	for (size_t length = most < f->count - i ? most : f->count - i;
	    length > 0; length--) {
		row = lexicon_find(&unit_words, joined(f, i, i + length));
		if (row) {
			quantity->unit = row->fields[1];
			return length;
		}
	}
	if (currency_at(f, i, false, &quantity->unit)) {
		quantity->money = true;
		return 1;
	}
	/* "Egyptian pounds", and whatever other nation's */
	if (i + 1 < f->count && f->tokens[i].shape != SHAPE_LOWER &&
	    currency_at(f, i + 1, false, &quantity->unit)) {
		row = lexicon_find(&currencies, joined(f, i, i + 2));
		if (row)
			quantity->unit = row->fields[1];
		quantity->money = true;
		return 2;
	}
	return 0;
}

static void
hundredths(struct quantity *quantity)
{
	if (slice_is(quantity->unit, "USD/100")) {
		quantity->unit = SLICE("USD");
		quantity->low /= 100;
		quantity->high /= 100;
	}
}

/* "$" before and "percent" behind the number. */
static void
set_unit(const struct finder *f, struct quantity *quantity)
{
	size_t length;

	if (quantity->first > 0 && currency_at(f, quantity->first - 1, true,
	    &quantity->unit)) {
		quantity->first--;
		quantity->money = true;
		/* "US$" cut in two */
		if (quantity->first > 0 &&
		    !f->tokens[quantity->first].space_before &&
		    (is_word(f, quantity->first - 1, "us") ||
		    is_word(f, quantity->first - 1, "u.s.")))
			quantity->first--;
		return;
	}
	length = unit_at(f, quantity->last + is_hyphen(f, quantity->last),
	    quantity);
	if (length > 0) {
		quantity->last += length + is_hyphen(f, quantity->last);
		quantity->behind = quantity->last;
	}
	hundredths(quantity);
}

/* -------------------------------------------------------- what is counted */

static bool
is_adjective(enum tag tag)
{
	return tag == TAG_JJ || tag == TAG_VBN || tag == TAG_VBG ||
	    tag_is_name(tag);
}

static bool
is_modifier(const struct finder *f, size_t i)
{
	switch (tag_at(f, i)) {
	case TAG_JJ:
	case TAG_JJR:
	case TAG_JJS:
	case TAG_VBN:
	case TAG_VBG:
	case TAG_HYPH:
	case TAG_POS:
		return true;
	case TAG_RB:
		return i + 1 < f->count && (tag_at(f, i + 1) == TAG_JJ ||
		    tag_at(f, i + 1) == TAG_VBN);
	case TAG_COMMA:
	case TAG_CC:
		/* "young, armed men", "Israeli and foreign hostages" */
		return (is_adjective(tag_at(f, i - 1)) ||
		    f->tokens[i - 1].shape == SHAPE_CAPITALISED) &&
		    is_adjective(tag_at(f, i + 1));
	case TAG_NN:
	case TAG_NNP:
	case TAG_NNPS:
		/* "Dutch and German tourists" */
		return f->tokens[i].shape != SHAPE_LOWER &&
		    tag_at(f, i + 1) == TAG_CC && tag_at(f, i + 3) == TAG_NNS;
	case TAG_OPENQ:
	case TAG_CLOSEQ:
		return true;
	default:
		return false;
	}
}

/* "people" is `person`; the lemma of a noun, of a demonym its lower case. */
static struct slice
noun_lemma(const struct finder *f, size_t i)
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
is_noun(const struct finder *f, size_t i)
{
	return tag_is_noun(tag_at(f, i)) || (tag_at(f, i) == TAG_VBZ &&
	    (lemma_readings(f->tokens[i].lower) & READING_PLURAL) != 0);
}

/*
 * The head of the noun phrase that begins at token i: over modifiers, then the
 * last of a run of nouns.  f->count when there is none.
 */
static size_t
counted_noun(const struct finder *f, size_t i)
{
	size_t at = i, limit = i + NOUN_REACH < f->count ? i + NOUN_REACH :
	    f->count;

	while (at < limit && is_modifier(f, at))
		at++;
	if (at >= limit || !is_noun(f, at) ||
	    (f->taken[at] && !tag_is_name(tag_at(f, at))))
		return f->count;
	while (at + 1 < f->count && tag_is_noun(tag_at(f, at + 1)) &&
	    !f->taken[at + 1] && tag_at(f, at) != TAG_NNS &&
	    tag_at(f, at) != TAG_NNPS)
		at++;
	/* "33 Israel-based hostages", "12 ex-ministers" */
	while (at + 2 < f->count && is_hyphen(f, at + 1) &&
	    !f->tokens[at + 1].space_before &&
	    tag_is_noun(tag_at(f, at + 2)))
		at += 2;
	return at;
}

static void
set_what(const struct finder *f, struct quantity *quantity)
{
	static const char *const links[] = { "of", "in", "worth", "for" };
	size_t at = quantity->behind, noun;
	bool linked = false;

	/* "an 82-room hotel" counts rooms */
	if (is_hyphen(f, at)) {
		if (at + 1 < f->count && !f->tokens[at + 1].space_before &&
		    tag_is_noun(tag_at(f, at + 1))) {
			quantity->what = noun_lemma(f, at + 1);
			return;
		}
		at++;
	}
	for (size_t k = 0; k < sizeof links / sizeof *links && !linked; k++)
		linked = is_word(f, at, links[k]);
	if (linked && (quantity->unit.length > 0 || is_word(f, at, "of"))) {
		bool in = is_word(f, at, "in") || is_word(f, at, "for");

		at++;
		if (is_word(f, at, "of"))
			at++;
		/* "20 of the 64 piles" */
		while (tag_at(f, at) == TAG_DT || tag_at(f, at) == TAG_PRPS ||
		    (tag_at(f, at) == TAG_CD && !in))
			at++;
		/* "5% in March", "$3 in Gaza": where, not what */
		if (in && (!quantity->money || tag_is_name(tag_at(f, at)) ||
		    (at < f->count && f->taken[at]) || is_word(f, at - 1,
		    "the")))
			return;
	}
	noun = counted_noun(f, at);
	if (noun < f->count && !(quantity->money && lexicon_find(&currencies,
	    f->tokens[noun].lower)))
		quantity->what = noun_lemma(f, noun);
}

/* ---------------------------------------------------------- what is none */

/* Does the word before make the number a name: "Flight 370", "Room 12"? */
static bool
is_label(const struct finder *f, size_t i)
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
		return !tag_is_noun(tag_at(f, i + 1)) ||
		    before->shape != SHAPE_LOWER;
	/* "Boeing 737", "Windows 11" unless a noun is counted */
	return before->shape != SHAPE_LOWER && (i > 1 ||
	    tag_is_name(before->tag)) && tag_is_noun(before->tag) &&
	    (!tag_is_noun(tag_at(f, i + 1)) ||
	    tag_is_name(tag_at(f, i + 1))) && tag_at(f, i + 1) != TAG_JJ;
}

/* "43, a teacher", "aged 12", "12-year-old", "the 45-year-old". */
static bool
is_age(const struct finder *f, size_t i, const struct number *number)
{
	size_t behind = i + number->tokens;

	if (number->scaled || number->low > 120 ||
	    number->low != (double)(long)number->low)
		return false;
	if (i > 0 && (is_word(f, i - 1, "aged") || is_word(f, i - 1, "age")))
		return true;
	if (i > 1 && is_word(f, i - 1, "of") && is_word(f, i - 2, "age"))
		return true;
	if (is_hyphen(f, behind))
		behind++;
	if ((is_word(f, behind, "year") || is_word(f, behind, "years") ||
	    is_word(f, behind, "month") || is_word(f, behind, "months")))
		return true;
	if (i > 1 && is_word(f, i - 1, ",") && number->digits &&
	    tag_is_name(f->tokens[i - 2].tag) && behind < f->count &&
	    (f->tokens[behind].kind == TOKEN_PUNCTUATION) &&
	    number->low > 4)
		return true;
	return i > 0 && i + 1 < f->count && is_word(f, i - 1, "(") &&
	    is_word(f, behind, ")");
}

/* "3-1", "52-48": a score or a count of votes; the end of a name. */
static bool
is_score(const struct finder *f, size_t i)
{
	size_t left;
	bool near;

	/* "COVID-19" */
	if (i >= 2 && is_hyphen(f, i - 1) && !f->tokens[i].space_before &&
	    !f->tokens[i - 1].space_before &&
	    f->tokens[i - 2].kind == TOKEN_WORD)
		return true;
	near = i + 2 < f->count && is_hyphen(f, i + 1) &&
	    !f->tokens[i + 1].space_before && !f->tokens[i + 2].space_before;
	if (near && slice_number(f->tokens[i].text, &left) &&
	    f->tokens[i + 2].kind == TOKEN_NUMBER) {
		struct number low = number_at(f->tokens, f->count, i);
		struct number high = number_at(f->tokens, f->count, i + 2);

		return high.low <= low.low || (!tag_is_noun(tag_at(f, i + 3)) &&
		    tag_at(f, i + 3) != TAG_JJ && !is_hyphen(f, i + 3) &&
		    !is_word(f, i + 3, "%") && !is_word(f, i + 3, "million") &&
		    !is_word(f, i + 3, "billion"));
	}
	return i >= 2 && is_hyphen(f, i - 1) && !f->tokens[i].space_before &&
	    !f->tokens[i - 1].space_before &&
	    f->tokens[i - 2].kind == TOKEN_NUMBER;
}

/* Is a number in words without a noun no count: "one of the", "no one"? */
static bool
is_pronoun(const struct finder *f, size_t i, const struct number *number)
{
	size_t behind = i + number->tokens;

	if (number->digits || number->scaled)
		return false;
	if (is_word(f, i, "one"))
		return !tag_is_noun(tag_at(f, behind)) &&
		    tag_at(f, behind) != TAG_JJ && !is_word(f, behind, "in");
	if (is_word(f, i, "zero"))
		return true;
	return false;
}

/* --------------------------------------------------------------- quantities */

/* Does "between" stand before a number and the sign of its currency? */
static bool
is_between(const struct finder *f, size_t first)
{
	if (first > 0 && f->tokens[first - 1].kind == TOKEN_SYMBOL)
		first--;
	return first > 0 && is_word(f, first - 1, "between");
}

/* "20 to 30 people", "20-30", "between 20 and 30", "$2 million to $3m". */
static void
range(const struct finder *f, struct quantity *quantity)
{
	size_t at = quantity->last, first = at + 1;
	struct number number;
	struct slice code;
	bool between = is_between(f, quantity->first);
	double low = quantity->low;

	if (at + 1 >= f->count || f->taken[at + 1])
		return;
	if (!is_word(f, at, "to") && !is_hyphen(f, at) &&
	    !is_word(f, at, "or") && !(between && is_word(f, at, "and")))
		return;
	if (currency_at(f, first, true, &code) && first + 1 < f->count)
		first++;
	number = number_at(f->tokens, f->count, first);
	if (number.kind != NUMBER_CARDINAL || f->taken[first])
		return;
	/* "two to three million": the scale is of both */
	if (number.scaled && low < 1000) {
		double scale = 1;

		while (number.low / scale >= 1000)
			scale *= 1000;
		if (low * scale < number.low && low < number.low / scale)
			low *= scale;
	}
	if (number.low <= low || number.low > low * 1000)
		return;
	quantity->low = low;
	quantity->high = number.low;
	quantity->last = quantity->behind = first + number.tokens;
	if (is_hyphen(f, at) && f->tokens[at].space_before)
		quantity->high = number.low;
}

/* "one in five people", "1 out of 3": a share. */
static bool
ratio(const struct finder *f, size_t i, const struct number *number,
    struct quantity *quantity)
{
	size_t at = i + number->tokens;
	struct number whole;

	if (is_word(f, at, "out") && is_word(f, at + 1, "of"))
		at++;
	else if (!is_word(f, at, "in"))
		return false;
	if (++at >= f->count || f->taken[at])
		return false;
	whole = number_at(f->tokens, f->count, at);
	if (whole.kind != NUMBER_CARDINAL || whole.low <= number->low ||
	    whole.low > 1000 || number->low > 100 || whole.low < 2)
		return false;
	quantity->low = quantity->high = number->low / whole.low * 100;
	quantity->unit = SLICE("%");
	quantity->last = quantity->behind = at + whole.tokens;
	return true;
}

/* "both sides", "the two sides" is a number anyway. */
static bool
both(const struct finder *f, size_t i, struct quantity *quantity)
{
	if (!is_word(f, i, "both"))
		return false;
	*quantity = (struct quantity){
		.first = i, .last = i + 1, .behind = i + 1,
		.low = 2, .high = 2
	};
	if (is_word(f, i + 1, "of") || is_word(f, i + 1, "the"))
		return false;
	set_what(f, quantity);
	/* "both Israel and Hamas" counts two, of what is not said */
	if (tag_is_name(tag_at(f, i + 1)) && tag_at(f, i + 1) != TAG_NNPS) {
		for (size_t k = i + 2; k < i + 8 && k < f->count; k++)
			if (is_word(f, k, "and") && tag_is_name(tag_at(f,
			    k + 1))) {
				quantity->what = SLICE("");
				return true;
			}
		return false;
	}
	return quantity->what.length > 0 && tag_at(f, i + 1) != TAG_IN;
}

/* "a single issue" is one. */
static bool
single(const struct finder *f, size_t i, struct quantity *quantity)
{
	if (!is_word(f, i, "single") || i == 0 || (!is_word(f, i - 1, "a") &&
	    !is_word(f, i - 1, "one")))
		return false;
	*quantity = (struct quantity){
		.first = i, .last = i + 1, .behind = i + 1,
		.low = 1, .high = 1
	};
	set_what(f, quantity);
	return quantity->what.length > 0;
}

/* Is the number one that nothing is counted with? */
static bool
is_none(const struct finder *f, size_t i, const struct number *number)
{
	if (number->kind == NUMBER_ORDINAL || number->kind == NUMBER_NONE)
		return true;
	/* "1. The first point" */
	if (i == 0 && number->digits && number->tokens == 1 &&
	    (is_word(f, 1, ".") || is_word(f, 1, ")")))
		return true;
	for (size_t k = i; k < i + number->tokens; k++)
		if (f->taken[k])
			return true;
	return is_label(f, i) || is_age(f, i, number) || is_score(f, i) ||
	    is_pronoun(f, i, number);
}

/* The figure at token i; how many tokens it takes, or 0. */
static size_t
figure_at(const struct finder *f, size_t i, struct quantity *quantity)
{
	struct number number;

	if (both(f, i, quantity) || single(f, i, quantity))
		return 1;
	number = number_at(f->tokens, f->count, i);
	if (number.tokens == 0 || is_none(f, i, &number))
		return 0;
	*quantity = (struct quantity){
		.first = i, .last = i + number.tokens,
		.behind = i + number.tokens,
		.low = number.low, .high = number.high
	};
	if (number.kind == NUMBER_FRACTION) {
		quantity->low = quantity->high = number.low * 100;
		quantity->unit = SLICE("%");
	} else if (number.kind == NUMBER_VAGUE) {
		quantity->approx = APPROX_ABOUT;
	} else if (!ratio(f, i, &number, quantity))
		range(f, quantity);
	if (quantity->unit.length == 0)
		set_unit(f, quantity);
	set_approx(f, quantity);
	set_what(f, quantity);
	/* a bare half is "half way", "the first half" */
	if (number.kind == NUMBER_FRACTION && quantity->what.length == 0)
		return 0;
	/* a small number in words that counts nothing is no figure */
	if (!number.digits && !number.scaled && quantity->what.length == 0 &&
	    quantity->unit.length == 0 && number.kind == NUMBER_CARDINAL &&
	    number.low < 10)
		return 0;
	return quantity->last > i ? quantity->last - i : number.tokens;
}

static struct slice
value_text(const struct finder *f, const struct quantity *quantity)
{
	buffer_clear(f->text);
	number_add(f->text, quantity->low);
	if (quantity->high != quantity->low) {
		buffer_add(f->text, SLICE(".."));
		number_add(f->text, quantity->high);
	}
	return arena_copy(f->arena, buffer_slice(f->text));
}

void
figures_collect(struct figures *figures, const struct sentence *sentence,
    const bool *taken, struct arena *arena)
{
	static struct buffer text;
	struct finder f = {
		sentence->tokens, sentence->count, taken, arena, &text
	};
	struct quantity quantity;
	size_t capacity = 0, length;

	*figures = (struct figures){ 0 };
	for (size_t i = 0; i < f.count; i++) {
		if (taken[i])
			continue;
		length = figure_at(&f, i, &quantity);
		if (length == 0)
			continue;
		ARENA_GROW(arena, figures->at, figures->count, capacity);
		figures->at[figures->count++] = (struct figure){
			{ f.tokens[quantity.first].start,
			f.tokens[quantity.last - 1].end },
			quantity.low, quantity.high, value_text(&f, &quantity),
			quantity.approx, quantity.unit, quantity.what
		};
		i += length - 1;
	}
}
