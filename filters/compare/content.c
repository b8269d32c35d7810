/*
 * A claim's content as words.  See content.h.
 */
#include "compare/content.h"

#include "text/lemma.h"
#include "text/tagger.h"
#include "text/token.h"

enum {
	COMMON_RATE = 700,	/* a lemma in more of 10,000 sentences says
				   nothing */
	TITLE_WORDS = 5		/* of a title before a name, at most */
};

static bool
is_content(const struct token *token, const struct lexeme *lexeme)
{
	return (tag_is_noun(token->tag) || tag_is_verb(token->tag) ||
	    (token->tag >= TAG_JJ && token->tag <= TAG_JJS)) &&
	    token->kind == TOKEN_WORD && token->lemma.length > 1 &&
	    lexeme->rate < COMMON_RATE;
}

static struct lexeme
look_up(struct claims *claims, uint32_t term)
{
	return *lexeme_of(&claims->lexemes, &claims->vocabulary,
	    claims->knowledge, term);
}

static void
add_word(struct claims *claims, struct claim *claim,
    const struct token *token)
{
	struct vocabulary *vocabulary = &claims->vocabulary;
	struct word *word = &claim->words[claim->word_count++];
	uint32_t lemma = vocabulary_add(vocabulary, "", token->lemma);
	uint32_t lower = slice_equal(token->lemma, token->lower) ? lemma :
	    vocabulary_add(vocabulary, "", token->lower);
	struct lexeme lexeme = look_up(claims, lemma);

	*word = (struct word){
		.lower = vocabulary_name(vocabulary, lower),
		.lemma = lemma,
		.term = lexeme.concept,
		.field = lexeme.field,
		.start = token->start,
		.length = (uint16_t)(token->text.length < UINT16_MAX ?
		    token->text.length : UINT16_MAX),
		.tag = token->tag,
	};
	if (is_content(token, &lexeme))
		word->flags |= WORD_CONTENT;
	if (tag_is_verb(token->tag))
		word->flags |= WORD_VERB;
	if (token->tag == TAG_PRP || token->tag == TAG_PRPS)
		word->flags |= WORD_PRONOUN;
	if ((lexeme.tables | look_up(claims, lower).tables) & LEXEME_NEGATOR)
		word->flags |= WORD_NEGATOR;
}

/*
 * "cease-fire" is cut at its hyphen; where the table of concepts knows the
 * whole, it becomes one token again.  Returns how many are left.
 */
static size_t
join_compounds(struct claims *claims, struct token *tokens, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++, kept++) {
		struct token *token = &tokens[kept];
		struct slice whole;

		*token = tokens[i];
		if (i + 2 >= count || !slice_is(tokens[i + 1].text, "-") ||
		    tokens[i + 1].space_before || tokens[i + 2].space_before)
			continue;
		whole = (struct slice){ token->text.at, (size_t)(tokens[i + 2].
			text.at - token->text.at) + tokens[i + 2].text.length };
		if (!lexicon_find(&claims->knowledge->concepts, whole))
			continue;
		token->text = token->lower = token->lemma = whole;
		token->end = tokens[i + 2].end;
		token->tag = TAG_NN;
		i += 2;
	}
	return kept;
}

/*
 * Cut and tag a part of the content that begins at a byte of the document.
 * The words are gathered in the scratch.
 */
static void
add_words(struct claims *claims, struct claim *claim, struct slice text,
    size_t start)
{
	size_t count;
	struct token *tokens = tokens_cut(text, start, &claims->scratch,
	    &count);
	struct word *words = arena_new(&claims->scratch,
	    claim->word_count + count + 1, sizeof *words);

	if (claim->word_count)
		memcpy(words, claim->words,
		    claim->word_count * sizeof *words);
	claim->words = words;
	tagger_tag(tokens, count);
	for (size_t i = 0; i < count; i++)
		tokens[i].lemma = lemma_of(tokens[i].lower, tokens[i].tag,
		    &claims->scratch);
	count = join_compounds(claims, tokens, count);
	for (size_t i = 0; i < count; i++)
		add_word(claims, claim, &tokens[i]);
}

