/*
 * A run: claims that are held against each other, from the first to the last
 * row that is written of them.
 */
#ifndef COMPARE_RUN_H
#define COMPARE_RUN_H

#include "compare/output.h"
#include "compare/profile.h"
#include "compare/series.h"
#include "compare/verdict.h"

/* Zeroed, with the options set, is ready for run_open. */
struct run {
	struct knowledge_files files;
	struct relate_options options;
	const struct series_table *table;	/* NULL: the relations */
	bool rules;		/* by rules alone */
	bool conflict;		/* one was found; set by run_compare */

	/* the run's own */
	struct knowledge knowledge;
	struct verdict verdict;
	struct profiles profiles;
	struct relation_columns added;
	struct series series;
};

/* Before sandbox_enter: what the comparison knows. */
void run_open(struct run *run);

/* The columns that are written; before tsv_start. */
void run_columns(struct run *run, struct tsv_writer *out,
    const struct tsv_reader *in);

/* Compare all claims that were read and write what is wanted of them. */
void run_compare(struct run *run, struct claims *claims,
    struct tsv_writer *out);

void run_free(struct run *run);

#endif
