/*
 * The outline as an Atom feed (RFC 4287): an entry for each dispute, or, in a
 * view without disputes, for each matter with statements; the newest first.
 *
 * A reader knows an entry again by its id, so that is made of what stays when
 * the story goes on: the kind of the matter, and the article and the words of
 * its oldest statement.  Ids are UUIDs of version 8 (RFC 9562) over SHA-256.
 */
#include <sha2.h>
#include <stdlib.h>

#include "report/clash.h"
#include "report/format_data.h"
#include "report/origin.h"
#include "report/output.h"
#include "report/remark.h"
#include "report/template.h"
#include "report/topic.h"

extern const char report_feed_xml[], report_feed_xml_end[];

struct feed {
	struct template template;
	struct buffer *out;
	const struct outline *outline;
	const struct report *report;
	struct buffer id, date, line;
};

/* A matter of the outline, and the day of its newest statement. */
struct matter {
	size_t entry;
	uint32_t oldest, newest;	/* claims */
	struct slice date;
};

static struct slice
feed_id(struct feed *feed, const struct slice *parts, size_t count)
{
	uint8_t hash[SHA256_DIGEST_LENGTH];
	SHA2_CTX context;
	size_t i;

	SHA256Init(&context);
	for (i = 0; i < count; i++) {
		SHA256Update(&context, (const uint8_t *)parts[i].at,
		    parts[i].length);
		SHA256Update(&context, (const uint8_t *)"\t", 1);
	}
	SHA256Final(hash, &context);
	hash[6] = (uint8_t)(0x80 | (hash[6] & 0x0F));
	hash[8] = (uint8_t)(0x80 | (hash[8] & 0x3F));
	buffer_clear(&feed->id);
	for (i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			buffer_add_byte(&feed->id, '-');
		buffer_printf(&feed->id, "%02x", hash[i]);
	}
	return buffer_slice(&feed->id);
}

/* Has the date a year, a month and a day, as an instant needs? */
static bool
is_whole(struct slice date)
{
	return date.length >= 10 && date.at[4] == '-' && date.at[7] == '-';
}

/* The day's first instant; the epoch where there is no day. */
static struct slice
feed_date(struct feed *feed, struct slice date)
{
	buffer_clear(&feed->date);
	buffer_add(&feed->date, is_whole(date) ? slice_part(date, 0, 10)
	    : SLICE("1970-01-01"));
	buffer_add(&feed->date, SLICE("T00:00:00Z"));
	return buffer_slice(&feed->date);
}

/* The newest first, then in the outline's order. */
static int
compare_matters(const void *a, const void *b)
{
	const struct matter *x = a, *y = b;
	int order = slice_compare(y->date, x->date);

	return order != 0 ? order : (x->entry > y->entry) -
	    (x->entry < y->entry);
}

static bool
is_within(const struct outline *outline, size_t at)
{
	return at < outline->count &&
	    outline->blocks[at].kind != BLOCK_ENTRY &&
	    outline->blocks[at].kind != BLOCK_SECTION;
}

/* Has the outline disputes?  Then the feed is of these. */
static bool
has_disputes(const struct outline *outline)
{
	size_t i;

	for (i = 0; i < outline->count; i++)
		if (outline->blocks[i].kind == BLOCK_ENTRY &&
		    outline->blocks[i].shape == ENTRY_DISPUTE)
			return true;
	return false;
}

static size_t
find_matters(const struct feed *feed, struct matter *matters)
{
	const struct outline *outline = feed->outline;
	bool disputes = has_disputes(outline);
	size_t count = 0, i, at;

	for (i = 0; i < outline->count; i++) {
		struct matter *matter = &matters[count];

		if (outline->blocks[i].kind != BLOCK_ENTRY || (disputes &&
		    outline->blocks[i].shape != ENTRY_DISPUTE))
			continue;
		*matter = (struct matter){ i, REPORT_NONE, REPORT_NONE,
		    { "", 0 } };
		for (at = i + 1; is_within(outline, at); at++) {
			uint32_t claim = outline->blocks[at].at;

			if (outline->blocks[at].kind != BLOCK_QUOTE)
				continue;
			if (matter->oldest == REPORT_NONE ||
			    report_claim_order(feed->report, claim,
			    matter->oldest) < 0)
				matter->oldest = claim;
			if (matter->newest == REPORT_NONE ||
			    report_claim_order(feed->report, claim,
			    matter->newest) > 0)
				matter->newest = claim;
		}
		if (matter->oldest == REPORT_NONE)
			continue;
		matter->date = feed->report->articles[feed->report->claims[
		    matter->newest].article].date;
		count++;
	}
	qsort(matters, count, sizeof *matters, compare_matters);
	return count;
}

