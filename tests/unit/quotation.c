/*
 * Pairing of quotation marks over a document.
 *
 * A case is the sentences of a document, joined by '|', with '¶' in front of
 * one that begins a paragraph, and its quotations: each with its bytes between
 * brackets, ':' and what it is ("s" scare, "o" not closed), then '^' and the
 * number of the one around it.
 */
#include "unit.h"

#include "text/quotation.h"

struct pair_case {
	const char *text, *expected;
};

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

static void
check(const char *string, const char *expected)
{
	struct arena arena = { 0 };
	struct document document = { 0 };
	struct buffer out = { 0 };
	const char *text = make_document(&document, string, &arena);

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
	unit_slice_eq(buffer_slice(&out), expected);
	buffer_free(&out);
	arena_free(&arena);
}

static void
check_all(const struct pair_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(cases[i].text, cases[i].expected);
}

START_TEST(marks_of_every_kind_are_paired)
{
	static const struct pair_case cases[] = {
		{ "¶“We will go home,” she said.", "[“We will go home,”]" },
		{ "¶\"We will go home,\" she said.",
		    "[\"We will go home,\"]" },
		{ "¶‘We will go home,’ she said.", "[‘We will go home,’]" },
		{ "¶'We will go home,' she said.", "['We will go home,']" },
		{ "¶«Nous partons demain matin», dit-elle.",
		    "[«Nous partons demain matin»]" },
		{ "¶„Wir fahren morgen nach Hause“, sagt sie.",
		    "[„Wir fahren morgen nach Hause“]" },
		{ "¶``We will go home,'' she said.",
		    "[``We will go home,'']" },
		{ "¶“We go,” she said, “and we go now.”",
		    "[“We go,”] [“and we go now.”]" },
		{ "¶“We are here.|We will stay,” he said.",
		    "[“We are here. We will stay,”]" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(quotations_nest)
{
	static const struct pair_case cases[] = {
		{ "¶“He said ‘never again, not once’ to me,” she said.",
		    "[“He said ‘never again, not once’ to me,”] "
		    "[‘never again, not once’]^1" },
		{ "¶‘He said “never again, not once” to me,’ she said.",
		    "[‘He said “never again, not once” to me,’] "
		    "[“never again, not once”]^1" },
		{ "¶\"He said 'never again, not once' to me,\" she said.",
		    "[\"He said 'never again, not once' to me,\"] "
		    "['never again, not once']^1" },
		{ "¶“He said, ‘Never again, not once.’”",
		    "[“He said, ‘Never again, not once.’”] "
		    "[‘Never again, not once.’]^1" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(paragraphs_continue_a_quotation)
{
	static const struct pair_case cases[] = {
		{ "¶“We came early in spring.|¶“We left late in autumn,” "
		    "she said.",
		    "[“We came early in spring. “We left late in autumn,”]" },
		{ "¶\"One day we came.|¶\"Two days we stayed.|¶\"Then we "
		    "left,\" she said.",
		    "[\"One day we came. \"Two days we stayed. \"Then we "
		    "left,\"]" },
		{ "¶“We came early in spring.|¶She left late in autumn.",
		    "[“We came early in spring.]:o" },
		{ "¶“We came early in spring.”|¶“They left late in autumn.”",
		    "[“We came early in spring.”] "
		    "[“They left late in autumn.”]" },
		{ "¶“She said, ‘We came in spring.|¶“‘We left in autumn.’”",
		    "[“She said, ‘We came in spring. “‘We left in autumn.’”] "
		    "[‘We came in spring. “‘We left in autumn.’]^1" },
		{ "¶“She said, ‘We came in spring.|¶“We left in autumn.”",
		    "[“She said, ‘We came in spring. “We left in autumn.”] "
		    "[‘We came in spring.]:o^1" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(stray_marks_shift_nothing)
{
	static const struct pair_case cases[] = {
		{ "¶The crew” left.|¶“We will go home,” she said.",
		    "[“We will go home,”]" },
		{ "¶“The crew left in the night, he said.|¶Nobody saw it.|"
		    "¶“We will go home,” she said.",
		    "[“The crew left in the night, he said.]:o "
		    "[“We will go home,”]" },
		{ "¶A 17\" screen.|¶\"We will go home,\" she said.",
		    "[\"We will go home,\"]" },
		{ "¶The sailors’ strike, the dockers' ball: “We will go "
		    "home.”", "[“We will go home.”]" },
		{ "¶“It’s the ’90s and it don’t matter,” she said.",
		    "[“It’s the ’90s and it don’t matter,”]" },
		{ "¶“The sailors’ strike is over for now,” she said.",
		    "[“The sailors’ strike is over for now,”]" },
		{ "¶“One long line was not closed, “Two long lines are,” she "
		    "said.", "[“One long line was not closed,]:o "
		    "[“Two long lines are,”]" },
		{ "¶”", "" },
		{ "¶“", "[“]:o" },
		{ "¶“”", "[“”]" },
		{ "¶He is 6'2\" tall, \"and no more than that,\" she said.",
		    "[\"and no more than that,\"]" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(scare_quotes_are_told)
{
	static const struct pair_case cases[] = {
		{ "¶His “total victory” is far.", "[“total victory”]:s" },
		{ "¶His 'total victory' is far.", "['total victory']:s" },
		{ "¶The “so-called” talks", "[“so-called”]:s" },
		{ "¶It was a “disaster.”", "[“disaster.”]:s" },
		{ "¶“No,” he said.", "[“No,”]" },
		{ "¶He said, “No.”", "[“No.”]" },
		{ "¶He asked: “Who else?”", "[“Who else?”]" },
		{ "¶“Fake news” is a term.", "[“Fake news”]:s" },
		{ "¶The talks are “moving in the right way,” he said.",
		    "[“moving in the right way,”]" },
	};

	check_all(cases, UNIT_COUNT(cases));
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
	const TTest *const tests[] = {
		marks_of_every_kind_are_paired, quotations_nest,
		paragraphs_continue_a_quotation, stray_marks_shift_nothing,
		scare_quotes_are_told, tokens_know_their_quotation
	};

	return unit_run("quotation", tests, UNIT_COUNT(tests));
}
