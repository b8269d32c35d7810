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
#include "claims/named.h"
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

static enum source_type
type_of(const struct mention *mention, const struct token *head)
{
	enum source_type noun = head ? speaker_type(head->lemma) :
	    SOURCE_TYPE_COUNT;

	if (mention && !named_is_local(mention->id)) {
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
	if (head && tag_is_name(head->tag))	/* "gardaí", "the Port" */
		return mention ? SOURCE_PERSON : SOURCE_ORGANISATION;
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
	struct span source;
	uint32_t number;

	if (claim->form == FORM_NARRATION) {
		set_narrator(claim, document);
		return;
	}
	if (claim->source.count == 0) {
		set_nobody(claim, document);
		return;
	}
	source = claim->source.at[0];
	number = sentence_number(&document->text, source.start);
	mention = named_mention(document, number, source, &head);
	around = speaker_around(claims, claim, head);
	if (around) {
		claim->source_id = around->source_id;
		claim->source_type = around->source_type;
		return;
	}
	if (!mention)
		source = named_antecedent(document, number, source, &mention,
		    &head);
	claim->source_type = type_of(mention, head);
	claim->source_id = mention ? mention->id : made_id(document,
	    &document->text.sentences[number], named_head(
	    &document->text.sentences[number], source, &head));
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
	mention = named_mention(document, number, claim->addressee.at[0],
	    &head);
	claim->addressee_id = mention ? mention->id : made_id(document,
	    &document->text.sentences[number], claim->addressee.at[0]);
}
