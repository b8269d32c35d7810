/*
 * Attributes of tokens, for the model of names.
 *
 * Most words of a text can be no part of a name and have one tag, O; only
 * capitals, what the rules took for a name, and what joins two capitals are
 * open.  Attributes are set for those and for the words around them.
 *
 * What the rules decided is an attribute like others: the model learns where
 * they can be relied on.
 */
#include "entities/name_features.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "text/lemma.h"

enum attribute {
	ATTRIBUTE_WORD,		/* in small letters, digits as 0 */
	ATTRIBUTE_SUFFIX2, ATTRIBUTE_SUFFIX3, ATTRIBUTE_SUFFIX4,
	ATTRIBUTE_PREFIX3,
	ATTRIBUTE_CONTEXT,	/* lemma of small letters, else what kind of
				   word it is */
	ATTRIBUTE_TAG,
	ATTRIBUTE_SHAPE,	/* with its place */
	ATTRIBUTE_PERSON,	/* first name, last name, common word */
	ATTRIBUTE_HEAD,		/* word of bodies, places, events */
	ATTRIBUTE_SEEN,		/* how the document writes it elsewhere */
	ATTRIBUTE_RULE,		/* the rules' tag */
	ATTRIBUTE_WHY,		/* and their reason */
	ATTRIBUTE_LEAD,		/* and how sure they are */
	ATTRIBUTE_PART,		/* of which longer names it is a part */
	ATTRIBUTE_QUOTE,	/* in quotation marks */
	ATTRIBUTE_KIND,		/* of the sentence */
	ATTRIBUTE_LEFT, ATTRIBUTE_RIGHT,	/* words around its run */
	ATTRIBUTE_LAST, ATTRIBUTE_FIRST,	/* words of its run */
	ATTRIBUTE_APPOSITION,	/* the noun behind its comma */
	ATTRIBUTE_LENGTH,	/* of its run, and the place in it */
	ATTRIBUTE_COUNT
};

const char *const name_attributes[] = {
	[ATTRIBUTE_WORD] = "word", [ATTRIBUTE_SUFFIX2] = "suffix2",
	[ATTRIBUTE_SUFFIX3] = "suffix3", [ATTRIBUTE_SUFFIX4] = "suffix4",
	[ATTRIBUTE_PREFIX3] = "prefix3", [ATTRIBUTE_CONTEXT] = "context",
	[ATTRIBUTE_TAG] = "penn", [ATTRIBUTE_SHAPE] = "shape",
	[ATTRIBUTE_PERSON] = "person", [ATTRIBUTE_HEAD] = "head",
	[ATTRIBUTE_SEEN] = "seen", [ATTRIBUTE_RULE] = "rule",
	[ATTRIBUTE_WHY] = "why", [ATTRIBUTE_LEAD] = "lead",
	[ATTRIBUTE_PART] = "part",
	[ATTRIBUTE_QUOTE] = "quote", [ATTRIBUTE_KIND] = "kind",
	[ATTRIBUTE_LEFT] = "left", [ATTRIBUTE_RIGHT] = "right",
	[ATTRIBUTE_LAST] = "last", [ATTRIBUTE_FIRST] = "first",
	[ATTRIBUTE_APPOSITION] = "apposition",
	[ATTRIBUTE_LENGTH] = "length", [ATTRIBUTE_COUNT] = NULL
};

enum {
	REACH = 2,		/* words around an open one that are told */
	GAP = 3,		/* small words between two capitals */
	APPOSITION = 7,		/* words that a noun may stand behind a name */
	LEAD_MAX = 8,		/* points; more say nothing more */
	WORDS = 1 << 12,	/* kept, of all documents */
	QUOTE_BYTES = 80	/* a title in quotation marks is no longer */
};

#define ALL_TAGS (((uint64_t)1 << NAME_TAG_COUNT) - 1)
#define OUTSIDE ((uint64_t)1)

const char *const *
name_tags(void)
{
	static char text[NAME_TAG_COUNT][8];
	static const char *names[NAME_TAG_COUNT + 1];

	names[0] = "O";
	for (unsigned i = 1; i < NAME_TAG_COUNT; i++) {
		const char *type = mention_type_name(name_tag_type(i));

		text[i][0] = name_tag_inside(i) ? 'I' : 'B';
		text[i][1] = '-';
		memcpy(text[i] + 2, type, strlen(type) + 1);
		names[i] = text[i];
	}
	return names;
}

