/*
 * Relations put together: the pairs in dispute about one topic, the claims
 * that follow one another as a matter moves, the claims that say the same.
 */
#ifndef REPORT_GROUP_H
#define REPORT_GROUP_H

#include "report/report.h"

struct group {
	size_t first, count;	/* in items */
	size_t witnesses;	/* independent texts that it stands on */
};

/* Zeroed is ready for use. */
struct groups {
	struct group *at;
	size_t count;
	uint32_t *items;	/* group_conflicts: relations; else claims */
};

/*
 * Conflicts of one kind that share claims, the strongest first; items are
 * relations.
 */
void group_conflicts(struct groups *groups, struct report *report);

/*
 * The claims of a dispute, each once, oldest first, into claims, which has
 * room for two a pair; returns how many.
 */
size_t group_sides(const struct report *report, const struct groups *groups,
    const struct group *group, uint32_t *claims);

/*
 * Claims joined by `evolve`, each group in the order of time, the longest
 * first; items are claims.
 */
void group_series(struct groups *groups, struct report *report);

/*
 * Claims with those that agree with them or repeat them, the ones with most
 * independent witnesses first; items are claims, the first of a group the one
 * that the others agree with.  Groups of one witness are left out.
 */
void group_agreements(struct groups *groups, struct report *report);

#endif
