/*
 * Learn how pairs of claims relate, or print what there is to learn from.
 *
 *	train-relations --output FILE TABLES...
 *	train-relations --features TABLES...
 *
 * TABLES is a folder with claims.tsv and with the annotated pairs of its claims
 * in relations.tsv (samples/corpus/README.md).  A pair has the label of the
 * annotated pair whose spans are its own, or nearly; one that only touches an
 * annotated pair is left out; any other pair of one story is unrelated.
 *
 * A first model tells at a glance which pairs are worth it, a second whether a
 * pair is related at all, four how, more the kind.
 */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/options.h"
#include "compare/blocks.h"
#include "compare/gold.h"
#include "compare/setting.h"
#include "compare/witness.h"
#include "model/boost.h"
#include "text/lemma.h"
#include "text/tagger.h"

#define SPAN_NEAR 0.6		/* shared part of the longer span */
#define TRAP_WEIGHT 5.0

#define CUT_NEVER 20.0f		/* the precision is never reached */
#define GLANCE_FOUND 0.85	/* of related pairs that the glance keeps */
#define RELATED_RATE 0.2
#define RELATED 0.04		/* less likely ones are looked at no further */

enum { FOLDS = 4, FOLD_NONE = FOLDS, CUT_LEAST = 30, UNRELATED_STEP = 3 };
enum { KIND_DEPTH = 2, RELATED_TREES = 40, GLANCE_TREES = 80 };

static const char *output_path;
static bool features_only;
static size_t trees = 500, kind_trees = 40, depth = 3, seed = 1;
static double rate = 0.035, columns_seen = 0.3, rows_seen = 0.6,
    unlabelled_weight = 1;
static struct option_list unlabelled;

static const struct option_row options[] = {
	{ "output", 'o', OPTION_TEXT, "FILE", "write the trees here",
	    &output_path },
	{ "features", 0, OPTION_FLAG, NULL, "print the pairs instead",
	    &features_only },
	{ "trees", 0, OPTION_NUMBER, "NUMBER", "trees of a relation", &trees },
	{ "kind-trees", 0, OPTION_NUMBER, "NUMBER", "trees of a kind",
	    &kind_trees },
	{ "depth", 0, OPTION_NUMBER, "NUMBER", "cuts of a path", &depth },
	{ "rate", 0, OPTION_FRACTION, "X", "how far a tree goes", &rate },
	{ "columns", 0, OPTION_FRACTION, "X", "part of the numbers a tree sees",
	    &columns_seen },
	{ "rows", 0, OPTION_FRACTION, "X", "part of the pairs a tree sees",
	    &rows_seen },
	{ "unlabelled", 0, OPTION_LIST, "TABLES",
	    "claims of other news, hardly a conflict in them", &unlabelled },
	{ "unlabelled-weight", 0, OPTION_FRACTION, "X", "of such a pair",
	    &unlabelled_weight },
	{ "seed", 0, OPTION_NUMBER, "NUMBER", "of the random numbers", &seed },
};

static const struct program program = {
	"train-relations", "TABLES...", "Learn how claims relate.",
	options, sizeof options / sizeof *options
};

struct example {
	float evidence[EVIDENCE_COUNT];
	bool unlabelled;	/* of --unlabelled; hardly ever a conflict */
	unsigned fold;		/* of its story, or of its article without */
	struct slice relation, kind;	/* empty: unrelated */
};

struct examples {
	struct example *at;
	size_t count, capacity;
	struct golds golds;
	const struct trees_model *glance;	/* NULL: still to be learnt */
	bool unlabelled;	/* the tables being read have no pairs */
};

/* ------------------------------------------------------------ the labels */

static void
print_pair(const struct pair *pair, const float *evidence,
    const struct example *example)
{
	printf("%.*s\t%.*s\t%.*s\t%.*s\t%d", (int)example->relation.length,
	    example->relation.at, (int)example->kind.length,
	    example->kind.at, (int)pair->a->id.length, pair->a->id.at,
	    (int)pair->b->id.length, pair->b->id.at, (int)(pair->a - pair->b));
	for (unsigned i = 0; i < EVIDENCE_COUNT; i++)
		printf("\t%g", evidence[i]);
	putchar('\n');
}

