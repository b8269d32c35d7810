/*
 * Faults of annotated files, one a line: "FILE:LINE: what is wrong; what to
 * do".  A warning says so and does not count.  They are kept until they are
 * printed, in the order of files and lines.
 */
#ifndef ANNOTATION_FAULT_H
#define ANNOTATION_FAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/memory.h"
#include "base/slice.h"

struct fault;

/* Zeroed is empty and ready for use. */
struct faults {
	bool faults_only;	/* warnings are counted, not kept */
	size_t count, warnings;

	/* those not yet printed */
	struct fault *kept;
	size_t kept_count, kept_capacity;
	struct arena arena;
};

/* Report; without the line when it is 0. */
void fault_add(struct faults *faults, struct slice file, size_t line,
    const char *format, ...) __attribute__((format(printf, 4, 5)));
void fault_warn(struct faults *faults, struct slice file, size_t line,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Print what was reported since the last time, sorted; forget it. */
void faults_print(struct faults *faults, FILE *out);

void faults_free(struct faults *faults);

/* Both arguments of a "%.*s". */
#define SHOWN(slice) (int)(slice).length, (slice).at

#endif
