/*
 * Tables beside the relations.  See series.h.
 */
#include "compare/series.h"

LEXICON_BUILTIN(act_levels);

void
series_open(struct series *series, const struct series_table *table,
    struct tsv_writer *out)
{
	static const char *const columns[] = { "act", "judgement", "position",
		"assertion", "role", NULL };

	lexicon_add(&series->acts, LEXICON_BYTES(act_levels), "act_levels",
	    columns);
	for (size_t i = 0; table->columns[i]; i++)
		tsv_add(out, table->columns[i]);
}

void
series_write(struct series *series, const struct series_table *table,
    struct tsv_writer *out)
{
	topics_find(&series->topics, series->claims);
	table->write(out, series);
}

void
series_free(struct series *series)
{
	topics_free(&series->topics);
	lexicon_free(&series->acts);
}

struct slice
series_outlet(const struct article *article)
{
	return article->outlet.length ? article->outlet : article->doc;
}
