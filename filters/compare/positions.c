/*
 * Positions: who is for or against what, in the order of the dates.
 *
 * A claim takes a position where the tables find one in its words ("Israel
 * rejected the terms"), or where its act is one (accept, reject, support) and
 * its source is named; what it is about is then the claim's topic.
 */
#include <stdlib.h>

#include "compare/fact.h"
#include "compare/series.h"

enum { ACTOR, TOPIC, POSITION, DATE, DOC, OUTLET, CLAIM, CONTENT_SPAN,
	CONTENT, WORDS, MOVED };

static const char *const columns[] = { "actor", "topic", "position", "date",
	"doc", "outlet", "claim", "content_span", "content", "words",
	"moved_from", NULL };

struct stand {
	struct slice actor, topic, words;
	int32_t day;
	uint32_t claim;
	bool against;
};

struct stands {
	struct stand *at;
	size_t count, capacity;
};

static int
by_actor(const struct stand *x, const struct stand *y)
{
	int order = slice_compare(x->actor, y->actor);

	return order ? order : slice_compare(x->topic, y->topic);
}

static int
by_time(const void *a, const void *b)
{
	const struct stand *x = a, *y = b;
	int order = by_actor(x, y);

	if (order)
		return order;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static void
add(struct stands *stands, const struct series *series, uint32_t number,
    struct slice actor, struct slice topic, int sign, struct slice words)
{
	const struct claim *claim = &series->claims->at[number];

	if (sign == 0 || !actor.length || !topic.length)
		return;
	MEMORY_GROW(stands->at, stands->count, stands->capacity);
	stands->at[stands->count++] = (struct stand){ actor, topic, words,
		series->claims->articles[claim->article].day, number,
		sign < 0 };
}

/* A term without the sign of its name space. */
static struct slice
plain_name(const struct claims *claims, uint32_t term)
{
	struct slice name = vocabulary_name(&claims->vocabulary, term);

	return name.length && name.at[0] == '=' ?
	    slice_part(name, 1, name.length) : name;
}

static struct slice
label_of(const struct series *series, uint32_t field)
{
	struct slice label = topic_label(&series->topics, series->claims,
	    field);

	return label.length ? label : plain_name(series->claims, field);
}

/* The position that the act itself is: 1, -1 or 0. */
static int
act_sign(const struct series *series, const struct claim *claim)
{
	const struct lexicon_row *row = lexicon_find(&series->acts,
	    claim->act);

	if (!row || row->fields[2].length == 0 || slice_is(row->fields[2],
	    "0"))
		return 0;
	return row->fields[2].at[0] == '-' ? -1 : 1;
}

static void
add_claim(struct stands *stands, const struct series *series,
    uint32_t number)
{
	const struct claims *claims = series->claims;
	const struct claim *claim = &claims->at[number];
	bool any = false;

	for (uint32_t i = 0; i < claim->fact_count; i++) {
		const struct fact *fact = &claim->facts[i];

		if (fact->kind != FACT_POSITION)
			continue;
		add(stands, series, number, plain_name(claims, fact->name),
		    label_of(series, fact->field), fact->level, fact->words);
		any = true;
	}
	if (!any && !claim_is_narrator(claim) && !memchr(claim->source_id.at,
	    '@', claim->source_id.length))
		add(stands, series, number, claim->source_id,
		    topic_of_claim(&series->topics, claims, claim),
		    act_sign(series, claim), claim->cue_words);
}

static void
write_stand(struct tsv_writer *out, const struct claims *claims,
    const struct stand *stand, const struct stand *before)
{
	const struct claim *claim = &claims->at[stand->claim];
	const struct article *article = &claims->articles[claim->article];
	bool moved = before && by_actor(before, stand) == 0 &&
	    before->against != stand->against;

	tsv_set(out, ACTOR, stand->actor);
	tsv_set(out, TOPIC, stand->topic);
	tsv_set(out, POSITION, stand->against ? SLICE("against") :
	    SLICE("for"));
	tsv_set(out, DATE, article->date);
	tsv_set(out, DOC, article->doc);
	tsv_set(out, OUTLET, article->outlet);
	tsv_set(out, CLAIM, claim->id);
	tsv_set(out, CONTENT_SPAN, claim->content_span);
	tsv_set(out, CONTENT, claim->content);
	tsv_set(out, WORDS, stand->words);
	tsv_set(out, MOVED, moved ? claims->at[before->claim].id : SLICE(""));
	tsv_put(out, NULL);
}

static void
write_positions(struct tsv_writer *out, struct series *series)
{
	const struct claims *claims = series->claims;
	struct stands stands = { 0 };

	for (uint32_t i = 0; i < claims->count; i++)
		if (!claims->at[i].withdrawn && !claims->at[i].wish)
			add_claim(&stands, series, i);
	if (stands.count > 0)
		qsort(stands.at, stands.count, sizeof *stands.at, by_time);
	for (size_t i = 0; i < stands.count; i++)
		if (claims_is_since(claims, stands.at[i].claim, series->since))
			write_stand(out, claims, &stands.at[i],
			    i > 0 ? &stands.at[i - 1] : NULL);
	free(stands.at);
}

const struct series_table series_positions = { "positions", columns,
	write_positions, false };
