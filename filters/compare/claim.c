/*
 * Claims as the comparison holds them.  See claim.h.
 */
#include "compare/claim.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "compare/clause.h"
#include "compare/day.h"
#include "compare/fact.h"
#include "compare/record.h"

/*
 * Rarity is counted in the claims at hand and, as they may be few, in so many
 * sentences of general English as well.
 */
enum { GENERAL_SENTENCES = 2000, RATE_BASE = 10000,
	LEAD_WORDS = 4 };	/* before a cue, where a "lack of" may stand */

void
claim_columns_find(struct claim_columns *c, const struct tsv_reader *in,
    const char *by)
{
	static const char remedy[] = "run extract-claims first";

	c->doc = tsv_require(in, "doc", remedy);
	c->claim = tsv_require(in, "claim", remedy);
	c->content_span = tsv_require(in, "content_span", remedy);
	c->content = tsv_require(in, "content", remedy);
	c->by = by ? tsv_require(in, by, "--by names a column of the table")
	    : -1;
	c->outlet = tsv_find(in, "outlet");
	c->upstream = tsv_find(in, "upstream");
	c->date = tsv_find(in, "date");
	c->start = tsv_find(in, "start");
	c->text = tsv_find(in, "text");
	c->source_span = tsv_find(in, "source_span");
	c->cue_span = tsv_find(in, "cue_span");
	c->parent = tsv_find(in, "parent");
	c->form = tsv_find(in, "form");
	c->source_id = tsv_find(in, "source_id");
	c->source_type = tsv_find(in, "source_type");
	c->cue = tsv_find(in, "cue");
	c->act = tsv_find(in, "act");
	c->certainty = tsv_find(in, "certainty");
	c->polarity = tsv_find(in, "polarity");
	c->tense = tsv_find(in, "tense");
	c->target = tsv_find(in, "target");
	c->quote_span = tsv_find(in, "quote_span");
	c->entities = tsv_find(in, "entities");
	c->figures = tsv_find(in, "figures");
	c->times = tsv_find(in, "times");
}

static struct slice
value(struct claims *claims, int column)
{
	return tsv_unescape(tsv_field(claims->fields, column), &claims->arena);
}

static uint32_t
article_of(struct claims *claims, const struct claim_columns *columns)
{
	struct slice doc = value(claims, columns->doc);
	uint32_t *place = hash_put(&claims->docs, doc);
	struct article *article;

	if (*place != HASH_NONE)
		return *place;
	*place = (uint32_t)claims->article_count;
	MEMORY_GROW(claims->articles, claims->article_count,
	    claims->article_capacity);
	article = &claims->articles[claims->article_count++];
	*article = (struct article){
		.doc = doc,
		.outlet = value(claims, columns->outlet),
		.upstream = value(claims, columns->upstream),
		.date = value(claims, columns->date),
		.first = (uint32_t)claims->count,
	};
	article->carried = TERM_NONE;
	article->day = day_of(article->date);
	return (uint32_t)(claims->article_count - 1);
}

/* The first and last byte of a list of spans; false when it is no list. */
static bool
outer_span(struct slice list, struct span *outer)
{
	struct span span;
	bool any = false;

	while (span_next(&list, &span)) {
		if (!any)
			outer->start = span.start;
		outer->end = span.end;
		any = true;
	}
	return any && !list.at && outer->start <= outer->end;
}

static bool
is_inside(struct span inner, struct span outer)
{
	return inner.start >= outer.start && inner.end <= outer.end;
}

