/*
 * The articles at the page's end, with their claims marked in place.
 *
 * Claims nest and overlap, markup must not.  So a sentence is cut at every
 * point where a claim begins or ends, and each piece is marked once, for the
 * weightiest claim over it; the places that links lead to stand as empty
 * elements where their claims begin.
 */
#include "report/html_page.h"
#include "report/origin.h"

#include <stdlib.h>

/* The claims that touch one sentence, and where to cut. */
struct cuts {
	const struct report_claim **claims;
	uint32_t *indices;
	size_t *points;
	size_t count, point_count;
	size_t capacity;
};

static int
compare_points(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

static bool
is_shown(const struct report_claim *claim)
{
	return claim->voice != VOICE_OUTLET ||
	    claim->relates[RELATION_CONFLICT] ||
	    claim->relates[RELATION_EVOLVE] ||
	    claim->relates[RELATION_AGREE];
}

static size_t
clamp(size_t at, const struct report_sentence *sentence)
{
	if (at < sentence->start)
		return sentence->start;
	return at > sentence->end ? sentence->end : at;
}

/* All claims of the article that touch a sentence. */
static void
find_cuts(struct cuts *cuts, const struct report *report,
    const struct report_article *article,
    const struct report_sentence *sentence)
{
	size_t i;

	cuts->count = cuts->point_count = 0;
	cuts->points[cuts->point_count++] = sentence->start;
	cuts->points[cuts->point_count++] = sentence->end;
	for (i = report_claims_from(report, article, sentence->start);
	    i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];

		if (claim->start >= sentence->end)
			break;
		if (claim->end <= sentence->start)
			continue;
		cuts->claims[cuts->count] = claim;
		cuts->indices[cuts->count++] = article->claims[i];
		cuts->points[cuts->point_count++] =
		    clamp(claim->start, sentence);
		cuts->points[cuts->point_count++] =
		    clamp(claim->end, sentence);
	}
	qsort(cuts->points, cuts->point_count, sizeof *cuts->points,
	    compare_points);
}

/* Why a piece of a sentence is marked; NULL when it is not. */
static const char *
mark_of(const struct cuts *cuts, size_t start, size_t end)
{
	static const char *const names[] = { NULL, "said", "agree", "evolve",
	    "conflict" };
	size_t best = 0, i;

	for (i = 0; i < cuts->count; i++) {
		const struct report_claim *claim = cuts->claims[i];
		size_t weight = 1;

		if (!is_shown(claim) || claim->start >= end ||
		    claim->end <= start)
			continue;
		if (claim->relates[RELATION_CONFLICT])
			weight = 4;
		else if (claim->relates[RELATION_EVOLVE])
			weight = 3;
		else if (claim->relates[RELATION_AGREE])
			weight = 2;
		if (weight > best)
			best = weight;
	}
	return names[best];
}

static void
write_anchors(struct html *html, const struct cuts *cuts,
    const struct report_sentence *sentence, size_t at)
{
	size_t i;

	for (i = 0; i < cuts->count; i++)
		if (cuts->claims[i]->start == at ||
		    (at == sentence->start && cuts->claims[i]->start < at &&
		    cuts->claims[i]->sentence != REPORT_NONE &&
		    &html->report->sentences[cuts->claims[i]->sentence] ==
		    sentence))
			html_fill(html, "anchor", { "anchor",
			    html_claim_anchor(html, cuts->claims[i]) });
}

static void
write_numbers(struct html *html, const struct cuts *cuts, size_t at)
{
	size_t i, last = 0;

	for (i = 0; i < cuts->count; i++) {
		size_t number = html->findings->disputes[cuts->indices[i]];

		if (cuts->claims[i]->end != at || number == 0 ||
		    number == last)
			continue;
		html_fill(html, "number",
		    { "number", html_number(html, number) });
		last = number;
	}
}

static void
write_sentence(struct html *html, const struct report_article *article,
    const struct report_sentence *sentence, struct cuts *cuts)
{
	size_t i;

	find_cuts(cuts, html->report, article, sentence);
	html_put(html, "sentence");
	for (i = 0; i + 1 < cuts->point_count; i++) {
		size_t start = cuts->points[i], end = cuts->points[i + 1];
		const char *mark;
		struct slice text;

		if (start == end)
			continue;
		write_anchors(html, cuts, sentence, start);
		mark = mark_of(cuts, start, end);
		text = report_words_at(sentence, (struct span){ start, end });
		html_fill(html, mark ? "claim" : "plain", { "text", text },
		    { "kind", slice_of(mark) });
		write_numbers(html, cuts, end);
	}
	html_put(html, "sentence-end");
}

static void
write_text(struct html *html, const struct report_article *article,
    struct cuts *cuts)
{
	const struct report *report = html->report;
	const struct report_sentence *last = NULL;
	size_t i;

	for (i = 0; i < article->sentence_count; i++) {
		const struct report_sentence *sentence =
		    &report->sentences[article->sentences[i]];
		bool begins = !last || last->paragraph != sentence->paragraph;

		if (begins && last)
			html_put(html, "paragraph-end");
		if (begins)
			html_fill(html, "paragraph",
			    { "kind", sentence->kind });
		else
			buffer_add_byte(html->out, ' ');
		if (last ? sentence->start > last->end + 3
		    : sentence->start > 3)
			html_put(html, "gap");
		write_sentence(html, article, sentence, cuts);
		last = sentence;
	}
	if (last)
		html_put(html, "paragraph-end");
}

static void
write_article(struct html *html, const struct report_article *article,
    struct cuts *cuts)
{
	struct buffer *page = html->out, link = { 0 }, count = { 0 };
	struct buffer key = { 0 };

	if (url_is_safe(article->url)) {
		html->out = &link;
		html_fill(html, "article-link", { "url", article->url });
		html->out = page;
	}
	words_add_count(article->attributed, "statement", &count);
	if (html->report->long_docs)
		buffer_printf(&key, "%zu  ", article->number);
	buffer_add(&key, article->doc);
	buffer_clear(&html->line);
	article_add_title(html->report, article, &html->line);
	html_fill(html, "article",
	    { "anchor", html_article_anchor(html, article) },
	    { "title", buffer_slice(&html->line) },
	    { "key", buffer_slice(&key) },
	    { "origin", html_origin(html, article) },
	    { "statements", buffer_slice(&count) },
	    { "link", buffer_slice(&link) });
	write_text(html, article, cuts);
	html_put(html, "article-end");
	buffer_free(&link);
	buffer_free(&count);
	buffer_free(&key);
}

void
html_articles(struct html *html)
{
	const struct report *report = html->report;
	struct cuts cuts = { 0 };
	size_t i;

	for (i = 0; i < report->article_count; i++)
		if (report->articles[i].claim_count > cuts.capacity)
			cuts.capacity = report->articles[i].claim_count;
	cuts.claims = memory_new(cuts.capacity + 1, sizeof *cuts.claims);
	cuts.indices = memory_new(cuts.capacity + 1, sizeof *cuts.indices);
	cuts.points = memory_new(2 * cuts.capacity + 2, sizeof *cuts.points);
	html_section(html, "articles", "Articles", "As printed, oldest "
	    "first.");
	html_put(html, "legend");
	for (i = 0; i < report->read_count; i++)
		write_article(html, &report->articles[report->by_date[i]],
		    &cuts);
	html_put(html, "section-end");
	free(cuts.claims);
	free(cuts.indices);
	free(cuts.points);
}
