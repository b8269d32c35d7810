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
	reading->claimed = arena_new(arena, document->text.quotation_count + 1,
	    sizeof(*reading->claimed));
	memset(reading->claimed, 0, document->text.quotation_count + 1);
}

void
reading_quotation(struct reading *reading, uint32_t sentence, int unit,
    uint32_t id, bool claimed)
{
	if (claimed) {
		reading->claimed[id] = true;
		return;
	}
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

/* The last claim with a quotation that begins before a byte, or -1. */
static int
last_quoted(const struct claims *claims, size_t byte)
{
	int best = -1;
	size_t nearest = 0;

	for (size_t i = claims->count; i-- > 0;) {
		const struct claim *claim = &claims->at[i];
		size_t start = claim->quote.count ? claim->quote.at[0].start :
		    SIZE_MAX;

		if (start < byte && (best < 0 || start > nearest) &&
		    claim->form != FORM_AGENTLESS) {
			best = (int)i;
			nearest = start;
		}
		if (best >= 0 && claims->count - i > CANDIDATES_MAX)
			break;
	}
	return best;
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

static void
give_free(struct claims *claims, const struct reading *reading,
    const struct free_quotation *quotation)
{
	const struct level *level = reading->tops[quotation->sentence];
	const struct sentence *sentence = sentence_of(reading,
	    quotation->sentence);
	const struct group *group = quotation->unit == 0 ?
	    introducer(reading, quotation->sentence) : NULL;
	struct span span = clause_span(level, quotation->unit,
	    quotation->unit);
	uint32_t saying = quotation->sentence - 1;
	struct claim *claim;
	size_t before_paragraph;
	int before;

	if (!group) {
		group = concluder(reading, quotation);
		saying = quotation->sentence + 1;
	}
	if (group) {
		claim = add_introduced(claims, reading, saying, group);
		spans_add(&claim->content, span);
		spans_add(&claim->quote, span);
		return;
	}
	before = last_quoted(claims, span.start);
	if (before < 0)
		return;
	claim = &claims->at[before];
	before_paragraph = sentence_of(reading, claim->sentence)->paragraph;
	if (before_paragraph == sentence->paragraph) {
		widen(claims, before, span);
		return;
	}
	if (before_paragraph + PARAGRAPHS < sentence->paragraph ||
	    level->count > quotation->unit + 2 || quotation->unit > 0)
		return;
	claim = claim_add(claims, reading->document, quotation->sentence);
	claim->form = FORM_FREE_DIRECT;
	claim->source = claims->at[before].source;
	claim->rule = "quotation, speaker carried over";
	claim->carried = true;
	spans_add(&claim->content, span);
	spans_add(&claim->quote, span);
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

	for (size_t i = 0; i < reading->free_count; i++)
		if (!reading->claimed[reading->free[i].id])
			give_free(claims, reading, &reading->free[i]);
	for (size_t i = 0; i < count; i++)
		if (claims->at[i].label)
			widen_label(&claims->at[i], reading);
	for (uint32_t i = 1; i < reading->document->text.count; i++)
		add_paragraph(claims, reading, i);
}
