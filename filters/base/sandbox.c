/*
 * The seccomp lock, by libseccomp: a list of the calls that a filter may still
 * make; the kernel kills the process for any other.
 *
 * Not built in where an instrumented run needs calls of its own (address
 * sanitiser, coverage): the Makefile then defines NO_SANDBOX.
 */
#include "base/sandbox.h"

#ifndef NO_SANDBOX

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/resource.h>

#include "base/message.h"

#define COUNT(array) (sizeof (array) / sizeof (array)[0])

/* Reading, writing, memory, time, and ending: nothing that names a file. */
static const int allowed[] = {
	SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev),
	SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(newfstatat),
	SCMP_SYS(lseek), SCMP_SYS(ftruncate), SCMP_SYS(brk),
	SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
	SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn),
	SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(tgkill),
	SCMP_SYS(gettid), SCMP_SYS(getpid), SCMP_SYS(setitimer),
	SCMP_SYS(clock_gettime), SCMP_SYS(restart_syscall), SCMP_SYS(futex),
	SCMP_SYS(getrandom),
	SCMP_SYS(sysinfo),	/* qsort asks how much memory there is */
};

static int
add_rules(scmp_filter_ctx lock, enum sandbox sandbox)
{
	int error = 0;

	for (size_t i = 0; i < COUNT(allowed) && error == 0; i++)
		error = seccomp_rule_add(lock, SCMP_ACT_ALLOW, allowed[i], 0);
	if (error == 0)		/* memory, but none that can be executed */
		error = seccomp_rule_add(lock, SCMP_ACT_ALLOW, SCMP_SYS(mmap),
		    1, SCMP_A2(SCMP_CMP_MASKED_EQ, 4 /* PROT_EXEC */, 0));
	if (error == 0 && sandbox == SANDBOX_READ_FILES)
		error = seccomp_rule_add(lock, SCMP_ACT_ALLOW,
		    SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ,
		    O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
	return error;
}

/* For a kernel without seccomp: no process can be made, and no file opened
   (an input that is opened later needs a descriptor, so that stays). */
static void
limit_resources(enum sandbox sandbox)
{
	const struct rlimit none = { 0, 0 };

	if (setrlimit(RLIMIT_NPROC, &none) != 0 ||
	    (sandbox == SANDBOX_PIPE && setrlimit(RLIMIT_NOFILE, &none) != 0))
		message_fail(STATUS_SYSTEM, "cannot limit files and processes");
}

void
sandbox_enter(enum sandbox sandbox)
{
	scmp_filter_ctx lock = seccomp_init(SCMP_ACT_KILL_PROCESS);
	int error;

	if (lock == NULL)
		message_fail(STATUS_SYSTEM, "cannot make the seccomp lock");
	error = add_rules(lock, sandbox);
	if (error == 0)
		error = seccomp_load(lock);
	seccomp_release(lock);
	if (error == -ENOSYS || error == -EINVAL || error == -ECANCELED)
		limit_resources(sandbox);
	else if (error != 0)
		message_fail(STATUS_SYSTEM,
		    "cannot enter the seccomp lock (error %d)", -error);
}

#else

void
sandbox_enter(enum sandbox sandbox)
{
	(void)sandbox;
}

#endif
