/*
 * The outline as JSON-LD: the statements of a view as schema.org's Claim or
 * Quotation, what stands against what, and for each statement an annotation
 * that points into its article (W3C Web Annotation).
 *
 * A TextPositionSelector counts characters of a text that the table does not
 * hold whole, so the place is given by a TextQuoteSelector, and in bytes under
 * a term of our own.
 */
#include <stdlib.h>

#include "report/format_data.h"
#include "report/object.h"
#include "report/origin.h"
#include "report/output.h"
#include "report/speaker.h"
#include "report/topic.h"

extern const char report_context_json[], report_context_json_end[];

enum { CONTEXT_BYTES = 32 };	/* of a quotation's prefix and suffix */

struct graph {
	struct buffer *out;
	const struct outline *outline;
	const struct report *report;
	bool *told;		/* of each claim */
	struct buffer line;
};

/* An item of the graph begins on a line of its own. */
static void
begin_item(struct graph *graph)
{
	struct buffer *out = graph->out;

	if (out->length == 0 || out->at[out->length - 1] != '[')
		buffer_add_byte(out, ',');
	buffer_add_byte(out, '\n');
	object_begin(out, NULL, '{');
}

static void
end_item(struct graph *graph)
{
	object_end(graph->out, '}');
	output_some(graph->out);
	if (graph->out->length == 0)	/* a comma is owed all the same */
		buffer_add_byte(graph->out, ' ');
}

static struct slice
claim_iri(struct graph *graph, const struct report_claim *claim)
{
	buffer_clear(&graph->line);
	buffer_add(&graph->line, SLICE("#claim-"));
	id_add(graph->report->articles[claim->article].doc, '%',
	    &graph->line);
	buffer_add_byte(&graph->line, '-');
	id_add(claim->id, '%', &graph->line);
	return buffer_slice(&graph->line);
}

static struct slice
article_iri(struct graph *graph, const struct report_article *article)
{
	buffer_clear(&graph->line);
	if (url_is_safe(article->url))
		return article->url;
	buffer_add(&graph->line, SLICE("#article-"));
	id_add(article->doc, '%', &graph->line);
	return buffer_slice(&graph->line);
}

static void
put_article(struct graph *graph, const struct report_article *article)
{
	struct buffer *out = graph->out;

	begin_item(graph);
	object_text(out, "@id", article_iri(graph, article));
	object_text(out, "@type", SLICE("NewsArticle"));
	object_text(out, "identifier", article->doc);
	object_text(out, "headline", article->title);
	object_text(out, "datePublished", article->date);
	if (article->outlet.length > 0) {
		object_begin(out, "publisher", '{');
		object_text(out, "@type", SLICE("NewsMediaOrganization"));
		object_text(out, "name", article->outlet);
		object_end(out, '}');
	}
	object_text(out, "upstream", article->upstream);
	end_item(graph);
}

/* The words as they stand at one stretch, with what is around them. */
static void
put_selectors(struct graph *graph, const struct report_claim *claim)
{
	struct buffer *out = graph->out;
	struct slice rest = claim->content_span, text = { "", 0 };
	struct span span;

	object_begin(out, "selector", '[');
	if (claim->sentence != REPORT_NONE)
		text = graph->report->sentences[claim->sentence].text;
	while (span_next(&rest, &span)) {
		size_t base = claim->sentence == REPORT_NONE ? 0
		    : graph->report->sentences[claim->sentence].start;
		size_t start, end, from, to;

		object_begin(out, NULL, '{');
		object_text(out, "@type", SLICE("ByteSelector"));
		object_size(out, "byteStart", span.start);
		object_size(out, "byteEnd", span.end);
		object_end(out, '}');
		if (span.start < base || span.end > base + text.length)
			continue;
		start = span.start - base;
		end = span.end - base;
		from = start > CONTEXT_BYTES ? start - CONTEXT_BYTES : 0;
		to = end + CONTEXT_BYTES < text.length ? end + CONTEXT_BYTES
		    : text.length;
		while (from < start && (text.at[from] & 0xC0) == 0x80)
			from++;
		while (to < text.length && (text.at[to] & 0xC0) == 0x80)
			to++;
		object_begin(out, NULL, '{');
		object_text(out, "@type", SLICE("TextQuoteSelector"));
		object_text(out, "exact", slice_part(text, start, end));
		object_text(out, "prefix", slice_part(text, from, start));
		object_text(out, "suffix", slice_part(text, end, to));
		object_end(out, '}');
	}
	object_end(out, ']');
}

