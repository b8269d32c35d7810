/*
 * The sentences of a table of documents (doc first, text last) by ICU's
 * iterator, for its speed: how many there are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/message.h"
#include "tsv/tsv.h"

/* The text in ICU's own encoding; UTF-16 has no more units than UTF-8. */
struct wide {
	UChar *units;
	size_t capacity;
};

static size_t
count_sentences(UBreakIterator *iterator, struct slice text,
    struct wide *wide)
{
	UErrorCode error = U_ZERO_ERROR;
	size_t count = 0;
	int32_t length;

	if (text.length > wide->capacity) {
		wide->capacity = text.length * 2;
		wide->units = memory_resize(wide->units, wide->capacity,
		    sizeof *wide->units);
	}
	u_strFromUTF8(wide->units, (int32_t)wide->capacity, &length, text.at,
	    (int32_t)text.length, &error);
	ubrk_setText(iterator, wide->units, length, &error);
	if (U_FAILURE(error))
		message_fail(STATUS_SYSTEM, "%s", u_errorName(error));
	while (ubrk_next(iterator) != UBRK_DONE)
		count++;
	return count;
}

int
main(void)
{
	UErrorCode error = U_ZERO_ERROR;
	UBreakIterator *iterator;
	struct wide wide = { 0 };
	struct arena arena = { 0 };
	struct tsv_reader in;
	size_t count = 0;
	int text;

	message_program = "icu";
	iterator = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &error);
	if (U_FAILURE(error))
		message_fail(STATUS_SYSTEM, "%s", u_errorName(error));
	tsv_open(&in, STDIN_FILENO, "standard input");
	text = tsv_require(&in, "text", "a table of documents is wanted");
	while (tsv_next(&in)) {
		count += count_sentences(iterator, tsv_unescape(
		    in.fields[text], &arena), &wide);
		arena_reset(&arena);
	}
	printf("%zu\n", count);
	ubrk_close(iterator);
	arena_free(&arena);
	free(wide.units);
	return tsv_close(&in);
}
