/*
 * Train the model of names.
 *
 *	train-names --output FILE [--coarse DIR]... [--held-out DIR]... DIR...
 *
 * A folder has sentences.tsv, as split writes it, and mentions.tsv (doc start
 * end type).  In a coarse one a LOC is any place, a MISC any name that is no
 * person, body or place; where it has no MISC, those are not marked.  Which of
 * our types is meant there is what the model, as it stands, thinks likeliest
 * of those that fit.
 *
 * The words of names are hidden half of the time, so that the model leans on
 * what stands around them.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sha2.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/options.h"
#include "entities/name_features.h"
#include "entities/name_type.h"
#include "entities/timex.h"
#include "model/train.h"
#include "text/document.h"
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

/* ------------------------------------------------------------- reading */

/* A sentence ready to be learnt from. */
struct lesson {
	size_t count;
	uint32_t *attributes;
	uint64_t *candidates;
	uint64_t *right;	/* the tags that fit, by position */
	bool coarse;
};

struct lessons {
	struct lesson *at;
	size_t count, capacity;
	struct arena arena;
};

/* A name as the annotators marked it: bytes of its document. */
struct marked {
	size_t start, end;
	uint64_t types;		/* those that it may be of, a bit each */
};

struct marks {
	struct marked *at;
	size_t count, capacity;
	struct hash docs;	/* doc -> its first */
	uint32_t *next;
	bool other;		/* names of no person, body or place as well */
	struct arena arena;
	struct buffer bytes;
};

#define TYPE(name) ((uint64_t)1 << MENTION_##name)

/* The types that a folder's name for one may mean; 0: none of names. */
static uint64_t
types_of(struct slice name, bool is_coarse)
{
	enum mention_type type = mention_type_of(name);

	if (type == MENTION_TYPE_COUNT)
		return 0;
	if (is_coarse && type == MENTION_LOC)
		return TYPE(GPE) | TYPE(LOC) | TYPE(FAC);
	if (is_coarse && type == MENTION_MISC)
		return TYPE(NORP) | TYPE(EVENT) | TYPE(WORK) | TYPE(MISC);
	return (uint64_t)1 << type;
}

static int
file_open(const char *folder, const char *name, struct buffer *path)
{
	int fd;

	buffer_clear(path);
	buffer_printf(path, "%s/%s", folder, name);
	buffer_add_byte(path, '\0');
	fd = open(path->at, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", path->at,
		    strerror(errno));
	return fd;
}

static void
marks_read(struct marks *marks, const char *folder, bool is_coarse)
{
	struct tsv_reader in;
	struct buffer path = { 0 };
	int doc, start, end, type;
	size_t room = 0;

	tsv_open(&in, file_open(folder, "mentions.tsv", &path), path.at);
	doc = tsv_require(&in, "doc", "a table of mentions is wanted");
	start = tsv_require(&in, "start", "a table of mentions is wanted");
	end = tsv_require(&in, "end", "a table of mentions is wanted");
	type = tsv_require(&in, "type", "a table of mentions is wanted");
	while (tsv_next(&in)) {
		struct marked marked = { .types = types_of(in.fields[type],
		    is_coarse) };
		uint32_t *place;

		if (!slice_number(in.fields[start], &marked.start) ||
		    !slice_number(in.fields[end], &marked.end))
			tsv_refuse(&in, "start and end must be numbers");
		if (marked.types == 0)
			continue;
		marks->other |= (marked.types & TYPE(MISC)) != 0;
		MEMORY_GROW(marks->at, marks->count, marks->capacity);
		if (marks->count >= room)
			marks->next = memory_resize(marks->next,
			    room = marks->capacity, sizeof *marks->next);
		place = hash_put(&marks->docs, arena_copy(&marks->arena,
		    in.fields[doc]));
		marks->next[marks->count] = *place;
		*place = (uint32_t)marks->count;
		marks->at[marks->count++] = marked;
	}
	if (tsv_close(&in) != STATUS_OK)
		exit(STATUS_DATA);
	buffer_free(&path);
}

static void
marks_free(struct marks *marks)
{
	free(marks->at);
	free(marks->next);
	hash_free(&marks->docs);
	arena_free(&marks->arena);
}

