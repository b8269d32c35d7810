/*
 * Who contradicts whom in a dispute of several pairs.
 */
#ifndef REPORT_CLASH_H
#define REPORT_CLASH_H

#include "report/group.h"

/* A dispute's sides under letters; free with clash_close. */
struct clash {
	const struct report *report;
	const uint32_t *pairs;		/* relations */
	size_t pair_count;
	uint32_t *sides;		/* claims: a, b, c …, oldest first */
	size_t side_count;
	bool *told;			/* of each pair */
};

void clash_open(struct clash *clash, const struct report *report,
    const struct groups *groups, const struct group *group);

/* Append a side's letter; its number behind z. */
void clash_add_letter(size_t side, struct buffer *out);

/*
 * Append what the next pairs are that one side and one reason join, "a
 * against b and c", and set their reason.  False when all are told.
 */
bool clash_next(struct clash *clash, struct buffer *out,
    struct slice *reason);

void clash_close(struct clash *clash);

#endif