static uint64_t
inside_tags(void)
{
	uint64_t set = 0;

	for (unsigned i = 2; i < NAME_TAG_COUNT; i += 2)
		set |= (uint64_t)1 << i;
	return set;
}

/* ------------------------------------------------------ what words are */

static uint32_t
number_of(struct slice s)
{
	uint32_t number = (uint32_t)hash_bytes(s);

	return number ? number : 1;
}

static uint32_t
word_number(struct slice lower)
{
	char bytes[64];
	bool digits = false;

	for (size_t i = 0; i < lower.length; i++)
		digits |= is_digit(lower.at[i]);
	if (!digits)
		return number_of(lower);
	if (lower.length > sizeof bytes)
		lower.length = sizeof bytes;
	for (size_t i = 0; i < lower.length; i++)
		bytes[i] = is_digit(lower.at[i]) ? '0' : lower.at[i];
	return number_of((struct slice){ bytes, lower.length });
}

/* First name 1, last name 2, common word 4; and 1, never 0. */
static uint32_t
person_bits(const struct token *token)
{
	enum gender gender;

	return 1 + (world_given_name(token->text, &gender) ? 1u : 0) +
	    (world_is_surname(token->text) ? 2u : 0) +
	    (name_common(token) ? 4u : 0);
}

static uint32_t
head_number(const struct token *token)
{
	struct head head;
	struct nominal nominal;

	if (world_org_word(token->lower, &head))
		return number_of(head.kind) << 1 | 1;
	if (world_loc_word(token->lower, &head))
		return 2 + 32u * (unsigned)head.type + 4u * head.first +
		    8u * head.last;
	if (world_event_word(token->lower))
		return 4;
	nominal = world_nominal(token->lower);
	return nominal.known ? 6 + 32u * (unsigned)nominal.type : 8;
}

static uint32_t
shape_number(const struct name_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];

	return 1 + token->shape + 8u * token->kind +
	    64u * name_is_start(f, i) + 128u * f->title_case +
	    256u * f->upper_case + 512u * token->space_before;
}

/* A small word by its lemma; another by what it looks like. */
static uint32_t
context_number(const struct token *token, uint32_t person)
{
	if (token->kind == TOKEN_NUMBER)
		return 3;
	if (!name_capital(token))
		return number_of(token->lemma.length > 0 ? token->lemma :
		    token->lower);
	return 2 * (person + 16u * token->shape);
}

/* --------------------------------------------- what the document says */

/* Bits of parts: by type of the longer name, its first and its last word. */
static void
note_part(struct name_reader *reader, struct slice lower, unsigned bit)
{
	uint32_t *bits = hash_put(&reader->parts, lower);

	if (*bits == HASH_NONE)
		*bits = 0;
	*bits |= 1u << bit;
}

static void
note_parts(struct name_reader *reader)
{
	const struct name_finder *f = &reader->finder;

	for (size_t i = 0; i < f->names->count; i++) {
		const struct name *name = &f->names->at[i];
		const struct token *tokens =
		    f->document->sentences[name->sentence].tokens;

		if (name->last - name->first < 2)
			continue;
		for (size_t k = name->first; k < name->last; k++)
			if (name_capital(&tokens[k]))
				note_part(reader, tokens[k].lower,
				    (unsigned)name->type +
				    (k + 1 == name->last ?
				    MENTION_TYPE_COUNT : 0));
	}
}

/* --------------------------------------------------------- one sentence */

/* What a word is wherever it stands; the last ones are kept, by their hash. */
struct word {
	uint64_t hash;
	uint32_t word, suffixes[3], prefix, person, head;
};

static struct word words[WORDS];

