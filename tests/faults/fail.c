/*
 * A library to preload that lets one call of a program fail:
 *   FAIL_CALL=read|write   on standard input, or standard output
 *   FAIL_AT=N              the n-th such call, counted from 1
 *   FAIL_SHORT=1           (write) the call before it writes but half
 * The call fails with EIO (read) or ENOSPC (write), and so does every later
 * one, as with a broken disk or a full one.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static long
failing_call(const char *name)
{
	const char *call = getenv("FAIL_CALL"), *at = getenv("FAIL_AT");

	return call && at && strcmp(call, name) == 0 ? strtol(at, NULL, 10) : 0;
}

ssize_t
read(int fd, void *bytes, size_t count)
{
	static long calls;
	long failing = failing_call("read");

	if (fd == STDIN_FILENO && failing > 0 && ++calls >= failing) {
		errno = EIO;
		return -1;
	}
	return syscall(SYS_read, fd, bytes, count);
}

ssize_t
write(int fd, const void *bytes, size_t count)
{
	static long calls;
	long failing = failing_call("write");

	if (fd == STDOUT_FILENO && failing > 0 && ++calls >= failing) {
		errno = ENOSPC;
		return -1;
	}
	if (fd == STDOUT_FILENO && calls + 1 == failing &&
	    getenv("FAIL_SHORT") != NULL)
		count = count / 2 + 1;
	return syscall(SYS_write, fd, bytes, count);
}
