/*
 * Evidence of values: figures, durations, dates and times of day of two
 * claims, which are the same, which fit and which lie apart.
 */
#include "compare/evidence.h"

#include <math.h>

#include "compare/interval.h"

#define SAME_HOURS 0.05		/* durations that differ by a twentieth */

/* Is a figure part of a time ("10 days", "11.40pm")? */
static bool
is_of_time(const struct claim *claim, const struct figure *figure)
{
	for (size_t i = 0; i < claim->times.count; i++)
		if (claim->times.at[i].span.start < figure->span.end &&
		    figure->span.start < claim->times.at[i].span.end)
			return true;
	return false;
}

/* How far two figures count one thing: their nouns and units, 0 to 1. */
static float
same_thing(const struct pair *pair, const struct figure *s,
    const struct figure *t)
{
	const struct knowledge *knowledge = pair->claims->knowledge;

	if (!slice_equal(s->unit, t->unit))
		return 0;
	if (s->what.length && t->what.length)
		return slice_equal(s->what, t->what) ? 1 : slice_equal(
		    knowledge_concept(knowledge, s->what),
		    knowledge_concept(knowledge, t->what)) ? 0.9f :
		    s->unit.length ? 0.6f : 0.2f;
	return s->unit.length ? 0.8f : 0.5f;
}

static void
find_figures(float *evidence, const struct pair *pair)
{
	const struct figures *f = &pair->a->figures, *g = &pair->b->figures;
	float best = -1;

	for (size_t i = 0; i < f->count; i++)
		for (size_t j = 0; j < g->count; j++) {
			const struct figure *s = &f->at[i], *t = &g->at[j];
			float thing = same_thing(pair, s, t);
			struct interval x = interval_of(s);
			struct interval y = interval_of(t);
			bool equal = s->low == t->low && s->high == t->high;
			float score = thing + (equal ? 0.5f : 0);

			if (is_of_time(pair->a, s) || is_of_time(pair->b, t))
				continue;
			if (equal && s->low > 2)
				evidence[EVIDENCE_figures_equal] = fmaxf(
				    evidence[EVIDENCE_figures_equal], thing +
				    0.1f * log10f((float)s->low));
			if (score <= best)
				continue;
			best = score;
			evidence[EVIDENCE_figures_thing] = thing;
			evidence[EVIDENCE_figures_unit] = s->unit.length &&
			    slice_equal(s->unit, t->unit);
			evidence[EVIDENCE_figures_meet] =
			    intervals_meet(x, y);
			evidence[EVIDENCE_figures_apart] =
			    intervals_meet(x, y) ? 0 : thing;
			evidence[EVIDENCE_figures_ratio] = s->low > 0 &&
			    t->low > 0 ? (float)fabs(log(s->low / t->low)) :
			    5;
			evidence[EVIDENCE_figures_least] = (float)fmin(
			    fmin(s->low, t->low), 100);
		}
}

static void
find_dates(float *evidence, const struct pair *pair)
{
	const struct timexes *f = &pair->a->times, *g = &pair->b->times;

	for (size_t i = 0; i < f->count; i++)
		for (size_t j = 0; j < g->count; j++) {
			struct slice s = f->at[i].value, t = g->at[j].value;
			size_t length = s.length < t.length ? s.length :
			    t.length;

			if (f->at[i].type > TIMEX_TIME ||
			    g->at[j].type > TIMEX_TIME || length < 4 ||
			    s.at[0] > '9' || t.at[0] > '9')
				continue;
			if (slice_equal(s, t))
				evidence[EVIDENCE_times_equal] = 1;
			else if (memcmp(s.at, t.at, length) == 0)
				evidence[EVIDENCE_times_fit] = 1;
			else
				evidence[EVIDENCE_times_apart] = 1;
		}
}

static void
find_spans(float *evidence, const struct profile *a, const struct profile *b)
{
	for (uint32_t i = 0; i < a->duration_count; i++)
		for (uint32_t j = 0; j < b->duration_count; j++) {
			double x = a->durations[i], y = b->durations[j];

			if (fabs(x - y) <= SAME_HOURS * fmax(x, y))
				evidence[EVIDENCE_durations_equal] = 1;
			else
				evidence[EVIDENCE_durations_apart] = 1;
		}
	for (uint32_t i = 0; i < a->clock_count; i++)
		for (uint32_t j = 0; j < b->clock_count; j++) {
			double gap = fmod(fabs(a->clocks[i].middle -
			    b->clocks[j].middle), 24);

			if (fmin(gap, 24 - gap) <= a->clocks[i].reach +
			    b->clocks[j].reach)
				evidence[EVIDENCE_clocks_near] = 1;
			else
				evidence[EVIDENCE_clocks_apart] = 1;
		}
}

void
evidence_of_values(float evidence[EVIDENCE_COUNT], const struct pair *pair,
    const struct profile *a, const struct profile *b)
{
	find_figures(evidence, pair);
	find_dates(evidence, pair);
	find_spans(evidence, a, b);
}
