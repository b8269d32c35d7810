/*
 * read-articles: articles from files of many formats, as the documents table.
 */
#include "articles/article.h"
#include "articles/charset.h"
#include "articles/date.h"
#include "articles/format.h"
#include "articles/html.h"
#include "articles/input.h"
#include "articles/json.h"
#include "articles/output.h"
#include "base/message.h"
#include "base/options.h"
#include "base/progress.h"
#include "base/sandbox.h"

static int asked = FORMAT_COUNT;
static bool csv, tsv;
static const char *sources, *charset;
static struct output output;

static const struct option_row options[] = {
	{ "format", 'f', OPTION_CHOICE, FORMAT_WORDS,
	    "format of all inputs; else found out", &asked },
	{ "csv", 'c', OPTION_FLAG, NULL, "the same as --format csv", &csv },
	{ "tsv", 't', OPTION_FLAG, NULL, "the same as --format tsv", &tsv },
	{ "sources", 's', OPTION_TEXT, "FILE",
	    "table with more on the articles, by doc", &sources },
	{ "charset", 0, OPTION_TEXT, "NAME", "charset of all inputs",
	    &charset },
	{ "explain", 0, OPTION_FLAG, NULL, "add the column why",
	    &output.explain },
};

static const struct program program = {
	"read-articles", "[FILE...]",
	"Make the documents table of articles in text, HTML, CSV, TSV, JSON "
	"Lines or feeds.", options, sizeof options / sizeof *options
};

static const struct charset *
find_charset(void)
{
	const struct charset *found = charset ?
	    charset_find(slice_of(charset)) : NULL;

	if (charset && !found)
		message_fail(STATUS_SYSTEM, "--charset: '%s' is not known; "
		    "the manual lists those that are", charset);
	return found;
}

static int
read_input(const char *path, const struct charset *of_input)
{
	struct input in;
	bool failed;

	if (!input_open(&in, path))
		return STATUS_DATA;
	in.charset = of_input;
	if (!format_is_foreign(&in))
		format_read(format_find(&in, (enum format)asked), &in,
		    &output);
	failed = in.failed;
	input_close(&in);
	return failed ? STATUS_DATA : STATUS_OK;
}

int
main(int argc, char *argv[])
{
	int status = STATUS_OK, first = options_parse(&program, argc, argv);
	const struct charset *of_inputs;

	if (csv || tsv)
		asked = csv ? FORMAT_CSV : FORMAT_TSV;
	article_open();
	date_open();
	html_open();
	json_open();
	charset_open();
	of_inputs = find_charset();
	if (sources)
		sidecar_open(&output.sidecar, sources);
	sandbox_enter(SANDBOX_READ_FILES);

	if (first == argc)
		status = read_input("-", of_inputs);
	for (int i = first; i < argc; i++)
		status |= read_input(argv[i], of_inputs);
	progress_end();
	return status | output_finish(&output);
}
