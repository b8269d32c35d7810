/*
 * What the network that finds attributions is told, for its training.
 *
 *	dump-evidence <TAGGED-SENTENCES
 *	dump-evidence --words <WORDS
 *	dump-evidence --attributes
 *	dump-evidence --sum <BODY
 *
 * The first writes one token a line (doc, paragraph, sentence, start, end,
 * key of the word, attributes), the second the key of each word of a column
 * `word`, the third the attributes and how many values each has, the fourth the
 * sum of bytes that a file of a network has in its head.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/message.h"
#include "base/options.h"
#include "claims/evidence.h"
#include "text/lemma.h"
#include "text/tagger.h"

static bool words, attributes, sum;

static const struct option_row options[] = {
	{ "attributes", 'a', OPTION_FLAG, NULL,
	    "write the attributes and their sizes", &attributes },
	{ "sum", 0, OPTION_FLAG, NULL,
	    "write the sum of the bytes of a network's body", &sum },
	{ "words", 'w', OPTION_FLAG, NULL,
	    "read a column `word`, add its key", &words }
};

static const struct program program = {
	.name = "dump-evidence",
	.purpose = "Write what the network is told of each token.",
	.options = options,
	.option_count = sizeof options / sizeof *options
};

static void
write_attributes(void)
{
	printf("attribute\tsize\n");
	for (int i = 0; i < EVIDENCE_COUNT; i++)
		printf("%s\t%u\n", evidence_kinds[i].name,
		    evidence_kinds[i].size);
}

static void
write_sum(void)
{
	struct buffer bytes = { 0 };
	ssize_t got;

	while ((got = read(STDIN_FILENO, buffer_reserve(&bytes, 65536),
	    65536)) > 0)
		bytes.length += (size_t)got;
	if (got < 0)
		message_fail(STATUS_SYSTEM, "cannot read standard input: %s",
		    strerror(errno));
	printf("%016" PRIx64 "\n", hash_bytes(buffer_slice(&bytes)));
	buffer_free(&bytes);
}

static void
write_words(struct tsv_reader *in)
{
	int column = tsv_require(in, "word", "the head must name it");

	printf("word\tkey\n");
	while (tsv_next(in)) {
		struct slice word = tsv_field(in->fields, column);

		printf("%.*s\t%016" PRIx64 "\n", (int)word.length, word.at,
		    evidence_word(word));
	}
}

static void
write_sentence(const struct tagged *document, uint32_t number,
    const struct claims *claims)
{
	const struct sentence *s = &document->text.sentences[number];
	struct net_token *evidence = arena_new(document->text.arena, s->count +
	    1, sizeof *evidence);
	struct levels levels = { 0 };

	if (claims_reported(s->kind))
		clause_levels(&levels, &document->text, number,
		    &document->times[number]);
	evidence_find(evidence, document, number, &levels);
	for (size_t i = 0; i < claims->count; i++)
		if (claims->at[i].sentence == number)
			evidence_mark(evidence, s, &claims->at[i]);
	for (size_t i = 0; i < s->count; i++) {
		printf("%.*s\t%zu\t%" PRIu32 "\t%" PRIu32 "\t%" PRIu32
		    "\t%016" PRIx64, (int)document->text.doc.length,
		    document->text.doc.at, s->paragraph, number,
		    s->tokens[i].start, s->tokens[i].end, evidence[i].word);
		for (int k = 0; k < EVIDENCE_COUNT; k++)
			printf("\t%u", evidence[i].values[k]);
		putchar('\n');
	}
}

static void
write_tokens(struct tsv_reader *in)
{
	static const struct claim_options attributed = {
		.attributed = true, .rules_only = true };
	struct tagged_columns columns;
	struct tsv_group group = { 0 };

	tagged_columns_find(&columns, in);
	printf("doc\tparagraph\tsentence\tstart\tend\tword");
	for (int i = 0; i < EVIDENCE_COUNT; i++)
		printf("\t%s", evidence_kinds[i].name);
	putchar('\n');
	while (tsv_group_next(&group, in, columns.sentences.doc)) {
		struct tagged document;
		struct claims claims;

		if (!tagged_read(&document, &group, in, &columns))
			break;
		claims_find(&claims, &document, &attributed);
		for (uint32_t i = 0; i < document.text.count; i++)
			write_sentence(&document, i, &claims);
	}
	tsv_group_free(&group);
}

/* Training must not learn from the first part of what was to be written. */
static void
finish_output(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		message_fail(STATUS_SYSTEM, "cannot write standard output: %s",
		    strerror(errno));
}

static const struct claim_tables no_tables;

int
main(int argc, char *argv[])
{
	struct tsv_reader in = { 0 };

	options_parse_alone(&program, argc, argv);
	if (attributes) {
		write_attributes();
		finish_output();
		return STATUS_OK;
	}
	if (sum) {
		write_sum();
		finish_output();
		return STATUS_OK;
	}
	lemma_open();
	tagger_open();
	claims_open(&no_tables);
	tsv_open(&in, STDIN_FILENO, "standard input");
	if (!in.failed && words)
		write_words(&in);
	else if (!in.failed)
		write_tokens(&in);
	finish_output();
	return tsv_close(&in);
}
