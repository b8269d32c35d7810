/*
 * Train the model of names.
 *
 *	train-names --output FILE [--coarse DIR]... [--held-out DIR]... DIR...
 *
 * What a folder holds, and what a coarse one is: entities/name_lessons.h.
 * Which of our types is meant in a coarse one is what the model, as it stands,
 * thinks likeliest of those that fit.
 *
 * The words of names are hidden half of the time, so that the model leans on
 * what stands around them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sha2.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/options.h"
#include "entities/name_features.h"
#include "entities/name_lessons.h"
#include "entities/name_type.h"
#include "entities/timex.h"
#include "model/train.h"
#include "text/lemma.h"
#include "text/tagger.h"

static const char *output_path,
    *templates_path = "filters/tables/name_templates.tsv";
static struct option_list held_out, coarse;
static size_t passes = 6, rounds = 16, lines = 12288, margin = 6, rare = 2,
    hidden = 50, coarse_passes = 3;

static const struct option_row options[] = {
	{ "output", 'o', OPTION_TEXT, "FILE", "write the weights here",
	    &output_path },
	{ "coarse", 0, OPTION_LIST, "DIR", "names of coarser types", &coarse },
	{ "coarse-passes", 0, OPTION_NUMBER, "NUMBER",
	    "passes of a round that go over them too", &coarse_passes },
	{ "held-out", 0, OPTION_LIST, "DIR", "measure on these names",
	    &held_out },
	{ "templates", 0, OPTION_TEXT, "FILE", "table of templates",
	    &templates_path },
	{ "passes", 0, OPTION_NUMBER, "NUMBER", "times over the sentences",
	    &passes },
	{ "rounds", 0, OPTION_NUMBER, "NUMBER",
	    "perceptrons to average", &rounds },
	{ "lines", 0, OPTION_NUMBER, "NUMBER", "lines of 64 scores", &lines },
	{ "margin", 0, OPTION_NUMBER, "NUMBER", "score that an error costs",
	    &margin },
	{ "rare", 0, OPTION_NUMBER, "NUMBER",
	    "sightings that make a feature worth learning", &rare },
	{ "hidden", 0, OPTION_NUMBER, "PERCENT",
	    "words of names that are hidden", &hidden }
};

static const struct program program = {
	"train-names", "DIR...", "train the model of names",
	options, sizeof options / sizeof *options
};

/* ------------------------------------------------------------ learning */

static void
load(struct lattice *lattice, const struct lesson *lesson, size_t stride)
{
	lattice_start(lattice, lesson->count, stride);
	memcpy(lattice_at(lattice, 0), lesson->attributes,
	    lesson->count * stride * sizeof *lesson->attributes);
	memcpy(lattice->candidates, lesson->candidates,
	    lesson->count * sizeof *lesson->candidates);
}

/*
 * The right tags: where several fit, those that the weights think best, of
 * one type for all words of a name.
 */
static void
choose_right(struct lattice *lattice, const struct weights *weights,
    const struct lesson *lesson, uint8_t *gold)
{
	enum mention_type type = MENTION_PER;

	for (size_t i = 0; i < lesson->count; i++) {
		uint64_t both = lesson->candidates[i] & lesson->right[i];

		lattice->candidates[i] = both ? both : lesson->candidates[i];
	}
	viterbi(weights, lattice, gold, NULL, 0);
	for (size_t i = 0; i < lesson->count; i++) {
		if (gold[i] == 0)
			continue;
		if (name_tag_inside(gold[i]) && i > 0 && gold[i - 1] != 0)
			gold[i] = (uint8_t)name_tag(type, true);
		else
			gold[i] = (uint8_t)name_tag(type =
			    name_tag_type(gold[i]), false);
	}
	for (size_t i = 0; i < lesson->count; i++)
		lattice->candidates[i] = lesson->candidates[i] |
		    (uint64_t)1 << gold[i];
}

/* What training goes over, and with. */
struct school {
	struct lessons lessons;
	struct trainer trainer;
	struct lattice lattice;
	uint8_t *gold;
	size_t room, stride;
	uint64_t chance;	/* the state of trainer_random */
};

static void
prepare(struct school *school, const struct lesson *lesson)
{
	if (lesson->count > school->room)
		school->gold = memory_resize(school->gold,
		    school->room = lesson->count * 2, 1);
	load(&school->lattice, lesson, school->stride);
	choose_right(&school->lattice, &school->trainer.weights, lesson,
	    school->gold);
}

static size_t
learn_pass(struct school *school, const size_t *order, bool with_coarse)
{
	size_t errors = 0;

	for (size_t i = 0; i < school->lessons.count; i++) {
		const struct lesson *lesson = &school->lessons.at[order[i]];

		if (lesson->coarse && !with_coarse)
			continue;
		prepare(school, lesson);
		for (size_t k = 0; k < lesson->count; k++)
			if (school->gold[k] != 0 &&
			    trainer_random(&school->chance) % 100 < hidden)
				name_lattice_hide(&school->lattice, k);
		errors += trainer_learn(&school->trainer, &school->lattice,
		    school->gold);
	}
	return errors;
}

/* ----------------------------------------------------------- measuring */

/* Where the name ends that begins at i. */
static size_t
name_end(const uint8_t *tags, size_t i, size_t count)
{
	i++;
	while (i < count && name_tag_inside(tags[i]))
		i++;
	return i;
}

