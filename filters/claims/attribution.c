/*
 * The network over a document, piece by piece.
 */
#include "claims/attribution.h"

#include <float.h>

#include "base/message.h"
#include "claims/evidence.h"

NET_BUILTIN(attributions);

enum {
	PIECE_TOKENS = 400,	/* a longer paragraph is cut behind a
				   sentence; as in training */
	PIECE_MAX = 1600,	/* a longer sentence is cut anywhere */
	WINDOW = 100,		/* tokens on each side of a cue that its source
				   and content are looked for in; likewise */
	GAP = 2,		/* tokens that may be missing in a content */
	SURETIES = 3,		/* tags B I U against O */
	ROLE_SOURCE = 1, ROLE_CONTENT = 2
};

static struct net net;
static struct net_run run;

/* Are the names of scores these, with a blank between them? */
static bool
names_are(const struct net_scores *scores, const char *list)
{
	struct slice rest = { list, strlen(list) };
	size_t i = 0;

	for (; i < scores->count && rest.length > 0; i++)
		if (!slice_equal(scores->names[i], slice_cut(&rest, ' ')))
			return false;
	return i == scores->count && rest.length == 0;
}

const char *
attribution_check(const struct net *network)
{
	if (!names_are(&network->tags, "O B I U"))
		return "its tags are not O B I U: retrain the network";
	if (!names_are(&network->roles, "O source content"))
		return "its roles are not O source content: retrain the "
		    "network";
	return NULL;
}

void
attribution_open(void)
{
	const char *wrong;

	net_open(&net, NET_BYTES(attributions), "attributions",
	    evidence_kinds, EVIDENCE_COUNT);
	wrong = attribution_check(&net);
	if (wrong)
		message_fail(STATUS_SYSTEM, "network attributions: %s", wrong);
}

static size_t
token_count(const struct document *document)
{
	size_t count = 0;

	for (size_t i = 0; i < document->count; i++)
		count += document->sentences[i].count;
	return count;
}

void
piece_begin(struct piece *piece, const struct reading *reading,
    const struct claims *claims)
{
	const struct tagged *document = reading->document;
	struct arena *arena = document->text.arena;
	size_t count = token_count(&document->text), at = 0;
	size_t *firsts = arena_new(arena, document->text.count + 1,
	    sizeof *firsts);

	*piece = (struct piece){ .document = document, .count = count,
	    .run = &run };
	piece->evidence = arena_new(arena, count + 1,
	    sizeof *piece->evidence);
	piece->tokens = arena_new(arena, count + 1, sizeof *piece->tokens);
	piece->sentences = arena_new(arena, count + 1,
	    sizeof *piece->sentences);
	piece->sureties = arena_new(arena, count + 1,
	    SURETIES * sizeof *piece->sureties);
	for (uint32_t i = 0; i < document->text.count; i++) {
		const struct sentence *s = &document->text.sentences[i];

		firsts[i] = at;
		evidence_find(piece->evidence + at, document, i,
		    &reading->levels[i]);
		for (size_t k = 0; k < s->count; k++, at++) {
			piece->tokens[at] = &s->tokens[k];
			piece->sentences[at] = i;
		}
	}
	for (size_t i = 0; i < claims->count; i++)
		evidence_mark(piece->evidence + firsts[claims->at[i].sentence],
		    &document->text.sentences[claims->at[i].sentence],
		    &claims->at[i]);
}

/* Where the piece that begins at a token ends. */
static size_t
piece_end(const struct piece *piece, size_t first)
{
	const struct sentence *sentences = piece->document->text.sentences;
	size_t paragraph = sentences[piece->sentences[first]].paragraph;
	size_t end = first;

	while (end < piece->count) {
		uint32_t sentence = piece->sentences[end];
		size_t next = end;

		if (sentences[sentence].paragraph != paragraph)
			break;
		while (next < piece->count && next - first < PIECE_MAX &&
		    piece->sentences[next] == sentence)
			next++;
		if (next - first > PIECE_TOKENS && end > first)
			break;
		end = next;
		if (end - first >= PIECE_MAX)
			break;
	}
	return end;
}

bool
piece_next(struct piece *piece)
{
	const float *scores;

	piece->first = piece->end;
	if (piece->first == piece->count)
		return false;
	piece->end = piece_end(piece, piece->first);
	scores = net_encode(piece->run, &net, piece->evidence + piece->first,
	    piece->end - piece->first);
	for (size_t t = 0; t < piece->end - piece->first; t++)
		for (size_t k = 0; k < SURETIES; k++)
			piece->sureties[SURETIES * t + k] =
			    scores[t * NET_TAGS_MAX + 1 + k] -
			    scores[t * NET_TAGS_MAX];
	return true;
}

enum cue_tag { OUTSIDE, BEGINS, INSIDE, UNCUED };

static enum cue_tag
best_tag(const struct piece *piece, size_t token)
{
	const float *sureties = piece->sureties + SURETIES * token;
	float best = 0;
	enum cue_tag tag = OUTSIDE;

	for (unsigned k = 0; k < SURETIES; k++)
		if (sureties[k] >= best) {
			best = sureties[k];
			tag = (enum cue_tag)(k + 1);
		}
	return tag;
}

bool
piece_cue(const struct piece *piece, size_t from,
    struct attribution *attribution)
{
	size_t count = piece->end - piece->first, t = from;
	enum cue_tag tag = OUTSIDE;