static void
add_example(void *context, const struct pair *pair, const float *evidence,
    const struct relation *rule)
{
	struct examples *examples = context;
	struct example *example;
	double likeness;
	const struct gold *gold = gold_nearest(&examples->golds, pair,
	    &likeness);

	(void)rule;
	if (gold && likeness < SPAN_NEAR)
		return;
	MEMORY_GROW(examples->at, examples->count, examples->capacity);
	example = &examples->at[examples->count++];
	memcpy(example->evidence, evidence, sizeof example->evidence);
	example->relation = gold ? gold->relation : SLICE("");
	example->kind = gold ? gold->kind : SLICE("");
	example->unlabelled = examples->unlabelled;
	example->fold = (examples->unlabelled ? pair->a->article :
	    pair->a->group) % FOLDS;
	if (features_only && examples->glance)
		print_pair(pair, evidence, example);
}

static void
read_examples(struct examples *examples, const char *folder)
{
	static struct knowledge_files none;
	struct relate_options relate_options = { .window = SIZE_MAX,
		.threshold = 0.5 };
	struct knowledge knowledge = { 0 };
	struct claims claims = { .knowledge = &knowledge };
	struct profiles profiles = { 0 };
	struct arena arena = { 0 };
	struct blocks blocks = { .profiles = &profiles,
		.glance = examples->glance, .arena = &arena };
	struct claim_columns columns;
	struct tsv_reader in;

	for (size_t i = 0; i < RELATION_KIND_COUNT; i++)
		relate_options.kinds[i] = true;
	gold_read(&examples->golds, examples->unlabelled ? NULL : folder);
	knowledge_open(&knowledge, &none);
	profiles_open(&profiles);
	gold_table(&in, folder, "claims.tsv");
	claim_columns_find(&columns, &in, examples->unlabelled ? NULL :
	    "story");
	while (tsv_next(&in))
		if (in.fields[columns.content_span].length)
			claims_add(&claims, &in, &columns);
	if (tsv_close(&in))
		exit(STATUS_DATA);
	claims_weigh(&claims);
	settings_find(&claims);
	witnesses_find(&claims);
	profiles_start(&profiles, &claims);
	for (uint32_t i = 0; i < claims.article_count; i++)
		blocks_compare_article(&blocks, i, &relate_options, add_example,
		    examples);
	blocks_free(&blocks);
	profiles_free(&profiles);
	arena_free(&arena);
	claims_free(&claims);
	knowledge_free(&knowledge);
}

/* ---------------------------------------------------------- the learning */

static const char *
feature_name(unsigned feature)
{
	return evidence_name((enum evidence)feature);
}

/* A model: of a relation or kind among all pairs, or those of a relation. */
struct lesson {
	const char *model, *relation, *kind;	/* NULL for any */
	bool all;		/* among all pairs */
	double cut;		/* probability from which on a pair counts; or
				   0: where that precision is reached on
				   stories that were not learnt from */
	double precision;
};

static const struct lesson glance_lesson = { "glance", NULL, NULL, true, 0.5,
	0 };

static const struct lesson lessons[] = {
	{ "related", NULL, NULL, true, RELATED, 0 },
	{ "agree", "agree", NULL, true, 0, 0.35 },
	{ "conflict", "conflict", NULL, true, 0, 0.65 },
	{ "evolve", "evolve", NULL, true, 0, 0.35 },
	{ "repeat", "repeat", NULL, true, 0, 0.8 },
	{ "agree/numeric", "agree", "figure", false, 0, 0 },
	{ "conflict/antonym", "conflict", "antonym", false, 0, 0 },
	{ "conflict/assessment", "conflict", "assessment", false, 0, 0 },
	{ "conflict/attribution", "conflict", "attribution", false, 0, 0 },
	{ "conflict/authorship", "conflict", "authorship", false, 0, 0 },
	{ "conflict/blame", "conflict", "blame", false, 0, 0 },
	{ "conflict/existence", "conflict", "existence", false, 0, 0 },
	{ "conflict/modality", "conflict", "modality", false, 0, 0 },
	{ "conflict/negation", "conflict", "negation", false, 0, 0 },
	{ "conflict/numeric", "conflict", "numeric", false, 0, 0 },
	{ "conflict/position", "conflict", "position", false, 0, 0 },
	{ "conflict/temporal", "conflict", "temporal", false, 0, 0 },
	{ "conflict/terms", "conflict", "terms", false, 0, 0 },
	{ "evolve/numeric", "evolve", "figure", false, 0, 0 },
	{ "evolve/position", "evolve", "position", false, 0, 0 },
	{ "evolve/temporal", "evolve", "schedule", false, 0, 0 },
};

