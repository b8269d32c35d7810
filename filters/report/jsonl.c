/*
 * The outline as JSON Lines: a record an object, its empty fields left out.
 */
#include "report/format_data.h"
#include "report/object.h"
#include "report/output.h"
#include "report/record.h"

void
jsonl_write(struct format *format)
{
	struct records records = { .outline = format->outline };
	struct buffer *out = format->out;
	size_t i;

	while (record_next(&records)) {
		object_begin(out, NULL, '{');
		for (i = 0; i < RECORD_FIELD_COUNT; i++) {
			struct slice value = buffer_slice(&records.fields[i]);

			if (record_names[i].is_number)
				object_number(out, record_names[i].name,
				    value);
			else
				object_text(out, record_names[i].name, value);
		}
		object_end(out, '}');
		buffer_add_byte(out, '\n');
		output_some(out);
	}
	record_free(&records);
}
