/*
 * The evidence of a name.  A capital at the start of a sentence, or in a
 * headline where all words have one, is none: there a word must be known to
 * the tables, or stand with a capital elsewhere in the document and never
 * without.
 */
#include "entities/name_finder.h"

#include "text/lemma.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(name_words);

static struct lexicon name_words;

void
name_words_open(void)
{
	static const char *const columns[] = { "word", "class", NULL };

	lexicon_add(&name_words, LEXICON_BYTES(name_words), "name_words.tsv",
	    columns);
}

bool
name_has_class(struct slice lower, const char *class)
{
	const struct lexicon_row *row = lexicon_find(&name_words, lower);

	for (; row; row = lexicon_more(&name_words, row))
		if (slice_is(row->fields[1], class))
			return true;
	return false;
}

bool
name_is(const struct name_finder *f, size_t i, const char *word)
{
	return i < f->count && slice_is(f->tokens[i].lower, word);
}

/* A hyphen that joins the words on both its sides. */
bool
name_joint(const struct name_finder *f, size_t i)
{
	return i > 0 && i + 1 < f->count && (name_is(f, i, "-") ||
	    name_is(f, i, "–") || name_is(f, i, "‑")) &&
	    !f->tokens[i].space_before && !f->tokens[i + 1].space_before;
}

bool
name_capital(const struct token *token)
{
	return (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER) &&
	    (token->shape == SHAPE_CAPITALISED ||
	    token->shape == SHAPE_UPPER || token->shape == SHAPE_INITIAL ||
	    (token->shape == SHAPE_MIXED && token->kind == TOKEN_WORD));
}

bool
name_is_start(const struct name_finder *f, size_t i)
{
	const struct token *before;

	while (i > 0) {
		before = &f->tokens[i - 1];
		if (before->kind == TOKEN_OPENING || before->tag == TAG_STOP ||
		    before->tag == TAG_COLON || before->tag == TAG_OPENQ)
			return !slice_is(before->text, "-");
		if (before->kind != TOKEN_PUNCTUATION &&
		    before->kind != TOKEN_CLOSING)
			return false;
		if (!slice_is(before->text, "(") &&
		    !slice_is(before->text, "["))
			return false;
		i--;
	}
	return true;
}

/* Do (nearly) all longer words have a capital? */
static void
look_at_capitals(struct name_finder *f)
{
	size_t words = 0, capitals = 0, upper = 0;

	for (size_t i = 0; i < f->count; i++) {
		const struct token *token = &f->tokens[i];

		if (token->kind != TOKEN_WORD || token->text.length < 4)
			continue;
		words++;
		capitals += name_capital(token);
		upper += token->shape == SHAPE_UPPER;
	}
	f->title_case = words >= 3 && capitals * 10 >= words * 7 &&
	    f->tokens[f->count - 1].tag != TAG_STOP;
	f->upper_case = words >= 1 && upper * 10 >= words * 8;
}

void
name_enter(struct name_finder *f, uint32_t index)
{
	const struct sentence *sentence = &f->document->sentences[index];

	f->index = index;
	f->tokens = sentence->tokens;
	f->count = sentence->count;
	look_at_capitals(f);
}

void
name_note(struct name_finder *f)
{
	if (f->title_case || f->upper_case)
		return;
	for (size_t i = 0; i < f->count; i++) {
		const struct token *token = &f->tokens[i];
		uint32_t *bits;

		if (token->kind != TOKEN_WORD)
			continue;
		if (name_capital(token) && name_is_start(f, i))
			continue;
		bits = hash_put(&f->names->seen, token->lower);
		if (*bits == HASH_NONE)
			*bits = 0;
		*bits |= name_capital(token) ? SEEN_CAPITAL : SEEN_SMALL;
	}
}

uint32_t
name_seen(const struct names *names, struct slice lower)
{
	uint32_t bits = hash_get(&names->seen, lower);

	return bits == HASH_NONE ? 0 : bits;
}

