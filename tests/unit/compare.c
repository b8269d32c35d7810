/*
 * The comparison's small parts: intervals, days, what words mean.
 */
#include "unit.h"

#include <math.h>

#include "compare/claim.h"
#include "compare/day.h"
#include "compare/interval.h"
#include "compare/knowledge.h"
#include "compare/relation.h"

static const struct {
	double low, high;
	enum approx approx;
	double other;
	enum approx other_approx;
	bool meet;
} figures[] = {
	{ 12, 12, APPROX_MIN, 9, APPROX_EXACT, false },
	{ 12, 12, APPROX_MIN, 14, APPROX_EXACT, true },
	{ 12, 12, APPROX_MIN, 12, APPROX_EXACT, true },
	{ 12, 12, APPROX_GT, 12, APPROX_EXACT, false },
	{ 12, 12, APPROX_LT, 12, APPROX_MIN, false },
	{ 12, 12, APPROX_MAX, 12, APPROX_MIN, true },
	{ 40, 40, APPROX_MAX, 65, APPROX_EXACT, false },
	{ 65, 80, APPROX_EXACT, 70, APPROX_EXACT, true },
	{ 65, 80, APPROX_EXACT, 81, APPROX_EXACT, false },
	{ 100, 100, APPROX_ABOUT, 109, APPROX_EXACT, true },
	{ 100, 100, APPROX_ABOUT, 111, APPROX_EXACT, false },
	{ 2400000, 2400000, APPROX_EXACT, 2412345, APPROX_EXACT, true },
	{ 2400000, 2400000, APPROX_EXACT, 2460000, APPROX_EXACT, false },
	{ 1200, 1200, APPROX_EXACT, 1204, APPROX_EXACT, false },
	{ 0, 0, APPROX_EXACT, 1, APPROX_EXACT, false }
};

START_TEST(figures_meet_as_their_words_allow)
{
	for (size_t i = 0; i < UNIT_COUNT(figures); i++) {
		struct figure a = { .low = figures[i].low,
			.high = figures[i].high, .approx = figures[i].approx };
		struct figure b = { .low = figures[i].other,
			.high = figures[i].other,
			.approx = figures[i].other_approx };

		ck_assert_msg(intervals_meet(interval_of(&a),
		    interval_of(&b)) == figures[i].meet, "row %zu", i);
		ck_assert_msg(intervals_meet(interval_of(&b),
		    interval_of(&a)) == figures[i].meet, "row %zu", i);
	}
}
END_TEST

START_TEST(a_ratio_is_that_of_the_nearest_bounds)
{
	struct figure few = { .low = 30, .high = 30, .approx = APPROX_MAX };
	struct figure many = { .low = 120, .high = 150,
		.approx = APPROX_EXACT };
	struct figure none = { .low = 0, .high = 0, .approx = APPROX_EXACT };

	ck_assert(intervals_ratio(interval_of(&few), interval_of(&many)) == 4);
	ck_assert(intervals_ratio(interval_of(&many), interval_of(&few)) == 4);
	ck_assert(intervals_ratio(interval_of(&many), interval_of(&many)) == 1);
	ck_assert(isinf(intervals_ratio(interval_of(&none),
	    interval_of(&many))));
}
END_TEST

static const struct {
	const char *date;
	int32_t day;
} days[] = {
	{ "1970-01-01", 0 },
	{ "1969-12-31", -1 },
	{ "2000-02-29", 11016 },
	{ "2000-03-01", 11017 },
	{ "2024-09-19", 19985 },
	{ "2024-09-19T23:59:00Z", 19985 },
	{ "", DAY_NONE },
	{ "2024", DAY_NONE },
	{ "2024-13-01", DAY_NONE },
	{ "2024-00-10", DAY_NONE },
	{ "2024-01-32", DAY_NONE },
	{ "19 Sep 2024", DAY_NONE },
	{ "2024-1a-01", DAY_NONE }
};

START_TEST(dates_are_days)
{
	for (size_t i = 0; i < UNIT_COUNT(days); i++)
		ck_assert_int_eq(day_of(slice_of(days[i].date)), days[i].day);
}
END_TEST

static const struct {
	const char *a, *b;
	bool same;
} concepts[] = {
	{ "talks", "negotiation", true },
	{ "willingness", "willing", true },
	{ "truce", "ceasefire", true },
	{ "slay", "kill", true },
	{ "acceptance", "accept", true },
	{ "willing", "unwilling", false },
	{ "hostage", "prisoner", false },
	{ "bridge", "proposal", false }
};

START_TEST(kin_and_synonyms_are_one_concept)
{
	struct knowledge k = { 0 };
	struct knowledge_files files = { 0 };

	knowledge_open(&k, &files);
	for (size_t i = 0; i < UNIT_COUNT(concepts); i++)
		ck_assert_msg(slice_equal(knowledge_concept(&k,
		    slice_of(concepts[i].a)), knowledge_concept(&k,
		    slice_of(concepts[i].b))) == concepts[i].same, "%s, %s",
		    concepts[i].a, concepts[i].b);
	unit_slice_eq(knowledge_field(&k, SLICE("deal")), "negotiations");
	unit_slice_eq(knowledge_field(&k, SLICE("bridge")), "");
	ck_assert_uint_gt(knowledge_rate(&k, SLICE("say")), 100);
	ck_assert_uint_eq(knowledge_rate(&k, SLICE("ceasefire")), 0);
	knowledge_free(&k);
}
END_TEST

START_TEST(opposites_and_siblings_exclude_each_other)
{
	struct knowledge k = { 0 };
	struct knowledge_files files = { 0 };

	knowledge_open(&k, &files);
	ck_assert(knowledge_opposed(&k, SLICE("accept"), SLICE("reject")));
	ck_assert(knowledge_opposed(&k, SLICE("rejection"),
	    SLICE("acceptance")));
	ck_assert(knowledge_opposed(&k, SLICE("far from"), SLICE("near")));
	ck_assert(!knowledge_opposed(&k, SLICE("accept"), SLICE("accept")));
	ck_assert(!knowledge_opposed(&k, SLICE(""), SLICE("accept")));
	ck_assert(knowledge_exclusive(&k, SLICE("peru"), SLICE("chile")));
	ck_assert(knowledge_exclusive(&k, SLICE("copper"), SLICE("glass")));
	ck_assert(!knowledge_exclusive(&k, SLICE("champagne"),
	    SLICE("wine")));
	ck_assert(!knowledge_exclusive(&k, SLICE("peru"), SLICE("copper")));
	ck_assert(!knowledge_exclusive(&k, SLICE("peru"), SLICE("peru")));
	knowledge_free(&k);
}
END_TEST

START_TEST(kinds_have_names)
{
	for (int kind = 0; kind < KIND_NONE; kind++)
		ck_assert_int_eq(relation_kind_of(slice_of(
		    relation_kind_name((enum relation_kind)kind))), kind);
	ck_assert_int_eq(relation_kind_of(SLICE("weather")),
	    RELATION_KIND_COUNT);
	ck_assert_int_eq(relation_kind_of(SLICE("")), RELATION_KIND_COUNT);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		figures_meet_as_their_words_allow,
		a_ratio_is_that_of_the_nearest_bounds,
		dates_are_days,
		kin_and_synonyms_are_one_concept,
		opposites_and_siblings_exclude_each_other,
		kinds_have_names
	};

	return unit_run("compare", tests, UNIT_COUNT(tests));
}
