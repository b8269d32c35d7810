/*
 * Tokens, on typography as print and the web have it.
 *
 * A case is a sentence and its tokens, joined by blanks; a quotation mark that
 * opens stands behind '<', one that closes behind '>'.
 */
#include "unit.h"

#include "text/token.h"

struct token_case {
	const char *text, *expected;
};

static void
check(const char *text, const char *expected)
{
	struct arena arena = { 0 };
	struct buffer out = { 0 };
	size_t count;
	struct token *tokens = tokens_cut(slice_of(text), 100, &arena,
	    &count);

	for (size_t i = 0; i < count; i++) {
		const struct token *token = &tokens[i];

		if (i > 0)
			buffer_add_byte(&out, ' ');
		if (token->kind == TOKEN_OPENING)
			buffer_add_byte(&out, '<');
		if (token->kind == TOKEN_CLOSING)
			buffer_add_byte(&out, '>');
		buffer_add(&out, token->text);
		ck_assert_ptr_eq(token->text.at, text + token->start - 100);
		ck_assert_uint_eq(token->end - token->start,
		    token->text.length);
	}
	unit_slice_eq(buffer_slice(&out), expected);
	buffer_free(&out);
	arena_free(&arena);
}

static void
check_all(const struct token_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(cases[i].text, cases[i].expected);
}