static const struct word *
word_of(const struct token *token)
{
	uint64_t hash = hash_bytes(token->text) | 1;
	struct word *word = &words[hash >> 1 & (WORDS - 1)];
	struct slice lower = token->lower;

	if (word->hash == hash)
		return word;
	*word = (struct word){ .hash = hash, .word = word_number(lower) };
	word->person = name_capital(token) ? person_bits(token) : 9;
	if (token->kind == TOKEN_WORD)
		word->head = head_number(token);
	for (size_t n = 2; n <= 4; n++)
		if (lower.length > n)
			word->suffixes[n - 2] = number_of(slice_part(lower,
			    lower.length - n, lower.length));
	if (lower.length > 3)
		word->prefix = number_of(slice_part(lower, 0, 3));
	return word;
}

static void
set_word(struct lattice *lattice, const struct name_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];
	const struct word *word;
	uint32_t *row = lattice_at(lattice, i);

	if (row[ATTRIBUTE_WORD] != 0)
		return;
	word = word_of(token);
	row[ATTRIBUTE_WORD] = word->word;
	row[ATTRIBUTE_SUFFIX2] = word->suffixes[0];
	row[ATTRIBUTE_SUFFIX3] = word->suffixes[1];
	row[ATTRIBUTE_SUFFIX4] = word->suffixes[2];
	row[ATTRIBUTE_PREFIX3] = word->prefix;
	row[ATTRIBUTE_PERSON] = word->person;
	row[ATTRIBUTE_HEAD] = word->head;
	row[ATTRIBUTE_TAG] = token->tag;
	row[ATTRIBUTE_CONTEXT] = context_number(token, word->person);
	row[ATTRIBUTE_SHAPE] = shape_number(f, i);
}

/* A short quotation may be a title: how it begins and goes on. */
static uint32_t
quote_number(const struct name_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];
	const struct quotation *quotation;

	if (token->quotation == 0)
		return 1;
	quotation = &f->document->quotations[token->quotation - 1];
	if (!quotation->closed ||
	    quotation->span.end - quotation->span.start > QUOTE_BYTES)
		return 2;
	return 3u + (i > 0 && f->tokens[i - 1].start == quotation->span.start) +
	    2u * (i + 1 < f->count && f->tokens[i + 1].end ==
	    quotation->span.end) + 4u * quotation->scare;
}

static void
set_own(struct lattice *lattice, const struct name_reader *reader, size_t i)
{
	const struct name_finder *f = &reader->finder;
	const struct token *token = &f->tokens[i];
	uint32_t *row = lattice_at(lattice, i);
	uint32_t part = hash_get(&reader->parts, token->lower);

	row[ATTRIBUTE_SEEN] = 1 + name_seen(f->names, token->lower);
	row[ATTRIBUTE_PART] = part == HASH_NONE ? 1 : 2 + part;
	row[ATTRIBUTE_QUOTE] = quote_number(f, i);
	row[ATTRIBUTE_KIND] = 1u +
	    f->document->sentences[f->index].kind;
}

/* The rules' names as attributes. */
static void
set_rules(struct lattice *lattice, const struct name_reader *reader)
{
	const struct names *names = reader->finder.names;
	uint32_t done = 0;

	for (size_t i = reader->first; i < reader->last; i++) {
		const struct name *name = &names->at[i];
		uint32_t why = number_of(slice_of(name->why)) +
		    (name->fact.id.length > 0) + 2u * (name->title.tokens > 0);
		uint32_t lead = 1 + (uint32_t)(name->lead < LEAD_MAX ?
		    name->lead : LEAD_MAX);

		if (name->first < done)
			continue;	/* inside another */
		for (uint32_t k = name->first; k < name->last; k++) {
			uint32_t *row = lattice_at(lattice, k);

			row[ATTRIBUTE_RULE] = 1 + name_tag(name->type,
			    k > name->first);
			row[ATTRIBUTE_WHY] = why;
			row[ATTRIBUTE_LEAD] = lead;
		}
		done = name->last;
	}
	for (size_t i = 0; i < lattice->count; i++)
		if (lattice_at(lattice, i)[ATTRIBUTE_RULE] == 0)
			lattice_at(lattice, i)[ATTRIBUTE_RULE] = 1;
}

