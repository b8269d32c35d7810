/*
 * A story's folder: its articles, and story.txt with what it is about and how
 * its claims relate.
 */
#include "annotation/annotation.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/utf8.h"

/* ----------------------------------------------------------- story.txt */

static void
read_story_header(struct story *story, struct slice line, size_t number,
    struct faults *faults)
{
	static const char *const names[] = { "beat", "region", "about" };
	struct slice *values[] = { &story->beat, &story->region,
		&story->about };
	struct slice value = line, name = slice_cut(&value, ':');
	size_t i = 0;

	while (i < 3 && !slice_is(name, names[i]))
		i++;
	value = slice_trim(value);
	if (i == 3 || value.length == 0) {
		fault_add(faults, story->path, number, "'%.*s' is no header "
		    "line; write beat:, region: and about:, each with its "
		    "value, then a blank line", SHOWN(line));
		return;
	}
	*values[i] = value;
}

/* "b7" */
static bool
read_side(struct slice word, char *article, uint32_t *claim)
{
	size_t number;

	if (word.length < 2 || !is_lower(word.at[0]) ||
	    !slice_number(slice_part(word, 1, word.length), &number) ||
	    number == 0 || number > UINT16_MAX)
		return false;
	*article = word.at[0];
	*claim = (uint32_t)number;
	return true;
}

/* The next word, with blanks before it passed over; empty at the end. */
static struct slice
next_word(struct slice *rest)
{
	struct slice word = { NULL, 0 };

	while (rest->at && word.length == 0)
		word = slice_cut(rest, ' ');
	return word;
}

static void
read_relation(struct story *story, struct slice line, size_t number,
    struct faults *faults)
{
	struct relation_line r = { .line = (uint32_t)number };
	struct slice bars = line, words = slice_trim(slice_cut(&bars, '|'));

	r.relation = next_word(&words);
	r.kind = next_word(&words);
	for (size_t i = 0; i < 2; i++)
		if (!read_side(next_word(&words), &r.side[i].article,
		    &r.side[i].claim)) {
			fault_add(faults, story->path, number, "'%.*s' is no "
			    "relation; write RELATION KIND CLAIM CLAIM | WORDS "
			    "| WORDS, a claim as b7", SHOWN(line));
			return;
		}
	if (words.at && slice_trim(words).length > 0)
		fault_add(faults, story->path, number, "'%.*s' behind the two "
		    "claims; put a bar before the deciding words",
		    SHOWN(words));
	for (size_t i = 0; i < 2 && bars.at; i++)
		r.side[i].words = slice_trim(slice_cut(&bars, '|'));
	if (bars.at)
		fault_add(faults, story->path, number, "more than two bars; "
		    "the words of each side stand behind one");
	MEMORY_GROW(story->relations, story->relation_count,
	    story->relation_capacity);
	story->relations[story->relation_count++] = r;
}

static void
read_story_file(struct story *story, struct slice bytes,
    struct faults *faults)
{
	bool in_headers = true;

	for (size_t number = 1; bytes.length > 0; number++) {
		struct slice line = slice_cut(&bytes, '\n');

		if (slice_trim(line).length == 0)
			in_headers = false;
		else if (in_headers)
			read_story_header(story, line, number, faults);
		else
			read_relation(story, line, number, faults);
	}
}

/* ------------------------------------------------------------ the folder */

/* A file's bytes; false when it cannot be read. */
static bool
read_bytes(struct slice path, struct buffer *bytes)
{
	int fd = open(path.at, O_RDONLY | O_CLOEXEC);
	ssize_t got = -1;

	if (fd < 0)
		return false;
	while ((got = read(fd, buffer_reserve(bytes, 65536), 65536)) > 0)
		bytes->length += (size_t)got;
	close(fd);
	return got == 0;
}

/*
 * A file's text, in the arena, with bytes that are no UTF-8 replaced and
 * reported; false, and a fault, when it cannot be read.
 */
static bool
read_file(struct story *story, struct slice path, struct slice *text,
    struct faults *faults)
{
	struct buffer bytes = { 0 }, good = { 0 };
	bool read = read_bytes(path, &bytes);
	struct slice rest = buffer_slice(&bytes);

	if (!read)
		fault_add(faults, path, 0, "cannot be read: %s",
		    strerror(errno));
	for (size_t line = 1; rest.length > 0; line++) {
		struct slice one = slice_cut(&rest, '\n');

		if (slice_ends(one, SLICE("\r"))) {
			fault_add(faults, path, line, "a carriage return; end "
			    "lines with a line feed alone");
			one.length--;
		}
		if (utf8_repair(one, &good) > 0)
			fault_add(faults, path, line, "bytes that are no "
			    "UTF-8, or a control character; write UTF-8");
		buffer_add_byte(&good, '\n');
	}
	*text = arena_copy(&story->arena, buffer_slice(&good));
	buffer_free(&bytes);
	buffer_free(&good);
	return read;
}

