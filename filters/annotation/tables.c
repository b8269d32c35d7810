/*
 * Stories as tables.
 *
 * A claim's id is DOC.cNN with the number that the annotator gave; that of
 * what the outlet says in a sentence without any claim is DOC.nNN, with the
 * sentence's number.
 */
#include "annotation/tables.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "annotation/cue_lemma.h"
#include "base/message.h"
#include "tsv/list.h"

static const char *const document_columns[] = { "doc", "outlet", "upstream",
	"date", "url", "title", "style", "english", "copy", "rewrite",
	"paragraphs", "story", NULL };
static const char *const text_columns[] = { "text", NULL };
static const char *const sentence_columns[] = { "paragraph", "sentence",
	"kind", "start", "end", "text", NULL };
static const char *const list_columns[] = { "entities", "figures", "times",
	NULL };
static const char *const claim_columns[] = { "claim", "parent", "depth",
	"form", "source_span", "source", "source_id", "source_type",
	"cue_span", "cue", "content_span", "content", "quote_span", "act",
	"certainty", "polarity", "hedges", "tense", "target", "addressee",
	"issues", "rule", NULL };
static const char *const relation_columns[] = { "xid", "relation", "level",
	"a_doc", "a_span", "b_doc", "b_span", "kind", "a_claim", "b_claim",
	"reason", "story", NULL };
static const char *const story_columns[] = { "story", "beat", "region",
	"about", NULL };
static const char *const mention_columns[] = { "doc", "start", "end", "type",
	"text", "id", "mention", NULL };
static const char *const timex_columns[] = { "doc", "start", "end", "type",
	"value", "text", NULL };
static const char *const attribution_columns[] = { "doc", "attribution",
	"role", "start", "end", "text", NULL };
static const char *const gold_columns[] = { "doc", "claim", "form",
	"source_span", "source_canon", "source_type", "cue_span",
	"content_span", "content_alt", "depth", "act", "certainty", "polarity",
	NULL };

enum { PARTS_MAX = 4 };

static const struct {
	const char *file;
	const char *const *columns[PARTS_MAX];
} layout[TABLE_COUNT] = {
	[TABLE_STORIES] = { "stories.tsv", { story_columns } },
	[TABLE_DOCUMENTS] = { "documents.tsv", { document_columns,
	    text_columns } },
	[TABLE_SENTENCES] = { "sentences.tsv", { document_columns,
	    sentence_columns } },
	[TABLE_TAGGED] = { "tagged.tsv", { document_columns,
	    sentence_columns, list_columns } },
	[TABLE_CLAIMS] = { "claims.tsv", { document_columns,
	    sentence_columns, list_columns, claim_columns } },
	[TABLE_RELATIONS] = { "relations.tsv", { relation_columns } },
	[TABLE_MENTIONS] = { "mentions.tsv", { mention_columns } },
	[TABLE_TIMEXES] = { "timexes.tsv", { timex_columns } },
	[TABLE_ATTRIBUTIONS] = { "attributions.tsv",
	    { attribution_columns } },
	[TABLE_GOLD_CLAIMS] = { "gold-claims.tsv", { gold_columns } }
};

const char *
table_file(int table)
{
	return layout[table].file;
}

/* ------------------------------------------------------------------ opening */

static void
create(struct out_table *table, int which, const char *folder)
{
	struct buffer path = { 0 };
	int fd;

	for (size_t i = 0; i < PARTS_MAX && layout[which].columns[i]; i++)
		for (size_t k = 0; layout[which].columns[i][k]; k++)
			table->at[table->count++] = tsv_add(&table->out,
			    layout[which].columns[i][k]);
	buffer_printf(&path, "%s/%s", folder, layout[which].file);
	buffer_add_byte(&path, '\0');
	fd = open(path.at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot write %s: %s", path.at,
		    strerror(errno));
	tsv_start(&table->out, fd, layout[which].file);
	buffer_free(&path);
}

void
tables_create(struct out_tables *tables, const char *folder)
{
	*tables = (struct out_tables){ 0 };
	if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		message_fail(STATUS_SYSTEM, "cannot make %s: %s", folder,
		    strerror(errno));
	for (int i = 0; i < TABLE_COUNT; i++)
		create(&tables->at[i], i, folder);
}

int
tables_finish(struct out_tables *tables)
{
	int status = STATUS_OK;

	for (int i = 0; i < TABLE_COUNT; i++)
		status |= tsv_finish(&tables->at[i].out);
	return status;
}

/* -------------------------------------------------------------------- parts */

void
table_set(struct out_table *table, int column, struct slice value)
{
	tsv_set(&table->out, table->at[column], value.length > 0 ? value :
	    SLICE(""));
}

