/*
 * The text report's sections that count: figures, speakers, silences,
 * witnesses, articles.
 */
#include "report/origin.h"
#include "report/remark.h"
#include "report/speaker.h"
#include "report/text.h"

enum {
	BODY = 4,
	NAME_WIDTH = 28,	/* two blanks at its end included */
	OUTLET_WIDTH = 26,	/* as NAME_WIDTH */
	GIVEN_WIDTH = 5,
	SHARE_WIDTH = 9,
	SPEAKER_WIDTH = 30,	/* as NAME_WIDTH */
	SPEAKER_COUNT_WIDTH = 4,
	SPEAKERS_SHOWN = 15
};

/* -------------------------------------------------------------- figures */

/* The words around a figure, and where it stands. */
static void
write_context(struct page *page, const struct report_sentence *sentence,
    const struct figure_use *use)
{
	struct buffer *line = page_line(page);

	page_to(page, BODY + 4);
	if (use->context.start > 0)
		buffer_add(line, SLICE("… "));
	buffer_add(line, slice_trim(slice_part(sentence->text,
	    use->context.start, use->context.end)));
	if (use->context.end < sentence->text.length)
		buffer_add(line, SLICE(" …"));
	page_words(page, STYLE_FAINT, buffer_slice(line), BODY + 4);
}

static void
write_use(struct page *page, const struct report *report,
    const struct findings *findings, const struct figure_use *use)
{
	const struct report_sentence *sentence =
	    &report->sentences[use->sentence];
	const struct report_article *article =
	    &report->articles[sentence->article];
	uint32_t dispute = use->claim == REPORT_NONE ? 0
	    : findings->figure_disputes[use->claim];
	struct buffer *line;

	page_to(page, BODY);
	if (!use->again) {
		page_words(page, STYLE_NAME, slice_part(sentence->text,
		    use->phrase.start, use->phrase.end), BODY);
		page_to(page, page->column + 2);
	}
	page_to(page, BODY + NAME_WIDTH);
	line = page_line(page);
	if (use->claim != REPORT_NONE)
		attribution_add(report, &report->claims[use->claim], line);
	else
		origin_add(report, article, line);
	if (dispute > 0)
		buffer_printf(line, " (contested: %u)", dispute);
	page_words(page, STYLE_PLAIN, buffer_slice(line), BODY + NAME_WIDTH);
	page_end_line(page);
	write_context(page, sentence, use);
	text_place(page, report, article, sentence->start + use->phrase.start,
	    sentence->start + use->phrase.end);
}

void
text_figures(struct page *page, const struct report *report,
    const struct findings *findings)
{
	const struct figures_found *figures = &findings->figures;
	size_t i, j;

	if (figures->count == 0)
		return;
	text_section(page, "FIGURES");
	for (i = 0; i < figures->count; i++) {
		const struct counted *thing = &figures->things[i];
		struct buffer *line = page_line(page);

		page_end_line(page);
		page_to(page, 2);
		counted_add(report, findings, thing, line);
		page_words(page, STYLE_HEADING, buffer_slice(line), 2);
		page_end_line(page);
		for (j = 0; j < thing->count; j++)
			write_use(page, report, findings,
			    &figures->uses[thing->first + j]);
	}
}

/* ------------------------------------------------------------- speakers */

/* "34 (77%)", or "-" for none. */
static void
write_share(struct page *page, size_t part, size_t whole)
{
	struct buffer *line = page_line(page);

	if (part == 0 || whole == 0)
		buffer_add_byte(line, '-');
	else
		buffer_printf(line, "%zu (%zu%%)", part,
		    (part * 100 + whole / 2) / whole);
	if (line->length < SHARE_WIDTH)
		page_to(page, page->column + SHARE_WIDTH - line->length);
	buffer_add(page->out, buffer_slice(line));
	page->column += line->length;
}

/* A name, and on to the column behind it, on a new line if it is long. */
static void
write_name(struct page *page, enum style style, struct slice name,
    size_t column)
{
	page_to(page, BODY);
	page_words(page, style, name, BODY);
	if (page->column + 2 > column)
		page_end_line(page);
	page_to(page, column);
}

static void
write_outlets(struct page *page, const struct report *report)
{
	static const enum voice shown[] = { VOICE_NAMED, VOICE_GROUP,
	    VOICE_UNNAMED, VOICE_NOBODY };
	size_t i, j;

	page_to(page, BODY);
	page_cell(page, STYLE_FAINT, SLICE("statements by outlet"),
	    OUTLET_WIDTH);
	page_cell(page, STYLE_FAINT, SLICE("given    named   groups  unnamed"
	    "   nobody   quoted"), GIVEN_WIDTH + 5 * SHARE_WIDTH);
	page_end_line(page);
	for (i = 0; i < report->outlet_count; i++) {
		const struct report_outlet *outlet = &report->outlets[i];

		write_name(page, STYLE_PLAIN, outlet->name,
		    BODY + OUTLET_WIDTH);
		page_number(page, outlet->attributed, GIVEN_WIDTH);
		for (j = 0; j < sizeof shown / sizeof *shown; j++)
			write_share(page, outlet->voices[shown[j]],
			    outlet->attributed);
		write_share(page, outlet->quoted, outlet->attributed);
		page_end_line(page);
	}
}

