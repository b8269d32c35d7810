/*
 * Names: runs of capitalised words, with the connectors that names are joined
 * by, cut where a title, a nation or a name of the tables ends.
 *
 * A capital at the start of a sentence, or in a headline where all words have
 * one, is no evidence: there a word must be known to the tables, or stand with
 * a capital elsewhere in the document and never without.
 */
#include "entities/name.h"

#include "text/lemma.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(name_words);

enum { SEEN_SMALL = 1, SEEN_CAPITAL = 2 };

static struct lexicon name_words;

struct finder {
	const struct document *document;
	struct names *names;
	struct hash seen;		/* lower-case word -> SEEN_* */

	/* of the sentence under way */
	uint32_t index;
	const struct token *tokens;
	size_t count;
	const bool *taken;
	bool title_case;		/* its capitals say nothing */
	bool upper_case;
};

void
names_open(void)
{
	static const char *const columns[] = { "word", "class", NULL };

	lexicon_add(&name_words, LEXICON_BYTES(name_words), "name_words.tsv",
	    columns);
}

static bool
has_class(struct slice lower, const char *class)
{
	const struct lexicon_row *row = lexicon_find(&name_words, lower);

	for (; row; row = lexicon_more(&name_words, row))
		if (slice_is(row->fields[1], class))
			return true;
	return false;
}

static bool
is_word(const struct finder *f, size_t i, const char *word)
{
	return i < f->count && slice_is(f->tokens[i].lower, word);
}

/* A hyphen that joins the words on both its sides. */
static bool
is_joint(const struct finder *f, size_t i)
{
	return i > 0 && i + 1 < f->count && (is_word(f, i, "-") ||
	    is_word(f, i, "–") || is_word(f, i, "‑")) &&
	    !f->tokens[i].space_before && !f->tokens[i + 1].space_before;
}

static bool
is_capital(const struct token *token)
{
	return (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER) &&
	    (token->shape == SHAPE_CAPITALISED ||
	    token->shape == SHAPE_UPPER || token->shape == SHAPE_INITIAL ||
	    (token->shape == SHAPE_MIXED && token->kind == TOKEN_WORD));
}

/* --------------------------------------------------------------- evidence */

/* Does a sentence, a quotation or a clause after a colon begin at i? */
static bool
is_start(const struct finder *f, size_t i)
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
look_at_capitals(struct finder *f)
{
	size_t words = 0, capitals = 0, upper = 0;

	for (size_t i = 0; i < f->count; i++) {
		const struct token *token = &f->tokens[i];

		if (token->kind != TOKEN_WORD || token->text.length < 4)
			continue;
		words++;
		capitals += is_capital(token);
		upper += token->shape == SHAPE_UPPER;
	}
	f->title_case = words >= 3 && capitals * 10 >= words * 7 &&
	    f->tokens[f->count - 1].tag != TAG_STOP;
	f->upper_case = words >= 1 && upper * 10 >= words * 8;
}

static void
enter_sentence(struct finder *f, uint32_t index)
{
	const struct sentence *sentence = &f->document->sentences[index];

	f->index = index;
	f->tokens = sentence->tokens;
	f->count = sentence->count;
	look_at_capitals(f);
}

static void
note_words(struct finder *f)
{
	if (f->title_case || f->upper_case)
		return;
	for (size_t i = 0; i < f->count; i++) {
		const struct token *token = &f->tokens[i];
		uint32_t *bits;

		if (token->kind != TOKEN_WORD)
			continue;
		if (is_capital(token) && is_start(f, i))
			continue;
		bits = hash_put(&f->seen, token->lower);
		if (*bits == HASH_NONE)
			*bits = 0;
		*bits |= is_capital(token) ? SEEN_CAPITAL : SEEN_SMALL;
	}
}

static uint32_t
seen(const struct finder *f, size_t i)
{
	uint32_t bits = hash_get(&f->seen, f->tokens[i].lower);

	return bits == HASH_NONE ? 0 : bits;
}

static bool
is_function_tag(enum tag tag)
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
static bool
is_common(const struct token *token)
{
	return (lemma_readings(token->lower) & ~(unsigned)READING_NAME) != 0;
}

static bool
is_head(const struct finder *f, size_t i, struct head *head)
{
	return world_org_word(f->tokens[i].lower, head) ||
	    world_loc_word(f->tokens[i].lower, head);
}

