/*
 * Boosted trees: what is learnt is written, read and explained the same; and
 * word vectors.
 */
#include "unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "model/boost.h"
#include "model/vectors.h"
#include "tsv/tsv.h"

enum { ROWS = 400, FEATURES = 3 };

static const char *
name(unsigned feature)
{
	static const char *const names[] = { "left", "right", "noise" };

	return names[feature];
}

/* One where exactly one of two numbers is high: no single number tells. */
static struct boost_rows
make_rows(float features[ROWS * FEATURES], uint8_t labels[ROWS],
    float weights[ROWS])
{
	for (unsigned i = 0; i < ROWS; i++) {
		float left = (float)(i * 7 % 20), right = (float)(i * 11 % 19);

		features[i * FEATURES] = left;
		features[i * FEATURES + 1] = right;
		features[i * FEATURES + 2] = (float)(i * 13 % 17);
		labels[i] = (left >= 10) != (right >= 10);
		weights[i] = 1;
	}
	return (struct boost_rows){ features, labels, weights, ROWS,
		FEATURES };
}

START_TEST(trees_learn_what_two_numbers_tell_together)
{
	static const struct boost_options options = { .trees = 60,
		.depth = 3, .rate = 0.2, .rows = 0.8, .columns = 1,
		.least = 1, .calm = 1, .seed = 1 };
	static float features[ROWS * FEATURES], weights[ROWS];
	static uint8_t labels[ROWS];
	struct boost_rows rows = make_rows(features, labels, weights);
	struct trees_model model = { .name = SLICE("either") };
	struct trees trees = { 0 };
	const struct trees_model *read;
	char *bytes = NULL;
	size_t length = 0, right = 0;
	FILE *file = open_memstream(&bytes, &length);

	boost(&model, &rows, &options);
	fputs("model\ttree\tnode\tfeature\tthreshold\tvalue\n", file);
	boost_write(file, &model, name);
	for (int i = 0; i < 64; i++)
		fputc('\0', file);
	fclose(file);
	trees_read(&trees, (struct slice){ bytes, length - 64 }, name,
	    FEATURES);
	read = trees_find(&trees, "either");
	ck_assert_ptr_nonnull(read);
	ck_assert_ptr_null(trees_find(&trees, "neither"));
	for (size_t i = 0; i < ROWS; i++) {
		const float *row = &features[i * FEATURES];
		float parts[FEATURES] = { 0 }, sum = trees_score(read, row);

		right += (trees_probability(read, row) >= 0.5f) == labels[i];
		ck_assert_float_lt(fabsf(sum - trees_score(&model, row)),
		    0.01f);
		trees_explain(read, row, parts);
		ck_assert_float_gt(fabsf(parts[0]) + fabsf(parts[1]),
		    fabsf(parts[2]));
	}
	ck_assert_uint_ge(right, ROWS * 95 / 100);
	free(model.trees);
	trees_free(&trees);
	free(bytes);
}
END_TEST

START_TEST(words_of_like_use_lie_near)
{
	struct vectors vectors;
	const int8_t *ship, *boat, *tax;

	vectors_open(&vectors);
	ship = vectors_find(&vectors, SLICE("ship"));
	boat = vectors_find(&vectors, SLICE("boat"));
	tax = vectors_find(&vectors, SLICE("tax"));
	ck_assert(ship && boat && tax);
	ck_assert_float_gt(vectors_cosine(ship, ship), 0.98f);
	ck_assert_float_gt(vectors_cosine(ship, boat),
	    vectors_cosine(ship, tax) + 0.2f);
	ck_assert_ptr_null(vectors_find(&vectors, SLICE("qzxy")));
	ck_assert_ptr_null(vectors_find(&vectors, SLICE("")));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		trees_learn_what_two_numbers_tell_together,
		words_of_like_use_lie_near
	};

	return unit_run("trees", tests, UNIT_COUNT(tests));
}
