/*
 * Does a mark end the sentence?
 *
 * The word in front of it is an abbreviation of some class or none; what
 * follows is a capital, a small letter, a number or another mark.  The two
 * together decide, and a few words that often open sentences where they leave
 * a doubt.
 */
#include "text/boundary.h"

#include "text/abbreviation.h"
#include "text/opening.h"

/* What a number names in a caption such as "Figure 2. The valley". */
static const char *const numbered[] = {
	"Article", "Box", "Chapter", "Chart", "Exhibit", "Figure", "Map",
	"Part", "Rule", "Section", "Step", "Table"
};

static bool
dash_at(const struct splitter *s, size_t at)
{
	return byte_at(s, at) == '-' || mark_at(s, at, EM_DASH) ||
	    mark_at(s, at, EN_DASH);
}

/* Is the sentence so far a short phrase such as "At 5 a.m."? */
static bool
opens_with_phrase(const struct splitter *s, size_t at)
{
	static const char *const prepositions[] = {
		"After", "Around", "At", "Before", "By", "From", "On",
		"Since", "Until"
	};
	struct slice first = splitter_word_at(s, s->start);
	size_t blanks = 0;

	for (size_t i = s->start; i < at && blanks < 6; i++)
		blanks += s->text.at[i] == ' ';
	for (size_t i = 0; blanks < 6 && i < COUNT(prepositions); i++) {
		if (slice_is(first, prepositions[i]))
			return true;
	}
	return false;
}

static bool
starts_sentence(const struct splitter *s, const struct follow *follow)
{
	return opening_find(splitter_word_at(s, follow->at)) ==
	    OPENING_STARTER;
}

static bool
is_month(const struct splitter *s, size_t at)
{
	struct slice word = splitter_word_at(s, at);

	word.length += byte_at(s, at + word.length) == '.';
	return abbreviation_find(word).class == ABBREVIATION_MONTH ||
	    opening_find(word) == OPENING_CLOCK;
}

/* Is the sentence so far but "Figure 2", the number of what follows? */
static bool
is_numbered(const struct splitter *s, size_t at)
{
	struct slice word = splitter_word_at(s, s->start);
	size_t number = s->start + word.length + 1;

	if (number >= at || at - number > 4 || !is_digit(byte_at(s, number)))
		return false;
	for (size_t i = 0; i < COUNT(numbered); i++) {
		if (slice_is(word, numbered[i]))
			return true;
	}
	return false;
}

/* A word like "Sgts." or "Mgr.": no vowel, so no English word. */
static bool
has_no_vowel(struct slice word)
{
	if (word.length < 3 || word.length > 6 || !is_upper(word.at[0]))
		return false;
	for (size_t i = 1; i + 1 < word.length; i++) {
		if (!is_lower(word.at[i]) || strchr("aeiouy", word.at[i]))
			return false;
	}
	return !strchr("AEIOUY", word.at[0]);
}

/*
 * The full stop at `at` ends an abbreviation, and a capital follows: is it the
 * end of the sentence, too?
 */
static const char *
abbreviation_ends(const struct splitter *s, size_t start, size_t at,
    struct abbreviation found, const struct follow *follow)
{
	static const char rule[] = "abbreviation";
	enum opening_class opening = opening_find(splitter_word_at(s,
	    follow->at));
	bool starter = opening == OPENING_STARTER;

	switch (found.class) {
	case ABBREVIATION_TITLE:
	case ABBREVIATION_INNER:
	case ABBREVIATION_NAME:
		return NULL;
	case ABBREVIATION_NUMBER:
		return found.word || starter ? rule : NULL;
	case ABBREVIATION_CLOCK:
		if (opening == OPENING_CLOCK ||
		    follow->bracketed || opens_with_phrase(s, start))
			return NULL;
		return rule;
	case ABBREVIATION_END:
		return rule;
	case ABBREVIATION_DAY:
		return starter || (found.word && !is_month(s, follow->at)) ?
		    rule : NULL;
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_PLACE:
	case ABBREVIATION_SAINT:
	case ABBREVIATION_ACRONYM:
		return starter || follow->quoted ? rule : NULL;
	case ABBREVIATION_INITIAL:
		/* a name's initial is in front of a name */
		return starter && (at - start == 1) ? rule : NULL;
	case ABBREVIATION_MONTH:
	case ABBREVIATION_NONE:
		break;
	}
	return starter ? rule : NULL;
}

