/*
 * One word exchanged: two sentences that are the same but for a word or two
 * in one place.
 *
 * When so much is equal, the exchanged words decide: opposites, two numbers,
 * two words of one class (Peru, Chile), a "not" more; or synonyms, and then
 * the sentences agree.
 */
#include "compare/detect.h"

#include "text/token.h"

enum {
	EQUAL_MIN = 3,		/* words that are the same, at least */
	EQUAL_COPY = 25,	/* more of them make a copy that was edited */
	WIDEN_MAX = 3,
	SPELT_MIN = 6,		/* bytes of a name spelt in two ways */
	EXCHANGED_MAX = 4,	/* words that are not, on either side */
	KEY_BYTES = 64
};

/* The words that differ: [first, last) of each claim. */
struct exchange {
	const struct word *a, *b;
	uint32_t a_count, b_count;
	uint32_t equal;
};

static uint32_t
count_words(const struct claim *claim)
{
	uint32_t count = claim->word_count;

	while (count > 0 && (claim->words[count - 1].tag == TAG_STOP ||
	    claim->words[count - 1].tag == TAG_CLOSEQ))
		count--;
	return count;
}

/* Straight and curly quotation marks are the same to a reader. */
static bool
same_word(const struct word *u, const struct word *v)
{
	return slice_equal(u->lower, v->lower) || (u->tag == v->tag &&
	    (u->tag == TAG_OPENQ || u->tag == TAG_CLOSEQ));
}

/* Show what stands behind a word that only one side has: "never warned". */
static void
widen(struct exchange *exchange, const struct claim *a, const struct claim *b)
{
	const struct word *a_end = &a->words[a->word_count];
	const struct word *b_end = &b->words[b->word_count];

	for (int i = 0; i < WIDEN_MAX; i++) {
		const struct word *next = &exchange->a[exchange->a_count];

		if (next >= a_end || &exchange->b[exchange->b_count] >= b_end)
			return;
		exchange->a_count++;
		exchange->b_count++;
		if (next->flags & WORD_CONTENT)
			return;
	}
}

static bool
is_article(const struct word *word)
{
	return slice_is(word->lower, "a") || slice_is(word->lower, "an") ||
	    slice_is(word->lower, "the");
}

/* Take what is equal from both ends; what is left was exchanged. */
static struct exchange
exchange_of(const struct claim *a, const struct claim *b)
{
	uint32_t m = count_words(a), n = count_words(b);
	uint32_t head = 0, tail = 0;

	while (head < m && head < n && same_word(&a->words[head],
	    &b->words[head]))
		head++;
	while (tail < m - head && tail < n - head &&
	    same_word(&a->words[m - 1 - tail], &b->words[n - 1 - tail]))
		tail++;
	return (struct exchange){ &a->words[head], &b->words[head],
		m - head - tail, n - head - tail, head + tail };
}

/* Drop "a" and "the" at the front of what was exchanged. */
static void
trim_articles(struct exchange *exchange)
{
	if (exchange->a_count > 1 && is_article(exchange->a)) {
		exchange->a++;
		exchange->a_count--;
	}
	if (exchange->b_count > 1 && is_article(exchange->b)) {
		exchange->b++;
		exchange->b_count--;
	}
}

/* The exchanged words as one key, by lemma or as written. */
static struct slice
key_of(const struct pair *pair, const struct word *words, uint32_t count,
    bool lemmas, char key[KEY_BYTES])
{
	size_t used = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct slice part = lemmas ? vocabulary_name(
		    &pair->claims->vocabulary, words[i].lemma) :
		    words[i].lower;

		if (used + part.length + 1 > KEY_BYTES)
			break;
		if (i > 0)
			key[used++] = ' ';
		memcpy(key + used, part.at, part.length);
		used += part.length;
	}
	return (struct slice){ key, used };
}

static const struct figure *
figure_at(const struct claim *claim, const struct word *word)
{
	for (size_t i = 0; i < claim->figures.count; i++)
		if (claim->figures.at[i].span.start == word->start)
			return &claim->figures.at[i];
	return NULL;
}

static bool
is_negator(const struct pair *pair, const struct word *words, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct lexicon_row *row = lexicon_find(
		    &pair->claims->knowledge->negators, words[i].lower);

		if (row && slice_is(row->fields[1], "after"))
			return true;
	}
	return false;
}

static struct slice
text_of(const struct claim *claim, const struct word *words, uint32_t count)
{
	return words_text(claim, words, &words[count - 1]);
}

static bool
report(const struct pair *pair, const struct exchange *exchange,
    enum relation_type type, enum relation_kind kind, double confidence,
    struct relation *found)
{
	struct buffer reason = { 0 };

