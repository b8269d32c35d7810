/*
 * The views: what a reader asks of the table.
 */
#ifndef REPORT_VIEW_H
#define REPORT_VIEW_H

#include "report/outline.h"

/* The names of the views, joined by '|', in the order of view_build's. */
#define VIEW_NAMES "report|conflicts|timeline|positions|sources|figures|" \
	"silence|article|blame"

/*
 * Fill an outline with the view of that number; doc chooses the article of
 * the view `article`, empty for all of them.
 */
void view_build(struct outline *outline, int number, struct slice doc);

/* Has the view of that number pictures? */
bool view_has_pictures(int number);

/* Has it matters, which a feed could have as entries? */
bool view_has_matters(int number);

/* The views with sections of their own. */
void view_timeline(struct outline *outline);
void view_positions(struct outline *outline);
void view_sources(struct outline *outline);
void view_silence(struct outline *outline);
void view_article(struct outline *outline, struct slice doc);
void view_blame(struct outline *outline);

#endif