START_TEST(contractions_are_cut)
{
	static const struct token_case cases[] = {
		{ "I don't.", "I do n't ." },
		{ "They won’t, can't.", "They wo n’t , ca n't ." },
		{ "She'd've known it's done",
		    "She 'd 've known it 's done" },
		{ "I'm, you're, we'll, they’ve",
		    "I 'm , you 're , we 'll , they ’ve" },
		{ "We cannot go.", "We can not go ." },
		{ "I'm gonna say y'all gotta",
		    "I 'm gon na say y' all got ta" },
		{ "DON'T!", "DO N'T !" },
		{ "’Tis late; 'twas dark.", "’T is late ; 't was dark ." },
		{ "Get 'em ’til noon", "Get 'em ’til noon" },
		{ "rock 'n' roll", "rock 'n' roll" },
		{ "goin' home, o’clock", "goin' home , o’clock" },
		{ "O'Brien and Qur'an", "O'Brien and Qur'an" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(possessives_are_cut)
{
	static const struct token_case cases[] = {
		{ "Israel's and Israel’s", "Israel 's and Israel ’s" },
		{ "the hostages' release", "the hostages ' release" },
		{ "Hamas’ answer", "Hamas ’ answer" },
		{ "JFK Jr.'s book", "JFK Jr. 's book" },
		{ "the U.S.'s part", "the U.S. 's part" },
		{ "the players’.", "the players ’ ." },
		{ "‘the sailors’ strike’ ended",
		    "<‘ the sailors ’ strike >’ ended" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(hyphens_and_strokes)
{
	static const struct token_case cases[] = {
		{ "US-led", "US - led" },
		{ "a 14-year-old", "a 14 - year - old" },
		{ "Majed al-Ansari", "Majed al - Ansari" },
		{ "an e-mail by a non-member", "an e-mail by a non-member" },
		{ "pages 8–10", "pages 8 – 10" },
		{ "either/or", "either / or" },
		{ "on 08/16/2024 or 2024-08-16",
		    "on 08/16/2024 or 2024-08-16" },
		{ "call 555-0142 or 020-555-0142",
		    "call 555-0142 or 020-555-0142" },
		{ "the years 1914-1918", "the years 1914 - 1918" },
		{ "yes — no—maybe -- ever",
		    "yes — no — maybe -- ever" },
		{ "post-war", "post-war" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(numbers_and_units)
{
	static const struct token_case cases[] = {
		{ "$2.3 million", "$ 2.3 million" },
		{ "£5bn and €10m", "£ 5 bn and € 10 m" },
		{ "US$1,200.50", "US$ 1,200.50" },
		{ "50% of 40,000", "50 % of 40,000" },
		{ "at 10:30am or 6pm", "at 10:30 am or 6 pm" },
		{ "at 9 a.m. on the 17th", "at 9 a.m. on the 17th" },
		{ "the 1990s and the ’90s", "the 1990s and the ’90s" },
		{ "in '68, not '69s", "in '68 , not '69s" },
		{ "a score of 2:1, 1,2", "a score of 2:1 , 1 , 2" },
		{ ".5 of it", ".5 of it" },
		{ "3D and 4x4", "3D and 4x4" },
		{ "He is 6'2\" tall", "He is 6'2 \" tall" },
		{ "5km, 70mph", "5 km , 70 mph" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(stops_of_words_and_sentences)
{
	static const struct token_case cases[] = {
		{ "Mr. Ruiz of the U.S. left.", "Mr. Ruiz of the U.S. left ." },
		{ "He left the U.S.", "He left the U.S." },
		{ "J. K. Abara", "J. K. Abara" },
		{ "No. 5 is no. Never.", "No. 5 is no . Never ." },
		{ "It was vitamin C, not I.", "It was vitamin C , not I ." },
		{ "U.S.-led", "U.S. - led" },
		{ "nuts, etc., and so on", "nuts , etc. , and so on" },
		{ "Well... yes… no. . .", "Well ... yes … no . . ." },
		{ "What?! No!!", "What ?! No !!" },
		{ "ended.The next", "ended . The next" },
		{ "in Springfield, Mass., today",
		    "in Springfield , Mass. , today" },
		{ "AT&T and R&D", "AT&T and R&D" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(addresses_are_one)
{
	static const struct token_case cases[] = {
		{ "see https://x.example/a?b=c.",
		    "see https://x.example/a?b=c ." },
		{ "(www.x.example/a_(b))", "( www.x.example/a_(b) )" },
		{ "mail a.b-c@d.example, please",
		    "mail a.b-c@d.example , please" },
		{ "at corvid.com today", "at corvid.com today" },
		{ "@ferry_news says #stopped",
		    "@ferry_news says #stopped" },
		{ "fine :) thanks", "fine :) thanks" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(quotation_marks_open_and_close)
{
	static const struct token_case cases[] = {
		{ "“We go,” she said.", "<“ We go , >” she said ." },
		{ "\"We go,\" she said.", "<\" We go , >\" she said ." },
		{ "He said \"no\".", "He said <\" no >\" ." },
		{ "‘We go,’ she said.", "<‘ We go , >’ she said ." },
		{ "'We go,' she said.", "<' We go , >' she said ." },
		{ "a 'total victory'.", "a <' total victory >' ." },
		{ "“He said ‘no’,” she said.",
		    "<“ He said <‘ no >’ , >” she said ." },
		{ "\"He said 'no.'\"", "<\" He said <' no . >' >\"" },
		{ "«Non», dit-elle", "<« Non >» , dit - elle" },
		{ "„Nein“, sagt sie", "<„ Nein >“ , sagt sie" },
		{ "(“so-called”)", "( <“ so - called >” )" },
		{ "``We go,'' she said", "<`` We go , >'' she said" },
		{ "said \" so \" here", "said <\" so >\" here" },
		{ "—“No”—", "— <“ No >” —" },
		{ "‘’90s music’", "<‘ ’90s music >’" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(shapes_and_lower_case)
{
	struct arena arena = { 0 };
	size_t count;
	static const char text[] =
	    "Israel NATO U.S. J. iPhone deal Élan It’s 2024 McDonald";
	static const int shapes[] = {
		SHAPE_CAPITALISED, SHAPE_UPPER, SHAPE_UPPER, SHAPE_INITIAL,
		SHAPE_MIXED, SHAPE_LOWER, SHAPE_CAPITALISED,
		SHAPE_CAPITALISED, SHAPE_LOWER, SHAPE_OTHER,
		SHAPE_CAPITALISED
	};
	struct token *tokens = tokens_cut(SLICE(text), 0, &arena, &count);

	ck_assert_uint_eq(count, UNIT_COUNT(shapes));
	for (size_t i = 0; i < count; i++)
		ck_assert_int_eq(tokens[i].shape, shapes[i]);
	unit_slice_eq(tokens[0].lower, "israel");
	unit_slice_eq(tokens[5].lower, "deal");
	unit_slice_eq(tokens[6].lower, "élan");
	unit_slice_eq(tokens[8].lower, "'s");
	ck_assert_int_eq(tokens[9].kind, TOKEN_NUMBER);
	ck_assert(!tokens[8].space_before);
	ck_assert(tokens[9].space_before);
	arena_free(&arena);
}
END_TEST

START_TEST(an_empty_text_has_no_tokens)
{
	struct arena arena = { 0 };
	size_t count = 1;

	tokens_cut(SLICE(""), 0, &arena, &count);
	ck_assert_uint_eq(count, 0);
	tokens_cut(SLICE(" \n\xC2\xA0"), 0, &arena, &count);
	ck_assert_uint_eq(count, 0);
	arena_free(&arena);
}
END_TEST

START_TEST(long_runs_stay_linear)
{
	static const char *const parts[] = {
		"\"", "'", "“", "’", ".", "a-", "a.-", "@", "x's' ", "a.b",
		"Mr. ", "é. ", "1,", "n't", "://", "(", "A&", "1-1", ":"
	};
	enum { SIZE = 1 << 19 };
	char *text = malloc(SIZE + 32);

	ck_assert_ptr_nonnull(text);
	for (size_t i = 0; i < UNIT_COUNT(parts); i++) {
		struct arena arena = { 0 };
		size_t length = 0, count;

		while (length < SIZE) {
			memcpy(text + length, parts[i], strlen(parts[i]));
			length += strlen(parts[i]);
		}
		tokens_cut((struct slice){ text, length }, 0, &arena, &count);
		ck_assert_uint_gt(count, 0);
		arena_free(&arena);
	}
	free(text);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		contractions_are_cut, possessives_are_cut,
		hyphens_and_strokes, numbers_and_units,
		stops_of_words_and_sentences, addresses_are_one,
		quotation_marks_open_and_close, shapes_and_lower_case,
		an_empty_text_has_no_tokens, long_runs_stay_linear
	};

	return unit_run("token", tests, UNIT_COUNT(tests));
}
