/*
 * Ids: safe, unique, and the same for the same name.
 */
#include "unit.h"

#include "articles/id.h"

static const struct {
	const char *raw, *id;
} names[] = {
	{ "001", "001" },
	{ "a._:#-9", "a._:#-9" },
	{ "the bridge (1)", "the-bridge-1" },
	{ "../../etc/passwd", "etc-passwd" },
	{ "  x  ", "x" },
	{ "-._x", "x" },
	{ "caf\xC3\xA9", "caf" },
	{ "https://www.daily.example/a?b=1", "daily.example-a-b-1" },
	{ "\xE2\x80\x9C", "" },
	{ "", "" }
};

START_TEST(names_become_safe_ids)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < UNIT_COUNT(names); i++)
		unit_slice_eq(id_safe(slice_of(names[i].raw), &arena),
		    names[i].id);
	arena_free(&arena);
}
END_TEST

START_TEST(long_names_stay_apart)
{
	char a[1000], b[1000];
	struct arena arena = { 0 };
	struct slice first, second;

	memset(a, 'x', sizeof a);
	memcpy(b, a, sizeof a);
	b[999] = 'y';
	first = id_safe((struct slice){ a, sizeof a }, &arena);
	second = id_safe((struct slice){ b, sizeof b }, &arena);
	ck_assert_uint_eq(first.length, ID_MAX);
	ck_assert_uint_eq(second.length, ID_MAX);
	ck_assert(!slice_equal(first, second));
	ck_assert(slice_equal(first, id_safe(first, &arena)));
	arena_free(&arena);
}
END_TEST

static const struct {
	const char *path, *stem;
} stems[] = {
	{ "a/b/c.txt", "c" },
	{ "c", "c" },
	{ ".txt", ".txt" },
	{ "a.b/c", "c" },
	{ "story.2024.html", "story.2024" },
	{ "2024.03.21", "2024.03.21" },
	{ "Mr. Smith goes home", "Mr. Smith goes home" },
	{ "a/", "" }
};

START_TEST(a_stem_is_a_name_without_its_suffix)
{
	for (size_t i = 0; i < UNIT_COUNT(stems); i++)
		unit_slice_eq(id_stem(slice_of(stems[i].path)),
		    stems[i].stem);
}
END_TEST

START_TEST(an_id_is_given_once)
{
	struct ids ids = { 0 };

	unit_slice_eq(ids_unique(&ids, SLICE("a")), "a");
	unit_slice_eq(ids_unique(&ids, SLICE("a-2")), "a-2");
	unit_slice_eq(ids_unique(&ids, SLICE("a")), "a-3");
	unit_slice_eq(ids_unique(&ids, SLICE("a")), "a-4");
	unit_slice_eq(ids_unique(&ids, SLICE("a-2")), "a-2-2");
	unit_slice_eq(ids_unique(&ids, SLICE("b")), "b");
	ids_free(&ids);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		names_become_safe_ids,
		long_names_stay_apart,
		a_stem_is_a_name_without_its_suffix,
		an_id_is_given_once
	};

	return unit_run("ids", tests, UNIT_COUNT(tests));
}
