/*
 * What the model of labels looks at.
 *
 * The rules have described the claim before; what they say is an attribute
 * like any other, so that the model learns where they can be trusted.  The
 * content of a claim inside says nothing of the claim around it.
 */
#include "claims/label_features.h"

#include "claims/describe.h"
#include "claims/label_view.h"
#include "model/vectors.h"

enum attribute {
	/* of the claim: in the first position alone */
	ATTRIBUTE_CUE, ATTRIBUTE_NOUN, ATTRIBUTE_CUE_ACT, ATTRIBUTE_CLASS,
	ATTRIBUTE_CUE_CERTAINTY, ATTRIBUTE_FORM, ATTRIBUTE_TENSE,
	ATTRIBUTE_NEGATED, ATTRIBUTE_RULE_ACT, ATTRIBUTE_RULE_CERTAINTY,
	ATTRIBUTE_RULE_POLARITY, ATTRIBUTE_RULE_TYPE, ATTRIBUTE_MODAL,
	ATTRIBUTE_VERB, ATTRIBUTE_VERB_TAG, ATTRIBUTE_SUBJECT,
	ATTRIBUTE_FIRST, ATTRIBUTE_FIRST_TAG, ATTRIBUTE_SECOND,
	ATTRIBUTE_QUESTION, ATTRIBUTE_INNER, ATTRIBUTE_ADDRESSEE,
	ATTRIBUTE_KIND, ATTRIBUTE_MENTION, ATTRIBUTE_NEGATIONS,
	ATTRIBUTE_VERB_NEGATED, ATTRIBUTE_NO, ATTRIBUTE_PARTY,
	ATTRIBUTE_ANSWER,
	/* of a word */
	ATTRIBUTE_WORD, ATTRIBUTE_SENSE, ATTRIBUTE_SENSE2, ATTRIBUTE_PENN,
	ATTRIBUTE_PLACE, ATTRIBUTE_SAID, ATTRIBUTE_AS, ATTRIBUTE_PART,
	ATTRIBUTE_COUNT
};

const char *const label_attributes[] = {
	[ATTRIBUTE_CUE] = "cue", [ATTRIBUTE_NOUN] = "noun",
	[ATTRIBUTE_CUE_ACT] = "cue_act", [ATTRIBUTE_CLASS] = "class",
	[ATTRIBUTE_CUE_CERTAINTY] = "cue_certainty",
	[ATTRIBUTE_FORM] = "form", [ATTRIBUTE_TENSE] = "tense",
	[ATTRIBUTE_NEGATED] = "negated", [ATTRIBUTE_RULE_ACT] = "rule_act",
	[ATTRIBUTE_RULE_CERTAINTY] = "rule_certainty",
	[ATTRIBUTE_RULE_POLARITY] = "rule_polarity",
	[ATTRIBUTE_RULE_TYPE] = "rule_type", [ATTRIBUTE_MODAL] = "modal",
	[ATTRIBUTE_VERB] = "verb", [ATTRIBUTE_VERB_TAG] = "verb_tag",
	[ATTRIBUTE_SUBJECT] = "subject", [ATTRIBUTE_FIRST] = "first",
	[ATTRIBUTE_FIRST_TAG] = "first_tag", [ATTRIBUTE_SECOND] = "second",
	[ATTRIBUTE_QUESTION] = "question", [ATTRIBUTE_INNER] = "inner",
	[ATTRIBUTE_ADDRESSEE] = "addressee", [ATTRIBUTE_KIND] = "kind",
	[ATTRIBUTE_MENTION] = "mention",
	[ATTRIBUTE_NEGATIONS] = "negations",
	[ATTRIBUTE_VERB_NEGATED] = "verb_negated", [ATTRIBUTE_NO] = "no",
	[ATTRIBUTE_PARTY] = "party", [ATTRIBUTE_ANSWER] = "answer",
	[ATTRIBUTE_WORD] = "word", [ATTRIBUTE_SENSE] = "sense",
	[ATTRIBUTE_SENSE2] = "sense2", [ATTRIBUTE_PENN] = "penn",
	[ATTRIBUTE_PLACE] = "place", [ATTRIBUTE_SAID] = "said",
	[ATTRIBUTE_AS] = "as", [ATTRIBUTE_PART] = "part",
	[ATTRIBUTE_COUNT] = NULL
};

