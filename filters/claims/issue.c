/*
 * Each issue is one compiled pattern: its terms, quoted and bounded by the
 * ends of words, or its own expression.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "claims/issue.h"

#include <pcre2.h>

#include "base/memory.h"
#include "base/message.h"
#include "tsv/lexicon.h"
#include "tsv/list.h"

enum { TEXT_MAX = 8192, MATCH_LIMIT = 100000 };

struct issue {
	struct slice label;
	pcre2_code *code;
};

static const char *const columns[] = { "label", "terms", "pattern", NULL };
static struct lexicon lexicon;
static struct issue *issues;
static size_t count, given_up;
static pcre2_match_data *match;
static pcre2_match_context *context;

/* "ceasefire|cease-fire" as \b(?:\Qceasefire\E|\Qcease-fire\E)\b */
static void
add_terms(struct buffer *pattern, struct slice terms)
{
	buffer_add(pattern, SLICE("\\b(?:"));
	while (terms.at) {
		struct slice term = slice_trim(slice_cut(&terms, '|'));

		buffer_add(pattern, SLICE("\\Q"));
		buffer_add(pattern, term);
		buffer_add(pattern, SLICE("\\E"));
		if (terms.at)
			buffer_add_byte(pattern, '|');
	}
	buffer_add(pattern, SLICE(")\\b"));
}

static pcre2_code *
compile(struct slice label, struct slice terms, struct slice expression)
{
	struct buffer pattern = { 0 };
	PCRE2_UCHAR reason[128];
	pcre2_code *code;
	PCRE2_SIZE at;
	int error;

	if (terms.length > 0)
		add_terms(&pattern, terms);
	if (terms.length > 0 && expression.length > 0)
		buffer_add_byte(&pattern, '|');
	buffer_add(&pattern, expression);
	if (pattern.length == 0)
		message_fail(STATUS_DATA, "issue '%.*s' has neither terms nor "
		    "a pattern", (int)label.length, label.at);
	code = pcre2_compile((PCRE2_SPTR)pattern.at, pattern.length,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS, &error, &at, NULL);
	if (!code) {
		pcre2_get_error_message(error, reason, sizeof(reason));
		message_fail(error == PCRE2_ERROR_HEAP_FAILED ?
		    STATUS_SYSTEM : STATUS_DATA,
		    "issue '%.*s': %s at character %zu of its pattern",
		    (int)label.length, label.at, (char *)reason, (size_t)at);
	}
	buffer_free(&pattern);
	return code;
}

void
issues_open(const char *const *files, size_t file_count)
{
	for (size_t i = 0; i < file_count; i++)
		lexicon_add_file(&lexicon, files[i], columns);
	if (file_count == 0)
		return;
	issues = memory_new(lexicon.count, sizeof(*issues));
	for (; count < lexicon.count; count++) {
		const struct slice *fields = lexicon_row(&lexicon,
		    count)->fields;

		issues[count] = (struct issue){ fields[0], compile(fields[0],
		    fields[1], fields[2]) };
	}
	match = pcre2_match_data_create(1, NULL);
	context = pcre2_match_context_create(NULL);
	if (!match || !context)
		message_fail(STATUS_SYSTEM, "no memory for patterns");
	pcre2_set_match_limit(context, MATCH_LIMIT);
}

static bool
fits(const struct issue *issue, struct slice text)
{
	int found = pcre2_match(issue->code, (PCRE2_SPTR)text.at, text.length,
	    0, PCRE2_NO_UTF_CHECK, match, context);

	if (found < PCRE2_ERROR_NOMATCH)
		given_up++;
	return found >= 0;
}

void
issues_of(struct slice text, struct buffer *labels)
{
	if (text.length > TEXT_MAX) {
		text.length = TEXT_MAX;
		while (text.length > 0 &&
		    (text.at[text.length] & 0xc0) == 0x80)
			text.length--;
	}
	for (size_t i = 0; i < count && text.length > 0; i++) {
		if (!fits(&issues[i], text))
			continue;
		if (labels->length > 0)
			buffer_add_byte(labels, ' ');
		list_add_part(labels, issues[i].label);
	}
}

size_t
issues_given_up(void)
{
	return given_up;
}
