/*
 * The perceptron's rule: where the guessed sequence differs from the right
 * one, each feature of the right one gains and each of the wrong one loses.
 *
 * The average over all times is kept without touching every number each time:
 * a number's sum is brought up to date when the number changes.
 */
#include "model/train.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "model/bag.h"
#include "model/features.h"

/* Features are counted by some bits of their hash. */
enum { COUNT_BITS = 24, COUNT_MAX = 255 };

static uint8_t *
count_of(const struct trainer *trainer, uint64_t hash)
{
	return &trainer->counts[hash * 0xD1342543DE82EF95u >>
	    (64 - COUNT_BITS)];
}

void
trainer_start(struct trainer *trainer, const struct trainer_plan *plan,
    const struct known *known)
{
	struct weights *weights = &trainer->weights;
	size_t count = plan->lines * WEIGHTS_LINE, steps;
	const char *wrong;

	*trainer = (struct trainer){ .plan = plan, .clock = 1 };
	wrong = templates_read(&weights->templates, plan->templates,
	    plan->attributes);
	if (wrong)
		message_fail(STATUS_SYSTEM, "templates: %s", wrong);
	while (plan->tags[weights->tag_count]) {
		if (weights->tag_count == WEIGHTS_TAG_MAX)
			message_fail(STATUS_SYSTEM, "more than %d tags",
			    WEIGHTS_TAG_MAX);
		weights->tags[weights->tag_count] =
		    slice_of(plan->tags[weights->tag_count]);
		weights->tag_count++;
	}
	steps = (weights->tag_count + (size_t)1) * weights->tag_count;
	trainer->counts = memory_new((size_t)1 << COUNT_BITS, 1);
	trainer->scores = memory_new(count, sizeof *trainer->scores);
	trainer->score_sums = memory_new(count, sizeof *trainer->score_sums);
	trainer->score_times = memory_new(count, sizeof *trainer->score_times);
	trainer->steps = memory_new(steps, sizeof *trainer->steps);
	trainer->step_sums = memory_new(steps, sizeof *trainer->step_sums);
	trainer->step_times = memory_new(steps, sizeof *trainer->step_times);
	weights->line_count = plan->lines;
	weights->learning = trainer->scores;
	weights->steps = trainer->steps;
	weights->classes = known->classes;
	weights->kinds = known->kinds;
	weights->class_count = known->class_count;
	weights->keys = known->keys;
	weights->key_capacity = known->capacity;
}

static void
change(const struct trainer *trainer, int32_t *number, int64_t *sum,
    uint32_t *time, int32_t by)
{
	*sum += (int64_t)*number * (trainer->clock - *time);
	*time = trainer->clock;
	*number += by;
}

static void
change_score(struct trainer *trainer, uint64_t hash, unsigned tag,
    int32_t by)
{
	size_t at = feature_place(&trainer->weights, hash) ^ tag;

	if (*count_of(trainer, hash) < trainer->plan->rare)
		return;
	change(trainer, &trainer->scores[at], &trainer->score_sums[at],
	    &trainer->score_times[at], by);
}

/* The features of a position with a tag gain or lose. */
static void
change_single(struct trainer *trainer, const struct lattice *lattice,
    size_t position, unsigned right, unsigned wrong)
{
	const struct templates *templates = &trainer->weights.templates;
	uint64_t hashes[TEMPLATE_MAX];
	unsigned found = features_find(&templates->single,
	    lattice_at(lattice, position), hashes, NULL);

	for (unsigned i = 0; i < found; i++) {
		change_score(trainer, hashes[i], right, 1);
		change_score(trainer, hashes[i], wrong, -1);
	}
}

static void
change_step(struct trainer *trainer, const struct lattice *lattice,
    size_t position, unsigned from, unsigned to, int32_t by)
{
	const struct templates *templates = &trainer->weights.templates;
	size_t at = (size_t)from * trainer->weights.tag_count + to;
	uint64_t hashes[TEMPLATE_MAX];
	unsigned found = features_find(&templates->step,
	    lattice_at(lattice, position), hashes, NULL);

	change(trainer, &trainer->steps[at], &trainer->step_sums[at],
	    &trainer->step_times[at], by);
	for (unsigned i = 0; i < found; i++)
		change_score(trainer, feature_behind(hashes[i], from), to, by);
}

static void
count_features(struct trainer *trainer, const uint64_t *hashes,
    unsigned found)
{
	for (unsigned i = 0; i < found; i++) {
		uint8_t *count = count_of(trainer, hashes[i]);

		*count = (uint8_t)(*count + (*count < COUNT_MAX));
	}
}

