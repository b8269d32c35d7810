/*
 * Base forms: every irregular class, each rule of spelling, and what must stay
 * as it is.
 */
#include "text/lemma.h"
#include "unit.h"

static struct arena arena;

static void
setup(void)
{
	lemma_open();
}

struct row {
	const char *form;
	enum tag tag;
	const char *lemma;
};

static void
check_rows(const struct row *rows, size_t count)
{
	setup();
	for (size_t i = 0; i < count; i++) {
		struct slice lemma = lemma_of(slice_of(rows[i].form),
		    rows[i].tag, &arena);

		ck_assert_msg(slice_is(lemma, rows[i].lemma),
		    "%s %s: '%.*s', not '%s'", rows[i].form,
		    tag_name(rows[i].tag), (int)lemma.length, lemma.at,
		    rows[i].lemma);
	}
}

START_TEST(irregular_verbs)
{
	static const struct row rows[] = {
		{ "said", TAG_VBD, "say" }, { "told", TAG_VBN, "tell" },
		{ "found", TAG_VBD, "find" }, { "found", TAG_VB, "found" },
		{ "left", TAG_VBN, "leave" }, { "lay", TAG_VBD, "lie" },
		{ "lay", TAG_VB, "lay" }, { "lying", TAG_VBG, "lie" },
		{ "was", TAG_VBD, "be" }, { "is", TAG_VBZ, "be" },
		{ "are", TAG_VBP, "be" }, { "has", TAG_VBZ, "have" },
		{ "went", TAG_VBD, "go" }, { "withdrew", TAG_VBD, "withdraw" },
		{ "saw", TAG_VBD, "see" }, { "panicked", TAG_VBD, "panic" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(contractions)
{
	static const struct row rows[] = {
		{ "'s", TAG_VBZ, "be" }, { "'s", TAG_POS, "'s" },
		{ "'re", TAG_VBP, "be" }, { "'m", TAG_VBP, "be" },
		{ "'ve", TAG_VBP, "have" }, { "'ll", TAG_MD, "will" },
		{ "'d", TAG_MD, "would" }, { "'d", TAG_VBD, "have" },
		{ "n't", TAG_RB, "not" }, { "wo", TAG_MD, "will" },
		{ "ca", TAG_MD, "can" }, { "sha", TAG_MD, "shall" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(irregular_nouns)
{
	static const struct row rows[] = {
		{ "men", TAG_NNS, "man" }, { "women", TAG_NNS, "woman" },
		{ "children", TAG_NNS, "child" },
		{ "people", TAG_NNS, "person" }, { "lives", TAG_NNS, "life" },
		{ "wives", TAG_NNS, "wife" }, { "crises", TAG_NNS, "crisis" },
		{ "criteria", TAG_NNS, "criterion" },
		{ "media", TAG_NNS, "media" }, { "series", TAG_NNS, "series" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(other_irregulars)
{
	static const struct row rows[] = {
		{ "better", TAG_JJR, "good" }, { "better", TAG_RBR, "well" },
		{ "worst", TAG_JJS, "bad" }, { "further", TAG_RBR, "far" },
		{ "them", TAG_PRP, "they" }, { "us", TAG_PRP, "we" },
		{ "these", TAG_DT, "this" }, { "an", TAG_DT, "a" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(regular_nouns)
{
	static const struct row rows[] = {
		{ "talks", TAG_NNS, "talk" }, { "houses", TAG_NNS, "house" },
		{ "boxes", TAG_NNS, "box" }, { "buses", TAG_NNS, "bus" },
		{ "countries", TAG_NNS, "country" },
		{ "movies", TAG_NNS, "movie" }, { "slaves", TAG_NNS, "slave" },
		{ "heroes", TAG_NNS, "hero" }, { "shoes", TAG_NNS, "shoe" },
		{ "churches", TAG_NNS, "church" },
		{ "meeting", TAG_NN, "meeting" }, { "news", TAG_NN, "news" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(regular_verbs)
{
	static const struct row rows[] = {
		{ "says", TAG_VBZ, "say" }, { "denies", TAG_VBZ, "deny" },
		{ "reaches", TAG_VBZ, "reach" }, { "urges", TAG_VBZ, "urge" },
		{ "planned", TAG_VBD, "plan" }, { "hoping", TAG_VBG, "hope" },
		{ "hopping", TAG_VBG, "hop" }, { "called", TAG_VBN, "call" },
		{ "visited", TAG_VBD, "visit" }, { "stared", TAG_VBD, "stare" },
		{ "denied", TAG_VBD, "deny" }, { "died", TAG_VBD, "die" },
		{ "agreed", TAG_VBN, "agree" }, { "noting", TAG_VBG, "note" },
		{ "accusing", TAG_VBG, "accuse" },
		{ "breathing", TAG_VBG, "breathe" },
		{ "controlled", TAG_VBN, "control" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

/* Where no list knows the base form, the spelling decides. */
START_TEST(unknown_verbs)
{
	static const struct row rows[] = {
		{ "googlified", TAG_VBD, "googlify" },
		{ "weaponizing", TAG_VBG, "weaponize" },
		{ "doxxed", TAG_VBN, "dox" }, { "vlogged", TAG_VBD, "vlog" },
		{ "unfriended", TAG_VBD, "unfriend" },
		{ "tweetstorms", TAG_VBZ, "tweetstorm" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(comparisons)
{
	static const struct row rows[] = {
		{ "bigger", TAG_JJR, "big" }, { "largest", TAG_JJS, "large" },
		{ "easier", TAG_JJR, "easy" }, { "latest", TAG_JJS, "late" },
		{ "sooner", TAG_RBR, "soon" }, { "more", TAG_JJR, "more" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(names_and_edges)
{
	static const struct row rows[] = {
		{ "israel", TAG_NNP, "israel" },
		{ "philippines", TAG_NNPS, "philippines" },
		{ "s", TAG_NNS, "s" }, { "", TAG_NN, "" }, { "", TAG_VBZ, "" },
		{ "ed", TAG_VBD, "ed" }, { "ing", TAG_VBG, "ing" },
		{ ",", TAG_COMMA, "," }, { "x", TAG_NONE, "x" }
	};

	check_rows(rows, UNIT_COUNT(rows));
}
END_TEST

START_TEST(a_very_long_word_is_its_own_base_form)
{
	char word[200];
	struct slice slice = { word, sizeof word };

	setup();
	memset(word, 'a', sizeof word);
	memcpy(word + sizeof word - 3, "ing", 3);
	ck_assert(slice_equal(lemma_of(slice, TAG_VBG, &arena), slice));
	ck_assert_uint_eq(lemma_readings(slice), 0);
}
END_TEST

START_TEST(readings)
{
	setup();
	ck_assert_uint_eq(lemma_readings(SLICE("talks")) &
	    (READING_PLURAL | READING_THIRD_PERSON),
	    READING_PLURAL | READING_THIRD_PERSON);
	ck_assert(lemma_readings(SLICE("denied")) & READING_PAST);
	ck_assert(lemma_readings(SLICE("hoping")) & READING_PARTICIPLE);
	ck_assert(lemma_readings(SLICE("went")) & READING_IRREGULAR);
	ck_assert(lemma_readings(SLICE("quickly")) & READING_ADVERB);
	ck_assert(lemma_readings(SLICE("paris")) & READING_NAME);
	ck_assert_uint_eq(lemma_readings(SLICE("xqzzv")), 0);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		irregular_verbs, contractions, irregular_nouns,
		other_irregulars, regular_nouns, regular_verbs, unknown_verbs,
		comparisons, names_and_edges,
		a_very_long_word_is_its_own_base_form, readings
	};

	return unit_run("lemma", tests, UNIT_COUNT(tests));
}
