/*
 * Train the model of labels: act, certainty and type of source.
 *
 *	train-labels --output FILE [--folds N] [--held-out DIR]... DIR...
 *
 * A folder has tagged.tsv, as tag-entities writes it, and claims.tsv, the
 * annotated claims.  What extract-claims finds in the first is compared with
 * the second: a claim whose content shares half with an annotated one's is a
 * lesson, with that one's labels.  --folds learns from the other parts of the
 * stories what it measures on each, and writes nothing.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sha2.h>

#include "base/message.h"
#include "base/options.h"
#include "claims/label_lessons.h"
#include "model/bag.h"
#include "model/train.h"
#include "text/lemma.h"
#include "text/tagger.h"

static const char *output_path, *leads_path,
    *templates_path = "filters/tables/label_templates.tsv";
static struct option_list held_out;
static size_t passes = 6, rounds = 6, lines = 8192, margin = 40, rare = 2,
    folds;
static bool errors;

static const struct option_row options[] = {
	{ "output", 'o', OPTION_TEXT, "FILE", "write the weights here",
	    &output_path },
	{ "errors", 0, OPTION_FLAG, NULL, "print what is taken for what",
	    &errors },
	{ "folds", 0, OPTION_NUMBER, "NUMBER",
	    "cross-validate over so many parts", &folds },
	{ "held-out", 0, OPTION_LIST, "DIR", "measure on these claims",
	    &held_out },
	{ "templates", 0, OPTION_TEXT, "FILE", "table of templates",
	    &templates_path },
	{ "leads", 0, OPTION_TEXT, "FILE",
	    "with --folds: write how far to lead the rules", &leads_path },
	{ "passes", 0, OPTION_NUMBER, "NUMBER", "times over the claims",
	    &passes },
	{ "rounds", 0, OPTION_NUMBER, "NUMBER",
	    "perceptrons to average", &rounds },
	{ "lines", 0, OPTION_NUMBER, "NUMBER", "lines of 64 scores", &lines },
	{ "margin", 0, OPTION_NUMBER, "NUMBER", "score that an error costs",
	    &margin },
	{ "rare", 0, OPTION_NUMBER, "NUMBER",
	    "sightings that make a feature worth learning", &rare }
};

static const struct program program = {
	"train-labels", "DIR...", "train the model of labels",
	options, sizeof options / sizeof *options
};

/* -------------------------------------------------------------- learning */

static void
load(struct lattice *lattice, const struct label_lesson *lesson)
{
	size_t stride = 0;

	while (label_attributes[stride])
		stride++;
	lattice_start(lattice, lesson->count, stride);
	memcpy(lattice_at(lattice, 0), lesson->attributes,
	    lesson->count * stride * sizeof *lesson->attributes);
}

/* The sets and right tags of a lesson's kinds that are annotated. */
static size_t
choices(const struct label_lesson *lesson, uint64_t *sets, uint8_t *gold)
{
	size_t count = 0;

	for (unsigned i = 0; i < LABEL_KIND_COUNT; i++) {
		if (lesson->gold[i] == LABEL_NONE)
			continue;
		sets[count] = label_set((enum label_kind)i);
		gold[count++] = lesson->gold[i];
	}
	return count;
}

/* Is a lesson of the part that is measured? */
static bool
is_apart(const struct label_lesson *lesson, size_t part)
{
	return folds > 0 && lesson->story % folds == part;
}

/* Learn from all lessons but those of a part. */
static void
learn(struct trainer *trainer, const struct label_lessons *lessons, size_t part)
{
	struct lattice lattice = { 0 };
	size_t *order = memory_new(lessons->count, sizeof *order);
	uint64_t state = 20241122, sets[LABEL_KIND_COUNT];
	uint8_t gold[LABEL_KIND_COUNT];

	for (size_t i = 0; i < lessons->count; i++) {
		order[i] = i;
		if (is_apart(&lessons->at[i], part))
			continue;
		load(&lattice, &lessons->at[i]);
		trainer_count_bag(trainer, &lattice);
	}
	for (size_t pass = 0; pass < rounds * passes; pass++) {
		if (pass > 0 && pass % passes == 0)
			trainer_restart(trainer);
		trainer_shuffle(&state, order, lessons->count);
		for (size_t i = 0; i < lessons->count; i++) {
			const struct label_lesson *lesson =
			    &lessons->at[order[i]];

			if (is_apart(lesson, part))
				continue;
			load(&lattice, lesson);
			trainer_learn_bag(trainer, &lattice, sets, gold,
			    choices(lesson, sets, gold));
		}
	}
	lattice_free(&lattice);
	free(order);
}

