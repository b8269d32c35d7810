/*
 * The views that count: sources, silence, blame.
 */
#include <stdlib.h>

#include "report/heading.h"
#include "report/section.h"
#include "report/speaker.h"
#include "report/topic.h"
#include "report/view.h"

enum {
	OUTLETS_SHOWN = 12,	/* columns of a table */
	NAMES_SHOWN = 60,	/* rows of one */
	MENTIONS = 3		/* fewer are no topic */
};

/* A table's header: what its rows are, then the outlets. */
static size_t
add_header(struct outline *outline, const char *caption, const char *rows)
{
	const struct report *report = outline->report;
	size_t count = report->outlet_count < OUTLETS_SHOWN
	    ? report->outlet_count : OUTLETS_SHOWN, i;

	outline_header(outline, caption, &rows, 1);
	outline->blocks[outline->count - 3].at = (uint32_t)count + 1;
	for (i = 0; i < count; i++) {
		buffer_add(outline_line(outline), report->outlets[i].name);
		outline_cell(outline, CELL_NUMBER);
	}
	return count;
}

/* A row of it: a name, then so many numbers. */
static void
add_row(struct outline *outline, struct slice name, const size_t *counts,
    size_t count)
{
	size_t i;

	outline_row(outline);
	buffer_add(outline_line(outline), name);
	outline_cell(outline, CELL_NAME);
	for (i = 0; i < count; i++) {
		struct buffer *line = outline_line(outline);

		if (counts[i] > 0)
			buffer_add_number(line, counts[i]);
		outline_cell(outline, CELL_NUMBER);
	}
}

/* -------------------------------------------------------------- tallies */

/* A row of a tally, and an outlet that has it. */
struct tally_key {
	uint32_t row, outlet;
};

/* Counts by outlet of whatever has a name. */
struct tally {
	struct hash names;
	struct hash seen;	/* tally_key */
	struct tally_row {
		struct slice name;
		size_t total, outlets;
		size_t counts[OUTLETS_SHOWN];
	} *rows;
	size_t count, capacity;
};

/* Was the outlet seen in the row before?  From now on it was. */
static bool
tally_see(struct tally *tally, struct report *report, struct tally_key key)
{
	struct slice bytes = { (const char *)&key, sizeof key };

	if (hash_get(&tally->seen, bytes) != HASH_NONE)
		return true;
	*hash_put(&tally->seen, arena_copy(&report->arena, bytes)) = 0;
	return false;
}

static void
tally_add(struct tally *tally, struct report *report, struct slice name,
    uint32_t outlet)
{
	uint32_t *place;
	struct tally_row *row;

	if (name.length == 0 || outlet == REPORT_NONE)
		return;
	place = hash_put(&tally->names, name);
	if (*place == HASH_NONE) {
		*place = (uint32_t)tally->count;
		MEMORY_GROW(tally->rows, tally->count, tally->capacity);
		tally->rows[tally->count++] =
		    (struct tally_row){ .name = name };
	}
	row = &tally->rows[*place];
	row->total++;
	row->outlets += !tally_see(tally, report,
	    (struct tally_key){ *place, outlet });
	if (outlet < OUTLETS_SHOWN)
		row->counts[outlet]++;
}

static int
compare_rows(const void *a, const void *b)
{
	const struct tally_row *x = a, *y = b;

	if (x->total != y->total)
		return x->total > y->total ? -1 : 1;
	return slice_compare(x->name, y->name);
}

static void
tally_sort(struct tally *tally)
{
	if (tally->count > 0)
		qsort(tally->rows, tally->count, sizeof *tally->rows,
		    compare_rows);
}

static void
tally_free(struct tally *tally)
{
	hash_free(&tally->names);
	hash_free(&tally->seen);
	free(tally->rows);
}

/* -------------------------------------------------------------- sources */

/* Statements by what their source is, or by how they are told. */
static void
add_ways(struct outline *outline, bool sources)
{
	struct report *report = outline->report;
	struct tally tally = { 0 };
	size_t columns, i;

	for (i = 0; i < report->claim_count; i++) {
		const struct report_claim *claim = &report->claims[i];

		if (!claim->outside && claim->voice != VOICE_OUTLET)
			tally_add(&tally, report, words_find(report->words,
			    sources ? "source" : "speech", sources
			    ? claim->source_type : claim->form),
			    report->articles[claim->article].publisher);
	}
	tally_sort(&tally);
	if (tally.count > 0) {
		columns = add_header(outline, sources ? "Who is given the word"
		    : "How it is told", sources ? "Source" : "Words");
		for (i = 0; i < tally.count; i++)
			add_row(outline, tally.rows[i].name,
			    tally.rows[i].counts, columns);
	}
	tally_free(&tally);
}

