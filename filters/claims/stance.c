/*
 * How it is said: act, certainty, polarity and hedges.
 *
 * The cue says most; where it is neutral ("said"), words of the content
 * decide.  A hedge of the content weakens the cue's certainty, a modal
 * changes it, a negation of either turns the polarity.
 */
#include "claims/describe.h"

#include "base/buffer.h"
#include "claims/words.h"

LEXICON_BUILTIN(acts);
LEXICON_BUILTIN(certainty);
LEXICON_BUILTIN(hedges);
LEXICON_BUILTIN(negators);

/* What the table of modal verbs may say: "would" depends on the cue's tense. */
static const char *const modal_names[] = {
	"unknown", "conditional", "unlikely", "possible", "probable",
	"desired", "expected", "future", "confirmed", "certain", "would", NULL
};

static struct lexicon acts, modals, hedges, negators;

/* What the content's words say, in the order of their standing. */
struct reading {
	struct buffer hedges;
	struct slice hedge, modal, act;
	bool own_modal, own_act;	/* they are of a user's row */
	const struct span *inner;	/* contents of the claims inside it, */
	size_t inner_count;		/* whose words say nothing of it */
	bool negated, condition;
	bool past_comma, past_clause;
	size_t words;
};

enum {
	NEAR = 10,		/* words in: the main clause's negation */
	NEAR_CLAIMS = 64,	/* to either side that may stand in a claim */
	INNER_MAX = 16
};

/* The rows of a user's files over those of a table, checked. */
static void
add_own(struct lexicon *lexicon, const struct option_list *files,
    const char *const columns[], const char *const names[], const char *name,
    const char *wrong)
{
	for (size_t i = 0; i < files->count; i++)
		lexicon_add_file(lexicon, files->values[i], columns);
	for (size_t i = 0; i < lexicon->count; i++)
		if (!name_is_of(names, lexicon_row(lexicon, i)->fields[1]))
			lexicon_refuse(lexicon, lexicon_row(lexicon, i), name,
			    wrong);
}

void
stance_open(const struct option_list *own_acts,
    const struct option_list *own_certainties)
{
	static const char *const act[] = { "word", "act", NULL };
	static const char *const modal[] = { "word", "certainty", NULL };
	static const char *const hedge[] = { "hedge", "certainty", NULL };
	static const char *const negator[] = { "negator", "kind", NULL };

	lexicon_add(&acts, LEXICON_BYTES(acts), "acts", act);
	lexicon_add(&modals, LEXICON_BYTES(certainty), "certainty", modal);
	lexicon_add(&hedges, LEXICON_BYTES(hedges), "hedges", hedge);
	lexicon_add(&negators, LEXICON_BYTES(negators), "negators", negator);
	add_own(&acts, own_acts, act, act_names, "acts", "no such act; "
	    "hearsay-extract-claims(1) lists them");
	add_own(&modals, own_certainties, modal, modal_names, "certainty",
	    "no such certainty; hearsay-extract-claims(1) lists them");
}

static int
rank(struct slice certainty)
{
	int i = 0;

	while (certainty_names[i] && !slice_is(certainty, certainty_names[i]))
		i++;
	return i;
}

static struct slice
first_of(struct slice a, struct slice b)
{
	return rank(b) < rank(a) ? b : a;
}

static bool
is_inner(const struct reading *reading, const struct token *token)
{
	for (size_t i = 0; i < reading->inner_count; i++)
		if (reading->inner[i].start <= token->start &&
		    token->end <= reading->inner[i].end)
			return true;
	return false;
}

static void
add_hedge(struct reading *reading, const struct token *tokens, size_t i,
    size_t end)
{
	if (reading->hedges.length > 0)
		buffer_add_byte(&reading->hedges, ';');
	for (size_t k = i; k < end; k++) {
		if (k > i)
			buffer_add_byte(&reading->hedges, ' ');
		buffer_add(&reading->hedges, tokens[k].lower);
	}
}

