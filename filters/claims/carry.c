/*
 * Quotations are given away in the order of the text.  One that stands behind
 * "X added:" is X's; one in the paragraph of another quotation, or left open
 * by it, is more of the same; one that fills the next paragraph is a claim of
 * its own by the same speaker.
 */
#include "claims/carry.h"
#include "claims/find.h"
#include "claims/speaker.h"

enum { PARAGRAPHS = 2 };	/* that a speaker carries over */

void
reading_begin(struct reading *reading, const struct tagged *document)
{
	struct arena *arena = document->text.arena;
	size_t count = document->text.count;

	*reading = (struct reading){ .document = document };
	reading->tops = arena_new(arena, count + 1, sizeof(*reading->tops));
	reading->levels = arena_new(arena, count + 1,
	    sizeof(*reading->levels));
	for (size_t i = 0; i < count; i++) {
		reading->tops[i] = NULL;
		reading->levels[i] = (struct levels){ 0 };
	}
	reading->owner = arena_new(arena, document->text.quotation_count + 1,
	    sizeof(*reading->owner));
	for (size_t i = 0; i <= document->text.quotation_count; i++)
		reading->owner[i] = -1;
}

void
reading_quotation(struct reading *reading, uint32_t sentence, int unit,
    uint32_t id, int claim)
{
	if (reading->owner[id] < 0)
		reading->owner[id] = claim;
	if (claim >= 0)
		return;
	ARENA_GROW(reading->document->text.arena, reading->free,
	    reading->free_count, reading->free_capacity);
	reading->free[reading->free_count++] = (struct free_quotation){
	    sentence, unit, id };
}

static const struct sentence *
sentence_of(const struct reading *reading, uint32_t number)
{
	return &reading->document->text.sentences[number];
}

/* -------------------------------------------------------------- introducers */

/* The verb whose speaker is meant by a sentence that ends with a colon. */
static const struct group *
introducing(const struct reading *reading, const struct level *level,
    uint32_t sentence)
{
	const struct mentions *mentions =
	    &reading->document->mentions[sentence];

	for (int i = level->group_count - 1; i >= 0; i--) {
		const struct group *group = &level->groups[i];

		if (group->subject_first != CLAUSE_NONE && group->cue &&
		    group->cue->class == CUE_SPEECH && speaker_of(level,
		    mentions, group->subject_first, group->subject_last) >=
		    SPEAKER_DOCUMENT)
			return group;
	}
	for (int i = 0; i < level->group_count; i++)
		if (level->groups[i].subject_first != CLAUSE_NONE &&
		    speaker_of(level, mentions,
		    level->groups[i].subject_first,
		    level->groups[i].subject_last) == SPEAKER_SURE)
			return &level->groups[i];
	return NULL;
}

/* The sentence before, when it ends with a colon and says who speaks. */
static const struct group *
introducer(const struct reading *reading, uint32_t sentence)
{
	const struct level *level = sentence > 0 ?
	    reading->tops[sentence - 1] : NULL;

	if (!level || level->count == 0 || !unit_is(level, level->count - 1,
	    ":"))
		return NULL;
	return introducing(reading, level, sentence - 1);
}

/*
 * “Who knows?” / Hale asked.  A quotation's own mark has ended the sentence;
 * the next one is the saying, and nothing else.
 */
static const struct group *
concluder(const struct reading *reading, const struct free_quotation *free)
{
	uint32_t number = free->sentence + 1;
	const struct level *level = number < reading->document->text.count ?
	    reading->tops[number] : NULL;
	const struct group *group = NULL;

	if (!level || free->unit != reading->tops[free->sentence]->count - 1 ||
	    sentence_of(reading, number)->paragraph !=
	    sentence_of(reading, free->sentence)->paragraph)
		return NULL;
	for (int i = 0; i < level->count && !group; i++)
		group = group_at(level, i);
	if (!group || group->subject_first != 0 || !group->cue ||
	    !(group->cue->frames & FRAME_QUOTE) ||
	    group->form != GROUP_FINITE || group->passive)
		return NULL;
	return unit_tag(level, clause_skip_adjuncts(level, group->last + 1)) ==
	    TAG_STOP ? group : NULL;
}