const char *
boundary_stop(const struct splitter *s, size_t at, size_t behind)
{
	struct follow follow = splitter_follow(s, behind);
	bool closed = behind > at + 1;
	size_t start = splitter_word_start(s, at);
	struct slice word = slice_part(s->text, start, at + 1);
	struct abbreviation found = { ABBREVIATION_NONE, false };

	if (follow.class == FOLLOW_END)
		return "stop";
	if (word.length <= SPLITTER_WORD_MAX)
		found = abbreviation_find(word);
	if (found.class == ABBREVIATION_NONE && has_no_vowel(word) &&
	    !closed)
		found.class = ABBREVIATION_PLACE;
	switch (follow.class) {
	case FOLLOW_LOWER:
		if (closed || found.class != ABBREVIATION_NONE)
			return NULL;
		return "stop before lower case";
	case FOLLOW_DIGIT:
		return found.class != ABBREVIATION_NONE ? NULL :
		    "stop before number";
	case FOLLOW_UPPER:
		if (found.class != ABBREVIATION_NONE)
			return abbreviation_ends(s, start, at, found,
			    &follow);
		return is_numbered(s, at) ? NULL : "stop";
	case FOLLOW_MARK:
	case FOLLOW_END:
		break;
	}
	if (found.class != ABBREVIATION_NONE ||
	    strchr(",;:)]/", byte_at(s, follow.at)))
		return NULL;
	/* “… of peace.” — Name: who is quoted */
	return closed && dash_at(s, follow.at) ? NULL : "stop";
}

const char *
boundary_exclamation(const struct splitter *s, size_t at, size_t behind,
    bool closed)
{
	struct follow follow = splitter_follow(s, behind);
	size_t start = splitter_word_start(s, at);
	struct slice word = slice_part(s->text, start, at + 1);

	switch (follow.class) {
	case FOLLOW_LOWER:
		if (closed || (is_upper(word.at[0]) && start > s->start &&
		    s->text.at[at] == '!'))
			return NULL;
		return "mark before lower case";
	case FOLLOW_UPPER:
		if (!closed && abbreviation_find(word).class ==
		    ABBREVIATION_NAME && !starts_sentence(s, &follow))
			return NULL;
		break;
	case FOLLOW_MARK:
		if (strchr(",;:)]/", byte_at(s, follow.at)) ||
		    dash_at(s, follow.at))
			return NULL;
		break;
	case FOLLOW_DIGIT:
	case FOLLOW_END:
		break;
	}
	return "mark";
}

const char *
boundary_ellipsis(const struct splitter *s, size_t behind)
{
	struct follow follow = splitter_follow(s, behind);
	struct slice word;

	if (follow.class == FOLLOW_END)
		return "ellipsis";
	if (follow.class != FOLLOW_UPPER)
		return NULL;
	word = splitter_word_at(s, follow.at);
	if (slice_is(word, "I") && !follow.quoted)
		return NULL;
	return "ellipsis";
}

const char *
boundary_closing(const struct splitter *s, size_t open, size_t close,
    size_t behind)
{
	struct follow follow = splitter_follow(s, behind);
	int last = byte_at(s, close - 1);

	if (last != '.' && last != '!' && last != '?' &&
	    !mark_before(s, close, ELLIPSIS))
		return NULL;
	if (follow.class == FOLLOW_END || close <= open + 1)
		return NULL;
	if (follow.class == FOLLOW_UPPER || follow.class == FOLLOW_DIGIT)
		return "closing mark";
	return NULL;
}
