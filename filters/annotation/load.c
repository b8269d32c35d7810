/*
 * Stories from tables.  Each table is held whole, with its rows found by
 * their key (story or doc), since a story's rows are spread over five of them.
 */
#include "annotation/load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

#include "annotation/tables.h"
#include "base/hash.h"
#include "base/message.h"
#include "tsv/list.h"

/* Columns by name; those of documents in the order of tables.h. */
static const char *const documents_wanted[] = { "doc", "outlet", "upstream",
	"date", "url", "title", "style", "english", "copy", "rewrite",
	"paragraphs", "story", "text", NULL };
static const char *const tagged_wanted[] = { "doc", "paragraph", "sentence",
	"kind", "start", "end", "entities", "figures", "times", NULL };
static const char *const claims_wanted[] = { "doc", "sentence", "claim",
	"parent", "depth", "form", "source_span", "source_id", "source_type",
	"cue_span", "content_span", "quote_span", "act", "certainty",
	"polarity", "hedges", "tense", "target", "addressee", NULL };
static const char *const relations_wanted[] = { "story", "relation", "kind",
	"a_claim", "b_claim", "reason", NULL };
static const char *const stories_wanted[] = { "story", "beat", "region",
	"about", NULL };

enum { T_DOC, T_PARAGRAPH, T_SENTENCE, T_KIND, T_START, T_END, T_ENTITIES,
	T_FIGURES, T_TIMES };
enum { C_DOC, C_SENTENCE, C_CLAIM, C_PARENT, C_DEPTH, C_FORM, C_SOURCE_SPAN,
	C_SOURCE_ID, C_SOURCE_TYPE, C_CUE_SPAN, C_CONTENT_SPAN, C_QUOTE_SPAN,
	C_ACT, C_CERTAINTY, C_POLARITY, C_HEDGES, C_TENSE, C_TARGET,
	C_ADDRESSEE };
enum { R_STORY, R_RELATION, R_KIND, R_A_CLAIM, R_B_CLAIM, R_REASON };
enum { WANTED_MAX = 24 };

struct stored_row {
	struct slice fields[WANTED_MAX];	/* unescaped */
	size_t line;
};

struct stored {
	const char *file;
	struct stored_row *rows;
	size_t count, capacity;
	struct hash first;	/* key -> its first row; the rest follow */
};

struct stored_tables {
	struct arena arena;
	struct stored stories, documents, tagged, claims, relations;
};

/* ------------------------------------------------------------------ reading */

/* A row that annotate did not write. */
static _Noreturn void
refuse(const struct stored *stored, const struct stored_row *row,
    const char *what)
{
	message_at(stored->file, row->line, "%s; make the tables anew with "
	    "annotate tables", what);
	exit(STATUS_DATA);
}

