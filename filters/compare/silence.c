/*
 * Silence: what an outlet never mentions although most others do.
 *
 * Outlets are held against each other inside one group of --by, so a column
 * with the story's name makes it a matter of one story.  Mentioned are names,
 * nouns that are not common ones, and statements: claims that agree with or
 * repeat each other.  An outlet is silent on what more than half of the others
 * have, two independent witnesses among them: an agency and its copies are one
 * voice.
 */
#include <stdlib.h>

#include "compare/series.h"

enum { GROUP, OUTLET, WHAT, ITEM, MENTIONED_BY, WITNESSES, OUTLETS,
	DOC, CLAIM, CONTENT };

enum {
	WITNESSES_MIN = 2,
	WITNESSES_SEEN = 64	/* as many as are counted */
};

static const char *const columns[] = { "group", "outlet", "what", "item",
	"mentioned_by", "witnesses", "outlets", "doc", "claim",
	"content", NULL };

enum sort { SORT_ENTITY, SORT_TOPIC, SORT_STATEMENT };

/* One outlet's mention of one thing, the first in the order of the input. */
struct mention_of {
	uint32_t group;
	enum sort sort;
	uint32_t item;		/* term, or the first claim that says it */
	uint32_t outlet, claim;
};

struct mentions_of {
	struct mention_of *at;
	size_t count, capacity;
};

/* All outlets, numbered. */
struct outlets {
	struct hash names;
	uint32_t *of;		/* by article */
	struct slice *name;
	size_t count, capacity;
};

static int
by_item(const struct mention_of *x, const struct mention_of *y)
{
	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->sort != y->sort)
		return x->sort < y->sort ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

