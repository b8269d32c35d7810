/*
 * Documents read from a sentences table, and what is refused in one.
 */
#include "unit.h"

#include <stdio.h>

#include "text/document.h"
#include "text/lemma.h"
#include "text/tagger.h"

#define HEADER "doc\toutlet\tparagraph\tsentence\tkind\tstart\tend\ttext\n"

struct table_reading {
	char bytes[2048 + TSV_PADDING];
	struct tsv_reader in;
	struct tsv_group group;
	struct sentence_columns columns;
	struct document document;
	bool read;
};

static void
read_table(struct table_reading *r, const char *table)
{
	size_t length = strlen(table);

	memset(r, 0, sizeof *r);
	ck_assert_uint_lt(length, 2048);
	memcpy(r->bytes, table, length);
	lemma_open();
	tagger_open();
	tsv_open_bytes(&r->in, (struct slice){ r->bytes, length }, "test");
	sentence_columns_find(&r->columns, &r->in);
	r->read = tsv_group_next(&r->group, &r->in, r->columns.doc) &&
	    document_read(&r->document, &r->group, &r->in, &r->columns);
}

static void
end_reading(struct table_reading *r)
{
	tsv_group_free(&r->group);
	tsv_close(&r->in);
}

START_TEST(sentences_have_tokens_and_offsets)
{
	static struct table_reading r;
	const struct sentence *second;

	read_table(&r, HEADER
	    "a\tThe \\\\Harbour\t1\t1\theadline\t0\t13\tFerry Stopped\n"
	    "a\tThe \\\\Harbour\t2\t2\tbody\t14\t38\tThey didn’t say why.\n"
	    "b\tOther\t1\t1\tbody\t0\t3\tNo.\n");
	ck_assert(!r.read);	/* the second is 22 bytes long, not 24 */
	end_reading(&r);
	read_table(&r, HEADER
	    "a\tThe \\\\Harbour\t1\t1\theadline\t0\t13\tFerry Stopped\n"
	    "a\tThe \\\\Harbour\t2\t2\tbody\t14\t36\tThey didn’t say why.\n"
	    "b\tOther\t1\t1\tbody\t0\t3\tNo.\n");
	ck_assert(r.read);
	unit_slice_eq(r.document.doc, "a");
	unit_slice_eq(r.document.outlet, "The \\Harbour");
	unit_slice_eq(r.document.date, "");
	ck_assert_uint_eq(r.document.count, 2);
	ck_assert_int_eq(r.document.sentences[0].kind, KIND_HEADLINE);
	second = &r.document.sentences[1];
	ck_assert_uint_eq(second->paragraph, 2);
	ck_assert_uint_eq(second->count, 6);
	unit_slice_eq(second->tokens[2].text, "n’t");
	unit_slice_eq(second->tokens[2].lower, "n't");
	ck_assert_uint_eq(second->tokens[2].start, 22);
	unit_slice_eq(second->tokens[3].lemma, "say");
	ck_assert_ptr_eq(second->row, &r.group.rows[1]);
	end_reading(&r);
}
END_TEST

START_TEST(quotations_run_over_sentences)
{
	static struct table_reading r;

	read_table(&r, HEADER
	    "a\t\t1\t1\tbody\t0\t14\t“We wait.\n"
	    "a\t\t1\t2\tbody\t15\t27\tWe hope.”\n");
	ck_assert(!r.read);
	end_reading(&r);
	read_table(&r, HEADER
	    "a\t\t1\t1\tbody\t0\t11\t“We wait.\n"
	    "a\t\t1\t2\tbody\t12\t23\tWe hope.”\n");
	ck_assert(r.read);
	ck_assert_uint_eq(r.document.quotation_count, 1);
	ck_assert_uint_eq(r.document.quotations[0].span.end, 23);
	ck_assert(r.document.quotations[0].closed);
	ck_assert_uint_eq(r.document.sentences[1].tokens[0].quotation, 1);
	end_reading(&r);
}
END_TEST

START_TEST(escapes_count_as_one_byte)
{
	static struct table_reading r;

	read_table(&r, HEADER "a\t\t1\t1\tbody\t3\t9\tone\\ntwo\n");
	ck_assert(!r.read);
	end_reading(&r);
	read_table(&r, HEADER "a\t\t1\t1\tbody\t3\t10\tone\\ntwo\n");
	ck_assert(r.read);
	ck_assert_uint_eq(r.document.sentences[0].tokens[1].start, 7);
	end_reading(&r);
}
END_TEST

START_TEST(wrong_rows_are_refused)
{
	static const char *const rows[] = {
		"a\t\t1\t1\tbody\tx\t3\tNo.\n",
		"a\t\t1\t1\tbody\t0\t\tNo.\n",
		"a\t\t1\t1\tbody\t0\t-3\tNo.\n",
		"a\t\t1\t1\tbody\t0\t4\tNo.\n",
		"a\t\t1\t1\tbody\t3\t0\tNo.\n",
		"a\t\tone\t1\tbody\t0\t3\tNo.\n",
		"a\t\t1\t1\tsoul\t0\t3\tNo.\n",
		"a\t\t1\t1\t\t0\t3\tNo.\n",
		"a\t\t1\t1\tbody\t0\t99999999999999999999\tNo.\n",
		"a\t\t1\t1\tbody\t9999999999\t10000000002\tNo.\n",
		"a\t\t1\t1\tbody\t5\t8\tNo.\na\t\t1\t2\tbody\t7\t10\tNo.\n",
	};

	for (size_t i = 0; i < UNIT_COUNT(rows); i++) {
		static struct table_reading r;
		char table[512];

		snprintf(table, sizeof table, "%s%s", HEADER, rows[i]);
		read_table(&r, table);
		ck_assert_msg(!r.read, "%s", rows[i]);
		ck_assert(r.in.failed);
		end_reading(&r);
	}
}
END_TEST

START_TEST(kinds_have_names)
{
	for (size_t kind = 0; kind < KIND_COUNT; kind++)
		ck_assert_uint_eq(kind_of(slice_of(kind_name(
		    (enum sentence_kind)kind))), kind);
	ck_assert_int_eq(kind_of(SLICE("soul")), KIND_COUNT);
	ck_assert_int_eq(kind_of(SLICE("")), KIND_COUNT);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		sentences_have_tokens_and_offsets,
		quotations_run_over_sentences, escapes_count_as_one_byte,
		wrong_rows_are_refused, kinds_have_names
	};

	return unit_run("document", tests, UNIT_COUNT(tests));
}
