/*
 * The outline as CSV (RFC 4180), quoted by libcsv.
 *
 * A spreadsheet runs what begins like a formula, and what an article says is
 * nobody's formula: such a field gets an apostrophe in front, which makes it
 * text there.
 */
#include <csv.h>

#include "report/format_data.h"
#include "report/output.h"
#include "report/record.h"
#include "report/wrap.h"

/* Does a spreadsheet take it for a formula?  Wide letters count as well. */
static bool
is_formula(struct slice field)
{
	static const char *const starts[] = { "=", "+", "-", "@", "＝",
	    "＋", "－", "＠" };
	size_t i;

	field = slice_trim(field);
	for (i = 0; i < sizeof starts / sizeof *starts; i++)
		if (slice_begins(field, slice_of(starts[i])))
			return true;
	return false;
}

static void
add_field(struct slice field, struct buffer *clean, struct buffer *out)
{
	size_t room;

	if (field.length == 0)
		return;
	buffer_clear(clean);
	if (is_formula(field))
		buffer_add_byte(clean, '\'');
	clean_add(clean, field);
	room = 2 * clean->length + 2;
	out->length += csv_write2(buffer_reserve(out, room), room, clean->at,
	    clean->length, CSV_QUOTE);
}

void
csv_write_outline(struct format *format)
{
	struct records records = { .outline = format->outline };
	struct buffer clean = { 0 };
	size_t i;

	for (i = 0; i < RECORD_FIELD_COUNT; i++) {
		buffer_add(format->out, slice_of(record_names[i].name));
		buffer_add_byte(format->out,
		    i + 1 < RECORD_FIELD_COUNT ? ',' : '\n');
	}
	while (record_next(&records)) {
		for (i = 0; i < RECORD_FIELD_COUNT; i++) {
			add_field(buffer_slice(&records.fields[i]), &clean,
			    format->out);
			buffer_add_byte(format->out,
			    i + 1 < RECORD_FIELD_COUNT ? ',' : '\n');
		}
		output_some(format->out);
	}
	record_free(&records);
	buffer_free(&clean);
}
