/*
 * Filling templates.
 *
 * All escaping is here: a writer hands over plain text, and only what it
 * made of other pieces goes in as markup.
 */
#include "report/template.h"

#include <stdlib.h>

#include "base/memory.h"
#include "report/wrap.h"

/* A piece ends where the next one's line begins. */
static void
end_piece(struct template *template, const char *end)
{
	struct template_piece *piece;

	if (template->count == 0)
		return;
	piece = &template->pieces[template->count - 1];
	piece->markup.length = (size_t)(end - piece->markup.at);
	if (piece->is_inline && piece->markup.length > 0)
		piece->markup.length--;
}

void
template_open(struct template *template, struct slice bytes)
{
	struct slice rest = bytes;
	const char *end = bytes.at + bytes.length;

	while (rest.at) {
		struct slice line = slice_cut(&rest, '\n'), name;
		struct template_piece piece = { { rest.at ? rest.at : end, 0 },
		    slice_ends(line, SLICE(" inline")) };

		if (!slice_begins(line, SLICE("@@ ")))
			continue;
		end_piece(template, line.at);
		name = slice_part(line, 3, line.length);
		if (piece.is_inline)
			name.length -= strlen(" inline");
		*hash_put(&template->names, name) = (uint32_t)template->count;
		MEMORY_GROW(template->pieces, template->count,
		    template->capacity);
		template->pieces[template->count++] = piece;
	}
	end_piece(template, end);
}

static struct slice
value_of(const struct template_value *values, struct slice place)
{
	for (; values->place; values++)
		if (slice_is(place, values->place))
			return values->value;
	return (struct slice){ "", 0 };
}

void
template_fill(const struct template *template, const char *name,
    const struct template_value *values, struct buffer *out)
{
	uint32_t index = hash_get(&template->names, slice_of(name));
	struct slice rest;

	if (index == HASH_NONE)
		return;
	rest = template->pieces[index].markup;
	while (rest.at) {
		struct slice place;

		buffer_add(out, slice_cut(&rest, '{'));
		if (!rest.at)
			break;
		place = slice_cut(&rest, '}');
		if (slice_begins(place, SLICE("=")))
			buffer_add(out, value_of(values, slice_part(place, 1,
			    place.length)));
		else
			template_escape(value_of(values, place), out);
	}
}

void
template_escape(struct slice text, struct buffer *out)
{
	struct buffer cleaned = { 0 };
	size_t i;

	clean_add(&cleaned, text);
	for (i = 0; i < cleaned.length; i++)
		switch (cleaned.at[i]) {
		case '&':
			buffer_add(out, SLICE("&amp;"));
			break;
		case '<':
			buffer_add(out, SLICE("&lt;"));
			break;
		case '>':
			buffer_add(out, SLICE("&gt;"));
			break;
		case '"':
			buffer_add(out, SLICE("&quot;"));
			break;
		case '\'':
			buffer_add(out, SLICE("&#39;"));
			break;
		default:
			buffer_add_byte(out, cleaned.at[i]);
			break;
		}
	buffer_free(&cleaned);
}

void
template_free(struct template *template)
{
	hash_free(&template->names);
	free(template->pieces);
}
