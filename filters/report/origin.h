/*
 * Where a claim or an article comes from, in words.
 */
#ifndef REPORT_ORIGIN_H
#define REPORT_ORIGIN_H

#include "report/report.h"

/* "Coastline Daily, 10 Mar 2025, text: AP" or as much of it as there is. */
void origin_add(const struct report *report,
    const struct report_article *article, struct buffer *out);

/* "Norvane, in Meridian Wire, 10 Mar"; "NDTV, in its own voice, 19 Aug" */
void attribution_add(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

/* As attribution_add, without the date and whose text it is. */
void attribution_add_undated(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

/*
 * "002:56-217", with the dash given; "7:56-217" after the article's number
 * where ids are long; the article alone when the span is empty.
 */
void place_add(const struct report *report,
    const struct report_article *article, struct span span,
    const char *dash, struct buffer *out);

/* An article in a sentence: "002 (NDTV, 19 Aug)". */
void article_add(const struct report *report,
    const struct report_article *article, struct buffer *out);

/* May a page link to it: does it begin with http:// or https://? */
bool url_is_safe(struct slice url);

/* An id in a link: letters, digits, '-', '_' and '.' stay; else the sign and
   the byte, hexadecimal. */
void id_add(struct slice id, char sign, struct buffer *out);

/* The title, else the headline, else the first sentence. */
void article_add_title(const struct report *report,
    const struct report_article *article, struct buffer *out);

#endif
