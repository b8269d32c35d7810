/*
 * A story's files, written in the one form that they have (arrange.c says in
 * which order marks stand).
 */
#include "annotation/annotation.h"

enum { OPEN_MAX = 64 };		/* marks around a byte */

/* ---------------------------------------------------------------- marks */

static void
add_label(struct buffer *out, const struct mark *mark)
{
	const struct slice *label = mark->label;

	switch (mark->kind) {
	case MARK_ENTITY:
		buffer_printf(out, "[%.*s:%.*s", SHOWN(label[ENTITY_TYPE]),
		    SHOWN(label[ENTITY_ID]));
		if (!slice_is(label[ENTITY_MENTION], "NAM"))
			buffer_printf(out, "/%.*s",
			    SHOWN(label[ENTITY_MENTION]));
		break;
	case MARK_FIGURE:
		buffer_printf(out, "[#%.*s:%.*s:%.*s:%.*s",
		    SHOWN(label[FIGURE_VALUE]), SHOWN(label[FIGURE_APPROX]),
		    SHOWN(label[FIGURE_UNIT]), SHOWN(label[FIGURE_WHAT]));
		break;
	case MARK_TIME:
		buffer_printf(out, "[@%.*s:%.*s", SHOWN(label[TIME_TYPE]),
		    SHOWN(label[TIME_VALUE]));
		break;
	case MARK_PART:
		break;
	}
}

/* Open the mark, or the brace that it begins; how many marks that were. */
static size_t
add_opening(struct buffer *out, const struct article *article, size_t at)
{
	static const char letters[PART_ROLES] = { 's', 'v', 'c', 'q' };
	const struct mark *mark = &article->marks[at];
	size_t count = 1;

	if (mark->kind != MARK_PART) {
		add_label(out, mark);
	} else {
		buffer_printf(out, "{%c%u", letters[mark->role], mark->claim);
		for (; at + count < article->mark_count &&
		    mark[count].brace == mark->brace; count++)
			buffer_printf(out, ",%c%u",
			    letters[mark[count].role], mark[count].claim);
	}
	buffer_add_byte(out, ' ');
	return count;
}

/*
 * The sentence's text with the marks from *at on.  False when they cross, or
 * leave the sentence.
 */
static bool
add_sentence(struct buffer *out, const struct article *article,
    const struct marked_sentence *s, size_t *at)
{
	const struct mark *open[OPEN_MAX];
	size_t depth = 0;

	for (uint32_t i = s->start; i <= s->end; i++) {
		while (depth > 0 && open[depth - 1]->end == i)
			buffer_add_byte(out, open[--depth]->kind == MARK_PART
			    ? '}' : ']');
		if (i == s->end)
			break;
		while (*at < article->mark_count &&
		    article->marks[*at].start == i) {
			const struct mark *mark = &article->marks[*at];

			if (depth == OPEN_MAX || mark->end <= i ||
			    mark->end > s->end || (depth > 0 &&
			    mark->end > open[depth - 1]->end))
				return false;
			*at += add_opening(out, article, *at);
			open[depth++] = mark;
		}
		if (strchr("[]{}\\", article->text.at[i]))
			buffer_add_byte(out, '\\');
		buffer_add_byte(out, article->text.at[i]);
	}
	return true;
}

/* --------------------------------------------------------------- claims */

static void
add_extra(struct buffer *out, const char *name, struct slice value)
{
	if (value.length > 0)
		buffer_printf(out, " %s=%.*s", name, SHOWN(value));
}

static void
add_claim(struct buffer *out, const struct article *article,
    const struct claim_line *claim)
{
	buffer_printf(out, " %u %.*s %.*s %.*s %.*s %.*s %.*s",
	    claim->number, SHOWN(claim->form), SHOWN(claim->source_id),
	    SHOWN(claim->source_type), SHOWN(claim->act),
	    SHOWN(claim->certainty), SHOWN(claim->tense));
	if (claim->negative)
		buffer_add(out, SLICE(" neg"));
	add_extra(out, "hedge", claim->hedges);
	add_extra(out, "for", claim->targets);
	add_extra(out, "to", claim->addressee);
	if (claim->parent != braces_parent(article, claim))
		buffer_printf(out, " in=%u", claim->parent);
	buffer_add_byte(out, '\n');
}

/* -------------------------------------------------------------- the files */

static void
add_headers(struct buffer *out, const struct article *article)
{
	const struct slice *headers = article->headers;
	struct slice headline = article_headline(article);

	for (enum header h = 0; h < HEADER_COUNT; h++)
		if (headers[h].length > 0 && (h != HEADER_TITLE ||
		    !slice_equal(headers[h], headline)))
			buffer_printf(out, "%s: %.*s\n", header_name(h),
			    SHOWN(headers[h]));
}

bool
article_write(const struct article *article, struct buffer *out)
{
	size_t at = 0, claim = 0;

	add_headers(out, article);
	for (size_t i = 0; i < article->sentence_count; i++) {
		const struct marked_sentence *s = &article->sentences[i];

		if (s->opens)
			buffer_add_byte(out, '\n');
		buffer_printf(out, "%c%c ", s->margin, s->joint);
		if (!add_sentence(out, article, s, &at))
			return false;
		buffer_add_byte(out, '\n');
		for (; claim < article->claim_count &&
		    article->claims[claim].sentence == i; claim++)
			add_claim(out, article, &article->claims[claim]);
	}
	return at == article->mark_count && claim == article->claim_count;
}

void
story_write(const struct story *story, struct buffer *out)
{
	buffer_printf(out, "beat: %.*s\nregion: %.*s\nabout: %.*s\n",
	    SHOWN(story->beat), SHOWN(story->region), SHOWN(story->about));
	for (size_t i = 0; i < story->relation_count; i++) {
		const struct relation_line *r = &story->relations[i];

		buffer_printf(out, "%s%.*s %.*s %c%u %c%u", i ? "" : "\n",
		    SHOWN(r->relation), SHOWN(r->kind),
		    r->side[0].article, r->side[0].claim,
		    r->side[1].article, r->side[1].claim);
		if (r->side[0].words.length > 0 ||
		    r->side[1].words.length > 0)
			buffer_printf(out, " | %.*s | %.*s",
			    SHOWN(r->side[0].words), SHOWN(r->side[1].words));
		buffer_add_byte(out, '\n');
	}
}
