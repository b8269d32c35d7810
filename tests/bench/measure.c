/*
 * What a command costs:
 *   measure RUNS INPUT COMMAND [ARGUMENT...]
 * The command reads INPUT, and its output is thrown away.  One line: least
 * seconds of processor (user and system), least seconds by the clock, most
 * memory in KiB, least instructions (user; 0 where the machine counts none).
 */
#define _DEFAULT_SOURCE		/* syscall */
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/message.h"

struct cost {
	double cpu, wall;
	uint64_t instructions;
};

static double
seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Seconds of processor of all children so far; the most that one took. */
static double
children_cpu(long *peak)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	*peak = usage.ru_maxrss;
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	    (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/* A counter of this process' children's instructions, or -1. */
static int
counter_open(void)
{
	struct perf_event_attr event = {
		.type = PERF_TYPE_HARDWARE, .size = sizeof event,
		.config = PERF_COUNT_HW_INSTRUCTIONS, .disabled = 1,
		.inherit = 1, .enable_on_exec = 1, .exclude_kernel = 1,
		.exclude_hv = 1
	};

	return (int)syscall(SYS_perf_event_open, &event, 0, -1, -1, 0);
}

static _Noreturn void
run(const char *input, char *command[])
{
	int in = open(input, O_RDONLY), out = open("/dev/null", O_WRONLY);

	if (in < 0 || out < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", input,
		    strerror(errno));
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	execvp(command[0], command);
	message_fail(STATUS_SYSTEM, "cannot run %s: %s", command[0],
	    strerror(errno));
}

static struct cost
cost_of(const char *input, char *command[], long *peak)
{
	struct cost cost = { 0 };
	double start = seconds_now(), before = children_cpu(peak);
	int counter = counter_open(), status;
	pid_t child = fork();

	if (child == 0)
		run(input, command);
	if (child < 0 || waitpid(child, &status, 0) < 0 ||
	    !WIFEXITED(status) || WEXITSTATUS(status) > STATUS_DATA)
		message_fail(STATUS_SYSTEM, "%s failed", command[0]);
	cost.wall = seconds_now() - start;
	cost.cpu = children_cpu(peak) - before;
	if (counter >= 0 && read(counter, &cost.instructions,
	    sizeof cost.instructions) < 0)
		cost.instructions = 0;
	if (counter >= 0)
		close(counter);
	return cost;
}

int
main(int argc, char *argv[])
{
	long runs = argc > 3 ? strtol(argv[1], NULL, 10) : 0, peak = 0;
	struct cost least = { .cpu = 1e9, .wall = 1e9,
	    .instructions = UINT64_MAX };

	message_program = "measure";
	if (runs < 1)
		message_fail(STATUS_SYSTEM, "usage: measure RUNS INPUT "
		    "COMMAND [ARGUMENT...]");
	for (long i = 0; i < runs; i++) {
		struct cost cost = cost_of(argv[2], argv + 3, &peak);

		least.cpu = cost.cpu < least.cpu ? cost.cpu : least.cpu;
		least.wall = cost.wall < least.wall ? cost.wall : least.wall;
		if (cost.instructions < least.instructions)
			least.instructions = cost.instructions;
	}
	printf("%.4f\t%.4f\t%ld\t%llu\n", least.cpu, least.wall, peak,
	    (unsigned long long)least.instructions);
	return STATUS_OK;
}