/* The tags of a set of types. */
static uint64_t
tags_of(uint64_t types, bool inside)
{
	uint64_t set = 0;

	for (unsigned type = 0; type < MENTION_TYPE_COUNT; type++)
		if (types >> type & 1)
			set |= (uint64_t)1 <<
			    name_tag((enum mention_type)type, inside);
	return set;
}

/* Mark the tokens of one name; a longer one that was marked stays. */
static void
mark_name(const struct sentence *sentence, const struct marked *marked,
    uint64_t *right, size_t *lengths)
{
	size_t first = 0, last;

	while (first < sentence->count &&
	    sentence->tokens[first].start < marked->start)
		first++;
	if (first < sentence->count && !(marked->types & TYPE(WORK)) &&
	    slice_is(sentence->tokens[first].lower, "the"))
		first++;
	for (last = first; last < sentence->count &&
	    sentence->tokens[last].end <= marked->end; last++)
		if (lengths[last] >= marked->end - marked->start)
			return;
	for (size_t i = first; i < last; i++) {
		right[i] = tags_of(marked->types, i > first);
		lengths[i] = marked->end - marked->start;
	}
}

static uint64_t *
right_tags(const struct document *document, const struct sentence *sentence,
    const struct marks *marks, bool is_coarse, struct arena *arena)
{
	uint64_t *right = arena_new(arena, sentence->count, sizeof *right);
	size_t *lengths = arena_new(document->arena, sentence->count,
	    sizeof *lengths);
	uint64_t none = 1;

	if (is_coarse && !marks->other) {
		uint64_t types = TYPE(NORP) | TYPE(EVENT) | TYPE(WORK) |
		    TYPE(MISC);

		none |= tags_of(types, false) | tags_of(types, true);
	}
	for (size_t i = 0; i < sentence->count; i++) {
		right[i] = none;
		lengths[i] = 0;
	}
	for (uint32_t i = hash_get(&marks->docs, document->doc);
	    i != HASH_NONE; i = marks->next[i])
		if (marks->at[i].start >= sentence->start &&
		    marks->at[i].end <= sentence->end)
			mark_name(sentence, &marks->at[i], right, lengths);
	return right;
}

static void
add_lesson(struct lessons *lessons, const struct lattice *lattice,
    uint64_t *right, bool is_coarse)
{
	size_t count = lattice->count * lattice->stride;
	struct lesson *lesson;

	MEMORY_GROW(lessons->at, lessons->count, lessons->capacity);
	lesson = &lessons->at[lessons->count++];
	*lesson = (struct lesson){
		.count = lattice->count, .right = right, .coarse = is_coarse,
		.attributes = arena_new(&lessons->arena, count,
		    sizeof *lesson->attributes),
		.candidates = arena_new(&lessons->arena, lattice->count,
		    sizeof *lesson->candidates)
	};
	memcpy(lesson->attributes, lattice_at(lattice, 0),
	    count * sizeof *lesson->attributes);
	memcpy(lesson->candidates, lattice->candidates,
	    lattice->count * sizeof *lesson->candidates);
}

static void
read_document(struct lessons *lessons, const struct document *document,
    const struct marks *marks, bool is_coarse)
{
	static struct lattice lattice;
	struct name_reader reader;
	struct names names;
	struct date date;
	struct timexes *times = arena_new(document->arena, document->count,
	    sizeof *times);
	bool **taken;

	date_read(document->date, &date);
	world_at(date);
	taken = timexes_take(document, date, times);
	names_find(&names, document, taken);
	names_type(&names, document);
	name_reader_open(&reader, document, &names);
	for (uint32_t i = 0; i < document->count; i++)
		if (name_lattice(&lattice, &reader, i, taken[i]))
			add_lesson(lessons, &lattice, right_tags(document,
			    &document->sentences[i], marks, is_coarse,
			    &lessons->arena), is_coarse);
	name_reader_close(&reader);
	names_free(&names);
}

