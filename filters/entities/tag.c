/*
 * One document: times first, since their words are no names; names, what they
 * mean, and what nouns and pronouns refer to; figures last, among the tokens
 * that are left.
 */
#include "entities/tag.h"

#include <stdlib.h>

#include "entities/coreference.h"
#include "entities/entity.h"
#include "entities/figure.h"
#include "entities/name.h"
#include "entities/name_learnt.h"
#include "entities/name_type.h"
#include "entities/timex.h"
#include "entities/world.h"

void
tag_open(const char *const actors[], size_t count)
{
	world_open(actors, count);
	names_open();
	name_type_open();
	names_learnt_open();
	timex_open();
	figure_open();
	coreference_open();
}

static void
take_names(const struct names *names, bool *const *taken)
{
	for (size_t i = 0; i < names->count; i++) {
		const struct name *name = &names->at[i];

		for (size_t k = name->first; k < name->last; k++)
			taken[name->sentence][k] = true;
	}
}

/* Mentions around the next one, the innermost last; their ends. */
struct around {
	uint32_t sentence;
	size_t *ends;
	size_t count, capacity;
};

/*
 * Does a mention begin inside an earlier one and end behind it?  Those before
 * it do not cross, so that only the innermost around its start can be it.
 */
static bool
crosses(struct around *around, uint32_t sentence, struct span span)
{
	if (around->sentence != sentence)
		around->count = 0;
	around->sentence = sentence;
	while (around->count > 0 &&
	    around->ends[around->count - 1] <= span.start)
		around->count--;
	return around->count > 0 &&
	    around->ends[around->count - 1] < span.end;
}

/*
 * References to the sentences they stand in, in the order of the column; of
 * two that cross, where a phrase was misread, the first stays.
 */
static void
hand_out(const struct references *references, const struct document *document,
    const struct entities *entities, const struct tag_choice *choice,
    struct tagged *tagged)
{
	size_t *capacity = arena_new(document->arena, document->count,
	    sizeof *capacity);
	struct around around = { 0 };

	memset(capacity, 0, document->count * sizeof *capacity);
	for (size_t i = 0; i < references->count; i++) {
		const struct reference *from = &references->at[i];
		struct tagged *to = &tagged[from->sentence];
		const struct token *tokens =
		    document->sentences[from->sentence].tokens;
		size_t room = capacity[from->sentence];
		struct span span = { tokens[from->first].start,
		    tokens[from->last - 1].end };

		if (from->entity == NO_ENTITY || from->hidden ||
		    !choice->types[from->type] ||
		    (from->kind == MENTION_PRO && !choice->pronouns) ||
		    crosses(&around, from->sentence, span))
			continue;
		ARENA_GROW(document->arena, around.ends, around.count,
		    around.capacity);
		around.ends[around.count++] = span.end;
		ARENA_GROW(document->arena, to->mentions.at,
		    to->mentions.count, capacity[from->sentence]);
		ARENA_GROW(document->arena, to->why, to->mentions.count, room);
		to->why[to->mentions.count] = from->why;
		to->mentions.at[to->mentions.count++] = (struct mention){
			span, from->type, from->kind,
			entities->at[from->entity].id
		};
	}
}

struct tagged *
tag_document(const struct document *document, const struct tag_choice *choice)
{
	struct tagged *tagged = arena_new(document->arena, document->count,
	    sizeof *tagged);
	struct entities entities = { 0 };
	struct references references;
	struct timexes *times;
	struct names names;
	struct date date;
	bool **taken;

	memset(tagged, 0, document->count * sizeof *tagged);
	date_read(document->date, &date);
	world_at(date);
	times = arena_new(document->arena, document->count, sizeof *times);
	taken = timexes_take(document, date, times);
	for (size_t i = 0; i < document->count; i++)
		tagged[i].timexes = times[i];
	names_find(&names, document, taken);
	names_type(&names, document);
	names_learnt(&names, document, taken);
	entities_link(&entities, &names, document);
	references_find(&references, document, &names, &entities);
	take_names(&names, taken);
	for (size_t i = 0; i < document->count; i++)
		figures_collect(&tagged[i].figures, &document->sentences[i],
		    taken[i], document->arena);
	hand_out(&references, document, &entities, choice, tagged);
	entities_free(&entities);
	names_free(&names);
	return tagged;
}
