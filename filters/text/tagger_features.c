/*
 * Attributes of tokens.
 *
 * A word is taken in lower case with its digits as 0, and marks of one meaning
 * as one word, so that curly and straight quotation marks, or en and em
 * dashes, are alike.  A word that the dictionary knows well has no suffixes
 * and no readings: the word itself says more.  Capitals count for little
 * where all of a sentence is in capitals, or all of its words begin with one:
 * the sentence's manner is an attribute.
 */
#include "text/tagger_features.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/message.h"
#include "text/lemma.h"

enum attribute {
	ATTRIBUTE_WORD, ATTRIBUTE_CLASS, ATTRIBUTE_SHAPE, ATTRIBUTE_PLACE,
	ATTRIBUTE_SUFFIX1, ATTRIBUTE_SUFFIX2, ATTRIBUTE_SUFFIX3,
	ATTRIBUTE_SUFFIX4, ATTRIBUTE_PREFIX2, ATTRIBUTE_PREFIX3,
	ATTRIBUTE_READINGS, ATTRIBUTE_LISTED, ATTRIBUTE_COUNT
};

const char *const tagger_attributes[] = {
	[ATTRIBUTE_WORD] = "word", [ATTRIBUTE_CLASS] = "class",
	[ATTRIBUTE_SHAPE] = "shape", [ATTRIBUTE_PLACE] = "place",
	[ATTRIBUTE_SUFFIX1] = "suffix1", [ATTRIBUTE_SUFFIX2] = "suffix2",
	[ATTRIBUTE_SUFFIX3] = "suffix3", [ATTRIBUTE_SUFFIX4] = "suffix4",
	[ATTRIBUTE_PREFIX2] = "prefix2", [ATTRIBUTE_PREFIX3] = "prefix3",
	[ATTRIBUTE_READINGS] = "readings", [ATTRIBUTE_LISTED] = "listed",
	[ATTRIBUTE_COUNT] = NULL
};

/* How a word is written. */
enum letters {
	LETTERS_NONE,		/* 2024, % */
	LETTERS_LOWER,		/* deal */
	LETTERS_CAPITALISED,	/* Israel */
	LETTERS_UPPER,		/* NATO */
	LETTERS_INITIAL,	/* A */
	LETTERS_MIXED		/* iPhone */
};

struct look {
	enum letters letters;
	bool digits, marks, address;	/* has some; looks like a URL */
};

/* How the words of a sentence are written. */
enum manner { MANNER_PLAIN, MANNER_TITLE, MANNER_UPPER };

#define BIT(tag) ((uint64_t)1 << ((tag) - 1))

/* The tags of words that no dictionary knows, with letters and without. */
#define LETTER_TAGS (BIT(TAG_NN) | BIT(TAG_NNS) | BIT(TAG_NNP) | \
    BIT(TAG_NNPS) | BIT(TAG_JJ) | BIT(TAG_JJR) | BIT(TAG_JJS) | BIT(TAG_RB) | \
    BIT(TAG_VB) | BIT(TAG_VBD) | BIT(TAG_VBG) | BIT(TAG_VBN) | BIT(TAG_VBP) | \
    BIT(TAG_VBZ) | BIT(TAG_CD) | BIT(TAG_FW) | BIT(TAG_UH) | BIT(TAG_ADD))
#define MARK_TAGS (BIT(TAG_CD) | BIT(TAG_NFP) | BIT(TAG_SYM) | \
    BIT(TAG_ADD) | BIT(TAG_LS) | BIT(TAG_STOP) | BIT(TAG_COLON) | \
    BIT(TAG_COMMA) | BIT(TAG_NN) | BIT(TAG_NNP))

/* Marks of one meaning, by the word that stands for all of them. */
static const struct { const char *mark, *word; } alike[] = {
	{ "\xE2\x80\x9C", "\"" },	/* “ */
	{ "\xE2\x80\x9D", "\"" },	/* ” */
	{ "\xE2\x80\x9E", "\"" },	/* „ */
	{ "\xC2\xAB", "\"" },		/* « */
	{ "\xC2\xBB", "\"" },		/* » */
	{ "\xE2\x80\x98", "'" },	/* ‘ */
	{ "``", "\"" },
	{ "''", "\"" },
	{ "\xE2\x80\xA6", "..." },	/* … */
	{ "\xE2\x80\x93", "--" },	/* – */
	{ "\xE2\x80\x94", "--" }	/* — */
};

static struct slice
alike_word(struct slice lower)
{
	unsigned char first = lower.length ? (unsigned char)lower.at[0] : 0;

	if (first >= 0x80 || first == '`' || first == '\'')
		for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
			if (slice_is(lower, alike[i].mark))
				return slice_of(alike[i].word);
	return lower;
}

