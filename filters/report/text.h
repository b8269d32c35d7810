/*
 * The report as text for a terminal, in lines of a given width.
 */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "report/findings.h"
#include "report/page.h"

void text_write(struct buffer *out, const struct report *report,
    const struct findings *findings, size_t width, bool colour);

/*
 * Its sections, each nothing when there is nothing to tell; text_said is what
 * a report on one article has instead of comparisons, text_voices what those
 * most heard say in the reports of several.
 */
void text_contested(struct page *page, const struct report *report,
    const struct findings *findings);
void text_moved(struct page *page, const struct report *report,
    const struct findings *findings);
void text_agreed(struct page *page, const struct report *report,
    const struct findings *findings);
void text_said(struct page *page, const struct report *report);
void text_voices(struct page *page, const struct report *report,
    const struct findings *findings);
void text_figures(struct page *page, const struct report *report,
    const struct findings *findings);
void text_heard(struct page *page, const struct report *report,
    const struct findings *findings);
void text_silent(struct page *page, const struct report *report,
    const struct findings *findings);
void text_witnesses(struct page *page, const struct report *report,
    const struct findings *findings);
void text_articles(struct page *page, const struct report *report);

/* What sections share: a heading, and one claim's words with their place. */
void text_section(struct page *page, const char *name);
void text_claim(struct page *page, const struct report *report,
    const struct report_claim *claim, size_t indent);
void text_place(struct page *page, const struct report *report,
    const struct report_article *article, size_t start, size_t end);

#endif
