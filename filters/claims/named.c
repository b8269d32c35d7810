/*
 * Whom a noun phrase names: its mention, by its head, its title, the name
 * around the head; and what a relative pronoun stands for.
 */
#include "claims/named.h"

#include "claims/describe.h"
#include "claims/speaker.h"

struct span
named_head(const struct sentence *sentence, struct span span,
    const struct token **head)
{
	size_t first, behind, last;

	tokens_in(sentence, span, &first, &behind);
	*head = NULL;
	last = first;
	for (size_t i = first; i < behind; i++) {
		const struct token *token = &sentence->tokens[i];

		if (token->tag == TAG_POS && i + 1 < behind) {
			*head = NULL;	/* "Netanyahu's office" */
			continue;
		}
		if (*head && (token->tag == TAG_WP || token->tag == TAG_PRP))
			break;		/* "two people who" */
		if (tag_is_noun(token->tag) || token->tag == TAG_PRP ||
		    token->tag == TAG_PRPS || token->tag == TAG_WP ||
		    token->tag == TAG_CD) {
			*head = token;
			last = i;
		} else if (*head && token->tag != TAG_HYPH) {
			break;
		}
	}
	if (!*head)
		return span;
	/* "Secretary of State Antony Blinken": a title of a name behind */
	return (struct span){ span.start, sentence->tokens[last].end };
}

bool
named_is_local(struct slice id)
{
	return memchr(id.at, '@', id.length) != NULL;
}

/* "mayor", "spokesman", "friend": a noun of people. */
static bool
is_person_noun(const struct token *token)
{
	enum source_type type = speaker_type(token->lemma);

	return type == SOURCE_ANONYMOUS_OFFICIAL ||
	    type == SOURCE_ANONYMOUS_GROUP || type == SOURCE_REPRESENTATIVE;
}

/*
 * Do tokens first..behind lead up to the name behind them as its title or
 * role: "Secretary of State", "the harbour master,"?  Not "a spokesman for
 * Speaker", "the sister of mayor": what stands behind the preposition is the
 * name's own title then.
 */
static bool
leads_to_name(const struct sentence *sentence, size_t first, size_t behind)
{
	bool preposition = false;
	size_t comma = behind - 1;

	while (comma > first && tag_is_name(sentence->tokens[comma].tag))
		comma--;		/* ", Mr." */
	if (slice_is(sentence->tokens[comma].text, ","))
		behind = comma;
	for (size_t i = first; i < behind; i++) {
		const struct token *token = &sentence->tokens[i];

		if (slice_is(token->text, ",") || tag_is_verb(token->tag))
			return false;
		preposition |= token->tag == TAG_IN || token->tag == TAG_TO;
	}
	return behind > first && tag_is_noun(sentence->tokens[behind - 1].tag)
	    && !(preposition && is_person_noun(&sentence->tokens[behind - 1]));
}

/* "Jim Berg, R-Ohio": a person's name, not another's in the genitive. */
static bool
is_named_before(const struct sentence *sentence,
    const struct mentions *mentions, size_t from, size_t byte)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		size_t first, behind;

		if (mention->type != MENTION_PER ||
		    mention->kind != MENTION_NAM ||
		    mention->span.start < from || mention->span.end >= byte)
			continue;
		tokens_in(sentence, mention->span, &first, &behind);
		if (behind < sentence->count &&
		    sentence->tokens[behind].tag != TAG_POS)
			return true;
	}
	return false;
}

/*
 * "Secretary of State Antony Blinken", "the harbour master, Anna Berg": a
 * person's name that ends the span behind his title.
 */
static const struct mention *
titled_name(const struct sentence *sentence, const struct mentions *mentions,
    struct span span)
{
	const struct mention *name = speaker_mention(mentions, span);
	size_t first, behind;

	if (!name || name->type != MENTION_PER || name->kind != MENTION_NAM ||
	    name->span.end != span.end)
		return NULL;
	if (name->span.start == span.start)
		return name;
	if (is_named_before(sentence, mentions, span.start, name->span.start))
		return NULL;
	span.end = name->span.start;
	tokens_in(sentence, span, &first, &behind);
	return behind > first && leads_to_name(sentence, first, behind) ?
	    name : NULL;
}

/* "The Ministry of [Water]": a name whose first phrase's head this is. */
static const struct mention *
name_around(const struct mentions *mentions, struct span span,
    const struct token *head)
{
	for (size_t i = 0; head && i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];

		if (mention->kind == MENTION_NAM &&
		    mention->span.start >= span.start &&
		    mention->span.end <= span.end &&
		    mention->span.start <= head->start &&
		    mention->span.end >= head->end)
			return mention;
	}
	return NULL;
}