/* The word's hash; never 0. */
static uint32_t
word_hash(struct slice lower)
{
	char bytes[64];
	struct slice word = alike_word(lower);
	bool has_digit = false;
	uint32_t hash;

	for (size_t i = 0; i < word.length; i++)
		has_digit |= is_digit(word.at[i]);
	if (has_digit) {
		if (word.length > sizeof bytes)
			word.length = sizeof bytes;
		for (size_t i = 0; i < word.length; i++)
			bytes[i] = is_digit(word.at[i]) ? '0' : word.at[i];
		word.at = bytes;
	}
	hash = (uint32_t)hash_bytes(word);
	return hash ? hash : 1;
}

/* What the bytes say; letters beyond ASCII count by their change of case. */
static struct look
look_at(const struct token *token)
{
	struct look look = { 0 };
	size_t upper = 0, lower = 0;
	bool first = false;
	struct slice text = token->text;

	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];

		if (is_upper(byte)) {
			first |= i == 0;
			upper++;
		} else if (is_lower(byte)) {
			lower++;
		} else if ((unsigned char)byte >= 0xC3 &&
		    (unsigned char)byte < 0xE0) {
			if (i + 1 < text.length && i + 1 <
			    token->lower.length &&
			    text.at[i + 1] != token->lower.at[i + 1]) {
				first |= i == 0;
				upper++;
			} else {
				lower++;
			}
		} else if (is_digit(byte)) {
			look.digits = true;
		} else if ((unsigned char)byte < 0x80) {
			look.marks = true;
			look.address |= byte == '@' || (byte == ':' &&
			    i + 2 < text.length && text.at[i + 1] == '/');
		}
	}
	look.address |= slice_begins(token->lower, SLICE("www."));
	if (upper + lower == 0)
		look.letters = LETTERS_NONE;
	else if (upper == 0)
		look.letters = LETTERS_LOWER;
	else if (lower == 0)
		look.letters = upper == 1 ? LETTERS_INITIAL : LETTERS_UPPER;
	else
		look.letters = first && upper == 1 ? LETTERS_CAPITALISED :
		    LETTERS_MIXED;
	return look;
}

/* A look as an attribute, and back. */
static uint32_t
look_number(struct look look)
{
	return 1 + look.letters + 8u * look.digits + 16u * look.marks +
	    32u * look.address;
}

static struct look
look_of_number(uint32_t number)
{
	number--;
	return (struct look){ .letters = (enum letters)(number & 7),
	    .digits = number & 8, .marks = number & 16,
	    .address = number & 32 };
}

static bool
begins_upper(enum letters letters)
{
	return letters >= LETTERS_CAPITALISED;
}

/*
 * Words of four bytes or more decide, the first left out: in a title nearly
 * all of them begin with a capital.
 */
static enum manner
manner_of(const struct lattice *lattice, const struct token *tokens)
{
	size_t words = 0, upper = 0, capitalised = 0;

	for (size_t i = 0; i < lattice->count; i++) {
		struct look look = look_of_number(
		    lattice_at(lattice, i)[ATTRIBUTE_SHAPE]);

		if (tokens[i].text.length < 4 || look.digits ||
		    look.letters == LETTERS_NONE)
			continue;
		words++;
		upper += look.letters == LETTERS_UPPER;
		capitalised += i > 0 && begins_upper(look.letters);
	}
	if (words >= 2 && upper * 4 >= words * 3)
		return MANNER_UPPER;
	if (words >= 4 && (capitalised + 1) * 5 >= words * 4)
		return MANNER_TITLE;
	return MANNER_PLAIN;
}

static uint64_t
key_mix(uint32_t word, unsigned kind)
{
	uint64_t key = (word + ((uint64_t)kind << 32)) * 0x9E3779B97F4A7C15u;

	return key ^ key >> 29;
}

static struct tagger_keys
keys_of(uint32_t word, struct look look)
{
	return (struct tagger_keys){
		.written = key_mix(word, 1 + look.letters),
		.any_case = key_mix(word, 0),
		.listed = key_mix(word, 8 + look.letters)
	};
}

/* Up to four bytes as a number, with their count. */
static uint32_t
affix(const char *at, size_t length)
{
	uint32_t number = (uint32_t)length;

	for (size_t i = 0; i < length; i++)
		number = (number ^ (unsigned char)at[i]) * 0x9E3779B1u;
	return number | 1;
}

/* The tags of a quotation mark whose direction is known, else 0. */
static uint64_t
quotation_tags(const struct token *token)
{
	if (token->kind == TOKEN_OPENING ||
	    slice_is(token->text, "\xE2\x80\x9C"))
		return BIT(TAG_OPENQ);
	if (token->kind == TOKEN_CLOSING ||
	    slice_is(token->text, "\xE2\x80\x9D"))
		return BIT(TAG_CLOSEQ);
	return 0;
}

/* What the dictionary says of a word. */
struct entry {
	uint32_t class;		/* of the treebanks' words, or 0 */
	uint32_t listed;	/* of the list's words, or 0 */
	bool as_written;	/* class was found with these capitals */
	bool listed_as_written;
};