/* "Ann Lyne, the union's regional secretary": what a noun there stands for. */
static uint32_t
apposition_number(const struct name_finder *f, size_t last)
{
	size_t at = last + 1;

	if (last >= f->count || !slice_is(f->tokens[last].text, ","))
		return 1;
	if (at < f->count && f->tokens[at].kind == TOKEN_NUMBER)
		return 2;
	for (; at < f->count && at < last + APPOSITION; at++) {
		const struct token *token = &f->tokens[at];
		struct nominal nominal;

		if (token->tag == TAG_COMMA || tag_is_verb(token->tag) ||
		    token->tag == TAG_IN)
			break;
		if (token->shape != SHAPE_LOWER || !tag_is_noun(token->tag))
			continue;
		nominal = world_nominal(token->lower);
		if (nominal.known && (at + 1 == f->count ||
		    (f->tokens[at + 1].tag != TAG_POS &&
		    !tag_is_noun(f->tokens[at + 1].tag))))
			return 4 + (uint32_t)nominal.type;
	}
	return 3;
}

/* The run of open words from first to last: what stands in and around it. */
static void
set_run(struct lattice *lattice, const struct name_finder *f, size_t first,
    size_t last)
{
	uint32_t left = first > 0 ?
	    lattice_at(lattice, first - 1)[ATTRIBUTE_CONTEXT] : 1;
	uint32_t right = last < f->count ?
	    lattice_at(lattice, last)[ATTRIBUTE_CONTEXT] : 1;
	uint32_t head = lattice_at(lattice, last - 1)[ATTRIBUTE_HEAD];
	uint32_t apposition = apposition_number(f, last);

	/* "Hallam & Pryce" is a company, as "Hallam Company" is */
	for (size_t i = first; i < last; i++)
		if (name_is(f, i, "&"))
			head = number_of(SLICE("company")) << 1 | 1;
	for (size_t i = first; i < last; i++) {
		uint32_t *row = lattice_at(lattice, i);
		size_t length = last - first, place = i - first;

		row[ATTRIBUTE_LEFT] = left;
		row[ATTRIBUTE_RIGHT] = right;
		row[ATTRIBUTE_FIRST] =
		    lattice_at(lattice, first)[ATTRIBUTE_PERSON];
		row[ATTRIBUTE_LAST] = head;
		row[ATTRIBUTE_APPOSITION] = apposition;
		row[ATTRIBUTE_LENGTH] = 1 + (uint32_t)(length < 6 ? length : 6)
		    + 8 * (uint32_t)(place < 3 ? place : 3) +
		    32u * (i + 1 == last);
	}
}

/* Words that names are joined by. */
static bool
joins(const struct name_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];

	switch (token->tag) {
	case TAG_IN: case TAG_TO: case TAG_CC: case TAG_DT: case TAG_POS:
	case TAG_HYPH: case TAG_CD:
		return true;
	default:
		return name_joint(f, i) ||
		    name_has_class(token->lower, "connector") ||
		    name_has_class(token->lower, "particle");
	}
}

/* Does a capital follow at i or behind small words? */
static bool
capital_follows(const struct name_finder *f, size_t i)
{
	for (size_t k = i; k < f->count && k < i + GAP; k++) {
		if (f->taken[k])
			return false;
		if (name_capital(&f->tokens[k]))
			return true;
		if (!joins(f, k))
			return false;
	}
	return false;
}

/* Can the word at i, no capital, go on with the name before it? */
static bool
goes_on(const struct name_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];
	struct head head;

	if (joins(f, i) && capital_follows(f, i + 1))
		return true;
	if (token->kind == TOKEN_NUMBER)
		return true;
	return token->shape == SHAPE_LOWER && token->kind == TOKEN_WORD &&
	    ((name_head(f, i, &head) && head.last) ||
	    world_event_word(token->lower));
}

/* "The deal": a capital that nothing but its place explains. */
static bool
is_plain_start(const struct name_finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];

	return token->shape == SHAPE_CAPITALISED &&
	    name_is_function(token->tag) && i + 1 < f->count &&
	    !name_capital(&f->tokens[i + 1]) && name_is_start(f, i);
}

