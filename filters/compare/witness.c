/*
 * Witnesses.  See witness.h.
 *
 * Copies are found by shingles (Broder 1997): the hashes of five words in a
 * row, of which one in two is kept, the same ones everywhere.  Words inside
 * quotation marks are left out: two reporters at one press conference bring
 * home the same ones.  Two articles that share an eighth of the smaller one's
 * are copies: of the train and dev parts of samples/corpus, edited copies share
 * .22 and more, other articles of one story .04 at most.
 */
#include "compare/witness.h"

#include <stdlib.h>

enum {
	SHINGLE_WORDS = 5,
	SAMPLE = 2,		/* one in so many is kept */
	SHINGLES_MIN = 12,	/* kept ones a text needs to be judged */
	HOLDERS_MAX = 64	/* articles looked at for one shingle */
};

#define COPY_SHARE (1.0 / 8)

struct shingle {
	uint64_t hash;
	uint32_t article;
};

struct shingles {
	struct shingle *at;
	size_t count, capacity;
};

static int
by_hash(const void *a, const void *b)
{
	const struct shingle *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->article < y->article ? -1 : x->article > y->article;
}

/* The hash of so many lemmas in a row; false where one is quoted. */
static bool
shingle(const struct claims *claims, const struct claim *claim, uint32_t w,
    uint64_t *hash)
{
	uint64_t hashes[SHINGLE_WORDS];

	for (uint32_t i = 0; i < SHINGLE_WORDS; i++) {
		const struct word *word = &claim->words[w + i];

		if (word_is_quoted(claim, word))
			return false;
		hashes[i] = hash_bytes(vocabulary_name(&claims->vocabulary,
		    word->lemma));
	}
	*hash = hash_bytes((struct slice){ (const char *)hashes,
	    sizeof hashes });
	return true;
}

/* Claims of one sentence repeat its words: each sentence counts once. */
static void
add_shingles(const struct claims *claims, uint32_t number,
    struct shingles *shingles)
{
	const struct article *article = &claims->articles[number];
	size_t seen = 0;

	for (uint32_t i = article->first; i < article->last; i++) {
		const struct claim *claim = &claims->at[i];

		if (i > article->first && claim->span.start < seen)
			continue;
		seen = claim->span.end;
		for (uint32_t w = 0; w + SHINGLE_WORDS <= claim->word_count;
		    w++) {
			uint64_t hash;

			if (!shingle(claims, claim, w, &hash) ||
			    hash % SAMPLE != 0)
				continue;
			MEMORY_GROW(shingles->at, shingles->count,
			    shingles->capacity);
			shingles->at[shingles->count++] =
			    (struct shingle){ hash, number };
		}
	}
}

static uint32_t
witness_root(const struct claims *claims, uint32_t article)
{
	while (claims->articles[article].witness != article)
		article = claims->articles[article].witness;
	return article;
}

static uint32_t
text_root(const struct claims *claims, uint32_t article)
{
	while (claims->articles[article].text != article)
		article = claims->articles[article].text;
	return article;
}

/* The earlier article stays the witness of both. */
static void
join(struct claims *claims, uint32_t a, uint32_t b)
{
	a = witness_root(claims, a);
	b = witness_root(claims, b);
	if (a < b)
		claims->articles[b].witness = a;
	else
		claims->articles[a].witness = b;
}

static void
join_texts(struct claims *claims, uint32_t a, uint32_t b)
{
	a = text_root(claims, a);
	b = text_root(claims, b);
	if (a < b)
		claims->articles[b].text = a;
	else
		claims->articles[a].text = b;
}

/* Articles that name one upstream, or come from one outlet. */
static void
join_declared(struct claims *claims)
{
	struct hash names = { 0 };

	for (uint32_t i = 0; i < claims->article_count; i++) {
		const struct article *article = &claims->articles[i];
		struct slice name = article->upstream.length ?
		    article->upstream : article->outlet;
		uint32_t *first;

		if (!name.length)
			continue;
		first = hash_put(&names, name);
		if (*first == HASH_NONE)
			*first = i;
		else
			join(claims, *first, i);
	}
	hash_free(&names);
}

static int
by_pair(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Every two articles in a run of one shingle, into pairs. */
static void
add_pairs(const struct shingle *run, size_t count, uint64_t **pairs,
    size_t *pair_count, size_t *capacity)
{
	if (count > HOLDERS_MAX)
		count = HOLDERS_MAX;
	for (size_t i = 0; i < count; i++) {
		for (size_t j = i + 1; j < count; j++) {
			if (run[i].article == run[j].article)
				continue;
			MEMORY_GROW(*pairs, *pair_count, *capacity);
			(*pairs)[(*pair_count)++] =
			    (uint64_t)run[i].article << 32 | run[j].article;
		}
	}
}

static void
join_copies(struct claims *claims, struct shingles *shingles,
    const uint32_t *sizes)
{
	uint64_t *pairs = NULL;
	size_t count = 0, capacity = 0;

	qsort(shingles->at, shingles->count, sizeof *shingles->at, by_hash);
	for (size_t i = 0, next; i < shingles->count; i = next) {
		for (next = i + 1; next < shingles->count &&
		    shingles->at[next].hash == shingles->at[i].hash; next++)
			;
		add_pairs(&shingles->at[i], next - i, &pairs, &count,
		    &capacity);
	}
	if (count > 0)
		qsort(pairs, count, sizeof *pairs, by_pair);
	for (size_t i = 0, next; i < count; i = next) {
		uint32_t a = (uint32_t)(pairs[i] >> 32);
		uint32_t b = (uint32_t)pairs[i];
		uint32_t least = sizes[a] < sizes[b] ? sizes[a] : sizes[b];

		for (next = i + 1; next < count && pairs[next] == pairs[i];
		    next++)
			;
		if (least >= SHINGLES_MIN && (double)(next - i) >=
		    COPY_SHARE * least)
			join_texts(claims, a, b);
	}
	free(pairs);
}

/*
 * A copy has the witness of its earliest text; what else its outlet prints is
 * still the outlet's own.  roots is scratch, one number an article.
 */
static void
set_witnesses(struct claims *claims, uint32_t *roots)
{
	for (uint32_t i = 0; i < claims->article_count; i++)
		roots[i] = witness_root(claims, text_root(claims, i));
	for (uint32_t i = 0; i < claims->article_count; i++) {
		claims->articles[i].witness = roots[i];
		claims->articles[i].text = text_root(claims, i);
	}
}

void
witnesses_find(struct claims *claims)
{
	struct shingles shingles = { 0 };
	uint32_t *sizes = memory_new(claims->article_count + 1,
	    sizeof *sizes);

	for (uint32_t i = 0; i < claims->article_count; i++) {
		size_t before = shingles.count;

		claims->articles[i].witness = claims->articles[i].text = i;
		add_shingles(claims, i, &shingles);
		sizes[i] = (uint32_t)(shingles.count - before);
	}
	join_declared(claims);
	if (shingles.count > 0)
		join_copies(claims, &shingles, sizes);
	set_witnesses(claims, sizes);
	free(sizes);
	free(shingles.at);
}
