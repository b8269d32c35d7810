/*
 * The records of one document, copied out of the reader's buffer.
 */
#include "tsv/tsv.h"

#include <stdlib.h>

#include "base/progress.h"

/* Copy the record last read; its fields stay contiguous, tabs between. */
static void
keep_record(struct tsv_group *group, const struct tsv_reader *in)
{
	struct slice record = arena_copy(&group->arena, in->record);
	struct tsv_row *row;

	MEMORY_GROW(group->rows, group->count, group->capacity);
	row = &group->rows[group->count++];
	row->line = in->line;
	row->fields = arena_new(&group->arena, in->column_count,
	    sizeof *row->fields);
	for (size_t i = 0; i < in->column_count; i++)
		row->fields[i] = (struct slice){
			record.at + (in->fields[i].at - in->record.at),
			in->fields[i].length };
}

bool
tsv_group_next(struct tsv_group *group, struct tsv_reader *in, int column)
{
	struct slice doc = { 0 };

	arena_reset(&group->arena);
	group->count = 0;
	while (tsv_next(in)) {
		if (group->count > 0 &&
		    !slice_equal(tsv_field(in->fields, column), doc)) {
			in->held = true;
			break;
		}
		keep_record(group, in);
		doc = tsv_field(group->rows[0].fields, column);
	}
	if (in->failed || group->count == 0)
		return false;
	progress_documents(1);
	return true;
}

void
tsv_group_free(struct tsv_group *group)
{
	arena_free(&group->arena);
	free(group->rows);
	*group = (struct tsv_group){ 0 };
}