/* Is a capital that its place explains nevertheless that of a name? */
static bool
is_name_at_start(const struct finder *f, size_t i)
{
	const struct token *token = &f->tokens[i];
	uint32_t bits = seen(f, i);
	struct fact fact;
	struct head head;
	enum gender gender;
	bool next = i + 1 < f->count && is_capital(&f->tokens[i + 1]) &&
	    !is_function_tag(f->tokens[i + 1].tag);

	if (slice_is(token->text, "I"))
		return false;
	if (is_function_tag(token->tag) && token->shape != SHAPE_UPPER)
		return false;
	fact = world_name(f->tokens, f->count, i);
	if (fact.tokens > 1)
		return true;
	if (fact.tokens == 1)
		return (bits & SEEN_SMALL) == 0 || tag_is_name(token->tag);
	if (bits & SEEN_SMALL)
		return next && tag_is_name(token->tag) && !f->title_case &&
		    !f->upper_case;
	if (is_head(f, i, &head) && head.first && i + 2 < f->count &&
	    is_word(f, i + 1, "of") && is_capital(&f->tokens[i + 2]))
		return true;
	if (bits & SEEN_CAPITAL)
		return true;
	if (next && world_given_name(token->text, &gender))
		return true;
	if (f->title_case || f->upper_case)
		return token->shape == SHAPE_MIXED || (f->title_case &&
		    !is_common(token));
	if (token->shape == SHAPE_UPPER && token->text.length > 1)
		return true;
	return tag_is_name(token->tag);
}

/* "D-Mass.", "R-Texas": a party and a state behind a legislator's name. */
static bool
is_party_mark(const struct finder *f, size_t i)
{
	struct slice text = f->tokens[i].text;

	return strchr("DRI", text.at[0]) != NULL && i > 0 &&
	    (is_word(f, i - 1, ",") || is_word(f, i - 1, "(")) &&
	    (text.length == 1 ? is_joint(f, i + 1) :
	    text.length > 3 && text.at[1] == '-');
}

/* Can token i be a word of a name? */
static bool
is_name_token(const struct finder *f, size_t i)
{
	const struct token *token;

	if (i >= f->count || f->taken[i])
		return false;
	token = &f->tokens[i];
	if (!is_capital(token) || is_party_mark(f, i))
		return false;
	if (token->kind == TOKEN_NUMBER)
		return token->shape == SHAPE_UPPER && i > 0;
	if (has_class(token->lower, "none") || is_word(f, i + 1, "dollars"))
		return false;
	if (f->title_case || f->upper_case || is_start(f, i))
		return is_name_at_start(f, i);
	if (token->tag == TAG_PRP || token->tag == TAG_PRPS)
		return token->shape == SHAPE_UPPER && token->text.length > 1;
	if (token->shape == SHAPE_INITIAL && slice_is(token->text, "I"))
		return false;
	return token->tag != TAG_DT && token->tag != TAG_UH;
}

/* ------------------------------------------------------------------- runs */

static bool
has_first_head(const struct finder *f, size_t first, size_t last)
{
	struct head head;

	for (size_t i = first; i < last; i++)
		if ((world_org_word(f->tokens[i].lower, &head) ||
		    world_loc_word(f->tokens[i].lower, &head)) && head.first)
			return true;
	return false;
}

/* "Ministry of Health", "Center for Peace": all that follows belongs to it. */
static bool
is_head_with_of(const struct finder *f, size_t i, size_t last,
    struct head *head)
{
	return i + 2 < last && has_class(f->tokens[i + 1].lower,
	    "connector") && !is_word(f, i + 1, "and") &&
	    is_head(f, i, head) && head->first;
}

static bool
has_head_with_of(const struct finder *f, size_t first, size_t last)
{
	struct head head;

	for (size_t i = first; i + 2 < last; i++)
		if (is_head_with_of(f, i, last, &head))
			return true;
	return false;
}

static bool
is_known_alone(const struct finder *f, size_t i)
{
	struct fact fact = world_name(f->tokens, i + 1, i);

	return fact.tokens == 1 && fact.type != MENTION_PER;
}

/* A short syllable behind the hyphen of a Korean or Chinese name. */
static bool
is_syllable(const struct finder *f, size_t run, size_t i)
{
	const struct token *token = &f->tokens[i];

	return i >= run + 3 && token->shape == SHAPE_LOWER &&
	    token->text.length <= 6 && !slice_ends(token->lower, SLICE("ed")) &&
	    token->tag != TAG_VBN && token->tag != TAG_VBG &&
	    !has_class(token->lower, "suffix") &&
	    !is_known_alone(f, i - 2);
}