struct buffer *
table_value(struct out_table *table, int column)
{
	return tsv_value(&table->out, table->at[column]);
}

void
add_id(struct buffer *out, struct slice id, struct slice doc)
{
	buffer_add(out, id);
	if (slice_ends(id, SLICE("@")))
		buffer_add(out, doc);
}

enum part_role
quote_role(const struct claim_line *claim)
{
	return claim_is_quoted(claim) ? PART_CONTENT : PART_QUOTE;
}

/* Does the mark belong to a part of the claim? */
static bool
is_part(const struct mark *mark, uint32_t claim, enum part_role role)
{
	return mark->kind == MARK_PART && mark->claim == claim &&
	    mark->role == role;
}

void
role_spans(const struct article *article, uint32_t claim,
    enum part_role role, struct buffer *out)
{
	for (size_t i = 0; i < article->mark_count; i++)
		if (is_part(&article->marks[i], claim, role))
			span_add(out, (struct span){ article->marks[i].start,
			    article->marks[i].end });
}

static void
role_text(const struct article *article, uint32_t claim, enum part_role role,
    struct buffer *out)
{
	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];

		if (!is_part(mark, claim, role))
			continue;
		if (out->length > 0)
			buffer_add(out, SLICE(" … "));
		buffer_add(out, article_span(article, mark->start,
		    mark->end));
	}
}

/* -------------------------------------------------- documents and sentences */

static void
set_document(struct out_table *table, const struct story *story,
    const struct article *article, struct slice doc)
{
	static const enum header headers[DOCUMENT_COLUMNS] = {
		[OUTLET] = HEADER_OUTLET, [UPSTREAM] = HEADER_UPSTREAM,
		[DATE] = HEADER_DATE, [URL] = HEADER_URL,
		[TITLE] = HEADER_TITLE, [STYLE] = HEADER_STYLE,
		[ENGLISH] = HEADER_ENGLISH, [COPY] = HEADER_COPY,
		[REWRITE] = HEADER_REWRITE, [PARAGRAPHS] = HEADER_PARAGRAPHS
	};

	table_set(table, DOC, doc);
	for (int i = OUTLET; i <= PARAGRAPHS; i++)
		table_set(table, i, article->headers[headers[i]]);
	if (article->headers[HEADER_TITLE].length == 0)
		table_set(table, TITLE, article_headline(article));
	table_set(table, STORY, story->name);
}

static void
set_sentence(struct out_table *table, const struct article *article,
    size_t index)
{
	const struct marked_sentence *s = &article->sentences[index];

	tsv_set_number(&table->out, table->at[PARAGRAPH], s->paragraph);
	tsv_set_number(&table->out, table->at[SENTENCE], index + 1);
	table_set(table, KIND, slice_of(margin_kind(s->margin)));
	tsv_set_number(&table->out, table->at[START], s->start);
	tsv_set_number(&table->out, table->at[END], s->end);
	table_set(table, TEXT, article_span(article, s->start, s->end));
}

static void
add_thing(struct buffer *out, const struct mark *mark, struct slice doc)
{
	const struct slice *label = mark->label;

	if (out->length > 0)
		buffer_add_byte(out, ' ');
	buffer_printf(out, "%u-%u:%.*s:", mark->start, mark->end,
	    SHOWN(label[0]));
	if (mark->kind == MARK_ENTITY) {
		add_id(out, label[ENTITY_ID], doc);
		buffer_printf(out, ":%.*s", SHOWN(label[ENTITY_MENTION]));
	} else if (mark->kind == MARK_FIGURE) {
		struct slice approx = label[FIGURE_APPROX];

		buffer_printf(out, "%.*s:%.*s:%.*s", SHOWN(approx.length ?
		    approx : SLICE("exact")), SHOWN(label[FIGURE_UNIT]),
		    SHOWN(label[FIGURE_WHAT]));
	} else
		buffer_add(out, label[TIME_VALUE]);
}

static void
set_things(struct out_table *table, const struct article *article,
    size_t sentence, struct slice doc)
{
	static const int columns[] = { [MARK_ENTITY] = ENTITIES,
		[MARK_FIGURE] = FIGURES, [MARK_TIME] = TIMES };

	for (int kind = MARK_ENTITY; kind <= MARK_TIME; kind++) {
		struct buffer *out = table_value(table, columns[kind]);

		for (size_t i = 0; i < article->mark_count; i++)
			if ((int)article->marks[i].kind == kind &&
			    article->marks[i].sentence == sentence)
				add_thing(out, &article->marks[i], doc);
	}
}

