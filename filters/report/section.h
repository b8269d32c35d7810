/*
 * The sections that views are made of, each nothing where there is nothing
 * to tell.
 */
#ifndef REPORT_SECTION_H
#define REPORT_SECTION_H

#include "report/outline.h"

void section_contested(struct outline *outline);
void section_moved(struct outline *outline);
void section_agreed(struct outline *outline);

/* The days as a picture. */
void section_picture(struct outline *outline);

/* What a report on one article has in place of comparisons. */
void section_said(struct outline *outline);

/* What those most heard say; of several articles. */
void section_voices(struct outline *outline);

void section_figures(struct outline *outline, bool pictures);

/* By outlet, and the speakers most heard: so many, or 0 for all. */
void section_heard(struct outline *outline, size_t speakers);

/* Who is blamed and never quoted, outlet by outlet. */
void section_unheard(struct outline *outline);

void section_silent(struct outline *outline);
void section_witnesses(struct outline *outline);

/* The articles, oldest first, but for those that stand in full already. */
void section_articles(struct outline *outline);

#endif
