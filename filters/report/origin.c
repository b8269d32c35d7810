/*
 * Where a claim or an article comes from, in words.
 */
#include "report/origin.h"

#include "report/speaker.h"

/* ", 10 Mar, text: AP", what of it there is. */
static void
add_date_and_text(const struct report *report,
    const struct report_article *article, struct buffer *out)
{
	if (article->date.length > 0) {
		buffer_add(out, SLICE(", "));
		report_add_date(report, article->date, out);
	}
	if (article->upstream.length > 0 &&
	    !slice_equal(article->upstream, article->outlet)) {
		buffer_add(out, SLICE(", text: "));
		buffer_add(out, article->upstream);
	}
}

void
origin_add(const struct report *report, const struct report_article *article,
    struct buffer *out)
{
	buffer_add(out, article->outlet.length > 0 ? article->outlet
	    : article->doc);
	add_date_and_text(report, article, out);
}

/* Who says it and in which outlet; an outlet's own voice follows its name. */
static void
add_voice(const struct report *report, const struct report_claim *claim,
    struct buffer *out)
{
	const struct report_article *article =
	    &report->articles[claim->article];
	struct slice outlet = article->outlet.length > 0 ? article->outlet
	    : article->doc;

	if (claim->voice == VOICE_OUTLET) {
		buffer_add(out, outlet);
		buffer_add(out, SLICE(", "));
	}
	speaker_add(report, claim, out);
	if (claim->voice != VOICE_OUTLET) {
		buffer_add(out, SLICE(", in "));
		buffer_add(out, outlet);
	}
}

void
attribution_add(const struct report *report,
    const struct report_claim *claim, struct buffer *out)
{
	add_voice(report, claim, out);
	add_date_and_text(report, &report->articles[claim->article], out);
}

void
attribution_add_undated(const struct report *report,
    const struct report_claim *claim, struct buffer *out)
{
	add_voice(report, claim, out);
}

void
place_add(const struct report *report, const struct report_article *article,
    struct span span, const char *dash, struct buffer *out)
{
	if (report->long_docs && article->number > 0)
		buffer_add_number(out, article->number);
	else
		buffer_add(out, article->doc);
	if (span.end > span.start)
		buffer_printf(out, ":%zu%s%zu", span.start, dash, span.end);
}

void
article_add(const struct report *report, const struct report_article *article,
    struct buffer *out)
{
	buffer_add(out, article->doc);
	if (article->outlet.length == 0 && article->date.length == 0)
		return;
	buffer_add(out, SLICE(" ("));
	buffer_add(out, article->outlet);
	if (article->outlet.length > 0 && article->date.length > 0)
		buffer_add(out, SLICE(", "));
	if (article->date.length > 0)
		report_add_date(report, article->date, out);
	buffer_add_byte(out, ')');
}

bool
url_is_safe(struct slice url)
{
	return slice_begins(url, SLICE("https://")) ||
	    slice_begins(url, SLICE("http://"));
}

void
id_add(struct slice id, char sign, struct buffer *out)
{
	size_t i;

	for (i = 0; i < id.length; i++) {
		unsigned char c = (unsigned char)id.at[i];

		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
		    c == '.')
			buffer_add_byte(out, (char)c);
		else
			buffer_printf(out, "%c%02X", sign, c);
	}
}

void
article_add_title(const struct report *report,
    const struct report_article *article, struct buffer *out)
{
	const struct report_sentence *first;
	size_t i;

	if (article->title.length > 0) {
		buffer_add(out, article->title);
		return;
	}
	if (article->sentence_count == 0)
		return;
	first = &report->sentences[article->sentences[0]];
	for (i = 0; i < article->sentence_count; i++) {
		const struct report_sentence *sentence =
		    &report->sentences[article->sentences[i]];

		if (slice_is(sentence->kind, "headline")) {
			buffer_add(out, sentence->text);
			return;
		}
	}
	buffer_add(out, first->text);
}
