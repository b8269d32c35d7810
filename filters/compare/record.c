/*
 * Records of claims.  See record.h.
 */
#include "compare/record.h"

static void
no_fields(struct claims *claims)
{
	for (size_t i = 0; i < claims->field_count; i++)
		claims->fields[i] = SLICE("");
}

/* A bit for each column that is new, then those, a tab behind each. */
static size_t
mask_bytes(const struct claims *claims)
{
	return (claims->field_count + 7) / 8;
}

/* The fields' bytes one behind the other, as a writer takes them. */
static void
join_fields(struct claims *claims)
{
	size_t at = 0;

	buffer_clear(&claims->row);
	for (size_t i = 0; i < claims->field_count; i++) {
		buffer_add(&claims->row, claims->fields[i]);
		buffer_add_byte(&claims->row, '\t');
	}
	for (size_t i = 0; i < claims->field_count; i++) {
		claims->row_fields[i] = (struct slice){ claims->row.at + at,
			claims->fields[i].length };
		at += claims->fields[i].length + 1;
	}
}

const struct slice *
claim_fields(struct claims *claims, const struct claim *claim)
{
	const char *mask = claim->record, *next = mask + mask_bytes(claims);

	if (claim == claims->at)
		no_fields(claims);
	for (size_t i = 0; i < claims->field_count; i++) {
		const char *end;

		if (!(mask[i / 8] >> i % 8 & 1))
			continue;
		for (end = next; *end != '\t'; end++)
			;
		claims->fields[i] = (struct slice){ next,
			(size_t)(end - next) };
		next = end + 1;
	}
	join_fields(claims);
	return claims->row_fields;
}

const char *
record_keep(struct claims *claims, const struct tsv_reader *in)
{
	size_t size;
	char *kept, *next;

	if (!claims->fields) {
		claims->field_count = in->column_count;
		claims->fields = arena_new(&claims->arena, in->column_count,
		    sizeof *claims->fields);
		claims->row_fields = arena_new(&claims->arena,
		    in->column_count, sizeof *claims->row_fields);
		no_fields(claims);
	}
	size = mask_bytes(claims);
	for (size_t i = 0; i < in->column_count; i++)
		if (!slice_equal(claims->fields[i], in->fields[i]))
			size += in->fields[i].length + 1;
	kept = arena_new(&claims->arena, size, 1);
	next = kept + mask_bytes(claims);
	memset(kept, 0, mask_bytes(claims));
	for (size_t i = 0; i < in->column_count; i++) {
		struct slice field = in->fields[i];

		if (slice_equal(claims->fields[i], field))
			continue;
		kept[i / 8] = (char)(kept[i / 8] | 1 << i % 8);
		if (field.length > 0)
			memcpy(next, field.at, field.length);
		claims->fields[i] = (struct slice){ next, field.length };
		next += field.length;
		*next++ = '\t';
	}
	return kept;
}
