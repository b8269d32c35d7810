/*
 * A claim's words as the model of labels reads them.  See label_view.h.
 */
#include "claims/label_view.h"

#include "base/hash.h"
#include "claims/describe.h"

enum {
	NEAR_CLAIMS = 64,	/* to either side that may stand in a claim */
	INNER_MAX = 16,
	ANSWER_CLAIMS = 12	/* before, that one may be an answer to */
};

uint32_t
label_text(struct slice text)
{
	return text.length > 0 ? (uint32_t)hash_bytes(text) | 1 : 0;
}

uint32_t
label_number(unsigned number)
{
	return number * 2 + 3;
}

static bool
is_mark(const struct token *token)
{
	return token->kind == TOKEN_OPENING || token->kind == TOKEN_CLOSING;
}

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
inner_claims(const struct label_view *view, const struct claim *inner[])
{
	size_t index = (size_t)(view->claim - view->claims->at), count = 0;
	size_t i = index > NEAR_CLAIMS ? index - NEAR_CLAIMS : 0;

	for (; i < view->claims->count && i < index + NEAR_CLAIMS &&
	    count < INNER_MAX; i++)
		if (view->claims->at[i].parent == (int)index)
			inner[count++] = &view->claims->at[i];
	return count;
}

void
label_view_read(struct label_view *view)
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
		for (; first < behind && view->count < LABEL_WORDS_MAX;
		    first++) {
			const struct token *token = &sentence->tokens[first];
			bool inside = is_mark(token);

			for (size_t k = 0; k < count && !inside; k++)
				inside = is_in(&inner[k]->content, token);
			if (!inside)
				view->content[view->count++] = token;
		}
	}
}

size_t
label_verb_place(const struct label_view *view)
{
	size_t i = 0;

	while (i < view->count && view->content[i]->tag != TAG_MD &&
	    !tag_is_verb(view->content[i]->tag))
		i++;
	return i;
}

uint32_t
label_subject(const struct label_view *view, size_t verb)
{
	const struct mentions *mentions =
	    &view->document->mentions[view->sentence];
	uint32_t subject = label_text(SLICE("thing"));

	if (verb == view->count)
		return label_text(SLICE("no verb"));
	if (verb == 0)
		return label_text(SLICE("none"));
	for (size_t i = 0; i < verb; i++) {
		const struct token *token = view->content[i];

		if (slice_is(token->lower, "i") || slice_is(token->lower,
		    "we"))
			return label_text(SLICE("self"));
		if (token->tag == TAG_EX || slice_is(token->lower, "it") ||
		    slice_is(token->lower, "this") ||
		    slice_is(token->lower, "that"))
			subject = label_text(token->lower);
	}
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];

		if (mention->span.start < view->content[0]->start ||
		    mention->span.end > view->content[verb - 1]->end)
			continue;
		if (slice_equal(mention->id, view->claim->source_id))
			return label_text(SLICE("self"));
		if (mention->type == MENTION_PER || mention->type ==
		    MENTION_ORG || mention->type == MENTION_GPE)
			subject = label_text(SLICE("party"));
	}
	return subject;
}

bool
label_names_party(const struct label_view *view)
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

unsigned
label_negation_count(const struct label_view *view)
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

unsigned
label_verb_negated(const struct label_view *view, size_t verb, size_t main)
{
	size_t i = verb > 2 ? verb - 2 : 0;

	for (; i < view->count && i <= main + 1; i++)
		if (is_negation(view->content[i]))
			return i > main ? 2 : 1;
	return 0;
}

unsigned
label_no_place(const struct label_view *view, size_t main)
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

unsigned
label_answered(const struct label_view *view)
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

bool
label_is_question(const struct label_view *view)
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

uint32_t
label_mention(const struct label_view *view)
{
	const struct claim *claim = view->claim;
	const struct mentions *mentions;
	uint32_t number;

	if (claim->source.count == 0)
		return label_text(SLICE("none"));
	number = sentence_number(&view->document->text,
	    claim->source.at[0].start);
	mentions = &view->document->mentions[number];
	for (size_t i = 0; i < mentions->count; i++)
		if (slice_equal(mentions->at[i].id, claim->source_id))
			return label_number(8 *
			    (unsigned)mentions->at[i].type +
			    (unsigned)mentions->at[i].kind);
	return label_text(SLICE("other"));
}
