/*
 * The HTML page: its head, its frame, and what its sections share.
 *
 * The page is one file without script.  Its policy allows nothing but its own
 * style, named by the style's hash, so nothing that an article says can load
 * or run anything.  All markup stands in page.html, all escaping is in
 * template.c.
 */
#include "report/html.h"

#include <sha2.h>

#include "report/html_page.h"
#include "report/letters.h"
#include "report/origin.h"
#include "report/remark.h"
#include "report/speaker.h"

extern const char report_page_html[], report_page_html_end[];
extern const char report_page_css[], report_page_css_end[];

struct slice
html_number(struct html *html, size_t number)
{
	buffer_clear(&html->number);
	buffer_add_number(&html->number, number);
	return buffer_slice(&html->number);
}

struct slice
html_speaker(struct html *html, const struct report_claim *claim)
{
	buffer_clear(&html->speaker);
	speaker_add(html->report, claim, &html->speaker);
	return buffer_slice(&html->speaker);
}

struct slice
html_origin(struct html *html, const struct report_article *article)
{
	buffer_clear(&html->origin);
	origin_add(html->report, article, &html->origin);
	return buffer_slice(&html->origin);
}

struct slice
html_place(struct html *html, const struct report_article *article,
    size_t start, size_t end)
{
	buffer_clear(&html->place);
	place_add(html->report, article, (struct span){ start, end }, "–",
	    &html->place);
	return buffer_slice(&html->place);
}

struct slice
html_voice(const struct report_claim *claim)
{
	static const char *const names[VOICE_COUNT] = {
		[VOICE_OUTLET] = "outlet", [VOICE_NAMED] = "named",
		[VOICE_GROUP] = "group", [VOICE_UNNAMED] = "unnamed",
		[VOICE_NOBODY] = "nobody"
	};

	return slice_of(names[claim->voice]);
}

/* Letters, digits and a few marks stay; all else becomes ~XX. */
static void
add_anchor(struct slice id, struct buffer *out)
{
	size_t i;

	for (i = 0; i < id.length; i++) {
		unsigned char c = (unsigned char)id.at[i];

		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
		    c == '.')
			buffer_add_byte(out, (char)c);
		else
			buffer_printf(out, "~%02X", c);
	}
}

struct slice
html_article_anchor(struct html *html, const struct report_article *article)
{
	buffer_clear(&html->anchor);
	buffer_add(&html->anchor, SLICE("article-"));
	add_anchor(article->doc, &html->anchor);
	return buffer_slice(&html->anchor);
}

struct slice
html_claim_anchor(struct html *html, const struct report_claim *claim)
{
	const struct report_article *article =
	    &html->report->articles[claim->article];

	if (claim->outside || claim->sentence == REPORT_NONE)
		return html_article_anchor(html, article);
	buffer_clear(&html->anchor);
	buffer_add(&html->anchor, SLICE("claim-"));
	add_anchor(article->doc, &html->anchor);
	buffer_add_byte(&html->anchor, '-');
	add_anchor(claim->id, &html->anchor);
	return buffer_slice(&html->anchor);
}

/* Does the reason name the word, and is it one that decides anything? */
static bool
decides(const struct report *report, struct slice reason, struct slice word)
{
	size_t at, end;

	if (!letters_begin(word) ||
	    words_find(report->words, "little", word).length > 0)
		return false;
	for (at = 0; at < reason.length; at = end) {
		end = letters_end(reason, at);
		if (letters_same(slice_part(reason, at, end), word))
			return true;
	}
	return false;
}

/*
 * The end of the run of deciding words that begins at `at`; at itself when
 * the word there decides nothing.  What lies between two of them belongs to
 * it when it holds no letter.
 */
static size_t
deciding_end(const struct report *report, struct slice reason,
    struct slice text, size_t at)
{
	size_t end = at, run = at;

	while (end < text.length) {
		size_t start = end;
		struct slice word;

		end = letters_end(text, start);
		word = slice_part(text, start, end);
		if (decides(report, reason, word))
			run = end;
		else if (letters_begin(word) || run == at)
			break;
	}
	return run;
}

struct slice
html_words(struct html *html, const struct report_claim *claim,
    struct slice reason)
{
	struct slice text = claim->content;
	struct buffer *page = html->out;
	size_t at, end;

	buffer_clear(&html->words);
	html->out = &html->words;
	for (at = 0; at < text.length; at = end) {
		const char *piece = "deciding";

		end = deciding_end(html->report, reason, text, at);
		if (end == at) {
			piece = "plain";
			end = letters_end(text, at);
		}
		html_fill(html, piece, { "text", slice_part(text, at, end) });
	}
	html->out = page;
	return buffer_slice(&html->words);
}

