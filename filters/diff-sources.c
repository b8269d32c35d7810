/*
 * diff-sources: a claims table in, a relations table out.
 *
 * All claims are held; each is compared with the earlier ones that share its
 * rare words, names and figures.
 */
#include <stdint.h>
#include <unistd.h>

#include "base/message.h"
#include "base/options.h"
#include "base/sandbox.h"
#include "compare/output.h"
#include "compare/profile.h"
#include "compare/setting.h"
#include "compare/verdict.h"
#include "compare/witness.h"
#include "text/lemma.h"
#include "text/tagger.h"

static const char *by, *kinds;
static size_t window = SIZE_MAX;
static double threshold = 0.5;
static bool explain, exit_status, rules;
static struct knowledge_files files;

static const struct option_row options[] = {
	{ "antonyms", 0, OPTION_LIST, "FILE", "more antonyms (word antonyms)",
	    &files.antonyms },
	{ "assessments", 0, OPTION_LIST, "FILE",
	    "more judging words (words scale level field)",
	    &files.assessments },
	{ "by", 'b', OPTION_TEXT, "COLUMN",
	    "compare only claims with one value of COLUMN", &by },
	{ "concepts", 0, OPTION_LIST, "FILE",
	    "more synonyms (word concept field)", &files.concepts },
	{ "exit-status", 'e', OPTION_FLAG, NULL,
	    "exit with 1 when a conflict is found", &exit_status },
	{ "explain", 0, OPTION_FLAG, NULL,
	    "add column why: what two claims share", &explain },
	{ "kinds", 'k', OPTION_TEXT, "LIST",
	    "only these kinds, separated by commas", &kinds },
	{ "rules", 0, OPTION_FLAG, NULL,
	    "by rules alone, without the learned models", &rules },
	{ "threshold", 't', OPTION_FRACTION, "X",
	    "least confidence of a relation (0.5)", &threshold },
	{ "window", 'w', OPTION_NUMBER, "DAYS",
	    "compare only articles so many days apart", &window },
};

static const struct program program = {
	.name = "diff-sources",
	.purpose = "Find where claims agree, conflict, change and repeat.",
	.options = options,
	.option_count = sizeof options / sizeof *options,
};

static struct relate_options
wanted(void)
{
	struct relate_options o = { .window = window,
		.threshold = threshold, .explain = explain };
	struct slice rest = slice_of(kinds);

	for (size_t i = 0; i < RELATION_KIND_COUNT; i++)
		o.kinds[i] = !kinds;
	while (rest.at) {
		struct slice name = slice_cut(&rest, ',');
		enum relation_kind kind = relation_kind_of(name);

		if (kind == RELATION_KIND_COUNT)
			message_fail(STATUS_SYSTEM, "--kinds: there is no "
			    "kind '%.*s'; see hearsay-diff-sources(1)",
			    (int)name.length, name.at);
		/* cppcheck-suppress arrayIndexOutOfBoundsCond; it failed */
		o.kinds[kind] = true;
	}
	return o;
}

static bool
has_conflict(const struct relations *relations)
{
	for (size_t i = 0; i < relations->count; i++)
		if (relations->at[i].type == RELATION_CONFLICT)
			return true;
	return false;
}

int
main(int argc, char *argv[])
{
	static struct knowledge knowledge;
	static struct verdict verdict;
	static struct profiles profiles;
	struct claims claims = { .knowledge = &knowledge };
	struct relations relations = { 0 };
	struct relate_options relate_options;
	struct claim_columns columns;
	struct relation_columns added;
	struct tsv_reader in;
	struct tsv_writer out = { 0 };
	int status;

	options_parse(&program, argc, argv);
	relate_options = wanted();
	knowledge_open(&knowledge, &files);
	if (!rules) {
		verdict_open(&verdict);
		profiles_open(&profiles);
		relate_options.verdict = &verdict;
		relate_options.profiles = &profiles;
	}
	lemma_open();
	tagger_open();
	tsv_open(&in, STDIN_FILENO, "standard input");
	claim_columns_find(&columns, &in, by);
	tsv_pass(&out, &in);
	relation_columns_add(&added, &out, &in, explain);
	tsv_start(&out, STDOUT_FILENO, "standard output");
	sandbox_enter(SANDBOX_PIPE);

	while (tsv_next(&in))
		claims_add(&claims, &in, &columns);
	claims_weigh(&claims);
	settings_find(&claims);
	witnesses_find(&claims);
	if (!rules)
		profiles_start(&profiles, &claims);
	relate(&relations, &claims, &relate_options);
	relations_write(&out, &added, &claims, &relations);

	status = tsv_close(&in) | tsv_finish(&out);
	if (exit_status && has_conflict(&relations))
		status |= STATUS_DATA;
	relations_free(&relations);
	profiles_free(&profiles);
	verdict_free(&verdict);
	claims_free(&claims);
	knowledge_free(&knowledge);
	return status;
}
