/*
 * Who is blamed and never heard: an outlet's articles blame somebody and give
 * no statement to him.
 *
 * Blame is a claim's target with a minus, where the claim accuses, or where
 * two of the outlet's do.
 */
#include "report/findings.h"

#include <stdlib.h>

/* Does the claim do nothing but blame: accuse, condemn? */
static bool
is_accusation(const struct report *report, const struct report_claim *claim)
{
	return words_find(report->words, "accusation",
	    claim->act).length > 0;
}

/* Who can speak and be named: people, bodies, states. */
static bool
can_speak(const struct report_entity *entity)
{
	return entity->named && (entity->type == MENTION_PER ||
	    entity->type == MENTION_ORG || entity->type == MENTION_GPE ||
	    entity->type == MENTION_NORP);
}

/* The counts of one entity in one outlet. */
struct blame {
	uint32_t entity, outlet;
	size_t blamed;
	bool accused, heard;
};

static int
compare_blames(const void *a, const void *b)
{
	const struct blame *x = a, *y = b;

	if (x->entity != y->entity)
		return x->entity < y->entity ? -1 : 1;
	return (x->outlet > y->outlet) - (x->outlet < y->outlet);
}

static int
compare_unheard(const void *a, const void *b)
{
	const struct unheard *x = a, *y = b;

	if (x->blamed != y->blamed)
		return x->blamed > y->blamed ? -1 : 1;
	if (x->entity != y->entity)
		return x->entity < y->entity ? -1 : 1;
	return (x->outlet > y->outlet) - (x->outlet < y->outlet);
}

/* Is the entity among the speakers that the outlet hears? */
static bool
is_heard(const struct heard *heard, const uint32_t *places,
    const struct blame *blame)
{
	uint32_t place = places[blame->entity];

	return place != REPORT_NONE &&
	    heard->speakers[place].by_outlet[blame->outlet] > 0;
}

/* Every blame of a claim of the table's own articles. */
static size_t
find_blames(struct report *report, struct blame **blames)
{
	size_t count = 0, capacity = 0, i;

	*blames = NULL;
	for (i = 0; i < report->claim_count; i++) {
		const struct report_claim *claim = &report->claims[i];
		uint32_t entity;
		struct slice rest = claim->target;

		if (claim->outside || rest.length == 0)
			continue;
		while (report_blamed_next(report, &rest, &entity)) {
			if (entity == claim->speaker ||
			    !can_speak(&report->entities[entity]))
				continue;
			MEMORY_GROW(*blames, count, capacity);
			(*blames)[count++] = (struct blame){
				.entity = entity, .outlet = report->articles[
				claim->article].publisher, .blamed = 1,
				.accused = is_accusation(report, claim)
			};
		}
	}
	return count;
}

void
unheard_find(struct findings *findings, struct report *report)
{
	struct unheards *unheard = &findings->unheard;
	uint32_t *places = arena_new(&report->arena,
	    report->entity_count + 1, sizeof *places);
	struct blame *blames;
	size_t count = find_blames(report, &blames), i, next;

	unheard->at = arena_new(&report->arena, count + 1,
	    sizeof *unheard->at);
	for (i = 0; i < report->entity_count; i++)
		places[i] = REPORT_NONE;
	for (i = 0; i < findings->heard.count; i++)
		places[findings->heard.speakers[i].entity] = (uint32_t)i;
	if (count > 0)
		qsort(blames, count, sizeof *blames, compare_blames);
	for (i = 0; i < count; i = next) {
		struct blame blame = blames[i];

		for (next = i + 1; next < count && compare_blames(&blames[i],
		    &blames[next]) == 0; next++) {
			blame.blamed++;
			blame.accused |= blames[next].accused;
		}
		if ((!blame.accused && blame.blamed < 2) ||
		    is_heard(&findings->heard, places, &blame))
			continue;
		unheard->at[unheard->count++] = (struct unheard){
			.entity = blame.entity, .outlet = blame.outlet,
			.blamed = blame.blamed
		};
	}
	free(blames);
	qsort(unheard->at, unheard->count, sizeof *unheard->at,
	    compare_unheard);
}
