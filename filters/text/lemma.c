/*
 * Base forms.
 *
 * The tag says which way a word was inflected.  A form that no rule reaches
 * stands in the table of irregular forms.  Of the others each rule of
 * spelling that fits the ending makes a candidate ("hoping": hope, hop), in
 * the order of likelihood, and the first that is a known base form wins; when
 * none is known, the spelling of the stem decides.  (The method of WordNet's
 * morphy, with the tag and with the order that doubling of consonants asks
 * for.)
 */
#include <stdint.h>

#include "text/lemma.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(irregular);
LEXICON_BUILTIN(lemmas);

static struct lookup_table irregular, known;

/* The columns of irregular.tsv behind the form, and what inflects them. */
enum column {
	COLUMN_NOUN, COLUMN_VERB, COLUMN_PRESENT, COLUMN_ADJECTIVE,
	COLUMN_ADVERB, COLUMN_OTHER
};

/* How a stem is made whole again. */
enum ending {
	END_NONE,		/* stop here */
	END_PLAIN,		/* visit-ed, car-s */
	END_E,			/* hop-ing: hope */
	END_Y,			/* tr-ies: try */
	END_SINGLE		/* plann-ed: plan */
};

enum {
	ENDINGS_MAX = 3,
	WORD_MAX = 62		/* bytes; a longer word is its own base form */
};

struct rule {
	const char *suffix;
	enum ending endings[ENDINGS_MAX];	/* in order of likelihood */
};

static const struct rule noun_rules[] = {
	{ "ies", { END_Y, END_E } },
	{ "'s", { END_PLAIN } },
	{ "es", { END_E, END_PLAIN } },
	{ "s", { END_PLAIN } },
	{ NULL, { END_NONE } }
};

static const struct rule third_person_rules[] = {
	{ "ies", { END_Y, END_E } },
	{ "es", { END_E, END_PLAIN } },
	{ "s", { END_PLAIN } },
	{ NULL, { END_NONE } }
};

static const struct rule past_rules[] = {
	{ "ied", { END_Y, END_E } },
	{ "ed", { END_PLAIN, END_E, END_SINGLE } },
	{ "'d", { END_PLAIN, END_E } },
	{ NULL, { END_NONE } }
};

static const struct rule participle_rules[] = {
	{ "ing", { END_PLAIN, END_E, END_SINGLE } },
	{ "in'", { END_PLAIN, END_E, END_SINGLE } },
	{ NULL, { END_NONE } }
};

static const struct rule comparative_rules[] = {
	{ "ier", { END_Y } },
	{ "er", { END_PLAIN, END_E, END_SINGLE } },
	{ NULL, { END_NONE } }
};

static const struct rule superlative_rules[] = {
	{ "iest", { END_Y } },
	{ "est", { END_PLAIN, END_E, END_SINGLE } },
	{ NULL, { END_NONE } }
};

/* What a tag says of a form. */
static const struct inflection {
	enum column column;
	const char *kinds;	/* of lemmas.tsv; NULL: no rule applies */
	const struct rule *rules;
} inflections[TAG_COUNT] = {
	[TAG_NNS] = { COLUMN_NOUN, "n", noun_rules },
	[TAG_VB] = { COLUMN_PRESENT, NULL, NULL },
	[TAG_VBP] = { COLUMN_PRESENT, NULL, NULL },
	[TAG_MD] = { COLUMN_PRESENT, NULL, NULL },
	[TAG_VBZ] = { COLUMN_VERB, "v", third_person_rules },
	[TAG_VBD] = { COLUMN_VERB, "v", past_rules },
	[TAG_VBN] = { COLUMN_VERB, "v", past_rules },
	[TAG_VBG] = { COLUMN_VERB, "v", participle_rules },
	[TAG_JJR] = { COLUMN_ADJECTIVE, "a", comparative_rules },
	[TAG_JJS] = { COLUMN_ADJECTIVE, "a", superlative_rules },
	[TAG_RB] = { COLUMN_ADVERB, NULL, NULL },
	[TAG_RBR] = { COLUMN_ADVERB, "ra", comparative_rules },
	[TAG_RBS] = { COLUMN_ADVERB, "ra", superlative_rules },
	[TAG_PRP] = { COLUMN_OTHER, NULL, NULL },
	[TAG_DT] = { COLUMN_OTHER, NULL, NULL },
	[TAG_IN] = { COLUMN_OTHER, NULL, NULL }
};

/* Does the form change under this tag at all? */
static bool
inflects(enum tag tag)
{
	const struct inflection *row = &inflections[tag];

	return row->rules || row->column != COLUMN_NOUN;
}

