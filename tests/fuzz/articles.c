/*
 * Fuzzing the readers of articles: the first byte chooses the format, the rest
 * is a file of it.  Whatever it is, what read-articles writes is a table that
 * our reader takes.
 */
#include "table.h"

#include "articles/article.h"
#include "articles/charset.h"
#include "articles/date.h"
#include "articles/format.h"
#include "articles/html.h"
#include "articles/json.h"

static void
open_tables(void)
{
	article_open();
	date_open();
	html_open();
	json_open();
	charset_open();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool is_open;
	struct output output = { .explain = true };
	struct input in = { .name = "fuzz", .stem = SLICE("fuzz") };
	enum format format;
	int written;

	if (!is_open)
		open_tables();
	is_open = true;
	if (size == 0)
		return 0;
	in.fd = memfd_create("input", 0);
	written = memfd_create("output", 0);
	must(write(in.fd, data + 1, size - 1) == (ssize_t)size - 1 &&
	    lseek(in.fd, 0, SEEK_SET) == 0 && dup2(written, 1) == 1);
	format = format_find(&in, (enum format)(data[0] % (FORMAT_COUNT + 1)));
	if (!format_is_foreign(&in))
		format_read(format, &in, &output);
	input_close(&in);
	must(output_finish(&output) == STATUS_OK);
	/* it is closed; the next file must not become standard output */
	must(dup2(STDERR_FILENO, STDOUT_FILENO) == STDOUT_FILENO);
	if (lseek(written, 0, SEEK_END) > 0)
		fuzz_check_output(written);
	else
		close(written);
	return 0;
}
