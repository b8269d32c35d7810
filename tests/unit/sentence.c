/*
 * Sentences and kinds, on typography as print and the web have it.
 *
 * A case is a text and its sentences, joined by '|'; what is no body stands
 * behind its kind and '='.
 */
#include "unit.h"

#include "text/layout.h"
#include "text/sentence.h"

struct text_case {
	const char *text, *expected;
};

/* Every byte that is no blank must stand in exactly one sentence. */
static void
check_cover(const struct sentences *found, struct slice text)
{
	size_t at = 0;

	for (size_t i = 0; i <= found->count; i++) {
		size_t next = i < found->count ? found->at[i].start :
		    text.length;

		ck_assert_uint_eq(skip_blanks(text, at, next), next);
		if (i < found->count) {
			ck_assert_uint_lt(next, found->at[i].end);
			at = found->at[i].end;
		}
	}
}

static void
check_titled(const char *string, const char *title, const char *expected)
{
	static bool is_open;
	struct sentences found = { 0 };
	struct slice text = slice_of(string);
	struct buffer out = { 0 };

	if (!is_open)
		sentences_open();
	is_open = true;
	sentences_find(&found, text, slice_of(title));
	check_cover(&found, text);
	for (size_t i = 0; i < found.count; i++) {
		const struct sentence_span *s = &found.at[i];

		if (i > 0)
			buffer_add_byte(&out, '|');
		if (s->kind != KIND_BODY)
			buffer_printf(&out, "%s=", kind_name(s->kind));
		buffer_add(&out, slice_part(text, s->start, s->end));
	}
	unit_slice_eq(buffer_slice(&out), expected);
	buffer_free(&out);
	sentences_free(&found);
}

static void
check_all(const struct text_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_titled(cases[i].text, "", cases[i].expected);
}