static uint64_t
candidates_of(const struct name_reader *reader,
    const struct lattice *lattice, size_t i)
{
	const struct name_finder *f = &reader->finder;
	uint32_t rule = lattice_at(lattice, i)[ATTRIBUTE_RULE] - 1;
	bool behind = i > 0 && lattice->candidates[i - 1] != OUTSIDE;
	bool capital = name_capital(&f->tokens[i]) &&
	    !slice_is(f->tokens[i].text, "I");

	if (f->taken[i] || (rule == 0 && is_plain_start(f, i)))
		return OUTSIDE;
	if (capital || (rule != 0 && !name_tag_inside(rule)))
		return behind ? ALL_TAGS : ALL_TAGS & ~inside_tags();
	if (behind && (rule != 0 || goes_on(f, i)))
		return OUTSIDE | inside_tags();
	return OUTSIDE;
}

/* A name cannot go on at i. */
static void
close_at(struct lattice *lattice, size_t i)
{
	if (i < lattice->count && lattice->candidates[i] != OUTSIDE)
		lattice->candidates[i] &= ~inside_tags();
}

/* "Hallam & Pryce" is one name, the "Israel-Hamas" war has two. */
static void
close_joints(struct lattice *lattice, const struct name_finder *f,
    const struct name *name)
{
	for (size_t k = name->first + 1; k + 1 < name->last; k++)
		if (name_is(f, k, "&"))
			lattice->candidates[k] = lattice->candidates[k + 1] =
			    inside_tags();
	if (name->fact.id.length > 0 && name_joint(f, name->last)) {
		lattice->candidates[name->last] = OUTSIDE;
		close_at(lattice, name->last + 1);
	}
}

/* What the rules are sure of, and a user's own names, stays as it is. */
static void
close_candidates(struct lattice *lattice, const struct name_reader *reader)
{
	const struct name_finder *f = &reader->finder;

	for (size_t i = reader->first; i < reader->last; i++) {
		const struct name *name = &f->names->at[i];

		for (uint32_t k = name->title_first; k < name->first; k++)
			lattice->candidates[k] = OUTSIDE;
		if (name->title_first < name->first)
			close_at(lattice, name->first);
		close_joints(lattice, f, name);
		if (!name->fact.actor)
			continue;
		for (uint32_t k = name->first; k < name->last; k++)
			lattice->candidates[k] = (uint64_t)1 <<
			    name_tag(name->type, k > name->first);
		close_at(lattice, name->last);
	}
}

void
name_reader_open(struct name_reader *reader, const struct document *document,
    struct names *names)
{
	*reader = (struct name_reader){
		.finder = { .document = document, .names = names }
	};
	note_parts(reader);
}

bool
name_lattice(struct lattice *lattice, struct name_reader *reader,
    uint32_t sentence, const bool *taken)
{
	struct name_finder *f = &reader->finder;
	bool open = false;

	name_enter(f, sentence);
	f->taken = taken;
	reader->first = reader->next;
	while (reader->next < f->names->count &&
	    f->names->at[reader->next].sentence == sentence)
		reader->next++;
	reader->last = reader->next;
	for (size_t i = 0; i < f->count && !open; i++)
		open = name_capital(&f->tokens[i]);
	if (!open && reader->first == reader->last)
		return false;
	lattice_start(lattice, f->count, ATTRIBUTE_COUNT);
	set_rules(lattice, reader);
	for (size_t i = 0; i < f->count; i++)
		lattice->candidates[i] = candidates_of(reader, lattice, i);
	for (size_t i = 0; i < f->count; i++) {
		size_t first = i > REACH ? i - REACH : 0;

		if (lattice->candidates[i] == OUTSIDE)
			continue;
		for (size_t k = first; k <= i + REACH && k < f->count; k++)
			set_word(lattice, f, k);
		set_own(lattice, reader, i);
	}
	for (size_t i = 0, first; i < f->count; i++) {
		first = i;
		while (i < f->count && lattice->candidates[i] != OUTSIDE)
			i++;
		if (i > first)
			set_run(lattice, f, first, i);
	}
	close_candidates(lattice, reader);
	return true;
}

void
name_lattice_hide(struct lattice *lattice, size_t position)
{
	uint32_t *row = lattice_at(lattice, position);

	row[ATTRIBUTE_WORD] = 0;
	for (unsigned i = ATTRIBUTE_SUFFIX2; i <= ATTRIBUTE_PREFIX3; i++)
		row[i] = 0;
}

void
name_reader_close(struct name_reader *reader)
{
	hash_free(&reader->parts);
}
