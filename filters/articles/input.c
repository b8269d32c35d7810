/*
 * An input file or standard input.
 *
 * Trouble with a named file costs that file; trouble with standard input, or a
 * read that the system fails, ends the program.
 */
#include "articles/input.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "articles/id.h"
#include "base/hash.h"
#include "base/progress.h"

enum { BLOCK = 64 << 10 };

struct file_identity {
	dev_t device;
	ino_t inode;
};

static struct arena identities;
static struct hash opened;	/* identities of the files so far */

static bool
is_new(const struct stat *status)
{
	struct file_identity *identity;
	struct slice key;
	uint32_t *seen;

	identity = arena_new(&identities, 1, sizeof *identity);
	memset(identity, 0, sizeof *identity);
	identity->device = status->st_dev;
	identity->inode = status->st_ino;
	key = (struct slice){ (const char *)identity, sizeof *identity };
	seen = hash_put(&opened, key);
	if (*seen != HASH_NONE)
		return false;
	*seen = 1;
	return true;
}

/* What is open, is it a file of bytes that was not read before? */
static bool
check_kind(struct input *in)
{
	struct stat status;

	if (fstat(in->fd, &status) != 0)
		message_fail(STATUS_SYSTEM, "cannot read %s: %s", in->name,
		    strerror(errno));
	if (in->is_standard)
		return true;
	if (S_ISDIR(status.st_mode))
		input_refuse(in, 0, "is a directory: name the files in it, as "
		    "in '%s/'*", in->name);
	else if (S_ISREG(status.st_mode) && !is_new(&status))
		input_refuse(in, 0, "this file was read before in this run: "
		    "left out");
	else
		return true;
	return false;
}

bool
input_open(struct input *in, const char *path)
{
	*in = (struct input){ .name = path };
	buffer_reserve(&in->bytes, BLOCK);
	if (strcmp(path, "-") == 0) {
		in->name = "standard input";
		in->stem = SLICE("stdin");
		in->fd = STDIN_FILENO;
		in->is_standard = true;
	} else {
		in->stem = id_stem(slice_of(path));
		in->fd = open(path, O_RDONLY | O_CLOEXEC);
	}
	if (in->fd < 0)
		input_refuse(in, 0, "cannot be opened: %s", strerror(errno));
	else if (check_kind(in))
		return true;
	input_close(in);
	return false;
}

/* Read one more block behind the bytes in hand. */
static void
fill(struct input *in)
{
	ssize_t count;

	if (in->begin > 0 && in->begin >= in->bytes.length / 2) {
		in->bytes.length -= in->begin;
		memmove(in->bytes.at, in->bytes.at + in->begin,
		    in->bytes.length);
		in->begin = 0;
	}
	buffer_reserve(&in->bytes, BLOCK);
	do {
		count = read(in->fd, in->bytes.at + in->bytes.length, BLOCK);
	} while (count < 0 && errno == EINTR);
	if (count < 0)
		message_fail(STATUS_SYSTEM, "cannot read %s: %s", in->name,
		    strerror(errno));
	in->at_end = count == 0;
	in->bytes.length += (size_t)count;
	progress_bytes((size_t)count);
}

static struct slice
in_hand(const struct input *in)
{
	return slice_part(buffer_slice(&in->bytes), in->begin,
	    in->bytes.length);
}

struct slice
input_sample(struct input *in)
{
	struct slice s;

	while (!in->at_end && in->bytes.length - in->begin < INPUT_SAMPLE)
		fill(in);
	s = in_hand(in);
	return slice_part(s, 0, s.length < INPUT_SAMPLE ? s.length :
	    INPUT_SAMPLE);
}

size_t
input_read(void *context, char *at, size_t size)
{
	struct input *in = context;
	size_t count;

	if (in->bytes.length == in->begin && !in->at_end)
		fill(in);
	count = in->bytes.length - in->begin;
	if (count > size)
		count = size;
	if (count > 0)
		memcpy(at, in->bytes.at + in->begin, count);
	in->begin += count;
	return count;
}

/* Where the line in hand ends; false when it is over the limit. */
static bool
find_line_end(struct input *in, size_t *length)
{
	size_t scanned = 0;

	for (;;) {
		struct slice s = in_hand(in);
		const char *end = s.length == scanned ? NULL :
		    memchr(s.at + scanned, '\n', s.length - scanned);

		*length = end ? (size_t)(end - s.at) : s.length;
		if (*length > INPUT_MAX) {
			input_refuse(in, in->line + 1, "a line of more than "
			    "16 MiB: nothing behind it is read");
			return false;
		}
		if (end || in->at_end)
			return true;
		scanned = s.length;
		fill(in);
	}
}

bool
input_line(struct input *in, struct slice *line)
{
	size_t length;

	if (!find_line_end(in, &length)) {
		in->begin = in->bytes.length;
		in->at_end = true;
		return false;
	}
	if (in->begin == in->bytes.length)
		return false;
	*line = slice_part(in_hand(in), 0, length);
	in->begin += length;
	if (in->begin < in->bytes.length)
		in->begin++;
	if (slice_ends(*line, SLICE("\r")))
		line->length--;
	if (in->line++ == 0)
		*line = clean_skip_mark(*line);
	return true;
}

bool
input_all(struct input *in, struct slice *bytes)
{
	while (!in->at_end && in->bytes.length - in->begin <= INPUT_MAX)
		fill(in);
	*bytes = in_hand(in);
	if (bytes->length <= INPUT_MAX)
		return true;
	input_refuse(in, 0, "more than 16 MiB: too large for one article; "
	    "is it of the format that --format or its name says?");
	return false;
}

struct slice
input_decode(struct input *in, struct slice s)
{
	return in->charset ? charset_decode(in->charset, s, &in->arena,
	    &in->repairs) : s;
}

static void
tell_repairs(const struct input *in)
{
	const struct repairs *done = &in->repairs;

	if (done->ill_formed > 0)
		message_at(in->name, 0, "%zu ill-formed byte sequence%s became "
		    "U+FFFD; if it is not UTF-8, name its charset with "
		    "--charset", done->ill_formed,
		    done->ill_formed == 1 ? "" : "s");
	if (done->controls > 0)
		message_at(in->name, 0, "%zu control character%s became "
		    "blanks", done->controls, done->controls == 1 ? "" : "s");
	if (done->invisible > 0)
		message_at(in->name, 0, "%zu invisible character%s taken out",
		    done->invisible, done->invisible == 1 ? "" : "s");
}

void
input_close(struct input *in)
{
	tell_repairs(in);
	if (in->fd >= 0 && !in->is_standard)
		close(in->fd);
	buffer_free(&in->bytes);
	arena_free(&in->arena);
}
