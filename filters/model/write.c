/*
 * The averaged weights into a file: laid out as weights.c says, the scores
 * rounded to 8 bits.
 *
 * Only sums over tags are compared with each other, so one scale for all
 * numbers changes nothing but their rounding: an average of 1 is written as
 * SCALE.  Scores beyond 127 are cut; they are rare, and decide all the same.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/message.h"
#include "model/sections.h"
#include "model/train.h"

enum { SCALE = 8, SCORE_MAX = 127 };

int32_t
trainer_mean(const struct trainer *trainer, int32_t number, int64_t sum,
    uint32_t time)
{
	int64_t total = sum + (int64_t)number * (trainer->clock - time);
	int64_t divisor = trainer->clock - 1;

	if (divisor == 0)
		return 0;
	total = total * SCALE * 2;
	total += total < 0 ? -divisor : divisor;
	return (int32_t)(total / (divisor * 2));
}

static int8_t
narrow(int32_t score)
{
	if (score > SCORE_MAX)
		return SCORE_MAX;
	return (int8_t)(score < -SCORE_MAX ? -SCORE_MAX : score);
}

static void
body_fill(const struct trainer *trainer, const struct sections *sections,
    char *body)
{
	const struct weights *weights = &trainer->weights;
	size_t steps = (weights->tag_count + (size_t)1) * weights->tag_count;
	int32_t *step = (void *)(body + sections->steps);
	int8_t *score = (void *)(body + sections->scores);

	memcpy(body, trainer->plan->templates.at,
	    trainer->plan->templates.length);
	for (size_t i = 0; i < steps; i++)
		step[i] = trainer_mean(trainer, trainer->steps[i],
		    trainer->step_sums[i], trainer->step_times[i]);
	memcpy(body + sections->classes, weights->classes,
	    weights->class_count * sizeof *weights->classes);
	memcpy(body + sections->kinds, weights->kinds,
	    weights->class_count * sizeof *weights->kinds);
	memcpy(body + sections->keys, weights->keys,
	    weights->key_capacity * sizeof *weights->keys);
	for (size_t i = 0; i < weights->line_count * WEIGHTS_LINE; i++)
		score[i] = narrow(trainer_mean(trainer, trainer->scores[i],
		    trainer->score_sums[i], trainer->score_times[i]));
}

static void
head_fill(const struct trainer *trainer, struct buffer *head,
    const char *digest, const char *note, uint64_t sum, size_t size)
{
	const struct weights *weights = &trainer->weights;

	buffer_printf(head, SECTIONS_MAGIC "\t%d\nname\t%s\ndata\t%s\n"
	    "score\t%s\ntags\t", WEIGHTS_VERSION, trainer->plan->name, digest,
	    note);
	for (unsigned i = 0; i < weights->tag_count; i++)
		buffer_printf(head, "%s%s", i ? " " : "",
		    trainer->plan->tags[i]);
	buffer_printf(head, "\nlines\t%zu\nclasses\t%zu\nkeys\t%zu\n"
	    "templates\t%zu\nsum\t%016" PRIx64 "\nsize\t%010zu\n\n",
	    weights->line_count, weights->class_count,
	    weights->key_capacity, trainer->plan->templates.length, sum,
	    size);
	while (head->length % SECTIONS_ALIGN != 0)
		buffer_add_byte(head, '\n');
}

static _Noreturn void
fail(const char *path)
{
	message_fail(STATUS_SYSTEM, "cannot write %s: %s", path,
	    strerror(errno));
}

static void
write_all(int fd, const char *path, const char *at, size_t length)
{
	while (length > 0) {
		ssize_t written = write(fd, at, length);

		if (written < 0)
			fail(path);
		at += written;
		length -= (size_t)written;
	}
}

void
trainer_write(struct trainer *trainer, const char *path, const char *digest,
    const char *note)
{
	const struct weights *weights = &trainer->weights;
	struct buffer head = { 0 };
	struct sections sections;
	size_t length;
	char *body;
	int fd;

	sections_set(&sections, 0, weights->tag_count,
	    trainer->plan->templates.length, weights->class_count,
	    weights->key_capacity, weights->line_count);
	length = sections.size;
	body = memory_new(length, 1);
	body_fill(trainer, &sections, body);
	head_fill(trainer, &head, digest, note, 0, 0);
	sections.size += head.length;
	buffer_clear(&head);
	head_fill(trainer, &head, digest, note,
	    hash_bytes((struct slice){ body, length }), sections.size);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		fail(path);
	write_all(fd, path, head.at, head.length);
	write_all(fd, path, body, length);
	if (close(fd) < 0)
		fail(path);
	buffer_free(&head);
	free(body);
}
