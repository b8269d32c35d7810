/*
 * What the model of labels looks at.
 *
 * The rules have described the claim before; what they say is an attribute
 * like any other, so that the model learns where they can be trusted.  The
 * content of a claim inside says nothing of the claim around it.
 */
#include "claims/label_features.h"

#include "base/hash.h"
#include "claims/describe.h"
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
	WORDS_MAX = 16,		/* of the content: what comes later adds
				   detail */
	SOURCE_WORDS_MAX = 12,
	CUE_WORDS_MAX = 8,
	NEAR_CLAIMS = 64,	/* to either side that may stand in a claim */
	INNER_MAX = 16,
	SENSE_SIDES = 8,
	ANSWER_CLAIMS = 12	/* before, that one may be an answer to */
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

/* ---------------------------------------------------------------- numbers */

static uint32_t
of_text(struct slice text)
{
	return text.length > 0 ? (uint32_t)hash_bytes(text) | 1 : 0;
}

/* A number from 0 on as an attribute, none of which is 0. */
static uint32_t
of_number(unsigned number)
{
	return number * 2 + 3;
}

static uint32_t
of_word(const struct token *token)
{
	if (token->kind == TOKEN_NUMBER || token->tag == TAG_CD)
		return of_text(SLICE("#"));
	if (tag_is_name(token->tag))
		return of_text(SLICE("Name"));
	return of_text(token->lemma);
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
	return vector ? of_number(sides) : 0;
}

static bool
is_mark(const struct token *token)
{
	return token->kind == TOKEN_OPENING || token->kind == TOKEN_CLOSING;
}

/* ---------------------------------------------------------------- reading */

/* The words of a claim, in the order in which they stand in the lattice. */
struct view {
	const struct claim *claim;
	const struct claims *claims;
	const struct tagged *document;
	const struct claim *inner;	/* the first claim inside, or NULL */
	const struct token *content[WORDS_MAX];
	size_t count;
	uint32_t sentence;		/* of the content */
};

static bool
is_in(const struct spans *spans, const struct token *token)
{
	for (size_t i = 0; i < spans->count; i++)
		if (spans->at[i].start <= token->start &&
		    token->end <= spans->at[i].end)
			return true;
	return false;
}

static size_t
inner_claims(const struct view *view, const struct claim *inner[])
{
	size_t index = (size_t)(view->claim - view->claims->at), count = 0;
	size_t i = index > NEAR_CLAIMS ? index - NEAR_CLAIMS : 0;

	for (; i < view->claims->count && i < index + NEAR_CLAIMS &&
	    count < INNER_MAX; i++)
		if (view->claims->at[i].parent == (int)index)
			inner[count++] = &view->claims->at[i];
	return count;
}

static void
view_content(struct view *view)
{
	const struct claim *inner[INNER_MAX];
	size_t count = inner_claims(view, inner);
	const struct spans *content = &view->claim->content;

	view->inner = count > 0 ? inner[0] : NULL;
	for (size_t i = 0; i < content->count; i++) {
		const struct sentence *sentence;
		size_t first, behind;

		view->sentence = sentence_number(&view->document->text,
		    content->at[i].start);
		sentence = &view->document->text.sentences[view->sentence];
		tokens_in(sentence, content->at[i], &first, &behind);
		for (; first < behind && view->count < WORDS_MAX; first++) {
			const struct token *token = &sentence->tokens[first];
			bool inside = is_mark(token);

			for (size_t k = 0; k < count && !inside; k++)
				inside = is_in(&inner[k]->content, token);
			if (!inside)
				view->content[view->count++] = token;
		}
	}
}

/* The place of the first modal or verb in the content, or its end. */
static size_t
verb_place(const struct view *view)
{
	size_t i = 0;

	while (i < view->count && view->content[i]->tag != TAG_MD &&
	    !tag_is_verb(view->content[i]->tag))
		i++;
	return i;
}

static uint32_t
subject_of(const struct view *view, size_t verb)
{
	const struct mentions *mentions =
	    &view->document->mentions[view->sentence];
	uint32_t subject = of_text(SLICE("thing"));

	if (verb == view->count)
		return of_text(SLICE("no verb"));
	if (verb == 0)
		return of_text(SLICE("none"));
	for (size_t i = 0; i < verb; i++) {
		const struct token *token = view->content[i];

		if (slice_is(token->lower, "i") || slice_is(token->lower,
		    "we"))
			return of_text(SLICE("self"));
		if (token->tag == TAG_EX || slice_is(token->lower, "it") ||
		    slice_is(token->lower, "this") ||
		    slice_is(token->lower, "that"))
			subject = of_text(token->lower);
	}
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];

		if (mention->span.start < view->content[0]->start ||
		    mention->span.end > view->content[verb - 1]->end)
			continue;
		if (slice_equal(mention->id, view->claim->source_id))
			return of_text(SLICE("self"));
		if (mention->type == MENTION_PER || mention->type ==
		    MENTION_ORG || mention->type == MENTION_GPE)
			subject = of_text(SLICE("party"));
	}
	return subject;
}

