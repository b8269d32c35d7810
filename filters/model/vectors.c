/*
 * Word vectors.  See vectors.h.
 */
#include "model/vectors.h"

#include <string.h>

#include "base/message.h"

enum { HEAD = 64, WIDTH = 24, RECORD = WIDTH + VECTOR_SIZE };

extern const char vectors_words[], vectors_words_end[];

void
vectors_open(struct vectors *vectors)
{
	struct slice bytes = SLICE_BETWEEN(vectors_words, vectors_words_end);

	if (bytes.length < HEAD || (bytes.length - HEAD) % RECORD ||
	    !slice_begins(bytes, SLICE("hearsay vectors 1\n")))
		message_fail(STATUS_SYSTEM,
		    "the built-in word vectors are damaged");
	vectors->records = bytes.at + HEAD;
	vectors->count = (bytes.length - HEAD) / RECORD;
}

const int8_t *
vectors_find(const struct vectors *vectors, struct slice word)
{
	size_t low = 0, high = vectors->count;
	char key[WIDTH] = "";

	if (word.length == 0 || word.length >= WIDTH)
		return NULL;
	memcpy(key, word.at, word.length);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *record = vectors->records + middle * RECORD;
		int order = memcmp(record, key, WIDTH);

		if (order == 0)
			return (const int8_t *)(record + WIDTH);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

float
vectors_cosine(const int8_t *a, const int8_t *b)
{
	int sum = 0;

	for (size_t i = 0; i < VECTOR_SIZE; i++)
		sum += a[i] * b[i];
	return (float)sum / (127 * 127);
}