static bool
is_known(struct slice word, const char *kinds)
{
	struct slice found;

	if (!lookup_fields(&known, word, &found))
		return false;
	for (size_t i = 0; i < found.length; i++)
		if (strchr(kinds, found.at[i]))
			return true;
	return false;
}

static bool
is_vowel(char letter)
{
	return letter != '\0' && strchr("aeiou", letter);
}

static char
letter_back(struct slice stem, size_t back)
{
	return back <= stem.length ? stem.at[stem.length - back] : '\0';
}

static bool
ends_doubled(struct slice stem)
{
	char last = letter_back(stem, 1);

	return stem.length > 2 && last == letter_back(stem, 2) &&
	    !is_vowel(last);
}

/*
 * One vowel before one consonant ("hop", "quot"): a verb of that shape would
 * have doubled the consonant, so that an e was lost here.
 */
static bool
ends_short(struct slice stem)
{
	char last = letter_back(stem, 1);
	size_t vowels = 0;

	if (stem.length < 2 || is_vowel(last) || strchr("wxy", last) ||
	    !is_vowel(letter_back(stem, 2)))
		return false;
	for (size_t i = 0; i < stem.length; i++)
		vowels += is_vowel(stem.at[i]) &&
		    !(stem.at[i] == 'u' && i > 0 && stem.at[i - 1] == 'q');
	return vowels == 1;
}

/*
 * A stem of an unknown word that English would not leave without an e:
 * "organiz", "tackl", "devolv", "enhanc", "fudg".
 */
static bool
wants_e(struct slice stem)
{
	char last = letter_back(stem, 1), before = letter_back(stem, 2);

	if (last == '\0')
		return false;
	if (strchr("vuc", last) || (last == 'z' && before != 'z'))
		return true;
	if (last == 'g')
		return before == 'd' || before == 'r' || before == 'a';
	if (last == 'l')
		return before != 'l' && before != 'r' && before != 'w' &&
		    !is_vowel(before);
	if (last == 's')
		return before != 's' && before != '\0';
	return last == 't' && before == 'a' &&
	    !is_vowel(letter_back(stem, 3));
}

/* The stem with a tail, in the scratch. */
static struct slice
stem_with(struct slice stem, const char *tail, char *scratch)
{
	size_t length = strlen(tail);

	memcpy(scratch, stem.at, stem.length);
	memcpy(scratch + stem.length, tail, length);
	return (struct slice){ scratch, stem.length + length };
}

/*
 * The stem (the word's bytes up to `length`) made whole: a slice of the word
 * where it spells on so ("hope" of "hopes"), else of the scratch.
 */
static struct slice
complete(struct slice word, size_t length, enum ending ending, char *scratch)
{
	struct slice stem = slice_part(word, 0, length);

	switch (ending) {
	case END_E:
		if (length < word.length && word.at[length] == 'e')
			return slice_part(word, 0, length + 1);
		if (length + 1 < word.length && word.at[length] == 'i' &&
		    word.at[length + 1] == 'e')
			return slice_part(word, 0, length + 2);
		return stem_with(stem, "e", scratch);
	case END_Y:
		return stem_with(stem, "y", scratch);
	case END_SINGLE:
		return slice_part(word, 0, length - ends_doubled(stem));
	case END_NONE:
	case END_PLAIN:
		break;
	}
	return stem;
}

/* The ending that the spelling suggests for a stem that no list knows. */
static enum ending
ending_by_spelling(const struct rule *rule, struct slice stem)
{
	static const char *const sibilants[] = { "s", "x", "z", "ch", "sh" };

	if (rule->endings[1] == END_NONE || rule->endings[0] == END_Y)
		return rule->endings[0];
	if (rule->endings[0] == END_PLAIN) {
		if (ends_doubled(stem) && !strchr("lsfz", letter_back(stem, 1)))
			return END_SINGLE;
		return wants_e(stem) || ends_short(stem) ? END_E : END_PLAIN;
	}
	for (size_t i = 0; i < sizeof sibilants / sizeof *sibilants; i++)
		if (slice_ends(stem, slice_of(sibilants[i])))
			return slice_ends(stem, SLICE("s")) &&
			    !slice_ends(stem, SLICE("ss")) ? END_E : END_PLAIN;
	return END_E;
}

/* The first rule whose suffix ends the word, or NULL. */
static const struct rule *
rule_for(const struct rule *rules, struct slice lower)
{
	if (lower.length > WORD_MAX)
		return NULL;
	for (; rules->suffix; rules++) {
		struct slice suffix = slice_of(rules->suffix);

		if (slice_ends(lower, suffix) &&
		    lower.length >= suffix.length + 2)
			return rules;
	}
	return NULL;
}

