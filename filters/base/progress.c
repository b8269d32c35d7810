/*
 * A progress line on standard error, drawn when an interval timer's signal has
 * set a flag.
 */
#include "base/progress.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_SECONDS = 2, EVERY_MICROSECONDS = 500000 };

static struct {
	volatile sig_atomic_t due;
	bool drawn;
	size_t bytes, documents, size;	/* size 0: not known */
	struct timespec begun;
} progress;

static void
on_alarm(int signal_number)
{
	(void)signal_number;
	progress.due = 1;
}

void
progress_start(int fd)
{
	struct sigaction action = { .sa_handler = on_alarm,
	    .sa_flags = SA_RESTART };
	struct itimerval timer = {
		.it_value = { FIRST_SECONDS, 0 },
		.it_interval = { 0, EVERY_MICROSECONDS },
	};
	struct stat status;

	if (!isatty(STDERR_FILENO))
		return;
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
		progress.size = (size_t)status.st_size;
	clock_gettime(CLOCK_MONOTONIC, &progress.begun);
	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &timer, NULL);
}

static double
seconds_since(struct timespec begun)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - begun.tv_sec) +
	    (double)(now.tv_nsec - begun.tv_nsec) / 1e9;
}

static void
draw(void)
{
	double seconds = seconds_since(progress.begun);
	double megabytes = (double)progress.bytes / 1e6;
	char line[128], left[32] = "";
	int length;

	progress.due = 0;
	if (progress.size > progress.bytes && progress.bytes > 0)
		snprintf(left, sizeof left, ", %.0f s left", seconds *
		    (double)(progress.size - progress.bytes) /
		    (double)progress.bytes);
	length = snprintf(line, sizeof line,
	    "\r%.1f MB, %zu documents, %.1f MB/s, %.0f s%s\033[K", megabytes,
	    progress.documents, megabytes / seconds, seconds, left);
	if (length > 0 && write(STDERR_FILENO, line, (size_t)length) > 0)
		progress.drawn = true;
}

void
progress_bytes(size_t bytes)
{
	progress.bytes += bytes;
	if (progress.due)
		draw();
}

void
progress_documents(size_t documents)
{
	progress.documents += documents;
}

void
progress_end(void)
{
	static const char wipe[] = "\r\033[K";

	if (progress.drawn && write(STDERR_FILENO, wipe, sizeof wipe - 1) > 0)
		progress.drawn = false;
}
