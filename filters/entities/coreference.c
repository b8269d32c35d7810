/*
 * Mentions in document order: names as they were linked, then noun phrases and
 * pronouns, each resolved among those before it.  Pronouns in quotations come
 * last, when it is known who speaks.
 */
#include "entities/coreference.h"

#include <stdlib.h>

#include "entities/nominal.h"
#include "entities/pronoun.h"
#include "entities/speaker.h"

void
coreference_open(void)
{
	nominal_open();
}

size_t
references_at(const struct references *references, size_t first, size_t last,
    size_t token)
{
	while (first < last) {
		size_t middle = first + (last - first) / 2;

		if (references->at[middle].first < token)
			first = middle + 1;
		else
			last = middle;
	}
	return first;
}

static struct reference *
add_reference(struct resolver *r, const struct reference *reference)
{
	struct references *all = r->references;

	ARENA_GROW(r->document->arena, all->at, all->count, all->capacity);
	all->at[all->count] = *reference;
	return &all->at[all->count++];
}

/*
 * Does a verb follow, behind adverbs and "on Monday": is the mention its
 * subject?
 */
static bool
is_subject(const struct sentence *in, size_t behind)
{
	while (behind < in->count && (in->tokens[behind].tag == TAG_RB ||
	    in->tokens[behind].kind == TOKEN_CLOSING ||
	    in->tokens[behind].kind == TOKEN_OPENING))
		behind++;
	if (behind + 2 < in->count && slice_is(in->tokens[behind].lower,
	    "on") && slice_ends(in->tokens[behind + 1].lower, SLICE("day")))
		behind += 2;
	if (behind >= in->count)
		return false;
	switch (in->tokens[behind].tag) {
	case TAG_MD:
	case TAG_VBD:
	case TAG_VBP:
	case TAG_VBZ:
		return true;
	default:
		return false;
	}
}

/* The first verb or preposition: mentions before it are what it is about. */
static uint32_t
topic_end(const struct sentence *in)
{
	uint32_t i = 0;

	while (i < in->count && !tag_is_verb(in->tokens[i].tag) &&
	    in->tokens[i].tag != TAG_MD && in->tokens[i].tag != TAG_IN &&
	    in->tokens[i].tag != TAG_TO)
		i++;
	return i;
}

/* "Hamas emissaries": a name that only tells of what kind a thing is. */
static bool
is_modifier(const struct sentence *in, const struct reference *reference)
{
	return reference->last < in->count && reference->kind != MENTION_PRO &&
	    tag_is_noun(in->tokens[reference->last].tag);
}

/* first: where the mention begins, its title included. */
static void
set_role(const struct resolver *r, struct reference *reference,
    uint32_t first)
{
	const struct sentence *in =
	    &r->document->sentences[reference->sentence];

	reference->possessive |= reference->last < in->count &&
	    in->tokens[reference->last].tag == TAG_POS;
	reference->modifier = is_modifier(in, reference);
	reference->subject = !reference->possessive && !reference->modifier &&
	    reference->kind != MENTION_ADJ &&
	    (is_subject(in, reference->last) || first <= r->topic);
}

static void
add_name(struct resolver *r, const struct name *name)
{
	struct reference reference = {
		.sentence = name->sentence, .first = name->first,
		.last = name->last, .head = name->last - 1,
		.title_first = name->title_first,
		.kind = name->kind, .type = name->type,
		.entity = name->entity, .why = name->why
	};

	set_role(r, &reference, name->title_first);
	add_reference(r, &reference);
}

/* ------------------------------------------------------- one sentence */

/* The names of a sentence; where the next sentence's begin. */
static size_t
add_names(struct resolver *r, const struct names *names, size_t at,
    uint32_t sentence)
{
	while (at < names->count && names->at[at].sentence == sentence)
		add_name(r, &names->at[at++]);
	return at;
}

/* Is it a name that another can be joined with: "Israel", "Ms. Holm"? */
static bool
may_join(const struct reference *a, const struct reference *b)
{
	bool people = a->type == MENTION_PER;

	return a->kind == MENTION_NAM && b->kind == MENTION_NAM &&
	    a->entity != NO_ENTITY && b->entity != NO_ENTITY &&
	    a->entity != b->entity && people == (b->type == MENTION_PER) &&
	    (people || ((a->type == MENTION_ORG || a->type == MENTION_GPE) &&
	    (b->type == MENTION_ORG || b->type == MENTION_GPE)));
}

