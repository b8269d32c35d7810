/*
 * Shared words.
 *
 * A topic of one word stands over many pairs; the words that the two sides
 * share tell which matter it is ("inspectors, warned").  Two words are the
 * same here when their first letters are: "warned" and "warning".
 */
#include "report/subject.h"

#include "report/letters.h"

enum {
	SUBJECT_WORDS = 4,
	SUBJECT_LETTERS = 4,	/* shorter words say little */
	STEM_LETTERS = 5
};

/* A word that can tell what a claim is about. */
static bool
tells(const struct report *report, struct slice word)
{
	size_t i;

	for (i = 0; i < word.length; i++)
		if (word.at[i] >= '0' && word.at[i] <= '9')
			return false;
	return word.length >= SUBJECT_LETTERS && letters_begin(word) &&
	    words_find(report->words, "little", word).length == 0;
}

static bool
same_stem(struct slice a, struct slice b)
{
	if (a.length > STEM_LETTERS && b.length > STEM_LETTERS)
		a.length = b.length = STEM_LETTERS;
	return letters_same(a, b);
}

/* Does the claim have the word? */
static bool
has_word(struct slice text, struct slice word)
{
	size_t at, end;

	for (at = 0; at < text.length; at = end) {
		end = letters_end(text, at);
		if (same_stem(slice_part(text, at, end), word))
			return true;
	}
	return false;
}

void
subject_add(const struct report *report, const struct report_claim *a,
    const struct report_claim *b, struct buffer *out)
{
	struct slice text = a->content, found[SUBJECT_WORDS];
	size_t count = 0, at, end, i;

	for (at = 0; at < text.length && count < SUBJECT_WORDS; at = end) {
		struct slice word;

		end = letters_end(text, at);
		word = slice_part(text, at, end);
		if (!tells(report, word) || !has_word(b->content, word))
			continue;
		for (i = 0; i < count && !same_stem(found[i], word); i++)
			continue;
		if (i == count)
			found[count++] = word;
	}
	for (i = 0; count > 1 && i < count; i++) {
		if (i > 0 && found[i].at ==
		    found[i - 1].at + found[i - 1].length + 1)
			buffer_add_byte(out, ' ');
		else if (i > 0)
			buffer_add(out, SLICE(", "));
		buffer_add(out, found[i]);
	}
}