/* Does the content name a party other than the source? */
static bool
names_party(const struct view *view)
{
	const struct mentions *mentions =
	    &view->document->mentions[view->sentence];

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		struct span content = view->claim->content.at[0];

		if (content.start <= mention->span.start &&
		    mention->span.end <= content.end && mention->type <=
		    MENTION_GPE && !slice_equal(mention->id,
		    view->claim->source_id))
			return true;
	}
	return false;
}

static unsigned
negation_count(const struct view *view)
{
	unsigned count = 0;

	for (size_t i = 0; i < view->count && count < 2; i++)
		count += slice_is(view->content[i]->lower, "not") ||
		    slice_is(view->content[i]->lower, "n't") ||
		    slice_is(view->content[i]->lower, "no") ||
		    slice_is(view->content[i]->lower, "never");
	return count;
}

static bool
is_negation(const struct token *token)
{
	return slice_is(token->lower, "not") || slice_is(token->lower, "n't")
	    || slice_is(token->lower, "never");
}

/* Is the main verb negated, or "failed to" and the like? */
static unsigned
verb_negated(const struct view *view, size_t verb, size_t main)
{
	size_t i = verb > 2 ? verb - 2 : 0;

	for (; i < view->count && i <= main + 1; i++)
		if (is_negation(view->content[i]))
			return i > main ? 2 : 1;
	return 0;
}

/* "no", "nobody": before its verb (1), right behind (2), farther (3). */
static unsigned
no_place(const struct view *view, size_t main)
{
	for (size_t i = 0; i < view->count; i++) {
		struct slice word = view->content[i]->lower;

		if (slice_is(word, "no") || slice_is(word, "nobody") ||
		    slice_is(word, "none") || slice_is(word, "nothing") ||
		    slice_is(word, "neither") || slice_is(word, "nor") ||
		    slice_is(word, "without"))
			return i < main ? 1 : i < main + 3 ? 2 : 3;
	}
	return 0;
}

/* Has the content the word in it? */
static bool
has_word(const struct spans *content, const struct tagged *document,
    struct slice lemma)
{
	for (size_t i = 0; i < content->count; i++) {
		const struct sentence *sentence = &document->text.sentences[
		    sentence_number(&document->text, content->at[i].start)];
		size_t first, behind;

		tokens_in(sentence, content->at[i], &first, &behind);
		for (; first < behind; first++)
			if (slice_equal(sentence->tokens[first].lemma, lemma))
				return true;
	}
	return false;
}

/*
 * How many nouns and verbs of the content somebody else has said shortly
 * before: a negation of those denies.
 */
static unsigned
answered(const struct view *view)
{
	size_t index = (size_t)(view->claim - view->claims->at);
	size_t from = index > ANSWER_CLAIMS ? index - ANSWER_CLAIMS : 0;
	unsigned most = 0;

	for (size_t i = from; i < index; i++) {
		const struct claim *other = &view->claims->at[i];
		unsigned words = 0;

		if (slice_equal(other->source_id, view->claim->source_id))
			continue;
		for (size_t k = 0; k < view->count; k++) {
			const struct token *token = view->content[k];

			words += (tag_is_noun(token->tag) || (tag_is_verb(
			    token->tag) && token->lemma.length > 4)) &&
			    has_word(&other->content, view->document,
			    token->lemma);
		}
		if (words > most)
			most = words;
	}
	return most > 3 ? 3 : most;
}

static bool
is_question(const struct view *view)
{
	struct span span = view->claim->content.at[
	    view->claim->content.count - 1];
	const struct sentence *sentence =
	    &view->document->text.sentences[view->sentence];
	size_t first, behind;

	for (size_t i = 0; i < view->count; i++)
		if (slice_is(view->content[i]->text, "?"))
			return true;
	tokens_in(sentence, span, &first, &behind);
	return behind < sentence->count &&
	    slice_is(sentence->tokens[behind].text, "?");
}

static uint32_t
mention_at(const struct view *view)
{
	const struct claim *claim = view->claim;
	const struct mentions *mentions;
	uint32_t number;

	if (claim->source.count == 0)
		return of_text(SLICE("none"));
	number = sentence_number(&view->document->text,
	    claim->source.at[0].start);
	mentions = &view->document->mentions[number];
	for (size_t i = 0; i < mentions->count; i++)
		if (slice_equal(mentions->at[i].id, claim->source_id))
			return of_number((unsigned)mentions->at[i].type * 8 +
			    (unsigned)mentions->at[i].kind);
	return of_text(SLICE("other"));
}

