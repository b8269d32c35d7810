/*
 * Articles in the page, with their claims marked in place; the places that
 * links lead to stand as empty elements where their claims begin.
 */
#include "report/web_page.h"
#include "report/origin.h"

static void
write_anchors(struct web *web, const struct report_sentence *sentence,
    size_t at)
{
	const struct passage *passage = &web->passage;
	size_t i;

	for (i = 0; i < passage->count; i++) {
		const struct report_claim *claim =
		    &web->report->claims[passage->claims[i]];

		if (claim->start != at && (at != sentence->start ||
		    claim->start > at || claim->sentence == REPORT_NONE ||
		    &web->report->sentences[claim->sentence] != sentence))
			continue;
		if (claim->outside || claim->sentence == REPORT_NONE ||
		    web->anchored[passage->claims[i]])
			continue;
		web->anchored[passage->claims[i]] = true;
		buffer_clear(&web->href);
		web_add_claim_anchor(web->report, claim, &web->href);
		web_fill(web, "anchor",
		    { "anchor", buffer_slice(&web->href) });
	}
}

/* The numbers of the disputes, or of what stands beside, behind a claim. */
static void
write_numbers(struct web *web, size_t at)
{
	const struct passage *passage = &web->passage;
	const uint32_t *notes = web->outline->notes;
	size_t i, last = 0;

	for (i = 0; i < passage->count; i++) {
		uint32_t claim = passage->claims[i];
		uint32_t number = notes ? notes[claim]
		    : web->findings->disputes[claim];

		if (web->report->claims[claim].end != at || number == 0 ||
		    number == last)
			continue;
		web_fill(web, notes || !web->disputes ? "note-number"
		    : "number", { "href", web_dispute_href(web, number) },
		    { "number", web_number(web, number) });
		last = number;
	}
}

static void
write_sentence(struct web *web, const struct report_article *article,
    const struct report_sentence *sentence)
{
	static const char *const marks[] = { "", "said", "agree", "evolve",
	    "conflict" };
	struct passage *passage = &web->passage;
	size_t i;

	passage_cut(passage, article, sentence);
	web_put(web, "sentence");
	for (i = 0; i + 1 < passage->point_count; i++) {
		size_t start = passage->points[i];
		size_t end = passage->points[i + 1];
		enum passage_mark mark;

		if (start == end)
			continue;
		write_anchors(web, sentence, start);
		mark = passage_mark(passage, start, end);
		web_fill(web, mark == MARK_NONE ? "plain" : "claim",
		    { "text", report_words_at(sentence,
		    (struct span){ start, end }) },
		    { "kind", slice_of(marks[mark]) });
		write_numbers(web, end);
	}
	web_put(web, "sentence-end");
}

/* The paragraph that begins with an article's sentence; returns what comes
   behind it. */
static size_t
write_paragraph(struct web *web, const struct report_article *article,
    size_t at)
{
	const struct report *report = web->report;
	size_t first = at;

	web_fill(web, "paragraph", { "kind",
	    report->sentences[article->sentences[at]].kind });
	for (; at < article->sentence_count && (at == first ||
	    !passage_begins(report, article, at)); at++) {
		const struct report_sentence *sentence =
		    &report->sentences[article->sentences[at]];
		const struct report_sentence *last = at == 0 ? NULL
		    : &report->sentences[article->sentences[at - 1]];

		if (at > first)
			buffer_add_byte(web->out, ' ');
		if (last ? sentence->start > last->end + 3
		    : sentence->start > 3)
			web_put(web, "gap");
		write_sentence(web, article, sentence);
	}
	web_put(web, "paragraph-end");
	return at;
}

void
web_paragraph(struct web *web, const struct block *block)
{
	(void)write_paragraph(web, &web->report->articles[block->at],
	    block->number);
}

void
web_article(struct web *web, const struct block *block)
{
	const struct report_article *article =
	    &web->report->articles[block->at];
	struct buffer *page = web->out, link = { 0 }, count = { 0 };
	struct buffer key = { 0 };
	size_t at = 0;

	if (url_is_safe(article->url)) {
		web->out = &link;
		web_fill(web, "article-link", { "url", article->url });
		web->out = page;
	}
	words_add_count(article->attributed, "statement", &count);
	if (web->report->long_docs)
		buffer_printf(&key, "%zu  ", article->number);
	buffer_add(&key, article->doc);
	buffer_clear(&web->line);
	article_add_title(web->report, article, &web->line);
	buffer_clear(&web->href);
	web_add_article_anchor(article, &web->href);
	web_fill(web, "article", { "anchor", buffer_slice(&web->href) },
	    { "outlet", web_number(web, article->publisher) },
	    { "title", buffer_slice(&web->line) },
	    { "key", buffer_slice(&key) },
	    { "origin", web_origin(web, article) },
	    { "statements", buffer_slice(&count) },
	    { "link", buffer_slice(&link) });
	while (block->shape == ARTICLE_LISTED && at < article->sentence_count)
		at = write_paragraph(web, article, at);
	buffer_free(&link);
	buffer_free(&count);
	buffer_free(&key);
}
