/*
 * diff-sources: a claims table in, a relations table out.
 *
 * All claims are held; each is compared with the earlier ones that share its
 * rare words, names and figures.  Of input sorted by the column of --by only
 * the claims of one value are held.
 */
#include <stdint.h>
#include <unistd.h>

#include "base/message.h"
#include "base/options.h"
#include "base/sandbox.h"
#include "compare/day.h"
#include "compare/run.h"
#include "text/lemma.h"
#include "text/tagger.h"

static struct run run;
static const char *by, *kinds, *since;
static size_t window = SIZE_MAX;
static bool exit_status, sorted;
static bool positions, silence, speakers, witnesses;

static const struct option_row options[] = {
	{ "antonyms", 0, OPTION_LIST, "FILE", "more antonyms (word antonyms)",
	    &run.files.antonyms },
	{ "assessments", 0, OPTION_LIST, "FILE",
	    "more judging words (words scale level field)",
	    &run.files.assessments },
	{ "by", 'b', OPTION_TEXT, "COLUMN",
	    "compare only claims with one value of COLUMN", &by },
	{ "concepts", 0, OPTION_LIST, "FILE",
	    "more synonyms (word concept field)", &run.files.concepts },
	{ "exit-status", 'e', OPTION_FLAG, NULL,
	    "exit with 1 when a conflict is found", &exit_status },
	{ "explain", 0, OPTION_FLAG, NULL,
	    "add column why: what two claims share", &run.options.explain },
	{ "kinds", 'k', OPTION_TEXT, "LIST",
	    "only these kinds, separated by commas", &kinds },
	{ "positions", 0, OPTION_FLAG, NULL,
	    "instead: who is for or against what, by date", &positions },
	{ "rules", 0, OPTION_FLAG, NULL,
	    "by rules alone, without the learned models", &run.rules },
	{ "silence", 0, OPTION_FLAG, NULL,
	    "instead: what an outlet leaves out, others have", &silence },
	{ "since", 0, OPTION_TEXT, "DATE",
	    "only what was said on DATE or later", &since },
	{ "sorted", 0, OPTION_FLAG, NULL,
	    "input is sorted by --by: hold one value's claims", &sorted },
	{ "speakers", 0, OPTION_FLAG, NULL,
	    "instead: who is quoted, by outlet and party", &speakers },
	{ "threshold", 't', OPTION_FRACTION, "X",
	    "least confidence of a relation (0.5)", &run.options.threshold },
	{ "window", 'w', OPTION_NUMBER, "DAYS",
	    "compare only articles so many days apart", &window },
	{ "witnesses", 0, OPTION_FLAG, NULL,
	    "instead: which articles are one witness", &witnesses },
};

static const struct program program = {
	.name = "diff-sources",
	.purpose = "Find where claims agree, conflict, change and repeat.",
	.options = options,
	.option_count = sizeof options / sizeof *options,
};

/* The kinds of --kinds; all without. */
static void
set_kinds(void)
{
	struct slice rest = slice_of(kinds);

	for (size_t i = 0; i < RELATION_KIND_COUNT; i++)
		run.options.kinds[i] = !kinds;
	while (rest.at) {
		struct slice name = slice_cut(&rest, ',');
		enum relation_kind kind = relation_kind_of(name);

		if (kind == RELATION_KIND_COUNT)
			message_fail(STATUS_SYSTEM, "--kinds: there is no "
			    "kind '%.*s'; see hearsay-diff-sources(1)",
			    (int)name.length, name.at);
		/* cppcheck-suppress arrayIndexOutOfBoundsCond; it failed */
		run.options.kinds[kind] = true;
	}
}

/* The table that is asked for in the place of the relations, at most one. */
static void
set_table(void)
{
	const struct {
		bool wanted;
		const struct series_table *table;
	} tables[] = { { positions, &series_positions },
		{ silence, &series_silence }, { speakers, &series_speakers },
		{ witnesses, &series_witnesses } };

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		if (!tables[i].wanted)
			continue;
		if (run.table)
			message_fail(STATUS_SYSTEM, "--%s and --%s: one table "
			    "at a time", run.table->name,
			    tables[i].table->name);
		run.table = tables[i].table;
	}
}

static void
set_options(void)
{
	set_kinds();
	set_table();
	run.options.window = window;
	run.options.since = since ? day_of(slice_of(since)) : DAY_NONE;
	if (since && run.options.since == DAY_NONE)
		message_fail(STATUS_SYSTEM, "--since: '%s' is no date; write "
		    "it as 2024-08-19", since);
	if (sorted && !by)
		message_fail(STATUS_SYSTEM, "--sorted: by which column? add "
		    "--by COLUMN");
}

/* Compare what is held, and hold nothing. */
static void
flush(struct claims *claims, struct tsv_writer *out)
{
	run_compare(&run, claims, out);
	claims_free(claims);
	claims->knowledge = &run.knowledge;
}

/* Does the record begin another value of --by?  Refused where it is less. */
static bool
is_next_value(struct tsv_reader *in, const struct claims *claims, int column)
{
	int order;

	if (!sorted || claims->count == 0)
		return false;
	order = slice_compare(claims->fields[column], in->fields[column]);
	if (order > 0)
		tsv_refuse(in, "not sorted by column '%s'; sort it with "
		    "LC_ALL=C sort, or leave out --sorted", by);
	return order < 0;
}

int
main(int argc, char *argv[])
{
	struct claims claims = { .knowledge = &run.knowledge };
	struct claim_columns columns;
	struct tsv_reader in;
	struct tsv_writer out = { 0 };
	int status;

	run.options.threshold = 0.5;
	options_parse(&program, argc, argv);
	set_options();
	run_open(&run);
	lemma_open();
	tagger_open();
	tsv_open(&in, STDIN_FILENO, "standard input");
	claim_columns_find(&columns, &in, by);
	run_columns(&run, &out, &in);
	tsv_start(&out, STDOUT_FILENO, "standard output");
	sandbox_enter(SANDBOX_PIPE);

	while (tsv_next(&in)) {
		if (is_next_value(&in, &claims, columns.by))
			flush(&claims, &out);
		if (!in.failed)
			claims_add(&claims, &in, &columns);
	}
	flush(&claims, &out);

	status = tsv_close(&in) | tsv_finish(&out);
	if (exit_status && run.conflict)
		status |= STATUS_DATA;
	claims_free(&claims);
	run_free(&run);
	return status;
}
