/*
 * Patterns for what is no running text.
 *
 * Each pattern has a trigger, a literal that the text must begin with ("^By ")
 * or hold ("AP Photo"): only then is the regular expression run, so that
 * ordinary paragraphs cost a few comparisons of bytes.
 */
#include "text/kind.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/memory.h"
#include "base/message.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(kinds);

enum { MATCH_LIMIT = 100000, STACK_MIN = 32 << 10, STACK_MAX = 1 << 20 };

struct pattern {
	enum sentence_kind kind;
	bool at_start;		/* the trigger must begin the text */
	struct slice trigger;
	const char *name;
	pcre2_code *code;
};

struct patterns {
	struct pattern *at;
	size_t count, capacity;
};

static const char *const columns[] = {
	"name", "kind", "place", "trigger", "pattern", NULL
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
		message_fail(STATUS_DATA, "%s: pattern '%.*s': %s at byte %zu",
		    table, (int)name.length, name.at, (char *)why,
		    (size_t)offset);
	}
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return code;
}

static enum kind_place
place_of(struct slice name, const char *table)
{
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		if (slice_is(name, place_names[i]))
			return (enum kind_place)i;
	}
	message_fail(STATUS_DATA, "%s: '%.*s' is no place; use begin, top, "
	    "tail or any", table, (int)name.length, name.at);
}

static void
add_pattern(const struct lexicon_row *row, const char *table)
{
	const struct slice *fields = row->fields;
	struct patterns *list = &patterns[place_of(fields[2], table)];
	struct slice trigger = fields[3];
	bool at_start = trigger.length > 0 && trigger.at[0] == '^';
	struct pattern pattern = {
		.kind = kind_of(fields[1]),
		.at_start = at_start,
		.trigger = slice_part(trigger, at_start, trigger.length),
		.name = arena_copy(&lexicon.arena, fields[0]).at,
		.code = compile(fields[4], table, fields[0])
	};

	if (pattern.kind == KIND_COUNT)
		message_fail(STATUS_DATA, "%s: '%.*s' is no kind of sentence",
		    table, (int)fields[1].length, fields[1].at);
	MEMORY_GROW(list->at, list->count, list->capacity);
	list->at[list->count++] = pattern;
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
	pcre2_set_match_limit(match_context, MATCH_LIMIT);
	pcre2_jit_stack_assign(match_context, NULL, stack);
}

void
kinds_add_file(const char *path)
{
	size_t first = lexicon.count;

	lexicon_add_file(&lexicon, path, columns);
	for (size_t i = first; i < lexicon.count; i++)
		add_pattern(&lexicon.rows[i], path);
}

void
kinds_open(void)
{
	size_t first = lexicon.count;

	lexicon_add(&lexicon, LEXICON_BYTES(kinds), "kinds.tsv", columns);
	for (size_t i = first; i < lexicon.count; i++)
		add_pattern(&lexicon.rows[i], "kinds.tsv");
	prepare_matching();
}

static bool
holds(struct slice text, struct slice word)
{
	const char *at = text.at, *end = text.at + text.length;

	while ((size_t)(end - at) >= word.length &&
	    (at = memchr(at, word.at[0], (size_t)(end - at) -
	    word.length + 1)) != NULL) {
		if (memcmp(at, word.at, word.length) == 0)
			return true;
		at++;
	}
	return false;
}

static bool
triggered(const struct pattern *pattern, struct slice text)
{
	if (pattern->at_start)
		return slice_begins(text, pattern->trigger);
	return pattern->trigger.length == 0 ||
	    holds(text, pattern->trigger);
}

bool
kind_match(enum kind_place place, struct slice text, struct kind_match *match)
{
	const struct patterns *list = &patterns[place];

	if (text.length > KIND_TEXT_MAX)
		return false;
	for (size_t i = 0; i < list->count; i++) {
		const struct pattern *pattern = &list->at[i];
		int result;

		if (!triggered(pattern, text))
			continue;
		result = pcre2_match(pattern->code, (PCRE2_SPTR)text.at,
		    text.length, 0, PCRE2_NO_UTF_CHECK, match_data,
		    match_context);
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