static bool
is_related(const struct example *example)
{
	return example->relation.length > 0 &&
	    !slice_is(example->relation, "not_conflict");
}

/* Pairs that nobody has looked at may well agree or repeat; few conflict. */
static bool
may_lack_labels(const struct lesson *lesson)
{
	return lesson->all && lesson->relation && (slice_is(
	    slice_of(lesson->relation), "conflict") || slice_is(
	    slice_of(lesson->relation), "evolve"));
}

static bool
is_right(const struct example *example, const struct lesson *lesson)
{
	return lesson->relation ? slice_is(example->relation,
	    lesson->relation) : is_related(example);
}

/*
 * The examples of a lesson but those of a fold, as rows; of unrelated pairs,
 * which are many, one in three for all of them.
 */
static struct boost_rows
rows_of(const struct examples *examples, const struct lesson *lesson,
    unsigned fold)
{
	struct boost_rows rows = { .feature_count = EVIDENCE_COUNT };
	float *features = memory_new(examples->count * EVIDENCE_COUNT + 1,
	    sizeof *features);
	uint8_t *labels = memory_new(examples->count + 1, 1);
	float *weights = memory_new(examples->count + 1, sizeof *weights);

	for (size_t i = 0; i < examples->count; i++) {
		const struct example *example = &examples->at[i];
		bool plain = example->relation.length == 0;
		bool related = is_right(example, lesson);

		if ((!lesson->all && !related) || (example->unlabelled &&
		    !may_lack_labels(lesson)) || example->fold == fold ||
		    (plain && i % UNRELATED_STEP > 0))
			continue;
		memcpy(&features[rows.count * EVIDENCE_COUNT],
		    example->evidence, sizeof example->evidence);
		labels[rows.count] = related && (!lesson->kind ||
		    slice_is(example->kind, lesson->kind));
		weights[rows.count++] = (float)(example->unlabelled ?
		    unlabelled_weight : slice_is(example->relation,
		    "not_conflict") ? TRAP_WEIGHT : 1) *
		    (plain ? UNRELATED_STEP : 1);
	}
	rows.features = features;
	rows.labels = labels;
	rows.weights = weights;
	return rows;
}

static void
rows_free(struct boost_rows *rows)
{
	free((void *)(uintptr_t)rows->features);
	free((void *)(uintptr_t)rows->labels);
	free((void *)(uintptr_t)rows->weights);
}

/* The more trees, the finer the question. */
static size_t
trees_of(const struct lesson *lesson)
{
	return lesson == &glance_lesson ? GLANCE_TREES : !lesson->relation ?
	    RELATED_TREES : lesson->kind ? kind_trees : trees;
}

static struct trees_model
learn_without(const struct examples *examples, const struct lesson *lesson,
    unsigned fold)
{
	struct boost_options boost_options = {
		.trees = trees_of(lesson),
		.depth = lesson != &glance_lesson && (!lesson->relation ||
		    lesson->kind) ? KIND_DEPTH : depth,
		.rate = lesson->relation ? rate : RELATED_RATE,
		.rows = rows_seen, .columns = columns_seen, .least = 1,
		.calm = 1, .seed = seed
	};
	struct boost_rows rows = rows_of(examples, lesson, fold);
	struct trees_model model = { .name = slice_of(lesson->model) };

	boost(&model, &rows, &boost_options);
	rows_free(&rows);
	return model;
}

struct scored {
	float score;
	bool right;
};

static int
by_score(const void *a, const void *b)
{
	const struct scored *x = a, *y = b;

	return x->score > y->score ? -1 : x->score < y->score;
}

/*
 * Score all examples by models learnt from other stories; best first.  News
 * without labels counts, where it hardly ever holds what is looked for.
 */
static size_t
score_folds(const struct examples *examples, const struct lesson *lesson,
    struct scored *scored)
{
	size_t count = 0;

	for (unsigned fold = 0; fold < FOLDS; fold++) {
		struct trees_model model = learn_without(examples, lesson,
		    fold);

		for (size_t i = 0; i < examples->count; i++) {
			const struct example *one = &examples->at[i];

			if (one->fold == fold && (!one->unlabelled ||
			    may_lack_labels(lesson)))
				scored[count++] = (struct scored){
					trees_score(&model, one->evidence),
					is_right(one, lesson) };
		}
		free(model.trees);
	}
	qsort(scored, count, sizeof *scored, by_score);
	return count;
}

