/*
 * Joining up what was read: every article gets its sentences and claims in
 * the order of its text, every entity its mentions, every outlet its counts.
 */
#include "report/report.h"

#include <stdlib.h>

enum { DOC_LENGTH = 12 };	/* longer ids push places off the margin */

/* qsort has no context: the report whose indices are being sorted. */
static const struct report *sorted;

static int
compare_mentions(const void *a, const void *b)
{
	const struct report_mention *x = a, *y = b;

	if (x->entity != y->entity)
		return x->entity < y->entity ? -1 : 1;
	return (x->article > y->article) - (x->article < y->article);
}

static int
compare_dates(const void *a, const void *b)
{
	return report_article_order(
	    &sorted->articles[*(const uint32_t *)a],
	    &sorted->articles[*(const uint32_t *)b]);
}

static int
compare_sentences(const void *a, const void *b)
{
	size_t x = sorted->sentences[*(const uint32_t *)a].start;
	size_t y = sorted->sentences[*(const uint32_t *)b].start;

	return (x > y) - (x < y);
}

/* By place; of two that begin together the longer first, then by id. */
static int
compare_claims(const void *a, const void *b)
{
	const struct report_claim *x = &sorted->claims[*(const uint32_t *)a];
	const struct report_claim *y = &sorted->claims[*(const uint32_t *)b];

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return slice_compare(x->id, y->id);
}

static void
join_mentions(struct report *report)
{
	size_t i;

	if (report->mention_count > 0)
		qsort(report->mentions, report->mention_count,
		    sizeof *report->mentions, compare_mentions);
	for (i = report->mention_count; i-- > 0;)
		report->entities[report->mentions[i].entity].first = i;
}

/* Hand each article its sentences and claims, in the order of the text. */
static void
join_articles(struct report *report)
{
	size_t i;

	for (i = 0; i < report->sentence_count; i++)
		report->articles[report->sentences[i].article]
		    .sentence_count++;
	for (i = 0; i < report->claim_count; i++)
		report->articles[report->claims[i].article].claim_count++;
	for (i = 0; i < report->article_count; i++) {
		struct report_article *article = &report->articles[i];

		article->sentences = arena_new(&report->arena,
		    article->sentence_count + 1, sizeof *article->sentences);
		article->claims = arena_new(&report->arena,
		    article->claim_count + 1, sizeof *article->claims);
		article->sentence_count = article->claim_count = 0;
	}
	for (i = 0; i < report->sentence_count; i++) {
		struct report_article *article =
		    &report->articles[report->sentences[i].article];

		article->sentences[article->sentence_count++] = (uint32_t)i;
	}
	for (i = 0; i < report->claim_count; i++) {
		const struct report_claim *claim = &report->claims[i];
		struct report_article *article =
		    &report->articles[claim->article];

		article->claims[article->claim_count++] = (uint32_t)i;
		if (claim->end - claim->start > article->longest)
			article->longest = claim->end - claim->start;
	}
	for (i = 0; i < report->article_count; i++) {
		struct report_article *article = &report->articles[i];

		qsort(article->sentences, article->sentence_count,
		    sizeof *article->sentences, compare_sentences);
		qsort(article->claims, article->claim_count,
		    sizeof *article->claims, compare_claims);
	}
}

/* Tell each claim what it takes part in. */
static void
join_relations(struct report *report)
{
	size_t i, side;

	for (i = 0; i < report->relation_count; i++) {
		const struct report_relation *relation =
		    &report->relations[i];
		const uint32_t sides[2] = { relation->claim,
		    relation->with };

		for (side = 0; side < 2; side++) {
			struct report_claim *claim =
			    &report->claims[sides[side]];

			claim->relates[relation->relation] = true;
			if (relation->relation == RELATION_EVOLVE &&
			    claim->step == REPORT_NONE)
				claim->step = (uint32_t)i;
		}
	}
}

static void
tally_claim(struct report *report, const struct report_claim *claim)
{
	struct report_article *article = &report->articles[claim->article];
	struct report_outlet *outlet;
	bool attributed = claim->voice != VOICE_OUTLET;

	if (claim->outside)
		return;
	article->attributed += attributed;
	report->attributed += attributed;
	outlet = &report->outlets[article->publisher];
	outlet->attributed += attributed;
	outlet->voices[claim->voice]++;
	outlet->quoted += attributed && claim->quote_span.length > 0;
}