	buffer_add(&reason, text_of(pair->a, exchange->a,
	    exchange->a_count));
	buffer_add(&reason, SLICE(" / "));
	buffer_add(&reason, text_of(pair->b, exchange->b,
	    exchange->b_count));
	pair_add_circumstances(pair, &reason);
	if (type == RELATION_AGREE && pair->same_source)
		type = RELATION_REPEAT;
	pair_report(pair, found, type, kind, confidence, &reason);
	return true;
}

static bool
exchange_numbers(const struct pair *pair, const struct exchange *exchange,
    struct relation *found)
{
	const struct figure *s = figure_at(pair->a, exchange->a);
	const struct figure *t = figure_at(pair->b, exchange->b);
	bool equal = s && t && s->low == t->low && s->high == t->high;

	return exchange->a->tag == TAG_CD && exchange->b->tag == TAG_CD &&
	    exchange->a_count == 1 && exchange->b_count == 1 &&
	    report(pair, exchange, equal ? RELATION_AGREE :
	    RELATION_CONFLICT, KIND_NUMERIC, s && t ? 0.9 : 0.8, found);
}

/* "third", "3rd": its number, or 0. */
static size_t
ordinal(struct slice word)
{
	static const char *const names[] = { "first", "second", "third",
		"fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
		"tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
		"fifteenth", "sixteenth", "seventeenth", "eighteenth",
		"nineteenth", "twentieth", "thirtieth", "fortieth",
		"fiftieth", "sixtieth", "seventieth", "eightieth",
		"ninetieth", "hundredth" };
	size_t number = 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(word, names[i]))
			return i < 20 ? i + 1 : (i - 17) * 10;
	if (word.length > 2 && (slice_ends(word, SLICE("st")) ||
	    slice_ends(word, SLICE("nd")) || slice_ends(word, SLICE("rd")) ||
	    slice_ends(word, SLICE("th"))))
		slice_number(slice_part(word, 0, word.length - 2), &number);
	return number;
}

static bool
exchange_ordinals(const struct pair *pair, const struct exchange *exchange,
    struct relation *found)
{
	size_t m = ordinal(exchange->a->lower), n = ordinal(exchange->b->lower);

	return exchange->a_count == 1 && exchange->b_count == 1 && m && n &&
	    report(pair, exchange, m == n ? RELATION_AGREE :
	    RELATION_CONFLICT, KIND_NUMERIC, 0.85, found);
}

/* Two spellings of one word: "Harbor", "Harbour"? */
static bool
spelt_alike(struct slice a, struct slice b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	size_t longer = a.length < b.length ? b.length : a.length;
	size_t head = 0, tail = 0;

	while (head < shorter && a.at[head] == b.at[head])
		head++;
	while (tail < shorter - head && a.at[a.length - 1 - tail] ==
	    b.at[b.length - 1 - tail])
		tail++;
	return longer >= SPELT_MIN && head + tail + 1 >= longer;
}

/* One name for another: two countries, two towns, two peoples. */
static bool
exchange_names(const struct pair *pair, const struct exchange *exchange,
    struct relation *found)
{
	for (uint32_t i = 0; i < exchange->a_count; i++)
		if (!(exchange->a[i].flags & WORD_ENTITY))
			return false;
	for (uint32_t i = 0; i < exchange->b_count; i++)
		if (!(exchange->b[i].flags & WORD_ENTITY))
			return false;
	return !spelt_alike(text_of(pair->a, exchange->a, exchange->a_count),
	    text_of(pair->b, exchange->b, exchange->b_count)) &&
	    claims_side(pair->claims, exchange->a->term) !=
	    claims_side(pair->claims, exchange->b->term) &&
	    report(pair, exchange, RELATION_CONFLICT, KIND_TERMS, 0.7, found);
}

static bool
exchange_words(const struct pair *pair, const struct exchange *exchange,
    bool lemmas, struct relation *found)
{
	const struct knowledge *knowledge = pair->claims->knowledge;
	char a_key[KEY_BYTES], b_key[KEY_BYTES];
	struct slice a = key_of(pair, exchange->a, exchange->a_count, lemmas,
	    a_key);
	struct slice b = key_of(pair, exchange->b, exchange->b_count, lemmas,
	    b_key);

	if (knowledge_opposed(knowledge, a, b))
		return report(pair, exchange, RELATION_CONFLICT,
		    pair->same_source && !claim_is_narrator(pair->a) &&
		    lexicon_find(&knowledge->positions, a) ? KIND_POSITION :
		    KIND_ANTONYM, 0.85, found);
	if (knowledge_exclusive(knowledge, a, b))
		return report(pair, exchange, RELATION_CONFLICT, KIND_TERMS,
		    0.8, found);
	return slice_equal(knowledge_concept(knowledge, a),
	    knowledge_concept(knowledge, b)) && report(pair, exchange,
	    RELATION_AGREE, KIND_PARAPHRASE, 0.8, found);
}