/* "in May", "28 May": no modal. */
static bool
is_month(const struct token *tokens, size_t i)
{
	return slice_is(tokens[i].lower, "may") && (tokens[i].tag != TAG_MD ||
	    (i > 0 && tokens[i - 1].kind == TOKEN_NUMBER));
}

/* The first modal of the content is its own; a user's before any other. */
static void
set_modal(struct reading *reading, const struct lexicon_row *row)
{
	bool own = lexicon_is_own(&modals, row);

	if (reading->modal.length > 0 && (reading->own_modal || !own))
		return;
	reading->modal = row->fields[1];
	reading->own_modal = own;
}

/* So with what it does, which stands near its beginning or is a user's. */
static void
set_act(struct reading *reading, const struct lexicon_row *row)
{
	bool own = lexicon_is_own(&acts, row);

	if ((reading->act.length > 0 || reading->words >= NEAR - 2) &&
	    (reading->own_act || !own))
		return;
	reading->act = row->fields[1];
	reading->own_act = own;
}

/* "not by road but by ferry": what is said is what comes behind "but". */
static bool
is_corrected(const struct token *tokens, size_t i, size_t behind)
{
	if (!slice_is(tokens[i].lower, "not"))
		return false;
	while (++i < behind && !tag_is_verb(tokens[i].tag) &&
	    tokens[i].tag != TAG_MD)
		if (slice_is(tokens[i].lower, "but"))
			return true;
	return false;
}

static void
read_span(struct reading *reading, const struct sentence *sentence,
    struct span span)
{
	size_t i, behind, end, negator_end = 0;

	tokens_in(sentence, span, &i, &behind);
	for (; i < behind; i++, reading->words++) {
		const struct token *tokens = sentence->tokens;
		const struct lexicon_row *row;

		if (is_inner(reading, &tokens[i]))
			continue;
		row = words_match(&hedges, tokens, i, behind, &end);
		if (row && !is_month(tokens, i)) {
			add_hedge(reading, tokens, i, end);
			if (reading->hedge.length == 0 || rank(row->fields[1])
			    < rank(SLICE("possible")))
				reading->hedge = first_of(reading->hedge,
				    row->fields[1]);
		}
		row = words_match(&modals, tokens, i, behind, &end);
		if (row)
			set_modal(reading, row);
		row = i < negator_end ? NULL :
		    words_match(&negators, tokens, i, behind, &end);
		if (row)
			negator_end = end;
		if (reading->words == 1 && slice_is(tokens[i].lower, "if"))
			reading->condition = true;
		if (tokens[i].tag == TAG_COMMA && reading->words > 2)
			reading->past_comma = true;
		if (row && slice_is(row->fields[1], "clause"))
			reading->past_clause |= reading->words > 0;
		else if (row && reading->words < NEAR && !reading->past_comma
		    && !reading->past_clause && !reading->condition &&
		    !slice_is(row->fields[1], "none") &&
		    !is_corrected(tokens, i, behind))
			reading->negated = true;
		row = words_match(&acts, tokens, i, behind, &end);
		if (row)
			set_act(reading, row);
	}
}

static void
read_spans(struct reading *reading, const struct tagged *document,
    const struct spans *spans)
{
	for (size_t i = 0; i < spans->count; i++) {
		uint32_t number = sentence_number(&document->text,
		    spans->at[i].start);

		read_span(reading, &document->text.sentences[number],
		    spans->at[i]);
	}
}

static struct slice
certainty_of(const struct claim *claim, const struct reading *reading,
    struct slice base)
{
	struct slice certainty = first_of(base, reading->hedge);

	if (claim->expected)
		return SLICE("expected");
	if (claim->tense == TENSE_FUTURE)
		return SLICE("future");
	if (reading->condition)
		return first_of(certainty, SLICE("conditional"));
	if (slice_is(reading->modal, "would"))	/* "said it would": will */
		return first_of(certainty, claim->tense == TENSE_PAST ||
		    claim->tense == TENSE_PERFECT ? SLICE("future") :
		    SLICE("conditional"));
	return first_of(certainty, reading->modal);
}

