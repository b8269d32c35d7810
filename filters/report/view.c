/*
 * The views that are made of the report's own sections, and which is which.
 */
#include "report/view.h"

#include "report/section.h"

enum { SPEAKERS_SHOWN = 15 };

static void
view_report(struct outline *outline)
{
	section_contested(outline);
	section_moved(outline);
	section_said(outline);
	section_figures(outline, false);
	section_agreed(outline);
	section_heard(outline, SPEAKERS_SHOWN);
	section_voices(outline);
	section_silent(outline);
	section_witnesses(outline);
}

/* Of one article there is at least what it gives to whom. */
static void
view_conflicts(struct outline *outline)
{
	section_contested(outline);
	if (outline->findings->conflicts.count == 0)
		section_said(outline);
}

static void
view_figures(struct outline *outline)
{
	section_figures(outline, true);
	if (outline->findings->figures.count > 0)
		return;
	outline_section(outline, "figures", "Figures", "");
	outline_add(outline, BLOCK_REMARK)->text =
	    SLICE("Nothing is counted.");
}

bool
view_has_pictures(int number)
{
	static const bool pictured[] = {
		true, false, true, false, false, true, false, false, false
	};

	return pictured[number];
}

bool
view_has_matters(int number)
{
	static const bool has[] = {
		true, true, true, true, true, false, false, false, true
	};

	return has[number];
}

void
view_build(struct outline *outline, int number, struct slice doc)
{
	static void (*const views[])(struct outline *) = {
		view_report, view_conflicts, view_timeline, view_positions,
		view_sources, view_figures, view_silence, NULL, view_blame
	};

	if (outline->report->read_count == 0)
		return;
	if (views[number])
		views[number](outline);
	else
		view_article(outline, doc);
	section_articles(outline);
}
