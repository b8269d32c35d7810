/*
 * The HTML page: its head, its frame, its pages.
 *
 * The page is one file that can be read without script.  Its policy allows
 * its own style and its own small script, each named by its hash, and nothing
 * else, so nothing that an article says can load or run anything.  All markup
 * stands in page.html, all escaping is in template.c.
 */
#include "report/web.h"

#include <sha2.h>

#include "report/web_page.h"
#include "report/output.h"
#include "report/remark.h"

extern const char report_page_css[], report_page_css_end[];
extern const char report_page_js[], report_page_js_end[];

/* The SHA-256 of bytes in base64, as a page's policy wants it. */
static void
add_hash(struct slice bytes, struct buffer *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	uint8_t hash[SHA256_DIGEST_LENGTH + 1];
	SHA2_CTX context;
	size_t i;

	SHA256Init(&context);
	SHA256Update(&context, (const uint8_t *)bytes.at, bytes.length);
	SHA256Final(hash, &context);
	hash[SHA256_DIGEST_LENGTH] = 0;
	for (i = 0; i < SHA256_DIGEST_LENGTH; i += 3) {
		unsigned bits = (unsigned)hash[i] << 16 |
		    (unsigned)hash[i + 1] << 8 |
		    (i + 2 <= SHA256_DIGEST_LENGTH ? hash[i + 2] : 0u);

		buffer_add_byte(out, digits[bits >> 18 & 63]);
		buffer_add_byte(out, digits[bits >> 12 & 63]);
		buffer_add_byte(out, digits[bits >> 6 & 63]);
		buffer_add_byte(out, digits[bits & 63]);
	}
	out->at[out->length - 1] = '=';
}

void
web_head(struct web *web, struct slice title)
{
	struct slice style = SLICE_BETWEEN(report_page_css,
	    report_page_css_end);
	struct slice script = SLICE_BETWEEN(report_page_js,
	    report_page_js_end);

	buffer_clear(&web->line);
	buffer_clear(&web->words);
	buffer_clear(&web->origin);
	add_hash(style, &web->line);
	add_hash(script, &web->origin);
	summary_add(web->report, web->findings, &web->words);
	web_fill(web, "head", { "hash", buffer_slice(&web->line) },
	    { "script-hash", buffer_slice(&web->origin) },
	    { "title", title }, { "style", style },
	    { "summary", buffer_slice(&web->words) });
}

static void
write_foot(struct web *web)
{
	web_fill(web, "foot", { "script", SLICE_BETWEEN(report_page_js,
	    report_page_js_end) });
}

/* How many entries a section has; 0 where it has none. */
static size_t
count_entries(const struct outline *outline, size_t section)
{
	size_t count = 0, i;

	for (i = section + 1; i < outline->count &&
	    outline->blocks[i].kind != BLOCK_SECTION; i++)
		count += outline->blocks[i].kind == BLOCK_ENTRY ||
		    outline->blocks[i].kind == BLOCK_ARTICLE;
	return count;
}

void
web_links(struct web *web)
{
	const struct outline *outline = web->outline;
	size_t i;

	web_put(web, "nav");
	for (i = 0; i < outline->count; i++) {
		const struct block *block = &outline->blocks[i];
		size_t count;

		if (block->kind != BLOCK_SECTION)
			continue;
		count = count_entries(outline, i);
		buffer_clear(&web->line);
		if (count > 0)
			buffer_add_number(&web->line, count);
		web_fill(web, "link", { "id", slice_of(block->id) },
		    { "name", block->head },
		    { "count", buffer_slice(&web->line) });
	}
	web_put(web, "nav-end");
}

static bool
has_entries(const struct outline *outline)
{
	size_t i;

	for (i = 0; i < outline->count; i++)
		if (outline->blocks[i].kind == BLOCK_ENTRY)
			return true;
	return false;
}

static void
write_page(struct web *web)
{
	const struct report *report = web->report;
	size_t at = 0;

	web_head(web, web->findings->title);
	if (report->read_count == 0) {
		web_put(web, "main");
		web_put(web, "nothing");
		write_foot(web);
		return;
	}
	web_links(web);
	if (has_entries(web->outline))
		web_filter(web);
	web_put(web, "main");
	if (report->read_count == 1 && web->findings->conflicts.count == 0)
		web_put(web, "single");
	while (at < web->outline->count) {
		at = web_block(web, at);
		output_some(web->out);
	}
	web_end(web);
	write_foot(web);
}

void
web_write(struct format *format)
{
	struct web web;

	web_open(&web, format->out, format->outline);
	write_page(&web);
	web_close(&web);
}
