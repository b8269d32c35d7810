/*
 * The file of weights, checked and laid out.
 *
 * Head: lines `name<tab>value`, closed by an empty line and filled up with
 * line feeds to a multiple of 64 bytes.  Body: the table of templates, the
 * steps, the classes and their kinds, the keys of the dictionary, the lines of
 * scores; each begins at a multiple of 64.  Numbers are little-endian.
 */
#include "model/weights.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/message.h"
#include "model/sections.h"

static char problem[160];

static const char *
refuse(const char *what)
{
	snprintf(problem, sizeof problem, "%s", what);
	return problem;
}

/* The numbers of the head, by name. */
struct head {
	size_t version, lines, classes, keys, templates, size;
	uint64_t sum;
	size_t length;		/* of the head, filling included */
};

static bool
hexadecimal_read(struct slice s, uint64_t *number)
{
	*number = 0;
	for (size_t i = 0; i < s.length; i++) {
		const char *digits = "0123456789abcdef";
		const char *digit = memchr(digits, s.at[i], 16);

		if (!digit)
			return false;
		*number = *number << 4 | (uint64_t)(digit - digits);
	}
	return s.length == 16;
}

static bool
tags_read(struct weights *weights, struct slice names)
{
	weights->tag_count = 0;
	while (names.at) {
		if (weights->tag_count == WEIGHTS_TAG_MAX)
			return false;
		weights->tags[weights->tag_count++] = slice_cut(&names, ' ');
	}
	return true;
}

/* One line of the head; names that are not known are for people. */
static bool
head_line(struct head *head, struct weights *weights, struct slice name,
    struct slice value)
{
	const struct { const char *name; size_t *number; } numbers[] = {
		{ "hearsay-weights", &head->version },
		{ "lines", &head->lines }, { "classes", &head->classes },
		{ "keys", &head->keys }, { "templates", &head->templates },
		{ "size", &head->size }
	};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (slice_is(name, numbers[i].name))
			return slice_number(value, numbers[i].number);
	if (slice_is(name, "sum"))
		return hexadecimal_read(value, &head->sum);
	if (slice_is(name, "tags"))
		return tags_read(weights, value);
	if (slice_is(name, "name"))
		weights->name = value;
	else if (slice_is(name, "data"))
		weights->digest = value;
	else if (slice_is(name, "score"))
		weights->scores_note = value;
	return true;
}

static const char *
head_read(struct head *head, struct weights *weights, struct slice bytes)
{
	struct slice rest = bytes;

	if (!slice_begins(bytes, SLICE(SECTIONS_MAGIC "\t")))
		return refuse("no file of weights");
	for (;;) {
		struct slice line, name;

		if (!rest.at || !memchr(rest.at, '\n', rest.length))
			return refuse("cut short within its head");
		line = slice_cut(&rest, '\n');
		if (line.length == 0)
			break;
		name = slice_cut(&line, '\t');
		if (!line.at || !head_line(head, weights, name, line))
			return refuse("damaged in its head");
		if (head->version != WEIGHTS_VERSION) {
			snprintf(problem, sizeof problem, "version %zu of the "
			    "format; this program reads version %d: retrain "
			    "the model", head->version, WEIGHTS_VERSION);
			return problem;
		}
	}
	head->length = sections_round(bytes.length - rest.length);
	return NULL;
}

/* A power of two, as the table of keys wants it? */
static bool
is_power(size_t number)
{
	return number > 0 && (number & (number - 1)) == 0;
}

static const char *
body_place(struct weights *weights, const struct head *head,
    struct slice bytes, struct slice *templates)
{
	struct sections sections;
	const char *at = bytes.at;