	while (t < count && (tag = best_tag(piece, t)) == OUTSIDE)
		t++;
	if (t == count)
		return false;
	*attribution = (struct attribution){ .cue.first = t,
	    .bare = tag == UNCUED };
	t++;
	while (!attribution->bare && t < count &&
	    best_tag(piece, t) == INSIDE)
		t++;
	attribution->cue.end = t;
	return true;
}

struct tokens_range
piece_range(const struct piece *piece, struct span span)
{
	size_t low = piece->first, high = piece->end;
	struct tokens_range range;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (piece->tokens[middle]->end <= span.start)
			low = middle + 1;
		else
			high = middle;
	}
	range.first = low - piece->first;
	while (low < piece->end && piece->tokens[low]->start < span.end)
		low++;
	range.end = low - piece->first;
	return range;
}

struct span
piece_span(const struct piece *piece, struct tokens_range range)
{
	const struct token **tokens = piece->tokens + piece->first;

	return (struct span){ tokens[range.first]->start,
	    tokens[range.end - 1]->end };
}

float
piece_surety(const struct piece *piece, struct tokens_range range)
{
	float best = -FLT_MAX;

	for (size_t t = range.first; t < range.end; t++)
		for (size_t k = 0; k + 1 < SURETIES; k++)
			if (piece->sureties[SURETIES * t + k] > best)
				best = piece->sureties[SURETIES * t + k];
	return best;
}

static unsigned
best_role(const float *scores)
{
	unsigned best = 0;

	for (unsigned i = 1; i < net.roles.count; i++)
		if (scores[i] > scores[best])
			best = i;
	return best;
}

/* Runs of one role. */
struct runs {
	struct tokens_range at[CLAIM_PARTS];
	size_t count;
};

static void
runs_add(struct runs *runs, size_t token, size_t gap)
{
	struct tokens_range *last = runs->count > 0 ?
	    &runs->at[runs->count - 1] : NULL;

	if (last && (token - last->end <= gap || runs->count == CLAIM_PARTS))
		last->end = token + 1;
	else
		runs->at[runs->count++] = (struct tokens_range){ token,
		    token + 1 };
}

/* Commas, "and", before it "that" and "by" as well: no part of a run. */
static bool
is_edge(const struct token *token, bool first)
{
	return token->tag == TAG_COMMA || token->tag == TAG_COLON ||
	    token->tag == TAG_CC || (first && ((token->tag == TAG_IN &&
	    slice_is(token->lower, "by")) || ((token->tag == TAG_IN ||
	    token->tag == TAG_WDT) && slice_is(token->lower, "that"))));
}

/* "blamed the union on" / "Thursday": a preposition without its noun. */
static bool
is_torn_off(const struct piece *piece, size_t token)
{
	const struct token **at = piece->tokens + piece->first + token;
	enum tag tag = at[0]->tag == TAG_IN && token + 1 < piece->end -
	    piece->first ? (enum tag)at[1]->tag : TAG_NONE;

	return tag_is_noun(tag) || tag_is_name(tag) || tag == TAG_CD ||
	    tag == TAG_DT;
}

static struct tokens_range
trimmed(const struct piece *piece, struct tokens_range part)
{
	const struct token **tokens = piece->tokens + piece->first;

	while (part.end > part.first + 1 && (is_edge(tokens[part.end - 1],
	    false) || is_torn_off(piece, part.end - 1)))
		part.end--;
	while (part.first + 1 < part.end && is_edge(tokens[part.first], true))
		part.first++;
	return part;
}

/* A source is one run: the longest. */
static void
set_source(struct attribution *attribution, const struct piece *piece,
    const struct runs *runs)
{
	struct tokens_range best = { 0, 0 };

	for (size_t i = 0; i < runs->count; i++)
		if (runs->at[i].end - runs->at[i].first > best.end -
		    best.first)
			best = runs->at[i];
	if (best.end > best.first)
		spans_add(&attribution->source, piece_span(piece,
		    trimmed(piece, best)));
}

void
piece_attribution(const struct piece *piece, struct attribution *attribution)
{
	struct tokens_range cue = attribution->cue;
	size_t count = piece->end - piece->first;
	size_t from = cue.first > WINDOW ? cue.first - WINDOW : 0;
	size_t to = count - cue.end > WINDOW ? cue.end + WINDOW : count;
	const float *scores = net_roles(piece->run, cue.first, cue.end, from,
	    to);
	struct runs source = { .count = 0 }, content = { .count = 0 };

	attribution->surety = attribution->bare ?
	    piece->sureties[SURETIES * cue.first + SURETIES - 1] :
	    piece_surety(piece, cue);
	for (size_t t = from; t < to; t++) {
		bool in_cue = !attribution->bare && t >= cue.first &&
		    t < cue.end;
		unsigned role = in_cue ? 0 :
		    best_role(scores + (t - from) * NET_TAGS_MAX);
		bool behind = content.count > 0 && content.at[content.count -
		    1].end <= cue.first && t >= cue.end;

		if (role == ROLE_SOURCE)
			runs_add(&source, t, 0);
		else if (role == ROLE_CONTENT)
			runs_add(&content, t, behind ? 0 : GAP);
	}
	set_source(attribution, piece, &source);
	for (size_t i = 0; i < content.count; i++)
		spans_add(&attribution->content, piece_span(piece,
		    trimmed(piece, content.at[i])));
}