/* Of what was read into the scratch, what stands inside the view stays. */
static void
keep_inside(struct claims *claims, struct claim *claim)
{
	struct figures *figures = &claim->figures;
	struct timexes *times = &claim->times;
	struct figure *figure = figures->at;
	struct timex *time = times->at;
	size_t kept = 0;

	for (size_t i = 0; i < figures->count; i++)
		if (is_inside(figure[i].span, claim->view))
			figure[kept++] = figure[i];
	figures->count = kept;
	figures->at = arena_new(&claims->arena, kept, sizeof *figure);
	if (kept > 0)
		memcpy(figures->at, figure, kept * sizeof *figure);
	kept = 0;
	for (size_t i = 0; i < times->count; i++)
		if (is_inside(time[i].span, claim->view))
			time[kept++] = time[i];
	times->count = kept;
	times->at = arena_new(&claims->arena, kept, sizeof *time);
	if (kept > 0)
		memcpy(times->at, time, kept * sizeof *time);
}

static bool
refused(struct tsv_reader *in, const char *column, struct slice bad)
{
	tsv_refuse(in, "column '%s': '%.*s' is not of its form; see "
	    "hearsay-tsv(5)", column, (int)(bad.length < 60 ? bad.length : 60),
	    bad.length ? bad.at : "");
	return false;
}

static bool
read_spans(struct claims *claims, struct claim *claim, struct tsv_reader *in,
    const struct claim_columns *columns, struct mentions *mentions)
{
	struct slice bad = { 0 };

	claim->content_span = value(claims, columns->content_span);
	if (!outer_span(claim->content_span, &claim->span))
		return refused(in, "content_span", claim->content_span);
	if (!mentions_read(mentions, value(claims, columns->entities),
	    &claims->scratch, &bad))
		return refused(in, "entities", bad);
	if (!figures_read(&claim->figures,
	    value(claims, columns->figures), &claims->scratch, &bad))
		return refused(in, "figures", bad);
	if (!timexes_read(&claim->times, value(claims, columns->times),
	    &claims->scratch, &bad))
		return refused(in, "times", bad);
	return true;
}

/* The sentence around the content, when the table has it and it fits. */
static void
set_sentence(struct claims *claims, struct claim *claim,
    const struct claim_columns *columns)
{
	struct slice text = value(claims, columns->text);
	size_t start;

	claim->sentence = claim->span;
	claim->text = claim->content;
	if (claim->content.length < claim->span.end - claim->span.start)
		claim->sentence.end = claim->span.start +
		    claim->content.length;
	if (slice_number(tsv_field(claims->fields, columns->start), &start) &&
	    claim->span.start >= start &&
	    claim->span.end <= start + text.length) {
		claim->text = text;
		claim->sentence = (struct span){ start, start + text.length };
	}
}

static bool
among(const char *const list[], struct slice word)
{
	for (size_t i = 0; list[i]; i++)
		if (slice_is(word, list[i]))
			return true;
	return false;
}

/* Back over so many words, as far as no punctuation stands before them. */
static size_t
words_back(const struct claim *claim, size_t start, int count)
{
	const char *text = claim->text.at - claim->sentence.start;

	for (int words = 0; words < count; words++) {
		size_t at = start;

		while (at > claim->sentence.start && text[at - 1] == ' ')
			at--;
		if (at == start || at == claim->sentence.start ||
		    memchr(",;:().", text[at - 1], 6))
			break;
		while (at > claim->sentence.start && text[at - 1] != ' ')
			at--;
		start = at;
	}
	return start;
}

static void
widen(struct claims *claims, struct claim *claim, int column)
{
	struct span span;

	if (!outer_span(value(claims, column), &span) ||
	    !is_inside(span, claim->sentence))
		return;
	if (span.start < claim->view.start)
		claim->view.start = span.start;
	if (span.end > claim->view.end)
		claim->view.end = span.end;
}

/*
 * Acts whose cue is part of what is said to be: that Israel rejects the terms
 * is the claim, not "the terms".
 */
static void
set_view(struct claims *claims, struct claim *claim,
    const struct claim_columns *columns)
{
	static const char *const forms[] = { "nominal", "agentless", NULL };
	static const char *const acts[] = { "accept", "reject", "blame",
		"promise", "intend", "commit", "propose", "threaten", NULL };

	claim->view = claim->span;
	claim->whole = (among(forms, claim->form) || among(acts, claim->act)) &&
	    claim->text.at != claim->content.at;
	if (!claim->whole)
		return;
	widen(claims, claim, columns->source_span);
	widen(claims, claim, columns->cue_span);
	claim->view.start = words_back(claim, claim->view.start,
	    slice_is(claim->form, "agentless") ? INT_MAX : LEAD_WORDS);
}

