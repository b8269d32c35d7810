/*
 * Rules and network side by side.
 *
 * The rules keep what they find inside claims, and the speakers' labels of a
 * transcript.  Of the others the network decides: where it sees a cue as they
 * do, its spans are the better ones; what they take for a cue and it holds for
 * none is dropped; a cue that only it sees is added, and so is what it takes
 * for a claim without a cue, for which the speaker before it answers.
 */
#include "claims/correct.h"

#include "claims/adopt.h"
#include "claims/find.h"

enum {
	TOKENS_A_CUE = 8,	/* no text that people write has more cues */
	JOINT_NEAR = 5,		/* claims of one cue stand near each other */
	SPEAKER_NEAR = 32	/* claims back that a speaker goes on from */
};

/* Odds (their logarithm) below which a cue of the rules alone is none. */
static const float veto = -2;

struct finding {
	struct attribution attribution;
	struct span cue;
	bool used;		/* a claim of the rules has it */
};

/* The claims of the rules beside the findings of one piece. */
struct correction {
	const struct reading *reading;
	struct claims *claims;
	size_t count;		/* of the rules' claims */
	bool *joint;		/* by claim: another has its cue and content */
	bool *gone;		/* by claim: taken back */
	size_t first, end;	/* claims near the piece */
	struct piece piece;
	struct finding *findings;
	size_t finding_count, capacity;
	uint32_t sentence;	/* last one that claims were added to */
	size_t before;		/* claims before those */
};

void
claims_open_network(void)
{
	attribution_open();
}

/* ------------------------------------------------------------------ spans */

static size_t
shared_bytes(const struct spans *a, const struct spans *b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++) {
			size_t start = a->at[i].start > b->at[k].start ?
			    a->at[i].start : b->at[k].start;
			size_t end = a->at[i].end < b->at[k].end ?
			    a->at[i].end : b->at[k].end;

			if (start < end)
				shared += end - start;
		}
	return shared;
}

/* Do two contents share more than half of either? */
static bool
is_same_content(const struct spans *a, const struct spans *b)
{
	size_t shared = 2 * shared_bytes(a, b);

	return shared > shared_bytes(a, a) && shared > shared_bytes(b, b);
}

/* --------------------------------------------------------------- findings */

static void
piece_find(struct correction *c)
{
	struct attribution next = { .cue.end = 0 };
	size_t limit = 2 + (c->piece.end - c->piece.first) / TOKENS_A_CUE;

	c->finding_count = 0;
	while (c->finding_count < limit && piece_cue(&c->piece, next.cue.end,
	    &next)) {
		struct finding *finding;

		ARENA_GROW(c->piece.document->text.arena, c->findings,
		    c->finding_count, c->capacity);
		finding = &c->findings[c->finding_count++];
		finding->attribution = next;
		finding->cue = piece_span(&c->piece, next.cue);
		finding->used = false;
		piece_attribution(&c->piece, &finding->attribution);
	}
}

static struct finding *
finding_at(const struct correction *c, struct span cue)
{
	for (size_t i = 0; i < c->finding_count; i++)
		if (!c->findings[i].attribution.bare &&
		    c->findings[i].cue.start < cue.end &&
		    cue.start < c->findings[i].cue.end)
			return &c->findings[i];
	return NULL;
}

/* What the network finds with half of the content of a claim without cue. */
static struct finding *
finding_of(const struct correction *c, const struct claim *claim)
{
	for (size_t i = 0; i < c->finding_count; i++)
		if (shared_bytes(&claim->content, &c->findings[i].attribution
		    .content) * 2 > shared_bytes(&claim->content,
		    &claim->content))
			return &c->findings[i];
	return NULL;
}

/* ------------------------------------------------------ claims of the rules */

/* One that the rules know best. */
static bool
is_special(const struct claim *claim)
{
	return claim->depth > 1 || claim->label;
}

/*
 * Are they so much alike that the rules' ends are the better ones?  The
 * network's are less sharp: an adverb more, an auxiliary.  What lies in `apart`
 * is no difference.
 */
static bool
is_alike(const struct spans *rules, const struct spans *found,
    const struct spans *apart)
{
	size_t shared = shared_bytes(rules, found);
	size_t all = shared_bytes(rules, rules) + shared_bytes(found, found) -
	    shared - shared_bytes(found, apart);

	return shared * 5 >= all * 4;
}

