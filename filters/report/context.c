/*
 * Words around words.
 */
#include "report/context.h"

enum {
	FEW_WORDS = 6,		/* a claim of fewer needs its surroundings, */
	FEW_QUOTED = 3,		/* one in quotation marks of fewer than this */
	AROUND_WORDS = 9
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n';
}

size_t
context_word_before(struct slice text, size_t at)
{
	size_t start = at;

	while (start > 0 && is_blank(text.at[start - 1]))
		start--;
	while (start > 0 && !is_blank(text.at[start - 1]))
		start--;
	return start;
}

size_t
context_word_after(struct slice text, size_t at)
{
	while (at < text.length && is_blank(text.at[at]))
		at++;
	while (at < text.length && !is_blank(text.at[at]))
		at++;
	return at;
}

struct span
context_around(struct slice text, struct span span, struct span bounds,
    size_t words)
{
	struct span context = span;
	size_t i;

	for (i = 0; i < words; i++) {
		if (context.start > bounds.start)
			context.start = context_word_before(text,
			    context.start);
		if (context.end < bounds.end)
			context.end = context_word_after(text, context.end);
	}
	if (context.start < bounds.start)
		context.start = bounds.start;
	if (context.end > bounds.end)
		context.end = bounds.end;
	return context;
}

static size_t
count_words(struct slice text)
{
	size_t count = 0, at;

	for (at = 0; at < text.length; at = context_word_after(text, at))
		count++;
	return count;
}

void
context_add(const struct report *report, const struct report_claim *claim,
    struct buffer *out)
{
	const struct report_sentence *sentence;
	size_t few = claim->quote_span.length > 0 ? FEW_QUOTED : FEW_WORDS;
	struct span all, span;

	if (claim->sentence == REPORT_NONE ||
	    count_words(claim->content) >= few)
		return;
	sentence = &report->sentences[claim->sentence];
	if (claim->start < sentence->start || claim->end > sentence->end)
		return;
	all = (struct span){ 0, sentence->text.length };
	span.start = claim->start - sentence->start;
	span.end = claim->end - sentence->start;
	span = context_around(sentence->text, span, all, AROUND_WORDS);
	if (span.end - span.start == claim->end - claim->start)
		return;
	if (span.start > 0)
		buffer_add(out, SLICE("… "));
	buffer_add(out, slice_trim(slice_part(sentence->text, span.start,
	    span.end)));
	if (span.end < all.end)
		buffer_add(out, SLICE(" …"));
}