/* In the order of enum label_kind. */
const char *const label_tags[] = {
	"act=accept", "act=accuse", "act=ask", "act=assess", "act=believe",
	"act=blame", "act=commit", "act=concede", "act=condemn",
	"act=confirm", "act=criticise", "act=demand", "act=deny", "act=doubt",
	"act=expect", "act=intend", "act=praise", "act=promise",
	"act=propose", "act=reject", "act=report", "act=seek", "act=state",
	"act=threaten", "act=urge", "act=warn", "act=withhold",
	"certainty=certain", "certainty=conditional", "certainty=confirmed",
	"certainty=desired", "certainty=expected", "certainty=future",
	"certainty=possible", "certainty=probable", "certainty=unknown",
	"certainty=unlikely",
	"type=anonymous_group", "type=anonymous_official",
	"type=anonymous_source", "type=document", "type=government",
	"type=media", "type=named_person", "type=organisation",
	"type=organisation_representative", "type=unspecified", NULL
};

static const char *const kind_heads[LABEL_KIND_COUNT] = {
	[LABEL_ACT] = "act=", [LABEL_CERTAINTY] = "certainty=",
	[LABEL_TYPE] = "type="
};

enum {
	SOURCE_WORDS_MAX = 12,
	CUE_WORDS_MAX = 8,
	SENSE_SIDES = 8
};

enum part { PART_CONTENT = 1, PART_SOURCE, PART_CUE };

static struct vectors vectors;

void
label_features_open(void)
{
	vectors_open(&vectors);
}

uint64_t
label_set(enum label_kind kind)
{
	uint64_t set = 0;

	for (unsigned tag = 0; label_tags[tag]; tag++)
		if (slice_begins(slice_of(label_tags[tag]),
		    slice_of(kind_heads[kind])))
			set |= (uint64_t)1 << tag;
	return set;
}

struct slice
label_of(unsigned tag)
{
	struct slice rest = slice_of(label_tags[tag]);

	slice_cut(&rest, '=');
	return rest;
}

unsigned
label_tag(enum label_kind kind, struct slice label)
{
	for (uint64_t set = label_set(kind); set; set &= set - 1) {
		unsigned tag = (unsigned)__builtin_ctzll(set);

		if (slice_equal(label_of(tag), label))
			return tag;
	}
	return LABEL_NONE;
}

static uint32_t
of_word(const struct token *token)
{
	if (token->kind == TOKEN_NUMBER || token->tag == TAG_CD)
		return label_text(SLICE("#"));
	if (tag_is_name(token->tag))
		return label_text(SLICE("Name"));
	return label_text(token->lemma);
}

/*
 * Words of like use: those whose vectors point to the same side in each of the
 * directions in which vectors differ most.
 */
static uint32_t
of_sense(const struct token *token, int from)
{
	const int8_t *vector;
	unsigned sides = 0;

	if (tag_is_name(token->tag) || (!tag_is_verb(token->tag) &&
	    !tag_is_noun(token->tag) && token->tag != TAG_JJ))
		return 0;
	vector = vectors_find(&vectors, token->lemma);
	for (int i = from; vector && i < from + SENSE_SIDES; i++)
		sides = sides << 1 | (vector[i] > 0);
	return vector ? label_number(sides) : 0;
}

/* ------------------------------------------------------------- the lattice */