static void
read_table(struct stored_tables *tables, struct stored *stored,
    const char *folder, int which, const char *const *wanted, size_t key)
{
	struct tsv_reader in = { 0 };
	struct buffer path = { 0 };
	int at[WANTED_MAX], fd;
	size_t count = 0;

	buffer_printf(&path, "%s/%s", folder, table_file(which));
	stored->file = arena_copy(&tables->arena, buffer_slice(&path)).at;
	buffer_free(&path);
	fd = open(stored->file, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		message_fail(STATUS_SYSTEM, "cannot read %s: %s",
		    stored->file, strerror(errno));
	tsv_open(&in, fd, stored->file);
	if (in.failed)
		exit(tsv_close(&in));
	for (; wanted[count]; count++)
		at[count] = tsv_require(&in, wanted[count],
		    "make the table with annotate tables");
	while (tsv_next(&in)) {
		struct stored_row *row;
		uint32_t *first;

		MEMORY_GROW(stored->rows, stored->count, stored->capacity);
		row = &stored->rows[stored->count];
		row->line = in.line;
		for (size_t i = 0; i < count; i++)
			row->fields[i] = arena_copy(&tables->arena,
			    tsv_unescape(in.fields[at[i]], &tables->arena));
		first = hash_put(&stored->first, row->fields[key]);
		if (*first == HASH_NONE)
			*first = (uint32_t)stored->count;
		else if (!slice_equal(row[-1].fields[key], row->fields[key]))
			refuse(stored, row, "rows of one doc, or one story, "
			    "stand apart");
		stored->count++;
	}
	if (tsv_close(&in) != STATUS_OK)
		exit(STATUS_DATA);
}

struct stored_tables *
tables_open(const char *folder)
{
	struct stored_tables *t = memory_new(1, sizeof *t);

	read_table(t, &t->stories, folder, TABLE_STORIES, stories_wanted, 0);
	read_table(t, &t->documents, folder, TABLE_DOCUMENTS,
	    documents_wanted, STORY);
	read_table(t, &t->tagged, folder, TABLE_TAGGED, tagged_wanted, 0);
	read_table(t, &t->claims, folder, TABLE_CLAIMS, claims_wanted, 0);
	read_table(t, &t->relations, folder, TABLE_RELATIONS,
	    relations_wanted, 0);
	return t;
}

size_t
tables_stories(const struct stored_tables *tables)
{
	return tables->stories.count;
}

static void
stored_free(struct stored *stored)
{
	free(stored->rows);
	hash_free(&stored->first);
}

void
tables_free(struct stored_tables *tables)
{
	stored_free(&tables->stories);
	stored_free(&tables->documents);
	stored_free(&tables->tagged);
	stored_free(&tables->claims);
	stored_free(&tables->relations);
	arena_free(&tables->arena);
	free(tables);
}

/* The first row of a key and those behind it; NULL at the end. */
static const struct stored_row *
first_row(const struct stored *stored, struct slice key)
{
	uint32_t index = hash_get(&stored->first, key);

	return index == HASH_NONE ? NULL : &stored->rows[index];
}

static const struct stored_row *
next_row(const struct stored *stored, const struct stored_row *row,
    size_t key)
{
	const struct stored_row *next = row + 1;

	return next < stored->rows + stored->count &&
	    slice_equal(next->fields[key], row->fields[key]) ? next : NULL;
}

/* ------------------------------------------------------------------- values */

static uint32_t
number(const struct stored *stored, const struct stored_row *row,
    size_t field)
{
	size_t value;

	if (!slice_number(row->fields[field], &value) || value > UINT32_MAX)
		refuse(stored, row, "a number is wanted");
	return (uint32_t)value;
}

/* The number of "017b.c03"; 0 of an empty field and of "017b.n03". */
static uint32_t
claim_number(const struct stored *stored, const struct stored_row *row,
    size_t field)
{
	struct slice rest = row->fields[field];
	size_t value;

	slice_cut(&rest, '.');
	if (rest.at == NULL || rest.length < 2 || rest.at[0] != 'c')
		return 0;
	if (!slice_number(slice_part(rest, 1, rest.length), &value) ||
	    value > UINT16_MAX)
		refuse(stored, row, "a claim's id is wanted");
	return (uint32_t)value;
}

/* An id without the document behind its '@'. */
static struct slice
bare_id(struct slice id)
{
	for (size_t i = 0; i < id.length; i++)
		if (id.at[i] == '@')
			return slice_part(id, 0, i + 1);
	return id;
}

/* Letters of a story's documents: "017b" is b. */
static char
doc_letter(const struct stored *stored, const struct stored_row *row,
    struct slice doc)
{
	char letter = doc.length == 4 ? doc.at[3] : 0;

	if (letter < 'a' || letter > 'z')
		refuse(stored, row, "a doc as 017b is wanted");
	return letter;
}

/* -------------------------------------------------------------------- marks */

static struct mark *
add_mark(struct article *article, const struct mark *mark)
{
	MEMORY_GROW(article->marks, article->mark_count,
	    article->mark_capacity);
	article->marks[article->mark_count] = *mark;
	return &article->marks[article->mark_count++];
}

/* The items of a list column as marks of a kind with so many labels. */
static void
load_things(struct article *article, const struct stored *stored,
    const struct stored_row *row, size_t field, enum mark_kind kind,
    size_t labels)
{
	struct slice rest = row->fields[field], item;

	while (list_next(&rest, &item)) {
		struct mark mark = { .kind = kind, .sentence =
		    (uint32_t)article->sentence_count - 1 };
		struct slice parts[MARK_LABELS + 1];
		struct span span;

		if (!list_parts(item, parts, labels + 1) ||
		    !span_parse(parts[0], &span) ||
		    span.end > article->text.length)
			refuse(stored, row, "an item of a list is broken");
		mark.start = (uint32_t)span.start;
		mark.end = (uint32_t)span.end;
		memcpy(mark.label, parts + 1, labels * sizeof *parts);
		if (kind == MARK_ENTITY)
			mark.label[ENTITY_ID] =
			    bare_id(mark.label[ENTITY_ID]);
		if (kind == MARK_FIGURE &&
		    slice_is(mark.label[FIGURE_APPROX], "exact"))
			mark.label[FIGURE_APPROX] = SLICE("");
		add_mark(article, &mark);
	}
}

static void
load_parts(struct article *article, const struct stored *stored,
    const struct stored_row *row, size_t field, enum part_role role,
    uint32_t claim)
{
	struct slice rest = row->fields[field];
	struct span span;

	while (span_next(&rest, &span)) {
		struct mark mark;

		if (span.end > article->text.length)
			refuse(stored, row, "a span is behind the text");
		mark = (struct mark){ .kind = MARK_PART, .role = role,
			.claim = claim, .start = (uint32_t)span.start,
			.end = (uint32_t)span.end };

		for (size_t i = 0; i < article->sentence_count; i++)
			if (article->sentences[i].start <= span.start &&
			    span.end <= article->sentences[i].end)
				mark.sentence = (uint32_t)i;
		add_mark(article, &mark);
	}
	if (rest.at != NULL)
		refuse(stored, row, "a span is broken");
}

/* ----------------------------------------------------------------- articles */

static void
load_sentence(struct article *article, const struct stored *stored,
    const struct stored_row *row)
{
	struct marked_sentence *s, *above;
	struct marked_sentence loaded = {
		.margin = kind_margin(row->fields[T_KIND]), .joint = '|',
		.paragraph = number(stored, row, T_PARAGRAPH),
		.start = number(stored, row, T_START),
		.end = number(stored, row, T_END)
	};

	MEMORY_GROW(article->sentences, article->sentence_count,
	    article->sentence_capacity);
	s = &article->sentences[article->sentence_count++];
	*s = loaded;
	above = article->sentence_count > 1 ? s - 1 : NULL;
	if (!s->margin || s->start >= s->end ||
	    s->end > article->text.length || (above && s->start < above->end))
		refuse(stored, row, "kind, start or end is wrong");
	s->opens = !above || above->paragraph != s->paragraph;
	if (!s->opens && above->end == s->start)
		s->joint = '+';
	else if (!s->opens && article->text.at[above->end] == '\n')
		s->joint = '>';
	load_things(article, stored, row, T_ENTITIES, MARK_ENTITY, 3);
	load_things(article, stored, row, T_FIGURES, MARK_FIGURE, 4);
	load_things(article, stored, row, T_TIMES, MARK_TIME, 2);
}

/* "may;at least" as "may|at_least" */
static struct slice
load_hedges(struct slice hedges, struct arena *arena)
{
	char *copy = (char *)arena_copy(arena, hedges).at;

	for (size_t i = 0; i < hedges.length; i++)
		copy[i] = (char)(copy[i] == ';' ? '|' : copy[i] == ' ' ? '_' :
		    copy[i]);
	return (struct slice){ copy, hedges.length };
}

/* "a:+ b@017b:-" as "a:+,b@:-" */
static struct slice
load_targets(struct slice targets, struct arena *arena)
{
	struct buffer list = { 0 };
	struct slice item, result;

	while (list_next(&targets, &item)) {
		struct slice signs = item, id = slice_cut(&signs, ':');

		if (list.length > 0)
			buffer_add_byte(&list, ',');
		buffer_add(&list, bare_id(id));
		buffer_add_byte(&list, ':');
		buffer_add(&list, signs);
	}
	result = arena_copy(arena, buffer_slice(&list));
	buffer_free(&list);
	return result;
}

static void
load_source(struct claim_line *claim, const struct stored_row *row)
{
	struct slice id = bare_id(row->fields[C_SOURCE_ID]);

	claim->source_id = slice_is(id, "unspecified@") ?
	    SLICE("unspecified") : id;
	claim->source_type = row->fields[C_SOURCE_TYPE];
	if (claim_is_narration(claim))
		claim->source_id = claim->source_type = SLICE("-");
}

static void
load_claim(struct article *article, const struct stored *stored,
    const struct stored_row *row, struct arena *arena)
{
	struct slice tense = row->fields[C_TENSE];
	struct claim_line claim = {
		.number = claim_number(stored, row, C_CLAIM),
		.sentence = number(stored, row, C_SENTENCE) - 1,
		.form = row->fields[C_FORM],
		.act = row->fields[C_ACT],
		.certainty = row->fields[C_CERTAINTY],
		.tense = tense.length > 0 ? tense : SLICE("-"),
		.hedges = load_hedges(row->fields[C_HEDGES], arena),
		.targets = load_targets(row->fields[C_TARGET], arena),
		.addressee = bare_id(row->fields[C_ADDRESSEE]),
		.negative = slice_is(row->fields[C_POLARITY], "neg"),
		.parent = claim_number(stored, row, C_PARENT),
		.depth = number(stored, row, C_DEPTH)
	};

	if (claim.number == 0)
		return;		/* what stands for a sentence without claims */
	if (claim.sentence >= article->sentence_count)
		refuse(stored, row, "there is no such sentence");
	load_source(&claim, row);
	MEMORY_GROW(article->claims, article->claim_count,
	    article->claim_capacity);
	article->claims[article->claim_count++] = claim;
	load_parts(article, stored, row, C_SOURCE_SPAN, PART_SOURCE,
	    claim.number);
	load_parts(article, stored, row, C_CUE_SPAN, PART_CUE, claim.number);
	load_parts(article, stored, row, C_CONTENT_SPAN, PART_CONTENT,
	    claim.number);
	if (quote_role(&claim) == PART_QUOTE)
		load_parts(article, stored, row, C_QUOTE_SPAN, PART_QUOTE,
		    claim.number);
}

static void
load_headers(struct article *article, const struct stored_row *row)
{
	static const int columns[HEADER_COUNT] = {
		[HEADER_OUTLET] = OUTLET, [HEADER_STYLE] = STYLE,
		[HEADER_DATE] = DATE, [HEADER_TITLE] = TITLE,
		[HEADER_UPSTREAM] = UPSTREAM, [HEADER_URL] = URL,
		[HEADER_ENGLISH] = ENGLISH, [HEADER_COPY] = COPY,
		[HEADER_REWRITE] = REWRITE, [HEADER_PARAGRAPHS] = PARAGRAPHS
	};

	for (int h = 0; h < HEADER_COUNT; h++)
		article->headers[h] = row->fields[columns[h]];
}

static void
load_article(struct story *story, const struct stored_tables *tables,
    const struct stored_row *document)
{
	struct article *article = &story->articles[story->article_count];
	struct slice doc = document->fields[DOC];
	const struct stored_row *row;

	if (story->article_count == ARTICLES_MAX)
		refuse(&tables->documents, document, "too many articles");
	story->article_count++;
	article->letter = doc_letter(&tables->documents, document, doc);
	load_headers(article, document);
	buffer_add(&article->text, document->fields[DOCUMENT_COLUMNS]);
	for (row = first_row(&tables->tagged, doc); row;
	    row = next_row(&tables->tagged, row, T_DOC))
		load_sentence(article, &tables->tagged, row);
	for (row = first_row(&tables->claims, doc); row;
	    row = next_row(&tables->claims, row, C_DOC))
		load_claim(article, &tables->claims, row, &story->arena);
	article_arrange(article);
}

/* ------------------------------------------------------------------ stories */

static void
load_relation(struct story *story, const struct stored *stored,
    const struct stored_row *row)
{
	static const size_t claims[] = { R_A_CLAIM, R_B_CLAIM };
	struct slice relation = row->fields[R_RELATION];
	struct slice words = row->fields[R_REASON];
	struct relation_line r = {
		.relation = slice_is(relation, "not_conflict") ?
		    SLICE("trap") : relation,
		.kind = row->fields[R_KIND]
	};

	for (size_t i = 0; i < 2; i++) {
		struct slice rest = row->fields[claims[i]];

		r.side[i].article = doc_letter(stored, row,
		    slice_cut(&rest, '.'));
		r.side[i].claim = claim_number(stored, row, claims[i]);
		r.side[i].words = words.at ?
		    slice_trim(slice_cut(&words, '|')) : words;
	}
	MEMORY_GROW(story->relations, story->relation_count,
	    story->relation_capacity);
	story->relations[story->relation_count++] = r;
}

void
story_load(struct story *story, const struct stored_tables *tables,
    size_t index)
{
	const struct stored_row *row = &tables->stories.rows[index];
	struct slice name = row->fields[STORY_NAME];

	/* it becomes a folder's */
	if (name.length == 0 || name.at[0] == '.' ||
	    memchr(name.at, '/', name.length))
		refuse(&tables->stories, row, "a story's name is wanted");
	*story = (struct story){ .name = name,
		.beat = row->fields[BEAT], .region = row->fields[REGION],
		.about = row->fields[ABOUT] };
	for (row = first_row(&tables->documents, story->name); row;
	    row = next_row(&tables->documents, row, STORY))
		load_article(story, tables, row);
	for (row = first_row(&tables->relations, story->name); row;
	    row = next_row(&tables->relations, row, R_STORY))
		load_relation(story, &tables->relations, row);
}