/* ------------------------------------------------------------- the lattice */

static void
set_claim(uint32_t *row, const struct view *view)
{
	const struct claim *claim = view->claim;
	const struct cue *cue = claim->noun ? claim->noun : claim->entry;
	size_t verb = verb_place(view), first_verb = verb;

	row[ATTRIBUTE_CUE] = of_text(claim->entry ? claim->entry->key :
	    spans_text(&claim->cue, view->document));
	row[ATTRIBUTE_NOUN] = claim->noun ? of_text(claim->noun->key) : 0;
	row[ATTRIBUTE_CUE_ACT] = of_text(cue ? cue->act : SLICE("none"));
	row[ATTRIBUTE_CLASS] = of_number(cue ? (unsigned)cue->pos * 8 +
	    (unsigned)cue->class : 100);
	row[ATTRIBUTE_CUE_CERTAINTY] = of_text(cue ? cue->certainty :
	    SLICE("none"));
	row[ATTRIBUTE_FORM] = of_number(claim->form);
	row[ATTRIBUTE_TENSE] = of_number(claim->tense);
	row[ATTRIBUTE_NEGATED] = of_number(claim->negated);
	row[ATTRIBUTE_RULE_ACT] = of_text(claim->act);
	row[ATTRIBUTE_RULE_CERTAINTY] = of_text(claim->certainty);
	row[ATTRIBUTE_RULE_POLARITY] = of_number(claim->negative);
	row[ATTRIBUTE_RULE_TYPE] = of_number(claim->source_type);
	row[ATTRIBUTE_SUBJECT] = subject_of(view, verb);
	row[ATTRIBUTE_QUESTION] = of_number(is_question(view));
	row[ATTRIBUTE_INNER] = of_text(view->inner && view->inner->entry ?
	    view->inner->entry->act : SLICE("none"));
	row[ATTRIBUTE_ADDRESSEE] = of_number(claim->addressee.count > 0);
	row[ATTRIBUTE_KIND] = of_number(view->document->text.sentences[
	    claim->sentence].kind);
	row[ATTRIBUTE_MENTION] = mention_at(view);
	row[ATTRIBUTE_NEGATIONS] = of_number(negation_count(view));
	row[ATTRIBUTE_PARTY] = of_number(names_party(view));
	row[ATTRIBUTE_ANSWER] = of_number(answered(view));
	if (verb < view->count) {
		const struct token *token = view->content[verb];

		row[ATTRIBUTE_MODAL] = token->tag == TAG_MD ?
		    of_text(token->lower) : of_text(SLICE("none"));
		while (verb + 1 < view->count && (token->tag == TAG_MD ||
		    token->tag == TAG_RB || slice_is(token->lemma, "be") ||
		    slice_is(token->lemma, "have")))
			token = view->content[++verb];
		row[ATTRIBUTE_VERB_NEGATED] = of_number(verb_negated(view,
		    first_verb, verb));
		row[ATTRIBUTE_VERB] = of_word(token);
		row[ATTRIBUTE_VERB_TAG] = of_number(token->tag);
	}
	row[ATTRIBUTE_NO] = of_number(no_place(view, verb));
	if (view->count > 0) {
		row[ATTRIBUTE_FIRST] = of_word(view->content[0]);
		row[ATTRIBUTE_FIRST_TAG] = of_number(view->content[0]->tag);
	}
	if (view->count > 1)
		row[ATTRIBUTE_SECOND] = of_word(view->content[1]);
}

static void
set_word(uint32_t *row, const struct view *view, const struct token *token,
    enum part part, size_t place)
{
	const struct claim *claim = view->claim;
	const struct cue *cue = claim->noun ? claim->noun : claim->entry;

	row[ATTRIBUTE_WORD] = of_word(token);
	row[ATTRIBUTE_SENSE] = of_sense(token, 0);
	row[ATTRIBUTE_SENSE2] = of_sense(token, SENSE_SIDES);
	row[ATTRIBUTE_PENN] = of_number(token->tag);
	row[ATTRIBUTE_PART] = of_number(part);
	row[ATTRIBUTE_PLACE] = of_number(place < 1 ? 0 : place < 4 ? 1 :
	    place < 10 ? 2 : 3);
	row[ATTRIBUTE_SAID] = of_text(cue ? cue->act : SLICE("none"));
	row[ATTRIBUTE_AS] = of_text(claim->act);
}

/* Words of the first spans of a part, up to max, into tokens. */
static size_t
words_of(const struct view *view, const struct spans *spans,
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
	struct view view = { .claim = claim, .claims = claims,
	    .document = document };
	const struct token *source[SOURCE_WORDS_MAX], *cue[CUE_WORDS_MAX];
	size_t sources = 0, cues, at = 2;

	view_content(&view);
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
