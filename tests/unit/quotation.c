/*
 * Pairing of quotation marks over a document.
 *
 * A case is a row of tests/unit/quotations.tsv: the sentences of a document,
 * joined by '|', with '¶' in front of one that begins a paragraph, and its
 * quotations: each with its bytes between brackets, ':' and what it is ("s"
 * scare, "o" not closed), then '^' and the number of the one around it.
 */
#include "rows.h"

#include "text/quotation.h"

/* A document made of the sentences of a case; returns the text they stand in,
   blanks in place of the bars. */
static char *
make_document(struct document *document, const char *string,
    struct arena *arena)
{
	struct slice rest = slice_of(string);
	char *text = arena_new(arena, rest.length + 1, 1);
	size_t length = 0, paragraph = 0;

	document->sentences = arena_new(arena, 32, sizeof(struct sentence));
	document->arena = arena;
	document->count = 0;
	while (rest.at) {
		struct slice part = slice_cut(&rest, '|');
		struct sentence *s = &document->sentences[document->count++];

		if (slice_begins(part, SLICE("¶"))) {
			part = slice_part(part, strlen("¶"), part.length);
			paragraph++;
		}
		memcpy(text + length, part.at, part.length);
		*s = (struct sentence){
			.text = { text + length, part.length },
			.start = length, .end = length + part.length,
			.paragraph = paragraph
		};
		s->tokens = tokens_cut(s->text, length, arena, &s->count);
		length += part.length;
		text[length++] = ' ';
	}
	return text;
}

START_TEST(quotations_are_those_of_the_row)
{
	const struct row *row = &rows[_i];
	struct arena arena = { 0 };
	struct document document = { 0 };
	struct buffer out = { 0 };
	const char *text = make_document(&document, row->text,
	    &arena);

	quotations_pair(&document);
	for (size_t i = 0; i < document.quotation_count; i++) {
		const struct quotation *q = &document.quotations[i];

		if (i > 0)
			buffer_add_byte(&out, ' ');
		buffer_add_byte(&out, '[');
		buffer_add(&out, (struct slice){ text + q->span.start,
		    q->span.end - q->span.start });
		buffer_add_byte(&out, ']');
		if (q->scare || !q->closed)
			buffer_printf(&out, ":%s%s", q->scare ? "s" : "",
			    q->closed ? "" : "o");
		if (q->parent)
			buffer_printf(&out, "^%u", q->parent);
	}
	row_is(row, buffer_slice(&out));
	buffer_free(&out);
	arena_free(&arena);
}
END_TEST

START_TEST(tokens_know_their_quotation)
{
	static const uint32_t expected[] = {
		1, 1, 2, 2, 2, 1, 1, 1, 0, 0, 0
	};
	struct arena arena = { 0 };
	struct document document = { 0 };

	make_document(&document, "¶“He ‘left’ now,” she said.", &arena);
	quotations_pair(&document);
	ck_assert_uint_eq(document.sentences[0].count, UNIT_COUNT(expected));
	for (size_t i = 0; i < UNIT_COUNT(expected); i++)
		ck_assert_uint_eq(document.sentences[0].tokens[i].quotation,
		    expected[i]);
	arena_free(&arena);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = { tokens_know_their_quotation };

	return unit_run_rows("quotation", tests, UNIT_COUNT(tests),
	    quotations_are_those_of_the_row,
	    rows_read("tests/unit/quotations.tsv"));
}
