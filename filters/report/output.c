/*
 * Standard output, as a terminal and as a file.
 */
#define _DEFAULT_SOURCE		/* TIOCGWINSZ */

#include "report/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/message.h"

enum {
	WIDTH_USUAL = 80,
	WIDTH_READABLE = 120,
	OUTPUT_MUCH = 1 << 20	/* bytes */
};

size_t
output_width(size_t asked)
{
	struct winsize size;

	if (asked != 0) {
		if (asked < OUTPUT_WIDTH_MIN || asked > OUTPUT_WIDTH_MAX)
			message_fail(STATUS_SYSTEM, "--width: %zu is not "
			    "between %d and %d", asked, OUTPUT_WIDTH_MIN,
			    OUTPUT_WIDTH_MAX);
		return asked;
	}
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
	    size.ws_col < OUTPUT_WIDTH_MIN)
		return WIDTH_USUAL;
	return size.ws_col < WIDTH_READABLE ? size.ws_col : WIDTH_READABLE;
}

bool
output_colour(enum colour colour)
{
	const char *none = getenv("NO_COLOR"), *term = getenv("TERM");

	if (colour != COLOUR_AUTO)
		return colour == COLOUR_ALWAYS;
	return isatty(STDOUT_FILENO) && (!none || !*none) && term &&
	    strcmp(term, "dumb") != 0;
}

static void
write_all(const struct buffer *out)
{
	size_t at = 0;

	while (at < out->length) {
		ssize_t wrote = write(STDOUT_FILENO, out->at + at,
		    out->length - at);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			message_fail(STATUS_SYSTEM, "standard output: %s",
			    strerror(errno));
		at += (size_t)wrote;
	}
}

void
output_some(struct buffer *out)
{
	if (out->length < OUTPUT_MUCH)
		return;
	write_all(out);
	buffer_clear(out);
}

void
output_write(const struct buffer *out)
{
	write_all(out);
	if (close(STDOUT_FILENO) != 0)
		message_fail(STATUS_SYSTEM, "standard output: %s",
		    strerror(errno));
}
