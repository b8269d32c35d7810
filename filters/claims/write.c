/*
 * A record is the row of the sentence that the claim stands in, and the
 * claim's own columns.  Ids are DOC.cNN, numbered in the order of the rows.
 */
#include "claims/write.h"

#include "base/buffer.h"
#include "claims/confidence.h"
#include "claims/issue.h"

static const char *const names[CLAIM_COLUMNS] = {
	"claim", "parent", "depth", "form", "source_span", "source",
	"source_id", "source_type", "cue_span", "cue", "content_span",
	"content", "quote_span", "act", "certainty", "polarity", "hedges",
	"tense", "target", "addressee", "issues", "rule"
};

enum {
	CLAIM, PARENT, DEPTH, FORM, SOURCE_SPAN, SOURCE, SOURCE_ID,
	SOURCE_TYPE, CUE_SPAN, CUE, CONTENT_SPAN, CONTENT, QUOTE_SPAN, ACT,
	CERTAINTY, POLARITY, HEDGES, TENSE, TARGET, ADDRESSEE, ISSUES, RULE
};

void
claim_columns_add(struct claim_columns *columns, struct tsv_writer *out,
    bool explain)
{
	for (int i = 0; i < CLAIM_COLUMNS; i++)
		columns->at[i] = tsv_add(out, names[i]);
	columns->why = explain ? tsv_add(out, "why") : -1;
}

static void
set_spans(struct tsv_writer *out, int column, const struct spans *spans)
{
	struct buffer *value = tsv_value(out, column);

	for (size_t i = 0; i < spans->count; i++)
		span_add(value, spans->at[i]);
}

static void
set_id(struct tsv_writer *out, int column, const struct tagged *document,
    int index)
{
	struct buffer *value = tsv_value(out, column);

	if (index < 0)
		return;
	buffer_add(value, document->text.doc);
	buffer_printf(value, ".c%02d", index + 1);
}

/* The lemma that attributes: of the table, or as written. */
static struct slice
cue_text(const struct claim *claim, const struct tagged *document)
{
	if (claim->entry)
		return claim->entry->key;
	return spans_text(&claim->cue, document);
}

static void
set_texts(struct tsv_writer *out, const int *at, const struct claim *claim,
    const struct tagged *document)
{
	struct slice content = spans_text(&claim->content, document);

	set_spans(out, at[SOURCE_SPAN], &claim->source);
	tsv_set(out, at[SOURCE], spans_text(&claim->source, document));
	set_spans(out, at[CUE_SPAN], &claim->cue);
	tsv_set(out, at[CUE], cue_text(claim, document));
	set_spans(out, at[CONTENT_SPAN], &claim->content);
	tsv_set(out, at[CONTENT], content);
	set_spans(out, at[QUOTE_SPAN], &claim->quote);
	issues_of(content, tsv_value(out, at[ISSUES]));
}

static void
set_facts(struct tsv_writer *out, const int *at, const struct claim *claim)
{
	tsv_set_number(out, at[DEPTH], claim->depth);
	tsv_set_raw(out, at[FORM], slice_of(form_name(claim->form)));
	tsv_set(out, at[SOURCE_ID], claim->source_id);
	tsv_set_raw(out, at[SOURCE_TYPE],
	    slice_of(source_type_name(claim->source_type)));
	tsv_set(out, at[ACT], claim->act);
	tsv_set(out, at[CERTAINTY], claim->certainty);
	tsv_set_raw(out, at[POLARITY], claim->negative ? SLICE("neg") :
	    SLICE("pos"));
	tsv_set(out, at[HEDGES], claim->hedges);
	tsv_set_raw(out, at[TENSE], slice_of(tense_name(claim->tense)));
	tsv_set(out, at[TARGET], claim->target);
	tsv_set(out, at[ADDRESSEE], claim->addressee_id);
	tsv_set_raw(out, at[RULE], slice_of(claim->rule));
}

static void
set_why(struct tsv_writer *out, int column, const struct claim *claim)
{
	struct buffer *why = tsv_value(out, column);
	const struct cue *cue = claim->noun ? claim->noun : claim->entry;

	buffer_printf(why, "%s", claim->rule);
	if (claim->entry)
		buffer_printf(why, "; cue %.*s (strength %u)",
		    (int)claim->entry->key.length, claim->entry->key.at,
		    claim->entry->strength);
	if (cue)
		buffer_printf(why, "; %.*s by %.*s", (int)claim->act.length,
		    claim->act.at, (int)cue->key.length, cue->key.at);
	if (claim->surety != 0)
		buffer_printf(why, "; network %+.1f", (double)claim->surety);
	if (claim->form != FORM_NARRATION)
		buffer_printf(why, "; confidence %.2f",
		    claim_confidence(claim));
	buffer_add(why, claim->why);
	if (claim->carried)
		buffer_add(why, SLICE("; source of the quotation before"));
}

void
claims_write(const struct claims *claims, const struct tagged *document,
    const struct claim_columns *columns, struct tsv_writer *out)
{
	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->at[i];

		set_id(out, columns->at[CLAIM], document, (int)i);
		set_id(out, columns->at[PARENT], document, claim->parent);
		set_texts(out, columns->at, claim, document);
		set_facts(out, columns->at, claim);
		if (columns->why >= 0)
			set_why(out, columns->why, claim);
		tsv_put(out, document->text.sentences[claim->sentence]
		    .row->fields);
	}
}
