/*
 * The decoder against the obvious way: on small lattices with random scores,
 * the best of all sequences, each summed up by itself.
 */
#include "model/explain.h"
#include "model/train.h"
#include "model/viterbi.h"
#include "unit.h"

enum { TAGS = 4, LENGTH_MAX = 5, ATTRIBUTES = 2, LINES = 16 };

static const char *const attributes[] = { "a", "b", NULL };
static const char *const tags[] = { "P", "Q", "R", "S", NULL };
static const char templates[] = "name\tparts\n"
    "a\ta[0]\n" "b\tb[-1] a[1]\n" "step\ttag[-1] a[0]\n";

static uint64_t
random_next(void)
{
	static uint64_t state = 7;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return state >> 33;
}

static void
weights_fill(struct weights *weights, int8_t *scores, int32_t *steps)
{
	ck_assert_ptr_null(templates_read(&weights->templates,
	    SLICE(templates), attributes));
	weights->tag_count = TAGS;
	weights->line_count = LINES;
	for (size_t i = 0; i < LINES * WEIGHTS_LINE; i++)
		scores[i] = (int8_t)(random_next() % 21) - 10;
	for (size_t i = 0; i < (TAGS + 1) * TAGS; i++)
		steps[i] = (int32_t)(random_next() % 21) - 10;
	weights->scores = scores;
	weights->steps = steps;
}

static void
lattice_fill(struct lattice *lattice)
{
	size_t count = 2 + random_next() % (LENGTH_MAX - 1);

	lattice_start(lattice, count, ATTRIBUTES);
	for (size_t i = 0; i < count; i++) {
		lattice_at(lattice, i)[0] = (uint32_t)(random_next() % 4);
		lattice_at(lattice, i)[1] = (uint32_t)(random_next() % 4);
		lattice->candidates[i] = 1 + random_next() % 15;
	}
}

/* Step to the next sequence of candidates; false behind the last. */
static bool
sequence_next(const struct lattice *lattice, uint8_t *sequence)
{
	for (size_t i = 0; i < lattice->count; i++) {
		do
			sequence[i] = (uint8_t)((sequence[i] + 1) % TAGS);
		while (!(lattice->candidates[i] >> sequence[i] & 1));
		if (sequence[i] != __builtin_ctzll(lattice->candidates[i]))
			return true;
	}
	return false;
}

static int64_t
best_by_trying(const struct weights *weights, const struct lattice *lattice)
{
	uint8_t sequence[LENGTH_MAX];
	int64_t best = INT64_MIN;

	for (size_t i = 0; i < lattice->count; i++)
		sequence[i] = (uint8_t)__builtin_ctzll(lattice->candidates[i]);
	do {
		int64_t score = viterbi_score(weights, lattice, sequence);

		if (score > best)
			best = score;
	} while (sequence_next(lattice, sequence));
	return best;
}

START_TEST(finds_the_best_of_all)
{
	struct weights weights = { 0 };
	struct lattice lattice = { 0 };
	int8_t scores[LINES * WEIGHTS_LINE];
	int32_t steps[(TAGS + 1) * TAGS];
	uint8_t found[LENGTH_MAX];

	for (int round = 0; round < 2000; round++) {
		int64_t score;

		weights_fill(&weights, scores, steps);
		lattice_fill(&lattice);
		score = viterbi(&weights, &lattice, found, NULL, 0);
		ck_assert_int_eq(score, best_by_trying(&weights, &lattice));
		ck_assert_int_eq(score, viterbi_score(&weights, &lattice,
		    found));
		for (size_t i = 0; i < lattice.count; i++)
			ck_assert(lattice.candidates[i] >> found[i] & 1);
	}
	lattice_free(&lattice);
}
END_TEST

/* The parts sum up to what another tag at one position changes. */
START_TEST(explains_a_difference)
{
	struct weights weights = { 0 };
	struct lattice lattice = { 0 };
	int8_t scores[LINES * WEIGHTS_LINE];
	int32_t steps[(TAGS + 1) * TAGS];
	struct explain_part parts[EXPLAIN_MAX];

	for (int round = 0; round < 200; round++) {
		uint8_t one[] = { 0, 1 }, other[] = { 0, 2 };
		int64_t sum = 0;
		size_t count;

		weights_fill(&weights, scores, steps);
		lattice_fill(&lattice);
		lattice.count = 2;
		lattice.candidates[0] = lattice.candidates[1] = 15;
		count = explain_tag(&weights, &lattice, 1, one[0], one[1],
		    other[1], parts);
		for (size_t i = 0; i < count; i++) {
			sum += parts[i].score;
			ck_assert(i == 0 || abs(parts[i].score) <=
			    abs(parts[i - 1].score));
		}
		ck_assert_int_eq(sum,
		    viterbi_score(&weights, &lattice, one) -
		    viterbi_score(&weights, &lattice, other));
	}
	lattice_free(&lattice);
}
END_TEST

START_TEST(nothing_to_decode)
{
	struct weights weights = { .tag_count = TAGS };
	struct lattice lattice = { 0 };

	lattice_start(&lattice, 0, ATTRIBUTES);
	ck_assert_int_eq(viterbi(&weights, &lattice, NULL, NULL, 0), 0);
	lattice_free(&lattice);
}
END_TEST

/* A pattern that only the step tells: tags alternate, words say nothing. */
START_TEST(learns_steps)
{
	const struct trainer_plan plan = {
		.name = "test", .tags = tags, .attributes = attributes,
		.templates = SLICE(templates), .lines = LINES, .margin = 1
	};
	struct known_limits limits = { 1, 1, 1, 3 };
	struct known known = { 0 };
	struct trainer trainer;
	struct lattice lattice = { 0 };
	const uint8_t gold[] = { 0, 1, 0, 1, 0 };
	uint8_t found[5];
	size_t errors = 1;

	known_finish(&known, &limits);
	trainer_start(&trainer, &plan, &known);
	for (int pass = 0; pass < 50 && errors > 0; pass++) {
		lattice_start(&lattice, 5, ATTRIBUTES);
		for (size_t i = 0; i < 5; i++)
			lattice.candidates[i] = 3;
		errors = trainer_learn(&trainer, &lattice, gold);
	}
	ck_assert_uint_eq(errors, 0);
	viterbi(&trainer.weights, &lattice, found, NULL, 0);
	ck_assert_mem_eq(found, gold, 5);
	trainer_free(&trainer);
	known_free(&known);
	lattice_free(&lattice);
}
END_TEST

START_TEST(wrong_templates_are_refused)
{
	static const char *const wrong[] = {
		"parts\n", "name\tparts\nx\n", "name\tparts\nx\tc[0]\n",
		"name\tparts\nx\ta\n", "name\tparts\nx\ta[4]\n",
		"name\tparts\nx\ta[0\n", "name\tparts\nx\ttag[0]\n",
		"name\tparts\nx\ta[0] a[1] a[2] a[3] a[-1]\n"
	};
	struct templates read;

	for (size_t i = 0; i < UNIT_COUNT(wrong); i++)
		ck_assert_ptr_nonnull(templates_read(&read,
		    slice_of(wrong[i]), attributes));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		finds_the_best_of_all, explains_a_difference,
		nothing_to_decode, learns_steps,
		wrong_templates_are_refused
	};

	return unit_run("viterbi", tests, UNIT_COUNT(tests));
}
