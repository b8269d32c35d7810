/*
 * The lock that a filter puts on itself once its options and tables are read
 * and its patterns compiled: from then on the kernel lets it read, write and
 * get memory, and kills it with SIGSYS for anything else (seccomp).  Where the
 * kernel has no seccomp, the limits on processes and, for SANDBOX_PIPE, on open
 * files are set to 0 instead.  An error of the system is exit status 2.
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

enum sandbox {
	SANDBOX_PIPE,		/* the descriptors that are open, no other */
	SANDBOX_READ_FILES	/* may also open files, read-only */
};

void sandbox_enter(enum sandbox sandbox);

#endif
