/*
 * Numbers from tokens: the words of numbers.tsv have a class and a value, and
 * a sum is carried from the left ("two hundred and fifty thousand"), as one
 * reads it aloud.
 */
#include "entities/number.h"

#include <math.h>
#include <stdio.h>

#include "tsv/lexicon.h"

LEXICON_BUILTIN(numbers);

enum class {
	CLASS_NONE,
	CLASS_UNIT,		/* one .. nineteen */
	CLASS_TEN,		/* twenty .. ninety */
	CLASS_SCALE,		/* hundred, thousand, million, lakh, bn */
	CLASS_GROUP,		/* dozen, score, couple: behind an article */
	CLASS_PLURAL,		/* dozens, hundreds */
	CLASS_ORDINAL,		/* first */
	CLASS_PART,		/* half, third, quarters: a fraction */
	CLASS_COUNT
};

static struct lexicon lexicon;

static const char *const class_names[CLASS_COUNT] = {
	[CLASS_NONE] = "", [CLASS_UNIT] = "unit", [CLASS_TEN] = "ten",
	[CLASS_SCALE] = "scale", [CLASS_GROUP] = "group",
	[CLASS_PLURAL] = "plural", [CLASS_ORDINAL] = "ordinal",
	[CLASS_PART] = "part"
};

void
number_open(void)
{
	static const char *const columns[] = {
		"word", "class", "value", "part", NULL
	};

	lexicon_add(&lexicon, LEXICON_BYTES(numbers), "numbers.tsv", columns);
}

static double
decimal(struct slice s)
{
	double value = 0, scale = 0;

	for (size_t i = 0; i < s.length; i++) {
		if (s.at[i] == '.')
			scale = 1;
		else if (s.at[i] >= '0' && s.at[i] <= '9') {
			value = value * 10 + (s.at[i] - '0');
			scale *= 10;
		}
	}
	return scale > 1 ? value / scale : value;
}

/* The class of a word, and its value. */
static enum class
word_class(const struct token *token, double *value)
{
	const struct lexicon_row *row;
	int class;

	if (token->kind != TOKEN_WORD)
		return CLASS_NONE;
	row = lexicon_find(&lexicon, token->lower);
	if (!row)
		return CLASS_NONE;
	for (class = CLASS_UNIT; class < CLASS_COUNT; class++)
		if (slice_is(row->fields[1], class_names[class]))
			break;
	*value = decimal(row->fields[2]);
	return class == CLASS_COUNT ? CLASS_NONE : (enum class)class;
}

/* Is the word one of which something can be a part: "third" is 1/3? */
static bool
part_of(const struct token *token, double *value)
{
	const struct lexicon_row *row = lexicon_find(&lexicon, token->lower);

	if (!row || row->fields[3].length == 0)
		return false;
	*value = decimal(row->fields[3]);
	return true;
}

/* "1,200", "2.3"; false for "10:30", "1-0", "3rd". */
static bool
digits_value(struct slice s, double *value)
{
	size_t points = 0, group = 0;
	bool grouped = false;

	for (size_t i = 0; i < s.length; i++, group++) {
		if (s.at[i] == ',' && points == 0 && i > 0 &&
		    (!grouped || group == 3 || group == 2)) {
			grouped = true;
			group = (size_t)-1;
		} else if (s.at[i] == '.' && points == 0 && i > 0 &&
		    i + 1 < s.length && (!grouped || group == 3)) {
			points++;
			grouped = false;
		} else if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	}
	*value = decimal(s);
	return s.length > 0 && (!grouped || group == 3);
}

/* "21st" */
static bool
digits_ordinal(struct slice lower, double *value)
{
	static const char *const tails[] = { "st", "nd", "rd", "th" };
	size_t digits = lower.length > 2 ? lower.length - 2 : 0;

	for (size_t i = 0; digits > 0 && i < 4; i++)
		if (slice_ends(lower, slice_of(tails[i])))
			return digits_value(slice_part(lower, 0, digits),
			    value);
	return false;
}

/* "40k", "$5m", "2bn": the scale that is glued to digits, or 0. */
static double
glued_scale(const struct token *token)
{
	static const struct {
		const char *tail;
		double scale;
	} glued[] = {
		{ "k", 1e3 }, { "m", 1e6 }, { "mn", 1e6 }, { "bn", 1e9 },
		{ "b", 1e9 }, { "tn", 1e12 }
	};

	if (token->space_before)
		return 0;
	for (size_t i = 0; i < sizeof glued / sizeof *glued; i++)
		if (slice_is(token->lower, glued[i].tail))
			return glued[i].scale;
	return 0;
}