void
html_section(struct html *html, const char *id, const char *name,
    const char *gloss)
{
	html_fill(html, "section", { "id", slice_of(id) },
	    { "name", slice_of(name) }, { "gloss", slice_of(gloss) });
}

/* The style's SHA-256 in base64, as the page's policy wants it. */
static void
add_hash(struct slice style, struct buffer *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	uint8_t hash[SHA256_DIGEST_LENGTH + 1];
	SHA2_CTX context;
	size_t i;

	SHA256Init(&context);
	SHA256Update(&context, (const uint8_t *)style.at, style.length);
	SHA256Final(hash, &context);
	hash[SHA256_DIGEST_LENGTH] = 0;
	for (i = 0; i < SHA256_DIGEST_LENGTH; i += 3) {
		unsigned bits = (unsigned)hash[i] << 16 |
		    (unsigned)hash[i + 1] << 8 |
		    (i + 2 <= SHA256_DIGEST_LENGTH ? hash[i + 2] : 0u);

		buffer_add_byte(out, digits[bits >> 18 & 63]);
		buffer_add_byte(out, digits[bits >> 12 & 63]);
		buffer_add_byte(out, digits[bits >> 6 & 63]);
		buffer_add_byte(out, digits[bits & 63]);
	}
	out->at[out->length - 1] = '=';
}

static void
write_head(struct html *html)
{
	struct slice style = SLICE_BETWEEN(report_page_css,
	    report_page_css_end);

	buffer_clear(&html->line);
	buffer_clear(&html->words);
	add_hash(style, &html->line);
	summary_add(html->report, html->findings, &html->words);
	html_fill(html, "head", { "hash", buffer_slice(&html->line) },
	    { "title", html->findings->title }, { "style", style },
	    { "summary", buffer_slice(&html->words) });
}

static void
write_link(struct html *html, const char *id, const char *name, size_t count)
{
	struct buffer *page = html->out;

	buffer_clear(&html->line);
	html->out = &html->line;
	if (count > 0)
		html_fill(html, "nav-count",
		    { "count", html_number(html, count) });
	html->out = page;
	html_fill(html, "nav", { "id", slice_of(id) },
	    { "name", slice_of(name) },
	    { "count", buffer_slice(&html->line) });
}

static void
write_links(struct html *html)
{
	const struct findings *findings = html->findings;
	bool several = html->report->read_count > 1;

	if (several)
		write_link(html, "contested", "Contested",
		    findings->conflicts.count);
	else if (html->report->attributed > 0)
		write_link(html, "said", "Who says what",
		    html->report->attributed);
	if (findings->series.count > 0)
		write_link(html, "moved", "Moved", findings->series.count);
	if (findings->figures.count > 0)
		write_link(html, "figures", "Figures",
		    findings->figures.count);
	if (findings->agreements.count > 0)
		write_link(html, "same", "Who says the same",
		    findings->agreements.count);
	if (html->report->attributed > 0)
		write_link(html, "heard", "Who is heard", 0);
	if (findings->silences.count > 0)
		write_link(html, "silent", "Silent",
		    findings->silences.count);
	if (several)
		write_link(html, "witnesses", "Witnesses", 0);
	write_link(html, "articles", "Articles", html->report->read_count);
}

static void
write_sections(struct html *html)
{
	if (html->report->read_count == 0) {
		html_put(html, "main");
		html_put(html, "nothing");
		return;
	}
	write_links(html);
	html_put(html, "main");
	if (html->report->read_count == 1 &&
	    html->findings->conflicts.count == 0)
		html_put(html, "single");
	html_contested(html);
	html_moved(html);
	html_said(html);
	html_figures(html);
	html_agreed(html);
	html_heard(html);
	html_silent(html);
	html_witnesses(html);
	html_articles(html);
}

void
html_write(struct buffer *out, const struct report *report,
    const struct findings *findings)
{
	struct html html = {
		.out = out, .report = report, .findings = findings
	};

	template_open(&html.template, SLICE_BETWEEN(report_page_html,
	    report_page_html_end));
	write_head(&html);
	write_sections(&html);
	html_put(&html, "foot");
	template_free(&html.template);
	buffer_free(&html.speaker);
	buffer_free(&html.origin);
	buffer_free(&html.place);
	buffer_free(&html.anchor);
	buffer_free(&html.words);
	buffer_free(&html.line);
	buffer_free(&html.number);
}
