/*
 * Patterns for what is no running text.
 *
 * Each pattern has triggers, literals that the text must begin with ("^By") or
 * hold ("AP Photo"): only then is the regular expression run.  All triggers of
 * a place are looked for at once: a table says of two bytes how far the text
 * can be skipped before any trigger can end there (Wu and Manber 1994), so
 * that ordinary paragraphs cost less than a look-up a byte.  Where one may
 * begin, each is a bit in three tables by its first three bytes (Baeza-Yates
 * and Gonnet 1992).
 */
#include "text/kind.h"

#include <stdint.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/memory.h"
#include "base/message.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(kinds);

enum { MATCH_LIMIT = 100000, STACK_MIN = 32 << 10, STACK_MAX = 1 << 20 };
enum { PATTERN_MAX = 64, TRIGGER_MAX = 64, TRIGGER_PREFIX = 3 };
enum { PAIRS = 1 << 12 };	/* places for pairs of bytes, by a hash */

struct pattern {
	enum sentence_kind kind;
	const char *name;
	pcre2_code *code;
	bool compiled;		/* to the machine's own code */
};

struct trigger {
	struct slice word;
	size_t pattern;		/* index */
};

/* A set of triggers: bit i of bits[k][b] says that byte k of trigger i is b. */
struct triggers {
	struct trigger at[TRIGGER_MAX];
	size_t count;
	uint64_t bits[TRIGGER_PREFIX][256];
	size_t window;		/* bytes of the shortest */
	uint8_t skips[PAIRS];	/* for a window that ends with the pair: bytes
				   to the next one where a trigger can begin */
};

struct patterns {		/* of one place */
	struct pattern *at;
	size_t count, capacity;
	uint64_t always;		/* bits of those without triggers */
	struct triggers first, inside;	/* the text begins with, or holds */
};

static const char *const columns[] = {
	"name", "kind", "place", "triggers", "pattern", NULL
};

static const char *const kind_names[KIND_COUNT + 1] = {
	[KIND_HEADLINE] = "headline",
	[KIND_DATELINE] = "dateline",
	[KIND_BODY] = "body",
	[KIND_CREDIT] = "credit",
	[KIND_DISCLAIMER] = "disclaimer",
	[KIND_BYLINE] = "byline",
	[KIND_CAPTION] = "caption",
	[KIND_COUNT] = ""
};

static const char *const place_names[PLACE_COUNT] = {
	[PLACE_BEGIN] = "begin",
	[PLACE_LEAD] = "lead",
	[PLACE_TOP] = "top",
	[PLACE_TAIL] = "tail",
	[PLACE_ANY] = "any"
};

static struct lexicon lexicon;
static struct patterns patterns[PLACE_COUNT];
static pcre2_match_data *match_data;
static pcre2_match_context *match_context;
static size_t given_up;

const char *
kind_name(enum sentence_kind kind)
{
	return kind_names[kind];
}

enum sentence_kind
kind_of(struct slice name)
{
	size_t kind = 0;

	while (kind < KIND_COUNT && !slice_is(name, kind_names[kind]))
		kind++;
	return (enum sentence_kind)kind;
}

static pcre2_code *
compile(struct slice pattern, const char *table, struct slice name)
{
	int error;
	PCRE2_SIZE offset;
	PCRE2_UCHAR why[128];
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.at,
	    pattern.length, PCRE2_UTF | PCRE2_NO_UTF_CHECK |
	    PCRE2_DOLLAR_ENDONLY, &error, &offset, NULL);

	if (code == NULL) {
		pcre2_get_error_message(error, why, sizeof why);
		message_fail(error == PCRE2_ERROR_HEAP_FAILED ?
		    STATUS_SYSTEM : STATUS_DATA,
		    "%s: pattern '%.*s': %s at byte %zu", table,
		    (int)name.length, name.at, (char *)why, (size_t)offset);
	}
	return code;
}

static enum kind_place
place_of(struct slice name, const char *table)
{
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		if (slice_is(name, place_names[i]))
			return (enum kind_place)i;
	}
	message_fail(STATUS_DATA, "%s: '%.*s' is no place; use begin, lead, "
	    "top, tail or any", table, (int)name.length, name.at);
}

/* Note one trigger of the pattern added last. */
static void
add_trigger(struct patterns *list, struct slice word)
{
	bool at_start = word.length > 0 && word.at[0] == '^';
	struct slice rest = slice_part(word, at_start, word.length);
	struct triggers *set = at_start ? &list->first : &list->inside;

	if (rest.length < TRIGGER_PREFIX || set->count == TRIGGER_MAX) {
		list->always |= UINT64_C(1) << (list->count - 1);
		return;
	}
	for (size_t i = 0; i < TRIGGER_PREFIX; i++)
		set->bits[i][(unsigned char)rest.at[i]] |=
		    UINT64_C(1) << set->count;
	set->at[set->count++] = (struct trigger){ rest, list->count - 1 };
}

static void
add_pattern(const struct lexicon_row *row, const char *table)
{
	const struct slice *fields = row->fields;
	struct patterns *list = &patterns[place_of(fields[2], table)];
	struct slice triggers = fields[3];
	struct pattern pattern = {
		.kind = kind_of(fields[1]),
		.name = arena_copy(&lexicon.arena, fields[0]).at,
		.code = compile(fields[4], table, fields[0])
	};

	if (pattern.kind == KIND_COUNT)
		message_fail(STATUS_DATA, "%s: '%.*s' is no kind of sentence",
		    table, (int)fields[1].length, fields[1].at);
	if (list->count == PATTERN_MAX)
		message_fail(STATUS_DATA, "%s: pattern '%.*s' is one too many "
		    "for its place, which has room for %d", table,
		    (int)fields[0].length, fields[0].at, PATTERN_MAX);
	pattern.compiled = pcre2_jit_compile(pattern.code,
	    PCRE2_JIT_COMPLETE) == 0;
	MEMORY_GROW(list->at, list->count, list->capacity);
	list->at[list->count++] = pattern;
	while (triggers.at)
		add_trigger(list, slice_cut(&triggers, '|'));
}

