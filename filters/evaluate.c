/*
 * evaluate: a table against one that people annotated.
 *
 * Both tables are held, as items of each layer; what is the same in both is
 * found document by document, and the figures or the errors are written.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/message.h"
#include "base/options.h"
#include "base/sandbox.h"
#include "evaluation/align.h"
#include "evaluation/report.h"

static bool all_documents, errors;
static double least = 0.5;

static const struct option_row options[] = {
	{ "all-documents", 'a', OPTION_FLAG, NULL,
	    "judge documents that GOLD does not name, too", &all_documents },
	{ "errors", 'e', OPTION_FLAG, NULL,
	    "instead: the errors, one a row", &errors },
	{ "threshold", 't', OPTION_FRACTION, "X",
	    "least share of common bytes of a match (0.5)", &least },
};

static const struct program program = {
	.name = "evaluate",
	.operands = "GOLD",
	.purpose = "Compare a table with one that people annotated.",
	.options = options,
	.option_count = sizeof options / sizeof *options,
};

static void
open_gold(struct tsv_reader *in, int count, char *paths[])
{
	int fd;

	if (count != 1)
		message_fail(STATUS_SYSTEM, "%s; see hearsay evaluate --help",
		    count == 0 ? "no GOLD: name the annotated table" :
		    "more than one GOLD: join the tables first");
	fd = open(paths[0], O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", paths[0],
		    strerror(errno));
	tsv_open(in, fd, paths[0]);
}

/* The kind that both tables are of. */
static const struct table_kind *
kind_of_both(const struct tsv_reader *gold, const struct tsv_reader *in)
{
	const struct table_kind *kind = table_kind_of(gold);
	const struct table_kind *other = table_kind_of(in);

	if (strcmp(kind->name, other->name) != 0)
		message_fail(STATUS_DATA, "%s has %s, %s has %s; give two "
		    "tables of one kind", gold->name, kind->name, in->name,
		    other->name);
	return kind;
}

/* Read both tables, gold first; what it has not is not judged. */
static void
read_both(struct comparison *comparison, struct tsv_reader *gold,
    struct tsv_reader *in)
{
	comparison->kind = kind_of_both(gold, in);
	judged_read(&comparison->gold, gold, comparison->kind, NULL, NULL,
	    errors);
	if (gold->failed)
		return;
	judged_read(&comparison->found, in, comparison->kind,
	    all_documents ? NULL : &comparison->gold.docs, &comparison->gold,
	    errors);
}

static void
align_layers(struct comparison *comparison)
{
	for (size_t i = 0; i < comparison->kind->layer_count; i++) {
		struct items *gold = &comparison->gold.layers[i];
		struct items *found = &comparison->found.layers[i];

		if (comparison->kind->layers[i].distinct) {
			align_distinct(gold);
			align_distinct(found);
		}
		align(gold, found, least);
	}
}

static int
write_result(const struct comparison *comparison)
{
	struct tsv_writer out = { 0 };

	(errors ? errors_start : figures_start)(&out);
	tsv_start(&out, STDOUT_FILENO, "standard output");
	(errors ? errors_write : figures_write)(&out, comparison);
	return tsv_finish(&out);
}

int
main(int argc, char *argv[])
{
	struct comparison comparison = { 0 };
	struct tsv_reader gold, in;
	int first = options_parse(&program, argc, argv), status;

	open_gold(&gold, argc - first, argv + first);
	tsv_open(&in, STDIN_FILENO, "standard input");
	if (gold.failed || in.failed)
		return tsv_close(&gold) | tsv_close(&in);
	sandbox_enter(SANDBOX_PIPE);

	read_both(&comparison, &gold, &in);
	status = tsv_close(&gold) | tsv_close(&in);
	if (status == STATUS_OK) {
		align_layers(&comparison);
		status = write_result(&comparison);
	}
	judged_free(&comparison.gold);
	judged_free(&comparison.found);
	return status;
}