/*
 * "Foreign Policy and Defence Committee", "Shippers' Council": common words on
 * both sides, and a body's head word behind.
 */
static bool
is_joined_by_head(const struct finder *f, size_t run, size_t joint)
{
	struct head head;

	for (size_t i = run; i < joint; i++)
		if (!is_common(&f->tokens[i]) || is_known_alone(f, i))
			return false;
	for (size_t i = joint + 1; i < joint + 6 && is_name_token(f, i); i++) {
		if ((i > joint + 1 || !is_word(f, joint, "and")) &&
		    world_org_word(f->tokens[i].lower, &head) && head.last)
			return true;
		if (!is_common(&f->tokens[i]) || is_known_alone(f, i))
			return false;
	}
	return false;
}

/*
 * Where a run that began at `run` and reaches to `last` goes on behind a
 * hyphen or a connector; last when it does not.
 */
static size_t
over_connector(const struct finder *f, size_t run, size_t last)
{
	size_t next = last + 1;
	struct slice lower;

	if (last >= f->count || f->taken[last])
		return last;
	lower = f->tokens[last].lower;
	if (is_joint(f, last)) {
		if (is_name_token(f, next))
			return is_known_alone(f, last - 1) ? last : next + 1;
		return is_syllable(f, run, next) ? next + 1 : last;
	}
	if (has_class(lower, "particle")) {
		while (next < f->count && (is_joint(f, next) ||
		    has_class(f->tokens[next].lower, "particle")))
			next++;
		return is_name_token(f, next) ? next + 1 : last;
	}
	if (slice_is(lower, "&"))
		return is_name_token(f, next) ? next + 1 : last;
	if (slice_is(lower, "'s") && last > run &&
	    has_class(f->tokens[last - 1].lower, "owner"))
		return is_name_token(f, next) ? next + 1 : last;
	if (slice_is(lower, ",") && next < f->count &&
	    has_class(f->tokens[next].lower, "legal") &&
	    is_capital(&f->tokens[next]))
		return next + 1;
	if ((slice_is(lower, "and") || ((slice_is(lower, "'s") ||
	    slice_is(lower, "'")) && !f->tokens[last].space_before &&
	    f->tokens[last - 1].tag != TAG_NNP)) &&
	    is_joined_by_head(f, run, last))
		return next + 1;
	if (!has_class(lower, "connector") || !has_first_head(f, run, last))
		return last;
	/* "Ministry of Health and Wellness", not "the Ministry and the" */
	if (slice_is(lower, "and") && (is_known_alone(f, next) ||
	    !has_head_with_of(f, run, last) || is_word(f, next, "the")))
		return last;
	if (is_word(f, next, "the"))
		next++;
	return is_name_token(f, next) ? next + 1 : last;
}

static size_t
run_end(const struct finder *f, size_t run)
{
	size_t last = run + 1, next;

	for (;;) {
		if (is_name_token(f, last) && !is_joint(f, last)) {
			last++;
			continue;
		}
		next = over_connector(f, run, last);
		if (next == last)
			return last;
		last = next;
	}
}

/* ----------------------------------------------------------- segmentation */

/* "TEL AVIV" as it stands in running text: "Tel Aviv". */
static struct slice
small_letters(struct slice text, struct arena *arena)
{
	char *bytes = arena_new(arena, text.length, 1);
	bool inside = false;

	for (size_t i = 0; i < text.length; i++) {
		char c = text.at[i];
		bool upper = c >= 'A' && c <= 'Z';

		bytes[i] = upper && inside ? (char)(c | 0x20) : c;
		inside = upper || (inside && c != ' ' && c != '-');
	}
	return (struct slice){ bytes, text.length };
}

