/*
 * extract-claims: tagged sentences in, claims out.
 *
 * One record for each claim: who says it, by which word, what, and how.  What
 * nobody is given for is the outlet's own, so nothing is lost.
 */
#include <unistd.h>

#include "base/message.h"
#include "base/options.h"
#include "base/sandbox.h"
#include "claims/claim.h"
#include "claims/issue.h"
#include "claims/write.h"
#include "text/lemma.h"
#include "text/tagger.h"

enum model { MODEL_BEST, MODEL_FAST };

static int model = MODEL_BEST;
static struct option_list issues;
static struct claim_tables tables;
static struct claim_options how;

static const struct option_row options[] = {
	{ "acts", 0, OPTION_LIST, "FILE",
	    "words that say what a claim does (TSV)", &tables.acts },
	{ "attributed", 'a', OPTION_FLAG, NULL,
	    "leave out what the outlet says itself", &how.attributed },
	{ "certainty", 0, OPTION_LIST, "FILE",
	    "words that say how certain it is (TSV)", &tables.certainties },
	{ "cues", 'c', OPTION_LIST, "FILE",
	    "more cues, before the built-in ones (TSV)", &tables.cues },
	{ "explain", 'e', OPTION_FLAG, NULL,
	    "add the column why", &how.explain },
	{ "issues", 'i', OPTION_LIST, "FILE",
	    "label claims: label, terms, pattern (TSV)", &issues },
	{ "min-confidence", 0, OPTION_FRACTION, "X",
	    "leave out attributions less sure than this", &how.least },
	{ "model", 'm', OPTION_CHOICE, "best|fast",
	    "rules and models, or rules alone", &model },
	{ "stances", 0, OPTION_LIST, "FILE",
	    "words of praise and blame (TSV)", &tables.stances }
};

static const struct program program = {
	.name = "extract-claims",
	.purpose = "Find who says what in tagged sentences.",
	.options = options,
	.option_count = sizeof options / sizeof *options
};

static void
open_tables(void)
{
	lemma_open();
	tagger_open();
	claims_open(&tables);
	if (!how.rules_only) {
		claims_open_network();
		claims_open_labels();
	}
	issues_open(issues.values, issues.count);
}

int
main(int argc, char *argv[])
{
	struct tsv_reader in = { 0 };
	struct tsv_writer out = { 0 };
	struct tsv_group group = { 0 };
	struct tagged_columns columns;
	struct claim_columns added;

	options_parse(&program, argc, argv);
	how.rules_only = model == MODEL_FAST;
	open_tables();
	tsv_open(&in, STDIN_FILENO, "standard input");
	if (in.failed)
		return tsv_close(&in);
	tagged_columns_find(&columns, &in);
	tsv_pass(&out, &in);
	claim_columns_add(&added, &out, how.explain);
	tsv_start(&out, STDOUT_FILENO, "standard output");
	sandbox_enter(SANDBOX_PIPE);

	while (tsv_group_next(&group, &in, columns.sentences.doc)) {
		struct tagged document;
		struct claims claims;

		if (!tagged_read(&document, &group, &in, &columns))
			break;
		claims_find(&claims, &document, &how);
		claims_nest(&claims);
		claims_describe(&claims, &document, &how);
		claims_write(&claims, &document, &added, &out);
	}
	if (issues_given_up() > 0)
		message_warn("%zu texts given up by a pattern of --issues: "
		    "simplify it", issues_given_up());
	tsv_group_free(&group);
	return tsv_close(&in) | tsv_finish(&out);
}