static void
tally_articles(struct report *report)
{
	size_t i;

	report->by_date = arena_new(&report->arena, report->article_count + 1,
	    sizeof *report->by_date);
	for (i = 0; i < report->article_count; i++) {
		const struct report_article *article = &report->articles[i];

		if (article->outside)
			continue;
		report->by_date[report->read_count++] = (uint32_t)i;
		report->outlets[article->publisher].articles++;
	}
	qsort(report->by_date, report->read_count, sizeof *report->by_date,
	    compare_dates);
	for (i = 0; i < report->read_count; i++) {
		struct report_article *article =
		    &report->articles[report->by_date[i]];

		article->number = i + 1;
		report->long_docs |= article->doc.length > DOC_LENGTH;
		if (article->date.length == 0)
			continue;
		if (i == 0)
			report->first_date = article->date;
		report->last_date = article->date;
	}
}

void
report_join(struct report *report)
{
	size_t i;

	sorted = report;
	join_mentions(report);
	join_articles(report);
	join_relations(report);
	for (i = 0; i < report->claim_count; i++)
		tally_claim(report, &report->claims[i]);
	tally_articles(report);
}

struct slice
report_words_at(const struct report_sentence *sentence, struct span span)
{
	if (span.start < sentence->start || span.end > sentence->end ||
	    span.start > span.end)
		return (struct slice){ "", 0 };
	return slice_part(sentence->text, span.start - sentence->start,
	    span.end - sentence->start);
}

size_t
report_claims_from(const struct report *report,
    const struct report_article *article, size_t at)
{
	size_t low = 0, high = article->claim_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (report->claims[article->claims[middle]].start +
		    article->longest < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t
report_entity_of(const struct report *report, struct slice id)
{
	char key[160];
	uint32_t index;

	if (id.length + 2 > sizeof key)
		return REPORT_NONE;
	key[0] = 'e';
	memcpy(key + 1, id.at, id.length);
	key[id.length + 1] = '\t';
	index = hash_get(&report->keys, (struct slice){ key, id.length + 2 });
	return index == HASH_NONE ? REPORT_NONE : index;
}

bool
report_blamed_next(const struct report *report, struct slice *rest,
    uint32_t *entity)
{
	struct slice item;

	while (list_next(rest, &item)) {
		if (!slice_ends(item, SLICE(":-")))
			continue;
		*entity = report_entity_of(report,
		    slice_part(item, 0, item.length - 2));
		if (*entity != REPORT_NONE)
			return true;
	}
	return false;
}

int
report_article_order(const struct report_article *a,
    const struct report_article *b)
{
	int order = slice_compare(a->date, b->date);

	if ((a->date.length == 0) != (b->date.length == 0))
		return a->date.length == 0 ? 1 : -1;
	return order != 0 ? order : slice_compare(a->doc, b->doc);
}

int
report_claim_order(const struct report *report, uint32_t a, uint32_t b)
{
	const struct report_claim *x = &report->claims[a];
	const struct report_claim *y = &report->claims[b];
	int order;

	order = report_article_order(&report->articles[x->article],
	    &report->articles[y->article]);
	if (order != 0)
		return order;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return slice_compare(x->id, y->id);
}

void
report_add_date(const struct report *report, struct slice date,
    struct buffer *out)
{
	struct slice first = report->first_date, last = report->last_date;

	if (first.length > 4 && last.length > 4 &&
	    memcmp(first.at, last.at, 4) == 0)
		words_add_day(date, out);
	else
		words_add_date(date, out);
}

struct slice
report_witness(const struct report_article *article)
{
	if (article->upstream.length > 0)
		return article->upstream;
	return article->outlet.length > 0 ? article->outlet : article->doc;
}

void
report_free(struct report *report)
{
	arena_free(&report->arena);
	hash_free(&report->keys);
	free(report->articles);
	free(report->sentences);
	free(report->claims);
	free(report->relations);
	free(report->entities);
	free(report->mentions);
	free(report->outlets);
}
