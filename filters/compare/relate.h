/*
 * All relations of a set of claims.
 */
#ifndef COMPARE_RELATE_H
#define COMPARE_RELATE_H

#include "compare/claim.h"
#include "compare/relation.h"

struct profiles;
struct verdict;

struct relate_options {
	size_t window;		/* days between two dates, at most; SIZE_MAX:
				   any */
	double threshold;	/* confidence, at least */
	bool kinds[RELATION_KIND_COUNT];	/* those that are wanted */
	bool explain;		/* fill in why */
	int32_t since;		/* day of the later claim's article, at least;
				   DAY_NONE: any */
	const struct verdict *verdict;	/* NULL: by rules alone */
	struct profiles *profiles;	/* started; with verdict */
};

struct relations {
	struct arena arena;	/* holds the reasons */
	struct relation *at;	/* by later claim, then as they are written */
	size_t count, capacity;
	bool *paired;		/* by claim: is it in any relation? */
};

/*
 * Find them.  Claims are weighed and articles have witnesses.  Near linear in
 * the number of claims (index.h).
 */
void relate(struct relations *relations, const struct claims *claims,
    const struct relate_options *options);

void relations_free(struct relations *relations);

#endif
