/*
 * The seccomp lock: a list of the calls that a filter may still make; the
 * kernel kills the process for any other.
 *
 * It is a program of the kernel's packet filter (seccomp(2)), put together in
 * an array of its own: nothing is allocated, so that want of memory cannot
 * leave half a lock behind.
 *
 * Not built in where an instrumented run needs calls of its own (address
 * sanitiser, coverage): the Makefile then defines NO_SANDBOX.
 */
#define _GNU_SOURCE		/* syscall(2) */

#include "base/sandbox.h"

#ifndef NO_SANDBOX

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/message.h"

#define COUNT(array) (sizeof (array) / sizeof (array)[0])

#if defined __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined __riscv && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#elif defined __powerpc64__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ARCHITECTURE AUDIT_ARCH_PPC64LE
#elif defined __s390x__
#define ARCHITECTURE AUDIT_ARCH_S390X
#endif

/* Reading, writing, memory, time, and ending: nothing that names a file. */
static const unsigned allowed[] = {
	SYS_read, SYS_readv, SYS_write, SYS_writev, SYS_close, SYS_fstat,
	SYS_newfstatat, SYS_lseek, SYS_ftruncate, SYS_brk, SYS_munmap,
	SYS_mremap, SYS_madvise, SYS_exit, SYS_exit_group, SYS_rt_sigreturn,
	SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_tgkill, SYS_gettid,
	SYS_getpid, SYS_setitimer, SYS_clock_gettime, SYS_restart_syscall,
	SYS_futex, SYS_getrandom,
	SYS_sysinfo		/* qsort asks how much memory there is */
};

enum { PROGRAM_MAX = 2 * COUNT(allowed) + 16 };

struct lock {
	struct sock_filter at[PROGRAM_MAX];
	unsigned short count;
};

static void
add(struct lock *lock, unsigned code, unsigned value, unsigned char yes,
    unsigned char no)
{
	lock->at[lock->count++] = (struct sock_filter)
	    { (unsigned short)code, yes, no, value };
}

static void
load(struct lock *lock, size_t offset)
{
	add(lock, BPF_LD | BPF_W | BPF_ABS, (unsigned)offset, 0, 0);
}

static void
answer(struct lock *lock, unsigned action)
{
	add(lock, BPF_RET | BPF_K, action, 0, 0);
}

/* Allow a call when its third argument has none of these (low) bits. */
static void
allow_without(struct lock *lock, unsigned call, unsigned bits)
{
	size_t low = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? 0 : 4;

	add(lock, BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4);
	load(lock, offsetof(struct seccomp_data, args[2]) + low);
	add(lock, BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1);
	answer(lock, SECCOMP_RET_KILL_PROCESS);
	answer(lock, SECCOMP_RET_ALLOW);
}

static void
make_lock(struct lock *lock, enum sandbox sandbox, unsigned architecture)
{
	load(lock, offsetof(struct seccomp_data, arch));
	add(lock, BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0);
	answer(lock, SECCOMP_RET_KILL_PROCESS);
	load(lock, offsetof(struct seccomp_data, nr));
	for (size_t i = 0; i < COUNT(allowed); i++) {
		add(lock, BPF_JMP | BPF_JEQ | BPF_K, allowed[i], 0, 1);
		answer(lock, SECCOMP_RET_ALLOW);
	}
	if (sandbox == SANDBOX_READ_FILES)
		allow_without(lock, SYS_openat, O_ACCMODE | O_CREAT | O_TRUNC);
	/* memory, but none that can be executed */
	allow_without(lock, SYS_mmap, PROT_EXEC);
	answer(lock, SECCOMP_RET_KILL_PROCESS);
}

/* 0, or the error. */
static int
set_lock(enum sandbox sandbox)
{
#ifdef ARCHITECTURE
	struct lock lock = { .count = 0 };
	struct sock_fprog program = { .filter = lock.at };

	make_lock(&lock, sandbox, ARCHITECTURE);
	program.len = lock.count;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return errno;
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0 ?
	    0 : errno;
#else
	(void)sandbox;
	return ENOSYS;
#endif
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
	int error = set_lock(sandbox);

	if (error == ENOSYS || error == EINVAL)
		limit_resources(sandbox);
	else if (error != 0)
		message_fail(STATUS_SYSTEM,
		    "cannot enter the seccomp lock (error %d)", error);
}

#else

void
sandbox_enter(enum sandbox sandbox)
{
	(void)sandbox;
}

#endif