void
trainer_count(struct trainer *trainer, const struct lattice *lattice,
    const uint8_t *gold)
{
	const struct templates *templates = &trainer->weights.templates;
	unsigned before = trainer->weights.tag_count;
	uint64_t hashes[TEMPLATE_MAX];
	unsigned found;

	for (size_t at = 0; at < lattice->count; at++) {
		const uint32_t *row = lattice_at(lattice, at);

		found = features_find(&templates->single, row, hashes, NULL);
		count_features(trainer, hashes, found);
		found = features_find(&templates->step, row, hashes, NULL);
		for (unsigned i = 0; i < found; i++)
			hashes[i] = feature_behind(hashes[i], before);
		count_features(trainer, hashes, found);
		before = gold[at];
	}
}

size_t
trainer_learn(struct trainer *trainer, struct lattice *lattice,
    const uint8_t *gold)
{
	unsigned right = trainer->weights.tag_count, wrong = right;
	size_t errors = 0;

	if (lattice->count > trainer->tag_room) {
		trainer->tag_room = lattice->count * 2;
		trainer->tags = memory_resize(trainer->tags,
		    trainer->tag_room, 1);
	}
	viterbi(&trainer->weights, lattice, trainer->tags, gold,
	    trainer->plan->margin);
	for (size_t at = 0; at < lattice->count; at++) {
		unsigned guess = trainer->tags[at];

		if (guess != gold[at]) {
			change_single(trainer, lattice, at, gold[at], guess);
			errors++;
		}
		if (guess != gold[at] || wrong != right) {
			change_step(trainer, lattice, at, right, gold[at], 1);
			change_step(trainer, lattice, at, wrong, guess, -1);
		}
		right = gold[at];
		wrong = guess;
	}
	trainer->clock++;
	return errors;
}

void
trainer_count_bag(struct trainer *trainer, const struct lattice *lattice)
{
	const struct templates *templates = &trainer->weights.templates;
	uint64_t hashes[TEMPLATE_MAX];

	for (size_t at = 0; at < lattice->count; at++)
		count_features(trainer, hashes, features_find(
		    &templates->single, lattice_at(lattice, at), hashes,
		    NULL));
}

size_t
trainer_learn_bag(struct trainer *trainer, const struct lattice *lattice,
    const uint64_t *sets, const uint8_t *gold, size_t count)
{
	int32_t sums[WEIGHTS_TAG_MAX];
	size_t errors = 0;

	bag_sums(&trainer->weights, lattice, sums);
	for (size_t i = 0; i < count; i++) {
		unsigned guess;

		sums[gold[i]] -= trainer->plan->margin;
		guess = bag_best(sums, sets[i]);
		if (guess == gold[i])
			continue;
		for (size_t at = 0; at < lattice->count; at++)
			change_single(trainer, lattice, at, gold[i], guess);
		errors++;
	}
	trainer->clock++;
	return errors;
}

void
trainer_restart(struct trainer *trainer)
{
	size_t scores = trainer->weights.line_count * WEIGHTS_LINE;
	size_t steps = (trainer->weights.tag_count + (size_t)1) *
	    trainer->weights.tag_count;

	for (size_t i = 0; i < scores; i++)
		change(trainer, &trainer->scores[i], &trainer->score_sums[i],
		    &trainer->score_times[i], -trainer->scores[i]);
	for (size_t i = 0; i < steps; i++)
		change(trainer, &trainer->steps[i], &trainer->step_sums[i],
		    &trainer->step_times[i], -trainer->steps[i]);
}

void
trainer_average(struct trainer *trainer)
{
	size_t scores = trainer->weights.line_count * WEIGHTS_LINE;

	for (size_t i = 0; i < scores; i++)
		trainer->scores[i] = trainer_mean(trainer, trainer->scores[i],
		    trainer->score_sums[i], trainer->score_times[i]);
}

void
trainer_free(struct trainer *trainer)
{
	free(trainer->scores);
	free(trainer->score_sums);
	free(trainer->score_times);
	free(trainer->steps);
	free(trainer->step_sums);
	free(trainer->step_times);
	free(trainer->counts);
	free(trainer->tags);
	*trainer = (struct trainer){ 0 };
}

void
trainer_add_tables(struct buffer *bytes, const char *folder,
    const char *const *names)
{
	struct buffer path = { 0 };

	for (; *names; names++) {
		buffer_clear(&path);
		buffer_printf(&path, "%s/%s", folder, *names);
		buffer_add_byte(&path, '\0');
		buffer_add_file(bytes, path.at);
	}
	buffer_free(&path);
}

uint64_t
trainer_random(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

void
trainer_shuffle(uint64_t *state, size_t *order, size_t count)
{
	for (size_t i = count; i > 1; i--) {
		size_t k = (size_t)(trainer_random(state) % i);
		size_t swap = order[i - 1];

		order[i - 1] = order[k];
		order[k] = swap;
	}
}
