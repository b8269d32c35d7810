/*
 * The base form of a cue.
 *
 * Auxiliaries, negations and adverbs before the last verb are left out; what
 * stands behind it, a particle or an object, stays as it is.
 */
#include "annotation/cue_lemma.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "text/lemma.h"

void
cue_lemma_open(void)
{
	lemma_open();
}

/* Does the word only help the verb behind it? */
static bool
helps(struct slice word)
{
	static const char *const helpers[] = { "had", "has", "have", "having",
		"is", "are", "was", "were", "be", "been", "being", "am", "do",
		"does", "did", "will", "would", "can", "could", "may",
		"might", "must", "shall", "should", "not", "to", "also",
		"never", "then", "later", "again", "once", "still", "now",
		"soon", "both", "all", "ll", "ve", "cannot", "won’t",
		"wouldn’t", "didn’t", "don’t", "doesn’t", "hasn’t", "haven’t",
		"hadn’t", "isn’t", "wasn’t", "weren’t", "can’t", "couldn’t",
		"wouldn't", "didn't", "don't", "doesn't", "hasn't",
		"haven't", "hadn't", "isn't", "wasn't", "weren't", "can't",
		"couldn't", "won't" };

	for (size_t i = 0; i < sizeof helpers / sizeof *helpers; i++)
		if (slice_is(word, helpers[i]))
			return true;
	return slice_ends(word, SLICE("ly")) && word.length > 4;
}

/* A verb's base form under the first tag that changes it. */
static struct slice
verb_lemma(struct slice word, struct arena *arena)
{
	static const enum tag tags[] = { TAG_VBD, TAG_VBZ, TAG_VBG, TAG_VBN };

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		struct slice lemma = lemma_of(word, tags[i], arena);

		if (!slice_equal(lemma, word) &&
		    (lemma_readings(lemma) & READING_VERB))
			return lemma;
	}
	return word;
}

static struct slice
noun_lemma(struct slice word, struct arena *arena)
{
	return lemma_of(word, TAG_NNS, arena);
}

struct slice
cue_lemma(struct slice cue, struct slice form, struct arena *arena)
{
	struct buffer lower = { 0 }, lemma = { 0 };
	struct slice rest, word, result;

	utf8_add_lower(cue, &lower);
	rest = buffer_slice(&lower);
	if (slice_is(form, "according_to")) {
		result = arena_copy(arena, rest);
		buffer_free(&lower);
		return result;
	}
	word = slice_cut(&rest, ' ');
	while (rest.at && helps(word))
		word = slice_cut(&rest, ' ');
	buffer_add(&lemma, slice_is(form, "nominal") ?
	    noun_lemma(word, arena) : verb_lemma(word, arena));
	if (rest.at && rest.length > 0) {
		buffer_add_byte(&lemma, ' ');
		buffer_add(&lemma, rest);
	}
	result = arena_copy(arena, buffer_slice(&lemma));
	buffer_free(&lower);
	buffer_free(&lemma);
	return result;
}
