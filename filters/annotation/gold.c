/*
 * The tables that scorers take as gold: names, times, attributions, claims.
 */
#include "annotation/tables.h"
#include "tsv/list.h"

enum { GOLD_DOC, GOLD_START, GOLD_END, GOLD_TYPE };
enum { MENTION_TEXT = 4, MENTION_ID, MENTION_MENTION };
enum { TIMEX_VALUE = 4, TIMEX_TEXT };
enum { ATTRIBUTION = 1, ROLE, ROLE_START, ROLE_END, ROLE_TEXT };
enum { G_CLAIM = 1, G_FORM, G_SOURCE_SPAN, G_SOURCE_CANON, G_SOURCE_TYPE,
	G_CUE_SPAN, G_CONTENT_SPAN, G_CONTENT_ALT, G_DEPTH, G_ACT,
	G_CERTAINTY, G_POLARITY };

static void
set_span(struct out_table *table, int column, const struct mark *mark)
{
	tsv_set_number(&table->out, table->at[column], mark->start);
	tsv_set_number(&table->out, table->at[column + 1], mark->end);
}

/* Names and demonyms, which the scorer counts. */
static void
add_mention(struct out_table *table, const struct mark *mark,
    struct slice text, struct slice doc)
{
	struct slice mention = mark->label[ENTITY_MENTION];

	if (!slice_is(mention, "NAM") && !slice_is(mention, "ADJ"))
		return;
	table_set(table, GOLD_DOC, doc);
	set_span(table, GOLD_START, mark);
	table_set(table, GOLD_TYPE, mark->label[ENTITY_TYPE]);
	table_set(table, MENTION_TEXT, text);
	add_id(table_value(table, MENTION_ID), mark->label[ENTITY_ID], doc);
	table_set(table, MENTION_MENTION, mention);
	tsv_put(&table->out, NULL);
}

static void
add_timex(struct out_table *table, const struct mark *mark,
    struct slice text, struct slice doc)
{
	table_set(table, GOLD_DOC, doc);
	set_span(table, GOLD_START, mark);
	table_set(table, GOLD_TYPE, mark->label[TIME_TYPE]);
	table_set(table, TIMEX_VALUE, mark->label[TIME_VALUE]);
	table_set(table, TIMEX_TEXT, text);
	tsv_put(&table->out, NULL);
}

/* ------------------------------------------------------------- attributions */

static bool
same_spans(const struct article *article, uint32_t a, uint32_t b,
    enum part_role role)
{
	struct buffer x = { 0 }, y = { 0 };
	bool same;

	role_spans(article, a, role, &x);
	role_spans(article, b, role, &y);
	same = slice_equal(buffer_slice(&x), buffer_slice(&y));
	buffer_free(&x);
	buffer_free(&y);
	return same;
}

static bool
has_role(const struct article *article, uint32_t claim, enum part_role role)
{
	struct buffer spans = { 0 };
	bool has;

	role_spans(article, claim, role, &spans);
	has = spans.length > 0;
	buffer_free(&spans);
	return has;
}

/* Does the scorer count the claim: of the first level, with its parts? */
static bool
is_attribution(const struct article *article, const struct claim_line *claim)
{
	return claim->depth == 1 &&
	    has_role(article, claim->number, PART_CONTENT) &&
	    (has_role(article, claim->number, PART_SOURCE) ||
	    has_role(article, claim->number, PART_CUE));
}

/*
 * The claim whose attribution this one joins, itself when none: one cue and
 * one content are one attribution, whose sources stand together.
 */
static const struct claim_line *
joined(const struct article *article, const struct claim_line *claim)
{
	for (const struct claim_line *other = article->claims; other < claim;
	    other++)
		if (is_attribution(article, other) &&
		    same_spans(article, other->number, claim->number,
		    PART_CUE) &&
		    same_spans(article, other->number, claim->number,
		    PART_CONTENT))
			return other;
	return claim;
}

static void
add_roles(struct out_table *table, const struct article *article,
    const struct claim_line *claim, struct slice doc)
{
	static const char *const names[] = { [PART_SOURCE] = "source",
		[PART_CUE] = "cue", [PART_CONTENT] = "content" };
	const struct claim_line *head = joined(article, claim);

	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];

		if (mark->kind != MARK_PART ||
		    mark->claim != claim->number ||
		    mark->role == PART_QUOTE ||
		    (head != claim && mark->role != PART_SOURCE))
			continue;
		table_set(table, GOLD_DOC, doc);
		buffer_printf(table_value(table, ATTRIBUTION), "%.*s#%u",
		    SHOWN(doc), head->number);
		table_set(table, ROLE, slice_of(names[mark->role]));
		set_span(table, ROLE_START, mark);
		table_set(table, ROLE_TEXT, article_span(article, mark->start,
		    mark->end));
		tsv_put(&table->out, NULL);
	}
}

/* ------------------------------------------------------------------- claims */

static void
add_canonical(struct buffer *out, const struct claim_line *claim,
    struct slice doc)
{
	struct slice id = claim->source_id;

	if (claim_is_narration(claim)) {
		buffer_add(out, SLICE("NARR:narrator@"));
		buffer_add(out, doc);
	} else if (slice_is(id, "unspecified")) {
		buffer_add(out, SLICE("UNSPEC:unspecified@"));
		buffer_add(out, doc);
	} else {
		buffer_add(out, slice_ends(id, SLICE("@")) ?
		    SLICE("ANON:") : SLICE("ID:"));
		add_id(out, id, doc);
	}
}

static void
add_gold_claim(struct out_table *table, const struct article *article,
    const struct claim_line *claim, struct slice doc)
{
	uint32_t number = claim->number;

	table_set(table, GOLD_DOC, doc);
	buffer_printf(table_value(table, G_CLAIM), "%.*s.c%02u", SHOWN(doc),
	    number);
	table_set(table, G_FORM, claim_is_narration(claim) ?
	    SLICE("unattributed") : claim->form);
	role_spans(article, number, PART_SOURCE,
	    table_value(table, G_SOURCE_SPAN));
	add_canonical(table_value(table, G_SOURCE_CANON), claim, doc);
	table_set(table, G_SOURCE_TYPE, claim->source_type);
	role_spans(article, number, PART_CUE, table_value(table, G_CUE_SPAN));
	role_spans(article, number, PART_CONTENT,
	    table_value(table, G_CONTENT_SPAN));
	tsv_set_number(&table->out, table->at[G_DEPTH], claim->depth);
	table_set(table, G_ACT, claim->act);
	table_set(table, G_CERTAINTY, claim->certainty);
	table_set(table, G_POLARITY, claim->negative ? SLICE("neg") :
	    SLICE("pos"));
	tsv_put(&table->out, NULL);
}

void
gold_add(struct out_tables *tables, const struct article *article,
    struct slice doc)
{
	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];
		struct slice text = article_span(article, mark->start,
		    mark->end);

		if (mark->kind == MARK_ENTITY)
			add_mention(&tables->at[TABLE_MENTIONS], mark, text,
			    doc);
		else if (mark->kind == MARK_TIME)
			add_timex(&tables->at[TABLE_TIMEXES], mark, text,
			    doc);
	}
	for (size_t i = 0; i < article->claim_count; i++) {
		const struct claim_line *claim = &article->claims[i];

		if (is_attribution(article, claim))
			add_roles(&tables->at[TABLE_ATTRIBUTIONS], article,
			    claim, doc);
		if (has_role(article, claim->number, PART_CONTENT))
			add_gold_claim(&tables->at[TABLE_GOLD_CLAIMS],
			    article, claim, doc);
	}
}