static unsigned
pair_place(unsigned char first, unsigned char second)
{
	return (first * 37u + second) & (PAIRS - 1);
}

/* How far each pair lets a window go on, once all triggers are there. */
static void
set_skips(struct triggers *set)
{
	set->window = UINT8_MAX;
	for (size_t i = 0; i < set->count; i++)
		if (set->at[i].word.length < set->window)
			set->window = set->at[i].word.length;
	memset(set->skips, (int)set->window - 1, sizeof set->skips);
	for (size_t i = 0; i < set->count; i++) {
		const char *word = set->at[i].word.at;

		for (size_t k = 1; k < set->window; k++) {
			uint8_t *skip = &set->skips[pair_place(
			    (unsigned char)word[k - 1],
			    (unsigned char)word[k])];
			size_t left = set->window - 1 - k;

			*skip = left < *skip ? (uint8_t)left : *skip;
		}
	}
}

static void
prepare_matching(void)
{
	pcre2_jit_stack *stack = pcre2_jit_stack_create(STACK_MIN, STACK_MAX,
	    NULL);

	match_data = pcre2_match_data_create(1, NULL);
	match_context = pcre2_match_context_create(NULL);
	if (!stack || !match_data || !match_context)
		message_fail(STATUS_SYSTEM, "out of memory for patterns");
	for (size_t i = 0; i < PLACE_COUNT; i++)
		set_skips(&patterns[i].inside);
	pcre2_set_match_limit(match_context, MATCH_LIMIT);
	pcre2_jit_stack_assign(match_context, NULL, stack);
}

void
kinds_add_file(const char *path)
{
	size_t first = lexicon.count;

	lexicon_add_file(&lexicon, path, columns);
	for (size_t i = first; i < lexicon.count; i++)
		add_pattern(lexicon_row(&lexicon, i), path);
}

void
kinds_open(void)
{
	size_t first = lexicon.count;

	lexicon_add(&lexicon, LEXICON_BYTES(kinds), "kinds.tsv", columns);
	for (size_t i = first; i < lexicon.count; i++)
		add_pattern(lexicon_row(&lexicon, i), "kinds.tsv");
	prepare_matching();
}

/* Which triggers may begin at a byte, by their first bytes. */
static uint64_t
candidates(const struct triggers *set, const unsigned char *at)
{
	return set->bits[0][at[0]] & set->bits[1][at[1]] &
	    set->bits[2][at[2]];
}

/* The bits of the patterns of those candidates that do begin the text. */
static uint64_t
confirm(const struct triggers *set, uint64_t found, struct slice text)
{
	uint64_t patterns_found = 0;

	for (size_t i = 0; found; i++, found >>= 1) {
		if ((found & 1) && slice_begins(text, set->at[i].word))
			patterns_found |= UINT64_C(1) << set->at[i].pattern;
	}
	return patterns_found;
}

/* The next byte from `at` on where a trigger may begin, or the length. */
static size_t
next_candidate(const struct triggers *set, const unsigned char *bytes,
    size_t at, size_t length)
{
	size_t last = at + set->window - 1;	/* of the window */

	while (last < length) {
		unsigned skip = set->skips[pair_place(bytes[last - 1],
		    bytes[last])];

		if (skip == 0)
			return last + 1 - set->window;
		last += skip;
	}
	return length;
}

/* The bits of the patterns one of whose triggers the text holds. */
static uint64_t
find_triggers(const struct patterns *list, struct slice text)
{
	const unsigned char *bytes = (const unsigned char *)text.at;
	uint64_t found = list->always;
	size_t at = 0;

	if (text.length < TRIGGER_PREFIX)
		return found;
	found |= confirm(&list->first, candidates(&list->first, bytes), text);
	if (list->inside.count == 0)
		return found;
	while ((at = next_candidate(&list->inside, bytes, at, text.length)) <
	    text.length) {
		found |= confirm(&list->inside, candidates(&list->inside,
		    bytes + at), slice_part(text, at, text.length));
		at++;
	}
	return found;
}

/* As pcre2_match, which tests more than is needed here. */
static int
run(const struct pattern *pattern, struct slice text)
{
	return pattern->compiled ? pcre2_jit_match(pattern->code,
	    (PCRE2_SPTR)text.at, text.length, 0, 0, match_data,
	    match_context) : pcre2_match(pattern->code, (PCRE2_SPTR)text.at,
	    text.length, 0, PCRE2_NO_UTF_CHECK, match_data, match_context);
}

bool
kind_match(enum kind_place place, struct slice text, struct kind_match *match)
{
	const struct patterns *list = &patterns[place];
	uint64_t found;

	if (text.length > KIND_TEXT_MAX)
		return false;
	found = find_triggers(list, text);
	for (size_t i = 0; found; i++, found >>= 1) {
		const struct pattern *pattern = &list->at[i];
		int result;

		if (!(found & 1))
			continue;
		result = run(pattern, text);
		if (result >= 0) {
			match->kind = pattern->kind;
			match->length =
			    pcre2_get_ovector_pointer(match_data)[1];
			match->rule = pattern->name;
			return true;
		}
		given_up += result < PCRE2_ERROR_NOMATCH;
	}
	return false;
}

size_t
kinds_given_up(void)
{
	return given_up;
}
