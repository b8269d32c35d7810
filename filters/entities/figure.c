/*
 * Figures: at each number that is no part of a time or a name, look to its
 * left for an approximator and a currency sign, to its right for a scale's
 * unit, a second number that makes a range, and the noun that is counted.
 */
#include "entities/figure.h"

#include "entities/figure_part.h"

/* Does "between" stand before a number and the sign of its currency? */
static bool
is_between(const struct figure_finder *f, size_t first)
{
	if (first > 0 && f->tokens[first - 1].kind == TOKEN_SYMBOL)
		first--;
	return first > 0 && figure_is(f, first - 1, "between");
}

/* "20 to 30 people", "20-30", "between 20 and 30", "$2 million to $3m". */
static void
range(const struct figure_finder *f, struct quantity *quantity)
{
	size_t at = quantity->last, first = at + 1;
	struct number number;
	struct slice code;
	bool between = is_between(f, quantity->first);
	double low = quantity->low;

	if (at + 1 >= f->count || f->taken[at + 1])
		return;
	if (!figure_is(f, at, "to") && !figure_hyphen(f, at) &&
	    !figure_is(f, at, "or") && !(between && figure_is(f, at, "and")))
		return;
	if (figure_currency(f, first, true, &code) && first + 1 < f->count)
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
	if (figure_hyphen(f, at) && f->tokens[at].space_before)
		quantity->high = number.low;
}

/* "one in five people", "1 out of 3": a share. */
static bool
ratio(const struct figure_finder *f, size_t i, const struct number *number,
    struct quantity *quantity)
{
	size_t at = i + number->tokens;
	struct number whole;

	if (figure_is(f, at, "out") && figure_is(f, at + 1, "of"))
		at++;
	else if (!figure_is(f, at, "in"))
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
both(const struct figure_finder *f, size_t i, struct quantity *quantity)
{
	if (!figure_is(f, i, "both"))
		return false;
	*quantity = (struct quantity){
		.first = i, .last = i + 1, .behind = i + 1,
		.low = 2, .high = 2
	};
	if (figure_is(f, i + 1, "of") || figure_is(f, i + 1, "the"))
		return false;
	figure_set_what(f, quantity);
	/* "both Israel and Hamas" counts two, of what is not said */
	if (tag_is_name(figure_tag(f, i + 1)) &&
	    figure_tag(f, i + 1) != TAG_NNPS) {
		for (size_t k = i + 2; k < i + 8 && k < f->count; k++)
			if (figure_is(f, k, "and") && tag_is_name(figure_tag(f,
			    k + 1))) {
				quantity->what = SLICE("");
				return true;
			}
		return false;
	}
	return quantity->what.length > 0 && figure_tag(f, i + 1) != TAG_IN;
}

/* "a single issue" is one. */
static bool
single(const struct figure_finder *f, size_t i, struct quantity *quantity)
{
	if (!figure_is(f, i, "single") || i == 0 ||
	    (!figure_is(f, i - 1, "a") &&
	    !figure_is(f, i - 1, "one")))
		return false;
	*quantity = (struct quantity){
		.first = i, .last = i + 1, .behind = i + 1,
		.low = 1, .high = 1
	};
	figure_set_what(f, quantity);
	return quantity->what.length > 0;
}

/* The figure at token i; how many tokens it takes, or 0. */
static size_t
figure_at(const struct figure_finder *f, size_t i, struct quantity *quantity)
{
	struct number number;

	if (both(f, i, quantity) || single(f, i, quantity))
		return 1;
	number = number_at(f->tokens, f->count, i);
	if (number.tokens == 0 || figure_is_none(f, i, &number))
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
		figure_set_unit(f, quantity);
	figure_set_approx(f, quantity);
	figure_set_what(f, quantity);
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
value_text(const struct figure_finder *f, const struct quantity *quantity)
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
figure_open(void)
{
	number_open();
	figure_approx_open();
	figure_unit_open();
	figure_none_open();
}

void
figures_collect(struct figures *figures, const struct sentence *sentence,
    const bool *taken, struct arena *arena)
{
	static struct buffer text;
	struct figure_finder f = {
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
