/*
 * Figures on a scale: what their approximators allow.
 */
#include "unit.h"

#include "report/scale.h"

static struct figure figures[3];
static struct figure_use uses[3];
static struct findings findings;
static struct counted thing;

static struct scale
scale_from(double a, double b, double c)
{
	const double values[] = { a, b, c };
	size_t i;

	for (i = 0; i < 3; i++) {
		figures[i] = (struct figure){ .low = values[i],
		    .high = values[i], .approx = APPROX_EXACT };
		uses[i].figure = &figures[i];
	}
	findings.figures.uses = uses;
	thing = (struct counted){ .count = 3, .values = 3 };
	return scale_of(&findings, &thing);
}

static bool
near(double a, double b)
{
	return a - b < 0.001 && b - a < 0.001;
}

START_TEST(near_values_stand_by_amount)
{
	struct scale scale = scale_from(10, 20, 40);

	ck_assert(scale.useful && !scale.by_powers);
	ck_assert(near(scale_place(&scale, &figures[0]).dot, 10 / 46.0));
	ck_assert(near(scale_place(&scale, &figures[2]).dot, 40 / 46.0));
}
END_TEST

START_TEST(far_values_stand_by_powers)
{
	struct scale scale = scale_from(10, 100, 10000);

	ck_assert(scale.useful && scale.by_powers);
	ck_assert(scale_place(&scale, &figures[1]).dot > 0.3);
	ck_assert(scale_place(&scale, &figures[2]).dot < 1);
}
END_TEST

START_TEST(approximators_reach)
{
	struct scale scale = scale_from(10, 20, 40);
	struct figure figure = figures[1];

	figure.approx = APPROX_MIN;
	ck_assert(near(scale_place(&scale, &figure).to, 1));
	ck_assert(near(scale_place(&scale, &figure).from, 20 / 46.0));
	figure.approx = APPROX_LT;
	ck_assert(near(scale_place(&scale, &figure).from, 0));
	figure.approx = APPROX_ABOUT;
	ck_assert(near(scale_place(&scale, &figure).to, 22 / 46.0));
	ck_assert(near(scale_place(&scale, &figure).from, 18 / 46.0));
}
END_TEST

START_TEST(one_value_needs_no_scale)
{
	ck_assert(!scale_from(5, 5, 5).useful);
	ck_assert(!scale_from(-5, 5, 6).useful);
	ck_assert(!scale_from(0, 0, 0).useful);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		near_values_stand_by_amount, far_values_stand_by_powers,
		approximators_reach, one_value_needs_no_scale
	};

	return unit_run("scale", tests, UNIT_COUNT(tests));
}