/* What two claims exchange; false when more than that is different. */
static bool
find_exchange(const struct pair *pair, struct exchange *exchange)
{
	*exchange = exchange_of(pair->a, pair->b);
	if (exchange->equal < EQUAL_MIN || pair->same_document ||
	    exchange->a_count > EXCHANGED_MAX ||
	    exchange->b_count > EXCHANGED_MAX ||
	    exchange->a_count + exchange->b_count == 0 ||
	    exchange->equal < exchange->a_count + exchange->b_count)
		return false;
	trim_articles(exchange);
	return true;
}

/* The only word of weight among some. */
static const struct word *
only_content(const struct word *words, uint32_t count)
{
	const struct word *only = NULL;

	for (uint32_t i = 0; i < count; i++) {
		if (!(words[i].flags & WORD_CONTENT))
			continue;
		if (only)
			return NULL;
		only = &words[i];
	}
	return only;
}

static uint32_t
count_content(const struct word *words, uint32_t count)
{
	uint32_t content = 0;

	for (uint32_t i = 0; i < count; i++)
		content += (words[i].flags & WORD_CONTENT) != 0;
	return content;
}

/* Is nothing but a "not" exchanged: "closed", "did not close"? */
static bool
is_pure(const struct exchange *exchange)
{
	uint32_t m = count_content(exchange->a, exchange->a_count);
	uint32_t n = count_content(exchange->b, exchange->b_count);

	return m == n && (m == 0 || (m == 1 &&
	    only_content(exchange->a, exchange->a_count)->term ==
	    only_content(exchange->b, exchange->b_count)->term));
}

bool
exchange_is_unknown(const struct pair *pair)
{
	struct exchange exchange;
	const struct word *u, *v;

	if (pair->same_witness || !find_exchange(pair, &exchange) ||
	    exchange.equal > EQUAL_COPY)
		return false;
	u = only_content(exchange.a, exchange.a_count);
	v = only_content(exchange.b, exchange.b_count);
	return u && v && u->term != v->term;
}

bool
exchange_texts(const struct pair *pair, struct slice *a, struct slice *b)
{
	struct exchange exchange;

	if (!find_exchange(pair, &exchange))
		return false;
	if (exchange.a_count == 0 || exchange.b_count == 0)
		widen(&exchange, pair->a, pair->b);
	if (exchange.a_count == 0 || exchange.b_count == 0)
		return false;
	*a = text_of(pair->a, exchange.a, exchange.a_count);
	*b = text_of(pair->b, exchange.b, exchange.b_count);
	return true;
}

/* Do times inside the claims set them apart? */
static bool
times_apart(const struct pair *pair)
{
	for (uint32_t i = 0; i < pair->count; i++)
		if (pair_times_apart(pair, &pair->alignments[i]))
			return true;
	return false;
}

/* Does one source take back on another day what it planned? */
static bool
has_changed_plan(const struct pair *pair)
{
	return pair->days > 0 && pair->same_source &&
	    !claim_is_narrator(pair->a) &&
	    clause_is_future(pair->a, &pair->a->all) &&
	    clause_is_future(pair->b, &pair->b->all);
}

/* Claims that wish, or speak of two moments, are left to the others. */
bool
detect_exchange(const struct pair *pair, struct relation *found)
{
	struct exchange exchange;

	if (pair->wished || !pair_same_moment(pair) ||
	    !find_exchange(pair, &exchange) || times_apart(pair))
		return false;
	if (is_negator(pair, exchange.a, exchange.a_count) !=
	    is_negator(pair, exchange.b, exchange.b_count)) {
		if (!is_pure(&exchange))
			return false;
		widen(&exchange, pair->a, pair->b);
		if (!exchange.a_count || !exchange.b_count)
			return false;
		return has_changed_plan(pair) ? report(pair, &exchange,
		    RELATION_EVOLVE, KIND_POSITION, 0.85, found) :
		    report(pair, &exchange, RELATION_CONFLICT, KIND_NEGATION,
		    0.85, found);
	}
	if (exchange.a_count == 0 || exchange.b_count == 0)
		return false;
	return (pair->days <= 0 && exchange_numbers(pair, &exchange, found)) ||
	    exchange_ordinals(pair, &exchange, found) ||
	    exchange_names(pair, &exchange, found) ||
	    exchange_words(pair, &exchange, true, found) ||
	    exchange_words(pair, &exchange, false, found);
}
