/*
 * What the page is filtered by: outlets, actors, topics and kinds of what is
 * contested or moved.  An entry bears the numbers of those that are in it as
 * attributes, the form at the page's head their names.
 */
#include "report/web_page.h"
#include "report/speaker.h"
#include "report/topic.h"

#include <stdlib.h>

enum { ACTORS_LISTED = 100, TOPICS_LISTED = 100 };

static void
add_value(struct buffer *out, size_t value)
{
	buffer_printf(out, " %zu", value);
}

/* Has the list of numbers, each behind a blank, this one already? */
static bool
has_value(const struct buffer *values, size_t value)
{
	struct slice rest = buffer_slice(values);
	size_t number;

	while (rest.at)
		if (slice_number(slice_cut(&rest, ' '), &number) &&
		    number == value)
			return true;
	return false;
}

static void
put_value(struct buffer *values, size_t value)
{
	if (!has_value(values, value))
		add_value(values, value);
}

/* The outlet and the actors of a claim. */
static void
put_claim(const struct report *report, const struct report_claim *claim,
    struct buffer *outlets, struct buffer *actors)
{
	const struct report_article *article =
	    &report->articles[claim->article];

	if (article->publisher != REPORT_NONE)
		put_value(outlets, article->publisher);
	if (claim->speaker != REPORT_NONE)
		put_value(actors, claim->speaker);
}

static struct slice
facets(struct web *web, struct buffer *outlets, struct buffer *actors,
    const struct report_relation *relation)
{
	struct slice none = { "", 0 };
	struct buffer *page = web->out;

	buffer_clear(&web->facets);
	web->out = &web->facets;
	web_fill(web, "facets", { "outlets", buffer_slice(outlets) },
	    { "actors", buffer_slice(actors) },
	    { "kind", relation ? relation->kind : none },
	    { "topic", relation ? relation->topic : none });
	web->out = page;
	buffer_free(outlets);
	buffer_free(actors);
	return buffer_slice(&web->facets);
}

struct slice
web_claim_facets(struct web *web, const struct report_claim *claim)
{
	struct buffer outlets = { 0 }, actors = { 0 };

	put_claim(web->report, claim, &outlets, &actors);
	return facets(web, &outlets, &actors, NULL);
}

/* The relation that an entry stands for, or NULL. */
static const struct report_relation *
relation_of(const struct report *report, const struct block *entry)
{
	return entry->kind == BLOCK_ENTRY && entry->margin.length > 0 &&
	    entry->at != REPORT_NONE ? &report->relations[entry->at] : NULL;
}

struct slice
web_entry_facets(struct web *web, size_t at)
{
	const struct outline *outline = web->outline;
	const struct report *report = web->report;
	const struct block *entry = &outline->blocks[at];
	const struct report_relation *relation = relation_of(report, entry);
	struct buffer outlets = { 0 }, actors = { 0 };

	for (at++; at < outline->count; at++) {
		const struct block *block = &outline->blocks[at];
		uint32_t claim = REPORT_NONE;

		if (block->kind == BLOCK_ENTRY || block->kind == BLOCK_SECTION)
			break;
		if (block->kind == BLOCK_QUOTE)
			claim = block->at;
		if (block->kind == BLOCK_FIGURE)
			claim = web->findings->figures.uses[block->at].claim;
		if (claim != REPORT_NONE)
			put_claim(report, &report->claims[claim], &outlets,
			    &actors);
	}
	return facets(web, &outlets, &actors, relation);
}

/* ----------------------------------------------------------------- form */

static void
put_option(struct web *web, struct slice value, struct slice name)
{
	web_fill(web, "choice", { "value", value }, { "name", name });
}

static void
put_outlets(struct web *web)
{
	size_t i;

	web_fill(web, "choices", { "id", SLICE("outlet") },
	    { "name", SLICE("Outlet") }, { "all", SLICE("all outlets") });
	for (i = 0; i < web->report->outlet_count; i++)
		put_option(web, web_number(web, i),
		    web->report->outlets[i].name);
	web_put(web, "choices-end");
}

static void
put_actors(struct web *web)
{
	const struct heard *heard = &web->findings->heard;
	size_t i;

	web_fill(web, "choices", { "id", SLICE("actor") },
	    { "name", SLICE("Speaker") }, { "all", SLICE("all speakers") });
	for (i = 0; i < heard->count && i < ACTORS_LISTED; i++) {
		buffer_clear(&web->line);
		speaker_add_name(web->report, heard->speakers[i].claim,
		    &web->line);
		put_option(web, web_number(web,
		    heard->speakers[i].entity), buffer_slice(&web->line));
	}
	web_put(web, "choices-end");
}

/* The kinds, or the topics, of relations that stand in entries. */
static void
put_relations(struct web *web, bool topics)
{
	const struct report *report = web->report;
	struct hash seen = { 0 };
	size_t i;

	for (i = 0; i < web->outline->count && seen.count < TOPICS_LISTED;
	    i++) {
		const struct report_relation *relation = relation_of(report,
		    &web->outline->blocks[i]);
		struct slice value;
		uint32_t *known;

		if (!relation)
			continue;
		value = topics ? relation->topic : relation->kind;
		if (value.length == 0)
			continue;
		if (seen.count == 0)
			web_fill(web, "choices",
			    { "id", topics ? SLICE("topic") : SLICE("kind") },
			    { "name", topics ? SLICE("Topic")
			    : SLICE("Kind") },
			    { "all", topics ? SLICE("all topics")
			    : SLICE("all kinds") });
		known = hash_put(&seen, value);
		if (*known != HASH_NONE)
			continue;
		*known = 1;
		buffer_clear(&web->line);
		if (topics)
			topic_add(report, value, &web->line);
		else
			words_add(report->words, "kind", value, &web->line);
		put_option(web, value, buffer_slice(&web->line));
	}
	if (seen.count > 0)
		web_put(web, "choices-end");
	hash_free(&seen);
}

void
web_filter(struct web *web)
{
	web_put(web, "filter");
	put_outlets(web);
	put_actors(web);
	put_relations(web, true);
	put_relations(web, false);
	web_put(web, "filter-end");
}
