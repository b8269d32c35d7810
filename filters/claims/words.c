/*
 * Keys are compared with the words in lower case, joined by one blank.
 */
#include "claims/words.h"

enum { KEY_MAX = 96 };

const struct lexicon_row *
words_match(const struct lexicon *lexicon, const struct token *tokens,
    size_t i, size_t behind, size_t *end)
{
	const struct lexicon_row *best = NULL;
	char key[KEY_MAX];
	size_t length = 0;

	for (; i < behind; i++) {
		struct slice word = tokens[i].lower;
		const struct lexicon_row *row;

		if (length + 1 + word.length > KEY_MAX)
			break;
		if (length > 0)
			key[length++] = ' ';
		memcpy(key + length, word.at, word.length);
		length += word.length;
		row = lexicon_find(lexicon, (struct slice){ key, length });
		if (row) {
			best = row;
			*end = i + 1;
		}
		if (!lexicon_is_prefix(lexicon, (struct slice){ key, length }))
			break;
	}
	return best;
}
