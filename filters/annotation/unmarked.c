/*
 * What may have been missed: pronouns of people, capitals inside a sentence,
 * and numbers, that stand in no mark.  Some are right as they are (titles,
 * ages, ordinals), so they are candidates, no faults.
 */
#include "annotation/annotation.h"

#include "annotation/labels.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(titles);

static struct lexicon titles;

void
unmarked_open(void)
{
	static const char *const columns[] = { "title", NULL };

	if (titles.count == 0)
		lexicon_add(&titles, LEXICON_BYTES(titles), "titles", columns);
}

/* Does some mark that could be about the word lie around it? */
static bool
is_marked(const struct article *article, uint32_t start, uint32_t end,
    bool pronoun)
{
	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];
		struct slice mention = mark->label[ENTITY_MENTION];

		if (mark->kind == MARK_PART || mark->start > start ||
		    mark->end < end)
			continue;
		if (mark->kind == MARK_ENTITY && slice_is(mention, "PRO"))
			return true;
		if (!pronoun && (mark->kind != MARK_ENTITY ||
		    !slice_is(mention, "NOM")))
			return true;
	}
	return false;
}

static bool
is_word_byte(char byte)
{
	return is_letter(byte) || is_digit(byte) || (byte & 0x80) ||
	    byte == '-' || byte == '\'';
}

/* Letters and digits only: quotation marks and dashes are cut off. */
static struct slice
bare_word(struct slice word)
{
	while (word.length > 0) {
		size_t at = 0;
		enum utf8_class class = utf8_class(utf8_next(word, &at));

		if (class != UTF8_OTHER)
			break;
		word = slice_part(word, at, word.length);
	}
	while (word.length > 0) {
		size_t at = word.length;
		enum utf8_class class = utf8_class(utf8_previous(word, &at));

		if (class != UTF8_OTHER)
			break;
		word.length = at;
	}
	return word;
}

static void
check_word(const struct article *article, const struct marked_sentence *s,
    struct slice word, bool first, struct faults *faults)
{
	uint32_t start = (uint32_t)(word.at - article->text.at);
	uint32_t end = start + (uint32_t)word.length;
	struct buffer lower = { 0 };
	const char *what = NULL;

	utf8_add_lower(word, &lower);
	if (label_known("pronoun", buffer_slice(&lower))) {
		if (!is_marked(article, start, end, true))
			what = "pronoun";
	} else if (is_digit(word.at[0])) {
		if (!is_marked(article, start, end, false))
			what = "number";
	} else if (!first && is_upper(word.at[0]) && s->margin != 'H' &&
	    !lexicon_find(&titles, buffer_slice(&lower)) &&
	    !is_marked(article, start, end, false))
		what = "word with a capital";
	if (what)
		fault_warn(faults, article->path, s->line, "%s '%.*s' stands "
		    "in no mark", what, SHOWN(word));
	buffer_free(&lower);
}

void
article_unmarked(const struct article *article, struct faults *faults)
{
	for (size_t i = 0; i < article->sentence_count; i++) {
		const struct marked_sentence *s = &article->sentences[i];
		struct slice text = article_span(article, s->start, s->end);
		bool first = true;

		if (strchr("YC", s->margin))
			continue;
		for (size_t at = 0; at < text.length; ) {
			size_t end = at;
			struct slice word;

			while (end < text.length &&
			    is_word_byte(text.at[end]))
				end++;
			word = bare_word(slice_part(text, at, end));
			if (word.length > 0) {
				check_word(article, s, word, first, faults);
				first = false;
			} else if (end < text.length &&
			    strchr(":.?!\"", text.at[end]))
				first = true;	/* a sentence inside */
			at = end > at ? end : at + 1;
		}
	}
}
