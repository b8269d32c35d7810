/*
 * annotate: annotated articles checked, and turned into tables and back.
 *
 *	annotate check [--unmarked] FOLDER...
 *	annotate format [--number] FOLDER...
 *	annotate tables --output TABLES [--split NAME] FOLDER...
 *	annotate inline --output FOLDERS TABLES
 *	annotate text FILE
 *
 * A folder is a story of samples/corpus/; GUIDELINE.md there gives the form.
 * check prints a line for each fault; tables makes the tables of
 * hearsay-tsv(5) and those that scorers take as gold; inline makes the same
 * folders of tables again; format writes a story as inline would; text prints
 * an article without its annotation.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annotation/annotation.h"
#include "annotation/cue_lemma.h"
#include "annotation/labels.h"
#include "annotation/load.h"
#include "annotation/tables.h"
#include "base/message.h"
#include "base/options.h"
#include "tsv/lexicon.h"

static const char *output, *split, *splits_path = "samples/corpus/splits.tsv";
static bool number, unmarked;

static const struct option_row options[] = {
	{ "output", 'o', OPTION_TEXT, "FOLDER", "write into this folder",
	    &output },
	{ "split", 's', OPTION_TEXT, "NAME",
	    "tables: only the stories of this split", &split },
	{ "splits", 0, OPTION_TEXT, "FILE",
	    "table of stories and their splits", &splits_path },
	{ "unmarked", 'u', OPTION_FLAG, NULL,
	    "check: show words that may have been missed", &unmarked },
	{ "number", 'n', OPTION_FLAG, NULL,
	    "format: number the claims anew, in order", &number }
};

static const struct program program = {
	"annotate", "check|format|tables|inline|text FOLDER...",
	"check annotated stories, make tables of them and turn them back",
	options, sizeof options / sizeof *options
};

/* -------------------------------------------------------------------- files */

static struct slice
path_of(struct arena *arena, const char *folder, struct slice name,
    const char *file)
{
	struct buffer path = { 0 };
	struct slice copy;

	buffer_printf(&path, "%s/%.*s%s%s", folder, SHOWN(name),
	    file[0] ? "/" : "", file);
	copy = arena_copy(arena, buffer_slice(&path));
	buffer_free(&path);
	return copy;
}

static _Noreturn void
fail(const char *what, const char *path)
{
	message_fail(STATUS_SYSTEM, "cannot %s %s: %s", what, path,
	    strerror(errno));
}

/* Put the bytes in place of a file at once. */
static void
replace_file(struct slice path, const struct buffer *bytes)
{
	struct buffer part = { 0 };
	size_t done = 0;
	int fd;

	buffer_printf(&part, "%s.part", path.at);
	buffer_add_byte(&part, '\0');
	fd = open(part.at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		fail("write", part.at);
	while (done < bytes->length) {
		ssize_t put = write(fd, bytes->at + done,
		    bytes->length - done);

		if (put < 0)
			fail("write", part.at);
		done += (size_t)put;
	}
	if (close(fd) < 0)
		fail("write", part.at);
	if (rename(part.at, path.at) < 0)
		fail("rename", part.at);
	buffer_free(&part);
}

static void
make_folder(const char *path)
{
	if (mkdir(path, 0777) < 0 && errno != EEXIST)
		fail("make", path);
}

/* The files of a story into a folder. */
static void
write_story(struct story *story, const char *folder, struct slice name)
{
	struct buffer bytes = { 0 };

	for (size_t i = 0; i < story->article_count; i++) {
		const struct article *article = &story->articles[i];
		const char file[] = { article->letter, '.', 't', 'x', 't',
			'\0' };

		buffer_clear(&bytes);
		if (!article_write(article, &bytes))
			message_fail(STATUS_DATA, "%.*s/%s: its marks cross, "
			    "or leave their sentence", SHOWN(story->name),
			    file);
		replace_file(path_of(&story->arena, folder, name, file),
		    &bytes);
	}
	buffer_clear(&bytes);
	story_write(story, &bytes);
	replace_file(path_of(&story->arena, folder, name, "story.txt"),
	    &bytes);
	buffer_free(&bytes);
}

/* ----------------------------------------------------------------- commands */

/* Read and check a story; its faults on `out`. */
static bool
read_checked(struct story *story, const char *folder, struct faults *faults,
    FILE *out)
{
	size_t before = faults->count;

	if (story_read(story, folder, faults))
		story_check(story, faults);
	for (size_t i = 0; unmarked && i < story->article_count; i++)
		article_unmarked(&story->articles[i], faults);
	faults_print(faults, out);
	return faults->count == before;
}

static int
check(char *const *folders, size_t count)
{
	struct faults faults = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct story story;

		read_checked(&story, folders[i], &faults, stdout);
		story_free(&story);
	}
	if (fflush(stdout) != 0)
		fail("write", "standard output");
	fprintf(stderr, "annotate: %zu stories, %zu faults, %zu warnings\n",
	    count, faults.count, faults.warnings);
	faults_free(&faults);
	return faults.count > 0 ? STATUS_DATA : STATUS_OK;
}