const struct mention *
named_mention(const struct tagged *document, uint32_t number, struct span span,
    const struct token **head)
{
	const struct sentence *sentence = &document->text.sentences[number];
	struct span to_head = named_head(sentence, span, head);
	const struct mention *mention = speaker_mention(
	    &document->mentions[number], to_head);
	const struct mention *whole = titled_name(sentence,
	    &document->mentions[number], span);

	if (whole)
		return whole;
	if (mention && *head && mention->span.end >= (*head)->end)
		return mention;
	whole = speaker_mention(&document->mentions[number], span);
	if (whole && (!*head || whole->span.start == span.start) &&
	    whole->type == MENTION_PER && whole->kind == MENTION_NAM)
		return whole;	/* a title, and the name at its end */
	return name_around(&document->mentions[number], span, *head);
}

/*
 * The relative pronoun that a source is, or begins with: "who", "that",
 * "who has", "many of whom" (its head).
 */
static const struct token *
relative_of(const struct sentence *sentence, struct span span,
    const struct token *head)
{
	size_t first, behind;
	const struct token *token;

	tokens_in(sentence, span, &first, &behind);
	if (behind == first)
		return NULL;
	token = &sentence->tokens[first];
	if (token->tag == TAG_WP || token->tag == TAG_WDT ||
	    (behind == first + 1 && slice_is(token->lower, "that")))
		return token;
	return head && head->tag == TAG_WP ? head : NULL;
}

/* "those who", "something that": a word that stands for a noun. */
static bool
stands_alone(const struct token *token)
{
	return slice_is(token->lower, "those") || token->tag == TAG_PRP;
}

/* The last noun phrase of tokens 0..behind in their clause: its span. */
static bool
phrase_behind(const struct tagged *document, uint32_t number,
    size_t *behind, struct span *span)
{
	const struct token *tokens = document->text.sentences[number].tokens;
	const struct mentions *mentions = &document->mentions[number];
	size_t end = *behind, first;

	while (end > 0 && !tag_is_noun(tokens[end - 1].tag) &&
	    !stands_alone(&tokens[end - 1]))
		if (tag_is_verb(tokens[--end].tag))
			return false;
	if (end == 0)
		return false;
	first = end - 1;
	while (first > 0 && !stands_alone(&tokens[first]) &&
	    (tag_is_noun(tokens[first - 1].tag) ||
	    tokens[first - 1].tag == TAG_JJ ||
	    tokens[first - 1].tag == TAG_CD ||
	    tokens[first - 1].tag == TAG_DT))
		first--;
	*span = (struct span){ tokens[first].start, tokens[end - 1].end };
	for (size_t i = 0; i < mentions->count; i++)	/* "Bank of Ireland" */
		if (mentions->at[i].kind == MENTION_NAM &&
		    mentions->at[i].span.end == span->end &&
		    mentions->at[i].span.start < span->start)
			span->start = mentions->at[i].span.start;
	while (first > 0 && tokens[first].start > span->start)
		first--;
	*behind = first;
	return true;
}

/*
 * Can the relative pronoun stand for this noun phrase?  "Who" is a person, or
 * several: "Jim Berg, D-Ohio, who".  "That" defines, and a bare name needs no
 * defining: "a group in Oslo that".
 */
static bool
is_antecedent(const struct tagged *document, uint32_t number,
    struct span span, const struct token *relative,
    const struct mention *mention, const struct token *head)
{
	const struct sentence *sentence = &document->text.sentences[number];
	size_t first, behind;

	if (!head)
		return true;
	tokens_in(sentence, span, &first, &behind);
	if (relative->tag != TAG_WP)
		return !slice_is(relative->lower, "that") ||
		    !tag_is_name(head->tag) ||
		    sentence->tokens[first].tag == TAG_DT;
	if (mention && !named_is_local(mention->id))
		return mention->type == MENTION_PER ||
		    mention->type == MENTION_NORP;
	return !tag_is_name(head->tag) && head->text.length > 1;
}

struct span
named_antecedent(const struct tagged *document, uint32_t number,
    struct span span, const struct mention **mention,
    const struct token **head)
{
	const struct sentence *sentence = &document->text.sentences[number];
	const struct token *relative = relative_of(sentence, span, *head);
	struct span nearest = span;
	bool found_any = false;
	size_t behind;

	if (!relative)
		return span;
	behind = (size_t)(relative - sentence->tokens);
	while (phrase_behind(document, number, &behind, &span)) {
		const struct token *noun;
		const struct mention *found = named_mention(document, number,
		    span, &noun);
		bool fits = is_antecedent(document, number, span, relative,
		    found, noun);

		if (!found_any || fits) {
			found_any = true;
			nearest = span;
			*mention = found;
			*head = noun;
		}
		if (fits)
			break;
	}
	return nearest;
}