	if (weights->tag_count == 0 || head->lines == 0 ||
	    head->classes == 0 || !is_power(head->keys) ||
	    head->lines > SECTIONS_COUNT_MAX ||
	    head->keys > SECTIONS_COUNT_MAX ||
	    head->classes > SECTIONS_COUNT_MAX ||
	    head->templates > SECTIONS_COUNT_MAX)
		return refuse("damaged in its head");
	sections_set(&sections, head->length, weights->tag_count,
	    head->templates, head->classes, head->keys, head->lines);
	if (sections.size != head->size)
		return refuse("damaged in its head");
	if (bytes.length != sections.size) {
		snprintf(problem, sizeof problem, "%s: it has %zu bytes of %zu",
		    bytes.length < sections.size ? "cut short" :
		    "something stands behind its end",
		    bytes.length, sections.size);
		return problem;
	}
	if (hash_bytes(slice_part(bytes, head->length, bytes.length)) !=
	    head->sum)
		return refuse("damaged: its sum is not that of its head");
	*templates = slice_part(bytes, sections.templates,
	    sections.templates + head->templates);
	weights->steps = (const void *)(at + sections.steps);
	weights->classes = (const void *)(at + sections.classes);
	weights->kinds = (const void *)(at + sections.kinds);
	weights->class_count = head->classes;
	weights->keys = (const void *)(at + sections.keys);
	weights->key_capacity = head->keys;
	weights->scores = (const void *)(at + sections.scores);
	weights->line_count = head->lines;
	return NULL;
}

/* Is every class a set of tags that there are, and a free key in reach? */
static bool
dictionary_is_sound(const struct weights *weights)
{
	uint64_t none = weights->tag_count == WEIGHTS_TAG_MAX ? 0 :
	    UINT64_MAX << weights->tag_count;

	for (size_t i = 0; i < weights->class_count; i++)
		if (weights->classes[i] == 0 || weights->classes[i] & none)
			return false;
	for (size_t i = 0; i < weights->key_capacity; i++)
		if (weights->keys[i].class == 0)
			return true;
	return false;
}

const char *
weights_read(struct weights *weights, struct slice bytes,
    const char *const attributes[])
{
	static const uint16_t one = 1;
	struct head head = { 0 };
	struct slice templates = { 0 };
	const char *wrong;

	*weights = (struct weights){ 0 };
	if (*(const unsigned char *)&one != 1)
		return refuse("weights need a little-endian machine");
	wrong = head_read(&head, weights, bytes);
	if (!wrong)
		wrong = body_place(weights, &head, bytes, &templates);
	if (!wrong && !dictionary_is_sound(weights))
		wrong = refuse("damaged in its dictionary");
	if (!wrong)
		wrong = templates_read(&weights->templates, templates,
		    attributes);
	return wrong;
}

void
weights_open(struct weights *weights, struct slice bytes, const char *name,
    const char *const attributes[])
{
	const char *wrong = weights_read(weights, bytes, attributes);

	if (wrong)
		message_fail(STATUS_SYSTEM, "weights %s: %s", name, wrong);
}

void
weights_open_file(struct weights *weights, const char *path,
    const char *const attributes[])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat status;
	void *at;

	if (fd < 0 || fstat(fd, &status) < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", path,
		    strerror(errno));
	if (status.st_size == 0)
		message_fail(STATUS_SYSTEM, "weights %s: the file is empty",
		    path);
	at = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (at == MAP_FAILED)
		message_fail(STATUS_SYSTEM, "cannot map %s: %s", path,
		    strerror(errno));
	close(fd);
	weights_open(weights,
	    (struct slice){ at, (size_t)status.st_size }, path, attributes);
}

uint32_t
weights_class(const struct weights *weights, uint64_t key)
{
	size_t mask = weights->key_capacity - 1;
	uint16_t mark = (uint16_t)(key >> 48);

	for (size_t i = (size_t)key & mask;; i = (i + 1) & mask) {
		struct weights_key known = weights->keys[i];

		if (known.class == 0 || known.mark == mark)
			return known.class < weights->class_count ?
			    known.class : 0;
	}
}