/* Who says it: a person, a body, or people without a name. */
static void
put_speaker(struct graph *graph, const struct report_claim *claim,
    const char *member)
{
	const struct report *report = graph->report;
	const char *type = "Organization";

	if (claim->voice == VOICE_NOBODY || claim->voice == VOICE_OUTLET)
		return;
	if (claim->speaker != REPORT_NONE &&
	    report->entities[claim->speaker].type == MENTION_PER)
		type = "Person";
	object_begin(graph->out, member, '{');
	object_text(graph->out, "@type", slice_of(type));
	buffer_clear(&graph->line);
	speaker_add_voice(report, claim, &graph->line);
	object_text(graph->out, "name", buffer_slice(&graph->line));
	if (claim->speaker != REPORT_NONE)
		object_text(graph->out, "identifier",
		    report->entities[claim->speaker].id);
	object_end(graph->out, '}');
}

static void
put_claim(struct graph *graph, uint32_t at)
{
	const struct report_claim *claim = &graph->report->claims[at];
	const struct report_article *article =
	    &graph->report->articles[claim->article];
	bool quoted = claim->quote_span.length > 0;
	struct buffer *out = graph->out;

	if (graph->told[at])
		return;
	graph->told[at] = true;
	begin_item(graph);
	object_text(out, "@id", claim_iri(graph, claim));
	object_text(out, "@type", quoted ? SLICE("Quotation")
	    : SLICE("Claim"));
	object_text(out, "text", claim->content);
	put_speaker(graph, claim, quoted ? "spokenByCharacter"
	    : "claimInterpreter");
	object_text(out, "act", claim->act);
	object_text(out, "certainty", claim->certainty);
	buffer_clear(&graph->line);
	topic_add(graph->report, claim->topic, &graph->line);
	object_text(out, "about", buffer_slice(&graph->line));
	object_text(out, quoted ? "isPartOf" : "appearance",
	    article_iri(graph, article));
	end_item(graph);
	begin_item(graph);
	object_text(out, "@type", SLICE("Annotation"));
	object_text(out, "motivation", SLICE("identifying"));
	object_text(out, "body", claim_iri(graph, claim));
	object_begin(out, "target", '{');
	object_text(out, "source", article_iri(graph, article));
	put_selectors(graph, claim);
	object_end(out, '}');
	end_item(graph);
}

/* An entry as a whole: its heading, and the statements in it. */
static void
put_entry(struct graph *graph, size_t at)
{
	const struct outline *outline = graph->outline;
	const struct block *entry = &outline->blocks[at];
	struct buffer *out = graph->out;

	begin_item(graph);
	object_text(out, "@type", entry->shape == ENTRY_DISPUTE
	    ? SLICE("Dispute") : SLICE("Matter"));
	object_text(out, "name", entry->head);
	object_text(out, "kind", entry->margin);
	object_begin(out, "statement", '[');
	for (at++; at < outline->count &&
	    outline->blocks[at].kind != BLOCK_ENTRY &&
	    outline->blocks[at].kind != BLOCK_SECTION; at++)
		if (outline->blocks[at].kind == BLOCK_QUOTE)
			object_text(out, NULL, claim_iri(graph,
			    &graph->report->claims[outline->blocks[at].at]));
	object_end(out, ']');
	end_item(graph);
}

static void
put_block(struct graph *graph, size_t at)
{
	const struct block *block = &graph->outline->blocks[at];
	const struct figures_found *figures =
	    &graph->outline->findings->figures;
	const struct report_article *article;
	size_t i;

	switch (block->kind) {
	case BLOCK_ENTRY:
		put_entry(graph, at);
		break;
	case BLOCK_QUOTE:
		put_claim(graph, block->at);
		break;
	case BLOCK_FIGURE:
		if (figures->uses[block->at].claim != REPORT_NONE)
			put_claim(graph, figures->uses[block->at].claim);
		break;
	case BLOCK_ARTICLE:
		article = &graph->report->articles[block->at];
		put_article(graph, article);
		for (i = 0; block->shape == ARTICLE_FULL &&
		    i < article->claim_count; i++)
			put_claim(graph, article->claims[i]);
		break;
	default:
		break;
	}
}

void
jsonld_write(struct format *format)
{
	struct graph graph = {
		.out = format->out, .outline = format->outline,
		.report = format->outline->report,
		.told = memory_new(format->outline->report->claim_count + 1,
		    sizeof *graph.told)
	};
	size_t i;

	buffer_add(format->out, slice_trim(SLICE_BETWEEN(report_context_json,
	    report_context_json_end)));
	for (i = 0; i < format->outline->count; i++)
		put_block(&graph, i);
	buffer_add(format->out, SLICE("\n]}\n"));
	free(graph.told);
	buffer_free(&graph.line);
}
