/*
 * What the pieces of a page share: speakers, places, links, marked words.
 */
#include "report/web_page.h"

#include <stdlib.h>

#include "report/letters.h"
#include "report/origin.h"
#include "report/speaker.h"

extern const char report_page_html[], report_page_html_end[];

void
web_open(struct web *web, struct buffer *out,
    const struct outline *outline)
{
	size_t i;

	*web = (struct web){
		.out = out, .outline = outline, .report = outline->report,
		.findings = outline->findings
	};
	template_open(&web->template, SLICE_BETWEEN(report_page_html,
	    report_page_html_end));
	passage_open(&web->passage, outline->report);
	web->anchored = memory_new(outline->report->claim_count + 1,
	    sizeof *web->anchored);
	for (i = 0; i < outline->count && !web->disputes; i++)
		web->disputes = outline->blocks[i].kind == BLOCK_ENTRY &&
		    outline->blocks[i].shape == ENTRY_DISPUTE;
}

void
web_close(struct web *web)
{
	template_free(&web->template);
	passage_close(&web->passage);
	free(web->anchored);
	buffer_free(&web->speaker);
	buffer_free(&web->origin);
	buffer_free(&web->place);
	buffer_free(&web->href);
	buffer_free(&web->words);
	buffer_free(&web->line);
	buffer_free(&web->number);
	buffer_free(&web->facets);
}

struct slice
web_number(struct web *web, size_t number)
{
	buffer_clear(&web->number);
	buffer_add_number(&web->number, number);
	return buffer_slice(&web->number);
}

struct slice
web_speaker(struct web *web, const struct report_claim *claim)
{
	buffer_clear(&web->speaker);
	speaker_add(web->report, claim, &web->speaker);
	return buffer_slice(&web->speaker);
}

struct slice
web_origin(struct web *web, const struct report_article *article)
{
	buffer_clear(&web->origin);
	origin_add(web->report, article, &web->origin);
	return buffer_slice(&web->origin);
}

struct slice
web_place(struct web *web, const struct report_article *article,
    size_t start, size_t end)
{
	buffer_clear(&web->place);
	place_add(web->report, article, (struct span){ start, end }, "–",
	    &web->place);
	return buffer_slice(&web->place);
}

struct slice
web_voice(const struct report_claim *claim)
{
	static const char *const names[VOICE_COUNT] = {
		[VOICE_OUTLET] = "outlet", [VOICE_NAMED] = "named",
		[VOICE_GROUP] = "group", [VOICE_UNNAMED] = "unnamed",
		[VOICE_NOBODY] = "nobody"
	};

	return slice_of(names[claim->voice]);
}

/* ---------------------------------------------------------------- links */

void
web_add_article_anchor(const struct report_article *article,
    struct buffer *out)
{
	buffer_add(out, SLICE("article-"));
	id_add(article->doc, '~', out);
}

void
web_add_claim_anchor(const struct report *report,
    const struct report_claim *claim, struct buffer *out)
{
	const struct report_article *article =
	    &report->articles[claim->article];

	if (claim->outside || claim->sentence == REPORT_NONE) {
		web_add_article_anchor(article, out);
		return;
	}
	buffer_add(out, SLICE("claim-"));
	id_add(article->doc, '~', out);
	buffer_add_byte(out, '-');
	id_add(claim->id, '~', out);
}

/* The page that something stands on, where that is another one. */
static void
begin_href(struct web *web, const size_t *pages, size_t at)
{
	buffer_clear(&web->href);
	if (pages && pages[at] != web->page) {
		if (pages[at] == 0)
			buffer_add(&web->href, SLICE("index.html"));
		else
			buffer_printf(&web->href, "page-%zu.html",
			    pages[at]);
	}
	buffer_add_byte(&web->href, '#');
}

struct slice
web_article_href(struct web *web, uint32_t article)
{
	begin_href(web, web->article_pages, article);
	web_add_article_anchor(&web->report->articles[article],
	    &web->href);
	return buffer_slice(&web->href);
}

struct slice
web_claim_href(struct web *web, uint32_t claim)
{
	const struct report_claim *at = &web->report->claims[claim];

	begin_href(web, web->article_pages, at->article);
	web_add_claim_anchor(web->report, at, &web->href);
	return buffer_slice(&web->href);
}

struct slice
web_dispute_href(struct web *web, uint32_t number)
{
	begin_href(web, web->dispute_pages, number);
	buffer_printf(&web->href, "contested-%u", number);
	return buffer_slice(&web->href);
}

/* ---------------------------------------------------------------- words */

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
web_words(struct web *web, const struct report_claim *claim,
    struct slice reason)
{
	struct slice text = claim->content;
	struct buffer *page = web->out;
	size_t at, end;

	buffer_clear(&web->words);
	web->out = &web->words;
	if (reason.length == 0)
		web_fill(web, "plain", { "text", text });
	for (at = 0; reason.length > 0 && at < text.length; at = end) {
		const char *piece = "deciding";

		end = deciding_end(web->report, reason, text, at);
		if (end == at) {
			piece = "plain";
			end = letters_end(text, at);
		}
		web_fill(web, piece, { "text", slice_part(text, at, end) });
	}
	web->out = page;
	return buffer_slice(&web->words);
}
