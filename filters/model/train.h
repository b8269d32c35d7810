/*
 * Learning: the averaged structured perceptron (Collins 2002), with a margin
 * between the right sequence and every other that grows with its errors.
 *
 * All numbers are whole, so the same sequences in the same order give the same
 * weights on every machine.
 */
#ifndef MODEL_TRAIN_H
#define MODEL_TRAIN_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "model/known.h"
#include "model/viterbi.h"
#include "model/weights.h"

/* What a model is made of. */
struct trainer_plan {
	const char *name;
	const char *const *tags;	/* names, NULL at the end */
	const char *const *attributes;	/* names, NULL at the end */
	struct slice templates;		/* the table */
	size_t lines;			/* of 64 scores */
	int32_t margin;
	unsigned rare;			/* features counted less often than
					   this are not learnt; 0: all are */
};

struct trainer {
	struct weights weights;		/* as they stand; for viterbi */
	const struct trainer_plan *plan;
	uint32_t clock;			/* sequences seen, from 1 */
	int32_t *scores, *steps;
	int64_t *score_sums, *step_sums;	/* over the sequences seen */
	uint32_t *score_times, *step_times;	/* of the last addition */
	uint8_t *counts;		/* of features, by hash; at most 255 */
	uint8_t *tags;			/* guessed */
	size_t tag_room;
};

/*
 * Begin with nothing learnt.  plan and known (finished) must outlive the
 * trainer; a wrong table of templates is a message and exit 2.
 */
void trainer_start(struct trainer *trainer, const struct trainer_plan *plan,
    const struct known *known);

/* Count the features of one sequence, before any is learnt. */
void trainer_count(struct trainer *trainer, const struct lattice *lattice,
    const uint8_t *gold);

/*
 * Learn from one sequence: gold has the right tag of each position of the
 * lattice, and is among its candidates.  Returns how many tags were guessed
 * wrong (with the margin on).
 */
size_t trainer_learn(struct trainer *trainer, struct lattice *lattice,
    const uint8_t *gold);

/* Count the features of all positions of a whole, before any is learnt. */
void trainer_count_bag(struct trainer *trainer,
    const struct lattice *lattice);

/*
 * Learn choices about a whole (model/bag.h): of each of count sets of tags
 * gold has the right one.  Returns how many were guessed wrong (with the
 * margin on).
 */
size_t trainer_learn_bag(struct trainer *trainer,
    const struct lattice *lattice, const uint64_t *sets, const uint8_t *gold,
    size_t count);

/*
 * Forget what was learnt, but not the average: what is written is then the
 * average of several perceptrons, each from its own order of the sequences.
 */
void trainer_restart(struct trainer *trainer);

/*
 * The average of a score since the start, scaled and rounded as a file has it.
 */
int32_t trainer_mean(const struct trainer *trainer, int32_t score,
    int64_t sum, uint32_t time);

/*
 * Put the averages into the place of the scores, so that trainer->weights can
 * be measured; nothing more can be learnt.
 */
void trainer_average(struct trainer *trainer);

/*
 * Write the averaged weights to a file that weights_read reads.  digest says
 * what data they come from, note which scores they reach; neither has a tab or
 * line feed.  A failure to write is a message and exit 2.
 */
void trainer_write(struct trainer *trainer, const char *path,
    const char *digest, const char *note);

void trainer_free(struct trainer *trainer);

/*
 * Add the bytes of a folder's tables, one behind the other, of which the digest
 * of what is learnt from is made; names ends with NULL.  A table that cannot be
 * read is a message and exit 2.
 */
void trainer_add_tables(struct buffer *bytes, const char *folder,
    const char *const *names);

/*
 * The next of a sequence of numbers that look random (splitmix64: Steele et
 * al., OOPSLA 2014); where it begins is the caller's state.
 */
uint64_t trainer_random(uint64_t *state);

/* An order of count numbers made another, each with the same chance. */
void trainer_shuffle(uint64_t *state, size_t *order, size_t count);

#endif
