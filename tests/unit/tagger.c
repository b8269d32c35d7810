/*
 * The tagger on sentences that leave no doubt: written as "the/DT deal/NN",
 * in plain letters, in capitals, and with curly marks.
 */
#include "base/utf8.h"
#include "text/lemma.h"
#include "text/tagger.h"
#include "text/tagger_features.h"
#include "unit.h"

enum { TOKENS_MAX = 64 };

static struct arena arena;

static struct slice
lower_of(struct slice text)
{
	struct buffer lower = { 0 };
	struct slice copy;

	if (slice_is(text, "\xE2\x80\x99s"))
		return SLICE("'s");
	utf8_add_lower(text, &lower);
	copy = arena_copy(&arena, buffer_slice(&lower));
	buffer_free(&lower);
	return copy;
}

static void
check(const char *tagged)
{
	struct slice rest = slice_of(tagged);
	struct token tokens[TOKENS_MAX];
	enum tag gold[TOKENS_MAX];
	size_t count = 0;

	lemma_open();
	tagger_open();
	while (rest.at) {
		struct slice tag = slice_cut(&rest, ' ');
		struct slice word = slice_cut(&tag, '/');

		gold[count] = tag_of(tag);
		tokens[count++] = (struct token){ .text = word,
		    .lower = lower_of(word), .space_before = true };
	}
	tagger_tag(tokens, count);
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(tokens[i].tag == gold[i],
		    "%.*s is tagged %s, not %s in: %s",
		    (int)tokens[i].text.length, tokens[i].text.at,
		    tag_name(tokens[i].tag), tag_name(gold[i]), tagged);
}

START_TEST(names_of_tags)
{
	for (unsigned tag = 1; tag < TAG_COUNT; tag++)
		ck_assert_uint_eq(tag_of(slice_of(tag_name((enum tag)tag))),
		    tag);
	ck_assert_uint_eq(tag_of(SLICE("NOPE")), TAG_NONE);
	ck_assert_uint_eq(tag_of(SLICE("")), TAG_NONE);
	ck_assert_str_eq(tag_name(TAG_PRPS), "PRP$");
	ck_assert_str_eq(tag_name(TAG_NONE), "");
}
END_TEST

START_TEST(plain_news)
{
	check("The/DT minister/NN said/VBD on/IN Monday/NNP that/IN "
	    "the/DT talks/NNS had/VBD failed/VBN ./.");
	check("She/PRP did/VBD n't/RB say/VB why/WRB the/DT old/JJ "
	    "bridge/NN was/VBD built/VBN ./.");
	check("Officials/NNS are/VBP expected/VBN to/TO leave/VB "
	    "Paris/NNP soon/RB ./.");
	check("He/PRP will/MD not/RB comment/VB on/IN their/PRP$ plan/NN ,/, "
	    "which/WDT costs/VBZ $/$ 2.3/CD billion/CD ./.");
	check("Israel/NNP 's/POS army/NN has/VBZ killed/VBN more/JJR "
	    "than/IN 40/CD people/NNS ./.");
}
END_TEST

START_TEST(curly_marks)
{
	check("\xE2\x80\x9C/`` We/PRP want/VBP peace/NN ,/, "
	    "\xE2\x80\x9D/'' the/DT king/NN \xE2\x80\x99s/POS "
	    "son/NN said/VBD ./.");
}
END_TEST

START_TEST(capitals)
{
	check("THEY/PRP SAID/VBD THAT/IN THE/DT TALKS/NNS HAD/VBD "
	    "FAILED/VBN ./.");
}
END_TEST

START_TEST(small_letters)
{
	check("the/DT minister/NN said/VBD he/PRP would/MD resign/VB ./.");
}
END_TEST

START_TEST(nothing_and_a_lot)
{
	enum { MANY = 5000 };
	struct token *tokens = memory_new(MANY, sizeof *tokens);

	lemma_open();
	tagger_open();
	tagger_tag(NULL, 0);
	for (size_t i = 0; i < MANY; i++)
		tokens[i].text = tokens[i].lower = SLICE("word");
	tagger_tag(tokens, MANY);
	for (size_t i = 0; i < MANY; i++)
		ck_assert_uint_ne(tokens[i].tag, TAG_NONE);
	for (size_t i = 0; i < MANY; i++)
		tokens[i].text = tokens[i].lower = SLICE("");
	tagger_tag(tokens, MANY);
	free(tokens);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		names_of_tags, plain_news, curly_marks, capitals,
		small_letters, nothing_and_a_lot
	};

	return unit_run("tagger", tests, UNIT_COUNT(tests));
}
