/*
 * The HTML page in the making, and its sections.
 */
#ifndef REPORT_HTML_PAGE_H
#define REPORT_HTML_PAGE_H

#include "report/findings.h"
#include "report/template.h"

struct html {
	struct template template;
	struct buffer *out;
	const struct report *report;
	const struct findings *findings;
	struct buffer speaker, origin, place, anchor, words, line, number;
};

/* html_fill(html, "piece", { "place", value }, …) */
#define html_fill(html, piece, ...) \
	template_fill(&(html)->template, (piece), \
	    (const struct template_value[]){ __VA_ARGS__, \
	    { NULL, { "", 0 } } }, (html)->out)

/* A piece without places. */
#define html_put(html, piece) \
	html_fill((html), (piece), { "", { "", 0 } })

void html_contested(struct html *html);
void html_moved(struct html *html);
void html_agreed(struct html *html);
void html_said(struct html *html);	/* a lone article's claims */
void html_figures(struct html *html);
void html_heard(struct html *html);
void html_silent(struct html *html);
void html_witnesses(struct html *html);
void html_articles(struct html *html);

/* Begin a section; end it with html_put(html, "section-end"). */
void html_section(struct html *html, const char *id, const char *name,
    const char *gloss);

/* A number as text, valid until the next call. */
struct slice html_number(struct html *html, size_t number);

/* What a claim's pieces show; each valid until it is asked for again. */
struct slice html_speaker(struct html *html,
    const struct report_claim *claim);
struct slice html_origin(struct html *html,
    const struct report_article *article);
struct slice html_place(struct html *html,
    const struct report_article *article, size_t start, size_t end);
struct slice html_voice(const struct report_claim *claim);

/* The name of the place in the page where a claim's words stand in their
   article, without the '#'; where an article stands. */
struct slice html_claim_anchor(struct html *html,
    const struct report_claim *claim);
struct slice html_article_anchor(struct html *html,
    const struct report_article *article);

/* A claim's words as markup, those that `reason` names marked. */
struct slice html_words(struct html *html, const struct report_claim *claim,
    struct slice reason);

#endif
