/*
 * Two claims held against each other.  See pair.h.
 */
#include "compare/pair.h"

#include <math.h>
#include <stdlib.h>

#include "text/token.h"

#define COVER_WHOLE 0.4		/* of a claim, that another one holds */

enum {
	MOMENT_DAYS = 2,	/* dates so near speak of one state */
	HOLDER_WORDS = 5	/* how far from a noun its owner stands */
};

/* Actors of both clauses are named, and no party of the one is the other's. */
static bool
subjects_apart(const struct claims *claims, const struct clause *a,
    const struct clause *b)
{
	bool named_a = false, named_b = false;

	for (uint32_t i = 0; i < a->subject_count; i++) {
		if (vocabulary_name(&claims->vocabulary,
		    a->subjects[i]).at[0] != '=')
			continue;
		named_a = true;
		for (uint32_t j = 0; j < b->subject_count; j++) {
			if (vocabulary_name(&claims->vocabulary,
			    b->subjects[j]).at[0] != '=')
				continue;
			named_b = true;
			if (claims_side(claims, a->subjects[i]) ==
			    claims_side(claims, b->subjects[j]))
				return false;
		}
	}
	return named_a && named_b;
}

static void
keep_shared(struct alignment *alignment, const struct term *term,
    double *weights)
{
	uint32_t at = alignment->count;

	if (at == ALIGNMENT_SHARED)
		at--;
	else
		alignment->count++;
	for (; at > 0 && weights[at - 1] < term->weight; at--) {
		weights[at] = weights[at - 1];
		alignment->terms[at] = alignment->terms[at - 1];
	}
	weights[at] = term->weight;
	alignment->terms[at] = term->id;
}

static void
align(struct pair *pair, const struct clause *a, const struct clause *b)
{
	struct alignment *alignment = &pair->alignments[pair->count];
	double weights[ALIGNMENT_SHARED];
	double lighter = a->weight < b->weight ? a->weight : b->weight;

	*alignment = (struct alignment){ .a = a, .b = b };
	for (uint32_t i = 0, j = 0; i < a->term_count && j < b->term_count;) {
		if (a->terms[i].id == b->terms[j].id) {
			alignment->shared += a->terms[i].weight;
			alignment->entities += vocabulary_name(
			    &pair->claims->vocabulary,
			    a->terms[i].id).at[0] == '=';
			keep_shared(alignment, &a->terms[i], weights);
			i++;
			j++;
		} else if (a->terms[i].id < b->terms[j].id) {
			i++;
		} else {
			j++;
		}
	}
	if (alignment->shared <= 0)
		return;
	alignment->cover = alignment->shared / lighter;
	alignment->overlap = alignment->shared /
	    (a->weight + b->weight - alignment->shared);
	alignment->subjects_apart = subjects_apart(pair->claims, a, b);
	pair->count++;
}

/*
 * All of a long claim says what a short one does only where nearly nothing of
 * the short one is missing.
 */
static void
drop_scattered(struct pair *pair)
{
	struct alignment *last;

	if (pair->count == 0)
		return;
	last = &pair->alignments[pair->count - 1];
	if (last->a != &pair->a->all && last->b != &pair->b->all)
		return;
	last->whole = true;
	if (last->cover < COVER_WHOLE)
		pair->count--;
}

/* Two narrators are one source when they copy from one place. */
static bool
is_same_source(const struct pair *pair)
{
	if (claim_is_narrator(pair->a) || claim_is_narrator(pair->b))
		return claim_is_narrator(pair->a) &&
		    claim_is_narrator(pair->b) && pair->same_witness;
	return pair->a->source == pair->b->source;
}

void
pair_begin(struct pair *pair, const struct claims *claims, struct arena *arena,
    uint32_t earlier, uint32_t later)
{
	const struct claim *a = &claims->at[earlier];
	const struct claim *b = &claims->at[later];
	double lengths = (double)a->length * b->length;

	pair->claims = claims;
	pair->arena = arena;
	pair->a = a;
	pair->b = b;
	pair->x = &claims->articles[a->article];
	pair->y = &claims->articles[b->article];
	pair->days = pair->x->day == DAY_NONE || pair->y->day == DAY_NONE ?
	    -1 : abs(pair->y->day - pair->x->day);
	pair->same_document = a->article == b->article;
	pair->same_witness = pair->x->witness == pair->y->witness;
	pair->same_source = is_same_source(pair);
	pair->wished = a->wish || b->wish;
	pair->cosine = lengths > 0 ? terms_shared(a->terms, a->term_count,
	    b->terms, b->term_count) / lengths : 0;
	pair->count = 0;
}

