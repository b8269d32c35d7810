/*
 * Drawing.
 *
 * The days: a lane for each dispute and each series, a dot for each statement
 * at its day.  The figures: a row for each value, a dot at the number printed,
 * and a bar as far as its approximator lets it reach.  What a picture shows
 * stands below it in words, so nothing is lost without it.
 */
#include "report/picture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "report/heading.h"
#include "report/origin.h"
#include "report/scale.h"
#include "report/wrap.h"

enum {
	LANES_MOST = 24, ROWS_MOST = 40,
	ROW_HEIGHT = 26, AXIS_HEIGHT = 42,
	DAYS_LEFT = 300, DAYS_RIGHT = 690,	/* of the days' axis */
	SCALE_LEFT = 240, SCALE_RIGHT = 480,	/* of the figures' */
	SOURCE_LEFT = 496,
	LANE_LETTERS = 44, PHRASE_LETTERS = 34, SOURCE_LETTERS = 34,
	TICK_ROOM = 62		/* units between two labels of an axis */
};

/* A place in the picture, with one decimal. */
struct place {
	char text[32];
};

static struct slice
place_of(struct place *place, double value)
{
	int length = snprintf(place->text, sizeof place->text, "%.1f", value);

	return (struct slice){ place->text, (size_t)length };
}

/* Append text cut to so many columns, with an ellipsis. */
static void
add_cut(struct slice text, size_t columns, struct buffer *out)
{
	size_t at = 0, used = 0;

	if (utf8_columns(text) <= columns) {
		buffer_add(out, text);
		return;
	}
	while (at < text.length) {
		size_t from = at;

		(void)utf8_next(text, &at);
		used += utf8_columns(slice_part(text, from, at));
		if (used >= columns) {
			at = from;
			break;
		}
	}
	buffer_add(out, slice_trim(slice_part(text, 0, at)));
	buffer_add(out, SLICE("…"));
}

static void
put_text(struct web *web, const char *piece, double x, double y,
    struct slice text)
{
	struct place px = { "" }, py = { "" };

	web_fill(web, piece, { "x", place_of(&px, x) },
	    { "y", place_of(&py, y) }, { "text", text });
}

static void
put_line(struct web *web, const char *class, double x1, double x2, double y)
{
	struct place from = { "" }, to = { "" }, py = { "" };

	web_fill(web, "draw-line", { "class", slice_of(class) },
	    { "x1", place_of(&from, x1) }, { "x2", place_of(&to, x2) },
	    { "y", place_of(&py, y) });
}

static void
put_dot(struct web *web, const char *class, double x, double y,
    struct slice title)
{
	struct place px = { "" }, py = { "" };

	web_fill(web, "draw-dot", { "class", slice_of(class) },
	    { "x", place_of(&px, x) }, { "y", place_of(&py, y) },
	    { "title", title });
}

/* ----------------------------------------------------------------- days */

struct days {
	struct web *web;
	long first, last;	/* days since some day */
	size_t lanes;
};

static double
day_place(const struct days *days, long day)
{
	return DAYS_LEFT + (double)(day - days->first) /
	    (double)(days->last - days->first) * (DAYS_RIGHT - DAYS_LEFT);
}

static double
lane_place(size_t lane)
{
	return ROW_HEIGHT * ((double)lane + 0.6);
}

