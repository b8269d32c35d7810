/*
 * Rows of tokens into sentences, with the tags' names as enum tag has them.
 */
#include "text/treebank.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

#include "base/message.h"
#include "base/utf8.h"
#include "tsv/tsv.h"

struct columns {
	int doc, sentence, start, end, form, lemma, xpos;
};

/* What the rows of a file are put together from. */
struct reading {
	struct treebank *treebank;
	struct buffer doc, sentence, lower;	/* of the row before */
	size_t end;
	size_t capacity;		/* of the last sentence's tokens */
};

static void
columns_find(struct columns *columns, const struct tsv_reader *in)
{
	const char *remedy = "a treebank's table of tokens is wanted";

	columns->doc = tsv_require(in, "doc", remedy);
	columns->sentence = tsv_require(in, "sentence", remedy);
	columns->start = tsv_require(in, "start", remedy);
	columns->end = tsv_require(in, "end", remedy);
	columns->form = tsv_require(in, "form", remedy);
	columns->lemma = tsv_require(in, "lemma", remedy);
	columns->xpos = tsv_require(in, "xpos", remedy);
}

/* The form in lower case, with the curly apostrophe as the straight one. */
static struct slice
lower_of(struct reading *reading, struct slice form)
{
	static const char curly[] = "\xE2\x80\x99";
	char *bytes;
	size_t out = 0;

	buffer_clear(&reading->lower);
	utf8_add_lower(form, &reading->lower);
	bytes = reading->lower.at;
	for (size_t i = 0; i < reading->lower.length; out++) {
		if (i + 3 <= reading->lower.length &&
		    memcmp(bytes + i, curly, 3) == 0) {
			bytes[out] = '\'';
			i += 3;
		} else {
			bytes[out] = bytes[i++];
		}
	}
	return arena_copy(&reading->treebank->arena,
	    (struct slice){ bytes, out });
}

static bool
is_new_sentence(struct reading *reading, struct slice doc,
    struct slice sentence)
{
	if (slice_equal(doc, buffer_slice(&reading->doc)) &&
	    slice_equal(sentence, buffer_slice(&reading->sentence)))
		return false;
	buffer_clear(&reading->doc);
	buffer_add(&reading->doc, doc);
	buffer_clear(&reading->sentence);
	buffer_add(&reading->sentence, sentence);
	return true;
}

static void
add_row(struct reading *reading, struct tsv_reader *in,
    const struct columns *columns)
{
	struct treebank *treebank = reading->treebank;
	struct arena *arena = &treebank->arena;
	enum tag tag = tag_of(in->fields[columns->xpos]);
	struct treebank_sentence *sentence;
	struct token *token;
	size_t start, end;

	if (!slice_number(in->fields[columns->start], &start) ||
	    !slice_number(in->fields[columns->end], &end)) {
		tsv_refuse(in, "start and end are not numbers");
		return;
	}
	if (is_new_sentence(reading, in->fields[columns->doc],
	    in->fields[columns->sentence])) {
		MEMORY_GROW(treebank->sentences, treebank->count,
		    treebank->capacity);
		treebank->sentences[treebank->count++] =
		    (struct treebank_sentence){ 0 };
		reading->capacity = 0;
	}
	if (tag == TAG_NONE)
		return;
	sentence = &treebank->sentences[treebank->count - 1];
	ARENA_GROW(arena, sentence->tokens, sentence->count,
	    reading->capacity);
	token = &sentence->tokens[sentence->count++];
	*token = (struct token){ .tag = (uint8_t)tag,
	    .start = (uint32_t)start, .end = (uint32_t)end };
	token->text = arena_copy(arena,
	    tsv_unescape(in->fields[columns->form], arena));
	token->lower = lower_of(reading, token->text);
	token->lemma = arena_copy(arena, in->fields[columns->lemma]);
	token->space_before = sentence->count == 1 || start > reading->end;
	reading->end = end;
	treebank->token_count++;
}

void
treebank_add(struct treebank *treebank, const char *path)
{
	struct reading reading = { .treebank = treebank };
	struct columns columns;
	struct tsv_reader in;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot open %s: %s", path,
		    strerror(errno));
	tsv_open(&in, fd, path);
	columns_find(&columns, &in);
	while (tsv_next(&in))
		add_row(&reading, &in, &columns);
	if (tsv_close(&in) != STATUS_OK)
		exit(STATUS_DATA);
	buffer_free(&reading.doc);
	buffer_free(&reading.sentence);
	buffer_free(&reading.lower);
}

void
treebank_free(struct treebank *treebank)
{
	arena_free(&treebank->arena);
	free(treebank->sentences);
	*treebank = (struct treebank){ 0 };
}
