/*
 * The list of claims, and the names of its enumerations.
 */
#include "claims/claim.h"

#include "base/buffer.h"
#include "claims/describe.h"
#include "claims/speaker.h"

#include <stdlib.h>

static const char *const form_names[FORM_COUNT] = {
	[FORM_DIRECT] = "direct", [FORM_FREE_DIRECT] = "free_direct",
	[FORM_MIXED] = "mixed", [FORM_INDIRECT] = "indirect",
	[FORM_ACCORDING_TO] = "according_to", [FORM_NOMINAL] = "nominal",
	[FORM_AGENTLESS] = "agentless", [FORM_WITHHELD] = "withheld",
	[FORM_NARRATION] = "narration"
};

static const char *const tense_names[TENSE_COUNT] = {
	[TENSE_NONE] = "", [TENSE_PAST] = "past",
	[TENSE_PRESENT] = "present", [TENSE_PERFECT] = "perfect",
	[TENSE_PARTICIPLE] = "participle", [TENSE_NOMINAL] = "nominal",
	[TENSE_FUTURE] = "future", [TENSE_EXPECTED] = "expected"
};

static const char *const source_type_names[SOURCE_TYPE_COUNT] = {
	[SOURCE_PERSON] = "named_person",
	[SOURCE_GOVERNMENT] = "government",
	[SOURCE_ORGANISATION] = "organisation",
	[SOURCE_REPRESENTATIVE] = "organisation_representative",
	[SOURCE_ANONYMOUS_OFFICIAL] = "anonymous_official",
	[SOURCE_ANONYMOUS_SOURCE] = "anonymous_source",
	[SOURCE_ANONYMOUS_GROUP] = "anonymous_group",
	[SOURCE_DOCUMENT] = "document", [SOURCE_MEDIA] = "media",
	[SOURCE_UNSPECIFIED] = "unspecified",
	[SOURCE_NARRATOR] = "narrator"
};

const char *const act_names[] = {
	"accept", "accuse", "ask", "assess", "believe", "blame", "commit",
	"concede", "condemn", "confirm", "criticise", "demand", "deny",
	"doubt", "expect", "intend", "praise", "promise", "propose", "reject",
	"report", "seek", "state", "threaten", "urge", "warn", "withhold",
	NULL
};

const char *const certainty_names[] = {
	"unknown", "conditional", "unlikely", "possible", "probable",
	"desired", "expected", "future", "confirmed", "certain", NULL
};

void
claims_open(const struct claim_tables *tables)
{
	cue_open(&tables->cues);
	phrase_open();
	speaker_open();
	describe_open(tables);
}

struct claim *
claim_add(struct claims *claims, const struct tagged *document,
    uint32_t sentence)
{
	struct claim *claim;

	ARENA_GROW(document->text.arena, claims->at, claims->count,
	    claims->capacity);
	claim = &claims->at[claims->count++];
	*claim = (struct claim){ .sentence = sentence, .parent = -1,
	    .rule = "", .source_type = SOURCE_UNSPECIFIED };
	return claim;
}

void
spans_add(struct spans *spans, struct span span)
{
	if (spans->count == CLAIM_PARTS)
		spans->at[CLAIM_PARTS - 1].end = span.end;
	else
		spans->at[spans->count++] = span;
}

/* The sentence that holds a byte of the document. */
static const struct sentence *
sentence_at(const struct document *document, size_t byte)
{
	size_t low = 0, high = document->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (document->sentences[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return &document->sentences[low];
}

/* The text of a span, its sentences joined by a blank. */
static void
add_text(struct buffer *text, const struct document *document,
    struct span span)
{
	const struct sentence *end = document->sentences + document->count;
	const struct sentence *s = sentence_at(document, span.start);
	bool begun = false;

	for (; s < end && s->start < span.end; s++) {
		size_t from = span.start > s->start ? span.start : s->start;
		size_t to = span.end < s->end ? span.end : s->end;

		if (from >= to)
			continue;
		if (begun)
			buffer_add_byte(text, ' ');
		buffer_add(text, slice_part(s->text, from - s->start,
		    to - s->start));
		begun = true;
	}
}

struct slice
spans_text(const struct spans *spans, const struct tagged *document)
{
	struct buffer text = { 0 };
	struct slice copy;

	for (size_t i = 0; i < spans->count; i++) {
		if (i > 0)
			buffer_add(&text, SLICE(" … "));
		add_text(&text, &document->text, spans->at[i]);
	}
	copy = arena_copy(document->text.arena, buffer_slice(&text));
	buffer_free(&text);
	return copy;
}

const char *
form_name(enum claim_form form)
{
	return form_names[form];
}

const char *
tense_name(enum claim_tense tense)
{
	return tense_names[tense];
}

const char *
source_type_name(enum source_type type)
{
	return source_type_names[type];
}

enum source_type
source_type_of(struct slice name)
{
	unsigned type = 0;

	while (type < SOURCE_TYPE_COUNT && !slice_is(name,
	    source_type_names[type]))
		type++;
	return (enum source_type)type;
}

bool
name_is_of(const char *const names[], struct slice name)
{
	size_t i = 0;

	while (names[i] && !slice_is(name, names[i]))
		i++;
	return names[i] != NULL;
}