static int
by_mention(const void *a, const void *b)
{
	const struct mention_of *x = a, *y = b;
	int order = by_item(x, y);

	if (order)
		return order;
	if (x->outlet != y->outlet)
		return x->outlet < y->outlet ? -1 : 1;
	return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static void
find_outlets(struct outlets *outlets, const struct claims *claims)
{
	outlets->of = memory_new(claims->article_count + 1,
	    sizeof *outlets->of);
	for (size_t i = 0; i < claims->article_count; i++) {
		struct slice name = series_outlet(&claims->articles[i]);
		uint32_t *place = hash_put(&outlets->names, name);

		if (*place == HASH_NONE) {
			*place = (uint32_t)outlets->count;
			MEMORY_GROW(outlets->name, outlets->count,
			    outlets->capacity);
			outlets->name[outlets->count++] = name;
		}
		outlets->of[i] = *place;
	}
}

static void
add(struct mentions_of *mentions, const struct claims *claims,
    const struct outlets *outlets, uint32_t number, enum sort sort,
    uint32_t item)
{
	const struct claim *claim = &claims->at[number];

	MEMORY_GROW(mentions->at, mentions->count, mentions->capacity);
	mentions->at[mentions->count++] = (struct mention_of){ claim->group,
		sort, item, outlets->of[claim->article], number };
}

static uint32_t
root(const uint32_t *first, uint32_t claim)
{
	while (first[claim] != claim)
		claim = first[claim];
	return claim;
}

/* Claims that say one thing, by the first of them. */
static uint32_t *
find_statements(const struct series *series)
{
	uint32_t *first = memory_new(series->claims->count + 1, sizeof *first);

	for (uint32_t i = 0; i < series->claims->count; i++)
		first[i] = i;
	for (size_t i = 0; i < series->relations->count; i++) {
		const struct relation *r = &series->relations->at[i];
		uint32_t a = root(first, r->earlier);
		uint32_t b = root(first, r->later);

		if (relation_rank(r->type) != 1 || r->kind == KIND_EVENT)
			continue;
		first[a > b ? a : b] = a > b ? b : a;
	}
	for (uint32_t i = 0; i < series->claims->count; i++)
		first[i] = root(first, i);
	return first;
}

static void
add_claim(struct mentions_of *mentions, const struct series *series,
    const struct outlets *outlets, const uint32_t *statements,
    uint32_t number)
{
	const struct claims *claims = series->claims;
	const struct claim *claim = &claims->at[number];

	for (uint32_t w = 0; w < claim->word_count; w++) {
		uint32_t key = topic_key(claims, &claim->words[w]);

		if (key != TERM_NONE)
			add(mentions, claims, outlets, number,
			    claim->words[w].flags & WORD_ENTITY ? SORT_ENTITY :
			    SORT_TOPIC, key);
	}
	add(mentions, claims, outlets, number, SORT_STATEMENT,
	    statements[number]);
}

/* One mention of a thing by each outlet: the first. */
static size_t
keep_first(struct mentions_of *mentions)
{
	size_t kept = 0;

	if (mentions->count > 0)
		qsort(mentions->at, mentions->count, sizeof *mentions->at,
		    by_mention);
	for (size_t i = 0; i < mentions->count; i++)
		if (kept == 0 || by_item(&mentions->at[kept - 1],
		    &mentions->at[i]) != 0 || mentions->at[kept - 1].outlet !=
		    mentions->at[i].outlet)
			mentions->at[kept++] = mentions->at[i];
	return kept;
}

static struct slice
item_name(const struct series *series, const struct mention_of *mention)
{
	struct slice label;

	if (mention->sort == SORT_STATEMENT)
		return series->claims->at[mention->item].id;
	label = topic_label(&series->topics, series->claims, mention->item);
	return label.length ? label : vocabulary_name(
	    &series->claims->vocabulary, mention->item);
}

/* How many of the mentions stand in articles of different witnesses? */
static size_t
count_witnesses(const struct claims *claims,
    const struct mention_of *mentions, size_t count)
{
	uint32_t seen[WITNESSES_SEEN];
	size_t witnesses = 0;

	for (size_t i = 0; i < count && witnesses < WITNESSES_SEEN; i++) {
		uint32_t witness = claims->articles[claims->at[mentions[i].
		    claim].article].witness;
		size_t at = 0;

		while (at < witnesses && seen[at] != witness)
			at++;
		if (at == witnesses)
			seen[witnesses++] = witness;
	}
	return witnesses;
}

/* All that one thing's mentions leave out, of so many outlets. */
static void
write_item(struct tsv_writer *out, const struct series *series,
    const struct outlets *outlets, const struct mention_of *mentions,
    size_t count, const uint32_t *present, size_t all)
{
	static const char *const sorts[] = { "entity", "topic", "statement" };
	const struct claims *claims = series->claims;
	const struct claim *claim = &claims->at[mentions->claim];
	size_t next = 0, witnesses;

	if (count < WITNESSES_MIN || 2 * count <= all - 1 || count == all)
		return;
	witnesses = count_witnesses(claims, mentions, count);
	if (witnesses < WITNESSES_MIN)
		return;
	for (size_t i = 0; i < all; i++) {
		if (next < count && mentions[next].outlet == present[i]) {
			next++;
			continue;
		}
		tsv_set_raw(out, GROUP, claims_group(claims, mentions->group));
		tsv_set(out, OUTLET, outlets->name[present[i]]);
		tsv_set(out, WHAT, slice_of(sorts[mentions->sort]));
		tsv_set(out, ITEM, item_name(series, mentions));
		tsv_set_number(out, MENTIONED_BY, count);
		tsv_set_number(out, WITNESSES, witnesses);
		tsv_set_number(out, OUTLETS, all);
		tsv_set(out, DOC, claims->articles[claim->article].doc);
		tsv_set(out, CLAIM, claim->id);
		tsv_set(out, CONTENT, claim->content);
		tsv_put(out, NULL);
	}
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* The outlets of so many mentions, in their order; returns how many. */
static size_t
present_in(const struct mention_of *mentions, size_t count,
    uint32_t *present)
{
	size_t all = 0;

	for (size_t i = 0; i < count; i++)
		present[i] = mentions[i].outlet;
	qsort(present, count, sizeof *present, by_number);
	for (size_t i = 0; i < count; i++)
		if (all == 0 || present[all - 1] != present[i])
			present[all++] = present[i];
	return all;
}

/* The mentions of one group, of which there are some. */
static void
write_group(struct tsv_writer *out, const struct series *series,
    const struct outlets *outlets, const struct mention_of *mentions,
    size_t count)
{
	uint32_t *present = memory_new(count, sizeof *present);
	size_t all = present_in(mentions, count, present);

	for (size_t i = 0, next; i < count; i = next) {
		for (next = i + 1; next < count && by_item(&mentions[i],
		    &mentions[next]) == 0; next++)
			;
		write_item(out, series, outlets, &mentions[i], next - i,
		    present, all);
	}
	free(present);
}

static void
write_silence(struct tsv_writer *out, struct series *series)
{
	const struct claims *claims = series->claims;
	uint32_t *statements = find_statements(series);
	struct mentions_of mentions = { 0 };
	struct outlets outlets = { 0 };

	find_outlets(&outlets, claims);
	for (uint32_t i = 0; i < claims->count; i++)
		if (claims_is_since(claims, i, series->since))
			add_claim(&mentions, series, &outlets, statements, i);
	mentions.count = keep_first(&mentions);
	for (size_t i = 0, next; i < mentions.count; i = next) {
		for (next = i + 1; next < mentions.count &&
		    mentions.at[next].group == mentions.at[i].group; next++)
			;
		write_group(out, series, &outlets, &mentions.at[i], next - i);
	}
	free(mentions.at);
	free(statements);
	hash_free(&outlets.names);
	free(outlets.of);
	free(outlets.name);
}

const struct series_table series_silence = { "silence", columns,
	write_silence, true };
