/*
 * From spans to a claim: the verb group, noun or preposition of the cue gives
 * its entry in the table of cues, its tense and its form.
 */
#include "claims/adopt.h"

#include "claims/find.h"

enum { JOINT_MAX = 6 };

/* Odds (their logarithm) that a cue of the network's alone needs. */
static const float sure = 0.5;

/* Units of one level. */
struct place {
	const struct level *level;
	struct range units;
};

/* The unit of a level that is this token of the sentence, or CLAUSE_NONE. */
static int
unit_of(const struct level *level, int token)
{
	int low = 0, high = level->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (level->units[middle].last < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low < level->count && level->units[low].first == token &&
	    !level->units[low].quotation ? low : CLAUSE_NONE;
}

/* Tokens of the piece as units of a level that has the first of them. */
static struct place
place_of(const struct reading *reading, const struct piece *piece,
    struct tokens_range range)
{
	size_t at = piece->first + range.first;
	uint32_t number = piece->sentences[at];
	const struct sentence *sentence =
	    &piece->document->text.sentences[number];
	const struct levels *levels = &reading->levels[number];
	struct place place = { NULL, RANGE_NONE };

	for (size_t i = 0; i < levels->count && !place.level; i++) {
		const struct level *level = &levels->at[i];

		for (size_t t = at; t < piece->first + range.end &&
		    piece->sentences[t] == number; t++) {
			int unit = unit_of(level, (int)(piece->tokens[t] -
			    sentence->tokens));

			if (unit == CLAUSE_NONE)
				continue;
			if (!place.level)
				place.units.first = unit;
			place.level = level;
			place.units.last = unit;
		}
	}
	return place;
}

/* The verb group whose main verb is in the cue: one that is a cue, if any. */
static const struct group *
group_of(const struct place *cue)
{
	const struct group *found = NULL;

	for (int u = cue->units.first; u <= cue->units.last; u++) {
		const struct group *group = group_at(cue->level, u);

		if (group && group->head == u && (!found || (group->cue &&
		    !found->cue)))
			found = group;
	}
	return found;
}

/* The first cue of a part of speech in the cue. */
static const struct cue *
entry_of(const struct place *cue, enum cue_pos pos)
{
	int last;

	for (int u = cue->units.first; u <= cue->units.last; u++) {
		const struct cue *entry = cue_match(cue->level, u, pos, &last);

		if (entry && (pos != CUE_NOUN || tag_is_noun(unit_tag(
		    cue->level, u))))
			return entry;
	}
	return NULL;
}

/* "…, casting doubt on it": the narrator's comment on what was said. */
static bool
is_comment(const struct place *cue, const struct group *group)
{
	if (!group)
		group = group_at(cue->level, cue->units.first - 1);
	return group && group->form == GROUP_ING && group->subject_shared &&
	    unit_is_comma(cue->level, group->first - 1) &&
	    (!group->cue || group->cue->frames & FRAME_GLOSS ||
	    group->cue->class != CUE_SPEECH);
}

static void
describe_cue(struct claim *claim, const struct place *cue,
    const struct group *group)
{
	const struct cue *noun = entry_of(cue, CUE_NOUN);

	claim->form = FORM_INDIRECT;
	if (group) {
		claim->entry = group->cue;
		claim->tense = group_tense(group);
		claim->negated = group->negated;
		if (!group->cue || group->cue->class == CUE_LIGHT)
			claim->noun = noun;
		if (!group->cue && !noun)
			claim->entry = entry_of(cue, CUE_ADJ);
		return;
	}
	claim->tense = TENSE_NOMINAL;
	claim->entry = entry_of(cue, CUE_PREP);
	if (claim->entry) {
		claim->form = FORM_ACCORDING_TO;
		claim->tense = TENSE_PRESENT;
		return;
	}
	claim->entry = noun;
	claim->form = FORM_NOMINAL;
}

static void
add_claim(struct claims *claims, const struct piece *piece,
    const struct attribution *attribution, const struct place *cue,
    struct span source)
{
	const struct document *text = &piece->document->text;
	struct claim *claim = claim_add(claims, piece->document,
	    cue->level->sentence);

	describe_cue(claim, cue, group_of(cue));
	claim->rule = "network";
	claim->surety = attribution->surety;
	spans_add(&claim->cue, piece_span(piece, attribution->cue));
	if (source.start < source.end)
		spans_add(&claim->source, source);
	else
		claim->form = FORM_AGENTLESS;
	claim->content = attribution->content;
	claim_quotes(claim, text);
}

void
adopt(struct claims *claims, const struct reading *reading,
    const struct piece *piece, const struct attribution *attribution)
{
	struct place cue = place_of(reading, piece, attribution->cue);
	struct place source = { NULL, RANGE_NONE };
	struct range parts[JOINT_MAX];
	const struct mentions *mentions;
	int count = 0;

	if (!cue.level || attribution->content.count == 0 ||
	    attribution->surety < sure || is_comment(&cue, group_of(&cue)))
		return;
	if (attribution->source.count == 0) {
		add_claim(claims, piece, attribution, &cue, (struct span){ 0 });
		return;
	}
	mentions = &piece->document->mentions[cue.level->sentence];
	source = place_of(reading, piece, piece_range(piece,
	    attribution->source.at[0]));
	if (source.level && source_is_notice(source.level, source.units))
		return;
	if (source.level && source.level->sentence == cue.level->sentence)
		count = source_split(source.level, mentions, source.units,
		    parts, JOINT_MAX);
	if (count <= 1)
		add_claim(claims, piece, attribution, &cue,
		    attribution->source.at[0]);
	else
		for (int i = 0; i < count; i++)
			add_claim(claims, piece, attribution, &cue,
			    clause_span(source.level, parts[i].first,
			    parts[i].last));
}

void
adopt_bare(struct claims *claims, const struct piece *piece,
    const struct attribution *attribution, size_t before)
{
	const struct document *text = &piece->document->text;
	size_t first = piece->first + attribution->cue.first;
	struct claim *claim = claim_add(claims, piece->document,
	    piece->sentences[first]);

	claim->form = piece->tokens[first]->kind == TOKEN_OPENING ?
	    FORM_FREE_DIRECT : FORM_INDIRECT;
	claim->source = claims->at[before].source;
	claim->tense = claims->at[before].tense;
	claim->rule = "network, speaker carried over";
	claim->carried = true;
	claim->surety = attribution->surety;
	claim->content = attribution->content;
	claim_quotes(claim, text);
}
