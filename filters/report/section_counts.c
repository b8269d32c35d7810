/*
 * The sections that count: figures, speakers, silences, witnesses, articles.
 */
#include "report/remark.h"
#include "report/section.h"
#include "report/scale.h"
#include "report/speaker.h"

/* -------------------------------------------------------------- figures */

static void
add_picture(struct outline *outline, size_t thing)
{
	struct slice name = outline->blocks[outline->count - 1].head;
	struct block *picture = outline_add(outline, BLOCK_PICTURE);

	picture->shape = PICTURE_FIGURES;
	picture->at = (uint32_t)thing;
	picture->head = name;
}

void
section_figures(struct outline *outline, bool pictures)
{
	const struct figures_found *figures = &outline->findings->figures;
	size_t i, j;

	if (figures->count == 0)
		return;
	outline_section(outline, "figures", "Figures", "Everything that is "
	    "counted, with “at least” and “about” as printed. "
	    "A dot is the number, the bar behind it what these words allow; "
	    "values far apart stand by powers of ten.");
	for (i = 0; i < figures->count; i++) {
		const struct counted *thing = &figures->things[i];

		counted_add(outline->report, outline->findings, thing,
		    outline_line(outline));
		outline_entry(outline)->shape = ENTRY_COUNTED;
		if (pictures && scale_of(outline->findings, thing).useful)
			add_picture(outline, i);
		for (j = 0; j < thing->count; j++)
			outline_add(outline, BLOCK_FIGURE)->at =
			    (uint32_t)(thing->first + j);
	}
}

/* ------------------------------------------------------------- speakers */

/* "34 (77%)", or nothing for none. */
static void
add_share(struct outline *outline, size_t part, size_t whole)
{
	struct buffer *line = outline_line(outline);

	if (part > 0 && whole > 0)
		buffer_printf(line, "%zu (%zu%%)", part,
		    (part * 100 + whole / 2) / whole);
	outline_cell(outline, CELL_NUMBER);
}

static void
add_count(struct outline *outline, size_t count)
{
	struct buffer *line = outline_line(outline);

	if (count > 0)
		buffer_add_number(line, count);
	outline_cell(outline, CELL_NUMBER);
}

static void
add_name(struct outline *outline, struct slice name)
{
	buffer_add(outline_line(outline), name);
	outline_cell(outline, CELL_NAME);
}

static void
add_outlets(struct outline *outline)
{
	static const char *const names[] = { "Outlet", "given", "named",
	    "groups", "unnamed", "nobody", "quoted" };
	static const enum voice shown[] = { VOICE_NAMED, VOICE_GROUP,
	    VOICE_UNNAMED, VOICE_NOBODY };
	const struct report *report = outline->report;
	size_t i, j;

	outline_header(outline, "Statements that each outlet gives to "
	    "somebody, and who that is", names,
	    sizeof names / sizeof *names);
	for (i = 0; i < report->outlet_count; i++) {
		const struct report_outlet *outlet = &report->outlets[i];

		outline_row(outline);
		add_name(outline, outlet->name);
		add_count(outline, outlet->attributed);
		for (j = 0; j < sizeof shown / sizeof *shown; j++)
			add_share(outline, outlet->voices[shown[j]],
			    outlet->attributed);
		add_share(outline, outlet->quoted, outlet->attributed);
	}
}

static void
add_speakers(struct outline *outline, size_t most)
{
	static const char *const names[] = { "Speaker", "given", "in" };
	const struct report *report = outline->report;
	const struct heard *heard = &outline->findings->heard;
	size_t i;

	outline_header(outline, "The most heard", names,
	    sizeof names / sizeof *names);
	outline->blocks[outline->count - 1].shape = CELL_WORDS;
	for (i = 0; i < heard->count && (most == 0 || i < most); i++) {
		const struct speaker *speaker = &heard->speakers[i];

		outline_row(outline);
		speaker_add_voice(report, speaker->claim,
		    outline_line(outline));
		outline_cell(outline, CELL_NAME);
		add_count(outline, speaker->count);
		heard_add(report, speaker, outline_line(outline));
		outline_cell(outline, CELL_WORDS);
	}
	if (i < heard->count) {
		struct buffer *line = outline_line(outline);

		buffer_add(line, SLICE("and "));
		words_add_count(heard->count - i, "other speaker", line);
		outline_words(outline, BLOCK_REMARK);
	}
}

void
section_heard(struct outline *outline, size_t speakers)
{
	if (outline->report->attributed == 0)
		return;
	outline_section(outline, "heard", "Who is heard", "Statements that "
	    "the articles give to somebody, and how openly.");
	add_outlets(outline);
	if (outline->findings->heard.count > 0)
		add_speakers(outline, speakers);
	section_unheard(outline);
}

void
section_unheard(struct outline *outline)
{
	const struct unheards *unheard = &outline->findings->unheard;
	size_t i;

	for (i = 0; i < unheard->count; i++) {
		unheard_add(outline->report, &unheard->at[i],
		    outline_line(outline));
		outline_words(outline, BLOCK_ITEM);
	}
}

/* ------------------------------------------------------------- silences */

void
section_silent(struct outline *outline)
{
	const struct silences *silences = &outline->findings->silences;
	static const char *const names[] = { "Name",
	    "Passed over, written of" };
	const struct report *report = outline->report;
	size_t i;

	if (silences->count == 0)
		return;
	outline_section(outline, "silent", "Silent", "What the others write "
	    "of and one never mentions.");
	outline_header(outline, "", names, 2);
	for (i = 0; i < silences->count; i++) {
		const struct silence *silence = &silences->at[i];

		outline_row(outline);
		add_name(outline, report->entities[silence->entity].name);
		silence_add(report, silence, outline_line(outline));
		outline_cell(outline, CELL_WORDS);
	}
}

/* ------------------------------------------------------------ witnesses */

void
section_witnesses(struct outline *outline)
{
	const struct report *report = outline->report;
	const struct copies *copies = &outline->findings->copies;
	size_t i;

	if (report->read_count < 2)
		return;
	outline_section(outline, "witnesses", "Witnesses", "");
	witnesses_add(report, outline->findings, outline_line(outline));
	outline_words(outline, BLOCK_REMARK);
	for (i = 0; i < copies->count; i++) {
		copy_add(report, &copies->at[i], outline_line(outline));
		outline_words(outline, BLOCK_ITEM);
	}
	for (i = 0; i < report->read_count; i++) {
		const struct report_article *article =
		    &report->articles[report->by_date[i]];

		if (article->upstream.length == 0)
			continue;
		upstream_add(report, article, outline_line(outline));
		outline_words(outline, BLOCK_ITEM);
	}
}

/* ------------------------------------------------------------- articles */

void
section_articles(struct outline *outline)
{
	const struct report *report = outline->report;
	bool begun = false;
	size_t i;

	for (i = 0; i < report->read_count; i++) {
		uint32_t article = report->by_date[i];

		if (outline->full && outline->full[article])
			continue;
		if (!begun)
			outline_section(outline, "articles", "Articles",
			    "As printed, oldest first.");
		begun = true;
		outline_add(outline, BLOCK_ARTICLE)->at = article;
	}
}
