/*
 * A claim that is found and one that is annotated are the same when they share
 * half of what their contents cover together.
 */
#include "claims/label_lessons.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/message.h"
#include "claims/describe.h"
#include "claims/find.h"

/* What extract-claims is asked for. */
static const struct claim_options how = { .attributed = true,
    .unlabelled = true };

/* --------------------------------------------------------- what is marked */

struct marked {
	struct spans content, source, cue;
	enum claim_form form;
	enum claim_tense tense;
	uint8_t tags[LABEL_KIND_COUNT];
	unsigned story;
	bool used;
};

struct marks {
	struct marked *at;
	size_t count, capacity;
	struct hash docs;	/* doc -> its last */
	uint32_t *next;
	size_t next_room;
	struct hash stories;
	struct arena arena;
};

/* "12-30;40-52" */
static void
spans_read(struct spans *spans, struct slice field)
{
	struct span span;

	while (span_next(&field, &span))
		spans_add(spans, span);
}

static enum claim_tense
tense_of(struct slice name)
{
	unsigned tense = 0;

	while (tense < TENSE_COUNT && !slice_is(name,
	    tense_name((enum claim_tense)tense)))
		tense++;
	return tense < TENSE_COUNT ? (enum claim_tense)tense : TENSE_NONE;
}

static enum claim_form
form_of(struct slice name)
{
	unsigned form = 0;

	while (form < FORM_NARRATION && !slice_is(name,
	    form_name((enum claim_form)form)))
		form++;
	return (enum claim_form)form;
}

static void
mark_add(struct marks *marks, struct slice doc, const struct marked *marked)
{
	uint32_t *place;

	MEMORY_GROW(marks->at, marks->count, marks->capacity);
	if (marks->count >= marks->next_room)
		marks->next = memory_resize(marks->next, marks->next_room =
		    marks->capacity, sizeof *marks->next);
	place = hash_put(&marks->docs, arena_copy(&marks->arena, doc));
	if (*place != HASH_NONE && *place + 1 != marks->count)
		message_fail(STATUS_DATA,
		    "claims.tsv: the claims of %.*s stand apart",
		    (int)doc.length, doc.at);
	marks->next[marks->count] = *place;
	*place = (uint32_t)marks->count;
	marks->at[marks->count++] = *marked;
}

static unsigned
story_of(struct marks *marks, struct slice name)
{
	uint32_t *number = hash_put(&marks->stories,
	    arena_copy(&marks->arena, name));

	if (*number == HASH_NONE)
		*number = (uint32_t)marks->stories.count - 1;
	return *number;
}

static void
marks_read(struct marks *marks, const char *folder)
{
	static const char *const names[LABEL_KIND_COUNT] = {
		[LABEL_ACT] = "act", [LABEL_CERTAINTY] = "certainty",
		[LABEL_TYPE] = "source_type"
	};
	static const char remedy[] = "a table of annotated claims is wanted";
	struct tsv_reader in;
	struct buffer path = { 0 };
	int doc, form, tense, source, cue, content, story;
	int columns[LABEL_KIND_COUNT];

	tsv_open_in(&in, folder, "claims.tsv", &path);
	doc = tsv_require(&in, "doc", remedy);
	form = tsv_require(&in, "form", remedy);
	tense = tsv_require(&in, "tense", remedy);
	source = tsv_require(&in, "source_span", remedy);
	cue = tsv_require(&in, "cue_span", remedy);
	content = tsv_require(&in, "content_span", remedy);
	story = tsv_require(&in, "story", remedy);
	for (int i = 0; i < LABEL_KIND_COUNT; i++)
		columns[i] = tsv_require(&in, names[i], remedy);
	while (tsv_next(&in)) {
		struct marked marked = {
			.form = form_of(in.fields[form]),
			.tense = tense_of(in.fields[tense]),
			.story = story_of(marks, in.fields[story])
		};

		spans_read(&marked.source, in.fields[source]);
		spans_read(&marked.cue, in.fields[cue]);
		spans_read(&marked.content, in.fields[content]);
		if (marked.form == FORM_NARRATION || marked.content.count == 0)
			continue;
		for (unsigned i = 0; i < LABEL_KIND_COUNT; i++)
			marked.tags[i] = (uint8_t)label_tag((enum label_kind)i,
			    in.fields[columns[i]]);
		mark_add(marks, in.fields[doc], &marked);
	}
	if (tsv_close(&in) != STATUS_OK)
		exit(STATUS_DATA);
	buffer_free(&path);
}