/* A claim of the saying in sentence `number`, its content to be added. */
static struct claim *
add_introduced(struct claims *claims, const struct reading *reading,
    uint32_t number, const struct group *group)
{
	const struct level *level = reading->tops[number];
	struct claim *claim = claim_add(claims, reading->document, number);

	claim->form = FORM_DIRECT;
	claim->tense = group->past ? TENSE_PAST : TENSE_PRESENT;
	claim->entry = group->cue;
	claim->rule = "S V: paragraph";
	spans_add(&claim->source, clause_span(level, group->subject_first,
	    group->subject_last));
	spans_add(&claim->cue, clause_span(level, group->first, group->last));
	return claim;
}

/* -------------------------------------------------------- the same speaker */

/* Who speaks where, while the free quotations are given away in order. */
struct speaking {
	struct claims *claims;
	const struct reading *reading;
	int *last;		/* by sentence: the claim whose speaker goes
				   on behind it, or -1 */
	int recent;		/* that of the last sentence before `sentence`
				   that has one, or -1 */
	uint32_t sentence;
};

static size_t
quote_start(const struct claim *claim)
{
	return claim->quote.count ? claim->quote.at[0].start : 0;
}

static size_t
content_length(const struct claim *claim)
{
	const struct spans *content = &claim->content;

	return content->count ? content->at[content->count - 1].end -
	    content->at[0].start : 0;
}

/* May a quotation behind these go on with the first, not the second? */
static bool
is_nearer(const struct claim *claim, const struct claim *other)
{
	if (quote_start(claim) != quote_start(other))
		return quote_start(claim) > quote_start(other);
	return content_length(claim) > content_length(other);
}

/* Note that claim number `index` says something in a sentence. */
static void
note_speaking(struct speaking *speaking, uint32_t sentence, int index)
{
	const struct claim *claim = &speaking->claims->at[index];
	int *last = &speaking->last[sentence];

	if (claim->source.count > 0 && claim->content.count > 0 &&
	    (claim->quote.count > 0 || (claim->entry &&
	    claim->entry->class == CUE_SPEECH)) &&
	    (*last < 0 || is_nearer(claim, &speaking->claims->at[*last])))
		*last = index;
}

static void
speaking_begin(struct speaking *speaking, struct claims *claims,
    const struct reading *reading)
{
	size_t count = reading->document->text.count;

	*speaking = (struct speaking){ .claims = claims, .reading = reading,
	    .recent = -1 };
	speaking->last = arena_new(reading->document->text.arena,
	    count + 1, sizeof(*speaking->last));
	for (size_t i = 0; i < count; i++)
		speaking->last[i] = -1;
	for (size_t i = 0; i < claims->count; i++)
		note_speaking(speaking, claims->at[i].sentence, (int)i);
}

/*
 * The claim whose speaker a free quotation goes on with: the one that has the
 * beginning of the same quotation, or else the last that says something; or
 * -1.
 */
static int
speaker_before(struct speaking *speaking, const struct free_quotation *free,
    size_t byte)
{
	int here = speaking->last[free->sentence];

	while (speaking->sentence < free->sentence) {
		int last = speaking->last[speaking->sentence++];

		if (last >= 0)
			speaking->recent = last;
	}
	if (speaking->reading->owner[free->id] >= 0)
		return speaking->reading->owner[free->id];
	if (here >= 0 && speaking->claims->at[here].quote.count > 0 &&
	    quote_start(&speaking->claims->at[here]) < byte)
		return here;
	return speaking->recent;
}

/* More of what a claim quotes; its joint sources say it as well. */
static void
widen(struct claims *claims, int index, struct span span)
{
	const struct spans cue = claims->at[index].cue;
	int first = index > 8 ? index - 8 : 0;

	for (size_t i = (size_t)first; i < claims->count &&
	    i < (size_t)index + 8; i++) {
		struct claim *same = &claims->at[i];
		bool joint = cue.count > 0 && same->cue.count > 0 &&
		    same->cue.at[0].start == cue.at[0].start;

		if (!joint && (int)i != index)
			continue;
		spans_add(&same->content, span);
		spans_add(&same->quote, span);
	}
}

/* Does the quotation fill its sentence? */
static bool
is_alone(const struct level *level, const struct free_quotation *free)
{
	return free->unit == 0 && level->count <= 2;
}

