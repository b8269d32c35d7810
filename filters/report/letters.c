/*
 * Texts compared by their letters alone.
 */
#include "report/letters.h"

size_t
letters_first(struct slice text)
{
	return letters_begin(text) ? 0 : letters_end(text, 0);
}

bool
letters_same_words(struct slice a, struct slice b)
{
	for (;;) {
		size_t end_a, end_b;

		a = slice_part(a, letters_first(a), a.length);
		b = slice_part(b, letters_first(b), b.length);
		if (a.length == 0 || b.length == 0)
			return a.length == b.length;
		end_a = letters_end(a, 0);
		end_b = letters_end(b, 0);
		if (!letters_same(slice_part(a, 0, end_a),
		    slice_part(b, 0, end_b)))
			return false;
		a = slice_part(a, end_a, a.length);
		b = slice_part(b, end_b, b.length);
	}
}