/* What a cue does when its content is an infinitive: "agreed to pay". */
static const struct {
	const char *act, *with_infinitive, *certainty;
} infinitives[] = {
	{ "accept", "commit", "future" },
	{ "ask", "urge", "desired" },
	{ "state", "demand", "desired" }
};

static bool
begins_with_infinitive(const struct claim *claim,
    const struct tagged *document)
{
	const struct sentence *sentence = &document->text.sentences[
	    sentence_number(&document->text, claim->content.at[0].start)];
	size_t first, behind;

	tokens_in(sentence, claim->content.at[0], &first, &behind);
	if (first < behind && slice_is(sentence->tokens[first].lower, "not"))
		first++;
	return first + 1 < behind && sentence->tokens[first].tag == TAG_TO &&
	    sentence->tokens[first + 1].tag == TAG_VB;
}

static void
read_infinitive(struct claim *claim, const struct tagged *document)
{
	size_t count = sizeof(infinitives) / sizeof(*infinitives);

	if (!claim->entry || claim->entry->pos != CUE_VERB || claim->noun ||
	    !begins_with_infinitive(claim, document))
		return;
	for (size_t i = 0; i < count; i++)
		if (slice_is(claim->entry->act, infinitives[i].act)) {
			claim->act = slice_of(infinitives[i].with_infinitive);
			claim->certainty = first_of(rank(claim->certainty) <
			    rank(SLICE("desired")) && !slice_is(
			    claim->certainty, "unknown") ? claim->certainty :
			    SLICE("certain"),
			    slice_of(infinitives[i].certainty));
			return;
		}
}

static bool
is_mark(const struct token *token)
{
	return token->kind == TOKEN_OPENING || token->kind == TOKEN_CLOSING;
}

/* Does what is said end as a question? */
static bool
is_question(const struct claim *claim, const struct tagged *document)
{
	struct span span = claim->content.at[claim->content.count - 1];
	const struct sentence *sentence = &document->text.sentences[
	    sentence_number(&document->text, span.end - 1)];
	size_t first, i;

	tokens_in(sentence, span, &first, &i);
	if (i < sentence->count && slice_is(sentence->tokens[i].text, "?"))
		return true;
	while (i > first && is_mark(&sentence->tokens[i - 1]))
		i--;
	return i > first && slice_is(sentence->tokens[i - 1].text, "?");
}

/* The first word of the content, or NULL; marks are none. */
static const struct token *
first_word(const struct claim *claim, const struct tagged *document)
{
	const struct sentence *sentence = &document->text.sentences[
	    sentence_number(&document->text, claim->content.at[0].start)];
	size_t first, behind;

	tokens_in(sentence, claim->content.at[0], &first, &behind);
	while (first < behind && is_mark(&sentence->tokens[first]))
		first++;
	return first < behind ? &sentence->tokens[first] : NULL;
}

static bool
is_wh(const struct token *word)
{
	return word && (word->tag == TAG_WRB || word->tag == TAG_WP ||
	    word->tag == TAG_WDT || slice_is(word->lower, "whether"));
}

/* "did not say whether", "gave no word on who", "said nothing about it" */
static bool
is_withheld(const struct claim *claim, const struct tagged *document,
    bool negated_cue)
{
	const struct token *word = first_word(claim, document);

	return (claim->negated || negated_cue) && claim->entry &&
	    claim->entry->class != CUE_ATTITUDE &&
	    (is_wh(word) || (word && slice_is(word->lower, "about")));
}

/* “Count for yourself.” */
static bool
is_imperative(const struct claim *claim, const struct tagged *document)
{
	const struct token *word = first_word(claim, document);

	return (claim->form == FORM_DIRECT || claim->form == FORM_FREE_DIRECT)
	    && word && (word->tag == TAG_VB || slice_is(word->lower,
	    "please"));
}

