/*
 * Reading annotated names.  See name_lessons.h.
 */
#include "entities/name_lessons.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/message.h"
#include "entities/name_features.h"
#include "entities/name_type.h"
#include "entities/timex.h"
#include "text/document.h"

/* A name as the annotators marked it: bytes of its document. */
struct marked {
	size_t start, end;
	uint64_t types;		/* those that it may be of, a bit each */
};

struct marks {
	struct marked *at;
	size_t count, capacity;
	struct hash docs;	/* doc -> its first */
	uint32_t *next;
	bool other;		/* names of no person, body or place as well */
	struct arena arena;
	struct buffer bytes;
};

#define TYPE(name) ((uint64_t)1 << MENTION_##name)

/* The types that a folder's name for one may mean; 0: none of names. */
static uint64_t
types_of(struct slice name, bool is_coarse)
{
	enum mention_type type = mention_type_of(name);

	if (type == MENTION_TYPE_COUNT)
		return 0;
	if (is_coarse && type == MENTION_LOC)
		return TYPE(GPE) | TYPE(LOC) | TYPE(FAC);
	if (is_coarse && type == MENTION_MISC)
		return TYPE(NORP) | TYPE(EVENT) | TYPE(WORK) | TYPE(MISC);
	return (uint64_t)1 << type;
}

static void
marks_read(struct marks *marks, const char *folder, bool is_coarse)
{
	struct tsv_reader in;
	struct buffer path = { 0 };
	int doc, start, end, type;
	size_t room = 0;

	tsv_open_in(&in, folder, "mentions.tsv", &path);
	doc = tsv_require(&in, "doc", "a table of mentions is wanted");
	start = tsv_require(&in, "start", "a table of mentions is wanted");
	end = tsv_require(&in, "end", "a table of mentions is wanted");
	type = tsv_require(&in, "type", "a table of mentions is wanted");
	while (tsv_next(&in)) {
		struct marked marked = { .types = types_of(in.fields[type],
		    is_coarse) };
		uint32_t *place;

		if (!slice_number(in.fields[start], &marked.start) ||
		    !slice_number(in.fields[end], &marked.end))
			tsv_refuse(&in, "start and end must be numbers");
		if (marked.types == 0)
			continue;
		marks->other |= (marked.types & TYPE(MISC)) != 0;
		MEMORY_GROW(marks->at, marks->count, marks->capacity);
		if (marks->count >= room)
			marks->next = memory_resize(marks->next,
			    room = marks->capacity, sizeof *marks->next);
		place = hash_put(&marks->docs, arena_copy(&marks->arena,
		    in.fields[doc]));
		marks->next[marks->count] = *place;
		*place = (uint32_t)marks->count;
		marks->at[marks->count++] = marked;
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
	arena_free(&marks->arena);
}

/* The tags of a set of types. */
static uint64_t
tags_of(uint64_t types, bool inside)
{
	uint64_t set = 0;

	for (unsigned type = 0; type < MENTION_TYPE_COUNT; type++)
		if (types >> type & 1)
			set |= (uint64_t)1 <<
			    name_tag((enum mention_type)type, inside);
	return set;
}

/* Mark the tokens of one name; a longer one that was marked stays. */
static void
mark_name(const struct sentence *sentence, const struct marked *marked,
    uint64_t *right, size_t *lengths)
{
	size_t first = 0, last;

	while (first < sentence->count &&
	    sentence->tokens[first].start < marked->start)
		first++;
	if (first < sentence->count && !(marked->types & TYPE(WORK)) &&
	    slice_is(sentence->tokens[first].lower, "the"))
		first++;
	for (last = first; last < sentence->count &&
	    sentence->tokens[last].end <= marked->end; last++)
		if (lengths[last] >= marked->end - marked->start)
			return;
	for (size_t i = first; i < last; i++) {
		right[i] = tags_of(marked->types, i > first);
		lengths[i] = marked->end - marked->start;
	}
}

static uint64_t *
right_tags(const struct document *document, const struct sentence *sentence,
    const struct marks *marks, bool is_coarse, struct arena *arena)
{
	uint64_t *right = arena_new(arena, sentence->count, sizeof *right);
	size_t *lengths = arena_new(document->arena, sentence->count,
	    sizeof *lengths);
	uint64_t none = 1;

	if (is_coarse && !marks->other) {
		uint64_t types = TYPE(NORP) | TYPE(EVENT) | TYPE(WORK) |
		    TYPE(MISC);

		none |= tags_of(types, false) | tags_of(types, true);
	}
	for (size_t i = 0; i < sentence->count; i++) {
		right[i] = none;
		lengths[i] = 0;
	}
	for (uint32_t i = hash_get(&marks->docs, document->doc);
	    i != HASH_NONE; i = marks->next[i])
		if (marks->at[i].start >= sentence->start &&
		    marks->at[i].end <= sentence->end)
			mark_name(sentence, &marks->at[i], right, lengths);
	return right;
}

static void
add_lesson(struct lessons *lessons, const struct lattice *lattice,
    uint64_t *right, bool is_coarse)
{
	size_t count = lattice->count * lattice->stride;
	struct lesson *lesson;

	MEMORY_GROW(lessons->at, lessons->count, lessons->capacity);
	lesson = &lessons->at[lessons->count++];
	*lesson = (struct lesson){
		.count = lattice->count, .right = right, .coarse = is_coarse,
		.attributes = arena_new(&lessons->arena, count,
		    sizeof *lesson->attributes),
		.candidates = arena_new(&lessons->arena, lattice->count,
		    sizeof *lesson->candidates)
	};
	memcpy(lesson->attributes, lattice_at(lattice, 0),
	    count * sizeof *lesson->attributes);
	memcpy(lesson->candidates, lattice->candidates,
	    lattice->count * sizeof *lesson->candidates);
}

static void
read_document(struct lessons *lessons, const struct document *document,
    const struct marks *marks, bool is_coarse)
{
	static struct lattice lattice;
	struct name_reader reader;
	struct names names;
	struct date date;
	struct timexes *times = arena_new(document->arena, document->count,
	    sizeof *times);
	bool **taken;

	date_read(document->date, &date);
	world_at(date);
	taken = timexes_take(document, date, times);
	names_find(&names, document, taken);
	names_type(&names, document);
	name_reader_open(&reader, document, &names);
	for (uint32_t i = 0; i < document->count; i++)
		if (name_lattice(&lattice, &reader, i, taken[i]))
			add_lesson(lessons, &lattice, right_tags(document,
			    &document->sentences[i], marks, is_coarse,
			    &lessons->arena), is_coarse);
	name_reader_close(&reader);
	names_free(&names);
}

void
lessons_add(struct lessons *lessons, const char *folder, bool is_coarse)
{
	struct marks marks = { 0 };
	struct tsv_reader in;
	struct tsv_group group = { 0 };
	struct sentence_columns columns;
	struct document document;
	struct buffer path = { 0 };

	marks_read(&marks, folder, is_coarse);
	tsv_open_in(&in, folder, "sentences.tsv", &path);
	sentence_columns_find(&columns, &in);
	while (tsv_group_next(&group, &in, columns.doc))
		if (document_read(&document, &group, &in, &columns))
			read_document(lessons, &document, &marks, is_coarse);
	tsv_group_free(&group);
	if (tsv_close(&in) != STATUS_OK)
		exit(STATUS_DATA);
	marks_free(&marks);
	buffer_free(&path);
}

void
lessons_free(struct lessons *lessons)
{
	free(lessons->at);
	arena_free(&lessons->arena);
}