START_TEST(plain_marks_end_sentences)
{
	static const struct text_case cases[] = {
		{ "The port closed. Ships turned back.",
		    "The port closed.|Ships turned back." },
		{ "Will it hold? Nobody knows! Wait and see.",
		    "Will it hold?|Nobody knows!|Wait and see." },
		{ "They what?! Then they left.",
		    "They what?!|Then they left." },
		{ "No stop at the end", "No stop at the end" },
		{ "He slept.  Two blanks came first.",
		    "He slept.|Two blanks came first." },
		{ "The rate rose 2.3 percent to 10.5.",
		    "The rate rose 2.3 percent to 10.5." },
		{ "Version 2.0 came in 2019. 2020 brought the next.",
		    "Version 2.0 came in 2019.|2020 brought the next." },
		{ "the harbour was empty. nobody came",
		    "the harbour was empty.|nobody came" },
		{ "The blank is lost.The next one stands.",
		    "The blank is lost.|The next one stands." },
		{ "Élodie spoke. Économie was the word. À demain.",
		    "Élodie spoke.|Économie was the word.|À demain." },
		{ "He left (she stayed). They met again.",
		    "He left (she stayed).|They met again." },
		{ "\xC2\xA0The first.\xC2\xA0The second.\xC2\xA0",
		    "The first.|The second." },
		{ "", "" },
		{ " \n\t \n", "" },
		{ ".", "." },
		{ "?!", "?!" },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(abbreviations_do_not_end_them)
{
	static const struct text_case cases[] = {
		{ "Mr. Okafor met Gen. Ruiz and Dr. Lindqvist.",
		    "Mr. Okafor met Gen. Ruiz and Dr. Lindqvist." },
		{ "Sen. Ana Prat, D-Ore., voted no. Rep. Yu did not.",
		    "Sen. Ana Prat, D-Ore., voted no.|Rep. Yu did not." },
		{ "The U.S. Senate met. The U.N. did not.",
		    "The U.S. Senate met.|The U.N. did not." },
		{ "They flew to the U.S. The trip was short.",
		    "They flew to the U.S.|The trip was short." },
		{ "It begins at 9 a.m. Monday. It ends at 5 p.m. Doors close.",
		    "It begins at 9 a.m. Monday.|It ends at 5 p.m.|"
		    "Doors close." },
		{ "At 9 a.m. Ruiz rang.", "At 9 a.m. Ruiz rang." },
		{ "Brightwater Inc. said so. Corvid Ltd. denied it.",
		    "Brightwater Inc. said so.|Corvid Ltd. denied it." },
		{ "He sued Brightwater Inc. The court agreed.",
		    "He sued Brightwater Inc.|The court agreed." },
		{ "J. K. Abara and W. H. Moss wrote it.",
		    "J. K. Abara and W. H. Moss wrote it." },
		{ "It was vitamin C. They took it.",
		    "It was vitamin C.|They took it." },
		{ "Neither you nor I. That was it.",
		    "Neither you nor I.|That was it." },
		{ "See p. 12 and Fig. 3. Then stop.",
		    "See p. 12 and Fig. 3.|Then stop." },
		{ "No. 7 won. No. Nobody did.",
		    "No. 7 won.|No.|Nobody did." },
		{ "On Jan. 3 and Sept. 14 it rained.",
		    "On Jan. 3 and Sept. 14 it rained." },
		{ "He likes nuts, seeds, etc. She likes none.",
		    "He likes nuts, seeds, etc.|She likes none." },
		{ "Use it, e.g. Berlin, i.e. a city vs. Brandenburg.",
		    "Use it, e.g. Berlin, i.e. a city vs. Brandenburg." },
		{ "She lives in St. John on Main St. in a flat.",
		    "She lives in St. John on Main St. in a flat." },
		{ "John Doe Jr. said so. Ask John Doe Sr. He knows.",
		    "John Doe Jr. said so.|Ask John Doe Sr.|He knows." },
		{ "A man from Springfield, Mass. He was old.",
		    "A man from Springfield, Mass.|He was old." },
		{ "She works for Yahoo! in Dublin.",
		    "She works for Yahoo! in Dublin." },
		{ "Hamas et al. reject it.", "Hamas et al. reject it." },
		{ "MR. OKAFOR LEFT. MRS. RUIZ STAYED.",
		    "MR. OKAFOR LEFT.|MRS. RUIZ STAYED." },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(quotations_alone_are_split)
{
	static const struct text_case cases[] = {
		{ "“We are here. We will stay,” she said. “Go home.”",
		    "“We are here.|We will stay,” she said.|“Go home.”" },
		{ "\"It is over. Go home.\"", "\"It is over.|Go home.\"" },
		{ "“Why?” he asked. “Because.”",
		    "“Why?” he asked.|“Because.”" },
		{ "“Stop!” cried the guard.", "“Stop!” cried the guard." },
		{ "He called it “a trap.” She laughed.",
		    "He called it “a trap.”|She laughed." },
		{ "He called it “a trap”. She laughed.",
		    "He called it “a trap”.|She laughed." },
		{ "‘We go,’ she said. ‘We go now.’",
		    "‘We go,’ she said.|‘We go now.’" },
		{ "«Basta.» Se fue.", "«Basta.»|Se fue." },
		{ "The sailors’ strike ended. The dockers’ did not.",
		    "The sailors’ strike ended.|The dockers’ did not." },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(quotations_with_a_clause_are_one)
{
	static const struct text_case cases[] = {
		{ "She warned, “No boats. No nets. Not today.”",
		    "She warned, “No boats. No nets. Not today.”" },
		{ "He said: \"It is late. We go.\" Then he left.",
		    "He said: \"It is late. We go.\"|Then he left." },
		{ "She asked, “Why? Who gains?” and sat down.",
		    "She asked, “Why? Who gains?” and sat down." },
		{ "He wrote: ‘Never. Not once.’ They agreed.",
		    "He wrote: ‘Never. Not once.’|They agreed." },
		{ "He said, 'It is done. Go.' she reported.",
		    "He said, 'It is done. Go.' she reported." },
		{ "He said “a trap. It failed” and left.",
		    "He said “a trap.|It failed” and left." },
		{ "She said, “It never closes. Really.",
		    "She said, “It never closes.|Really." },
		{ "A 17\" screen. A 15\" one. Done.",
		    "A 17\" screen.|A 15\" one.|Done." },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(ellipses_and_brackets)
{
	static const struct text_case cases[] = {
		{ "Well ... maybe not.", "Well ... maybe not." },
		{ "It went on… and on.", "It went on… and on." },
		{ "It went on… Then it stopped.",
		    "It went on…|Then it stopped." },
		{ "He paused . . . I waited.", "He paused . . . I waited." },
		{ "They lost. … The crowd left.",
		    "They lost.|… The crowd left." },
		{ "She said,\xC2\xA0“It is late. We go.”",
		    "She said,\xC2\xA0“It is late. We go.”" },
		{ "It ended.... The crowd left.",
		    "It ended....|The crowd left." },
		{ "He cites “the [...] treaty” there. Yes.",
		    "He cites “the [...] treaty” there.|Yes." },
		{ "The mayor (He was ill.) sent a note.",
		    "The mayor (He was ill.) sent a note." },
		{ "It failed. (Nobody cared.) It was over.",
		    "It failed.|(Nobody cared.)|It was over." },
		{ "It was shown before.[12] Others doubt it.[13]",
		    "It was shown before.[12]|Others doubt it.[13]" },
		{ "Some (see Fig. 2. Also 3.) agree.",
		    "Some (see Fig. 2. Also 3.) agree." },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(lists_and_paragraphs)
{
	static const struct text_case cases[] = {
		{ "1. Fish 2. Bread 3. Wine", "1. Fish|2. Bread|3. Wine" },
		{ "a) Fish b) Bread", "a) Fish|b) Bread" },
		{ "Bring this: 1. Fish 2. Bread",
		    "Bring this:|1. Fish|2. Bread" },
		{ "• Fish • Bread • Wine", "• Fish|• Bread|• Wine" },
		{ "Fish came first.\nBread came second.",
		    "Fish came first.|Bread came second." },
		{ "It said so.\n\nNobody listened",
		    "It said so.|Nobody listened" },
		{ "2.1. The harbour at night was calm.",
		    "2.1. The harbour at night was calm." },
		{ "He sent this. ---------- It was cut off there.",
		    "He sent this.|----------|It was cut off there." },
		{ "Figure 2. The old harbour.",
		    "Figure 2. The old harbour." },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(addresses_keep_their_marks)
{
	static const struct text_case cases[] = {
		{ "See https://x.example/a?B=C!D. Then go.",
		    "See https://x.example/a?B=C!D.|Then go." },
		{ "Mail a.b@c.example. She reads it.",
		    "Mail a.b@c.example.|She reads it." },
		{ "Thanks a lot :) See you.", "Thanks a lot :)|See you." },
		{ "Good work. :) More soon.", "Good work. :)|More soon." },
		{ "Pay at shop.example.com today. Bye.",
		    "Pay at shop.example.com today.|Bye." },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

#define REST "The ferry to the island was stopped for the third day running."

START_TEST(datelines_are_records)
{
	static const struct text_case cases[] = {
		{ "OSTEND — " REST, "dateline=OSTEND —|" REST },
		{ "PORT X (Meridian Wire) — " REST,
		    "dateline=PORT X (Meridian Wire) —|" REST },
		{ "NEW HAVEN, Conn. (AP) -- " REST,
		    "dateline=NEW HAVEN, Conn. (AP) --|" REST },
		{ "(Reuters) - " REST, "dateline=(Reuters) -|" REST },
		{ "KUALA TELOK: " REST, "dateline=KUALA TELOK:|" REST },
		{ "Visby, Sweden – " REST, "dateline=Visby, Sweden –|" REST },
		{ "HAIFA/BEIRUT, May 3 (Wire) - " REST,
		    "dateline=HAIFA/BEIRUT, May 3 (Wire) -|" REST },
		{ "Ana Prat — surgeon, sailor — " REST,
		    "Ana Prat — surgeon, sailor — " REST },
		{ "UPDATE: " REST, "UPDATE: " REST },
		{ "NATO — the alliance — met. " REST,
		    "NATO — the alliance — met.|" REST },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(other_kinds)
{
	static const struct text_case cases[] = {
		{ "Ferry Stopped Again\nBy Ana Prat\n" REST,
		    "headline=Ferry Stopped Again|byline=By Ana Prat|" REST },
		{ REST " — CNN", REST "|credit=— CNN" },
		{ REST " (AFP)", REST "|credit=(AFP)" },
		{ REST "\n– With agencies",
		    REST "|credit=– With agencies" },
		{ REST "\nReporting by Ana Prat; editing by Bo Lund",
		    REST "|credit=Reporting by Ana Prat; editing by Bo Lund" },
		{ REST "\n(This story has not been edited by our staff and "
		    "comes from a syndicated feed.)", REST
		    "|disclaimer=(This story has not been edited by our "
		    "staff and comes from a syndicated feed.)" },
		{ REST "\nThe views expressed here are the author’s own.",
		    REST "|disclaimer=The views expressed here are the "
		    "author’s own." },
		{ "Ferry Stopped Again\nPhoto: Bo Lund\n" REST,
		    "headline=Ferry Stopped Again|caption=Photo: Bo Lund|"
		    REST },
		{ REST "\nThe next morning\n" REST,
		    REST "|headline=The next morning|" REST },
		{ "Editor’s note: This is updated.\n" REST,
		    "disclaimer=Editor’s note: This is updated.|" REST },
		{ "By Monday the ferry had been stopped for three days.\n"
		    REST, "By Monday the ferry had been stopped for three "
		    "days.|" REST },
		{ "https://x.example/a\nFerry Stopped Again\n" REST,
		    "credit=https://x.example/a|headline=Ferry Stopped Again|"
		    REST },
	};

	check_all(cases, UNIT_COUNT(cases));
}
END_TEST

START_TEST(a_title_repeated_is_the_headline)
{
	check_titled("Who Won? Nobody Knows.\n" REST,
	    "Who Won? Nobody Knows", "headline=Who Won? Nobody Knows.|" REST);
	check_titled("Who Won? Nobody Knows.\n" REST, "",
	    "Who Won?|Nobody Knows.|" REST);
}
END_TEST

START_TEST(wrapped_lines_are_joined)
{
	check_titled(
	    "The ferry to the island was stopped for the third day\n"
	    "because of the wind, and nobody in the town could say\n"
	    "when it would sail again. Shops were running out of\n"
	    "bread by noon.\n"
	    "The mayor asked everyone to be patient until the\n"
	    "storm has passed.\n", "",
	    "The ferry to the island was stopped for the third day\n"
	    "because of the wind, and nobody in the town could say\n"
	    "when it would sail again.|Shops were running out of\n"
	    "bread by noon.|The mayor asked everyone to be patient until "
	    "the\nstorm has passed.");
}
END_TEST

/* The time for twice the text is at most about twice the time. */
START_TEST(long_runs_stay_linear)
{
	static const char *const parts[] = {
		"\"", "'", "(", "“", "‘", ". ", "A. ", "a ", "!", "—", "\n",
		"... ", "1. ", "• ", "He said, “X. ", "@a.b ", "://", "-",
		"Mr. ", "x's' ", "[", ")", "é. ", ".A", "a.-"
	};
	enum { SIZE = 1 << 20 };
	char *text = malloc(SIZE + 32);

	ck_assert_ptr_nonnull(text);
	sentences_open();
	for (size_t i = 0; i < UNIT_COUNT(parts); i++) {
		struct sentences found = { 0 };
		size_t length = 0;

		while (length < SIZE) {
			memcpy(text + length, parts[i], strlen(parts[i]));
			length += strlen(parts[i]);
		}
		sentences_find(&found, (struct slice){ text, length },
		    SLICE(""));
		check_cover(&found, (struct slice){ text, length });
		sentences_free(&found);
	}
	free(text);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		plain_marks_end_sentences, abbreviations_do_not_end_them,
		quotations_alone_are_split, quotations_with_a_clause_are_one,
		ellipses_and_brackets, lists_and_paragraphs,
		addresses_keep_their_marks, datelines_are_records,
		other_kinds, a_title_repeated_is_the_headline,
		wrapped_lines_are_joined, long_runs_stay_linear
	};

	return unit_run("sentence", tests, UNIT_COUNT(tests));
}
