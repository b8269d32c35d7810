/*
 * The file of weights, checked and laid out.
 *
 * Behind the head (head.h): the table of templates, the steps, the classes and
 * their kinds, the keys of the dictionary, the lines of scores; each begins at
 * a multiple of 64.  Numbers are little-endian.
 */
#include "model/weights.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"
#include "model/head.h"
#include "model/sections.h"

static const struct head_format format = {
	SECTIONS_MAGIC, WEIGHTS_VERSION, "model"
};

/* What the head says of the body, and the names of the tags. */
struct counts {
	size_t lines, classes, keys, templates;
	struct slice tags;
};

static bool
tags_read(struct weights *weights, struct slice names)
{
	while (names.at) {
		if (weights->tag_count == WEIGHTS_TAG_MAX)
			return false;
		weights->tags[weights->tag_count++] = slice_cut(&names, ' ');
	}
	return weights->tag_count > 0;
}

static const char *
counts_read(struct counts *counts, struct head *head, struct weights *weights,
    struct slice bytes)
{
	const struct head_field fields[] = {
		{ "lines", &counts->lines, NULL },
		{ "classes", &counts->classes, NULL },
		{ "keys", &counts->keys, NULL },
		{ "templates", &counts->templates, NULL },
		{ "tags", NULL, &counts->tags },
		{ "name", NULL, &weights->name },
		{ "data", NULL, &weights->digest },
		{ "score", NULL, &weights->scores_note }
	};

	return head_read(head, &format, bytes, fields,
	    sizeof fields / sizeof *fields);
}

/* A power of two, as the table of keys wants it? */
static bool
is_power(size_t number)
{
	return number > 0 && (number & (number - 1)) == 0;
}

static const char *
body_place(struct weights *weights, const struct counts *counts,
    const struct head *head, struct slice bytes, struct slice *templates)
{
	struct sections sections;
	const char *at = bytes.at, *wrong;

	if (!tags_read(weights, counts->tags) || counts->lines == 0 ||
	    counts->classes == 0 || !is_power(counts->keys))
		return head_refuse("damaged in its head");
	sections_set(&sections, head->length, weights->tag_count,
	    counts->templates, counts->classes, counts->keys, counts->lines);
	wrong = head_check(head, bytes, sections.size);
	if (wrong)
		return wrong;
	*templates = slice_part(bytes, sections.templates,
	    sections.templates + counts->templates);
	weights->steps = (const void *)(at + sections.steps);
	weights->classes = (const void *)(at + sections.classes);
	weights->kinds = (const void *)(at + sections.kinds);
	weights->class_count = counts->classes;
	weights->keys = (const void *)(at + sections.keys);
	weights->key_capacity = counts->keys;
	weights->scores = (const void *)(at + sections.scores);
	weights->line_count = counts->lines;
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
	struct counts counts = { 0 };
	struct head head = { 0 };
	struct slice templates = { 0 };
	const char *wrong;

	*weights = (struct weights){ 0 };
	if (*(const unsigned char *)&one != 1)
		return head_refuse("weights need a little-endian machine");
	wrong = counts_read(&counts, &head, weights, bytes);
	if (!wrong)
		wrong = body_place(weights, &counts, &head, bytes, &templates);
	if (!wrong && !dictionary_is_sound(weights))
		wrong = head_refuse("damaged in its dictionary");
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