/* ------------------------------------------------------------------- claims */

static void
set_claim_id(struct buffer *out, struct slice doc, uint32_t number)
{
	if (number > 0)
		buffer_printf(out, "%.*s.c%02u", SHOWN(doc), number);
}

static void
set_list(struct buffer *out, struct slice list, struct slice doc)
{
	while (list.length > 0) {
		struct slice sign = slice_cut(&list, ',');
		struct slice id = slice_cut(&sign, ':');

		if (out->length > 0)
			buffer_add_byte(out, ' ');
		add_id(out, id, doc);
		buffer_printf(out, ":%.*s", SHOWN(sign));
	}
}

/* "may|at_least" as "may;at least" */
static void
set_hedges(struct buffer *out, struct slice hedges)
{
	for (size_t i = 0; i < hedges.length; i++)
		buffer_add_byte(out, hedges.at[i] == '|' ? ';' :
		    hedges.at[i] == '_' ? ' ' : hedges.at[i]);
}

static void
set_spans(struct out_table *table, const struct article *article,
    const struct claim_line *claim, struct arena *arena)
{
	static const struct {
		enum part_role role;
		int span, text;
	} parts[] = {
		{ PART_SOURCE, SOURCE_SPAN, SOURCE },
		{ PART_CUE, CUE_SPAN, CUE },
		{ PART_CONTENT, CONTENT_SPAN, CONTENT }
	};
	struct buffer text = { 0 };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		role_spans(article, claim->number, parts[i].role,
		    table_value(table, parts[i].span));
		buffer_clear(&text);
		role_text(article, claim->number, parts[i].role, &text);
		table_set(table, parts[i].text, parts[i].role == PART_CUE ?
		    cue_lemma(buffer_slice(&text), claim->form, arena) :
		    buffer_slice(&text));
	}
	role_spans(article, claim->number, quote_role(claim),
	    table_value(table, QUOTE_SPAN));
	buffer_free(&text);
}

static void
set_claim(struct out_table *table, const struct article *article,
    const struct claim_line *claim, struct slice doc, struct arena *arena)
{
	bool narration = claim_is_narration(claim);
	bool unspecified = slice_is(claim->source_id, "unspecified");

	set_claim_id(table_value(table, CLAIM), doc, claim->number);
	set_claim_id(table_value(table, PARENT), doc, claim->parent);
	tsv_set_number(&table->out, table->at[DEPTH], claim->depth);
	table_set(table, FORM, claim->form);
	add_id(table_value(table, SOURCE_ID), narration ? SLICE("narrator@") :
	    unspecified ? SLICE("unspecified@") : claim->source_id, doc);
	table_set(table, SOURCE_TYPE, narration ? SLICE("narrator") :
	    claim->source_type);
	set_spans(table, article, claim, arena);
	table_set(table, ACT, claim->act);
	table_set(table, CERTAINTY, claim->certainty);
	table_set(table, POLARITY, claim->negative ? SLICE("neg") :
	    SLICE("pos"));
	set_hedges(table_value(table, HEDGES), claim->hedges);
	table_set(table, TENSE, slice_is(claim->tense, "-") ? SLICE("") :
	    claim->tense);
	set_list(table_value(table, TARGET), claim->targets, doc);
	add_id(table_value(table, ADDRESSEE), claim->addressee, doc);
}

/* What the outlet says in a sentence of which nothing is a claim's. */
static void
set_narration(struct out_table *table, const struct article *article,
    size_t sentence, struct slice doc)
{
	static const struct { int column; const char *value; } fixed[] = {
		{ FORM, "narration" }, { SOURCE_TYPE, "narrator" },
		{ ACT, "report" }, { CERTAINTY, "certain" },
		{ POLARITY, "pos" }, { TENSE, "past" }, { PARENT, "" },
		{ SOURCE_SPAN, "" }, { SOURCE, "" }, { CUE_SPAN, "" },
		{ CUE, "" }, { QUOTE_SPAN, "" }, { HEDGES, "" },
		{ TARGET, "" }, { ADDRESSEE, "" }
	};
	const struct marked_sentence *s = &article->sentences[sentence];
	uint32_t end = s->end;

	if (end > s->start && article->text.at[end - 1] == '.')
		end--;
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		table_set(table, fixed[i].column, slice_of(fixed[i].value));
	buffer_printf(table_value(table, CLAIM), "%.*s.n%02zu", SHOWN(doc),
	    sentence + 1);
	tsv_set_number(&table->out, table->at[DEPTH], 0);
	add_id(table_value(table, SOURCE_ID), SLICE("narrator@"), doc);
	span_add(table_value(table, CONTENT_SPAN), (struct span){ s->start,
	    end });
	table_set(table, CONTENT, article_span(article, s->start, end));
}

