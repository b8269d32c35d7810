/*
 * Are things marked as the guideline says?
 */
#include "annotation/check.h"

#include <stdlib.h>

#include "annotation/labels.h"

static const char *const types[] = { "PER", "ORG", "GPE", "LOC", "FAC",
	"NORP", "EVENT", "WORK", "MISC" };

enum { PER, ORG, GPE, LOC, FAC, NORP, TYPES = 9 };

static size_t
mark_line(const struct article *article, const struct mark *mark)
{
	return article->sentences[mark->sentence].line;
}

static struct slice
mark_text(const struct article *article, const struct mark *mark)
{
	return article_span(article, mark->start, mark->end);
}

/* -------------------------------------------------------------------- ids */

/* The id as the story knows it: that of one document with its letter. */
static struct slice
id_key(const struct article *article, struct slice id, struct arena *arena)
{
	struct buffer key = { 0 };
	struct slice result;

	buffer_add(&key, id);
	if (slice_ends(id, SLICE("@")))
		buffer_add_byte(&key, article->letter);
	result = arena_copy(arena, buffer_slice(&key));
	buffer_free(&key);
	return result;
}

bool
id_is_marked(const struct known_ids *known, const struct article *article,
    struct slice id)
{
	struct arena arena = { 0 };
	bool found = hash_get(&known->ids, id_key(article, id, &arena)) !=
	    HASH_NONE;

	arena_free(&arena);
	return found;
}

/* May things of both types share an id, as a country and its people do? */
static bool
types_fit(unsigned used)
{
	unsigned peoples = 1u << NORP | 1u << GPE | 1u << LOC | 1u << ORG;

	used &= ~(1u << NORP) | (used & ~peoples ? 1u << NORP : 0);
	return (used & (used - 1)) == 0;
}

static void
check_id(const struct article *article, const struct mark *mark,
    struct known_ids *known, struct faults *faults)
{
	struct slice id = mark->label[ENTITY_ID], type =
	    mark->label[ENTITY_TYPE];
	uint32_t *index = hash_put(&known->ids, id_key(article, id,
	    &known->arena));
	struct id_use *use;
	unsigned bit = 0;

	if (*index == HASH_NONE) {
		MEMORY_GROW(known->uses, known->count, known->capacity);
		known->uses[known->count] = (struct id_use){ 0 };
		*index = (uint32_t)known->count++;
	}
	use = &known->uses[*index];
	for (size_t i = 0; i < TYPES; i++)
		if (slice_is(type, types[i]))
			bit = 1u << i;
	if (!types_fit(use->types | bit) && types_fit(use->types)) {
		size_t i = 0;

		while (!(use->types & 1u << i))
			i++;
		fault_add(faults, article->path, mark_line(article, mark),
		    "'%.*s' is %.*s here and %s before; one thing has one "
		    "type and one id", SHOWN(id), SHOWN(type), types[i]);
	} else
		use->types |= bit;
}

/* ------------------------------------------------------------------ names */

static bool
is_possessive(struct slice text, struct slice id)
{
	struct slice bare = text;
	struct buffer tail = { 0 };
	size_t from;
	bool own;

	if (slice_ends(text, SLICE("'s")))
		bare.length -= 2;
	else if (slice_ends(text, SLICE("’s")))
		bare.length -= 4;
	else
		return slice_ends(text, SLICE("s'")) ||
		    slice_ends(text, SLICE("s’"));
	/* McDonald's has its s in the id */
	from = slice_last_word(bare).length;
	buffer_add(&tail, slice_part(bare, bare.length - from, bare.length));
	for (size_t i = 0; i < tail.length; i++)
		if (tail.at[i] >= 'A' && tail.at[i] <= 'Z')
			tail.at[i] = (char)(tail.at[i] | 0x20);
	buffer_add_byte(&tail, 's');
	own = slice_ends(id, buffer_slice(&tail));
	tail.length--;
	buffer_add(&tail, SLICE("_s"));
	own |= slice_ends(id, buffer_slice(&tail));
	buffer_free(&tail);
	return !own;
}

static void
check_name(const struct article *article, const struct mark *mark,
    struct faults *faults)
{
	struct slice text = mark_text(article, mark);
	size_t line = mark_line(article, mark);

	if (slice_begins_caseless(text, "the ") &&
	    !slice_is(mark->label[ENTITY_TYPE], "WORK"))
		fault_add(faults, article->path, line, "name '%.*s' begins "
		    "with its article; leave it outside", SHOWN(text));
	if (is_possessive(text, mark->label[ENTITY_ID]))
		fault_add(faults, article->path, line, "name '%.*s' has the "
		    "possessive; leave it outside", SHOWN(text));
}

