/*
 * Headlines and datelines in capitals: every letter behind a word's first one
 * is made small.
 */
#include "entities/world_letters.h"

bool
world_is_upper(struct slice s)
{
	return s.length > 1 && s.at[0] >= 'A' && s.at[0] <= 'Z' &&
	    !(s.at[1] >= 'a' && s.at[1] <= 'z');
}

struct slice
world_small_letters(struct slice s, struct buffer *out, size_t *letters)
{
	bool inside = false;

	*letters = 0;
	buffer_clear(out);
	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c >= 'a' && c <= 'z')
			return s;
		if (c >= 'A' && c <= 'Z') {
			(*letters)++;
			if (inside)
				c = (char)(c - 'A' + 'a');
			inside = true;
		} else
			inside = false;
		buffer_add_byte(out, c);
	}
	return buffer_slice(out);
}
