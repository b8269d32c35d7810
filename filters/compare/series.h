/*
 * Tables beside the relations, each of one sort of row: how positions move,
 * who is silent on what, who is given the word, who goes back to whom.
 */
#ifndef COMPARE_SERIES_H
#define COMPARE_SERIES_H

#include "compare/relate.h"
#include "compare/topic.h"
#include "tsv/tsv.h"

/*
 * What a table is made of.  Claims are weighed and articles have witnesses;
 * relations and topics are found where the table needs them.
 */
struct series {
	struct claims *claims;
	const struct relations *relations;	/* silence */
	struct topics topics;			/* positions, silence */
	struct lexicon acts;			/* positions; by act */
	int32_t since;		/* day, or DAY_NONE: what is older is left
				   out */
};

/* One table. */
struct series_table {
	const char *name;	/* of the option */
	const char *const *columns;	/* NULL behind the last */
	void (*write)(struct tsv_writer *out, struct series *series);
	bool relations;		/* are they needed? */
};

extern const struct series_table series_positions, series_silence,
    series_speakers, series_witnesses;

/* Before sandbox_enter: the columns, and the tables that it needs. */
void series_open(struct series *series, const struct series_table *table,
    struct tsv_writer *out);

/* When all is found: the rows. */
void series_write(struct series *series, const struct series_table *table,
    struct tsv_writer *out);

void series_free(struct series *series);

/* The outlet of an article, or its id where it has none. */
struct slice series_outlet(const struct article *article);

#endif
