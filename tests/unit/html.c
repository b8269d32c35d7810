/*
 * Pages: tidying, the article's text, the facts; and bytes made clean.
 */
#include "unit.h"

#include "articles/article.h"
#include "articles/clean.h"
#include "articles/date.h"
#include "articles/html.h"
#include "articles/json.h"
#include "articles/tidy.h"

static const struct {
	const char *page, *tidied;
} pages[] = {
	{ "<p>a<br>b</p>", "<p>a<br>b</p>" },
	{ "<div><span>a</div>b</span>", "<div><span>a</span></div>b" },
	{ "<b><i>a</b></i>", "<b><i>a</i></b>" },
	{ "<a href=1>x<a href=2>y</a>", "<a href=1>x</a><a href=2>y</a>" },
	{ "a<!-- <div> -->b", "ab" },
	{ "a<!-->b", "ab" },
	{ "a<!-- x --!>b", "ab" },
	{ "a<!-- never closed", "a" },
	{ "a<svg><title>t</title></svg>b", "ab" },
	{ "a<svg/>b", "ab" },
	{ "<DIV>a</div>", "<DIV>a</DIV>" },
	{ "<div a=\">\">x</div>", "<div a=\">\">x</div>" },
	{ "<div a= '>'>x</div>", "<div a= '>'>x</div>" },
	{ "<div =\">x</div>", "<div =\">x</div>" },
	{ "<script>'</div><p>'</script>b", "<script>'</div><p>'</script>b" },
	{ "<script>never closed <p>", "never closed <p>" },
	{ "<TITLE>a<b></Title>", "<TITLE>a<b></Title>" },
	{ "a < b <3 c", "a &lt; b &lt;3 c" },
	{ "a<div class=\"x", "a" },
	{ "</div>a", "a" },
	{ "<?xml version='1.0'?>a", "a" }
};

START_TEST(pages_are_tidied)
{
	struct buffer out = { 0 };

	for (size_t i = 0; i < UNIT_COUNT(pages); i++) {
		buffer_clear(&out);
		tidy_html(slice_of(pages[i].page), &out);
		unit_slice_eq(buffer_slice(&out), pages[i].tidied);
	}
	buffer_free(&out);
}
END_TEST

START_TEST(depth_is_bounded)
{
	struct buffer page = { 0 }, out = { 0 };
	size_t tags = 0;

	for (size_t i = 0; i < (size_t)10 * TIDY_DEPTH; i++)
		buffer_add(&page, SLICE("<div>"));
	tidy_html(buffer_slice(&page), &out);
	for (size_t i = 0; i < out.length; i++)
		tags += out.at[i] == '<';
	ck_assert_uint_eq(tags, TIDY_DEPTH);
	buffer_free(&page);
	buffer_free(&out);
}
END_TEST

/* The text of a page whose body is this. */
static struct slice
text_of(const char *body, struct arena *arena)
{
	struct article article = { 0 };
	struct slice s = slice_of(body);

	ck_assert(html_article(s, &article, arena));
	return article.fields[ARTICLE_TEXT];
}

static const struct {
	const char *page, *text;
} articles[] = {
	{ "<p>One <b>two</b>\n three.</p><p>Four.</p>",
	    "One two three.\nFour." },
	{ "<div>One.<br>Two.<br><br>Three.</div>", "One.\nTwo.\nThree." },
	{ "<div>One<p>two</p>three</div>", "One\ntwo\nthree" },
	{ "<p>One.</p><span>Two.</span>", "One.\nTwo." },
	{ "<ul><li>One.<li>Two.</ul>", "One.\nTwo." },
	{ "<p>One.</p><script>x</script><style>y</style>Two.",
	    "One.\nTwo." },
	{ "<nav>Home</nav><p>One.</p><footer>F</footer>", "One." },
	{ "<p aria-hidden=true>No.</p><p>One.</p>", "One." },
	{ "<p role=navigation>No.</p><p>One.</p>", "One." },
	{ "<p>One.</p><p class='c-share_bar'>Tell your friends.</p>",
	    "One." },
	{ "<p>One.</p><p>Advertisement</p><p><a>Two links</a></p>", "One." },
	{ "<header>Top</header><article><header><h1>H</h1></header>"
	    "<p>One.</p></article>", "H\nOne." },
	{ "<p>One.</p><h2>See also</h2>", "One." },
	{ "<p>One.<time datetime=2024>Now</time></p><time>Then</time>",
	    "One.Now" },
	{ "", "" }
};