bool
name_is_function(enum tag tag)
{
	switch (tag) {
	case TAG_CC: case TAG_DT: case TAG_EX: case TAG_IN: case TAG_MD:
	case TAG_PDT: case TAG_PRP: case TAG_PRPS: case TAG_TO: case TAG_WDT:
	case TAG_WP: case TAG_WPS: case TAG_WRB: case TAG_UH: case TAG_CD:
		return true;
	default:
		return false;
	}
}

/* Does the word stand in dictionaries: a noun, a verb, an adjective? */
bool
name_common(const struct token *token)
{
	return (lemma_readings(token->lower) & ~(unsigned)READING_NAME) != 0;
}

bool
name_head(const struct name_finder *f, size_t i, struct head *head)
{
	return world_org_word(f->tokens[i].lower, head) ||
	    world_loc_word(f->tokens[i].lower, head);
}

bool
name_known(const struct name_finder *f, size_t i)
{
	struct fact fact = world_name(f->tokens, i + 1, i);

	return fact.tokens == 1 && fact.type != MENTION_PER;
}

/* Is a capital that its place explains nevertheless that of a name? */
static bool
is_name_at_start(const struct name_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];
	uint32_t bits = name_seen(f->names, f->tokens[i].lower);
	struct fact fact;
	struct head head;
	enum gender gender;
	bool next = i + 1 < f->count && name_capital(&f->tokens[i + 1]) &&
	    !name_is_function(f->tokens[i + 1].tag);

	if (slice_is(token->text, "I"))
		return false;
	if (name_is_function(token->tag) && token->shape != SHAPE_UPPER)
		return false;
	fact = world_name(f->tokens, f->count, i);
	if (fact.tokens > 1)
		return true;
	if (fact.tokens == 1)
		return (bits & SEEN_SMALL) == 0 || tag_is_name(token->tag);
	if (bits & SEEN_SMALL)
		return next && tag_is_name(token->tag) && !f->title_case &&
		    !f->upper_case;
	if (name_head(f, i, &head) && head.first && i + 2 < f->count &&
	    name_is(f, i + 1, "of") && name_capital(&f->tokens[i + 2]))
		return true;
	if (bits & SEEN_CAPITAL)
		return true;
	if (next && world_given_name(token->text, &gender))
		return true;
	if (f->title_case || f->upper_case)
		return token->shape == SHAPE_MIXED || (f->title_case &&
		    !name_common(token));
	if (token->shape == SHAPE_UPPER && token->text.length > 1)
		return true;
	return tag_is_name(token->tag);
}

/* "D-Mass.", "R-Texas": a party and a state behind a legislator's name. */
static bool
is_party_mark(const struct name_finder *f, size_t i)
{
	struct slice text = f->tokens[i].text;

	return strchr("DRI", text.at[0]) != NULL && i > 0 &&
	    (name_is(f, i - 1, ",") || name_is(f, i - 1, "(")) &&
	    (text.length == 1 ? name_joint(f, i + 1) :
	    text.length > 3 && text.at[1] == '-');
}

/* Can token i be a word of a name? */
bool
name_token(const struct name_finder *f, size_t i)
{
	const struct token *token;

	if (i >= f->count || f->taken[i])
		return false;
	token = &f->tokens[i];
	if (!name_capital(token) || is_party_mark(f, i))
		return false;
	if (token->kind == TOKEN_NUMBER)
		return token->shape == SHAPE_UPPER && i > 0;
	if (name_has_class(token->lower, "none") ||
	    name_is(f, i + 1, "dollars"))
		return false;
	if (f->title_case || f->upper_case || name_is_start(f, i))
		return is_name_at_start(f, i);
	if (token->tag == TAG_PRP || token->tag == TAG_PRPS)
		return token->shape == SHAPE_UPPER && token->text.length > 1;
	if (token->shape == SHAPE_INITIAL && slice_is(token->text, "I"))
		return false;
	return token->tag != TAG_DT && token->tag != TAG_UH;
}
