/*
 * Levels: a sentence's tokens as units, each whole quotation put aside as one
 * unit and its inside queued as levels of its own, one a sentence of it.
 */
#include "claims/clause.h"

#include <stdlib.h>

/* What making the levels of one sentence needs. */
struct cutter {
	struct levels *levels;
	const struct document *document;
	uint32_t sentence;
	const struct token *tokens;
	int count;
	const bool *time;		/* by token */
	/* by token, so that a quotation is judged without reading it anew */
	int *no_mark_from;		/* first from here on that is no mark */
	int *no_mark_until;		/* last up to here, or -1 */
	int *verbs_until;		/* finite verbs up to here */
};

/* Does quotation `index` + 1 stand in `outer` (0: everything does)? */
static bool
stands_in(const struct document *document, uint32_t quotation, uint32_t outer)
{
	while (quotation != outer && quotation != 0)
		quotation = document->quotations[quotation - 1].parent;
	return quotation == outer;
}

/* The quotation right inside `outer` that token i stands in, or 0. */
static uint32_t
quotation_inside(const struct cutter *cutter, int i, uint32_t outer)
{
	uint32_t quotation = cutter->tokens[i].quotation;
	const struct quotation *all = cutter->document->quotations;

	if (quotation == outer || !stands_in(cutter->document, quotation,
	    outer))
		return 0;
	while (all[quotation - 1].parent != outer)
		quotation = all[quotation - 1].parent;
	return quotation;
}

/* The last token, up to `end` (exclusive), of a quotation. */
static int
quotation_last(const struct cutter *cutter, uint32_t index, int end)
{
	const struct quotation *q = &cutter->document->quotations[index - 1];

	if (q->last_sentence > cutter->sentence)
		return end - 1;
	return (int)q->last_token < end ? (int)q->last_token : end - 1;
}

static bool
is_mark(const struct token *token)
{
	return token->kind == TOKEN_OPENING || token->kind == TOKEN_CLOSING;
}

static bool
is_final(const struct token *token)
{
	return token->tag == TAG_STOP || slice_is(token->text, "?") ||
	    slice_is(token->text, "!") || slice_is(token->text, "…");
}

static bool
is_finite(const struct token *token)
{
	return token->tag == TAG_MD || token->tag == TAG_VBD ||
	    token->tag == TAG_VBP || token->tag == TAG_VBZ;
}

static void
mark_tokens(struct cutter *cutter)
{
	struct arena *arena = cutter->document->arena;
	size_t count = (size_t)cutter->count;
	int last = -1, verbs = 0, next = cutter->count;

	cutter->no_mark_from = arena_new(arena, count, sizeof(int));
	cutter->no_mark_until = arena_new(arena, count, sizeof(int));
	cutter->verbs_until = arena_new(arena, count, sizeof(int));
	for (int i = 0; i < cutter->count; i++) {
		if (!is_mark(&cutter->tokens[i]))
			last = i;
		verbs += is_finite(&cutter->tokens[i]);
		cutter->no_mark_until[i] = last;
		cutter->verbs_until[i] = verbs;
	}
	for (int i = cutter->count - 1; i >= 0; i--) {
		if (!is_mark(&cutter->tokens[i]))
			next = i;
		cutter->no_mark_from[i] = next;
	}
}

/* A finite verb among the tokens? */
static bool
has_verb(const struct cutter *cutter, int first, int last)
{
	return cutter->verbs_until[last] >
	    (first > 0 ? cutter->verbs_until[first - 1] : 0);
}

/* May a sentence in quotation marks stand behind this token? */
static bool
may_introduce(const struct token *before)
{
	return before->tag == TAG_COMMA || before->tag == TAG_COLON ||
	    before->tag == TAG_STOP || tag_is_verb(before->tag) ||
	    slice_is(before->text, ":") || slice_is(before->lower, "that") ||
	    before->tag == TAG_CC || is_mark(before);
}

/*
 * Is a quotation (tokens first..last, marks included) a sentence of its own
 * and no part of the one around it?  "very constructive" and "sabotaging the
 * efforts" are parts; one that begins like a sentence where a sentence may
 * begin, and ends like one or has a verb, is not.
 */
static bool
is_whole(const struct cutter *cutter, int first, int last, int begin)
{
	const struct token *tokens = cutter->tokens;
	int from = cutter->no_mark_from[first];
	int to = cutter->no_mark_until[last];

	if (from > to)
		return false;
	if (first > begin && !may_introduce(&tokens[first - 1]))
		return false;
	if (to - from < 2 && first > begin)
		return false;
	if (tokens[from].shape == SHAPE_LOWER && first > begin &&
	    !(tokens[first - 1].tag == TAG_COMMA && (is_final(&tokens[to]) ||
	    has_verb(cutter, from, to))))
		return false;
	if (tokens[to].tag == TAG_COMMA || is_final(&tokens[to]))
		return true;
	return has_verb(cutter, from, to);
}

