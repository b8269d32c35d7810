/*
 * Phrases of the report that every format prints: headings, sums, remarks.
 * Each appends plain text, which the format makes safe.
 */
#ifndef REPORT_PHRASES_H
#define REPORT_PHRASES_H

#include "report/findings.h"

/* A slug in words: "us_officials@003" is "us officials". */
void slug_add(struct slice slug, struct buffer *out);

/* As slug_add, with capitals where it is a name's: "Antony Blinken". */
void slug_add_name(struct slice slug, struct buffer *out);

/* A topic: names for ids, words for slugs. */
void topic_add(const struct report *report, struct slice topic,
    struct buffer *out);

/* The heading of a dispute: what it is about, and a question for its kind. */
void heading_add(const struct report *report,
    const struct report_relation *relation, struct buffer *out);

/* Why a relation holds, with names for ids. */
void reason_add(const struct report *report, struct slice reason,
    struct buffer *out);

/* What a series is about: whose, and on which topic. */
void series_add(const struct report *report, const struct groups *series,
    const struct group *group, struct buffer *out);

/* A relation `evolve` that a claim takes part in, or NULL. */
const struct report_relation *series_step(const struct report *report,
    uint32_t claim);

/* "people", "litres", "euros": what is counted, the noun as printed. */
void counted_add(const struct report *report,
    const struct findings *findings, const struct counted *thing,
    struct buffer *out);

/* "never mentioned by Coastline Daily; in Meridian Wire 4 times" */
void silence_add(const struct report *report, const struct silence *silence,
    struct buffer *out);

/* How many articles on how many independent texts. */
void witnesses_add(const struct report *report,
    const struct findings *findings, struct buffer *out);

/* "02 (…) is a copy of 01 (…): 15 of its 18 statements" */
void copy_add(const struct report *report, const struct copy *copy,
    struct buffer *out);

/* "Coastline Daily, 10 Mar 2025, text: AP" or as much of it as there is. */
void origin_add(const struct report *report,
    const struct report_article *article, struct buffer *out);

/* "Norvane, in Meridian Wire, 10 Mar"; "NDTV, in its own voice, 19 Aug" */
void attribution_add(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

/* As attribution_add, without the date and whose text it is. */
void attribution_add_undated(const struct report *report,
    const struct report_claim *claim, struct buffer *out);

/* Are they the same but for capitals and marks? */
bool same_words(struct slice a, struct slice b);

/* What an agreement is about. */
void agreement_add(const struct report *report,
    const struct groups *agreements, const struct group *group,
    struct buffer *out);

/* "5 articles, 3 outlets, 21 Mar - 19 Sep 2024, 87 attributed statements" */
void summary_add(const struct report *report,
    const struct findings *findings, struct buffer *out);

/* "2 witnesses" */
void count_witnesses_add(size_t count, struct buffer *out);

/* "KSA Today 12, NDTV 4": where a speaker is heard. */
void heard_add(const struct report *report, const struct speaker *speaker,
    struct buffer *out);

/* "001 (KSA Today, 1 May) has its text from CNN" */
void upstream_add(const struct report *report,
    const struct report_article *article, struct buffer *out);

/* May a page link to it: does it begin with http:// or https://? */
bool url_is_safe(struct slice url);

/* The title, else the headline, else the first sentence. */
void article_add_title(const struct report *report,
    const struct report_article *article, struct buffer *out);

#endif