static void
open_all(void)
{
	article_open();
	date_open();
	html_open();
	json_open();
}

START_TEST(the_text_of_pages)
{
	struct arena arena = { 0 };

	open_all();
	for (size_t i = 0; i < UNIT_COUNT(articles); i++) {
		unit_slice_eq(text_of(articles[i].page, &arena),
		    articles[i].text);
		arena_reset(&arena);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(a_better_source_of_a_fact_wins)
{
	static const char page[] = "<title>T - O</title>"
	    "<meta name=date content=2024-01-01>"
	    "<meta property=article:published_time content='2024-02-02'>"
	    "<meta property=og:site_name content=O>"
	    "<link rel=canonical href=/relative>"
	    "<meta property=og:url content=http://o.example/1>"
	    "<p>Text.</p>";
	struct arena arena = { 0 };
	struct article article = { 0 };

	open_all();
	ck_assert(html_article(SLICE(page), &article, &arena));
	unit_slice_eq(article.fields[ARTICLE_TITLE], "T");
	unit_slice_eq(article.fields[ARTICLE_DATE], "2024-02-02");
	unit_slice_eq(article.fields[ARTICLE_OUTLET], "O");
	unit_slice_eq(article.fields[ARTICLE_URL], "http://o.example/1");
	arena_free(&arena);
}
END_TEST

static const struct {
	const char *raw, *clean;
	size_t ill_formed, controls, invisible;
} texts[] = {
	{ "caf\xC3\xA9\tand\n", "caf\xC3\xA9\tand\n", 0, 0, 0 },
	{ "a\r\nb\rc", "a\nb\nc", 0, 0, 0 },
	{ "a\xC2\x85" "b\xE2\x80\xA8" "c", "a\nb\nc", 0, 0, 0 },
	{ "a\fb\x1B\x7F", "a b  ", 0, 3, 0 },
	{ "\xC2\x9B", " ", 0, 1, 0 },
	{ "a\xE2\x80\xAE" "b\xC2\xAD\xEF\xBB\xBF", "ab", 0, 0, 3 },
	{ "a\xE2\x80\x8D" "b\xE2\x80\x8F", "a\xE2\x80\x8D" "b\xE2\x80\x8F",
	    0, 0, 0 },
	{ "a\xFFz", "a\xEF\xBF\xBDz", 1, 0, 0 },
	{ "\xE2\x80", "\xEF\xBF\xBD", 1, 0, 0 },
	{ "\xC0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD", 2, 0, 0 },
	{ "\xDE\xEF\xBB\xBF", "\xEF\xBF\xBD", 1, 0, 1 }
};

START_TEST(bytes_are_made_clean_and_counted)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < UNIT_COUNT(texts); i++) {
		struct repairs repairs = { 0 };

		unit_slice_eq(clean_text(slice_of(texts[i].raw), &arena,
		    &repairs), texts[i].clean);
		ck_assert_uint_eq(repairs.ill_formed, texts[i].ill_formed);
		ck_assert_uint_eq(repairs.controls, texts[i].controls);
		ck_assert_uint_eq(repairs.invisible, texts[i].invisible);
	}
	arena_free(&arena);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		pages_are_tidied,
		depth_is_bounded,
		the_text_of_pages,
		a_better_source_of_a_fact_wins,
		bytes_are_made_clean_and_counted
	};

	return unit_run("html", tests, UNIT_COUNT(tests));
}