void
pair_set(struct pair *pair, const struct claims *claims, struct arena *arena,
    uint32_t earlier, uint32_t later)
{
	const struct claim *a = &claims->at[earlier];
	const struct claim *b = &claims->at[later];

	pair_begin(pair, claims, arena, earlier, later);
	for (uint32_t i = 0; i < a->clause_count; i++)
		for (uint32_t j = 0; j < b->clause_count; j++)
			if (pair->count < PAIR_ALIGNMENTS)
				align(pair, &a->clauses[i], &b->clauses[j]);
	if (pair->count == PAIR_ALIGNMENTS)
		return;
	if (a->clause_count == 1 && b->clause_count > 1)
		align(pair, &a->clauses[0], &b->all);
	else if (b->clause_count == 1 && a->clause_count > 1)
		align(pair, &a->all, &b->clauses[0]);
	drop_scattered(pair);
}

bool
pair_same_moment(const struct pair *pair)
{
	return pair->days <= MOMENT_DAYS;
}

/* The first date or time of day in a clause. */
static const struct timex *
clause_time(const struct claim *claim, const struct clause *clause)
{
	size_t first, last;

	if (clause->first == clause->last)
		return NULL;
	first = claim->words[clause->first].start;
	last = claim->words[clause->last - 1].start;
	for (size_t i = 0; i < claim->times.count; i++) {
		const struct timex *time = &claim->times.at[i];

		if (time->type != TIMEX_DURATION && time->type != TIMEX_SET &&
		    time->span.start >= first && time->span.start <= last &&
		    time->value.length >= 4 && time->value.at[0] >= '0' &&
		    time->value.at[0] <= '9')
			return time;
	}
	return NULL;
}

bool
pair_times_apart(const struct pair *pair, const struct alignment *alignment)
{
	const struct timex *s = clause_time(pair->a, alignment->a);
	const struct timex *t = clause_time(pair->b, alignment->b);
	size_t length;

	if (!s || !t)
		return false;
	length = s->value.length < t->value.length ? s->value.length :
	    t->value.length;
	return memcmp(s->value.at, t->value.at, length) != 0;
}

/* Is the time of another year than the article, which tells of its own? */
static bool
is_long_past(const struct timex *time, const struct article *article)
{
	return article->date.length >= 4 &&
	    memcmp(time->value.at, article->date.at, 4) != 0;
}

bool
pair_years_apart(const struct pair *pair, const struct alignment *alignment)
{
	const struct timex *s = clause_time(pair->a, alignment->a);
	const struct timex *t = clause_time(pair->b, alignment->b);
	const struct timex *only = s ? s : t;

	return !s != !t && is_long_past(only, pair->x) &&
	    is_long_past(only, pair->y);
}

bool
pair_can_clash(const struct pair *pair, const struct alignment *alignment)
{
	const struct clause *a = alignment->a, *b = alignment->b;

	return !alignment->subjects_apart && !a->conditional &&
	    !b->conditional && !a->question && !b->question &&
	    !pair_times_apart(pair, alignment);
}

bool
word_is_asserted(const struct claim *claim, const struct word *word)
{
	const struct clause *clause = &claim->clauses[word->clause];

	return !clause->conditional && !clause->question;
}

bool
word_is_passive(const struct pair *pair, const struct claim *claim,
    const struct word *word)
{
	if (word->tag != TAG_VBN)
		return false;
	for (const struct word *w = word; w > claim->words && w + 4 > word;
	    w--)
		if (slice_is(vocabulary_name(&pair->claims->vocabulary,
		    w[-1].lemma), "be"))
			return true;
	return false;
}

bool
clause_is_future(const struct claim *claim, const struct clause *clause)
{
	for (uint32_t w = clause->first; w < clause->last; w++)
		if (claim->words[w].tag == TAG_MD)
			return true;
	return false;
}

const struct word *
clause_word(const struct claim *claim, const struct clause *clause,
    uint32_t term)
{
	for (uint32_t w = clause->first; w < clause->last; w++)
		if (claim->words[w].term == term)
			return &claim->words[w];
	return NULL;
}

double
clause_weight(const struct clause *clause, uint32_t term)
{
	uint32_t low = 0, high = clause->term_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (clause->terms[middle].id < term)
			low = middle + 1;
		else
			high = middle;
	}
	return low < clause->term_count && clause->terms[low].id == term ?
	    clause->terms[low].weight : 0;
}

/* Does the clause hold the other one's predicate, as a verb or its noun? */
static bool
says(const struct claim *claim, const struct clause *clause,
    const struct word *verb)
{
	for (uint32_t w = clause->first; w < clause->last; w++) {
		const struct word *word = &claim->words[w];

		if (word->flags & WORD_CONTENT &&
		    !(word->flags & WORD_ENTITY) && (word->term == verb->term ||
		    (verb->field != TERM_NONE && word->field == verb->field)))
			return true;
	}
	return false;
}

