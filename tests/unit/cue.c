/*
 * Cues: the table's keys on lemmas, longest first, by part of speech.
 */
#include "claims/claim.h"
#include "text/lemma.h"
#include "unit.h"

enum { TOKENS_MAX = 16 };

static struct token tokens[TOKENS_MAX];
static struct unit units[TOKENS_MAX];
static struct arena arena;

static void
open_tables(void)
{
	static const struct option_list none;

	lemma_open();
	cue_open(&none);
}

/* A level of words written as "made/VBD clear/JJ". */
static struct level
level_of(const char *tagged)
{
	struct level level = { .tokens = tokens, .units = units };
	struct slice rest = slice_of(tagged);

	open_tables();
	while (rest.at) {
		struct slice tag = slice_cut(&rest, ' ');
		struct slice word = slice_cut(&tag, '/');
		struct token *token = &tokens[level.count];

		*token = (struct token){ .text = word, .lower = word,
		    .tag = (uint8_t)tag_of(tag) };
		token->lemma = lemma_of(word, token->tag, &arena);
		units[level.count] = (struct unit){ .first = level.count,
		    .last = level.count, .tag = token->tag };
		level.count++;
	}
	level.token_count = level.count;
	return level;
}

START_TEST(lemma_is_matched)
{
	struct level level = level_of("said/VBD");
	const struct cue *cue;
	int last = -1;

	cue = cue_match(&level, 0, CUE_VERB, &last);
	ck_assert_ptr_nonnull(cue);
	unit_slice_eq(cue->key, "say");
	ck_assert_uint_eq(cue->strength, 3);
	ck_assert(cue->frames & FRAME_THAT);
	ck_assert(cue->frames & FRAME_QUOTE);
}
END_TEST

START_TEST(longest_key_wins)
{
	struct level level = level_of("called/VBD for/IN calm/NN");
	const struct cue *cue;
	int last = -1;

	cue = cue_match(&level, 0, CUE_VERB, &last);
	ck_assert_ptr_nonnull(cue);
	unit_slice_eq(cue->key, "call for");
	ck_assert_int_eq(last, 1);
}
END_TEST

START_TEST(part_of_speech_counts)
{
	struct level level = level_of("demands/NNS");
	const struct cue *cue;
	int last = -1;

	cue = cue_match(&level, 0, CUE_NOUN, &last);
	ck_assert_ptr_nonnull(cue);
	ck_assert_int_eq(cue->pos, CUE_NOUN);
	unit_slice_eq(cue->act, "demand");
	ck_assert_ptr_null(cue_match(&level, 0, CUE_ADJ, &last));
}
END_TEST

START_TEST(phrases_are_matched_as_written)
{
	struct level level = level_of("according/VBG to/IN her/PRP");
	const struct cue *cue;
	int last = -1;

	cue = cue_match(&level, 0, CUE_PREP, &last);
	ck_assert_ptr_nonnull(cue);
	ck_assert_int_eq(last, 1);
}
END_TEST

START_TEST(prepositions_have_flags)
{
	ck_assert_uint_eq(cue_preposition(SLICE("about")), FRAME_ABOUT);
	ck_assert_uint_eq(cue_preposition(SLICE("that")), 0);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		lemma_is_matched, longest_key_wins, part_of_speech_counts,
		phrases_are_matched_as_written, prepositions_have_flags
	};

	return unit_run("cue", tests, UNIT_COUNT(tests));
}
