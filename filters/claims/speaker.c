/*
 * Speakers: by mention, by pronoun, by noun.
 */
#include "claims/speaker.h"

#include "base/message.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(speakers);

static const char *const speaker_columns[] = { "noun", "type", NULL };
static struct lexicon lexicon;

void
speaker_open(void)
{
	lexicon_add(&lexicon, LEXICON_BYTES(speakers), "speakers",
	    speaker_columns);
}

enum source_type
speaker_type(struct slice lemma)
{
	const struct lexicon_row *row = lexicon_find(&lexicon, lemma);

	return row ? source_type_of(row->fields[1]) : SOURCE_TYPE_COUNT;
}

/* Can things of this type say something? */
static bool
type_speaks(const struct mention *mention)
{
	switch (mention->type) {
	case MENTION_PER:
	case MENTION_ORG:
	case MENTION_GPE:
		return true;
	case MENTION_NORP:
		return mention->kind != MENTION_ADJ;
	default:
		return false;
	}
}

/* The number of the first mention that ends behind a byte. */
static size_t
first_mention(const struct mentions *mentions, size_t byte)
{
	size_t low = 0, high = mentions->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (mentions->at[middle].span.start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * A mention that ends the span ("Secretary of State [Antony Blinken]"), or
 * covers it, is what the span names; one inside it is only about it.  What
 * comes behind the head is found by the caller's choosing the head's span.
 */
const struct mention *
speaker_mention(const struct mentions *mentions, struct span span)
{
	const struct mention *best = NULL;

	for (size_t i = first_mention(mentions, span.start);
	    i < mentions->count && mentions->at[i].span.start < span.end;
	    i++) {
		const struct mention *mention = &mentions->at[i];

		if (mention->span.end > span.end)
			continue;
		if (mention->span.end < span.end &&
		    mention->span.start > span.start &&
		    mention->kind != MENTION_NAM)
			continue;
		if (!best || (mention->span.end == span.end &&
		    best->span.end != span.end) ||
		    (mention->kind == MENTION_NAM &&
		    best->kind != MENTION_NAM &&
		    mention->span.end == span.end) ||
		    (mention->type == MENTION_PER &&
		    best->type != MENTION_PER &&
		    mention->kind == MENTION_NAM))
			best = mention;
	}
	return best;
}

static bool
is_personal(const struct level *level, int unit)
{
	static const char *const words[] = {
		"he", "i", "she", "they", "we", "who", "you", "everyone",
		"everybody", "somebody", "someone", "anyone", "others",
		"many", "some", "most", "several", "few", "those", "nobody",
		"all", "both", "each"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (unit_is(level, unit, words[i]))
			return true;
	return false;
}

/* The head noun of units first..last: of the first phrase in them. */
static int
head_of(const struct level *level, int first, int last)
{
	for (int i = first; i <= last; i++) {
		const struct phrase *phrase = phrase_at(level, i);

		if (phrase)
			return phrase->head <= last ? phrase->head : last;
	}
	return last;
}

/* "which", "that": as the phrase before them. */
static enum speaker
speaker_of_antecedent(const struct level *level,
    const struct mentions *mentions, int relative)
{
	const struct phrase *phrase;

	if (unit_tag(level, relative - 1) == TAG_COMMA)
		relative--;
	phrase = phrase_before(level, relative - 1);
	if (!phrase || phrase->relative)
		return SPEAKER_NONE;
	return speaker_of(level, mentions, phrase->first, phrase->last);
}

enum speaker
speaker_of(const struct level *level, const struct mentions *mentions,
    int first, int last)
{
	int head = head_of(level, first, last);
	const struct mention *mention;
	enum source_type type;

	if (first == last && phrase_at(level, first) &&
	    phrase_at(level, first)->relative && !unit_is(level, first,
	    "who"))
		return speaker_of_antecedent(level, mentions, first);

	if (is_personal(level, head))
		return SPEAKER_SURE;
	type = speaker_type(unit_token(level, head)->lemma);
	if (type == SOURCE_DOCUMENT)
		return SPEAKER_DOCUMENT;
	if (type != SOURCE_TYPE_COUNT)
		return SPEAKER_SURE;
	mention = speaker_mention(mentions, clause_span(level, first, head));
	if (!mention)
		mention = speaker_mention(mentions, clause_span(level, first,
		    last));
	if (mention && mention->span.end >= unit_token(level, head)->end)
		return type_speaks(mention) ? SPEAKER_SURE : SPEAKER_NONE;
	if (tag_is_name(unit_tag(level, head)))
		return SPEAKER_LIKELY;
	return unit_is(level, head, "it") || unit_is(level, head, "which") ||
	    unit_is(level, head, "that") ? SPEAKER_DOCUMENT : SPEAKER_NONE;
}