/* Look a word up as it is written, else whatever its capitals. */
static struct entry
entry_of(const struct weights *weights, uint32_t word, struct look look,
    enum manner manner)
{
	struct tagger_keys keys = keys_of(word, look);
	struct entry entry = { .as_written = true, .listed_as_written = true };

	if (manner != MANNER_UPPER) {
		entry.class = weights_class(weights, keys.written);
		entry.listed = weights_class(weights, keys.listed);
	}
	if (entry.class == 0) {
		entry.class = weights_class(weights, keys.any_case);
		entry.as_written = false;
	}
	if (entry.listed == 0) {
		entry.listed = weights_class(weights,
		    key_mix(word, 8 + LETTERS_LOWER));
		entry.listed_as_written = false;
	}
	return entry;
}

/* Do the treebanks say too little of the word to be relied on? */
static bool
is_open(const struct weights *weights, struct entry entry)
{
	uint64_t open = weights->classes[0];

	return (weights->classes[entry.class] & open) == open;
}

/*
 * The tags that a token can have: those of its entry.  A word of which the
 * treebanks know little can have those of the list besides, and one that the
 * list lacks too the open ones.
 */
static uint64_t
candidates_of(const struct weights *weights, struct entry entry,
    struct look look)
{
	uint64_t known = weights->classes[entry.class];
	uint64_t open = weights->classes[0];
	bool has_letters = look.letters != LETTERS_NONE;

	if (is_open(weights, entry)) {
		known &= ~open;
		if (entry.listed != 0)
			known |= weights->classes[entry.listed] |
			    BIT(TAG_NN) | BIT(TAG_JJ);
		else
			known |= has_letters ? LETTER_TAGS : MARK_TAGS;
		if (look.address)
			known |= BIT(TAG_ADD);
	}
	if (begins_upper(look.letters))
		known |= BIT(TAG_NNP) | BIT(TAG_NNPS);
	return known;
}

static void
set_affixes(uint32_t *row, struct slice lower, struct entry entry)
{
	const char *end = lower.at + lower.length;

	for (size_t i = 1; i <= 4 && i <= lower.length; i++)
		row[ATTRIBUTE_SUFFIX1 + i - 1] = affix(end - i, i);
	for (size_t i = 2; i <= 3 && i <= lower.length; i++)
		row[ATTRIBUTE_PREFIX2 + i - 2] = affix(lower.at, i);
	if (entry.listed == 0)
		row[ATTRIBUTE_READINGS] = 1 + lemma_readings(lower);
}

const char *const *
tagger_tags(void)
{
	static const char *names[TAG_COUNT];

	for (unsigned tag = 1; tag < TAG_COUNT; tag++)
		names[tag - 1] = tag_name((enum tag)tag);
	return names;
}

void
tagger_check_tags(const struct weights *weights, const char *name)
{
	const char *const *names = tagger_tags();
	unsigned same = 0;

	while (same < weights->tag_count && names[same] &&
	    slice_is(weights->tags[same], names[same]))
		same++;
	if (same < weights->tag_count || names[same])
		message_fail(STATUS_SYSTEM, "weights %s: their tags are not "
		    "this program's: retrain the model", name);
}

struct tagger_keys
tagger_keys(const struct token *token)
{
	return keys_of(word_hash(token->lower), look_at(token));
}

uint64_t
tagger_open_tags(void)
{
	return LETTER_TAGS | MARK_TAGS;
}

void
tagger_lattice(struct lattice *lattice, const struct weights *weights,
    const struct token *tokens, size_t count)
{
	enum manner manner;
	bool is_first = true;

	lattice_start(lattice, count, ATTRIBUTE_COUNT);
	for (size_t i = 0; i < count; i++)
		lattice_at(lattice, i)[ATTRIBUTE_SHAPE] =
		    look_number(look_at(&tokens[i]));
	manner = manner_of(lattice, tokens);
	for (size_t i = 0; i < count; i++) {
		const struct token *token = &tokens[i];
		uint32_t *row = lattice_at(lattice, i);
		struct look look = look_of_number(row[ATTRIBUTE_SHAPE]);
		uint64_t quotation = quotation_tags(token);
		struct entry entry;
		bool space_behind = i + 1 == count ||
		    tokens[i + 1].space_before;

		row[ATTRIBUTE_WORD] = word_hash(token->lower);
		row[ATTRIBUTE_PLACE] = 1 + manner + 4u * is_first +
		    8u * (i == 0 || token->space_before) + 16u * space_behind;
		entry = entry_of(weights, row[ATTRIBUTE_WORD], look, manner);
		row[ATTRIBUTE_CLASS] = 1 + 2 * weights->kinds[entry.class] +
		    entry.as_written;
		row[ATTRIBUTE_LISTED] = 1 + 2 * weights->kinds[entry.listed] +
		    entry.listed_as_written;
		lattice->candidates[i] = quotation ? quotation :
		    candidates_of(weights, entry, look);
		if (is_open(weights, entry))
			set_affixes(row, token->lower, entry);
		if (look.letters != LETTERS_NONE)
			is_first = false;
	}
}
