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

static struct lexicon acts, modals, hedges, negators;

/* What the content's words say, in the order of their standing. */
struct reading {
	struct buffer hedges;
	struct slice hedge, modal, act;
	bool negated, hidden, condition;
	bool past_comma;
	size_t words;
};

enum { NEAR = 10 };	/* words in which a negation is the main clause's */

void
stance_open(void)
{
	static const char *const act[] = { "word", "act", NULL };
	static const char *const modal[] = { "word", "certainty", NULL };
	static const char *const hedge[] = { "hedge", "certainty", NULL };
	static const char *const negator[] = { "negator", "kind", NULL };

	lexicon_add(&acts, LEXICON_BYTES(acts), "acts", act);
	lexicon_add(&modals, LEXICON_BYTES(certainty), "certainty", modal);
	lexicon_add(&hedges, LEXICON_BYTES(hedges), "hedges", hedge);
	lexicon_add(&negators, LEXICON_BYTES(negators), "negators", negator);
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

/* "in May": no modal. */
static bool
is_month(const struct token *token)
{
	return slice_is(token->lower, "may") && token->tag != TAG_MD;
}

static void
read_span(struct reading *reading, const struct sentence *sentence,
    struct span span)
{
	size_t i, behind, end;

	tokens_in(sentence, span, &i, &behind);
	for (; i < behind; i++, reading->words++) {
		const struct token *tokens = sentence->tokens;
		const struct lexicon_row *row;

		row = words_match(&hedges, tokens, i, behind, &end);
		if (row && !is_month(&tokens[i])) {
			add_hedge(reading, tokens, i, end);
			if (reading->hedge.length == 0)
				reading->hedge = row->fields[1];
		}
		row = words_match(&modals, tokens, i, behind, &end);
		if (row && reading->modal.length == 0)
			reading->modal = row->fields[1];
		row = words_match(&negators, tokens, i, behind, &end);
		if (reading->words == 1 && slice_is(tokens[i].lower, "if"))
			reading->condition = true;
		if (tokens[i].tag == TAG_COMMA && reading->words > 2)
			reading->past_comma = true;
		if (row && reading->words < NEAR && !reading->past_comma &&
		    !reading->condition) {
			if (slice_is(row->fields[1], "negation"))
				reading->negated = true;
			else
				reading->hidden = true;
		}
		row = words_match(&acts, tokens, i, behind, &end);
		if (row && reading->act.length == 0 &&
		    reading->words < NEAR - 2)
			reading->act = row->fields[1];
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
	if (claim->expected)
		return SLICE("expected");
	if (claim->tense == TENSE_FUTURE)
		return SLICE("future");
	if (reading->condition)
		return SLICE("conditional");
	if (slice_is(base, "probable") && slice_is(reading->hedge, "unlikely"))
		return reading->hedge;
	if (!slice_is(base, "certain") && !slice_is(base, "confirmed"))
		return base;
	if (slice_is(reading->modal, "desired"))
		return reading->modal;
	if (reading->hedge.length > 0)
		return reading->hedge;
	if (slice_is(reading->modal, "would"))	/* "said it would": will */
		return claim->tense == TENSE_PAST || claim->tense ==
		    TENSE_PERFECT ? SLICE("future") : SLICE("conditional");
	return reading->modal.length > 0 ? reading->modal : base;
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

void
describe_stance(struct claim *claim, const struct tagged *document)
{
	struct reading reading = { 0 };
	const struct cue *entry = claim->noun ? claim->noun : claim->entry;

	read_spans(&reading, document, &claim->cue);
	reading.negated = reading.hidden = false;
	reading.modal = reading.act = reading.hedge = (struct slice){ 0 };
	reading.words = 0;
	reading.past_comma = reading.condition = false;
	read_spans(&reading, document, &claim->content);
	claim->act = act_of(claim, &reading);
	claim->certainty = claim->form == FORM_WITHHELD ? SLICE("unknown") :
	    certainty_of(claim, &reading, entry ? entry->certainty :
	    SLICE("certain"));
	claim->negative = (entry && entry->negative) != claim->negated;
	if (reading.negated || reading.hidden)
		claim->negative = true;
	claim->hedges = arena_copy(document->text.arena,
	    buffer_slice(&reading.hedges));
	buffer_free(&reading.hedges);
}