static void
put_quote(struct feed *feed, const struct block *block)
{
	const struct report_claim *claim = &feed->report->claims[block->at];

	buffer_clear(&feed->line);
	if (block->shape == QUOTE_SIDE && block->number > 0) {
		clash_add_letter(block->number - 1, &feed->line);
		buffer_add(&feed->line, SLICE(") "));
	}
	attribution_add(feed->report, claim, &feed->line);
	buffer_add(&feed->line, SLICE(": "));
	template_escape(buffer_slice(&feed->line), feed->out);
	template_escape(claim->content, feed->out);
	buffer_clear(&feed->line);
	buffer_add(&feed->line, SLICE(" ["));
	place_add(feed->report, &feed->report->articles[claim->article],
	    (struct span){ claim->start, claim->end }, "-", &feed->line);
	buffer_add(&feed->line, SLICE("]"));
	template_escape(buffer_slice(&feed->line), feed->out);
	buffer_add_byte(feed->out, '\n');
}

static void
put_reason(struct feed *feed, const struct block *block)
{
	buffer_clear(&feed->line);
	buffer_add(&feed->line, block->head);
	if (block->head.length > 0)
		buffer_add(&feed->line, SLICE(": "));
	reason_add(feed->report, block->text, &feed->line);
	template_escape(buffer_slice(&feed->line), feed->out);
	buffer_add_byte(feed->out, '\n');
}

/* template_fill of the feed's template */
#define feed_fill(feed, piece, ...) \
	template_fill(&(feed)->template, (piece), \
	    (const struct template_value[]){ __VA_ARGS__, \
	    { NULL, { "", 0 } } }, (feed)->out)

static void
put_matter(struct feed *feed, const struct matter *matter)
{
	const struct outline *outline = feed->outline;
	const struct block *entry = &outline->blocks[matter->entry];
	const struct report_claim *oldest =
	    &feed->report->claims[matter->oldest];
	const struct report_article *newest = &feed->report->articles[
	    feed->report->claims[matter->newest].article];
	const struct slice parts[] = { entry->margin,
	    feed->report->articles[oldest->article].doc, oldest->content };
	size_t at;

	feed_fill(feed, "entry", { "id", feed_id(feed, parts, 3) },
	    { "title", entry->head },
	    { "updated", feed_date(feed, matter->date) });
	if (entry->margin.length > 0)
		feed_fill(feed, "kind", { "kind", entry->margin });
	if (url_is_safe(newest->url))
		feed_fill(feed, "link", { "href", newest->url });
	feed_fill(feed, "content", { "", { "", 0 } });
	for (at = matter->entry + 1; is_within(outline, at); at++) {
		const struct block *block = &outline->blocks[at];

		if (block->kind == BLOCK_QUOTE)
			put_quote(feed, block);
		else if (block->kind == BLOCK_REASON)
			put_reason(feed, block);
	}
	feed_fill(feed, "entry-end", { "", { "", 0 } });
	output_some(feed->out);
}

static void
put_head(struct feed *feed)
{
	const struct findings *findings = feed->outline->findings;

	buffer_clear(&feed->line);
	summary_add(feed->report, findings, &feed->line);
	feed_fill(feed, "feed", { "id", feed_id(feed, &findings->title, 1) },
	    { "title", findings->title },
	    { "summary", buffer_slice(&feed->line) },
	    { "updated", feed_date(feed, feed->report->last_date) });
}

void
atom_write(struct format *format)
{
	struct feed feed = {
		.out = format->out, .outline = format->outline,
		.report = format->outline->report
	};
	struct matter *matters = memory_new(format->outline->count + 1,
	    sizeof *matters);
	size_t count = find_matters(&feed, matters), i;

	template_open(&feed.template, SLICE_BETWEEN(report_feed_xml,
	    report_feed_xml_end));
	put_head(&feed);
	for (i = 0; i < count; i++)
		put_matter(&feed, &matters[i]);
	feed_fill(&feed, "feed-end", { "", { "", 0 } });
	template_free(&feed.template);
	free(matters);
	buffer_free(&feed.id);
	buffer_free(&feed.date);
	buffer_free(&feed.line);
}