static void
read_folder(struct lessons *lessons, const char *folder, bool is_coarse)
{
	struct marks marks = { 0 };
	struct tsv_reader in;
	struct tsv_group group = { 0 };
	struct sentence_columns columns;
	struct document document;
	struct buffer path = { 0 };

	marks_read(&marks, folder, is_coarse);
	tsv_open(&in, file_open(folder, "sentences.tsv", &path), path.at);
	sentence_columns_find(&columns, &in);
	while (tsv_group_next(&group, &in, columns.doc))
		if (document_read(&document, &group, &in, &columns))
			read_document(lessons, &document, &marks, is_coarse);
	tsv_group_free(&group);
	if (tsv_close(&in) != STATUS_OK)
		exit(STATUS_DATA);
	marks_free(&marks);
	buffer_free(&path);
}

static void
lessons_free(struct lessons *lessons)
{
	free(lessons->at);
	arena_free(&lessons->arena);
}

/* ------------------------------------------------------------ learning */

/* A fixed sequence of numbers that look random (Steele, splitmix64). */
static uint64_t
random_next(void)
{
	static uint64_t state = 20241122;
	uint64_t z = state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

static void
shuffle(size_t *order, size_t count)
{
	for (size_t i = count; i > 1; i--) {
		size_t k = (size_t)(random_next() % i);
		size_t swap = order[i - 1];

		order[i - 1] = order[k];
		order[k] = swap;
	}
}

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
			    random_next() % 100 < hidden)
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

	read_folder(&lessons, folder, false);
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

static struct slice
file_read(int fd, const char *path, struct buffer *bytes)
{
	ssize_t got;

	while ((got = read(fd, buffer_reserve(bytes, 65536), 65536)) > 0)
		bytes->length += (size_t)got;
	if (got < 0)
		message_fail(STATUS_SYSTEM, "cannot read %s: %s", path,
		    strerror(errno));
	close(fd);
	return buffer_slice(bytes);
}

/* The SHA-256 of the tables of all folders, in their order, hexadecimal. */
static void
digest_folders(char *const *folders, size_t count, char *digest)
{
	struct buffer bytes = { 0 }, path = { 0 };

	for (size_t i = 0; i < count + coarse.count; i++) {
		const char *folder = i < count ? folders[i] :
		    coarse.values[i - count];

		file_read(file_open(folder, "sentences.tsv", &path), path.at,
		    &bytes);
		file_read(file_open(folder, "mentions.tsv", &path), path.at,
		    &bytes);
	}
	SHA256Data((const uint8_t *)bytes.at, bytes.length, digest);
	buffer_free(&bytes);
	buffer_free(&path);
}

static void
write_weights(struct trainer *trainer, const char *digest)
{
	int fd = open(output_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
	    0666);

	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot write %s: %s",
		    output_path, strerror(errno));
	trainer_write(trainer, fd, output_path, digest, "");
	if (close(fd) < 0)
		message_fail(STATUS_SYSTEM, "cannot write %s: %s",
		    output_path, strerror(errno));
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
		shuffle(order, school->lessons.count);
		fprintf(stderr, "pass %zu: %zu errors\n", pass + 1,
		    learn_pass(school, order, with_coarse));
	}
	free(order);
}

static void
train(char *const *folders, size_t count)
{
	struct school school = { .stride = 0 };
	struct buffer templates = { 0 };
	struct known known = { 0 };
	int fd = open(templates_path, O_RDONLY | O_CLOEXEC);
	const struct trainer_plan plan = {
		.name = "names", .tags = name_tags(),
		.attributes = name_attributes,
		.templates = file_read(fd, templates_path, &templates),
		.lines = lines, .margin = (int32_t)margin,
		.rare = (unsigned)rare
	};
	const struct known_limits limits = { 1, 1, 1, 1 };
	char digest[SHA256_DIGEST_STRING_LENGTH];

	while (name_attributes[school.stride])
		school.stride++;
	for (size_t i = 0; i < count; i++)
		read_folder(&school.lessons, folders[i], false);
	for (size_t i = 0; i < coarse.count; i++)
		read_folder(&school.lessons, coarse.values[i], true);
	digest_folders(folders, count, digest);
	known_finish(&known, &limits);
	trainer_start(&school.trainer, &plan, &known);
	for (size_t i = 0; i < school.lessons.count; i++) {
		prepare(&school, &school.lessons.at[i]);
		trainer_count(&school.trainer, &school.lattice, school.gold);
	}
	learn_rounds(&school);
	write_weights(&school.trainer, digest);
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
	int first = options_parse(&program, argc, argv);
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
