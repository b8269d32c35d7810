/*
 * Tables by the names of their files.
 */
#include <errno.h>
#include <fcntl.h>

#include "base/message.h"
#include "tsv/tsv.h"

void
tsv_open_file(struct tsv_reader *in, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", path,
		    strerror(errno));
	tsv_open(in, fd, path);
}

void
tsv_open_in(struct tsv_reader *in, const char *folder, const char *name,
    struct buffer *path)
{
	buffer_clear(path);
	buffer_printf(path, "%s/%s", folder, name);
	buffer_add_byte(path, '\0');
	tsv_open_file(in, path->at);
}
