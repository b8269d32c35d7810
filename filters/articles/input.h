/*
 * An input file or standard input: its bytes, read once from front to back,
 * with enough of its beginning in sight to tell its format.
 */
#ifndef ARTICLES_INPUT_H
#define ARTICLES_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "articles/charset.h"
#include "articles/clean.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/slice.h"

enum {
	INPUT_SAMPLE = 64 << 10,	/* bytes in sight */
	INPUT_MAX = 16 << 20		/* of a line, or of a file that is one
					   article */
};

struct input {
	const char *name;	/* for messages */
	struct slice stem;	/* for ids: "b" of "a/b.txt"; "stdin" */
	size_t line;		/* that input_line last gave, from 1 */
	bool failed;		/* something was refused; with a message */
	const struct charset *charset;	/* asked for; NULL: none */
	char format_why[40];	/* "html by name", for --explain */
	struct repairs repairs;	/* done to this input */
	struct arena arena;	/* for the article at hand */

	/* the input's own */
	int fd;
	bool is_standard, at_end;
	struct buffer bytes;	/* read and not yet given out, from `begin` */
	size_t begin;
};

/*
 * Open a file, or standard input for "-".  False, with a message, when it
 * cannot be read, is no file of bytes, or was opened before under any name.
 */
bool input_open(struct input *in, const char *path);

/* The first INPUT_SAMPLE bytes, fewer only when there are no more. */
struct slice input_sample(struct input *in);

/* The next at most `size` bytes to `at`; 0 at the end. */
size_t input_read(void *in, char *at, size_t size);

/*
 * The next line without its line end (LF or CR LF) and without a byte order
 * mark, valid until the next call.  False at the end, and, with a message, at
 * a line over INPUT_MAX.
 */
bool input_line(struct input *in, struct slice *line);

/* All bytes; false, with a message, when they are over INPUT_MAX. */
bool input_all(struct input *in, struct slice *bytes);

/* s in UTF-8, when a charset was asked for; otherwise s. */
struct slice input_decode(struct input *in, struct slice s);

/* Something in it is refused: input_refuse(in, line, format, ...). */
#define input_refuse(in, line, ...) \
	((in)->failed = true, message_at((in)->name, (line), __VA_ARGS__))

/* Tell what was repaired, release. */
void input_close(struct input *in);

#endif
