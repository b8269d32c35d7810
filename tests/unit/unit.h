/*
 * What every unit test program shares: a suite from a list of tests, run by
 * Check in forked processes, so that a crash costs its own test only.
 */
#ifndef UNIT_H
#define UNIT_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/slice.h"

#define UNIT_COUNT(list) (sizeof (list) / sizeof (list)[0])

/*
 * Run the tests, and one more for each of `rows` numbers (its _i), and print
 * Check's closing line; the exit status.
 */
static inline int
unit_run_rows(const char *name, const TTest *const tests[], size_t count,
    const TTest *row_test, size_t rows)
{
	Suite *suite = suite_create(name);
	TCase *tests_of_suite = tcase_create(name);
	SRunner *runner;
	int failed;

	for (size_t i = 0; i < count; i++)
		tcase_add_test(tests_of_suite, tests[i]);
	if (rows > 0)
		tcase_add_loop_test(tests_of_suite, row_test, 0, (int)rows);
	tcase_set_timeout(tests_of_suite, 60);
	suite_add_tcase(suite, tests_of_suite);
	runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 && count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static inline int
unit_run(const char *name, const TTest *const tests[], size_t count)
{
	return unit_run_rows(name, tests, count, NULL, 0);
}

/* Does a slice hold exactly these bytes? */
#define unit_slice_eq(have, expected) do { \
	struct slice unit_have = (have); \
	ck_assert_msg(slice_is(unit_have, (expected)), \
	    "'%.*s' is not '%s'", (int)unit_have.length, unit_have.at, \
	    (expected)); \
} while (0)

#endif
