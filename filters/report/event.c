/*
 * Events by their words.
 *
 * "At least nine people were killed" and "the number of dead rose to 14"
 * count the same.  The words are in the table, under event; what they may
 * happen to, under mortal.
 */
#include "report/event.h"

#include "report/context.h"
#include "report/letters.h"

enum { NEAR_WORDS = 6 };

static struct slice
event_at(const struct words *words, struct slice text, size_t start,
    size_t end)
{
	size_t first = start + letters_first(slice_part(text, start, end));
	size_t last = letters_end(text, first);

	return words_find(words, "event", slice_part(text, first,
	    last < end ? last : end));
}

/* Can such things happen to what is counted?  A bare number is taken for
   people unless a comma follows: that is an age. */
static bool
is_mortal(const struct words *words, struct slice text, struct span phrase,
    const struct figure *figure)
{
	if (figure->unit.length > 0)
		return false;
	if (figure->what.length > 0)
		return words_find(words, "mortal", figure->what).length > 0 ||
		    words_find(words, "event", figure->what).length > 0;
	return phrase.end >= text.length || text.at[phrase.end] != ',';
}

/* Does the statement about the figure end with this word: a comma, "and"? */
static bool
is_border(const struct words *words, struct slice word)
{
	word = slice_trim(word);
	return word.length == 0 || words_find(words, "border",
	    word).length > 0 ||
	    strchr(",;:", word.at[word.length - 1]) != NULL;
}

struct slice
event_of(const struct words *words, struct slice text, struct span phrase,
    struct span bounds, const struct figure *figure)
{
	size_t before = phrase.start, after = phrase.end, i;
	struct slice event = words_find(words, "event", figure->what);

	if (!is_mortal(words, text, phrase, figure))
		return (struct slice){ "", 0 };
	if (is_border(words, slice_part(text, phrase.start, after)))
		bounds.end = after;
	for (i = 0; i < NEAR_WORDS && event.length == 0; i++) {
		size_t from = after, to = before;

		if (after < bounds.end) {
			after = context_word_after(text, after);
			event = event_at(words, text, from, after);
			if (is_border(words, slice_part(text, from, after)))
				bounds.end = after;
		}
		if (event.length == 0 && before > bounds.start) {
			before = context_word_before(text, before);
			if (is_border(words, slice_part(text, before, to)))
				bounds.start = before;
			else
				event = event_at(words, text, before, to);
		}
	}
	return event;
}