/* The index of a new level with room for so many units. */
static size_t
level_add(struct cutter *cutter, int tokens, uint32_t quotation)
{
	struct levels *levels = cutter->levels;
	struct arena *arena = cutter->document->arena;
	struct level *level;

	ARENA_GROW(arena, levels->at, levels->count, levels->capacity);
	level = &levels->at[levels->count++];
	*level = (struct level){ .document = cutter->document,
	    .sentence = cutter->sentence, .tokens = cutter->tokens,
	    .token_count = cutter->count, .quotation = quotation };
	level->units = arena_new(arena, (size_t)tokens, sizeof(struct unit));
	return levels->count - 1;
}

static void
unit_add(struct level *level, const struct cutter *cutter, int first, int last,
    bool quotation)
{
	level->units[level->count++] = (struct unit){
		.first = first, .last = last, .quotation = quotation,
		.tag = quotation ? TAG_NONE : cutter->tokens[first].tag,
		.time = !quotation && cutter->time[first],
		.group = CLAUSE_NONE, .phrase = CLAUSE_NONE
	};
}

/* Put tokens first..last as the units of one level. */
static void
level_cut(struct cutter *cutter, int first, int last, uint32_t quotation)
{
	size_t index = level_add(cutter, last - first + 1, quotation);

	for (int i = first; i <= last; i++) {
		uint32_t inner = quotation_inside(cutter, i, quotation);
		int end = inner ? quotation_last(cutter, inner, last + 1) : i;

		if (end > i && is_whole(cutter, i, end, first)) {
			unit_add(&cutter->levels->at[index], cutter, i, end,
			    true);
			i = end;
		} else if (!is_mark(&cutter->tokens[i])) {
			unit_add(&cutter->levels->at[index], cutter, i, i,
			    false);
		}
	}
}

/* One level for each sentence inside a whole quotation. */
static void
inside_cut(struct cutter *cutter, const struct unit *unit, uint32_t outer)
{
	uint32_t quotation = quotation_inside(cutter, unit->first, outer);
	int first = unit->first;

	for (int i = unit->first; i <= unit->last; i++) {
		if (!is_final(&cutter->tokens[i]) && i < unit->last)
			continue;
		while (first <= i && is_mark(&cutter->tokens[first]) &&
		    cutter->tokens[first].quotation == quotation)
			first++;
		if (first < i)
			level_cut(cutter, first, i, quotation);
		first = i + 1;
	}
}

static bool *
mark_times(const struct sentence *sentence, const struct timexes *times,
    struct arena *arena)
{
	bool *time = arena_new(arena, sentence->count + 1, sizeof(*time));
	size_t next = 0;

	for (size_t i = 0; i < sentence->count; i++) {
		const struct token *token = &sentence->tokens[i];

		while (next < times->count &&
		    times->at[next].span.end <= token->start)
			next++;
		time[i] = next < times->count &&
		    times->at[next].span.start < token->end;
	}
	return time;
}

void
clause_levels(struct levels *levels, const struct document *document,
    uint32_t sentence, const struct timexes *times)
{
	const struct sentence *text = &document->sentences[sentence];
	struct cutter cutter = {
		.levels = levels, .document = document, .sentence = sentence,
		.tokens = text->tokens, .count = (int)text->count,
		.time = mark_times(text, times, document->arena)
	};

	levels->count = 0;
	if (text->count == 0)
		return;
	mark_tokens(&cutter);
	level_cut(&cutter, 0, cutter.count - 1, 0);
	for (size_t i = 0; i < levels->count; i++)
		for (int u = 0; u < levels->at[i].count; u++)
			if (levels->at[i].units[u].quotation)
				inside_cut(&cutter, &levels->at[i].units[u],
				    levels->at[i].quotation);
	for (size_t i = 0; i < levels->count; i++) {
		level_retag(&levels->at[i]);
		level_groups(&levels->at[i], document->arena);
		level_phrases(&levels->at[i], document->arena);
		level_subjects(&levels->at[i]);
	}
}

bool
unit_is(const struct level *level, int unit, const char *word)
{
	return unit >= 0 && unit < level->count &&
	    !level->units[unit].quotation &&
	    slice_is(unit_token(level, unit)->lower, word);
}
