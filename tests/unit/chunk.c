/*
 * Chunks of tagged sentences, written as "the/DT deal/NN": the expected ones
 * stand in brackets, verb groups in angle brackets with their flags, each head
 * with a star.
 */
#include "base/buffer.h"
#include "text/chunk.h"
#include "text/lemma.h"
#include "unit.h"

enum { TOKENS_MAX = 64 };

static struct arena arena;

static size_t
tokens_of(const char *tagged, struct token *tokens)
{
	struct slice rest = slice_of(tagged);
	size_t count = 0;

	while (rest.at) {
		struct slice tag = slice_cut(&rest, ' ');
		struct slice word = slice_cut(&tag, '/');

		tokens[count] = (struct token){ .text = word, .lower = word,
		    .tag = (uint8_t)tag_of(tag) };
		ck_assert_int_ne(tokens[count].tag, TAG_NONE);
		tokens[count].lemma = lemma_of(word, tokens[count].tag,
		    &arena);
		count++;
	}
	return count;
}

static void
add_flags(struct buffer *out, unsigned flags)
{
	static const char letters[] = "pnmifg";

	for (unsigned i = 0; letters[i]; i++)
		if (flags & 1u << i)
			buffer_add_byte(out, letters[i]);
}

static const char *
show(const char *tagged)
{
	static struct buffer out;
	struct token tokens[TOKENS_MAX];
	size_t count = tokens_of(tagged, tokens);
	struct chunks chunks = { 0 };

	buffer_clear(&out);
	chunks_find(&chunks, tokens, count);
	for (size_t i = 0; i < count; i++) {
		const struct chunk *chunk = chunk_of(&chunks, i);

		if (i > 0)
			buffer_add_byte(&out, ' ');
		if (chunk && chunk->first == i)
			buffer_add_byte(&out,
			    chunk->kind == CHUNK_NOUN ? '[' : '<');
		buffer_add(&out, tokens[i].text);
		if (chunk && chunk->head == i)
			buffer_add_byte(&out, '*');
		if (chunk && chunk->end == i + 1) {
			add_flags(&out, chunk->flags);
			buffer_add_byte(&out,
			    chunk->kind == CHUNK_NOUN ? ']' : '>');
		}
	}
	buffer_add_byte(&out, '\0');
	chunks_free(&chunks);
	return out.at;
}

START_TEST(noun_phrases)
{
	lemma_open();
	ck_assert_str_eq(show("the/DT new/JJ peace/NN deal/NN"),
	    "[the new peace deal*]");
	ck_assert_str_eq(show("Israel/NNP 's/POS prime/JJ minister/NN"),
	    "[Israel*] ['s prime minister*]");
	ck_assert_str_eq(show("their/PRP$ US/NNP -/HYPH backed/VBN plan/NN"),
	    "[their US - backed plan*]");
	ck_assert_str_eq(show("a/DT 10/CD -/HYPH day/NN pause/NN"),
	    "[a 10 - day pause*]");
	ck_assert_str_eq(show("nearly/RB 40,000/CD people/NNS"),
	    "[nearly 40,000 people*]");
	ck_assert_str_eq(show("$/$ 2.3/CD billion/CD"),
	    "[$ 2.3 billion*]");
	ck_assert_str_eq(show("a/DT ``/`` temporary/JJ ''/'' halt/NN"),
	    "[a `` temporary '' halt*]");
	ck_assert_str_eq(show("the/DT poor/JJ of/IN the/DT city/NN"),
	    "[the poor*] of [the city*]");
	ck_assert_str_eq(show("long/JJ ,/, hard/JJ and/CC bitter/JJ talks/NNS"),
	    "[long , hard and bitter talks*]");
	ck_assert_str_eq(show("all/PDT the/DT wounded/VBN men/NNS"),
	    "[all the wounded men*]");
	ck_assert_str_eq(show("those/DT who/WP fled/VBD"),
	    "[those*] [who*] <fled*>");
}
END_TEST

START_TEST(no_noun_phrases)
{
	lemma_open();
	ck_assert_str_eq(show("big/JJ ,/, she/PRP said/VBD"),
	    "big , [she*] <said*>");
	ck_assert_str_eq(show("her/PRP$ ,/,"), "her ,");
	ck_assert_str_eq(show("killing/VBG civilians/NNS"),
	    "<killing*> [civilians*]");
}
END_TEST

START_TEST(verb_groups)
{
	lemma_open();
	ck_assert_str_eq(show("he/PRP did/VBD n't/RB say/VB why/WRB"),
	    "[he*] <did n't say*n> why");
	ck_assert_str_eq(show("talks/NNS would/MD have/VB been/VBN held/VBN"),
	    "[talks*] <would have been held*pmf>");
	ck_assert_str_eq(show("they/PRP declined/VBD to/TO comment/VB"),
	    "[they*] <declined*> <to comment*i>");
	ck_assert_str_eq(show("she/PRP has/VBZ never/RB been/VBN there/RB"),
	    "[she*] <has never been*nf> there");
	ck_assert_str_eq(show("it/PRP is/VBZ still/RB being/VBG built/VBN"),
	    "[it*] <is still being built*pg>");
	ck_assert_str_eq(show("he/PRP got/VBD arrested/VBN"),
	    "[he*] <got arrested*p>");
	ck_assert_str_eq(show("they/PRP carried/VBD out/RP the/DT raid/NN"),
	    "[they*] <carried* out> [the raid*]");
	ck_assert_str_eq(show("he/PRP had/VBD earlier/RBR said/VBD so/RB"),
	    "[he*] <had earlier said*f> so");
	ck_assert_str_eq(show("it/PRP never/RB stopped/VBD"),
	    "[it*] <never stopped*n>");
	ck_assert_str_eq(show("will/MD it/PRP hold/VB"),
	    "<will*m> [it*] <hold*>");
	ck_assert_str_eq(show("he/PRP is/VBZ also/RB a/DT lawyer/NN"),
	    "[he*] <is*> also [a lawyer*]");
}
END_TEST

START_TEST(nothing_to_find)
{
	struct chunks chunks = { 0 };

	chunks_find(&chunks, NULL, 0);
	ck_assert_uint_eq(chunks.count, 0);
	ck_assert_ptr_null(chunk_of(&chunks, 0));
	chunks_free(&chunks);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		noun_phrases, no_noun_phrases, verb_groups, nothing_to_find
	};

	return unit_run("chunk", tests, UNIT_COUNT(tests));
}