static struct slice
join_path(struct story *story, const char *folder, const char *name)
{
	struct buffer path = { 0 };
	struct slice result;

	buffer_printf(&path, "%s/%s", folder, name);
	result = arena_copy(&story->arena, buffer_slice(&path));
	buffer_free(&path);
	return result;
}

static bool
add_article(struct story *story, char letter, struct slice path,
    struct faults *faults)
{
	struct article *article = &story->articles[story->article_count];
	struct slice bytes;

	article->path = path;
	article->letter = letter;
	if (!read_file(story, path, &bytes, faults))
		return false;
	story->article_count++;
	article_read(article, bytes, faults);
	article_nest(article, faults);
	return true;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
read_names(struct story *story, const char *folder, char **names,
    size_t count, struct faults *faults)
{
	struct slice bytes;

	for (size_t i = 0; i < count; i++) {
		const char *name = names[i];
		struct slice path = join_path(story, folder, name);

		if (is_lower(name[0]) && strcmp(name + 1, ".txt") == 0)
			add_article(story, name[0], path, faults);
		else if (strcmp(name, "story.txt") == 0) {
			story->path = path;
			if (read_file(story, path, &bytes, faults))
				read_story_file(story, bytes, faults);
		} else if (name[0] != '.')
			fault_add(faults, path, 0, "neither an article "
			    "(a.txt, b.txt) nor story.txt; move it away");
	}
}

/* The name of a folder, without what stands before and slashes behind. */
static struct slice
folder_name(const char *folder)
{
	struct slice name = slice_of(folder);

	while (name.length > 1 && name.at[name.length - 1] == '/')
		name.length--;
	for (size_t i = name.length; i > 0; i--)
		if (name.at[i - 1] == '/')
			return slice_part(name, i, name.length);
	return name;
}

bool
story_read(struct story *story, const char *folder, struct faults *faults)
{
	DIR *entries;
	struct dirent *entry;
	char **names = NULL, *trimmed;
	size_t count = 0, capacity = 0;

	*story = (struct story){ 0 };
	story->name = arena_copy(&story->arena, folder_name(folder));
	trimmed = (char *)arena_copy(&story->arena, slice_of(folder)).at;
	for (size_t i = strlen(trimmed); i > 1 && trimmed[i - 1] == '/'; i--)
		trimmed[i - 1] = '\0';
	entries = opendir(trimmed);
	if (!entries) {
		fault_add(faults, slice_of(folder), 0, "cannot be read: %s",
		    strerror(errno));
		return false;
	}
	while ((entry = readdir(entries)) != NULL) {
		MEMORY_GROW(names, count, capacity);
		names[count++] = (char *)arena_copy(&story->arena,
		    slice_of(entry->d_name)).at;
	}
	closedir(entries);
	if (count > 0)
		qsort(names, count, sizeof *names, by_name);
	read_names(story, trimmed, names, count, faults);
	free(names);
	if (!story->path.at) {
		story->path = join_path(story, trimmed, "story.txt");
		fault_add(faults, story->path, 0, "is missing; write beat:, "
		    "region:, about: and the relations");
	}
	return true;
}

bool
story_read_article(struct story *story, const char *path,
    struct faults *faults)
{
	return add_article(story, 'a', arena_copy(&story->arena,
	    slice_of(path)), faults);
}

void
story_free(struct story *story)
{
	for (size_t i = 0; i < story->article_count; i++) {
		struct article *article = &story->articles[i];

		buffer_free(&article->text);
		free(article->sentences);
		free(article->marks);
		free(article->claims);
	}
	free(story->relations);
	arena_free(&story->arena);
}

/* ----------------------------------------------------------------- parts */

struct slice
article_doc(const struct story *story, const struct article *article,
    struct arena *arena)
{
	char doc[4];
	size_t length = story->name.length < 3 ? story->name.length : 3;

	memcpy(doc, story->name.at, length);
	doc[length] = article->letter;
	return arena_copy(arena, (struct slice){ doc, length + 1 });
}

const struct article *
story_article(const struct story *story, char letter)
{
	for (size_t i = 0; i < story->article_count; i++)
		if (story->articles[i].letter == letter)
			return &story->articles[i];
	return NULL;
}

struct claim_line *
article_claim(const struct article *article, uint32_t number)
{
	for (size_t i = 0; i < article->claim_count; i++)
		if (article->claims[i].number == number)
			return &article->claims[i];
	return NULL;
}

bool
claim_is_narration(const struct claim_line *claim)
{
	return slice_is(claim->form, "narration");
}

bool
claim_is_quoted(const struct claim_line *claim)
{
	return slice_is(claim->form, "direct") ||
	    slice_is(claim->form, "free_direct");
}

struct slice
article_headline(const struct article *article)
{
	for (size_t i = 0; i < article->sentence_count; i++)
		if (article->sentences[i].margin == 'H')
			return article_span(article,
			    article->sentences[i].start,
			    article->sentences[i].end);
	return (struct slice){ "", 0 };
}
