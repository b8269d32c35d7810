/*
 * Fuzzing the splitter, the tokeniser and the pairing of quotation marks: any
 * bytes are a text, and whatever they are every byte that is no blank stands in
 * exactly one sentence, and in exactly one token of it.
 */
#include "table.h"

#include "base/utf8.h"
#include "text/layout.h"
#include "text/quotation.h"
#include "text/sentence.h"

/* A copy that ends where its memory ends, so that a byte too far is found. */
static struct slice
tight_copy(struct slice s)
{
	char *copy = malloc(s.length ? s.length : 1);

	must(copy != NULL);
	if (s.length > 0)
		memcpy(copy, s.at, s.length);
	return (struct slice){ copy, s.length };
}

static void
check_tokens(const struct sentence *s)
{
	size_t at = 0;

	for (size_t i = 0; i < s->count; i++) {
		size_t start = s->tokens[i].start - s->start;

		must(skip_blanks(s->text, at, start) == start);
		must(s->tokens[i].end > s->tokens[i].start);
		at = s->tokens[i].end - s->start;
	}
	must(skip_blanks(s->text, at, s->text.length) == s->text.length);
}

static void
check_document(struct document *document, const struct sentences *found,
    struct slice text)
{
	size_t at = 0;

	for (size_t i = 0; i < found->count; i++) {
		const struct sentence_span *span = &found->at[i];
		struct sentence *s = &document->sentences[i];

		must(skip_blanks(text, at, span->start) == span->start);
		must(span->end > span->start);
		at = span->end;
		*s = (struct sentence){
			.text = tight_copy(slice_part(text, span->start,
			    span->end)),
			.start = span->start, .end = span->end,
			.paragraph = span->paragraph
		};
		s->tokens = tokens_cut(s->text, s->start, document->arena,
		    &s->count);
		check_tokens(s);
	}
	must(skip_blanks(text, at, text.length) == text.length);
	document->count = found->count;
	quotations_pair(document);
	for (size_t i = 0; i < document->quotation_count; i++) {
		struct span span = document->quotations[i].span;

		must(span.start < span.end && span.end <= text.length);
	}
	for (size_t i = 0; i < document->count; i++)
		free((char *)(uintptr_t)document->sentences[i].text.at);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool is_open;
	struct buffer repaired = { 0 };
	struct sentences found = { 0 };
	struct arena arena = { 0 };
	struct document document = { .arena = &arena };
	struct slice text;

	if (!is_open)
		sentences_open();
	is_open = true;
	utf8_repair((struct slice){ (const char *)data, size }, &repaired);
	text = tight_copy(buffer_slice(&repaired));
	sentences_find(&found, text, SLICE("A title"));
	document.sentences = arena_new(&arena, found.count + 1,
	    sizeof *document.sentences);
	check_document(&document, &found, text);
	sentences_free(&found);
	arena_free(&arena);
	buffer_free(&repaired);
	free((char *)(uintptr_t)text.at);
	return 0;
}
