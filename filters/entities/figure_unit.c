/*
 * What a number is measured in: a currency before or behind it, a unit behind
 * it, a percentage.
 */
#include "entities/figure_part.h"

#include "tsv/lexicon.h"

LEXICON_BUILTIN(currencies);
LEXICON_BUILTIN(units);

static struct lexicon currencies, unit_words;

/* "percent", "km", "million dollars": the unit at token i; its tokens. */
static size_t
unit_at(const struct figure_finder *f, size_t i, struct quantity *quantity)
{
	const struct lexicon_row *row;
	size_t most = unit_words.longest;

	if (i >= f->count)
		return 0;
	for (size_t length = most < f->count - i ? most : f->count - i;
	    length > 0; length--) {
		row = lexicon_find(&unit_words,
		    figure_joined(f, i, i + length));
		if (row) {
			quantity->unit = row->fields[1];
			return length;
		}
	}
	if (figure_currency(f, i, false, &quantity->unit)) {
		quantity->money = true;
		return 1;
	}
	/* "Egyptian pounds", and whatever other nation's */
	if (i + 1 < f->count && f->tokens[i].shape != SHAPE_LOWER &&
	    figure_currency(f, i + 1, false, &quantity->unit)) {
		row = lexicon_find(&currencies, figure_joined(f, i, i + 2));
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

void
figure_unit_open(void)
{
	static const char *const currency_columns[] = {
		"word", "code", "place", NULL
	};
	static const char *const unit_columns[] = { "words", "unit", NULL };

	lexicon_add(&currencies, LEXICON_BYTES(currencies), "currencies.tsv",
	    currency_columns);
	lexicon_add(&unit_words, LEXICON_BYTES(units), "units.tsv",
	    unit_columns);
}

/* A currency at token i that stands on that side of its number. */
bool
figure_currency(const struct figure_finder *f, size_t i, bool before,
    struct slice *code)
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

bool
figure_currency_word(struct slice lower)
{
	return lexicon_find(&currencies, lower) != NULL;
}

/* "$" before and "percent" behind the number. */
void
figure_set_unit(const struct figure_finder *f, struct quantity *quantity)
{
	size_t length;

	if (quantity->first > 0 && figure_currency(f, quantity->first - 1, true,
	    &quantity->unit)) {
		quantity->first--;
		quantity->money = true;
		/* "US$" cut in two */
		if (quantity->first > 0 &&
		    !f->tokens[quantity->first].space_before &&
		    (figure_is(f, quantity->first - 1, "us") ||
		    figure_is(f, quantity->first - 1, "u.s.")))
			quantity->first--;
		return;
	}
	length = unit_at(f, quantity->last + figure_hyphen(f, quantity->last),
	    quantity);
	if (length > 0) {
		quantity->last += length + figure_hyphen(f, quantity->last);
		quantity->behind = quantity->last;
	}
	hundredths(quantity);
}
