/*
 * Building outlines.
 */
#include "report/outline.h"

#include <stdlib.h>

struct block *
outline_add(struct outline *outline, enum block_kind kind)
{
	struct block *block;

	MEMORY_GROW(outline->blocks, outline->count, outline->capacity);
	block = &outline->blocks[outline->count++];
	*block = (struct block){
		.kind = kind, .at = REPORT_NONE, .head = { "", 0 },
		.text = { "", 0 }, .margin = { "", 0 }
	};
	return block;
}

struct buffer *
outline_line(struct outline *outline)
{
	buffer_clear(&outline->line);
	return &outline->line;
}

struct slice
outline_keep(struct outline *outline)
{
	if (outline->line.length == 0)
		return (struct slice){ "", 0 };
	return arena_copy(&outline->report->arena,
	    buffer_slice(&outline->line));
}

void
outline_section(struct outline *outline, const char *id, const char *name,
    const char *gloss)
{
	struct block *block = outline_add(outline, BLOCK_SECTION);

	block->id = id;
	block->head = slice_of(name);
	block->text = slice_of(gloss);
}

struct block *
outline_entry(struct outline *outline)
{
	struct block *block = outline_add(outline, BLOCK_ENTRY);

	block->head = outline_keep(outline);
	return block;
}

void
outline_words(struct outline *outline, enum block_kind kind)
{
	outline_add(outline, kind)->text = outline_keep(outline);
}

void
outline_cell(struct outline *outline, enum cell_shape shape)
{
	struct block *block = outline_add(outline, BLOCK_CELL);

	block->shape = shape;
	block->text = outline_keep(outline);
}

void
outline_row(struct outline *outline)
{
	outline_add(outline, BLOCK_ROW);
}

void
outline_header(struct outline *outline, const char *caption,
    const char *const *names, size_t count)
{
	struct block *block = outline_add(outline, BLOCK_TABLE);
	size_t i;

	block->head = slice_of(caption);
	block->at = (uint32_t)count;
	outline_add(outline, BLOCK_ROW)->number = 1;
	for (i = 0; i < count; i++) {
		block = outline_add(outline, BLOCK_CELL);
		block->shape = i == 0 ? CELL_NAME : CELL_NUMBER;
		block->text = slice_of(names[i]);
	}
}

void
outline_quote(struct outline *outline, enum quote_shape shape,
    uint32_t claim, struct slice reasons)
{
	struct block *block = outline_add(outline, BLOCK_QUOTE);

	block->shape = shape;
	block->at = claim;
	block->text = reasons;
}

void
outline_free(struct outline *outline)
{
	free(outline->blocks);
	buffer_free(&outline->line);
}