/* The words of the sentence under the first of some spans. */
static struct slice
text_of(const struct claim *claim, struct slice spans)
{
	struct span span;

	return span_next(&spans, &span) ? claim_text(claim, span) : SLICE("");
}

/* Does the sentence take back what it repeats? */
static bool
is_corrected(const struct claim *claim)
{
	static const char *const signs[] = { "earlier version", "in error",
		"incorrectly", "mistakenly", "misstated", NULL };

	for (size_t i = 0; signs[i]; i++)
		for (size_t at = 0; at + strlen(signs[i]) <=
		    claim->text.length; at++)
			if (memcmp(claim->text.at + at, signs[i],
			    strlen(signs[i])) == 0)
				return true;
	return false;
}

static bool
is_wish(const struct claims *claims, const struct claim *claim)
{
	static const char *const acts[] = { "urge", "demand", "seek",
		"propose", "request", "withhold", NULL };
	static const char *const statements[] = { "report", "state", "assess",
		"confirm", NULL };	/* whose "should" is a clause's */
	const struct claim *parent = claims_parent(claims, claim);

	return among(acts, claim->act) ||
	    (!claim->whole && !among(statements, claim->act) &&
	    (slice_is(claim->certainty, "desired") ||
	    slice_is(claim->certainty, "conditional"))) ||
	    (parent && parent < claim && parent->wish);
}

static void
read_values(struct claims *claims, struct claim *claim,
    const struct claim_columns *columns)
{
	struct slice cue = value(claims, columns->cue);
	struct slice source = value(claims, columns->source_id);

	claim->id = value(claims, columns->claim);
	claim->parent = value(claims, columns->parent);
	claim->form = value(claims, columns->form);
	claim->source_id = source;
	claim->source_type = value(claims, columns->source_type);
	claim->act = value(claims, columns->act);
	claim->certainty = value(claims, columns->certainty);
	claim->polarity = value(claims, columns->polarity);
	claim->tense = value(claims, columns->tense);
	claim->target = value(claims, columns->target);
	claim->content = value(claims, columns->content);
	claim->topic = claim->source = claim->cue = TERM_NONE;
	if (source.length && !slice_is(claim->source_type, "narrator"))
		claim->source = vocabulary_add(&claims->vocabulary, "=",
		    source);
	if (cue.length)
		claim->cue = vocabulary_add(&claims->vocabulary, "", cue);
}

/* An article counts its sentences, and takes the group of its first claim. */
static void
note_sentence(struct claims *claims, const struct claim *claim)
{
	struct article *article = &claims->articles[claim->article];

	if (article->sentences == 0)
		article->group = claim->group;
	if (article->sentences == 0 || claims->at[claims->count - 1].
	    sentence.start != claim->sentence.start)
		article->sentences++;
}

bool
claims_add(struct claims *claims, struct tsv_reader *in,
    const struct claim_columns *columns)
{
	struct claim *claim;
	struct mentions mentions;
	uint32_t *group;

	MEMORY_GROW(claims->at, claims->count, claims->capacity);
	claim = &claims->at[claims->count];
	*claim = (struct claim){ .record = record_keep(claims, in) };
	if (!read_spans(claims, claim, in, columns, &mentions))
		return false;
	read_values(claims, claim, columns);
	set_sentence(claims, claim, columns);
	set_view(claims, claim, columns);
	keep_inside(claims, claim);
	claim->quote = text_of(claim,
	    value(claims, columns->quote_span));
	claim->cue_words = text_of(claim,
	    value(claims, columns->cue_span));
	claim->article = article_of(claims, columns);
	if (columns->by >= 0) {
		group = hash_put(&claims->groups,
		    tsv_field(claims->fields, columns->by));
		if (*group == HASH_NONE) {
			MEMORY_GROW(claims->group_names,
			    claims->groups.count - 1, claims->group_capacity);
			claims->group_names[claims->groups.count - 1] =
			    tsv_field(claims->fields, columns->by);
			*group = (uint32_t)claims->groups.count;
		}
		claim->group = *group;
	}
	note_sentence(claims, claim);
	claim->wish = is_wish(claims, claim);
	claim->withdrawn = is_corrected(claim);
	clauses_find(claims, claim, &mentions);
	claim_facts_find(claims, claim);
	arena_reset(&claims->scratch);
	claims->articles[claim->article].last = (uint32_t)++claims->count;
	return true;
}