/* Undo a rule where that gives a known base form of one of the kinds. */
static bool
undo_known(const struct rule *rule, struct slice lower, const char *kinds,
    char *scratch, struct slice *base)
{
	size_t length = lower.length - strlen(rule->suffix);
	struct slice stem = slice_part(lower, 0, length);
	enum ending order[ENDINGS_MAX];

	memcpy(order, rule->endings, sizeof order);
	if (order[0] == END_PLAIN && order[1] == END_E && ends_short(stem)) {
		order[0] = END_E;
		order[1] = END_PLAIN;
	}
	for (size_t i = 0; i < ENDINGS_MAX && order[i] != END_NONE; i++) {
		if (order[i] == END_SINGLE && !ends_doubled(stem))
			continue;
		*base = complete(lower, length, order[i], scratch);
		if (is_known(*base, kinds))
			return true;
	}
	return false;
}

/*
 * Undo a rule.  Where that gives no known base form, the word may be one
 * itself ("series"); else the spelling decides.
 */
static struct slice
undo(const struct rule *rule, struct slice lower, const char *kinds,
    struct arena *arena)
{
	char scratch[WORD_MAX + 2];
	struct slice base;

	if (!undo_known(rule, lower, kinds, scratch, &base)) {
		size_t length = lower.length - strlen(rule->suffix);

		if (is_known(lower, kinds))
			return lower;
		base = complete(lower, length, ending_by_spelling(rule,
		    slice_part(lower, 0, length)), scratch);
	}
	return base.at == scratch ? arena_copy(arena, base) : base;
}

static struct slice
irregular_field(struct slice fields, enum column column)
{
	struct slice field = slice_cut(&fields, '\t');

	for (unsigned i = 0; i < column; i++)
		field = slice_cut(&fields, '\t');
	return field;
}

/* The kinds of lemmas.tsv, by letter. */
static unsigned
readings_of_kinds(struct slice kinds)
{
	static const struct { char letter; enum reading reading; } letters[] = {
		{ 'a', READING_ADJECTIVE }, { 'n', READING_NOUN },
		{ 'p', READING_NAME }, { 'r', READING_ADVERB },
		{ 'v', READING_VERB }
	};
	unsigned readings = 0;

	for (size_t i = 0; i < kinds.length; i++)
		for (size_t k = 0; k < sizeof letters / sizeof *letters; k++)
			if (letters[k].letter == kinds.at[i])
				readings |= letters[k].reading;
	return readings;
}

void
lemma_open(void)
{
	irregular = LEXICON_BYTES(irregular);
	known = LEXICON_BYTES(lemmas);
}

struct slice
lemma_of(struct slice lower, enum tag tag, struct arena *arena)
{
	const struct inflection *inflection = &inflections[tag];
	const struct rule *rule;
	struct slice fields;

	if (!inflects(tag))
		return lower;
	if (lookup_fields(&irregular, lower, &fields)) {
		struct slice base = irregular_field(fields, inflection->column);

		if (base.length > 0)
			return base;
	}
	if (!inflection->rules)
		return lower;
	rule = rule_for(inflection->rules, lower);
	return rule ? undo(rule, lower, inflection->kinds, arena) : lower;
}

unsigned
lemma_readings(struct slice lower)
{
	static const struct {
		const struct rule *rules;
		const char *kinds;
		enum reading reading;
	} inflected[] = {
		{ noun_rules, "n", READING_PLURAL },
		{ third_person_rules, "v", READING_THIRD_PERSON },
		{ past_rules, "v", READING_PAST },
		{ participle_rules, "v", READING_PARTICIPLE },
		{ comparative_rules, "a", READING_COMPARATIVE },
		{ superlative_rules, "a", READING_SUPERLATIVE }
	};
	char scratch[WORD_MAX + 2];
	struct slice fields, base;
	unsigned readings = 0;

	if (lookup_fields(&known, lower, &fields))
		readings = readings_of_kinds(fields);
	if (lookup_fields(&irregular, lower, &fields))
		readings |= READING_IRREGULAR;
	for (size_t i = 0; i < sizeof inflected / sizeof *inflected; i++) {
		const struct rule *rule = rule_for(inflected[i].rules, lower);

		if (rule && undo_known(rule, lower, inflected[i].kinds,
		    scratch, &base))
			readings |= inflected[i].reading;
	}
	return readings;
}