/* A lane: its name, its line, a dot a statement. */
static void
put_lane(struct days *days, struct slice name, const char *class,
    const uint32_t *claims, size_t count)
{
	const struct report *report = days->web->report;
	double y = lane_place(days->lanes), last = -1, left = -1, right = -1;
	struct buffer label = { 0 };
	size_t i;

	add_cut(name, LANE_LETTERS, &label);
	put_text(days->web, "draw-label", 0, y + 4, buffer_slice(&label));
	for (i = 0; i < count; i++) {
		long day;
		double x;

		if (!words_day_number(report->articles[report->claims[
		    claims[i]].article].date, &day))
			continue;
		x = day_place(days, day);
		left = left < 0 || x < left ? x : left;
		right = x > right ? x : right;
	}
	if (left >= 0)
		put_line(days->web, class, left, right, y);
	for (i = 0; i < count; i++) {
		const struct report_claim *claim = &report->claims[claims[i]];
		long day;
		double x;

		if (!words_day_number(report->articles[claim->article].date,
		    &day))
			continue;
		x = day_place(days, day);
		if (x <= last)	/* several on one day stand side by side */
			x = last + 7;
		last = x;
		buffer_clear(&label);
		attribution_add(report, claim, &label);
		buffer_add(&label, SLICE(": "));
		buffer_add(&label, claim->content);
		put_dot(days->web, class, x < DAYS_RIGHT + 14 ? x
		    : DAYS_RIGHT + 14, y, buffer_slice(&label));
	}
	days->lanes++;
	buffer_free(&label);
}

static void
put_disputes(struct days *days)
{
	const struct web *web = days->web;
	const struct groups *groups = &web->findings->conflicts;
	struct buffer name = { 0 };
	size_t i;

	for (i = 0; i < groups->count && days->lanes < LANES_MOST; i++) {
		const struct group *group = &groups->at[i];
		uint32_t *claims = memory_new(2 * group->count,
		    sizeof *claims);
		size_t count = group_sides(web->report, groups, group,
		    claims);

		buffer_clear(&name);
		buffer_printf(&name, "%zu  ", i + 1);
		heading_add_dispute(web->report, groups, group, SLICE(""),
		    &name);
		put_lane(days, buffer_slice(&name), "conflict", claims,
		    count);
		free(claims);
	}
	buffer_free(&name);
}

static void
put_series(struct days *days)
{
	const struct web *web = days->web;
	const struct groups *groups = &web->findings->series;
	struct buffer name = { 0 };
	size_t i;

	for (i = 0; i < groups->count && days->lanes < LANES_MOST; i++) {
		const struct group *group = &groups->at[i];

		buffer_clear(&name);
		heading_add_course(web->report, groups, group, &name);
		if (name.length == 0)
			heading_add_series(web->report, groups, group,
			    SLICE(""), &name);
		put_lane(days, buffer_slice(&name), "moved",
		    groups->items + group->first, group->count);
	}
	buffer_free(&name);
}

/* The days that have articles, as far as their names do not collide. */
static void
put_days(struct days *days)
{
	const struct report *report = days->web->report;
	double y = lane_place(days->lanes), last = -TICK_ROOM;
	struct buffer name = { 0 };
	size_t i;

	put_line(days->web, "axis", DAYS_LEFT, DAYS_RIGHT, y);
	for (i = 0; i < report->read_count; i++) {
		struct slice date =
		    report->articles[report->by_date[i]].date;
		double x;
		long day;

		if (!words_day_number(date, &day))
			continue;
		x = day_place(days, day);
		if (x - last < TICK_ROOM && i > 0)
			continue;
		last = x;
		buffer_clear(&name);
		report_add_date(report, date, &name);
		put_text(days->web, "draw-tick", x > DAYS_RIGHT - 10
		    ? DAYS_RIGHT - 10 : x, y + 17, buffer_slice(&name));
	}
	buffer_free(&name);
}

static size_t
draw_days(struct web *web)
{
	struct days days = { .web = web };
	const struct report *report = web->report;

	if (!words_day_number(report->first_date, &days.first) ||
	    !words_day_number(report->last_date, &days.last) ||
	    days.first >= days.last ||
	    web->findings->conflicts.count + web->findings->series.count == 0)
		return 0;
	put_disputes(&days);
	put_series(&days);
	put_days(&days);
	return days.lanes * ROW_HEIGHT + AXIS_HEIGHT;
}

/* -------------------------------------------------------------- figures */

