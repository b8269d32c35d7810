/*
 * Speakers: whom each outlet gives the word, how often, and whose party they
 * are of.  Those who are not named count together by their sort.
 */
#include <stdlib.h>

#include "compare/series.h"

enum { OUTLET, PARTY, SOURCE_ID, SOURCE_TYPE, CLAIMS, QUOTED, ARTICLES,
	SHARE };

static const char *const columns[] = { "outlet", "party", "source_id",
	"source_type", "claims", "quoted", "articles", "share", NULL };

/* A claim, as it is counted. */
struct turn {
	struct slice outlet, party, source, type;
	uint32_t article;
	bool quoted;
};

static int
by_speaker(const struct turn *x, const struct turn *y)
{
	int order = slice_compare(x->outlet, y->outlet);

	order = order ? order : slice_compare(x->party, y->party);
	order = order ? order : slice_compare(x->source, y->source);
	return order ? order : slice_compare(x->type, y->type);
}

static int
by_turn(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	int order = by_speaker(x, y);

	return order ? order : x->article < y->article ? -1 :
	    x->article > y->article;
}

/* The party named before the speaker's title, else nothing. */
static struct slice
party_of(const struct claims *claims, const struct claim *claim)
{
	uint32_t side = claims_side(claims, claim->source);
	struct slice name = vocabulary_name(&claims->vocabulary, side);

	return side == claim->source ? SLICE("") :
	    slice_part(name, 1, name.length);
}

static struct turn
turn_of(const struct claims *claims, const struct claim *claim)
{
	bool named = !memchr(claim->source_id.at, '@',
	    claim->source_id.length);

	return (struct turn){
		.outlet = series_outlet(&claims->articles[claim->article]),
		.party = named ? party_of(claims, claim) : SLICE(""),
		.source = named ? claim->source_id : SLICE(""),
		.type = claim->source_type,
		.article = claim->article,
		.quoted = claim->quote.length > 0
	};
}

/* The turns of one speaker, all of one outlet's being so many. */
static void
write_speaker(struct tsv_writer *out, const struct turn *turns, size_t count,
    size_t all)
{
	size_t quoted = 0, articles = 0;

	for (size_t i = 0; i < count; i++) {
		quoted += turns[i].quoted;
		articles += i == 0 || turns[i].article != turns[i - 1].article;
	}
	tsv_set(out, OUTLET, turns->outlet);
	tsv_set(out, PARTY, turns->party);
	tsv_set(out, SOURCE_ID, turns->source);
	tsv_set(out, SOURCE_TYPE, turns->type);
	tsv_set_number(out, CLAIMS, count);
	tsv_set_number(out, QUOTED, quoted);
	tsv_set_number(out, ARTICLES, articles);
	buffer_printf(tsv_value(out, SHARE), "%.2f", (double)count /
	    (double)all);
	tsv_put(out, NULL);
}

static void
write_outlet(struct tsv_writer *out, const struct turn *turns, size_t count)
{
	for (size_t i = 0, next; i < count; i = next) {
		for (next = i + 1; next < count &&
		    by_speaker(&turns[i], &turns[next]) == 0; next++)
			;
		write_speaker(out, &turns[i], next - i, count);
	}
}

static void
write_speakers(struct tsv_writer *out, struct series *series)
{
	const struct claims *claims = series->claims;
	struct turn *turns = memory_new(claims->count + 1, sizeof *turns);
	size_t count = 0;

	for (uint32_t i = 0; i < claims->count; i++)
		if (!claim_is_narrator(&claims->at[i]) &&
		    claims_is_since(claims, i, series->since))
			turns[count++] = turn_of(claims, &claims->at[i]);
	qsort(turns, count, sizeof *turns, by_turn);
	for (size_t i = 0, next; i < count; i = next) {
		for (next = i + 1; next < count && slice_equal(turns[i].outlet,
		    turns[next].outlet); next++)
			;
		write_outlet(out, &turns[i], next - i);
	}
	free(turns);
}

const struct series_table series_speakers = { "speakers", columns,
	write_speakers, false };
