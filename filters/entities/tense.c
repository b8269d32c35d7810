/*
 * Tense from tags: the verb group before the word, else the one behind it;
 * "since" and "until" say it themselves.
 */
#include "entities/tense.h"

#include <stdbool.h>

enum { REACH = 24 };

/* Words that announce what is still to come: "is due to meet on Friday". */
static const char *const announcing[] = {
	"due", "expected", "going", "likely", "planned", "plans", "scheduled",
	"set", "slated"
};

static bool
is_announcing(struct slice lower)
{
	for (size_t i = 0; i < sizeof announcing / sizeof *announcing; i++)
		if (slice_is(lower, announcing[i]))
			return true;
	return false;
}

static bool
is_be(struct slice lower)
{
	return slice_is(lower, "is") || slice_is(lower, "are") ||
	    slice_is(lower, "'s") || slice_is(lower, "'re") ||
	    slice_is(lower, "am");
}

/* The tense that a verb at token i shows together with what precedes it. */
static enum tense
verb_tense(const struct token *tokens, size_t i)
{
	size_t from = i > 4 ? i - 4 : 0;

	if (tokens[i].tag == TAG_MD)
		return slice_is(tokens[i].lower, "would") ||
		    slice_is(tokens[i].lower, "could") ? TENSE_UNKNOWN :
		    TENSE_FUTURE;
	if (is_announcing(tokens[i].lower) && i > 0)
		return TENSE_FUTURE;
	if (tokens[i].tag == TAG_VBD)
		return TENSE_PAST;
	for (size_t k = i; k-- > from;) {
		if (tokens[k].tag == TAG_MD)
			return slice_is(tokens[k].lower, "would") ?
			    TENSE_UNKNOWN : TENSE_FUTURE;
		if (is_announcing(tokens[k].lower))
			return TENSE_FUTURE;
		if (is_be(tokens[k].lower))
			return tokens[i].tag == TAG_VBG ? TENSE_FUTURE :
			    TENSE_UNKNOWN;
		if (slice_is(tokens[k].lemma, "have") ||
		    tokens[k].tag == TAG_VBD)
			return TENSE_PAST;
		if (tokens[k].tag != TAG_RB && tokens[k].tag != TAG_VBN &&
		    tokens[k].tag != TAG_TO && tokens[k].tag != TAG_VB)
			break;
	}
	return tokens[i].tag == TAG_VBN ? TENSE_PAST : TENSE_UNKNOWN;
}

enum tense
tense_at(const struct token *tokens, size_t count, size_t i)
{
	size_t from = i > REACH ? i - REACH : 0;
	size_t to = count - i > REACH ? i + REACH : count;
	enum tense tense;

	if (i > 0 && slice_is(tokens[i - 1].lower, "since"))
		return TENSE_PAST;
	if (i > 0 && (slice_is(tokens[i - 1].lower, "until") ||
	    slice_is(tokens[i - 1].lower, "till")))
		return TENSE_FUTURE;
	for (size_t k = i; k-- > from;) {
		if (!tag_is_verb(tokens[k].tag) && tokens[k].tag != TAG_MD)
			continue;
		tense = verb_tense(tokens, k);
		if (tense != TENSE_UNKNOWN)
			return tense;
	}
	for (size_t k = i + 1; k < to; k++) {
		if (!tag_is_verb(tokens[k].tag) && tokens[k].tag != TAG_MD)
			continue;
		tense = verb_tense(tokens, k);
		if (tense != TENSE_UNKNOWN)
			return tense;
	}
	return TENSE_UNKNOWN;
}
