/*
 * The columns entities, figures and times: their items, read and written.
 */
#include "unit.h"

#include "entities/mention.h"

static struct arena arena;
static struct slice bad;

START_TEST(entities_come_back_as_they_were)
{
	static const char field[] = "10-30:ORG:us_administration:NAM "
	    "10-15:PER:joe_biden:NAM 40-42:PER:us_officials@003:NOM "
	    "50-57:NORP:israel:ADJ 60-62:PER:joe_biden:PRO";
	struct mentions mentions;
	struct buffer out = { 0 };

	ck_assert(mentions_read(&mentions, slice_of(field), &arena, &bad));
	ck_assert_uint_eq(mentions.count, 5);
	ck_assert_uint_eq(mentions.at[1].span.start, 10);
	ck_assert_uint_eq(mentions.at[1].span.end, 15);
	ck_assert_int_eq(mentions.at[0].type, MENTION_ORG);
	ck_assert_int_eq(mentions.at[2].kind, MENTION_NOM);
	unit_slice_eq(mentions.at[2].id, "us_officials@003");
	for (size_t i = 0; i < mentions.count; i++)
		mention_write(&mentions.at[i], &out);
	unit_slice_eq(buffer_slice(&out), field);
	buffer_free(&out);
}
END_TEST

START_TEST(figures_come_back_as_they_were)
{
	static const char field[] = "5-11:40000:min::person 20-24:2.5:about:%: "
	    "30-39:20..30:exact:USD:aid";
	struct figures figures;
	struct buffer out = { 0 };

	ck_assert(figures_read(&figures, slice_of(field), &arena, &bad));
	ck_assert_uint_eq(figures.count, 3);
	ck_assert_double_eq(figures.at[0].low, 40000);
	ck_assert_int_eq(figures.at[0].approx, APPROX_MIN);
	unit_slice_eq(figures.at[0].what, "person");
	ck_assert_double_eq(figures.at[1].high, 2.5);
	unit_slice_eq(figures.at[1].unit, "%");
	ck_assert_double_eq(figures.at[2].low, 20);
	ck_assert_double_eq(figures.at[2].high, 30);
	for (size_t i = 0; i < figures.count; i++)
		figure_write(&figures.at[i], &out);
	unit_slice_eq(buffer_slice(&out), field);
	buffer_free(&out);
}
END_TEST

START_TEST(times_come_back_with_their_colons)
{
	static const char field[] = "5-11:DATE:2024-08-19 "
	    "20-34:TIME:2024-08-19T10:30 40-50:DURATION:P3D "
	    "60-69:SET:XXXX-WXX-1";
	struct timexes timexes;
	struct buffer out = { 0 };

	ck_assert(timexes_read(&timexes, slice_of(field), &arena, &bad));
	ck_assert_uint_eq(timexes.count, 4);
	unit_slice_eq(timexes.at[1].value, "2024-08-19T10:30");
	ck_assert_int_eq(timexes.at[3].type, TIMEX_SET);
	for (size_t i = 0; i < timexes.count; i++)
		timex_write(&timexes.at[i], &out);
	unit_slice_eq(buffer_slice(&out), field);
	buffer_free(&out);
}
END_TEST

START_TEST(an_empty_column_has_no_items)
{
	struct mentions mentions;
	struct figures figures;
	struct timexes timexes;

	ck_assert(mentions_read(&mentions, SLICE(""), &arena, &bad));
	ck_assert(figures_read(&figures, SLICE(""), &arena, &bad));
	ck_assert(timexes_read(&timexes, SLICE(""), &arena, &bad));
	ck_assert_uint_eq(mentions.count + figures.count + timexes.count, 0);
}
END_TEST

