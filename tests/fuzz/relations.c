/*
 * Fuzzing diff-sources as a whole: the input is rows of claims; what is written
 * of them our reader takes.
 */
#include "table.h"

#include "compare/claim.h"
#include "compare/run.h"
#include "text/lemma.h"
#include "text/tagger.h"

static const char header[] =
    "doc\toutlet\tupstream\tdate\turl\ttitle\tsha256\tparagraph\t"
    "sentence\tkind\tstart\tend\ttext\tentities\tfigures\ttimes\t"
    "claim\tparent\tdepth\tform\tsource_span\tsource\tsource_id\t"
    "source_type\tcue_span\tcue\tcontent_span\tcontent\t"
    "quote_span\tact\tcertainty\tpolarity\thedges\ttense\ttarget\t"
    "addressee\tissues\trule";

static struct run run;

static void
open_run(void)
{
	run.options.threshold = 0.5;
	run.options.window = SIZE_MAX;
	for (size_t i = 0; i < RELATION_KIND_COUNT; i++)
		run.options.kinds[i] = true;
	run_open(&run);
	lemma_open();
	tagger_open();
}

static void
compare(struct slice table, int fd)
{
	struct claims claims = { .knowledge = &run.knowledge };
	struct claim_columns columns;
	struct tsv_reader in;
	struct tsv_writer out = { 0 };

	tsv_open_bytes(&in, table, "fuzz");
	claim_columns_find(&columns, &in, NULL);
	run_columns(&run, &out, &in);
	tsv_start(&out, fd, "output");
	while (tsv_next(&in))
		claims_add(&claims, &in, &columns);
	run_compare(&run, &claims, &out);
	tsv_close(&in);
	tsv_finish(&out);
	claims_free(&claims);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool is_open;
	struct buffer buffer = { 0 };
	int written = memfd_create("output", 0);

	if (!is_open)
		open_run();
	is_open = true;
	compare(fuzz_table(&buffer, header, data, size), dup(written));
	fuzz_check_output(written);
	buffer_free(&buffer);
	return 0;
}
