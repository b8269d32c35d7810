/*
 * Pictures in the page.
 */
#include "report/picture.h"

void
web_picture(struct web *web, const struct block *block)
{
	struct buffer *page = web->out, drawn = { 0 };
	size_t height;

	web->out = &drawn;
	height = picture_add(web, block);
	web->out = page;
	if (height > 0)
		web_fill(web, "picture", { "caption", block->head },
		    { "height", web_number(web, height) },
		    { "drawn", buffer_slice(&drawn) });
	buffer_free(&drawn);
}