static struct slice
act_of(const struct claim *claim, const struct reading *reading)
{
	const struct cue *entry = claim->noun ? claim->noun : claim->entry;
	struct slice act = entry ? entry->act : SLICE("state");

	if (claim->form == FORM_WITHHELD)
		return SLICE("withhold");
	if (claim->form == FORM_NARRATION)
		return slice_is(reading->act, "assess") ? SLICE("assess") :
		    SLICE("report");
	if (slice_is(act, "urge") && claim->source_type == SOURCE_DOCUMENT)
		return SLICE("propose");
	if (slice_is(act, "state") && reading->act.length > 0 &&
	    !slice_is(reading->act, "promise"))
		return reading->act;
	return act;
}

/* The contents of the claims right inside a claim. */
static size_t
inner_contents(const struct claim *claim, const struct claims *claims,
    struct span inner[], size_t max)
{
	size_t index = (size_t)(claim - claims->at), count = 0;
	size_t i = index > NEAR_CLAIMS ? index - NEAR_CLAIMS : 0;

	for (; i < claims->count && i < index + NEAR_CLAIMS; i++) {
		const struct claim *other = &claims->at[i];

		if (other->parent != (int)index)
			continue;
		for (size_t k = 0; k < other->content.count && count < max;
		    k++)
			inner[count++] = other->content.at[k];
	}
	return count;
}

void
describe_stance(struct claim *claim, const struct claims *claims,
    const struct tagged *document)
{
	struct span inner[INNER_MAX];
	struct reading reading = { .inner = inner };
	const struct cue *entry = claim->noun ? claim->noun : claim->entry;

	read_spans(&reading, document, &claim->cue);
	if (is_withheld(claim, document, reading.negated)) {
		claim->form = FORM_WITHHELD;
		claim->negated = false;
	}
	reading.negated = false;
	reading.modal = reading.act = reading.hedge = (struct slice){ 0 };
	reading.own_modal = reading.own_act = false;
	reading.words = 0;
	reading.past_comma = reading.past_clause = reading.condition = false;
	reading.inner_count = inner_contents(claim, claims, inner, INNER_MAX);
	read_spans(&reading, document, &claim->content);
	claim->act = act_of(claim, &reading);
	claim->certainty = certainty_of(claim, &reading, entry ?
	    entry->certainty : SLICE("certain"));
	claim->negative = (entry && entry->negative) != claim->negated ||
	    reading.negated;
	read_infinitive(claim, document);
	if (slice_is(claim->act, "state") && is_question(claim, document))
		claim->act = SLICE("ask");
	if (slice_is(claim->act, "state") && is_imperative(claim, document)) {
		claim->act = SLICE("urge");
		claim->certainty = first_of(claim->certainty,
		    SLICE("desired"));
	}
	if (slice_is(claim->act, "doubt") && is_wh(first_word(claim,
	    document)))
		claim->certainty = SLICE("unknown");
	if (slice_is(claim->act, "withhold") || (slice_is(claim->act, "ask") &&
	    is_question(claim, document)))
		claim->certainty = SLICE("unknown");
	if (slice_is(claim->act, "withhold") || is_question(claim, document))
		claim->negative = false;
	if (reading.own_act && !(entry && entry->own)) {
		claim->act = reading.act;
		claim->act_given = true;
	}
	if (reading.own_modal && !slice_is(reading.modal, "would")) {
		claim->certainty = reading.modal;
		claim->certainty_given = true;
	}
	claim->act_given |= entry && entry->own;
	claim->certainty_given |= entry && entry->own &&
	    !slice_is(entry->certainty, "certain");
	claim->hedges = arena_copy(document->text.arena,
	    buffer_slice(&reading.hedges));
	buffer_free(&reading.hedges);
}