static void
set_claim(uint32_t *row, const struct label_view *view)
{
	const struct claim *claim = view->claim;
	const struct cue *cue = claim->noun ? claim->noun : claim->entry;
	size_t verb = label_verb_place(view), first_verb = verb;

	row[ATTRIBUTE_CUE] = label_text(claim->entry ? claim->entry->key :
	    spans_text(&claim->cue, view->document));
	row[ATTRIBUTE_NOUN] = claim->noun ? label_text(claim->noun->key) : 0;
	row[ATTRIBUTE_CUE_ACT] = label_text(cue ? cue->act : SLICE("none"));
	row[ATTRIBUTE_CLASS] = label_number(cue ? (unsigned)cue->pos * 8 +
	    (unsigned)cue->class : 100);
	row[ATTRIBUTE_CUE_CERTAINTY] = label_text(cue ? cue->certainty :
	    SLICE("none"));
	row[ATTRIBUTE_FORM] = label_number(claim->form);
	row[ATTRIBUTE_TENSE] = label_number(claim->tense);
	row[ATTRIBUTE_NEGATED] = label_number(claim->negated);
	row[ATTRIBUTE_RULE_ACT] = label_text(claim->act);
	row[ATTRIBUTE_RULE_CERTAINTY] = label_text(claim->certainty);
	row[ATTRIBUTE_RULE_POLARITY] = label_number(claim->negative);
	row[ATTRIBUTE_RULE_TYPE] = label_number(claim->source_type);
	row[ATTRIBUTE_SUBJECT] = label_subject(view, verb);
	row[ATTRIBUTE_QUESTION] = label_number(label_is_question(view));
	row[ATTRIBUTE_INNER] = label_text(view->inner && view->inner->entry ?
	    view->inner->entry->act : SLICE("none"));
	row[ATTRIBUTE_ADDRESSEE] = label_number(claim->addressee.count > 0);
	row[ATTRIBUTE_KIND] = label_number(view->document->text.sentences[
	    claim->sentence].kind);
	row[ATTRIBUTE_MENTION] = label_mention(view);
	row[ATTRIBUTE_NEGATIONS] = label_number(label_negation_count(view));
	row[ATTRIBUTE_PARTY] = label_number(label_names_party(view));
	row[ATTRIBUTE_ANSWER] = label_number(label_answered(view));
	if (verb < view->count) {
		const struct token *token = view->content[verb];

		row[ATTRIBUTE_MODAL] = token->tag == TAG_MD ?
		    label_text(token->lower) : label_text(SLICE("none"));
		while (verb + 1 < view->count && (token->tag == TAG_MD ||
		    token->tag == TAG_RB || slice_is(token->lemma, "be") ||
		    slice_is(token->lemma, "have")))
			token = view->content[++verb];
		row[ATTRIBUTE_VERB_NEGATED] = label_number(
		    label_verb_negated(view, first_verb, verb));
		row[ATTRIBUTE_VERB] = of_word(token);
		row[ATTRIBUTE_VERB_TAG] = label_number(token->tag);
	}
	row[ATTRIBUTE_NO] = label_number(label_no_place(view, verb));
	if (view->count > 0) {
		row[ATTRIBUTE_FIRST] = of_word(view->content[0]);
		row[ATTRIBUTE_FIRST_TAG] = label_number(view->content[0]->tag);
	}
	if (view->count > 1)
		row[ATTRIBUTE_SECOND] = of_word(view->content[1]);
}

static void
set_word(uint32_t *row, const struct label_view *view,
    const struct token *token, enum part part, size_t place)
{
	const struct claim *claim = view->claim;
	const struct cue *cue = claim->noun ? claim->noun : claim->entry;

	row[ATTRIBUTE_WORD] = of_word(token);
	row[ATTRIBUTE_SENSE] = of_sense(token, 0);
	row[ATTRIBUTE_SENSE2] = of_sense(token, SENSE_SIDES);
	row[ATTRIBUTE_PENN] = label_number(token->tag);
	row[ATTRIBUTE_PART] = label_number(part);
	row[ATTRIBUTE_PLACE] = label_number(place < 1 ? 0 : place < 4 ? 1 :
	    place < 10 ? 2 : 3);
	row[ATTRIBUTE_SAID] = label_text(cue ? cue->act : SLICE("none"));
	row[ATTRIBUTE_AS] = label_text(claim->act);
}

/* Words of the first spans of a part, up to max, into tokens. */
static size_t
words_of(const struct label_view *view, const struct spans *spans,
    const struct token *tokens[], size_t max)
{
	size_t count = 0;

	for (size_t i = 0; i < spans->count; i++) {
		const struct sentence *sentence =
		    &view->document->text.sentences[sentence_number(
		    &view->document->text, spans->at[i].start)];
		size_t first, behind;

		tokens_in(sentence, spans->at[i], &first, &behind);
		for (; first < behind && count < max; first++)
			tokens[count++] = &sentence->tokens[first];
	}
	return count;
}

void
label_lattice(struct lattice *lattice, const struct claim *claim,
    const struct claims *claims, const struct tagged *document)
{
	struct label_view view = { .claim = claim, .claims = claims,
	    .document = document };
	const struct token *source[SOURCE_WORDS_MAX], *cue[CUE_WORDS_MAX];
	size_t sources = 0, cues, at = 2;

	label_view_read(&view);
	if (claim->source.count > 0)
		sources = words_of(&view, &claim->source, source,
		    SOURCE_WORDS_MAX);
	cues = words_of(&view, &claim->cue, cue, CUE_WORDS_MAX);
	/* a position without attributes between the parts */
	lattice_start(lattice, 4 + view.count + sources + cues,
	    ATTRIBUTE_COUNT);
	set_claim(lattice_at(lattice, 0), &view);
	for (size_t i = 0; i < view.count; i++)
		set_word(lattice_at(lattice, at++), &view, view.content[i],
		    PART_CONTENT, i);
	at++;
	for (size_t i = 0; i < sources; i++)
		set_word(lattice_at(lattice, at++), &view, source[i],
		    PART_SOURCE, sources - 1 - i);
	at++;
	for (size_t i = 0; i < cues; i++)
		set_word(lattice_at(lattice, at++), &view, cue[i], PART_CUE,
		    i);
}
