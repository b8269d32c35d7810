/*
 * A library to preload that lets one call of a program fail:
 *   FAIL_CALL=read|write   on standard input, or standard output
 *   FAIL_CALL=memory       malloc, calloc, realloc and their kin
 *   FAIL_AT=N              the n-th such call, counted from 1
 *   FAIL_SHORT=1           (write) the call before it writes but half
 *   FAIL_COUNT=1           (memory) say on standard error, at the end, how
 *                          many calls there were
 *   FAIL_ESCAPE=WAY        before the first write to standard output, try to
 *                          get out of the sandbox: a row of `ways`
 *   FAIL_CHUNK=BYTES       reads of standard input bring no more than that
 * A read fails with EIO and a write with ENOSPC, and so does every later one,
 * as with a broken disk or a full one; of memory only the n-th call fails.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum call { CALL_NONE, CALL_READ, CALL_WRITE, CALL_MEMORY };

/* glibc's own, under the names that it keeps for those who stand before it */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t unit, size_t size);

static enum call failing;
static long failing_at, chunk, reads, writes, allocations;
static int halve, is_counting, has_begun;

static long
number_of(const char *name)
{
	const char *value = getenv(name);

	return value ? strtol(value, NULL, 10) : 0;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *call = getenv("FAIL_CALL");

	if (call != NULL)
		failing = strcmp(call, "read") == 0 ? CALL_READ :
		    strcmp(call, "write") == 0 ? CALL_WRITE : CALL_MEMORY;
	failing_at = number_of("FAIL_AT");
	chunk = number_of("FAIL_CHUNK");
	halve = getenv("FAIL_SHORT") != NULL;
	is_counting = getenv("FAIL_COUNT") != NULL;
	has_begun = 1;
}

__attribute__((destructor)) static void
end(void)
{
	char line[64];

	if (is_counting) {
		int length = snprintf(line, sizeof line, "%ld allocations\n",
		    allocations);

		syscall(SYS_write, STDERR_FILENO, line, length);
	}
}

static long
try_open(void)
{
	return syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}

static long
try_write(void)
{
	return syscall(SYS_openat, AT_FDCWD, "/dev/null", O_WRONLY | O_CREAT,
	    0600);
}

static long
try_socket(void)
{
	return syscall(SYS_socket, AF_INET, SOCK_STREAM, 0);
}

static long
try_execute(void)
{
	static char *const none[] = { NULL };

	return syscall(SYS_execve, "/bin/true", none, none);
}

static long
try_fork(void)
{
	return syscall(SYS_clone, 17 /* SIGCHLD */, NULL, NULL, NULL, NULL);
}

static long
try_code(void)
{
	return syscall(SYS_mmap, NULL, 4096L, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0L);
}

static long
try_protect(void)
{
	return syscall(SYS_mprotect, NULL, 4096L, PROT_READ | PROT_EXEC);
}

static long
try_unlink(void)
{
	return syscall(SYS_unlinkat, AT_FDCWD, "/nonexistent", 0);
}

static long
try_kill(void)
{
	return syscall(SYS_kill, getppid(), 0);
}

static const struct way {
	const char *name;
	long (*try)(void);
} ways[] = {
	{ "open", try_open }, { "write", try_write },
	{ "socket", try_socket }, { "execute", try_execute },
	{ "fork", try_fork }, { "code", try_code },
	{ "protect", try_protect }, { "unlink", try_unlink },
	{ "kill", try_kill }
};

static void
escape(const char *name)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (strcmp(ways[i].name, name) == 0) {
			ways[i].try();
			_exit(99);	/* still there */
		}
	_exit(98);
}

ssize_t
read(int fd, void *bytes, size_t count)
{
	if (fd == STDIN_FILENO && failing == CALL_READ &&
	    ++reads >= failing_at) {
		errno = EIO;
		return -1;
	}
	if (fd == STDIN_FILENO && chunk > 0 && count > (size_t)chunk)
		count = (size_t)chunk;
	return syscall(SYS_read, fd, bytes, count);
}

ssize_t
write(int fd, const void *bytes, size_t count)
{
	if (fd == STDOUT_FILENO && getenv("FAIL_ESCAPE") != NULL)
		escape(getenv("FAIL_ESCAPE"));
	if (fd == STDOUT_FILENO && failing == CALL_WRITE) {
		if (++writes >= failing_at) {
			errno = ENOSPC;
			return -1;
		}
		if (halve && writes + 1 == failing_at)
			count = count / 2 + 1;
	}
	return syscall(SYS_write, fd, bytes, count);
}

/* Count a call for memory; does it fail? */
static int
fails(void)
{
	if (!has_begun || failing != CALL_MEMORY ||
	    ++allocations != failing_at)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

void *
aligned_alloc(size_t unit, size_t size)
{
	return fails() ? NULL : __libc_memalign(unit, size);
}

int
posix_memalign(void **memory, size_t unit, size_t size)
{
	*memory = fails() ? NULL : __libc_memalign(unit, size);
	return *memory ? 0 : ENOMEM;
}
