/*
 * split: documents in, sentences out.
 *
 * One record for each sentence, with its kind and its bytes in the document.
 * All columns of the document but its text stand in front, so that a sentence
 * can be read on its own.
 */
#include <unistd.h>

#include "base/memory.h"
#include "base/message.h"
#include "base/options.h"
#include "base/progress.h"
#include "base/sandbox.h"
#include "text/abbreviation.h"
#include "text/kind.h"
#include "text/sentence.h"
#include "tsv/tsv.h"

static bool explain;
static struct option_list abbreviations, kinds;

static const struct option_row options[] = {
	{ "abbreviations", 'a', OPTION_LIST, "FILE",
	    "more abbreviations (TSV)", &abbreviations },
	{ "explain", 'e', OPTION_FLAG, NULL,
	    "add the column why", &explain },
	{ "kinds", 'k', OPTION_LIST, "FILE",
	    "more patterns for kinds (TSV)", &kinds },
};

static const struct program program = {
	.name = "split",
	.purpose = "Split documents into sentences.",
	.options = options,
	.option_count = sizeof options / sizeof *options
};

/* The columns that are added. */
struct added {
	int paragraph, sentence, kind, start, end, text, why;
};

static void
open_tables(void)
{
	for (size_t i = 0; i < kinds.count; i++)
		kinds_add_file(kinds.values[i]);
	for (size_t i = 0; i < abbreviations.count; i++)
		abbreviation_add_file(abbreviations.values[i]);
	sentences_open();
}

static void
open_output(struct tsv_writer *out, const struct tsv_reader *in,
    struct added *added)
{
	tsv_pass(out, in);
	tsv_drop(out, "text");
	added->paragraph = tsv_add(out, "paragraph");
	added->sentence = tsv_add(out, "sentence");
	added->kind = tsv_add(out, "kind");
	added->start = tsv_add(out, "start");
	added->end = tsv_add(out, "end");
	added->text = tsv_add(out, "text");
	added->why = explain ? tsv_add(out, "why") : -1;
	tsv_start(out, STDOUT_FILENO, "standard output");
}

static void
write_sentence(struct tsv_writer *out, const struct added *added,
    const struct sentence_span *s, struct slice text)
{
	tsv_set_number(out, added->paragraph, s->paragraph);
	tsv_set_raw(out, added->kind, slice_of(kind_name(s->kind)));
	tsv_set_number(out, added->start, s->start);
	tsv_set_number(out, added->end, s->end);
	tsv_set(out, added->text, slice_part(text, s->start, s->end));
	if (explain)
		buffer_printf(tsv_value(out, added->why), "end: %s%s%s",
		    s->end_rule, s->kind_rule[0] ? "; kind: " : "",
		    s->kind_rule);
}

int
main(int argc, char *argv[])
{
	struct tsv_reader in = { 0 };
	struct tsv_writer out = { 0 };
	struct sentences sentences = { 0 };
	struct arena arena = { 0 };
	struct added added;
	int text_column, title_column;

	options_parse(&program, argc, argv);
	open_tables();
	tsv_open(&in, STDIN_FILENO, "standard input");
	tsv_repair(&in);
	if (in.failed)
		return tsv_close(&in);
	tsv_require(&in, "doc", "run read-articles first");
	text_column = tsv_require(&in, "text", "run read-articles first");
	title_column = tsv_find(&in, "title");
	open_output(&out, &in, &added);
	sandbox_enter(SANDBOX_PIPE);

	while (tsv_next(&in)) {
		struct slice text = tsv_unescape(in.fields[text_column],
		    &arena);

		sentences_find(&sentences, text, tsv_unescape(
		    tsv_field(in.fields, title_column), &arena));
		for (size_t i = 0; i < sentences.count; i++) {
			tsv_set_number(&out, added.sentence, i + 1);
			write_sentence(&out, &added, &sentences.at[i], text);
			tsv_put(&out, in.fields);
		}
		progress_documents(1);
		arena_reset(&arena);
	}
	if (kinds_given_up() > 0)
		message_warn("%zu matches of kinds given up: too long",
		    kinds_given_up());
	sentences_free(&sentences);
	arena_free(&arena);
	return tsv_close(&in) | tsv_finish(&out);
}
