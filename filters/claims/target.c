/*
 * For whom a claim speaks: the blamed or praised one behind the cue
 * ("accused Netanyahu of"), else the one party that the content's words of
 * praise or blame stand by.  Where that is not clear there is no target.
 */
#include "claims/describe.h"

#include "base/buffer.h"
#include "claims/speaker.h"
#include "claims/words.h"

LEXICON_BUILTIN(blame);
LEXICON_BUILTIN(stances);

static struct lexicon blame, stances;

void
target_open(const struct option_list *own_stances)
{
	static const char *const columns[] = { "word", "stance", NULL };
	static const char *const blame_columns[] = { "words", "party", NULL };

	lexicon_add(&stances, LEXICON_BYTES(stances), "stances", columns);
	for (size_t i = 0; i < own_stances->count; i++)
		lexicon_add_file(&stances, own_stances->values[i], columns);
	for (size_t i = 0; i < stances.count; i++) {
		const struct lexicon_row *row = lexicon_row(&stances, i);

		if (!slice_is(row->fields[1], "+") &&
		    !slice_is(row->fields[1], "-"))
			lexicon_refuse(&stances, row, "stances",
			    "a stance is + or -");
	}
	lexicon_add(&blame, LEXICON_BYTES(blame), "blame", blame_columns);
}

/* The sum of the words of praise (+1) and blame (-1) in a span. */
static int
stance_of(const struct sentence *sentence, struct span span)
{
	size_t i, behind, end;
	int sum = 0;

	tokens_in(sentence, span, &i, &behind);
	for (; i < behind; i++) {
		const struct lexicon_row *row = words_match(&stances,
		    sentence->tokens, i, behind, &end);

		if (row)
			sum += slice_is(row->fields[1], "+") ? 1 : -1;
	}
	return sum;
}

static bool
is_party(const struct mention *mention)
{
	return (mention->type == MENTION_PER || mention->type == MENTION_ORG ||
	    mention->type == MENTION_GPE) && mention->kind != MENTION_PRO;
}

/* The only party that a span names, the source left out, or NULL. */
static const struct mention *
only_party(const struct tagged *document, uint32_t number, struct span span,
    struct slice source)
{
	const struct mentions *mentions = &document->mentions[number];
	const struct mention *party = NULL;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];

		if (mention->span.start < span.start ||
		    mention->span.end > span.end || !is_party(mention) ||
		    slice_equal(mention->id, source))
			continue;
		if (party && !slice_equal(party->id, mention->id))
			return NULL;
		party = mention;
	}
	return party;
}

/*
 * "the fault lay with X", "X is to blame": the nearest party on the side that
 * the table gives, or NULL.
 */
static const struct mention *
blamed_party(const struct tagged *document, uint32_t number, struct span span)
{
	const struct sentence *sentence = &document->text.sentences[number];
	const struct mentions *mentions = &document->mentions[number];
	const struct lexicon_row *row = NULL;
	size_t i, behind, end = 0;
	const struct mention *party = NULL;

	tokens_in(sentence, span, &i, &behind);
	while (i < behind && !(row = words_match(&blame, sentence->tokens, i,
	    behind, &end)))
		i++;
	if (!row)
		return NULL;
	for (size_t k = 0; k < mentions->count; k++) {
		const struct mention *mention = &mentions->at[k];

		if (mention->span.start < span.start ||
		    mention->span.end > span.end || !is_party(mention))
			continue;
		if (slice_is(row->fields[1], "after") &&
		    mention->span.start >= sentence->tokens[end - 1].end)
			return mention;
		if (slice_is(row->fields[1], "before") &&
		    mention->span.end <= sentence->tokens[i].start)
			party = mention;
	}
	return party;
}

static void
set_target(struct claim *claim, const struct tagged *document,
    struct slice id, bool good)
{
	struct buffer text = { 0 };

	list_add_part(&text, id);
	buffer_add(&text, good ? SLICE(":+") : SLICE(":-"));
	claim->target = arena_copy(document->text.arena, buffer_slice(&text));
	buffer_free(&text);
}

static bool
is_one_of(struct slice act, const char *const acts[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_is(act, acts[i]))
			return true;
	return false;
}

void
describe_target(struct claim *claim, const struct tagged *document)
{
	static const char *const against[] = {
		"accuse", "blame", "condemn", "criticise"
	};
	const struct mention *party;
	uint32_t number;
	int stance;

	if (claim->content.count == 0)
		return;
	if (claim->addressee.count > 0 && (is_one_of(claim->act, against, 4) ||
	    slice_is(claim->act, "praise"))) {
		set_target(claim, document, claim->addressee_id,
		    slice_is(claim->act, "praise"));
		claim->addressee_id = (struct slice){ 0 };
		return;
	}
	number = sentence_number(&document->text,
	    claim->content.at[0].start);
	party = blamed_party(document, number, claim->content.at[0]);
	if (party) {
		set_target(claim, document, party->id, false);
		return;
	}
	party = only_party(document, number, claim->content.at[0],
	    claim->source_id);
	if (!party)
		return;
	stance = stance_of(&document->text.sentences[number],
	    claim->content.at[0]);
	if (is_one_of(claim->act, against, 4))
		stance = -1;
	if (stance != 0)
		set_target(claim, document, party->id, stance > 0);
}