/* Does the new content only tear the old one to pieces? */
static bool
is_torn(const struct spans *rules, const struct spans *found)
{
	return found->count > rules->count && shared_bytes(rules, found) ==
	    shared_bytes(found, found);
}

static bool
is_in(const struct spans *spans, struct span span)
{
	for (size_t i = 0; i < spans->count; i++)
		if (spans->at[i].start <= span.start &&
		    span.end <= spans->at[i].end)
			return true;
	return false;
}

/*
 * "He said it was late and promised help": would the new content take in what
 * the same source says by another cue?
 */
static bool
is_taking(const struct correction *c, const struct claim *claim,
    const struct spans *content)
{
	for (size_t i = c->first; i < c->end; i++) {
		const struct claim *other = &c->claims->at[i];

		if (other != claim && other->depth == claim->depth &&
		    other->cue.count > 0 && other->source.count > 0 &&
		    claim->source.count > 0 && other->source.at[0].start ==
		    claim->source.at[0].start && is_in(content,
		    other->cue.at[0]) && !is_in(&claim->content,
		    other->cue.at[0]))
			return true;
	}
	return false;
}

static void
claim_correct(struct claim *claim, const struct correction *c,
    const struct finding *finding, bool joint)
{
	static const struct spans none;
	const struct attribution *found = &finding->attribution;
	bool speech = claim->entry && claim->entry->class == CUE_SPEECH;

	if (found->content.count > 0 && !is_alike(&claim->content,
	    &found->content, speech ? &claim->addressee : &none) &&
	    !is_torn(&claim->content, &found->content) &&
	    !is_taking(c, claim, &found->content)) {
		claim->content = found->content;
		claim->quote.count = 0;
		if (claim->form == FORM_DIRECT || claim->form == FORM_MIXED)
			claim->form = FORM_INDIRECT;
		claim_quotes(claim, &c->piece.document->text);
	}
	if (found->source.count > 0 && !joint &&
	    !is_in(&claim->content, found->source.at[0]) &&
	    !is_alike(&claim->source, &found->source, &none)) {
		claim->source = found->source;
		if (claim->form == FORM_AGENTLESS)
			claim->form = FORM_INDIRECT;
	}
	claim->cue.at[0] = finding->cue;
	claim->surety = found->surety;
}

/* Correct a claim of the rules; false when it is none. */
static bool
claim_keep(struct correction *c, size_t index)
{
	struct claim *claim = &c->claims->at[index];
	struct finding *finding;

	if (claim->cue.count == 0) {
		finding = finding_of(c, claim);
		if (finding && finding->attribution.bare)
			finding->used = true;
		return !finding || finding->attribution.bare;
	}
	finding = finding_at(c, claim->cue.at[0]);
	if (finding)
		finding->used = true;
	if (is_special(claim))
		return true;
	if (finding)
		claim_correct(claim, c, finding, c->joint[index]);
	else
		claim->surety = piece_surety(&c->piece,
		    piece_range(&c->piece, claim->cue.at[0]));
	return finding || claim->surety >= veto;
}

/* Does a claim that is kept say it already? */
static bool
is_claimed(const struct correction *c, const struct attribution *attribution)
{
	for (size_t i = c->first; i < c->end; i++)
		if (!c->gone[i] && c->claims->at[i].depth == 1 &&
		    is_same_content(&attribution->content,
		    &c->claims->at[i].content))
			return true;
	return false;
}

/* ------------------------------------------------------------------ driver */

/* The claims whose sentences are among those of the piece. */
static void
find_near(struct correction *c)
{
	const struct piece *piece = &c->piece;
	uint32_t first = piece->sentences[piece->first];
	uint32_t last = piece->sentences[piece->end - 1];

	while (c->first < c->count &&
	    c->claims->at[c->first].sentence < first)
		c->first++;
	c->end = c->first;
	while (c->end < c->count && c->claims->at[c->end].sentence <= last)
		c->end++;
}

static bool
is_in_piece(const struct piece *piece, const struct claim *claim)
{
	struct span span = claim->cue.count ? claim->cue.at[0] :
	    claim->content.at[0];

	return piece->tokens[piece->first]->start <= span.start &&
	    span.start < piece->tokens[piece->end - 1]->end;
}

/* May its sentence, which each claim repeats, give one more? */
static bool
has_room(struct correction *c, const struct finding *finding)
{
	uint32_t sentence = c->piece.sentences[c->piece.first +
	    finding->attribution.cue.first];

	if (c->claims->count == c->count || sentence != c->sentence) {
		c->sentence = sentence;
		c->before = c->claims->count;
	}
	return c->claims->count - c->before < candidates_limit(
	    c->piece.document->text.sentences[sentence].text.length);
}

