/*
 * Who it is: the source's id through the mentions of tag-entities, and its
 * type.
 *
 * The head decides: "Secretary of State Antony Blinken" ends with a name;
 * "critics of Netanyahu" is no name, though it holds one.  What has no mention
 * gets an id of its document from its head noun (`critics@003`).
 */
#include "claims/describe.h"

#include "base/buffer.h"
#include "claims/speaker.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(institutions);

static const char *const columns[] = { "word", "type", NULL };
static struct lexicon institutions;

void
source_open(void)
{
	lexicon_add(&institutions, LEXICON_BYTES(institutions),
	    "institutions", columns);
}

uint32_t
sentence_number(const struct document *document, size_t byte)
{
	size_t low = 0, high = document->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (document->sentences[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return (uint32_t)low;
}

void
tokens_in(const struct sentence *sentence, struct span span, size_t *first,
    size_t *behind)
{
	size_t low = 0, high = sentence->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sentence->tokens[middle].start < span.start)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low < sentence->count && sentence->tokens[low].end <= span.end)
		low++;
	*behind = low;
}

/* The span up to the end of its first noun phrase's head. */
static struct span
head_span(const struct sentence *sentence, struct span span,
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

/* ------------------------------------------------------------------- type */

/* government, media, or organisation: by a word of the id. */
static enum source_type
institution_type(struct slice id)
{
	struct slice rest = id;
	const struct lexicon_row *row = lexicon_find(&institutions, id);

	while (!row && rest.at)
		row = lexicon_find(&institutions, slice_cut(&rest, '_'));
	if (!row)
		return SOURCE_ORGANISATION;
	return source_type_of(row->fields[1]);
}

static bool
is_unnamed(struct slice id)
{
	return memchr(id.at, '@', id.length) != NULL;
}

static enum source_type
type_of(const struct mention *mention, const struct token *head)
{
	enum source_type noun = head ? speaker_type(head->lemma) :
	    SOURCE_TYPE_COUNT;

	if (mention && !is_unnamed(mention->id)) {
		if (mention->type == MENTION_PER)
			return SOURCE_PERSON;
		if (mention->type == MENTION_GPE)
			return SOURCE_GOVERNMENT;
		if (mention->type == MENTION_ORG)
			return institution_type(mention->id);
	}
	if (noun != SOURCE_TYPE_COUNT)
		return noun;
	if (mention && mention->type == MENTION_ORG)
		return SOURCE_ORGANISATION;
	if (head && head->tag == TAG_NNP)
		return SOURCE_PERSON;
	if (head && head->tag == TAG_NNPS)
		return SOURCE_ORGANISATION;
	return mention ? SOURCE_ANONYMOUS_GROUP : SOURCE_UNSPECIFIED;
}

/* --------------------------------------------------------------------- id */

/* Words joined by `_`, and the document: "aid_officials@003". */
static struct slice
made_id(const struct tagged *document, const struct sentence *sentence,
    struct span span)
{
	struct buffer id = { 0 };
	struct slice copy;
	size_t first, behind;

	tokens_in(sentence, span, &first, &behind);
	for (size_t i = first; i < behind; i++) {
		const struct token *token = &sentence->tokens[i];

		if ((token->kind != TOKEN_WORD && token->kind !=
		    TOKEN_NUMBER) || token->tag == TAG_DT || token->tag ==
		    TAG_PRPS || token->tag == TAG_POS)
			continue;
		if (id.length > 0)
			buffer_add_byte(&id, '_');
		list_add_part(&id, token->lower);
	}
	if (id.length == 0)
		buffer_add(&id, SLICE("unspecified"));
	buffer_add_byte(&id, '@');
	buffer_add(&id, document->text.doc);
	copy = arena_copy(document->text.arena, buffer_slice(&id));
	buffer_free(&id);
	return copy;
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
	span.end = name->span.start;
	tokens_in(sentence, span, &first, &behind);
	return behind > first && leads_to_name(sentence, first, behind) ?
	    name : NULL;
}

static const struct mention *
mention_of(const struct tagged *document, uint32_t number, struct span span,
    const struct token **head)
{
	const struct sentence *sentence = &document->text.sentences[number];
	struct span to_head = head_span(sentence, span, head);
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
	return NULL;
}

/* "who", "which": the mention right before. */
static const struct mention *
antecedent(const struct tagged *document, uint32_t number, struct span span,
    const struct token **head)
{
	const struct sentence *sentence = &document->text.sentences[number];
	size_t first, behind, from, i;

	tokens_in(sentence, span, &first, &behind);
	i = first;
	while (i > 0 && !tag_is_noun(sentence->tokens[i - 1].tag))
		i--;
	if (i == 0)
		return NULL;
	from = i - 1;
	while (from > 0 && (tag_is_noun(sentence->tokens[from - 1].tag) ||
	    sentence->tokens[from - 1].tag == TAG_JJ ||
	    sentence->tokens[from - 1].tag == TAG_DT))
		from--;
	return mention_of(document, number, (struct span){
	    sentence->tokens[from].start, sentence->tokens[i - 1].end }, head);
}

/* I and we inside a quotation speak for its speaker. */
static const struct claim *
speaker_around(const struct claims *claims, const struct claim *claim,
    const struct token *head)
{
	if (!head || claim->parent < 0 || (!slice_is(head->lower, "i") &&
	    !slice_is(head->lower, "we") && !slice_is(head->lower, "my") &&
	    !slice_is(head->lower, "our")))
		return NULL;
	return &claims->at[claim->parent];
}

static void
set_narrator(struct claim *claim, const struct tagged *document)
{
	struct buffer id = { 0 };

	buffer_add(&id, SLICE("narrator@"));
	buffer_add(&id, document->text.doc);
	claim->source_type = SOURCE_NARRATOR;
	claim->source_id = arena_copy(document->text.arena, buffer_slice(&id));
	buffer_free(&id);
}

static void
set_nobody(struct claim *claim, const struct tagged *document)
{
	struct buffer id = { 0 };

	buffer_add(&id, SLICE("unspecified@"));
	buffer_add(&id, document->text.doc);
	claim->source_type = SOURCE_UNSPECIFIED;
	claim->source_id = arena_copy(document->text.arena, buffer_slice(&id));
	buffer_free(&id);
}

void
describe_source(struct claim *claim, const struct claims *claims,
    const struct tagged *document)
{
	const struct token *head = NULL;
	const struct mention *mention;
	const struct claim *around;
	uint32_t number;

	if (claim->form == FORM_NARRATION) {
		set_narrator(claim, document);
		return;
	}
	if (claim->source.count == 0) {
		set_nobody(claim, document);
		return;
	}
	number = sentence_number(&document->text, claim->source.at[0].start);
	mention = mention_of(document, number, claim->source.at[0], &head);
	around = speaker_around(claims, claim, head);
	if (around) {
		claim->source_id = around->source_id;
		claim->source_type = around->source_type;
		return;
	}
	if (!mention && head && (head->tag == TAG_WP || head->tag == TAG_WDT))
		mention = antecedent(document, number, claim->source.at[0],
		    &head);
	claim->source_type = type_of(mention, head);
	claim->source_id = mention ? mention->id : made_id(document,
	    &document->text.sentences[number], head_span(
	    &document->text.sentences[number], claim->source.at[0], &head));
}

void
describe_addressee(struct claim *claim, const struct tagged *document)
{
	const struct token *head;
	const struct mention *mention;
	uint32_t number;

	if (claim->addressee.count == 0)
		return;
	number = sentence_number(&document->text,
	    claim->addressee.at[0].start);
	mention = mention_of(document, number, claim->addressee.at[0], &head);
	claim->addressee_id = mention ? mention->id : made_id(document,
	    &document->text.sentences[number], claim->addressee.at[0]);
}
