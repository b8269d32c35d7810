/*
 * Tokens, on typography as print and the web have it.
 *
 * A case is a row of tests/unit/tokens.tsv: a sentence and its tokens, joined
 * by blanks; a quotation mark that opens stands behind '<', one that closes
 * behind '>'.
 */
#include "rows.h"

#include "text/token.h"

START_TEST(tokens_are_those_of_the_row)
{
	const struct row *row = &rows[_i];
	const char *text = row->text;
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
	row_is(row, buffer_slice(&out));
	buffer_free(&out);
	arena_free(&arena);
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
		shapes_and_lower_case, an_empty_text_has_no_tokens,
		long_runs_stay_linear
	};

	return unit_run_rows("token", tests, UNIT_COUNT(tests),
	    tokens_are_those_of_the_row, rows_read("tests/unit/tokens.tsv"));
}
