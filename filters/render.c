/*
 * render: a report from a relations table, as text or as one HTML page.
 */
#include <unistd.h>

#include "base/message.h"
#include "base/options.h"
#include "base/sandbox.h"
#include "report/findings.h"
#include "report/html.h"
#include "report/output.h"
#include "report/text.h"

enum format { FORMAT_TEXT, FORMAT_HTML };

static int format = FORMAT_TEXT;
static int colour = COLOUR_AUTO;
static size_t width;
static const char *title = "";

static const struct option_row rows[] = {
	{ "format", 'f', OPTION_CHOICE, "text|html",
	    "what to write (default: text)", &format },
	{ "title", 't', OPTION_TEXT, "TEXT",
	    "the story's name (default: from its names)", &title },
	{ "width", 'w', OPTION_NUMBER, "NUMBER",
	    "columns of a line (default: the terminal's, or 80)", &width },
	{ "colour", 0, OPTION_CHOICE, "auto|always|never",
	    "colour in the text (default: on a terminal)", &colour }
};

static const struct program program = {
	"render", NULL, "Print a report from a relations table.", rows,
	sizeof rows / sizeof *rows
};

int
main(int argc, char *argv[])
{
	struct words words = { 0 };
	struct report report = { 0 };
	struct findings findings;
	struct tsv_reader in;
	struct buffer out = { 0 };
	bool in_colour;
	int status;

	options_parse(&program, argc, argv);
	words_open(&words);
	width = output_width(width);
	in_colour = output_colour((enum colour)colour);
	tsv_open(&in, STDIN_FILENO, "standard input");
	sandbox_enter(SANDBOX_PIPE);

	report_read(&report, &in, &words);
	status = tsv_close(&in);
	if (status == STATUS_OK) {
		findings_find(&findings, &report, slice_of(title));
		if (format == FORMAT_HTML)
			html_write(&out, &report, &findings);
		else
			text_write(&out, &report, &findings, width,
			    in_colour);
		output_write(&out);
	}

	buffer_free(&out);
	report_free(&report);
	words_free(&words);
	return status;
}