static void
marks_free(struct marks *marks)
{
	free(marks->at);
	free(marks->next);
	hash_free(&marks->docs);
	hash_free(&marks->stories);
	arena_free(&marks->arena);
}

/* --------------------------------------------------------------- lessons */

static size_t
bytes_of(const struct spans *spans)
{
	size_t bytes = 0;

	for (size_t i = 0; i < spans->count; i++)
		bytes += spans->at[i].end - spans->at[i].start;
	return bytes;
}

/* The part of what two contents cover that both do. */
static double
shared(const struct spans *one, const struct spans *two)
{
	size_t both = 0, all = bytes_of(one) + bytes_of(two);

	for (size_t i = 0; i < one->count; i++)
		for (size_t k = 0; k < two->count; k++) {
			struct span a = one->at[i], b = two->at[k];
			size_t start = a.start > b.start ? a.start : b.start;
			size_t end = a.end < b.end ? a.end : b.end;

			both += start < end ? end - start : 0;
		}
	return all > both ? (double)both / (double)(all - both) : 0;
}

/* The annotated claim of the same content, or NULL. */
static struct marked *
marked_as(struct marks *marks, struct slice doc, const struct claim *claim)
{
	struct marked *best = NULL;
	double most = 0.5;

	for (uint32_t i = hash_get(&marks->docs, doc); i != HASH_NONE;
	    i = marks->next[i]) {
		double share = marks->at[i].used ? 0 :
		    shared(&claim->content, &marks->at[i].content);

		if (share >= most) {
			most = share;
			best = &marks->at[i];
		}
	}
	if (best)
		best->used = true;
	return best;
}

static struct label_lesson *
add_lesson(struct label_lessons *lessons, const struct claims *claims,
    size_t index, const struct tagged *document, const struct marked *marked)
{
	const struct claim *claim = &claims->at[index];
	static struct lattice lattice;
	struct label_lesson *lesson;
	size_t numbers;

	label_lattice(&lattice, claim, claims, document);
	numbers = lattice.count * lattice.stride;
	MEMORY_GROW(lessons->at, lessons->count, lessons->capacity);
	lesson = &lessons->at[lessons->count++];
	*lesson = (struct label_lesson){ .count = lattice.count,
	    .attributes = arena_new(&lessons->arena, numbers,
	    sizeof *lesson->attributes), .story = marked->story };
	memcpy(lesson->attributes, lattice_at(&lattice, 0),
	    numbers * sizeof *lesson->attributes);
	memcpy(lesson->gold, marked->tags, sizeof lesson->gold);
	lesson->cue = arena_copy(&lessons->arena, spans_text(&claim->cue,
	    document));
	lesson->content = arena_copy(&lessons->arena, spans_text(
	    &claim->content, document));
	lesson->rules[LABEL_ACT] = (uint8_t)label_tag(LABEL_ACT, claim->act);
	lesson->rules[LABEL_CERTAINTY] = (uint8_t)label_tag(LABEL_CERTAINTY,
	    claim->certainty);
	lesson->rules[LABEL_TYPE] = (uint8_t)label_tag(LABEL_TYPE,
	    slice_of(source_type_name(claim->source_type)));
	return lesson;
}

