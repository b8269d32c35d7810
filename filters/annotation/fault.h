/*
 * Faults of annotated files, one a line: "FILE:LINE: what is wrong; what to
 * do".  A warning says so and does not count.
 */
#ifndef ANNOTATION_FAULT_H
#define ANNOTATION_FAULT_H

#include <stddef.h>
#include <stdio.h>

#include "base/slice.h"

struct faults {
	FILE *out;		/* NULL: count only */
	size_t count, warnings;
};

/* Report; without the line when it is 0. */
void fault_add(struct faults *faults, struct slice file, size_t line,
    const char *format, ...) __attribute__((format(printf, 4, 5)));
void fault_warn(struct faults *faults, struct slice file, size_t line,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Both arguments of a "%.*s". */
#define SHOWN(slice) (int)(slice).length, (slice).at

#endif
