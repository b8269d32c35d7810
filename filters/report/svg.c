/*
 * The pictures of an outline as one SVG file, one below the other.
 */
#include "report/format_data.h"
#include "report/output.h"
#include "report/picture.h"

enum { CAPTION_HEIGHT = 34, MARGIN = 16, HEAD_HEIGHT = 40 };

static size_t
put_picture(struct web *web, const struct block *block, size_t top)
{
	struct buffer *page = web->out, drawn = { 0 };
	size_t height;

	web->out = &drawn;
	height = picture_add(web, block);
	web->out = page;
	if (height > 0) {
		buffer_clear(&web->line);
		buffer_add_number(&web->line, top + CAPTION_HEIGHT);
		web_fill(web, "svg-picture", { "caption", block->head },
		    { "top", buffer_slice(&web->line) },
		    { "drawn", buffer_slice(&drawn) });
		height += CAPTION_HEIGHT + MARGIN;
	}
	buffer_free(&drawn);
	return height;
}

void
svg_write(struct format *format)
{
	const struct outline *outline = format->outline;
	struct buffer drawn = { 0 };
	size_t top = HEAD_HEIGHT, i;
	struct web web;

	web_open(&web, &drawn, outline);
	for (i = 0; i < outline->count; i++) {
		if (outline->blocks[i].kind != BLOCK_PICTURE)
			continue;
		top += put_picture(&web, &outline->blocks[i], top);
	}
	web.out = format->out;
	web_fill(&web, "svg", { "title", outline->findings->title },
	    { "height", web_number(&web, top) },
	    { "drawn", buffer_slice(&drawn) });
	web_close(&web);
	buffer_free(&drawn);
}