/* The last one down to which the precision holds, or count: none. */
static size_t
last_at(const struct scored *scored, size_t count, double precision,
    size_t *found)
{
	size_t right = 0, last = count;

	*found = 0;
	for (size_t i = 0; i < count; i++) {
		right += scored[i].right;
		if (i + 1 < CUT_LEAST || (double)right < precision *
		    (double)(i + 1))
			continue;
		last = i;
		*found = right;
	}
	return last;
}

/*
 * The score from which on the precision is reached, on stories that were left
 * out of what the score was learnt from; what other precisions would find is
 * printed.
 */
static float
cut_of(const struct examples *examples, const struct lesson *lesson)
{
	static const double levels[] = { 0.3, 0.4, 0.5, 0.6, 0.7, 0.8 };
	struct scored *scored = memory_new(examples->count + 1,
	    sizeof *scored);
	size_t count = score_folds(examples, lesson, scored);
	size_t all = 0, last, found;
	float cut = CUT_NEVER;

	for (size_t i = 0; i < count; i++)
		all += scored[i].right;
	fprintf(stderr, "%s, recall at precision", lesson->model);
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		last_at(scored, count, levels[i], &found);
		fprintf(stderr, "  %.1f: %.3f", levels[i],
		    (double)found / fmax(1, (double)all));
	}
	fputc('\n', stderr);
	last = last_at(scored, count, lesson->precision, &found);
	if (last < count)
		cut = scored[last].score;
	free(scored);
	return cut;
}

/* Learn one model, moved so that its cut has the probability 0.5. */
static struct trees_model
learn(const struct examples *examples, const struct lesson *lesson)
{
	struct trees_model model = learn_without(examples, lesson, FOLD_NONE);

	if (lesson->precision > 0)
		model.trees[0].nodes[0].value -= cut_of(examples, lesson);
	else if (lesson->cut > 0)
		model.trees[0].nodes[0].value -= (float)log(lesson->cut /
		    (1 - lesson->cut));
	return model;
}

/* Learn the glance, moved so that it keeps most of the related pairs. */
static struct trees_model
learn_glance(const struct examples *examples)
{
	struct trees_model model = learn(examples, &glance_lesson);
	struct scored *scored = memory_new(examples->count + 1,
	    sizeof *scored);
	size_t count = 0;

	for (size_t i = 0; i < examples->count; i++)
		if (is_related(&examples->at[i]))
			scored[count++].score = trees_score(&model,
			    examples->at[i].evidence);
	if (count > 0) {
		qsort(scored, count, sizeof *scored, by_score);
		model.trees[0].nodes[0].value -= scored[(size_t)(
		    GLANCE_FOUND * (double)(count - 1))].score;
	}
	free(scored);
	return model;
}

static void
write_model(FILE *out, struct trees_model *model)
{
	boost_write(out, model, feature_name);
	free(model->trees);
}

static void
learn_all(const struct examples *examples, struct trees_model *glance)
{
	FILE *out = fopen(output_path, "w");

	if (!out) {
		message_fail(STATUS_SYSTEM, "%s: %s", output_path,
		    strerror(errno));
		return;
	}
	fputs("model\ttree\tnode\tfeature\tthreshold\tvalue\n", out);
	write_model(out, glance);
	for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
		struct trees_model model = learn(examples, &lessons[i]);

		write_model(out, &model);
	}
	if (fclose(out) != 0)
		message_fail(STATUS_SYSTEM, "%s: %s", output_path,
		    strerror(errno));
}

static void
print_header(void)
{
	printf("relation\tkind\ta\tb\tapart");
	for (unsigned i = 0; i < EVIDENCE_COUNT; i++)
		printf("\t%s", feature_name(i));
	putchar('\n');
}

int
main(int argc, char *argv[])
{
	struct examples examples = { 0 };
	struct trees_model glance;
	int first = options_parse(&program, argc, argv);

	lemma_open();
	tagger_open();
	for (int i = first; i < argc; i++)
		read_examples(&examples, argv[i]);
	glance = learn_glance(&examples);
	examples.glance = &glance;
	examples.count = 0;
	if (features_only)
		print_header();
	for (int i = first; i < argc; i++)
		read_examples(&examples, argv[i]);
	examples.unlabelled = true;
	for (size_t i = 0; i < unlabelled.count; i++)
		read_examples(&examples, unlabelled.values[i]);
	if (output_path)
		learn_all(&examples, &glance);
	free(examples.at);
	golds_free(&examples.golds);
	return STATUS_OK;
}