static void
write_speaker(struct page *page, const struct report *report,
    const struct speaker *speaker)
{
	struct buffer *line = page_line(page);

	speaker_add_voice(report, speaker->claim, line);
	write_name(page, STYLE_PLAIN, buffer_slice(line),
	    BODY + SPEAKER_WIDTH);
	page_number(page, speaker->count, SPEAKER_COUNT_WIDTH);
	page_to(page, page->column + 3);
	line = page_line(page);
	heard_add(report, speaker, line);
	page_words(page, STYLE_PLAIN, buffer_slice(line), page->column);
	page_end_line(page);
}

void
text_heard(struct page *page, const struct report *report,
    const struct findings *findings)
{
	const struct heard *heard = &findings->heard;
	size_t i;

	if (report->attributed == 0)
		return;
	text_section(page, "WHO IS HEARD");
	page_end_line(page);
	write_outlets(page, report);
	if (heard->count > 0)
		page_end_line(page);
	for (i = 0; i < heard->count && i < SPEAKERS_SHOWN; i++)
		write_speaker(page, report, &heard->speakers[i]);
	if (heard->count > SPEAKERS_SHOWN) {
		struct buffer *line = page_line(page);

		buffer_add(line, SLICE("and "));
		words_add_count(heard->count - SPEAKERS_SHOWN,
		    "other speaker", line);
		page_to(page, BODY);
		page_words(page, STYLE_FAINT, buffer_slice(line), BODY);
		page_end_line(page);
	}
}

/* ------------------------------------------------------------- silences */

void
text_silent(struct page *page, const struct report *report,
    const struct findings *findings)
{
	const struct silences *silences = &findings->silences;
	size_t i;

	if (silences->count == 0)
		return;
	text_section(page, "SILENT");
	page_end_line(page);
	for (i = 0; i < silences->count; i++) {
		const struct silence *silence = &silences->at[i];
		struct buffer *line = page_line(page);

		write_name(page, STYLE_NAME,
		    report->entities[silence->entity].name,
		    BODY + NAME_WIDTH);
		silence_add(report, silence, line);
		page_words(page, STYLE_PLAIN, buffer_slice(line),
		    BODY + NAME_WIDTH);
		page_end_line(page);
	}
}

/* ------------------------------------------------------------ witnesses */

void
text_witnesses(struct page *page, const struct report *report,
    const struct findings *findings)
{
	struct buffer *line;
	size_t i;

	if (report->read_count < 2)
		return;
	text_section(page, "WITNESSES");
	page_end_line(page);
	line = page_line(page);
	witnesses_add(report, findings, line);
	page_to(page, BODY);
	page_words(page, STYLE_PLAIN, buffer_slice(line), BODY);
	page_end_line(page);
	for (i = 0; i < findings->copies.count; i++) {
		line = page_line(page);
		copy_add(report, &findings->copies.at[i], line);
		page_to(page, BODY);
		page_words(page, STYLE_PLAIN, buffer_slice(line), BODY + 4);
		page_end_line(page);
	}
	for (i = 0; i < report->read_count; i++) {
		const struct report_article *article =
		    &report->articles[report->by_date[i]];

		if (article->upstream.length == 0)
			continue;
		line = page_line(page);
		upstream_add(report, article, line);
		page_to(page, BODY);
		page_words(page, STYLE_PLAIN, buffer_slice(line), BODY + 4);
		page_end_line(page);
	}
}

/* ------------------------------------------------------------- articles */

void
text_articles(struct page *page, const struct report *report)
{
	size_t i;

	text_section(page, "ARTICLES");
	page_end_line(page);
	for (i = 0; i < report->read_count; i++) {
		const struct report_article *article =
		    &report->articles[report->by_date[i]];
		struct buffer *line;

		page_to(page, BODY);
		if (report->long_docs) {
			page_number(page, article->number, 1);
			page_to(page, page->column + 2);
		}
		page_words(page, STYLE_NAME, article->doc, BODY);
		line = page_line(page);
		if (article->outlet.length > 0 || article->date.length > 0)
			origin_add(report, article, line);
		page_to(page, page->column + 2);
		page_words(page, STYLE_PLAIN, buffer_slice(line), BODY + 4);
		line = page_line(page);
		words_add_count(article->attributed, "statement", line);
		page_right(page, STYLE_FAINT, buffer_slice(line));
		line = page_line(page);
		article_add_title(report, article, line);
		if (line->length > 0) {
			page_to(page, BODY + 4);
			page_words(page, STYLE_PLAIN, buffer_slice(line),
			    BODY + 4);
			page_end_line(page);
		}
		if (article->url.length > 0) {
			page_to(page, BODY + 4);
			page_words(page, STYLE_FAINT, article->url, BODY + 4);
			page_end_line(page);
		}
	}
}
