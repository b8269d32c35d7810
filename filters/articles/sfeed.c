/*
 * sfeed(5): an entry of an RSS or Atom feed a line, its fields separated by
 * tabs: timestamp title link content content-type id author enclosure category.
 *
 * A feed's file bears the feed's name there, so it is the outlet.
 */
#include "articles/date.h"
#include "articles/html.h"
#include "articles/readers.h"
#include "tsv/tsv.h"

enum {
	TIMESTAMP, TITLE, LINK, CONTENT, CONTENT_TYPE, ID, AUTHOR, ENCLOSURE,
	CATEGORY, FIELDS
};

/* A timestamp in seconds since 1970, UTC; empty when there is none. */
static struct slice
date_of(struct slice timestamp, struct input *in)
{
	enum { DIGITS_MAX = 12 };
	struct buffer date = { 0 };
	struct slice result = { "", 0 };
	size_t seconds;

	if (timestamp.length == 0)
		return result;
	if (timestamp.length > DIGITS_MAX ||
	    !slice_number(timestamp, &seconds))
		return timestamp;	/* refused as a date, by its line */
	date_add_timestamp((int64_t)seconds, &date);
	result = arena_copy(&in->arena, buffer_slice(&date));
	buffer_free(&date);
	return result;
}

static bool
text_of(struct slice *fields, struct input *in, struct slice *text)
{
	*text = tsv_unescape(fields[CONTENT], &in->arena);
	if (!slice_is(fields[CONTENT_TYPE], "html"))
		return true;
	if (html_text(*text, text, &in->arena))
		return true;
	input_refuse(in, in->line, "the HTML of this entry is too tangled to "
	    "be read; left out");
	return false;
}

static void
put_entry(struct slice *fields, struct input *in, struct output *out)
{
	struct article article = { .number = in->line, .line = in->line };

	if (slice_trim(fields[CONTENT]).length == 0) {
		input_refuse(in, in->line, "no article: the entry has no "
		    "content; fetch the page it links to");
		return;
	}
	if (!text_of(fields, in, &article.fields[ARTICLE_TEXT]))
		return;
	article.fields[ARTICLE_DOC] = fields[ID].length > 0 ?
	    id_safe(fields[ID], &in->arena) :
	    id_safe(fields[LINK], &in->arena);
	article.fields[ARTICLE_DATE] = date_of(fields[TIMESTAMP], in);
	article.fields[ARTICLE_TITLE] = fields[TITLE];
	article.fields[ARTICLE_URL] = fields[LINK];
	if (!slice_is(in->stem, "stdin"))
		article.fields[ARTICLE_OUTLET] = in->stem;
	output_article(out, in, &article);
}

static void
read_entry(struct slice line, struct input *in, struct output *out)
{
	struct slice fields[FIELDS];
	size_t count = 0;

	while (line.at && count < FIELDS)
		fields[count++] = slice_cut(&line, '\t');
	if (count < FIELDS || line.at)
		input_refuse(in, in->line, "not an sfeed(5) line: %s than 9 "
		    "fields", line.at ? "more" : "fewer");
	else
		put_entry(fields, in, out);
	arena_reset(&in->arena);
}

void
read_sfeed(struct input *in, struct output *out)
{
	struct slice line;

	while (input_line(in, &line))
		if (line.length > 0)
			read_entry(line, in, out);
}