/* The parts of the content in their order, or the view in one piece. */
static void
cut_words(struct claims *claims, struct claim *claim)
{
	struct slice spans = claim->content_span;
	struct span span;
	struct word *words;

	if (claim->whole || claim->text.at == claim->content.at)
		add_words(claims, claim, claim->whole ? claim_text(claim,
		    claim->view) : claim->content, claim->view.start);
	else
		while (span_next(&spans, &span))
			add_words(claims, claim, claim_text(claim, span),
			    span.start);
	words = arena_new(&claims->arena, claim->word_count, sizeof *words);
	if (claim->word_count > 0)
		memcpy(words, claim->words,
		    claim->word_count * sizeof *words);
	claim->words = words;
}

/*
 * Words in front of a person's name that are its title.  A party named before
 * them is the person's ("Hamas leader Yahya Sinwar"); the first one seen
 * stays.
 */
static void
mark_title(struct claims *claims, struct claim *claim, uint32_t name)
{
	uint32_t person = claim->words[name].term;
	uint32_t *side;

	for (uint32_t w = name; w-- > 0 && name - w <= TITLE_WORDS;) {
		struct word *word = &claim->words[w];

		if (word->flags & WORD_ENTITY) {
			side = name - w > 1 ? hash_put(&claims->sides,
			    vocabulary_name(&claims->vocabulary, person)) :
			    NULL;
			if (side && *side == HASH_NONE)
				*side = word->term;
			return;
		}
		if (!tag_is_noun(word->tag) && !slice_is(word->lower, "of"))
			return;
		if (tag_is_name(word->tag) || slice_is(word->lower, "of")) {
			word->flags &= (uint8_t)~WORD_CONTENT;
			word->flags |= WORD_TITLE;
		}
	}
}

static bool
is_place(const struct mention *mention)
{
	return mention->type == MENTION_LOC || mention->type == MENTION_FAC ||
	    mention->type == MENTION_EVENT;
}

/*
 * "Quarantine is compulsory": a common word that only begins its sentence and
 * was taken for a name of no known sort.
 */
static bool
is_mere_capital(const struct claim *claim, const struct mention *mention)
{
	return mention->type == MENTION_MISC && claim->word_count > 0 &&
	    mention->span.start == claim->sentence.start &&
	    claim->words[0].start == mention->span.start &&
	    mention->span.end == claim->words[0].start +
	    claim->words[0].length &&
	    lemma_readings(claim->words[0].lower) & ~(unsigned)READING_NAME;
}

/*
 * Give the words of each mention the entity as their term: the outer mention's
 * where they are nested.  The unnamed of one document ("us_officials@003") are
 * left out: their words can be compared, their ids cannot.
 */
static void
mark_entities(struct claims *claims, struct claim *claim,
    const struct mentions *mentions)
{
	uint32_t w = 0;

	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->at[i];
		uint32_t term, first;

		if (memchr(mention->id.at, '@', mention->id.length) ||
		    is_mere_capital(claim, mention))
			continue;
		while (w < claim->word_count &&
		    claim->words[w].start < mention->span.start)
			w++;
		term = vocabulary_add(&claims->vocabulary, "=", mention->id);
		first = w;
		while (w < claim->word_count &&
		    claim->words[w].start < mention->span.end) {
			claim->words[w].term = term;
			claim->words[w++].flags |= WORD_ENTITY |
			    WORD_CONTENT | (is_place(mention) ?
			    WORD_PLACE : 0);
		}
		if (w > first && mention->type == MENTION_PER &&
		    mention->kind == MENTION_NAM)
			mark_title(claims, claim, first);
	}
}

/* Days and dates are compared as times, not as words. */
static void
unmark_times(struct claim *claim)
{
	uint32_t w = 0;

	for (size_t i = 0; i < claim->times.count; i++) {
		struct span span = claim->times.at[i].span;

		while (w < claim->word_count &&
		    claim->words[w].start < span.start)
			w++;
		while (w < claim->word_count &&
		    claim->words[w].start < span.end)
			claim->words[w++].flags &= (uint8_t)~WORD_CONTENT;
	}
}

void
content_find(struct claims *claims, struct claim *claim,
    const struct mentions *mentions)
{
	cut_words(claims, claim);
	mark_entities(claims, claim, mentions);
	unmark_times(claim);
}