/* Rare words say more: the logarithm of how seldom a term stands. */
static float
rarity(const struct claims *claims, uint32_t term)
{
	struct slice name = vocabulary_name(&claims->vocabulary, term);
	double here = claims->vocabulary.frequency[term];
	double general = name.at[0] == '=' || name.at[0] == '~' ? 0.5 :
	    0.5 + knowledge_rate(claims->knowledge, name) *
	    (double)GENERAL_SENTENCES / RATE_BASE;

	return (float)log((GENERAL_SENTENCES + (double)claims->count) /
	    (here + general));
}

static void
weigh_claim(struct claim *claim, const float *rarities)
{
	claim->all.weight = 0;
	for (uint32_t i = 0; i < claim->term_count; i++) {
		claim->terms[i].weight = rarities[claim->terms[i].id];
		claim->all.weight += claim->terms[i].weight;
	}
	claim->length = (float)terms_length(claim->terms, claim->term_count);
	for (uint32_t c = 0; c < claim->clause_count; c++) {
		struct clause *clause = &claim->clauses[c];

		clause->weight = 0;
		for (uint32_t i = 0; i < clause->term_count; i++) {
			clause->terms[i].weight =
			    rarities[clause->terms[i].id];
			clause->weight += clause->terms[i].weight;
		}
	}
}

void
claims_weigh(struct claims *claims)
{
	uint32_t *frequency = claims->vocabulary.frequency;
	float *rarities = memory_new(claims->vocabulary.count + 1,
	    sizeof *rarities);

	for (size_t i = 0; i < claims->count; i++)
		for (uint32_t t = 0; t < claims->at[i].term_count; t++)
			frequency[claims->at[i].terms[t].id]++;
	for (uint32_t term = 0; term < claims->vocabulary.count; term++)
		if (frequency[term] > 0)
			rarities[term] = rarity(claims, term);
	for (size_t i = 0; i < claims->count; i++)
		weigh_claim(&claims->at[i], rarities);
	free(rarities);
}

const struct claim *
claims_parent(const struct claims *claims, const struct claim *claim)
{
	uint32_t i = claims->articles[claim->article].first;

	for (; claim->parent.length && i < claims->count &&
	    claims->at[i].article == claim->article; i++)
		if (slice_equal(claims->at[i].id, claim->parent))
			return &claims->at[i];
	return NULL;
}

struct slice
claims_group(const struct claims *claims, uint32_t group)
{
	return group > 0 ? claims->group_names[group - 1] : SLICE("");
}

uint32_t
claims_side(const struct claims *claims, uint32_t term)
{
	uint32_t side = hash_get(&claims->sides,
	    vocabulary_name(&claims->vocabulary, term));

	return side == HASH_NONE ? term : side;
}

void
claims_free(struct claims *claims)
{
	arena_free(&claims->arena);
	arena_free(&claims->scratch);
	vocabulary_free(&claims->vocabulary);
	lexemes_free(&claims->lexemes);
	hash_free(&claims->docs);
	hash_free(&claims->groups);
	hash_free(&claims->sides);
	buffer_free(&claims->row);
	free(claims->group_names);
	free(claims->at);
	free(claims->articles);
	*claims = (struct claims){ 0 };
}