struct reader {
	const struct token *tokens;
	size_t count, i;
};

static bool
is_word(const struct reader *in, size_t i, const char *word)
{
	return i < in->count && slice_is(in->tokens[i].lower, word);
}

static enum class
class_at(const struct reader *in, size_t i, double *value)
{
	return i < in->count ? word_class(&in->tokens[i], value) : CLASS_NONE;
}

/* The token behind i, over a hyphen that joins the two. */
static size_t
behind(const struct reader *in, size_t i)
{
	if (i + 2 < in->count && slice_is(in->tokens[i + 1].text, "-") &&
	    !in->tokens[i + 1].space_before && !in->tokens[i + 2].space_before)
		return i + 2;
	return i + 1;
}

/* "dozens", "hundreds of thousands", "tens of millions". */
static struct number
plural_at(struct reader *in, double value)
{
	struct number number = {
		.kind = NUMBER_VAGUE, .low = 2 * value, .scaled = true,
		.high = value < 100 ? 99 : 10 * value - 1, .tokens = 1
	};
	double scale;

	if (is_word(in, in->i + 1, "of") && class_at(in, in->i + 2, &scale) ==
	    CLASS_PLURAL && scale > value) {
		number.low *= scale;
		number.high = value < 100 ? 99 * scale + scale - 1 :
		    10 * value * scale - 1;
		number.tokens = 3;
	}
	return number;
}

/* "half", "a third", "two-thirds", "three quarters". */
static struct number
fraction_at(const struct reader *in, double count, size_t last)
{
	struct number number = { 0 };
	size_t next = behind(in, last);
	double part;

	if (next >= in->count || !part_of(&in->tokens[next], &part))
		return number;
	/* "one third", but "two second places" is no fraction */
	if (count != 1 && !slice_ends(in->tokens[next].lower, SLICE("s")))
		return number;
	/* "the third quarter" is a time, "a third man" an ordinal */
	if (count == 1 && !is_word(in, next + 1, "of") &&
	    !slice_is(in->tokens[next].lower, "half"))
		return number;
	number.kind = NUMBER_FRACTION;
	number.low = number.high = count * part;
	number.tokens = next + 1 - in->i;
	return number;
}

/* What a scale makes of a sum: "two hundred" 2 * 100. */
static void
scale_sum(double *sum, double *group, double scale)
{
	if (scale < 1000) {
		*group = (*group > 0 ? *group : 1) * scale;
	} else if (*group > 0) {
		*sum += *group * scale;
		*group = 0;
	} else
		*sum *= scale;
}

/*
 * Words behind a first value: scales, tens and units, "and" between hundreds
 * and the rest, "and a half" before a scale.
 */
static size_t
sum_words(struct reader *in, struct number *number, double first,
    enum class before)
{
	double sum = 0, group = first, value;
	size_t i = in->i, next;
	enum class class;

	for (;;) {
		next = behind(in, i);
		if (is_word(in, next, "and") && before == CLASS_SCALE)
			next++;
		class = class_at(in, next, &value);
		if (class == CLASS_SCALE)
			scale_sum(&sum, &group, value);
		else if (class == CLASS_UNIT && value < 10 &&
		    before == CLASS_TEN)
			group += value;
		else if ((class == CLASS_UNIT || class == CLASS_TEN) &&
		    before == CLASS_SCALE && !number->digits)
			group += value;
		else if (class == CLASS_GROUP && value > 2)
			group *= value;
		else
			break;
		if (next == i + 1 && slice_is(in->tokens[i].text, "-"))
			break;
		number->scaled |= class == CLASS_SCALE;
		before = class;
		i = next;
	}
	number->low = number->high = sum + group;
	return i;
}

/* "and a half" behind a whole number. */
static size_t
and_a_half(const struct reader *in, size_t last, double *half)
{
	*half = 0;
	if (is_word(in, last + 1, "and") && is_word(in, last + 2, "a") &&
	    is_word(in, last + 3, "half")) {
		*half = .5;
		return last + 3;
	}
	return last;
}