bool
pair_same_predicate(const struct pair *pair,
    const struct alignment *alignment)
{
	const struct clause *a = alignment->a, *b = alignment->b;

	return (a->verb != TERM_NONE && says(pair->b, b,
	    &pair->a->words[a->verb])) || (b->verb != TERM_NONE &&
	    says(pair->a, a, &pair->b->words[b->verb]));
}

bool
pair_same_subject(const struct pair *pair, const struct alignment *alignment)
{
	const struct clause *a = alignment->a, *b = alignment->b;

	for (uint32_t i = 0; i < a->subject_count; i++)
		if (clause_weight(b, a->subjects[i]) > 0 ||
		    clause_weight(b, claims_side(pair->claims,
		    a->subjects[i])) > 0)
			return true;
	for (uint32_t i = 0; i < b->subject_count; i++)
		if (clause_weight(a, b->subjects[i]) > 0 ||
		    clause_weight(a, claims_side(pair->claims,
		    b->subjects[i])) > 0)
			return true;
	return a->subject_count == 0 || b->subject_count == 0;
}

/*
 * Whose it is: of a noun the nearest entity around it ("willingness from
 * Hamas"), of a verb its subject; TERM_NONE when nobody is named.
 */
static uint32_t
holder(const struct pair *pair, const struct claim *claim,
    const struct clause *clause, const struct word *word)
{
	uint32_t at = (uint32_t)(word - claim->words);

	for (uint32_t d = 1; d <= HOLDER_WORDS &&
	    !(word->flags & WORD_VERB); d++) {
		if (at + d < clause->last &&
		    claim->words[at + d].flags & WORD_ENTITY)
			return claims_side(pair->claims,
			    claim->words[at + d].term);
		if (at >= clause->first + d &&
		    claim->words[at - d].flags & WORD_ENTITY)
			return claims_side(pair->claims,
			    claim->words[at - d].term);
	}
	return clause->subject_count && vocabulary_name(
	    &pair->claims->vocabulary, clause->subjects[0]).at[0] == '=' ?
	    claims_side(pair->claims, clause->subjects[0]) : TERM_NONE;
}

bool
pair_same_holder(const struct pair *pair, const struct alignment *alignment,
    const struct word *u, const struct word *v)
{
	uint32_t a = holder(pair, pair->a, alignment->a, u);
	uint32_t b = holder(pair, pair->b, alignment->b, v);

	return a == b || a == TERM_NONE || b == TERM_NONE;
}

const struct alignment *
pair_best_alignment(const struct pair *pair)
{
	const struct alignment *best = NULL;

	for (uint32_t i = 0; i < pair->count; i++) {
		const struct alignment *one = &pair->alignments[i];

		if (!one->whole && (!best || one->shared * one->overlap >
		    best->shared * best->overlap))
			best = one;
	}
	return best;
}

/* A word, or all of the mention that it begins, without its article. */
static struct slice
mention_text(const struct claim *claim, const struct clause *clause,
    const struct word *word)
{
	const struct word *end = &claim->words[clause->last], *last = word;

	while (word->flags & WORD_ENTITY && last + 1 < end &&
	    last[1].term == word->term)
		last++;
	if (word->tag == TAG_DT && last > word)
		word++;
	return words_text(claim, word, last);
}

void
pair_add_shared(const struct pair *pair, const struct alignment *best,
    struct buffer *reason)
{
	uint32_t added = 0;

	for (uint32_t i = 0; i < best->count && added < 4; i++) {
		const struct word *word = clause_word(pair->b, best->b,
		    best->terms[i]);

		if (!word || word->flags & WORD_PRONOUN)
			continue;
		buffer_add(reason, added++ ? SLICE(", ") : SLICE("both: "));
		buffer_add(reason, mention_text(pair->b, best->b, word));
	}
	if (!added)
		buffer_add(reason, SLICE("the same words"));
}

void
pair_add_circumstances(const struct pair *pair, struct buffer *reason)
{
	if (pair->same_document)
		buffer_add(reason, SLICE("; in one article"));
	else if (pair->days == 0)
		buffer_add(reason, SLICE("; on one day"));
	else if (pair->days > 0)
		buffer_printf(reason, "; %d day%s apart", (int)pair->days,
		    pair->days == 1 ? "" : "s");
}

void
pair_report(const struct pair *pair, struct relation *relation,
    enum relation_type type, enum relation_kind kind, double confidence,
    struct buffer *reason)
{
	*relation = (struct relation){
		.type = type,
		.kind = kind,
		.confidence = confidence > 0.99 ? 0.99 : confidence,
		.earlier = (uint32_t)(pair->a - pair->claims->at),
		.later = (uint32_t)(pair->b - pair->claims->at),
		.topic = TERM_NONE,
		.reason = arena_copy(pair->arena, buffer_slice(reason)),
	};
	buffer_free(reason);
}