/* "40,000", "2.4 million": a number on an axis. */
static void
add_amount(double value, struct buffer *out)
{
	size_t begin = out->length, i;

	if (value >= 1e6) {
		buffer_printf(out, "%.3g %s", value >= 1e9 ? value / 1e9
		    : value / 1e6, value >= 1e9 ? "billion" : "million");
		return;
	}
	if (value < 100) {
		buffer_printf(out, "%.3g", value);
		return;
	}
	buffer_printf(out, "%.0f", value);
	for (i = out->length; i > begin + 3; i -= 3) {
		buffer_add_byte(out, ' ');
		memmove(out->at + i - 2, out->at + i - 3,
		    out->length - 1 - (i - 3));
		out->at[i - 3] = ',';
	}
}

/* A round number up to the limit: 1, 2 or 5 times a power of ten. */
static double
round_below(double limit)
{
	double power = pow(10, floor(log10(limit)));

	return power * (limit >= 5 * power ? 5 : limit >= 2 * power ? 2 : 1);
}

static double
scale_x(double part)
{
	return SCALE_LEFT + part * (SCALE_RIGHT - SCALE_LEFT);
}

static void
put_tick(struct web *web, const struct scale *scale, double value, double y)
{
	const struct figure figure = { .low = value, .high = value };
	struct buffer name = { 0 };

	add_amount(value, &name);
	put_text(web, "draw-tick",
	    scale_x(scale_place(scale, &figure).dot), y + 17,
	    buffer_slice(&name));
	buffer_free(&name);
}

static void
put_ticks(struct web *web, const struct scale *scale, double y)
{
	double low = scale->by_powers ? round_below(scale->low * 2) : 0;
	double high = round_below(scale->high);

	put_line(web, "axis", SCALE_LEFT, SCALE_RIGHT, y);
	put_tick(web, scale, low, y);
	if (high > low)
		put_tick(web, scale, high, y);
}

/* A value: as printed, its dot and bar, and who gives it. */
static void
put_value(struct web *web, const struct scale *scale,
    const struct figure_use *use, double y)
{
	const struct report *report = web->report;
	const struct report_sentence *sentence =
	    &report->sentences[use->sentence];
	struct scale_mark mark = scale_place(scale, use->figure);
	bool contested = use->claim != REPORT_NONE &&
	    web->findings->figure_disputes[use->claim] > 0;
	const char *class = contested ? "conflict" : "moved";
	struct buffer text = { 0 }, cut = { 0 };

	add_cut(slice_part(sentence->text, use->phrase.start,
	    use->phrase.end), PHRASE_LETTERS, &text);
	put_text(web, "draw-label", 0, y + 4, buffer_slice(&text));
	if (mark.to > mark.from)
		put_line(web, contested ? "reach conflict" : "reach moved",
		    scale_x(mark.from), scale_x(mark.to), y);
	buffer_clear(&text);
	if (use->claim != REPORT_NONE)
		attribution_add(report, &report->claims[use->claim], &text);
	else
		origin_add(report, &report->articles[sentence->article],
		    &text);
	put_dot(web, class, scale_x(mark.dot), y, buffer_slice(&text));
	add_cut(buffer_slice(&text), SOURCE_LETTERS, &cut);
	put_text(web, "draw-soft", SOURCE_LEFT, y + 4, buffer_slice(&cut));
	buffer_free(&text);
	buffer_free(&cut);
}

static size_t
draw_figures(struct web *web, const struct counted *thing)
{
	struct scale scale = scale_of(web->findings, thing);
	size_t rows = 0, i;

	if (!scale.useful)
		return 0;
	for (i = 0; i < thing->count && rows < ROWS_MOST; i++) {
		const struct figure_use *use =
		    &web->findings->figures.uses[thing->first + i];

		if (!use->again)
			put_value(web, &scale, use, lane_place(rows++));
	}
	put_ticks(web, &scale, lane_place(rows));
	return rows * ROW_HEIGHT + AXIS_HEIGHT;
}

size_t
picture_add(struct web *web, const struct block *block)
{
	if (block->shape == PICTURE_DAYS)
		return draw_days(web);
	return draw_figures(web,
	    &web->findings->figures.things[block->at]);
}
