/*
 * Silences: whom or what most outlets write of and one never mentions, or one
 * alone writes of.
 *
 * An outlet is silent only when no article of its own has the name's last
 * word anywhere, so a mention that tag-entities missed makes no silence.
 */
#include "report/findings.h"

#include <stdlib.h>

enum {
	SILENCE_MENTIONS = 3,	/* fewer are no topic */
	SILENCE_ARTICLES = 2,
	SILENCE_MAX = 10	/* shown; the report is no index */
};

/* How an entity is spread over outlets and articles. */
struct spread {
	size_t outlets, articles;
};

static struct spread
spread_of(const struct report *report, const struct report_entity *entity,
    size_t *counts)
{
	struct spread spread = { 0, 0 };
	uint32_t last = REPORT_NONE;
	size_t i;

	memset(counts, 0, (report->outlet_count + 1) * sizeof *counts);
	for (i = entity->first; i < entity->first + entity->count; i++) {
		uint32_t article = report->mentions[i].article;
		uint32_t outlet = report->articles[article].publisher;

		spread.articles += article != last;
		last = article;
		if (counts[outlet]++ == 0)
			spread.outlets++;
	}
	return spread;
}

static struct slice
last_word(struct slice name)
{
	struct slice rest = name, word = name;

	while (rest.at) {
		struct slice part = slice_cut(&rest, ' ');

		if (part.length > 0)
			word = part;
	}
	return word;
}

static bool
holds(struct slice text, struct slice word)
{
	const char *at = text.at, *last;

	if (word.length == 0 || text.length < word.length)
		return false;
	last = text.at + text.length - word.length;
	while (at <= last) {
		at = memchr(at, word.at[0], (size_t)(last - at) + 1);
		if (!at)
			return false;
		if (memcmp(at, word.at, word.length) == 0)
			return true;
		at++;
	}
	return false;
}

/* Does any sentence or title of an outlet have the word? */
static bool
outlet_has(const struct report *report, uint32_t outlet, struct slice word)
{
	size_t i;

	for (i = 0; i < report->sentence_count; i++)
		if (report->articles[report->sentences[i].article].publisher ==
		    outlet && holds(report->sentences[i].text, word))
			return true;
	for (i = 0; i < report->article_count; i++)
		if (report->articles[i].publisher == outlet &&
		    holds(report->articles[i].title, word))
			return true;
	return false;
}

/* Fill in who is silent; false when nobody is. */
static bool
find_silent(struct silence *silence, const struct report *report,
    struct slice name)
{
	struct slice word = last_word(name);
	size_t outlet;
	bool any = false;

	for (outlet = 0; outlet < report->outlet_count; outlet++) {
		silence->silent[outlet] = silence->counts[outlet] == 0 &&
		    report->outlets[outlet].articles > 0 &&
		    !outlet_has(report, (uint32_t)outlet, word);
		any |= silence->silent[outlet];
	}
	return any;
}

static int
compare_silences(const void *a, const void *b)
{
	const struct silence *x = a, *y = b;

	if (x->outlets != y->outlets)
		return x->outlets > y->outlets ? -1 : 1;
	if (x->mentions != y->mentions)
		return x->mentions > y->mentions ? -1 : 1;
	return (x->entity > y->entity) - (x->entity < y->entity);
}

/* Outlets in the table: those with an article of their own. */
static size_t
reading_outlets(const struct report *report)
{
	size_t i, count = 0;

	for (i = 0; i < report->outlet_count; i++)
		count += report->outlets[i].articles > 0;
	return count;
}

/* Do most outlets write of it, but not all, or one alone? */
static bool
tells(const struct spread *spread, size_t total)
{
	if (spread->outlets == total || spread->outlets == 0)
		return false;
	if (spread->outlets == 1)
		return true;
	return spread->outlets * 2 >= total &&
	    spread->articles >= SILENCE_ARTICLES;
}

/* Named things whose silences tell something. */
static void
find_candidates(struct silences *silences, struct report *report)
{
	size_t total = reading_outlets(report), room, i;
	size_t *counts;

	room = report->outlet_count + 1;
	counts = arena_new(&report->arena, room, sizeof *counts);
	for (i = 0; i < report->entity_count; i++) {
		const struct report_entity *entity = &report->entities[i];
		struct spread spread;
		struct silence *silence;

		if (!entity->named || entity->count < SILENCE_MENTIONS)
			continue;
		spread = spread_of(report, entity, counts);
		if (!tells(&spread, total))
			continue;
		silence = &silences->at[silences->count++];
		*silence = (struct silence){
			.entity = (uint32_t)i, .outlets = spread.outlets,
			.mentions = entity->count,
			.silent = arena_new(&report->arena, room,
			    sizeof *silence->silent),
			.counts = arena_new(&report->arena, room,
			    sizeof *silence->counts)
		};
		memcpy(silence->counts, counts, room * sizeof *counts);
	}
	qsort(silences->at, silences->count, sizeof *silences->at,
	    compare_silences);
}

void
silences_find(struct silences *silences, struct report *report)
{
	size_t i, kept = 0;

	silences->at = arena_new(&report->arena, report->entity_count + 1,
	    sizeof *silences->at);
	if (reading_outlets(report) < 2)
		return;
	find_candidates(silences, report);
	for (i = 0; i < silences->count && kept < SILENCE_MAX; i++) {
		struct silence *silence = &silences->at[i];

		if (find_silent(silence, report,
		    report->entities[silence->entity].name))
			silences->at[kept++] = *silence;
	}
	silences->count = kept;
}