/* May a claim's speaker go on at a byte behind it? */
static bool
is_speaking(const struct correction *c, size_t index, size_t byte)
{
	const struct claim *claim = &c->claims->at[index];

	return (index >= c->count || !c->gone[index]) && claim->depth == 1 &&
	    claim->source.count > 0 && claim->content.count > 0 &&
	    claim->content.at[0].start < byte && (claim->quote.count > 0 ||
	    (claim->entry && claim->entry->class == CUE_SPEECH));
}

/* The last such claim of numbers first..end-1, or -1. */
static int
speaking_among(const struct correction *c, size_t first, size_t end,
    size_t byte)
{
	if (end > first + SPEAKER_NEAR)
		first = end - SPEAKER_NEAR;
	while (end-- > first)
		if (is_speaking(c, end, byte))
			return (int)end;
	return -1;
}

/* Whose speaker goes on at a byte: the rules' claim or the network's, or -1. */
static int
speaker_at(const struct correction *c, size_t byte)
{
	const struct claim *claims = c->claims->at;
	int rules = speaking_among(c, 0, c->end, byte);
	int added = speaking_among(c, c->count, c->claims->count, byte);

	if (rules < 0 || added < 0)
		return rules < 0 ? added : rules;
	return claims[rules].content.at[0].start >
	    claims[added].content.at[0].start ? rules : added;
}

/* Does its cue stand in what another says? */
static bool
is_inner(const struct correction *c, const struct finding *finding)
{
	for (size_t i = 0; i < c->finding_count; i++)
		if (&c->findings[i] != finding && is_in(&c->findings[i]
		    .attribution.content, finding->cue))
			return true;
	return false;
}

static void
finding_adopt(struct correction *c, const struct finding *finding)
{
	const struct attribution *attribution = &finding->attribution;
	size_t before = c->claims->count;
	int speaker;

	if (!attribution->bare) {
		adopt(c->claims, c->reading, &c->piece, attribution);
		for (; before < c->claims->count; before++)
			c->claims->at[before].depth = is_inner(c, finding) ?
			    2 : 1;
	} else if (attribution->content.count > 0) {
		speaker = speaker_at(c, attribution->content.at[0].start);
		if (speaker >= 0)
			adopt_bare(c->claims, &c->piece, attribution,
			    (size_t)speaker);
	}
}

static void
piece_correct(struct correction *c)
{
	find_near(c);
	piece_find(c);
	for (size_t i = c->first; i < c->end; i++)
		if (is_in_piece(&c->piece, &c->claims->at[i]))
			c->gone[i] = !claim_keep(c, i);
	for (size_t i = 0; i < c->finding_count; i++)
		if (!c->findings[i].used && has_room(c, &c->findings[i]) &&
		    !is_claimed(c, &c->findings[i].attribution))
			finding_adopt(c, &c->findings[i]);
}

/* One source of several that say it together? */
static bool
is_joint(const struct claims *claims, size_t index)
{
	const struct claim *claim = &claims->at[index];
	size_t i = index > JOINT_NEAR ? index - JOINT_NEAR : 0;

	for (; i < claims->count && i <= index + JOINT_NEAR; i++) {
		const struct claim *other = &claims->at[i];

		if (i != index && claim->cue.count > 0 &&
		    other->cue.count > 0 && claim->cue.at[0].start ==
		    other->cue.at[0].start && claim->content.at[0].start ==
		    other->content.at[0].start)
			return true;
	}
	return false;
}

void
claims_correct(struct claims *claims, const struct reading *reading)
{
	struct arena *arena = reading->document->text.arena;
	struct correction c = { .reading = reading, .claims = claims,
	    .count = claims->count };
	size_t kept = 0;

	c.joint = arena_new(arena, c.count + 1, sizeof *c.joint);
	c.gone = arena_new(arena, c.count + 1, sizeof *c.gone);
	claims_nest(claims);
	for (size_t i = 0; i < c.count; i++) {
		c.joint[i] = is_joint(claims, i);
		c.gone[i] = false;
	}
	piece_begin(&c.piece, reading, claims);
	while (piece_next(&c.piece))
		piece_correct(&c);
	for (size_t i = 0; i < claims->count; i++)
		if (i >= c.count || !c.gone[i])
			claims->at[kept++] = claims->at[i];
	claims->count = kept;
}
