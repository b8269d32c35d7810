/*
 * The relations table.  See output.h.
 */
#include "compare/output.h"

#include <stdlib.h>

#include "compare/support.h"

void
relation_columns_add(struct relation_columns *c, struct tsv_writer *out,
    const struct tsv_reader *in, bool explain)
{
	bool again = tsv_find(in, "relation") >= 0;

	c->relation = tsv_add(out, "relation");
	c->kind = tsv_add(out, "kind");
	c->kind_in = again ? -1 : tsv_find(in, "kind");
	c->sentence_kind = c->kind_in >= 0 ? tsv_add(out, "sentence_kind") :
	    -1;
	c->topic = tsv_add(out, "topic");
	c->confidence = tsv_add(out, "confidence");
	c->with = tsv_add(out, "with");
	c->with_doc = tsv_add(out, "with_doc");
	c->with_outlet = tsv_add(out, "with_outlet");
	c->with_date = tsv_add(out, "with_date");
	c->with_source_id = tsv_add(out, "with_source_id");
	c->with_content_span = tsv_add(out, "with_content_span");
	c->with_content = tsv_add(out, "with_content");
	c->witnesses = tsv_add(out, "witnesses");
	c->reason = tsv_add(out, "reason");
	c->why = explain ? tsv_add(out, "why") : -1;
}

/* Set what stands beside a claim: its partner, or nothing. */
static void
set_partner(struct tsv_writer *out, const struct relation_columns *c,
    const struct claims *claims, const struct claim *partner)
{
	static const struct claim nobody;
	static const struct article nowhere;
	const struct claim *claim = partner ? partner : &nobody;
	const struct article *article = partner ?
	    &claims->articles[partner->article] : &nowhere;

	tsv_set(out, c->with, claim->id);
	tsv_set(out, c->with_doc, article->doc);
	tsv_set(out, c->with_outlet, article->outlet);
	tsv_set(out, c->with_date, article->date);
	tsv_set(out, c->with_source_id, claim->source_id);
	tsv_set(out, c->with_content_span, claim->content_span);
	tsv_set(out, c->with_content, claim->content);
}

static void
put(struct tsv_writer *out, const struct relation_columns *c,
    struct claims *claims, const struct claim *claim)
{
	const struct slice *fields = claim_fields(claims, claim);

	if (c->sentence_kind >= 0)
		tsv_set_raw(out, c->sentence_kind, fields[c->kind_in]);
	tsv_put(out, fields);
}

static void
write_relation(struct tsv_writer *out, const struct relation_columns *c,
    struct claims *claims, const struct relation *relation,
    struct slice topic, uint32_t witnesses)
{
	tsv_set(out, c->relation,
	    slice_of(relation_type_name(relation->type)));
	tsv_set(out, c->kind, slice_of(relation_kind_name(relation->kind)));
	tsv_set(out, c->topic, topic);
	buffer_printf(tsv_value(out, c->confidence), "%.2f",
	    relation->confidence);
	set_partner(out, c, claims, &claims->at[relation->earlier]);
	tsv_set_number(out, c->witnesses, witnesses);
	tsv_set(out, c->reason, relation->reason);
	if (c->why >= 0)
		tsv_set(out, c->why, relation->why);
	put(out, c, claims, &claims->at[relation->later]);
}

/*
 * A claim that is nobody's later one: `only` when it stands alone, nothing
 * when a later claim names it as its partner.
 */
static void
write_alone(struct tsv_writer *out, const struct relation_columns *c,
    struct claims *claims, const struct claim *claim, bool paired,
    struct slice topic, uint32_t witnesses)
{
	tsv_set(out, c->relation, paired ? SLICE("") :
	    slice_of(relation_type_name(RELATION_ONLY)));
	tsv_set(out, c->kind, SLICE(""));
	tsv_set(out, c->topic, topic);
	tsv_set(out, c->confidence, SLICE(""));
	set_partner(out, c, claims, NULL);
	tsv_set_number(out, c->witnesses, witnesses);
	tsv_set(out, c->reason, SLICE(""));
	if (c->why >= 0)
		tsv_set(out, c->why, SLICE(""));
	put(out, c, claims, claim);
}

void
relations_write(struct tsv_writer *out, const struct relation_columns *c,
    struct claims *claims, const struct relations *relations, int32_t since)
{
	uint32_t *support = support_count(claims, relations);
	struct topics topics = { 0 };
	size_t next = 0;

	topics_find(&topics, claims);
	for (uint32_t i = 0; i < claims->count; i++) {
		if (!claims_is_since(claims, i, since)) {
			claim_fields(claims, &claims->at[i]);
			continue;
		}
		if (next == relations->count || relations->at[next].later != i)
			write_alone(out, c, claims, &claims->at[i],
			    relations->paired[i], topic_of_claim(&topics,
			    claims, &claims->at[i]), support[i]);
		for (; next < relations->count &&
		    relations->at[next].later == i; next++)
			write_relation(out, c, claims, &relations->at[next],
			    topic_of_relation(&topics, claims,
			    &relations->at[next]), support[i]);
	}
	topics_free(&topics);
	free(support);
}