/* ------------------------------------------------------------- measuring */

/* Leads that are tried, from which on the model is believed. */
static const int32_t leads[] = { 300, 400, 600, 900, 1200 };

enum { LEAD_COUNT = sizeof(leads) / sizeof(*leads), LEAST_GAIN = 3 };

struct measure {
	size_t right[LABEL_KIND_COUNT], rules[LABEL_KIND_COUNT],
	    all[LABEL_KIND_COUNT];
	int gain[WEIGHTS_TAG_MAX][LEAD_COUNT];	/* by the rules' label: errors
				   less, if the model is believed from there */
};

static void
note_gain(struct measure *measure, const int32_t *sums,
    const struct label_lesson *lesson, unsigned kind, unsigned guess)
{
	unsigned rules = lesson->rules[kind], gold = lesson->gold[kind];

	for (size_t i = 0; rules != LABEL_NONE && i < LEAD_COUNT; i++)
		if (sums[guess] > sums[rules] + leads[i])
			measure->gain[rules][i] += (guess == gold) -
			    (rules == gold);
}

static void
measure_lesson(struct measure *measure, const struct weights *weights,
    const struct label_lesson *lesson)
{
	static struct lattice lattice;
	int32_t sums[WEIGHTS_TAG_MAX];

	load(&lattice, lesson);
	bag_sums(weights, &lattice, sums);
	for (unsigned i = 0; i < LABEL_KIND_COUNT; i++) {
		unsigned guess = bag_best(sums, label_set(
		    (enum label_kind)i));

		if (lesson->gold[i] == LABEL_NONE)
			continue;
		measure->all[i]++;
		measure->right[i] += guess == lesson->gold[i];
		measure->rules[i] += lesson->rules[i] == lesson->gold[i];
		note_gain(measure, sums, lesson, i, guess);
		if (errors && guess != lesson->gold[i])
			printf("%s\t%s\t%.*s\t%.*s\n",
			    label_tags[lesson->gold[i]], label_tags[guess],
			    (int)lesson->cue.length, lesson->cue.at,
			    (int)lesson->content.length, lesson->content.at);
	}
}

static void
print_measure(const struct measure *measure, const char *name)
{
	static const char *const kinds[LABEL_KIND_COUNT] = {
		[LABEL_ACT] = "act", [LABEL_CERTAINTY] = "certainty",
		[LABEL_TYPE] = "source type"
	};

	for (unsigned i = 0; i < LABEL_KIND_COUNT; i++)
		printf("%s\t%s: rules %.3f, model %.3f of %zu\n", name,
		    kinds[i], (double)measure->rules[i] /
		    (double)(measure->all[i] ? measure->all[i] : 1),
		    (double)measure->right[i] /
		    (double)(measure->all[i] ? measure->all[i] : 1),
		    measure->all[i]);
}

static void
measure_folder(const struct weights *weights, const char *folder)
{
	struct label_lessons lessons = { 0 };
	struct measure measure = { 0 };

	label_lessons_read(&lessons, folder);
	for (size_t i = 0; i < lessons.count; i++)
		if (!lessons.at[i].missed)
			measure_lesson(&measure, weights, &lessons.at[i]);
	print_measure(&measure, folder);
	label_lessons_free(&lessons);
}

/* ------------------------------------------------------------- the whole */

/* The SHA-256 of the tables of all folders, in their order, hexadecimal. */
static void
digest_folders(char *const *folders, size_t count, char *digest)
{
	static const char *const names[] = { "tagged.tsv", "claims.tsv", NULL };
	struct buffer bytes = { 0 };

	for (size_t i = 0; i < count; i++)
		trainer_add_tables(&bytes, folders[i], names);
	SHA256Data((const uint8_t *)bytes.at, bytes.length, digest);
	buffer_free(&bytes);
}