START_TEST(malformed_entities_are_refused)
{
	static const char *const items[] = {
		"10-20:PER:x", "10:PER:x:NAM", "a-20:PER:x:NAM",
		"20-10:PER:x:NAM", "10-10:PER:x:NAM", "10-20:MAN:x:NAM",
		"10-20:PER::NAM", "10-20:PER:x:NAME", "10-20:PER:x:NAM:y",
		"-20:PER:x:NAM", "10-20:per:x:NAM", "10 20:PER:x:NAM"
	};
	struct mentions mentions;

	for (size_t i = 0; i < UNIT_COUNT(items); i++)
		ck_assert_msg(!mentions_read(&mentions, slice_of(items[i]),
		    &arena, &bad), "'%s' was taken", items[i]);
}
END_TEST

START_TEST(malformed_figures_are_refused)
{
	static const char *const items[] = {
		"1-2:5:exact::", "1-2::exact:", "1-2:5:maybe::x",
		"1-2:five:exact::x", "1-2:5.:exact::x", "1-2:.5:exact::x",
		"1-2:5..:exact::x", "1-2:1.2.3:exact::x", "1-2:5e3:exact::x",
		"1-2:5:exact"
	};
	struct figures figures;

	ck_assert(figures_read(&figures, slice_of(items[0]), &arena, &bad));
	for (size_t i = 1; i < UNIT_COUNT(items); i++)
		ck_assert_msg(!figures_read(&figures, slice_of(items[i]),
		    &arena, &bad), "'%s' was taken", items[i]);
}
END_TEST

START_TEST(items_out_of_order_are_refused_with_the_item)
{
	struct mentions mentions;
	struct timexes timexes;

	ck_assert(!mentions_read(&mentions,
	    SLICE("30-40:PER:a:NAM 10-20:PER:b:NAM"), &arena, &bad));
	unit_slice_eq(bad, "10-20:PER:b:NAM");
	ck_assert(!mentions_read(&mentions,
	    SLICE("10-20:PER:a:NAM 10-30:ORG:b:NAM"), &arena, &bad));
	ck_assert(!timexes_read(&timexes,
	    SLICE("30-40:DATE:2024 10-20:DATE:2024"), &arena, &bad));
}
END_TEST

START_TEST(blanks_and_colons_inside_parts_become_underlines)
{
	struct figure figure = {
		{ 1, 2 }, 5, 5, SLICE("5"), APPROX_EXACT, SLICE(""),
		SLICE("aid worker")
	};
	struct mention mention = {
		{ 3, 4 }, MENTION_PER, MENTION_NOM, SLICE("officials@a:b")
	};
	struct buffer out = { 0 };

	figure_write(&figure, &out);
	mention_write(&mention, &out);
	unit_slice_eq(buffer_slice(&out),
	    "1-2:5:exact::aid_worker 3-4:PER:officials@a_b:NOM");
	buffer_free(&out);
}
END_TEST

START_TEST(every_name_of_an_enumeration_comes_back)
{
	for (unsigned i = 0; i < MENTION_TYPE_COUNT; i++)
		ck_assert_uint_eq(mention_type_of(slice_of(
		    mention_type_name(i))), i);
	for (unsigned i = 0; i < MENTION_KIND_COUNT; i++)
		ck_assert_uint_eq(mention_kind_of(slice_of(
		    mention_kind_name(i))), i);
	for (unsigned i = 0; i < APPROX_COUNT; i++)
		ck_assert_uint_eq(approx_of(slice_of(approx_name(i))), i);
	for (unsigned i = 0; i < TIMEX_TYPE_COUNT; i++)
		ck_assert_uint_eq(timex_type_of(slice_of(
		    timex_type_name(i))), i);
	ck_assert_int_eq(mention_type_of(SLICE("")), MENTION_TYPE_COUNT);
	ck_assert_int_eq(approx_of(SLICE("Exact")), APPROX_COUNT);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		entities_come_back_as_they_were,
		figures_come_back_as_they_were,
		times_come_back_with_their_colons,
		an_empty_column_has_no_items,
		malformed_entities_are_refused,
		malformed_figures_are_refused,
		items_out_of_order_are_refused_with_the_item,
		blanks_and_colons_inside_parts_become_underlines,
		every_name_of_an_enumeration_comes_back
	};

	return unit_run("mention", tests, UNIT_COUNT(tests));
}