static void
add_free(struct speaking *speaking, const struct free_quotation *free,
    struct span span, int before)
{
	struct claims *claims = speaking->claims;
	struct claim *claim = claim_add(claims, speaking->reading->document,
	    free->sentence);

	claim->form = FORM_FREE_DIRECT;
	claim->source = claims->at[before].source;
	claim->tense = claims->at[before].tense;
	claim->rule = "quotation, speaker carried over";
	claim->carried = true;
	spans_add(&claim->content, span);
	spans_add(&claim->quote, span);
	note_speaking(speaking, free->sentence, (int)claims->count - 1);
}

/* Give it to the clause that says it in the sentence before or behind. */
static bool
give_introduced(struct speaking *speaking, const struct free_quotation *free,
    struct span span)
{
	const struct group *group = free->unit == 0 ?
	    introducer(speaking->reading, free->sentence) : NULL;
	uint32_t saying = free->sentence - 1;
	struct claim *claim;

	if (!group) {
		group = concluder(speaking->reading, free);
		saying = free->sentence + 1;
	}
	if (!group)
		return false;
	claim = add_introduced(speaking->claims, speaking->reading, saying,
	    group);
	spans_add(&claim->content, span);
	spans_add(&claim->quote, span);
	note_speaking(speaking, free->sentence,
	    (int)speaking->claims->count - 1);
	return true;
}

static void
give_free(struct speaking *speaking, const struct free_quotation *free)
{
	const struct reading *reading = speaking->reading;
	const struct level *level = reading->tops[free->sentence];
	struct span span = clause_span(level, free->unit, free->unit);
	size_t paragraph = sentence_of(reading, free->sentence)->paragraph;
	int before = speaker_before(speaking, free, span.start);
	uint32_t sentence;

	if (reading->owner[free->id] < 0 && give_introduced(speaking, free,
	    span))
		return;
	if (before < 0)
		return;
	sentence = speaking->claims->at[before].sentence;
	if (before == reading->owner[free->id] && paragraph ==
	    sentence_of(reading, sentence)->paragraph)
		return;		/* it has all of this quotation */
	if (sentence == free->sentence || paragraph ==
	    sentence_of(reading, sentence)->paragraph)
		widen(speaking->claims, before, span);
	else if (is_alone(level, free) && (reading->owner[free->id] >= 0 ||
	    sentence_of(reading, sentence)->paragraph + PARAGRAPHS >=
	    paragraph))
		add_free(speaking, free, span, before);
}

/* ------------------------------------------------------------------ labels */

/* "WALLACE: …" speaks to the end of its paragraph. */
static void
widen_label(struct claim *claim, const struct reading *reading)
{
	const struct document *text = &reading->document->text;
	uint32_t last = claim->sentence;

	while (last + 1 < text->count && text->sentences[last + 1].paragraph ==
	    text->sentences[claim->sentence].paragraph)
		last++;
	if (last > claim->sentence)
		claim->content.at[claim->content.count - 1].end =
		    text->sentences[last].end;
}

/* "She added:", and a paragraph without quotation marks behind it. */
static void
add_paragraph(struct claims *claims, const struct reading *reading,
    uint32_t sentence)
{
	const struct group *group = introducer(reading, sentence);
	const struct level *level = reading->tops[sentence];
	struct claim *claim;

	if (!group || !group->cue || group->cue->strength < 3 || !level ||
	    unit_is_quotation(level, 0) || sentence_of(reading,
	    sentence)->paragraph == sentence_of(reading, sentence -
	    1)->paragraph)
		return;
	claim = add_introduced(claims, reading, sentence - 1, group);
	claim->form = FORM_INDIRECT;
	spans_add(&claim->content, (struct span){ sentence_of(reading,
	    sentence)->start, sentence_of(reading, sentence)->end });
	claim->sentence = sentence;
	widen_label(claim, reading);
	claim->sentence = sentence - 1;
}

void
carry_speakers(struct claims *claims, struct reading *reading)
{
	size_t count = claims->count;
	struct speaking speaking;

	speaking_begin(&speaking, claims, reading);
	for (size_t i = 0; i < reading->free_count; i++)
		give_free(&speaking, &reading->free[i]);
	for (size_t i = 0; i < count; i++)
		if (claims->at[i].label)
			widen_label(&claims->at[i], reading);
	for (uint32_t i = 1; i < reading->document->text.count; i++)
		add_paragraph(claims, reading, i);
}