/* The entry in the table of cues that an annotated cue is, or NULL. */
static const struct cue *
cue_of(const struct tagged *document, const struct claim *claim)
{
	struct levels levels = { 0 };
	struct span span = claim->cue.at[0];
	uint32_t number = sentence_number(&document->text, span.start);
	int last;

	clause_levels(&levels, &document->text, number,
	    &document->times[number]);
	for (size_t i = 0; i < levels.count; i++)
		for (int u = 0; u < levels.at[i].count; u++) {
			const struct level *level = &levels.at[i];
			const struct token *token = unit_token(level, u);
			enum tag tag = unit_tag(level, u);
			const struct cue *cue;

			if (token->start < span.start || token->end > span.end)
				continue;
			cue = cue_match(level, u, tag_is_verb(tag) ? CUE_VERB :
			    tag_is_noun(tag) ? CUE_NOUN : tag == TAG_JJ ?
			    CUE_ADJ : CUE_PREP, &last);
			if (cue)
				return cue;
		}
	return NULL;
}

/* The claims of a document as they are annotated, from mark `first` on. */
static void
claims_of(struct claims *claims, const struct tagged *document,
    const struct marks *marks, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i <= last; i++) {
		const struct marked *marked = &marks->at[i];
		struct claim *claim = claim_add(claims, document,
		    sentence_number(&document->text,
		    marked->content.at[0].start));

		claim->form = marked->form;
		claim->tense = marked->tense;
		claim->content = marked->content;
		claim->source = marked->source;
		claim->cue = marked->cue;
		if (claim->cue.count > 0)
			claim->entry = cue_of(document, claim);
		claim_quotes(claim, &document->text);
	}
}

/*
 * Lessons from what is annotated and was not found; its source, where it
 * stands in another sentence, is not known.
 */
static void
read_missed(struct label_lessons *lessons, const struct tagged *document,
    const struct marks *marks)
{
	uint32_t last = hash_get(&marks->docs, document->text.doc);
	uint32_t first = last;
	struct claims claims = { 0 };

	if (last == HASH_NONE)
		return;
	while (marks->next[first] != HASH_NONE)
		first = marks->next[first];
	claims_of(&claims, document, marks, first, last);
	claims_nest(&claims);
	claims_describe(&claims, document, &how);
	for (size_t i = 0; i < claims.count; i++) {
		struct label_lesson *lesson;

		if (marks->at[first + i].used)
			continue;
		lesson = add_lesson(lessons, &claims, i, document,
		    &marks->at[first + i]);
		lesson->missed = true;
		if (claims.at[i].source.count == 0)
			lesson->gold[LABEL_TYPE] = LABEL_NONE;
	}
}

static void
read_document(struct label_lessons *lessons, const struct tagged *document,
    struct marks *marks)
{
	struct claims claims;

	claims_find(&claims, document, &how);
	claims_nest(&claims);
	claims_describe(&claims, document, &how);
	for (size_t i = 0; i < claims.count; i++) {
		const struct marked *marked = marked_as(marks,
		    document->text.doc, &claims.at[i]);

		if (marked)
			add_lesson(lessons, &claims, i, document, marked);
	}
	read_missed(lessons, document, marks);
}

void
label_lessons_read(struct label_lessons *lessons, const char *folder)
{
	struct marks marks = { 0 };
	struct tsv_reader in;
	struct tsv_group group = { 0 };
	struct tagged_columns columns;
	struct tagged document;
	struct buffer path = { 0 };

	marks_read(&marks, folder);
	lessons->stories = marks.stories.count;
	tsv_open_in(&in, folder, "tagged.tsv", &path);
	tagged_columns_find(&columns, &in);
	while (tsv_group_next(&group, &in, columns.sentences.doc))
		if (tagged_read(&document, &group, &in, &columns))
			read_document(lessons, &document, &marks);
	tsv_group_free(&group);
	if (tsv_close(&in) != STATUS_OK)
		exit(STATUS_DATA);
	marks_free(&marks);
	buffer_free(&path);
}

void
label_lessons_free(struct label_lessons *lessons)
{
	free(lessons->at);
	arena_free(&lessons->arena);
}
