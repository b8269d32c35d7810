/*
 * Which format is which.
 */
#include "report/format.h"

#include "report/format_data.h"
#include "report/text.h"
#include "report/web.h"

void
format_write(struct format *format, int number)
{
	static void (*const writers[])(struct format *) = {
		text_write, markdown_write, web_write, svg_write,
		csv_write_outline, jsonl_write, jsonld_write, atom_write
	};

	writers[number](format);
}
