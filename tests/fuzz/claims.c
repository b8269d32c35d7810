/*
 * Fuzzing extract-claims as a whole: the input is rows of tagged sentences.
 * What is written of them our reader takes, and every span of a claim lies in
 * the documents' bytes that its sentences cover.
 */
#include "table.h"

#include "claims/claim.h"
#include "claims/write.h"
#include "text/lemma.h"
#include "text/tagger.h"

static const char header[] =
    "doc\toutlet\tupstream\tdate\turl\ttitle\tsha256\tparagraph\t"
    "sentence\tkind\tstart\tend\ttext\tentities\tfigures\ttimes";

static void
check_spans(const struct claims *claims, const struct tagged *document)
{
	const struct sentence *first = document->text.sentences;
	size_t end = first[document->text.count - 1].end;

	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->at[i];

		for (size_t k = 0; k < claim->content.count; k++)
			must(claim->content.at[k].start <
			    claim->content.at[k].end &&
			    claim->content.at[k].start >= first->start &&
			    claim->content.at[k].end <= end);
	}
}

static void
extract(struct slice table, int fd)
{
	static const struct claim_options how = { .rules_only = false };
	struct tsv_reader in = { 0 };
	struct tsv_writer out = { 0 };
	struct tsv_group group = { 0 };
	struct tagged_columns columns;
	struct claim_columns added;

	tsv_open_bytes(&in, table, "fuzz");
	tagged_columns_find(&columns, &in);
	tsv_pass(&out, &in);
	claim_columns_add(&added, &out, true);
	tsv_start(&out, fd, "output");
	while (tsv_group_next(&group, &in, columns.sentences.doc)) {
		struct tagged document;
		struct claims claims;

		if (!tagged_read(&document, &group, &in, &columns))
			break;
		claims_find(&claims, &document, &how);
		claims_nest(&claims);
		claims_describe(&claims, &document, &how);
		check_spans(&claims, &document);
		claims_write(&claims, &document, &added, &out);
	}
	tsv_group_free(&group);
	tsv_close(&in);
	tsv_finish(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool is_open;
	static const struct claim_tables no_tables;
	struct buffer buffer = { 0 };
	int written = memfd_create("output", 0);

	if (!is_open) {
		lemma_open();
		tagger_open();
		claims_open(&no_tables);
		claims_open_network();
		claims_open_labels();
	}
	is_open = true;
	extract(fuzz_table(&buffer, header, data, size), dup(written));
	fuzz_check_output(written);
	buffer_free(&buffer);
	return 0;
}
