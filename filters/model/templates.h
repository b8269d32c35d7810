/*
 * Templates: which attributes of which tokens make up a feature.
 *
 * The caller of a model gives each position of a sequence a row of
 * attributes, 32-bit numbers of the caller's own choosing (a word's hash, a
 * shape).  A template joins some of them; it is a row of a table:
 *
 *	name		parts
 *	word+next	word[0] word[1]
 *	tag+word	tag[-1] word[0]
 *
 * A number in brackets says how far from the position at hand; `tag[-1]` is
 * the tag before, and makes it a template of the step between two tags.
 */
#ifndef MODEL_TEMPLATES_H
#define MODEL_TEMPLATES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum {
	TEMPLATE_MAX = 64,
	TEMPLATE_PART_MAX = 4,
	TEMPLATE_REACH = 3	/* farthest position, before or after */
};

struct template {
	struct slice name;
	uint64_t seed;		/* begins the hash of each of its features */
	unsigned count;
	int parts[TEMPLATE_PART_MAX];	/* without tag[-1]: how far behind the
					   position's first attribute */
};

/* Templates in the order of how many parts they have. */
struct template_list {
	struct template at[TEMPLATE_MAX];
	unsigned count;
	unsigned ends[TEMPLATE_PART_MAX + 1];	/* behind those of so many */
};

struct templates {
	struct template_list single;	/* of one tag */
	struct template_list step;	/* and the one before */
};

/*
 * Read the rows of a table (columns name and parts, header first), which must
 * outlive the templates.  attributes (NULL at the end) are the caller's, in
 * the order of its rows.  NULL when all is well, else what is wrong, valid
 * until the next call.
 */
const char *templates_read(struct templates *templates, struct slice table,
    const char *const attributes[]);

#endif