static void
check_entity(const struct article *article, const struct mark *mark,
    struct known_ids *known, struct faults *faults)
{
	struct slice id = mark->label[ENTITY_ID], mention =
	    mark->label[ENTITY_MENTION];
	size_t line = mark_line(article, mark);

	check_label(article, line, "type of a thing", "entity_type",
	    mark->label[ENTITY_TYPE], faults);
	check_label(article, line, "mention", "mention", mention, faults);
	if (!value_is_id(id))
		fault_add(faults, article->path, line, "id '%.*s'; write "
		    "small ASCII letters, digits and _, and @ at the end for "
		    "one of this document", SHOWN(id));
	else
		check_id(article, mark, known, faults);
	if (slice_is(mention, "ADJ") &&
	    !slice_is(mark->label[ENTITY_TYPE], "NORP"))
		fault_add(faults, article->path, line, "'%.*s' is /ADJ, a "
		    "demonym; its type is NORP",
		    SHOWN(mark_text(article, mark)));
	if ((slice_is(mention, "NOM") || slice_is(mention, "PRO")) &&
	    !slice_is(mark->label[ENTITY_TYPE], "PER") &&
	    !slice_is(mark->label[ENTITY_TYPE], "ORG") &&
	    !slice_is(mark->label[ENTITY_TYPE], "GPE"))
		fault_add(faults, article->path, line, "'%.*s' is %.*s/%.*s; "
		    "nominals and pronouns are marked for PER, ORG and GPE "
		    "only", SHOWN(mark_text(article, mark)),
		    SHOWN(mark->label[ENTITY_TYPE]), SHOWN(mention));
	if (slice_is(mention, "NAM"))
		check_name(article, mark, faults);
}

/* ------------------------------------------------------- figures and times */

static void
check_figure(const struct article *article, const struct mark *mark,
    struct faults *faults)
{
	struct slice unit = mark->label[FIGURE_UNIT], what =
	    mark->label[FIGURE_WHAT];
	size_t line = mark_line(article, mark);

	if (value_is_figure(mark->label[FIGURE_VALUE]))
		check_figure_words(article, mark, faults);
	else
		fault_add(faults, article->path, line, "figure '%.*s' is no "
		    "number; write a decimal without commas, or LOW..HIGH",
		    SHOWN(mark->label[FIGURE_VALUE]));
	if (mark->label[FIGURE_APPROX].length > 0)
		check_label(article, line, "approximator", "approx",
		    mark->label[FIGURE_APPROX], faults);
	if (unit.length > 0 && !label_known("currency", unit))
		check_label(article, line, "unit (nor a currency of ISO 4217)",
		    "measure", unit, faults);
	for (size_t i = 0; i < what.length; i++)
		if (what.at[i] == '@' || what.at[i] == '#' ||
		    what.at[i] == '/') {
			fault_add(faults, article->path, line, "what is "
			    "counted, '%.*s', is no lemma", SHOWN(what));
			break;
		}
}

static void
check_time(const struct article *article, const struct mark *mark,
    struct faults *faults)
{
	struct slice type = mark->label[TIME_TYPE], value =
	    mark->label[TIME_VALUE];
	size_t line = mark_line(article, mark);

	if (!label_known("time_type", type))
		check_label(article, line, "type of time", "time_type", type,
		    faults);
	else if (!value_is_time(type, value))
		fault_add(faults, article->path, line, "'%.*s' is no value of "
		    "a %.*s; see section 5 of the guideline", SHOWN(value),
		    SHOWN(type));
	else
		check_time_words(article, mark, faults);
}

/* ------------------------------------------------------------------- spans */

static void
check_span(const struct article *article, const struct mark *mark,
    struct faults *faults)
{
	struct slice text = mark_text(article, mark);
	size_t line = mark_line(article, mark);

	if (text.length == 0)
		fault_add(faults, article->path, line, "a mark without text");
	else if (slice_trim(text).length < text.length)
		fault_add(faults, article->path, line, "'%.*s' has a blank at "
		    "an end; move it outside the mark", SHOWN(text));
}

void
check_marks(const struct article *article, struct known_ids *known,
    struct faults *faults)
{
	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];

		/* once for the parts of one brace */
		if (mark->kind != MARK_PART || i == 0 ||
		    mark[-1].brace != mark->brace)
			check_span(article, mark, faults);
		if (mark->end > mark->start)
			check_edges(article, mark, faults);
		if (mark->kind == MARK_ENTITY)
			check_entity(article, mark, known, faults);
		else if (mark->kind == MARK_FIGURE)
			check_figure(article, mark, faults);
		else if (mark->kind == MARK_TIME)
			check_time(article, mark, faults);
	}
}
