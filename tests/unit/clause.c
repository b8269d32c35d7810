/*
 * The clause scanner: subjects, complements and spans of sentences that are
 * tagged by hand.
 */
#include "claims/claim.h"
#include "text/lemma.h"
#include "unit.h"

enum { TOKENS_MAX = 48 };

static struct token tokens[TOKENS_MAX];
static struct sentence sentence;
static struct arena arena;
static struct document document;

/* The one level of a sentence written as "he/PRP said/VBD ./.". */
static const struct level *
level_of(const char *tagged)
{
	static const struct claim_tables none;
	static struct levels levels;
	struct timexes times = { 0 };
	struct slice rest = slice_of(tagged);
	uint32_t at = 0;

	lemma_open();
	claims_open(&none);
	sentence = (struct sentence){ .tokens = tokens };
	while (rest.at) {
		struct slice tag = slice_cut(&rest, ' ');
		struct slice word = slice_cut(&tag, '/');
		struct token *token = &tokens[sentence.count++];

		*token = (struct token){ .text = word, .lower = word,
		    .tag = (uint8_t)tag_of(tag), .start = at,
		    .end = at + (uint32_t)word.length };
		token->lemma = lemma_of(word, token->tag, &arena);
		at += (uint32_t)word.length + 1;
	}
	document = (struct document){ .sentences = &sentence, .count = 1,
	    .arena = &arena };
	clause_levels(&levels, &document, 0, &times);
	ck_assert_uint_eq(levels.count, 1);
	return &levels.at[0];
}

/* The group whose main verb is a word. */
static const struct group *
group_of(const struct level *level, const char *verb)
{
	for (int i = 0; i < level->group_count; i++)
		if (unit_is(level, level->groups[i].head, verb))
			return &level->groups[i];
	ck_abort_msg("no verb '%s'", verb);
	return NULL;
}

static void
check_subject(const struct level *level, const char *verb, int first, int last)
{
	const struct group *group = group_of(level, verb);

	ck_assert_int_eq(group->subject_first, first);
	ck_assert_int_eq(group->subject_last, last);
}

START_TEST(subject_takes_its_modifiers)
{
	check_subject(level_of("sources/NNS familiar/JJ with/IN the/DT "
	    "talks/NNS said/VBD that/IN he/PRP left/VBD"), "said", 0, 4);
}
END_TEST

START_TEST(subject_stands_behind_inverted_verb)
{
	const struct level *level = level_of("it/PRP is/VBZ over/RB ,/, "
	    "said/VBD the/DT mayor/NN");

	check_subject(level, "said", 5, 6);
	ck_assert(group_of(level, "said")->subject_behind);
}
END_TEST

START_TEST(coordinate_verb_shares_subject)
{
	const struct level *level = level_of("she/PRP said/VBD that/IN it/PRP "
	    "rained/VBD but/CC added/VBD that/IN it/PRP stopped/VBD");

	check_subject(level, "added", 0, 0);
	ck_assert(group_of(level, "added")->subject_shared);
}
END_TEST

START_TEST(participle_shares_subject)
{
	check_subject(level_of("she/PRP left/VBD ,/, saying/VBG that/IN "
	    "it/PRP rained/VBD"), "saying", 0, 0);
}
END_TEST

START_TEST(auxiliaries_make_one_group)
{
	const struct level *level = level_of("they/PRP have/VBP not/RB "
	    "been/VBN told/VBN");
	const struct group *group = group_of(level, "told");

	ck_assert_int_eq(group->first, 1);
	ck_assert(group->passive);
	ck_assert(group->perfect);
	ck_assert(group->negated);
}
END_TEST

START_TEST(clause_ends_before_another_speaker)
{
	const struct level *level = level_of("she/PRP said/VBD it/PRP "
	    "rained/VBD ,/, and/CC he/PRP said/VBD it/PRP snowed/VBD ./.");

	ck_assert_int_eq(clause_last(level, 2), 3);
}
END_TEST

START_TEST(clause_begins_with_subject_and_verb)
{
	const struct level *level = level_of("the/DT deal/NN by/IN the/DT "
	    "firm/NN failed/VBD");

	ck_assert(clause_begins(level, 0));
	ck_assert(!clause_begins(level, 5));
}
END_TEST

START_TEST(span_is_bytes)
{
	const struct level *level = level_of("she/PRP said/VBD it/PRP "
	    "rained/VBD");
	struct span span = clause_span(level, 2, 3);

	ck_assert_uint_eq(span.start, 9);
	ck_assert_uint_eq(span.end, 18);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		subject_takes_its_modifiers,
		subject_stands_behind_inverted_verb,
		coordinate_verb_shares_subject, participle_shares_subject,
		auxiliaries_make_one_group,
		clause_ends_before_another_speaker,
		clause_begins_with_subject_and_verb, span_is_bytes
	};

	return unit_run("clause", tests, UNIT_COUNT(tests));
}