static struct name *
add_name(struct finder *f, size_t first, size_t last, enum mention_type type,
    const char *why)
{
	struct names *names = f->names;
	const char *start = f->tokens[first].text.at;
	const struct token *end = &f->tokens[last - 1];
	struct name *name;

	ARENA_GROW(f->document->arena, names->at, names->count,
	    names->capacity);
	name = &names->at[names->count++];
	*name = (struct name){
		.sentence = f->index, .first = (uint32_t)first,
		.last = (uint32_t)last, .title_first = (uint32_t)first,
		.kind = MENTION_NAM, .type = type, .why = why,
		.text = { start, (size_t)(end->text.at - start) +
		    end->text.length },
		.entity = NO_ENTITY
	};
	if (f->upper_case && name->text.length > 3)
		name->text = small_letters(name->text, f->document->arena);
	return name;
}

/* The title that ends right before token i: "spokesperson" John Kirby. */
static struct title
title_before(const struct finder *f, size_t i, size_t *first)
{
	enum { TITLE_REACH = 6 };
	size_t from = i > TITLE_REACH ? i - TITLE_REACH : 0;
	struct title title = { 0 };

	for (size_t k = from; k < i; k++) {
		title = world_title(f->tokens, i, k);
		if (title.tokens == i - k) {
			*first = k;
			return title;
		}
	}
	return (struct title){ 0 };
}

static void
set_title(const struct finder *f, struct name *name)
{
	size_t first = name->first;
	struct title title = title_before(f, first, &first);

	if (title.tokens == 0 && first > 1 && is_word(f, first - 1, ","))
		return;
	name->title = title;
	name->title_first = (uint32_t)first;
}

/* Where the title ends that begins at i; 0 when none does. */
static size_t
title_inside(const struct finder *f, size_t i)
{
	struct title title = world_title(f->tokens, f->count, i);

	return title.tokens > 0 ? i + title.tokens : 0;
}

struct piece {
	size_t first, last;
	struct head head;
	bool headed;		/* its words say what it is */
};

/* The piece of a run from first up to the next title. */
static size_t
piece_end(const struct finder *f, size_t first, size_t last)
{
	size_t end = first + 1;

	while (end < last) {
		size_t behind = title_inside(f, end);

		if (behind > 0 && behind < last &&
		    !is_word(f, end - 1, "of") && !is_joint(f, end - 1))
			break;
		/* "Kirby Deputy" never, but "Ministry spokesman" */
		if (behind == last && behind > end &&
		    !is_joint(f, end - 1) &&
		    f->tokens[end].shape != SHAPE_LOWER &&
		    !world_is_surname(f->tokens[end].text))
			break;
		end++;
	}
	return end;
}

/*
 * A head word of bodies, places or events among tokens first to last; behind
 * is where the name ends that it is the head of.
 */
static bool
find_head(const struct finder *f, size_t first, size_t last, size_t *behind,
    struct head *head)
{
	*behind = last;
	for (size_t i = first; i < last; i++)
		if (is_head_with_of(f, i, last, head))
			return true;
	for (size_t i = last; i-- > first + 1;) {
		*behind = i + 1;
		if (is_head(f, i, head) && head->last)
			return true;
		if (world_event_word(f->tokens[i].lower)) {
			*head = (struct head){ .type = MENTION_EVENT };
			return true;
		}
	}
	/* "Bank Mandiri", "Lake Tana"; alone only bodies: "Parliament" */
	*behind = last;
	return is_head(f, first, head) && head->first &&
	    (last > first + 1 || head->type == MENTION_ORG);
}