/* "Israel and Hamas" is what "they" means behind it: `israel+hamas`. */
static void
add_pair(struct resolver *r, const struct reference *a,
    const struct reference *b)
{
	struct reference pair = *a;

	buffer_clear(&r->text);
	buffer_add(&r->text, r->entities->at[a->entity].id);
	buffer_add_byte(&r->text, '+');
	buffer_add(&r->text, r->entities->at[b->entity].id);
	pair.entity = entity_of_id(r->entities, arena_copy(
	    r->document->arena, buffer_slice(&r->text)), a->type);
	r->entities->at[pair.entity].plural = true;
	pair.kind = MENTION_NOM;
	pair.last = b->last;
	pair.head = b->head;
	pair.plural = pair.hidden = true;
	set_role(r, &pair, a->title_first);
	add_reference(r, &pair);
}

static void
add_pairs(struct resolver *r, size_t from)
{
	size_t to = r->references->count;

	for (size_t i = from; i + 1 < to; i++) {
		const struct reference a = r->references->at[i];
		const struct reference b = r->references->at[i + 1];
		const struct token *tokens = reference_tokens(r, &a);

		if (b.title_first == a.last + 1 &&
		    slice_is(tokens[a.last].lower, "and") && may_join(&a, &b))
			add_pair(r, &a, &b);
	}
}

static void
add_others(struct resolver *r, uint32_t sentence)
{
	const struct sentence *in = &r->document->sentences[sentence];
	const struct chunks *chunks = &r->chunks[sentence];
	struct reference reference;
	size_t chunk = 0;

	for (size_t i = 0; i < in->count; i++) {
		if (pronoun_of_token(r, sentence, i, &reference)) {
			set_role(r, &reference, reference.first);
			if (!pronoun_is_quoted(r, &reference))
				pronoun_resolve(r, &reference);
			add_reference(r, &reference);
		}
		while (chunk < chunks->count && chunks->at[chunk].head < i)
			chunk++;
		if (chunk == chunks->count || chunks->at[chunk].head != i)
			continue;
		if (nominal_of_chunk(r, sentence, chunk, &reference)) {
			set_role(r, &reference, reference.first);
			nominal_resolve(r, &reference);
			add_reference(r, &reference);
		}
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct reference *x = a, *y = b;

	if (x->sentence != y->sentence)
		return x->sentence < y->sentence ? -1 : 1;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	return 0;
}

static void
sort_sentence(struct resolver *r, size_t from)
{
	size_t count = r->references->count - from;

	if (count > 1)
		qsort(r->references->at + from, count,
		    sizeof *r->references->at, by_place);
}

void
references_find(struct references *references,
    const struct document *document, const struct names *names,
    struct entities *entities)
{
	struct resolver r = {
		.document = document, .entities = entities,
		.references = references
	};
	size_t name = 0;

	*references = (struct references){ 0 };
	r.chunks = arena_new(document->arena, document->count,
	    sizeof *r.chunks);
	memset(r.chunks, 0, document->count * sizeof *r.chunks);
	r.from = arena_new(document->arena, document->count + 1,
	    sizeof *r.from);
	memset(r.from, 0xff, (document->count + 1) * sizeof *r.from);
	for (uint32_t i = 0; i < document->count; i++) {
		size_t from = references->count;

		r.from[i] = (uint32_t)from;
		r.topic = topic_end(&document->sentences[i]);
		chunks_find(&r.chunks[i], document->sentences[i].tokens,
		    document->sentences[i].count);
		name = add_names(&r, names, name, i);
		r.names = references->count;
		add_pairs(&r, from);
		add_others(&r, i);
		sort_sentence(&r, from);
	}
	r.from[document->count] = (uint32_t)references->count;
	speakers_find(&r);
	for (size_t i = 0; i < references->count; i++)
		if (references->at[i].kind == MENTION_PRO &&
		    pronoun_is_quoted(&r, &references->at[i]))
			pronoun_resolve(&r, &references->at[i]);
	for (uint32_t i = 0; i < document->count; i++)
		chunks_free(&r.chunks[i]);
	buffer_free(&r.text);
}
