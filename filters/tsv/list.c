/*
 * Spans and list columns.
 */
#include "tsv/list.h"

bool
span_parse(struct slice s, struct span *span)
{
	struct slice rest = s, start = slice_cut(&rest, '-');

	return rest.at != NULL && slice_number(start, &span->start) &&
	    slice_number(rest, &span->end) && span->start <= span->end;
}

bool
span_next(struct slice *rest, struct span *span)
{
	struct slice before = *rest;

	if (rest->at == NULL || rest->length == 0) {
		*rest = (struct slice){ NULL, 0 };
		return false;
	}
	if (span_parse(slice_cut(rest, ';'), span))
		return true;
	*rest = before;
	return false;
}

void
span_add(struct buffer *out, struct span span)
{
	if (out->length > 0)
		buffer_add_byte(out, ';');
	buffer_add_number(out, span.start);
	buffer_add_byte(out, '-');
	buffer_add_number(out, span.end);
}

bool
list_next(struct slice *rest, struct slice *item)
{
	if (rest->at == NULL || rest->length == 0)
		return false;
	*item = slice_cut(rest, ' ');
	return true;
}

bool
list_parts(struct slice item, struct slice *parts, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		if (item.at == NULL)
			return false;
		parts[i] = slice_cut(&item, ':');
	}
	parts[count - 1] = item;
	return item.at != NULL;
}

void
list_add_part(struct buffer *out, struct slice part)
{
	for (size_t i = 0; i < part.length; i++) {
		unsigned char byte = (unsigned char)part.at[i];

		buffer_add_byte(out, byte <= ' ' || byte == ':' ||
		    byte == '\\' || byte == 0x7f ? '_' : (char)byte);
	}
}