/* Institutions that are a state's: "Israeli" stays outside their name. */
static bool
is_institution(const struct head *head)
{
	static const char *const kinds[] = {
		"agency", "army", "court", "government", "legislature",
		"military", "ministry", "parliament", "police"
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (slice_is(head->kind, kinds[i]))
			return true;
	return false;
}

/* A place's name that a person's begins with: "Jordan Henderson". */
static bool
is_person_too(const struct finder *f, size_t first, size_t last)
{
	enum gender gender;

	if (last - first < 2 || last - first > 4)
		return false;
	return world_given_name(f->tokens[first].text, &gender) &&
	    !is_word(f, first + 1, "and");
}

/* "Biden administration", "Netanyahu's office": the person inside. */
static void
add_person_inside(struct finder *f, const struct name *outer)
{
	size_t first = outer->first;
	struct fact fact = world_surname(f->tokens[first].text);
	struct name *name;

	if (fact.tokens == 0 || outer->last - first < 2 ||
	    outer->type != MENTION_ORG)
		return;
	if (f->tokens[first + 1].shape != SHAPE_LOWER &&
	    !is_word(f, first + 1, "'s") &&
	    !is_word(f, first + 1, "administration"))
		return;
	name = add_name(f, first, first + 1, MENTION_PER, "table");
	name->fact = fact;
}

static size_t
add_fact(struct finder *f, size_t first, struct fact fact)
{
	size_t last = first + fact.tokens;
	size_t title = fact.type == MENTION_PER ?
	    title_inside(f, first) : 0;
	struct name *name;

	/* "Pope Francis" is in the tables with his title */
	if (title >= last)
		title = 0;
	name = add_name(f, title > 0 ? title : first, last, fact.type,
	    "table");
	name->fact = fact;
	if (fact.demonym)
		name->kind = MENTION_ADJ;
	if (fact.type == MENTION_PER)
		set_title(f, name);
	add_person_inside(f, name);
	return last;
}

/* "British Indians", "Sunni Arab": two nations' names that make one. */
static size_t
add_double_demonym(struct finder *f, size_t first, struct fact fact,
    size_t last)
{
	size_t next = first + fact.tokens;
	struct fact second = { 0 };
	struct name *name;

	if (!fact.demonym || next >= last)
		return 0;
	second = world_name(f->tokens, last, next);
	if (second.tokens == 0 || second.type != MENTION_NORP)
		return 0;
	name = add_name(f, first, next + second.tokens, MENTION_NORP,
	    "table");
	name->kind = second.demonym ? MENTION_ADJ : MENTION_NAM;
	return name->last;
}

/* "Erez crossing": a head with a small letter behind a name. */
static size_t
small_head(const struct finder *f, size_t first, size_t last,
    struct head *head)
{
	size_t at = last;

	if (at < f->count && is_word(f, at, "refugee"))
		at++;
	if (at >= f->count || f->taken[at] ||
	    f->tokens[at].shape != SHAPE_LOWER ||
	    !world_loc_word(f->tokens[at].lower, head) || !head->last ||
	    head->type != MENTION_FAC || first == last)
		return last;
	return at + 1;
}

/*
 * "Diplomatic Security Charlene Lamb": where a person's name begins behind
 * words of every day; else end.
 */
static size_t
before_person(const struct finder *f, size_t first, size_t end)
{
	enum gender gender;

	for (size_t i = first; i + 1 < end && is_common(&f->tokens[i]); i++)
		if (i > first && world_given_name(f->tokens[i].text, &gender))
			return i;
	for (size_t i = first + 1; i + 1 < end; i++) {
		if (world_given_name(f->tokens[i].text, &gender) &&
		    i + 4 > end && is_common(&f->tokens[i - 1]))
			return i;
		if (!is_common(&f->tokens[i]))
			break;
	}
	return end;
}

/* "Democratic Party of Korea" is another one than that of the tables. */
static size_t
of_elsewhere(const struct finder *f, size_t last, struct fact fact)
{
	if (fact.type != MENTION_ORG || !slice_is(fact.kind, "party") ||
	    !is_word(f, last, "of"))
		return 0;
	if (is_word(f, last + 1, "the"))
		last++;
	return is_name_token(f, last + 1) ? last + 2 : 0;
}

/* One name (or title) at first, of a run that ends at last; where it ends. */
static size_t
cut_name(struct finder *f, size_t first, size_t last)
{
	struct fact fact = world_name(f->tokens, f->count, first);
	size_t end, behind, title = title_inside(f, first);
	struct head head = { 0 };
	struct name *name;

	/* "US Secretary of State", "BJP leader": the title names a body */
	if (title > first + fact.tokens && fact.tokens > 0 &&
	    fact.type != MENTION_PER)
		return add_fact(f, first, fact);
	if (title > first && (fact.tokens < title - first ||
	    (title < last && fact.tokens == title - first)))
		return title;
	end = piece_end(f, first, last);
	/* "Mrs. Lena Ferrow" bears a river's name */
	if (fact.tokens == 1 && end > first + 1 && !fact.demonym &&
	    fact.type != MENTION_PER &&
	    title_before(f, first, &behind).tokens > 0)
		fact = (struct fact){ 0 };
	/* "Harmony Hunter" is no party of Latvia */
	if (fact.tokens == 1 && end > first + 1 &&
	    fact.type == MENTION_ORG && is_common(&f->tokens[first]) &&
	    f->tokens[first].shape == SHAPE_CAPITALISED)
		fact = (struct fact){ 0 };
	behind = add_double_demonym(f, first, fact, end);
	if (behind > 0)
		return behind;
	if (fact.tokens >= end - first) {
		behind = of_elsewhere(f, first + fact.tokens, fact);
		if (behind == 0)
			return add_fact(f, first, fact);
		return add_name(f, first, behind, MENTION_ORG, "head word")->
		    last;
	}
	behind = small_head(f, first, end, &head);
	if (behind > end && !fact.demonym) {
		add_name(f, first, behind, head.type, "head word");
		return behind;
	}
	if (find_head(f, first, end, &behind, &head) &&
	    behind - first > fact.tokens) {
		if (!fact.demonym || !is_institution(&head)) {
			name = add_name(f, first, behind, head.type,
			    "head word");
			name->fact.kind = head.kind;
			return behind;
		}
	}
	/* "Mohammed bin Rashid" is known, "Al Maktoum" belongs to it */
	if (fact.tokens > 1 && fact.type == MENTION_PER &&
	    end - first <= fact.tokens + 3 && !is_known_alone(f, end - 1))
		fact.tokens = end - first;
	/* "Santiago de Surco" is another place than Santiago */
	if (fact.tokens > 0 && fact.type == MENTION_GPE &&
	    has_class(f->tokens[first + fact.tokens].lower, "particle"))
		return add_name(f, first, end, MENTION_GPE, "place's name")->
		    last;
	if (fact.tokens > 0 && !(fact.tokens == 1 && !fact.demonym &&
	    is_person_too(f, first, end)))
		return add_fact(f, first, fact);
	if (is_common(&f->tokens[first]) && end == first + 1 &&
	    title_inside(f, end) > end)
		return end;	/* "Harbour Minister" */
	end = before_person(f, first, end);
	name = add_name(f, first, end, MENTION_TYPE_COUNT, "");
	set_title(f, name);
	return end;
}

/* "al-Ansari" at the start of a name begins with a small letter. */
static bool
begins_with_particle(const struct finder *f, size_t i)
{
	return is_joint(f, i + 1) && has_class(f->tokens[i].lower, "prefix") &&
	    i + 2 < f->count && is_capital(&f->tokens[i + 2]) &&
	    !f->taken[i];
}

static size_t
cut_run(struct finder *f, size_t first)
{
	size_t last = run_end(f, first), at = first, end;

	while (at < last) {
		if (!is_capital(&f->tokens[at]) &&
		    !begins_with_particle(f, at)) {
			at++;	/* what a cut left of a connector */
			continue;
		}
		end = cut_name(f, at, last);
		at = end;
	}
	return at > last ? at : last;
}

/*
 * Where the words end that say what an office is for, which begin at i:
 * "Minister [for Rural Affairs] Dermot Lyne"; i when there are none.
 */
static size_t
portfolio_end(const struct finder *f, size_t i)
{
	size_t at = i + 1, end = i, first;
	enum gender gender;

	if (i == 0 || (!is_word(f, i, "for") && !is_word(f, i, "of")) ||
	    !has_class(f->tokens[i - 1].lower, "holder") ||
	    title_before(f, i, &first).tokens == 0)
		return i;
	if (is_word(f, at, "the"))
		at++;
	for (; at < f->count; at++) {
		const struct token *token = &f->tokens[at];

		if (end > i && (is_word(f, at, "and") || is_word(f, at, "&")))
			continue;
		if (!is_capital(token) || !is_common(token) ||
		    is_known_alone(f, at) || (at + 1 < f->count &&
		    world_given_name(token->text, &gender) &&
		    is_capital(&f->tokens[at + 1])))
			break;
		end = at + 1;
	}
	return end;
}

static void
find_in_sentence(struct finder *f)
{
	size_t i = 0;

	while (i < f->count) {
		i = portfolio_end(f, i);
		if (is_name_token(f, i) || begins_with_particle(f, i))
			i = cut_run(f, i);
		else
			i++;
	}
}

void
names_find(struct names *names, const struct document *document,
    bool *const *taken)
{
	struct finder f = { .document = document, .names = names };

	*names = (struct names){ 0 };
	for (uint32_t i = 0; i < document->count; i++) {
		enter_sentence(&f, i);
		note_words(&f);
	}
	for (uint32_t i = 0; i < document->count; i++) {
		enter_sentence(&f, i);
		f.taken = taken[i];
		find_in_sentence(&f);
	}
	hash_free(&f.seen);
}