/* The statements whose sources stay unnamed, or that have none. */
static void
add_unnamed(struct outline *outline, enum voice voice, const char *heading)
{
	const struct report *report = outline->report;
	bool begun = false;
	size_t i, j;

	for (i = 0; i < report->read_count; i++) {
		const struct report_article *article =
		    &report->articles[report->by_date[i]];

		for (j = 0; j < article->claim_count; j++) {
			uint32_t claim = article->claims[j];

			if (report->claims[claim].voice != voice ||
			    report->claims[claim].outside)
				continue;
			if (!begun) {
				buffer_add(outline_line(outline),
				    slice_of(heading));
				outline_entry(outline);
			}
			begun = true;
			outline_quote(outline, QUOTE_VOICE, claim,
			    SLICE(""));
		}
	}
}

void
view_sources(struct outline *outline)
{
	if (outline->report->attributed == 0) {
		outline_section(outline, "heard", "Who is heard", "");
		outline_add(outline, BLOCK_REMARK)->text =
		    SLICE("No statement is given to anybody: all is in the "
		    "outlets' own voice.");
		return;
	}
	section_heard(outline, 0);
	outline_section(outline, "ways", "How they are heard", "Statements "
	    "by the kind of their source, and by how they are told.");
	add_ways(outline, true);
	add_ways(outline, false);
	outline_section(outline, "unnamed", "Without a name", "What is said "
	    "by people whose names are kept back, or by nobody.");
	add_unnamed(outline, VOICE_UNNAMED, "Names kept back");
	add_unnamed(outline, VOICE_NOBODY, "Said by nobody named");
	if (outline->blocks[outline->count - 1].kind == BLOCK_SECTION)
		outline_add(outline, BLOCK_REMARK)->text =
		    SLICE("Every statement has a source that is named.");
}

/* -------------------------------------------------------------- silence */

/* The table of a tally: its rows that some outlet has none of. */
static bool
add_gaps(struct outline *outline, const struct tally *tally,
    const char *caption, const char *rows, size_t least)
{
	size_t total = outline->report->outlet_count, shown = 0, columns = 0;
	size_t i;

	for (i = 0; i < tally->count && shown < NAMES_SHOWN; i++) {
		const struct tally_row *row = &tally->rows[i];

		if (row->outlets == total || row->total < least)
			continue;
		if (shown++ == 0)
			columns = add_header(outline, caption, rows);
		add_row(outline, row->name, row->counts, columns);
	}
	return shown > 0;
}

static void
tally_names(struct tally *tally, struct report *report)
{
	size_t i;

	for (i = 0; i < report->mention_count; i++) {
		const struct report_mention *mention = &report->mentions[i];
		const struct report_entity *entity =
		    &report->entities[mention->entity];

		if (entity->named)
			tally_add(tally, report, entity->name,
			    report->articles[mention->article].publisher);
	}
	tally_sort(tally);
}

static void
tally_topics(struct tally *tally, struct outline *outline)
{
	struct report *report = outline->report;
	size_t i;

	for (i = 0; i < report->claim_count; i++) {
		const struct report_claim *claim = &report->claims[i];

		if (claim->outside || claim->topic.length == 0 ||
		    words_find(report->words, "vague",
		    claim->topic).length > 0)
			continue;
		topic_add(report, claim->topic, outline_line(outline));
		tally_add(tally, report, outline_keep(outline),
		    report->articles[claim->article].publisher);
	}
	tally_sort(tally);
}

/* What happened to people, and who gives a number for it. */
static void
tally_figures(struct tally *tally, struct outline *outline)
{
	struct report *report = outline->report;
	const struct figures_found *figures = &outline->findings->figures;
	size_t i;

	for (i = 0; i < figures->use_count; i++) {
		const struct figure_use *use = &figures->uses[i];

		tally_add(tally, report, use->event, report->articles[
		    report->sentences[use->sentence].article].publisher);
	}
	tally_sort(tally);
}

void
view_silence(struct outline *outline)
{
	struct tally names = { 0 }, topics = { 0 }, figures = { 0 };
	bool any = false;

	outline_section(outline, "silent", "Silent", "How often each outlet "
	    "writes of what another one passes over.");
	if (outline->report->outlet_count > 1) {
		tally_topics(&topics, outline);
		any |= add_gaps(outline, &topics, "Statements on a matter",
		    "Matter", MENTIONS);
		tally_figures(&figures, outline);
		any |= add_gaps(outline, &figures, "Numbers of people",
		    "What happened to them", 1);
		tally_names(&names, outline->report);
		any |= add_gaps(outline, &names, "Mentions of a name",
		    "Name", MENTIONS);
	}
	if (!any)
		outline_add(outline, BLOCK_REMARK)->text =
		    outline->report->outlet_count > 1
		    ? SLICE("No outlet passes over what another writes of.")
		    : SLICE("One outlet: nothing to compare with.");
	tally_free(&names);
	tally_free(&topics);
	tally_free(&figures);
}

