/*
 * render: views of a relations table, in formats for people and programs.
 */
#include <unistd.h>

#include "base/message.h"
#include "base/options.h"
#include "base/sandbox.h"
#include "report/findings.h"
#include "report/format.h"
#include "report/output.h"
#include "report/view.h"

static int view;
static int format_number;
static int colour = COLOUR_AUTO;
static size_t width;
static const char *title = "";
static const char *doc = "";

static const struct option_row rows[] = {
	{ "view", 'v', OPTION_CHOICE, VIEW_NAMES,
	    "what to show (default: report)", &view },
	{ "format", 'f', OPTION_CHOICE, FORMAT_NAMES,
	    "what to write (default: text)", &format_number },
	{ "article", 'a', OPTION_TEXT, "DOC",
	    "the article of the view article (default: all)", &doc },
	{ "title", 't', OPTION_TEXT, "TEXT",
	    "the story's name (default: from its names)", &title },
	{ "width", 'w', OPTION_NUMBER, "NUMBER",
	    "columns of a line (default: the terminal's, or 80)", &width },
	{ "colour", 0, OPTION_CHOICE, "auto|always|never",
	    "colour in the text (default: on a terminal)", &colour }
};

static const struct program program = {
	"render", NULL, "Print a view of a relations table.", rows,
	sizeof rows / sizeof *rows
};

static void
write_view(struct report *report, bool in_colour)
{
	struct findings findings;
	struct outline outline = { .report = report, .findings = &findings };
	struct buffer out = { 0 };
	struct format format = {
		.out = &out, .outline = &outline, .width = width,
		.colour = in_colour
	};

	findings_find(&findings, report, slice_of(title));
	view_build(&outline, view, slice_of(doc));
	format_write(&format, format_number);
	output_write(&out);
	outline_free(&outline);
	buffer_free(&out);
}

int
main(int argc, char *argv[])
{
	struct words words = { 0 };
	struct report report = { 0 };
	struct tsv_reader in;
	bool in_colour;
	int status;

	options_parse(&program, argc, argv);
	if (format_number == FORMAT_SVG && !view_has_pictures(view))
		message_fail(STATUS_SYSTEM, "this view has no picture; svg "
		    "wants --view report, timeline or figures");
	if (format_number == FORMAT_ATOM && !view_has_matters(view))
		message_fail(STATUS_SYSTEM, "this view has no feed; atom wants "
		    "--view report, conflicts, timeline, positions, sources or "
		    "blame");
	words_open(&words);
	width = output_width(width);
	in_colour = output_colour((enum colour)colour);
	tsv_open(&in, STDIN_FILENO, "standard input");
	sandbox_enter(SANDBOX_PIPE);

	report_read(&report, &in, &words);
	status = tsv_close(&in);
	if (status == STATUS_OK)
		write_view(&report, in_colour);

	report_free(&report);
	words_free(&words);
	return status;
}
