/*
 * Fuzzing render as a whole: the input is rows of relations.  No markup of
 * theirs is alive in the page: "<zq" and "javascript:zq" are in no template, so
 * that the page never holds a tag of that name or a link to it.
 */
#define _GNU_SOURCE		/* memmem */

#include "table.h"

#include "report/findings.h"
#include "report/format.h"
#include "report/report.h"
#include "report/view.h"

static const char header[] =
    "doc\toutlet\tupstream\tdate\turl\ttitle\tsha256\tparagraph\t"
    "sentence\tkind\tstart\tend\ttext\tentities\tfigures\ttimes\t"
    "claim\tparent\tdepth\tform\tsource_span\tsource\tsource_id\t"
    "source_type\tcue_span\tcue\tcontent_span\tcontent\t"
    "quote_span\tact\tcertainty\tpolarity\thedges\ttense\ttarget\t"
    "addressee\tissues\trule\trelation\tsentence_kind\ttopic\t"
    "confidence\twith\twith_doc\twith_outlet\twith_date\t"
    "with_source_id\twith_content_span\twith_content\twitnesses\t"
    "reason";

/* in the order of FORMAT_NAMES and VIEW_NAMES */
enum { TEXT, MARKDOWN, HTML, SVG, CSV, JSONL, JSONLD, ATOM, FORMATS };
enum { VIEWS = 9 };

static bool
holds(struct slice page, const char *bytes)
{
	return page.length > 0 &&
	    memmem(page.at, page.length, bytes, strlen(bytes)) != NULL;
}

static void
check_page(struct report *report, int view, int number)
{
	struct findings findings;
	struct outline outline = { .report = report, .findings = &findings };
	struct buffer out = { 0 };
	struct format format = { .out = &out, .outline = &outline,
		.width = 80 };

	findings_find(&findings, report, SLICE(""));
	view_build(&outline, view, SLICE(""));
	format_write(&format, number);
	if (number == HTML || number == SVG || number == ATOM) {
		must(!holds(buffer_slice(&out), "<zq"));
		must(!holds(buffer_slice(&out), "href=\"javascript:"));
		must(!holds(buffer_slice(&out), "\"zq=\""));
	}
	must(number != MARKDOWN || !holds(buffer_slice(&out), "](javascript:"));
	outline_free(&outline);
	buffer_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct words words;
	struct buffer buffer = { 0 };
	struct report report = { 0 };
	struct tsv_reader in;

	if (words.lexicon.count == 0)
		words_open(&words);
	if (size < 2)
		return 0;
	tsv_open_bytes(&in, fuzz_table(&buffer, header, data + 2, size - 2),
	    "fuzz");
	fuzz_inside = true;
	if (setjmp(fuzz_home) == 0) {
		report_read(&report, &in, &words);
		if (!in.failed)
			check_page(&report, data[0] % VIEWS,
			    data[1] % FORMATS);
	}
	fuzz_inside = false;
	tsv_close(&in);
	report_free(&report);
	buffer_free(&buffer);
	return 0;
}