/* "two and a half million" */
static void
half_scaled(const struct reader *in, struct number *number, size_t last)
{
	double half, scale;
	size_t end = and_a_half(in, last, &half);

	if (half > 0) {
		number->low += half;
		if (class_at(in, end + 1, &scale) == CLASS_SCALE) {
			number->low *= scale;
			number->scaled = true;
			end++;
		}
		number->high = number->low;
	}
	number->tokens = end + 1 - in->i;
}

static struct number
cardinal_at(struct reader *in, double first, enum class class, bool digits)
{
	struct number number = { .kind = NUMBER_CARDINAL, .digits = digits };
	struct number fraction;
	size_t last;
	double value;

	if (class == CLASS_UNIT) {
		fraction = fraction_at(in, first, in->i);
		if (fraction.tokens > 0)
			return fraction;
	}
	last = sum_words(in, &number, first, class);
	/* "twenty-first" */
	if (!digits && class_at(in, behind(in, last), &value) ==
	    CLASS_ORDINAL && class == CLASS_TEN && last == in->i) {
		number.kind = NUMBER_ORDINAL;
		number.low += value;
		number.high = number.low;
		number.tokens = behind(in, last) + 1 - in->i;
		return number;
	}
	half_scaled(in, &number, last);
	return number;
}

/* "a dozen", "a million", "half a million", "a third of", "a couple". */
static struct number
article_at(struct reader *in)
{
	struct number number = { 0 };
	double value, half = 1;
	size_t next = in->i + 1;
	enum class class;

	if (is_word(in, in->i, "half")) {
		half = .5;
		next++;
	}
	class = class_at(in, next, &value);
	if (class == CLASS_SCALE || class == CLASS_GROUP) {
		struct reader inner = { in->tokens, in->count, next };

		number = cardinal_at(&inner, value, CLASS_SCALE, false);
		number.low *= half;
		number.high *= half;
		number.scaled = true;
		number.tokens += next - in->i;
		if (class == CLASS_GROUP && value == 2)
			number.scaled = false;
	} else if (half == 1)
		number = fraction_at(in, 1, in->i);
	return number;
}

struct number
number_at(const struct token *tokens, size_t count, size_t i)
{
	struct reader in = { tokens, count, i };
	struct number none = { 0 }, number = { .tokens = 1, .digits = true };
	const struct token *token = &tokens[i];
	enum class class;
	double value;

	if (token->kind == TOKEN_NUMBER || (token->kind == TOKEN_WORD &&
	    token->text.at[0] >= '0' && token->text.at[0] <= '9')) {
		if (digits_ordinal(token->lower, &value)) {
			number.kind = NUMBER_ORDINAL;
			number.low = number.high = value;
			return number;
		}
		if (!digits_value(token->text, &value))
			return none;
		if (i + 1 < count && glued_scale(&tokens[i + 1]) > 0) {
			number.kind = NUMBER_CARDINAL;
			number.scaled = true;
			number.tokens = 2;
			value *= glued_scale(&tokens[i + 1]);
			number.low = number.high = value;
			return number;
		}
		return cardinal_at(&in, value, CLASS_NONE, true);
	}
	if (is_word(&in, i, "a") || is_word(&in, i, "an"))
		return article_at(&in);
	if (is_word(&in, i, "half") && is_word(&in, i + 1, "a")) {
		number = article_at(&in);
		if (number.tokens > 0)
			return number;
	}
	class = word_class(token, &value);
	switch (class) {
	case CLASS_UNIT:
	case CLASS_TEN:
		return cardinal_at(&in, value, class, false);
	case CLASS_PLURAL:
		return plural_at(&in, value);
	case CLASS_ORDINAL:
		number.kind = NUMBER_ORDINAL;
		number.low = number.high = value;
		number.digits = false;
		return number;
	case CLASS_PART:
		if (!is_word(&in, i, "half"))
			return none;
		number.kind = NUMBER_FRACTION;
		number.low = number.high = value;
		number.digits = false;
		return number;
	default:
		return none;
	}
}

void
number_add(struct buffer *out, double number)
{
	double whole = floor(number);
	char text[64];
	int length;

	if (number == whole) {
		buffer_printf(out, "%.0f", number);
		return;
	}
	length = snprintf(text, sizeof text, "%.4f", number);
	while (length > 0 && text[length - 1] == '0')
		length--;
	if (length > 0 && text[length - 1] == '.')
		length--;
	buffer_add(out, (struct slice){ text, (size_t)length });
}