/* Exact names of the right type, by the model alone. */
static void
measure(const struct weights *weights, const char *folder, size_t stride)
{
	struct lessons lessons = { 0 };
	struct lattice lattice = { 0 };
	size_t right = 0, found = 0, marked = 0;

	lessons_add(&lessons, folder, false);
	for (size_t i = 0; i < lessons.count; i++) {
		const struct lesson *lesson = &lessons.at[i];
		uint8_t *tags = memory_new(lesson->count + 1, 1);
		uint8_t *gold = memory_new(lesson->count + 1, 1);

		load(&lattice, lesson, stride);
		viterbi(weights, &lattice, tags, NULL, 0);
		for (size_t k = 0; k < lesson->count; k++)
			gold[k] = (uint8_t)__builtin_ctzll(lesson->right[k]);
		for (size_t k = 0; k < lesson->count; k++) {
			bool is_name = tags[k] > 0 &&
			    !name_tag_inside(tags[k]);

			found += is_name;
			marked += gold[k] > 0 && !name_tag_inside(gold[k]);
			right += is_name && gold[k] == tags[k] &&
			    name_end(gold, k, lesson->count) ==
			    name_end(tags, k, lesson->count);
		}
		free(tags);
		free(gold);
	}
	printf("%s\tnames: precision %.3f, recall %.3f, F1 %.3f of %zu\n",
	    folder, (double)right / (double)(found ? found : 1),
	    (double)right / (double)(marked ? marked : 1),
	    2 * (double)right / (double)(found + marked ? found + marked : 1),
	    marked);
	lattice_free(&lattice);
	lessons_free(&lessons);
}

/* ------------------------------------------------------------- the whole */

/* The SHA-256 of the tables of all folders, in their order, hexadecimal. */
static void
digest_folders(char *const *folders, size_t count, char *digest)
{
	static const char *const names[] = { "sentences.tsv", "mentions.tsv", NULL };
	struct buffer bytes = { 0 };

	for (size_t i = 0; i < count; i++)
		trainer_add_tables(&bytes, folders[i], names);
	for (size_t i = 0; i < coarse.count; i++)
		trainer_add_tables(&bytes, coarse.values[i], names);
	SHA256Data((const uint8_t *)bytes.at, bytes.length, digest);
	buffer_free(&bytes);
}

/* The first pass of a round goes over the names of our own types alone. */
static void
learn_rounds(struct school *school)
{
	size_t *order = memory_new(school->lessons.count, sizeof *order);

	for (size_t i = 0; i < school->lessons.count; i++)
		order[i] = i;
	for (size_t pass = 0; pass < rounds * passes; pass++) {
		size_t part = pass % passes;
		bool with_coarse = part > 0 && part <= coarse_passes;

		if (pass > 0 && part == 0)
			trainer_restart(&school->trainer);
		trainer_shuffle(&school->chance, order,
		    school->lessons.count);
		fprintf(stderr, "pass %zu: %zu errors\n", pass + 1,
		    learn_pass(school, order, with_coarse));
	}
	free(order);
}

static void
train(char *const *folders, size_t count)
{
	struct school school = { .chance = 20241122 };
	struct buffer templates = { 0 };
	struct known known = { 0 };
	struct trainer_plan plan = {
		.name = "names", .tags = name_tags(),
		.attributes = name_attributes, .lines = lines,
		.margin = (int32_t)margin, .rare = (unsigned)rare
	};
	const struct known_limits limits = { 1, 1, 1, 1 };
	char digest[SHA256_DIGEST_STRING_LENGTH];

	while (name_attributes[school.stride])
		school.stride++;
	for (size_t i = 0; i < count; i++)
		lessons_add(&school.lessons, folders[i], false);
	for (size_t i = 0; i < coarse.count; i++)
		lessons_add(&school.lessons, coarse.values[i], true);
	digest_folders(folders, count, digest);
	buffer_add_file(&templates, templates_path);
	plan.templates = buffer_slice(&templates);
	known_finish(&known, &limits);
	trainer_start(&school.trainer, &plan, &known);
	for (size_t i = 0; i < school.lessons.count; i++) {
		prepare(&school, &school.lessons.at[i]);
		trainer_count(&school.trainer, &school.lattice, school.gold);
	}
	learn_rounds(&school);
	trainer_write(&school.trainer, output_path, digest, "");
	trainer_free(&school.trainer);
	lattice_free(&school.lattice);
	lessons_free(&school.lessons);
	known_free(&known);
	buffer_free(&templates);
	free(school.gold);
}

int
main(int argc, char *argv[])
{
	int first = options_parse_alone(&program, argc, argv);
	struct weights weights;
	size_t stride = 0;

	if (!output_path || first == argc)
		message_fail(STATUS_SYSTEM, "an --output and folders to learn "
		    "from are wanted; see --help");
	world_open(NULL, 0);
	names_open();
	name_type_open();
	timex_open();
	tagger_open();
	lemma_open();
	train(argv + first, (size_t)(argc - first));
	while (name_attributes[stride])
		stride++;
	weights_open_file(&weights, output_path, name_attributes);
	for (size_t i = 0; i < held_out.count; i++)
		measure(&weights, held_out.values[i], stride);
	return STATUS_OK;
}
