/*
 * Remarks on what was counted: sums, silences, copies, witnesses.
 */
#ifndef REPORT_REMARK_H
#define REPORT_REMARK_H

#include "report/findings.h"

/* "5 articles, 3 outlets, 21 Mar - 19 Sep 2024, 87 attributed statements" */
void summary_add(const struct report *report,
    const struct findings *findings, struct buffer *out);

/* "people", "litres", "euros": what is counted, the noun as printed. */
void counted_add(const struct report *report,
    const struct findings *findings, const struct counted *thing,
    struct buffer *out);

/* Who gives a figure, and the number of the dispute that it stands in. */
void figure_add_source(const struct report *report,
    const struct findings *findings, const struct figure_use *use,
    struct buffer *out);

/* The words around a figure, with ellipses. */
void figure_add_context(const struct report *report,
    const struct figure_use *use, struct buffer *out);

/* "Hamas is blamed in KSA Today (2 statements) and never quoted there" */
void unheard_add(const struct report *report, const struct unheard *unheard,
    struct buffer *out);

/*
 * What a changed position may be besides: two positions on two matters.
 * Nothing when the steps have a telling word in common.
 */
void remark_other_matter(const struct report *report,
    const struct groups *series, const struct group *group,
    struct buffer *out);

/* "KSA Today 12, NDTV 4": where a speaker is heard. */
void heard_add(const struct report *report, const struct speaker *speaker,
    struct buffer *out);

/* "never mentioned by Coastline Daily; in Meridian Wire 4 times" */
void silence_add(const struct report *report, const struct silence *silence,
    struct buffer *out);

/* "2 witnesses" */
void count_witnesses_add(size_t count, struct buffer *out);

/* How many articles on how many independent texts. */
void witnesses_add(const struct report *report,
    const struct findings *findings, struct buffer *out);

/* "02 (…) is a copy of 01 (…): 15 of its 18 statements" */
void copy_add(const struct report *report, const struct copy *copy,
    struct buffer *out);

/* "001 (KSA Today, 1 May) has its text from CNN" */
void upstream_add(const struct report *report,
    const struct report_article *article, struct buffer *out);

#endif
