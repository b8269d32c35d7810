/*
 * What evaluate writes about two tables whose items are aligned: the figures,
 * or the errors behind them.
 */
#ifndef EVALUATION_REPORT_H
#define EVALUATION_REPORT_H

#include "evaluation/item.h"

struct comparison {
	const struct table_kind *kind;
	struct judged gold, found;
};

/*
 * The columns, and then a row for each measure.  A layer without an item in
 * the gold table has no rows.
 */
void figures_start(struct tsv_writer *out);
void figures_write(struct tsv_writer *out,
    const struct comparison *comparison);

/* The columns, and then a row for each error, by document and place. */
void errors_start(struct tsv_writer *out);
void errors_write(struct tsv_writer *out,
    const struct comparison *comparison);

#endif
