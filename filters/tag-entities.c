/*
 * tag-entities: who, where, what; how many; when.
 *
 * Adds the list columns entities, figures and times to a table of sentences;
 * or, with --long, writes one mention a row for people to read.
 */
#include <unistd.h>

#include "base/message.h"
#include "base/options.h"
#include "base/sandbox.h"
#include "entities/tag.h"
#include "entities/tag_output.h"
#include "text/document.h"
#include "text/lemma.h"
#include "text/tagger.h"
#include "tsv/tsv.h"

static bool explain, long_form, no_pronouns;
static const char *types;
static struct option_list actors;

static const struct option_row options[] = {
	{ "actors", 'a', OPTION_LIST, "FILE",
	    "more names (TSV: name id type kind of)", &actors },
	{ "explain", 'e', OPTION_FLAG, NULL,
	    "add the column why", &explain },
	{ "long", 'l', OPTION_FLAG, NULL,
	    "write one mention a row", &long_form },
	{ "no-pronouns", 'n', OPTION_FLAG, NULL,
	    "leave pronouns out", &no_pronouns },
	{ "types", 't', OPTION_TEXT, "LIST",
	    "only entities of these types: PER,ORG", &types },
};

static const struct program program = {
	.name = "tag-entities",
	.purpose = "Tag entities, figures and times in sentences.",
	.options = options,
	.option_count = sizeof options / sizeof *options
};

int
main(int argc, char *argv[])
{
	struct tsv_reader in = { 0 };
	struct tsv_group group = { 0 };
	struct sentence_columns columns;
	struct tag_output out = { .explain = false };
	struct tag_choice choice;
	struct document document;

	options_parse(&program, argc, argv);
	tag_choose(&choice, slice_of(types), !no_pronouns);
	tag_open(actors.values, actors.count);
	tagger_open();
	lemma_open();
	tsv_open(&in, STDIN_FILENO, "standard input");
	if (in.failed)
		return tsv_close(&in);
	sentence_columns_find(&columns, &in);
	tag_output_open(&out, &in, long_form, explain);
	sandbox_enter(SANDBOX_PIPE);

	while (tsv_group_next(&group, &in, columns.doc)) {
		if (!document_read(&document, &group, &in, &columns))
			break;
		tag_output_write(&out, &document,
		    tag_document(&document, &choice));
	}
	tsv_group_free(&group);
	return tsv_close(&in) | tag_output_close(&out);
}