/* ---------------------------------------------------------------- blame */

struct blame {
	uint32_t entity, claim;
	size_t order;		/* how many blame the entity */
};

/* qsort has no context: the report whose claims are being sorted. */
static const struct report *sorted;

static int
compare_blames(const void *a, const void *b)
{
	const struct blame *x = a, *y = b;

	if (x->order != y->order)
		return x->order > y->order ? -1 : 1;
	if (x->entity != y->entity)
		return x->entity < y->entity ? -1 : 1;
	return report_claim_order(sorted, x->claim, y->claim);
}

struct blames {
	struct blame *at;
	size_t count, capacity;
	struct hash names;	/* of entities */
};

static void
add_blame(struct blames *blames, uint32_t entity, uint32_t claim)
{
	MEMORY_GROW(blames->at, blames->count, blames->capacity);
	blames->at[blames->count++] = (struct blame){ entity, claim, 0 };
}

/* Whom the two sides of a dispute on blame name. */
static void
add_dispute(struct blames *blames, const struct report *report,
    const struct report_relation *relation)
{
	struct slice earlier, later;
	uint32_t entity;

	heading_halves(relation->reason, &earlier, &later);
	entity = hash_get(&blames->names, earlier);
	if (entity != HASH_NONE && !report->claims[relation->with].outside)
		add_blame(blames, entity, relation->with);
	entity = hash_get(&blames->names, later);
	if (entity != HASH_NONE && !report->claims[relation->claim].outside)
		add_blame(blames, entity, relation->claim);
}

static void
find_blames(struct report *report, struct blames *blames)
{
	size_t *counts = arena_new(&report->arena, report->entity_count + 1,
	    sizeof *counts);
	size_t kept = 0, i;
	uint32_t entity;

	memset(counts, 0, (report->entity_count + 1) * sizeof *counts);
	for (i = 0; i < report->entity_count; i++)
		if (report->entities[i].named)
			*hash_put(&blames->names, report->entities[i].name) =
			    (uint32_t)i;
	for (i = 0; i < report->claim_count; i++) {
		struct slice rest = report->claims[i].target;

		while (!report->claims[i].outside &&
		    report_blamed_next(report, &rest, &entity))
			add_blame(blames, entity, (uint32_t)i);
	}
	for (i = 0; i < report->relation_count; i++)
		if (slice_is(report->relations[i].kind, "blame"))
			add_dispute(blames, report, &report->relations[i]);
	hash_free(&blames->names);
	sorted = report;
	if (blames->count > 0)
		qsort(blames->at, blames->count, sizeof *blames->at,
		    compare_blames);
	for (i = 0; i < blames->count; i++)
		if (i == 0 || compare_blames(&blames->at[i - 1],
		    &blames->at[i]) != 0)
			blames->at[kept++] = blames->at[i];
	blames->count = kept;
	for (i = 0; i < kept; i++)
		counts[blames->at[i].entity]++;
	for (i = 0; i < kept; i++)
		blames->at[i].order = counts[blames->at[i].entity];
	if (kept > 0)
		qsort(blames->at, kept, sizeof *blames->at, compare_blames);
}

static void
add_blamed(struct outline *outline, const struct blame *blame)
{
	const struct report_entity *entity =
	    &outline->report->entities[blame->entity];
	struct slice margin;

	words_add_count(blame->order, "statement", outline_line(outline));
	margin = outline_keep(outline);
	if (entity->name.length > 0)
		buffer_add(outline_line(outline), entity->name);
	else
		slug_add_name(entity->id, outline_line(outline));
	outline_entry(outline)->margin = margin;
}

void
view_blame(struct outline *outline)
{
	struct blames blames = { 0 };
	size_t i;

	find_blames(outline->report, &blames);
	outline_section(outline, "blame", "Who is blamed", "Statements that "
	    "go against somebody, the most blamed first.");
	if (blames.count == 0)
		outline_add(outline, BLOCK_REMARK)->text =
		    SLICE("Nobody is blamed.");
	for (i = 0; i < blames.count; i++) {
		if (i == 0 || blames.at[i].entity != blames.at[i - 1].entity)
			add_blamed(outline, &blames.at[i]);
		outline_quote(outline, QUOTE_VOICE, blames.at[i].claim,
		    SLICE(""));
	}
	if (outline->findings->unheard.count > 0) {
		outline_section(outline, "unheard", "Blamed and never heard",
		    "");
		section_unheard(outline);
	}
	free(blames.at);
}