/* Has every claim one line, also those that relations name? */
static bool
is_numbered(const struct story *story, const struct article *article)
{
	for (size_t i = 0; i < story->relation_count; i++)
		for (size_t k = 0; k < 2; k++)
			if (story->relations[i].side[k].article ==
			    article->letter && !article_claim(article,
			    story->relations[i].side[k].claim))
				return false;
	for (size_t i = 0; i < article->claim_count; i++)
		if (article_claim(article, article->claims[i].number) !=
		    &article->claims[i])
			return false;
	for (size_t i = 0; i < article->mark_count; i++)
		if (article->marks[i].kind == MARK_PART &&
		    !article_claim(article, article->marks[i].claim))
			return false;
	return true;
}

/* What the reader had to pass over would be lost; so no story with faults. */
static int
format(char *const *folders, size_t count)
{
	struct faults faults = { 0 };
	int status = STATUS_OK;

	for (size_t i = 0; i < count; i++) {
		size_t before = faults.count;
		struct story story;

		story_read(&story, folders[i], &faults);
		for (size_t k = 0; k < story.article_count; k++)
			if (!is_numbered(&story, &story.articles[k]))
				fault_add(&faults, story.articles[k].path, 0,
				    "a claim has no line, or two; run annotate "
				    "check");
		if (faults.count > before) {
			faults_print(&faults, stdout);
			message_warn("%s: left as it is", folders[i]);
			status = STATUS_DATA;
			story_free(&story);
			continue;
		}
		for (size_t k = 0; k < story.article_count; k++) {
			if (number)
				article_number(&story, &story.articles[k]);
			article_arrange(&story.articles[k]);
		}
		write_story(&story, folders[i], SLICE("."));
		story_free(&story);
	}
	faults_free(&faults);
	return status;
}

/* Is the story of the split that was asked for? */
static bool
is_wanted(const struct lexicon *splits, struct slice story)
{
	const struct lexicon_row *row;

	if (!split)
		return true;
	row = lexicon_find(splits, story);
	if (row)
		return slice_is(row->fields[1], split);
	message_fail(STATUS_DATA, "%s: no story '%.*s'; run "
	    "scripts/corpus/splits", splits_path, SHOWN(story));
}

static int
tables(char *const *folders, size_t count)
{
	static const char *const columns[] = { "story", "split", NULL };
	struct lexicon splits = { 0 };
	struct faults faults = { .faults_only = true };
	struct out_tables out;

	if (!output)
		message_fail(STATUS_SYSTEM, "tables needs --output FOLDER");
	if (split)
		lexicon_add_file(&splits, splits_path, columns);
	cue_lemma_open();
	tables_create(&out, output);
	for (size_t i = 0; i < count; i++) {
		struct story story;

		if (read_checked(&story, folders[i], &faults, stderr) &&
		    is_wanted(&splits, story.name)) {
			for (size_t k = 0; k < story.article_count; k++)
				article_arrange(&story.articles[k]);
			tables_add(&out, &story);
		}
		story_free(&story);
	}
	lexicon_free(&splits);
	faults_free(&faults);
	return tables_finish(&out) |
	    (faults.count > 0 ? STATUS_DATA : STATUS_OK);
}

static int
inline_files(const char *folder)
{
	struct stored_tables *stored;
	struct arena arena = { 0 };

	if (!output)
		message_fail(STATUS_SYSTEM, "inline needs --output FOLDER");
	stored = tables_open(folder);
	make_folder(output);
	for (size_t i = 0; i < tables_stories(stored); i++) {
		struct story story;

		story_load(&story, stored, i);
		make_folder(path_of(&arena, output, story.name, "").at);
		write_story(&story, output, story.name);
		story_free(&story);
	}
	tables_free(stored);
	arena_free(&arena);
	return STATUS_OK;
}

static int
text(const char *path)
{
	struct faults faults = { 0 };
	struct story story = { 0 };
	struct article *article = &story.articles[0];

	if (!story_read_article(&story, path, &faults)) {
		faults_print(&faults, stderr);
		return STATUS_SYSTEM;
	}
	faults_print(&faults, stderr);
	buffer_add_byte(&article->text, '\n');
	if (fwrite(article->text.at, 1, article->text.length, stdout) !=
	    article->text.length || fflush(stdout) != 0)
		fail("write", "standard output");
	story_free(&story);
	faults_free(&faults);
	return faults.count > 0 ? STATUS_DATA : STATUS_OK;
}

int
main(int argc, char *argv[])
{
	int first = options_parse_alone(&program, argc, argv);
	struct slice command = slice_of(first < argc ? argv[first] : "");
	char *const *operands = argv + first + 1;
	size_t count = first + 1 < argc ? (size_t)(argc - first - 1) : 0;

	labels_open();
	unmarked_open();
	if (count > 0 && slice_is(command, "check"))
		return check(operands, count);
	if (count > 0 && slice_is(command, "format"))
		return format(operands, count);
	if (count > 0 && slice_is(command, "tables"))
		return tables(operands, count);
	if (count == 1 && slice_is(command, "inline"))
		return inline_files(operands[0]);
	if (count == 1 && slice_is(command, "text"))
		return text(operands[0]);
	message_fail(STATUS_SYSTEM, "a command and what it works on are "
	    "wanted; see --help");
}
