/*
 * Do spans begin and end where the guideline says?  Approximators, particles
 * and stops stay outside.
 */
#include "annotation/check.h"

#include "annotation/labels.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(approximators);

enum { WORDS_MAX = 4 };		/* of an approximator */

static struct lexicon approximators;

void
check_edges_open(void)
{
	static const char *const columns[] = { "words", "place", NULL };

	if (approximators.count == 0)
		lexicon_add(&approximators, LEXICON_BYTES(approximators),
		    "approximators", columns);
}

/* The first `count` words of s, in lower case, in the buffer. */
static bool
first_words(struct slice s, size_t count, struct buffer *words)
{
	struct slice rest = s;

	while (count > 0 && rest.at) {
		slice_cut(&rest, ' ');
		count--;
	}
	if (count > 0 || !rest.at)
		return false;
	buffer_clear(words);
	utf8_add_lower((struct slice){ s.at, (size_t)(rest.at - s.at) - 1 },
	    words);
	return true;
}

static bool
begins_with_approximator(struct slice text, struct buffer *words)
{
	for (size_t count = WORDS_MAX; count > 0; count--) {
		const struct lexicon_row *row;

		if (!first_words(text, count, words))
			continue;
		row = lexicon_find(&approximators, buffer_slice(words));
		if (row && !slice_is(row->fields[1], "after"))
			return true;
	}
	return false;
}

/* A full stop that is not an abbreviation's ("6 p.m.", "the U.S."). */
static bool
ends_with_stop(struct slice text)
{
	size_t n = text.length;

	return n > 3 && text.at[n - 1] == '.' && text.at[n - 2] != '.' &&
	    text.at[n - 3] != '.' && !is_upper(text.at[n - 2]);
}

static void
check_part(const struct article *article, const struct mark *mark,
    struct slice text, struct faults *faults)
{
	size_t line = article->sentences[mark->sentence].line;
	const struct claim_line *claim = article_claim(article, mark->claim);

	if (mark->role != PART_CUE && slice_ends(text, SLICE(",")))
		fault_add(faults, article->path, line, "'%.*s' ends in a "
		    "comma; leave it outside", SHOWN(text));
	if (mark->role != PART_CONTENT)
		return;
	if (slice_begins(text, SLICE("that ")))
		fault_warn(faults, article->path, line, "content '%.*s' "
		    "begins with 'that'; leave the conjunction outside",
		    SHOWN(text));
	if (claim && !claim_is_quoted(claim) && ends_with_stop(text))
		fault_add(faults, article->path, line, "content '%.*s' has "
		    "the sentence's full stop; leave it outside",
		    SHOWN(text));
}

void
check_edges(const struct article *article, const struct mark *mark,
    struct faults *faults)
{
	struct slice text = article_span(article, mark->start, mark->end);
	size_t line = article->sentences[mark->sentence].line;
	struct buffer words = { 0 };

	if (mark->kind == MARK_FIGURE &&
	    begins_with_approximator(text, &words))
		fault_add(faults, article->path, line, "figure '%.*s' begins "
		    "with '%.*s'; leave the approximator outside",
		    SHOWN(text), SHOWN(words));
	if (mark->kind == MARK_TIME && first_words(text, 1, &words) &&
	    label_known("time_preposition", buffer_slice(&words)))
		fault_add(faults, article->path, line, "time '%.*s' begins "
		    "with '%.*s'; leave the preposition outside",
		    SHOWN(text), SHOWN(words));
	if (mark->kind == MARK_PART)
		check_part(article, mark, text, faults);
	buffer_free(&words);
}
