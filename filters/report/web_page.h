/*
 * The HTML page in the making.
 */
#ifndef REPORT_WEB_PAGE_H
#define REPORT_WEB_PAGE_H

#include "report/outline.h"
#include "report/passage.h"
#include "report/template.h"

/* What is open around the next block: elements that several blocks share. */
enum web_group {
	GROUP_NONE,
	GROUP_PAIR, GROUP_STEPS, GROUP_VOICES, GROUP_FIGURES, GROUP_ITEMS,
	GROUP_PASSAGE, GROUP_BESIDE,
	GROUP_COUNT
};

struct web {
	struct template template;
	struct buffer *out;
	const struct outline *outline;
	const struct report *report;
	const struct findings *findings;
	struct passage passage;
	enum web_group group;
	bool in_entry, in_section, in_article;
	bool disputes;			/* the page has them to link to */
	bool *anchored;			/* of each claim: has its anchor */
	const size_t *article_pages;	/* of each article; NULL: this page */
	const size_t *dispute_pages;	/* of each dispute, from 1 */
	size_t page;			/* the one being written */
	struct buffer speaker, origin, place, href, words, line, number,
	    facets;
};

/* web_fill(web, "piece", { "place", value }, …) */
#define web_fill(web, piece, ...) \
	template_fill(&(web)->template, (piece), \
	    (const struct template_value[]){ __VA_ARGS__, \
	    { NULL, { "", 0 } } }, (web)->out)

/* A piece without places. */
#define web_put(web, piece) \
	web_fill((web), (piece), { "", { "", 0 } })

void web_open(struct web *web, struct buffer *out,
    const struct outline *outline);
void web_close(struct web *web);

/* Write a block, or a table as a whole; returns the next one's number. */
size_t web_block(struct web *web, size_t at);

/* Close what the last block left open: all of it. */
void web_end(struct web *web);

/* Close what several blocks share; open another group. */
void web_group(struct web *web, enum web_group group);

/* The head of a page with its title; the choices of its filter; the links to
   its sections; its foot. */
void web_head(struct web *web, struct slice title);
void web_filter(struct web *web);
void web_links(struct web *web);

/* What an entry is filtered by, as attributes; valid until the next call. */
struct slice web_entry_facets(struct web *web, size_t at);
struct slice web_claim_facets(struct web *web,
    const struct report_claim *claim);

/* An article with its words. */
void web_article(struct web *web, const struct block *block);
void web_paragraph(struct web *web, const struct block *block);

/* The picture of a block; nothing where there is nothing to draw. */
void web_picture(struct web *web, const struct block *block);

/* A number as text, valid until the next call. */
struct slice web_number(struct web *web, size_t number);

/* What a claim's pieces show; each valid until it is asked for again. */
struct slice web_speaker(struct web *web,
    const struct report_claim *claim);
struct slice web_origin(struct web *web,
    const struct report_article *article);
struct slice web_place(struct web *web,
    const struct report_article *article, size_t start, size_t end);
struct slice web_voice(const struct report_claim *claim);

/* The name of the place where a claim's words stand in their article; where
   an article stands; without the '#'. */
void web_add_claim_anchor(const struct report *report,
    const struct report_claim *claim, struct buffer *out);
void web_add_article_anchor(const struct report_article *article,
    struct buffer *out);

/* Links to these, and to a dispute. */
struct slice web_claim_href(struct web *web, uint32_t claim);
struct slice web_article_href(struct web *web, uint32_t article);
struct slice web_dispute_href(struct web *web, uint32_t number);

/* A claim's words as markup, those that `reason` names marked. */
struct slice web_words(struct web *web, const struct report_claim *claim,
    struct slice reason);

#endif
