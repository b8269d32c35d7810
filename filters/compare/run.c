/*
 * A run.  See run.h.
 */
#include "compare/run.h"

#include "compare/setting.h"
#include "compare/witness.h"

void
run_open(struct run *run)
{
	knowledge_open(&run->knowledge, &run->files);
	if (run->rules)
		return;
	verdict_open(&run->verdict);
	profiles_open(&run->profiles);
	run->options.verdict = &run->verdict;
	run->options.profiles = &run->profiles;
}

void
run_columns(struct run *run, struct tsv_writer *out,
    const struct tsv_reader *in)
{
	if (run->table) {
		series_open(&run->series, run->table, out);
		return;
	}
	tsv_pass(out, in);
	relation_columns_add(&run->added, out, in, run->options.explain);
}

static void
find_relations(struct run *run, const struct claims *claims,
    struct relations *relations)
{
	if (!run->rules)
		profiles_start(&run->profiles, claims);
	relate(relations, claims, &run->options);
	if (!run->rules)
		profiles_stop(&run->profiles);
	for (size_t i = 0; i < relations->count; i++)
		run->conflict |= relations->at[i].type == RELATION_CONFLICT;
}

void
run_compare(struct run *run, struct claims *claims, struct tsv_writer *out)
{
	struct relations relations = { 0 };

	claims_weigh(claims);
	settings_find(claims);
	witnesses_find(claims);
	if (!run->table || run->table->relations)
		find_relations(run, claims, &relations);
	run->series.claims = claims;
	run->series.relations = &relations;
	run->series.since = run->options.since;
	if (run->table)
		series_write(&run->series, run->table, out);
	else
		relations_write(out, &run->added, claims, &relations,
		    run->options.since);
	relations_free(&relations);
}

void
run_free(struct run *run)
{
	series_free(&run->series);
	profiles_free(&run->profiles);
	verdict_free(&run->verdict);
	knowledge_free(&run->knowledge);
}