/* Is the sentence body, with no part of a claim in it? */
static bool
is_narrated(const struct article *article, size_t sentence)
{
	if (article->sentences[sentence].margin != 'B')
		return false;
	for (size_t i = 0; i < article->mark_count; i++)
		if (article->marks[i].kind == MARK_PART &&
		    article->marks[i].sentence == sentence)
			return false;
	return true;
}

static void
add_claims(struct out_table *table, const struct article *article,
    size_t sentence, struct slice doc, struct arena *arena)
{
	for (size_t i = 0; i < article->claim_count; i++) {
		if (article->claims[i].sentence != sentence)
			continue;
		set_claim(table, article, &article->claims[i], doc, arena);
		tsv_put(&table->out, NULL);
	}
	if (is_narrated(article, sentence)) {
		set_narration(table, article, sentence, doc);
		tsv_put(&table->out, NULL);
	}
}

/* ------------------------------------------------------------------ stories */

static void
add_article(struct out_tables *tables, struct story *story,
    const struct article *article)
{
	struct slice doc = article_doc(story, article, &story->arena);
	struct out_table *documents = &tables->at[TABLE_DOCUMENTS];

	set_document(documents, story, article, doc);
	table_set(documents, DOCUMENT_COLUMNS, buffer_slice(&article->text));
	tsv_put(&documents->out, NULL);
	for (int t = TABLE_SENTENCES; t <= TABLE_CLAIMS; t++)
		set_document(&tables->at[t], story, article, doc);
	for (size_t i = 0; i < article->sentence_count; i++) {
		for (int t = TABLE_SENTENCES; t <= TABLE_CLAIMS; t++)
			set_sentence(&tables->at[t], article, i);
		set_things(&tables->at[TABLE_TAGGED], article, i, doc);
		set_things(&tables->at[TABLE_CLAIMS], article, i, doc);
		tsv_put(&tables->at[TABLE_SENTENCES].out, NULL);
		tsv_put(&tables->at[TABLE_TAGGED].out, NULL);
		add_claims(&tables->at[TABLE_CLAIMS], article, i, doc,
		    &story->arena);
	}
	gold_add(tables, article, doc);
}

/* What a claim says: its content, or, where it has none, its cue. */
static void
set_side(struct out_table *table, struct story *story,
    const struct relation_line *r, int side)
{
	const struct article *article = story_article(story,
	    r->side[side].article);
	uint32_t claim = r->side[side].claim;
	struct buffer *span = table_value(table, side ? B_SPAN : A_SPAN);
	struct slice doc;

	if (!article)
		return;
	doc = article_doc(story, article, &story->arena);
	table_set(table, side ? B_DOC : A_DOC, doc);
	set_claim_id(table_value(table, side ? B_CLAIM : A_CLAIM), doc, claim);
	role_spans(article, claim, PART_CONTENT, span);
	if (span->length == 0)
		role_spans(article, claim, PART_CUE, span);
}

static void
add_relation(struct out_table *table, struct story *story,
    const struct relation_line *r, size_t number)
{
	struct buffer reason = { 0 };

	buffer_printf(table_value(table, XID), "%.3s.r%02zu", story->name.at,
	    number);
	table_set(table, RELATION, slice_is(r->relation, "trap") ?
	    SLICE("not_conflict") : r->relation);
	table_set(table, LEVEL, r->kind);
	table_set(table, RELATION_KIND, r->kind);
	set_side(table, story, r, 0);
	set_side(table, story, r, 1);
	if (r->side[0].words.length > 0 || r->side[1].words.length > 0)
		buffer_printf(&reason, "%.*s | %.*s", SHOWN(r->side[0].words),
		    SHOWN(r->side[1].words));
	table_set(table, REASON, buffer_slice(&reason));
	table_set(table, RELATION_STORY, story->name);
	tsv_put(&table->out, NULL);
	buffer_free(&reason);
}

void
tables_add(struct out_tables *tables, struct story *story)
{
	struct out_table *stories = &tables->at[TABLE_STORIES];

	table_set(stories, STORY_NAME, story->name);
	table_set(stories, BEAT, story->beat);
	table_set(stories, REGION, story->region);
	table_set(stories, ABOUT, story->about);
	tsv_put(&stories->out, NULL);
	for (size_t i = 0; i < story->article_count; i++)
		add_article(tables, story, &story->articles[i]);
	for (size_t i = 0; i < story->relation_count; i++)
		add_relation(&tables->at[TABLE_RELATIONS], story,
		    &story->relations[i], i + 1);
}