/*
 * Write from which lead on each label of the rules gives way: the highest that
 * gains as much as the best but one error in four, so that little is
 * changed for little.  Labels with hardly any gain are left out.
 */
static void
add_leads(struct buffer *out, const struct measure *measure)
{
	buffer_add(out, SLICE("label\tlead\n"));
	for (unsigned tag = 0; label_tags[tag]; tag++) {
		const int *gain = measure->gain[tag];
		size_t best = 0, last;

		for (size_t i = 1; i < LEAD_COUNT; i++)
			if (gain[i] > gain[best])
				best = i;
		for (last = LEAD_COUNT - 1; gain[last] * 4 < gain[best] * 3;)
			last--;
		if (gain[best] >= LEAST_GAIN)
			buffer_printf(out, "%s\t%d\n", label_tags[tag],
			    leads[last]);
	}
}

static void
write_leads(const struct measure *measure)
{
	int fd = open(leads_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
	    0666);
	struct buffer out = { 0 };

	add_leads(&out, measure);
	if (fd < 0 || write(fd, out.at, out.length) != (ssize_t)out.length ||
	    close(fd) < 0)
		message_fail(STATUS_SYSTEM, "cannot write %s: %s", leads_path,
		    strerror(errno));
	buffer_free(&out);
}

/* Learn from each part's complement, and measure on the part. */
static void
cross_validate(const struct trainer_plan *plan, const struct known *known,
    const struct label_lessons *lessons)
{
	struct measure measure = { 0 };

	for (size_t part = 0; part < folds; part++) {
		struct trainer trainer;

		trainer_start(&trainer, plan, known);
		learn(&trainer, lessons, part);
		trainer_average(&trainer);
		for (size_t i = 0; i < lessons->count; i++)
			if (is_apart(&lessons->at[i], part) &&
			    !lessons->at[i].missed)
				measure_lesson(&measure, &trainer.weights,
				    &lessons->at[i]);
		trainer_free(&trainer);
	}
	print_measure(&measure, "folds");
	if (leads_path)
		write_leads(&measure);
}

static void
train(char *const *folders, size_t count)
{
	struct buffer templates = { 0 };
	struct label_lessons lessons = { 0 };
	struct known known = { 0 };
	struct trainer trainer;
	struct trainer_plan plan = {
		.name = "labels", .tags = label_tags,
		.attributes = label_attributes,
		.lines = lines, .margin = (int32_t)margin,
		.rare = (unsigned)rare
	};
	const struct known_limits limits = { 1, 1, 1, 1 };
	char digest[SHA256_DIGEST_STRING_LENGTH];

	buffer_add_file(&templates, templates_path);
	plan.templates = buffer_slice(&templates);
	for (size_t i = 0; i < count; i++)
		label_lessons_read(&lessons, folders[i]);
	known_finish(&known, &limits);
	if (folds > 0) {
		cross_validate(&plan, &known, &lessons);
	} else {
		digest_folders(folders, count, digest);
		trainer_start(&trainer, &plan, &known);
		learn(&trainer, &lessons, 0);
		trainer_write(&trainer, output_path, digest, "");
		trainer_free(&trainer);
	}
	label_lessons_free(&lessons);
	known_free(&known);
	buffer_free(&templates);
}

static const struct claim_tables no_tables;

int
main(int argc, char *argv[])
{
	int first = options_parse(&program, argc, argv);
	struct weights weights;

	if ((!output_path && folds == 0) || first == argc)
		message_fail(STATUS_SYSTEM, "an --output and folders to learn "
		    "from are wanted; see --help");
	lemma_open();
	tagger_open();
	claims_open(&no_tables);
	claims_open_network();
	label_features_open();
	train(argv + first, (size_t)(argc - first));
	if (folds > 0)
		return STATUS_OK;
	weights_open_file(&weights, output_path, label_attributes);
	for (size_t i = 0; i < held_out.count; i++)
		measure_folder(&weights, held_out.values[i]);
	return STATUS_OK;
}
