/*
 * All findings of a report, and the story's name.
 *
 * The name is made of the topic of most claims and of the three names that
 * most articles have: "Agreement: Israel, Hamas, Antony Blinken".
 */
#include "report/findings.h"

#include "report/topic.h"

#include <stdlib.h>

enum { TITLE_NAMES = 3 };

struct candidate {
	const struct report_entity *entity;
	size_t articles;
};

static size_t
count_articles(const struct report *report,
    const struct report_entity *entity)
{
	uint32_t last = REPORT_NONE;
	size_t i, count = 0;

	for (i = entity->first; i < entity->first + entity->count; i++) {
		count += report->mentions[i].article != last;
		last = report->mentions[i].article;
	}
	return count;
}

static bool
is_better(const struct candidate *a, const struct candidate *b)
{
	if (!b->entity || a->articles != b->articles)
		return !b->entity || a->articles > b->articles;
	return a->entity->count > b->entity->count;
}

/* Put a candidate among the best ones, the best first. */
static void
consider(struct candidate *best, struct candidate candidate)
{
	size_t i;

	for (i = 0; i < TITLE_NAMES; i++)
		if (is_better(&candidate, &best[i])) {
			struct candidate pushed = best[i];

			best[i] = candidate;
			candidate = pushed;
			if (!candidate.entity)
				break;
		}
}

/* The topic of most claims, if it is one of at least a tenth of them. */
static void
add_topic(struct report *report, struct buffer *title)
{
	struct hash counts = { 0 };
	struct slice best = { "", 0 };
	uint32_t most = 0;
	size_t i;

	for (i = 0; i < report->claim_count; i++) {
		struct slice topic = report->claims[i].topic;
		uint32_t *count;

		if (topic.length == 0)
			continue;
		count = hash_put(&counts, topic);
		*count = *count == HASH_NONE ? 1 : *count + 1;
		if (*count > most) {
			most = *count;
			best = topic;
		}
	}
	hash_free(&counts);
	if (most < 3 || most * 10 < report->claim_count ||
	    !(best.at[0] >= 'a' && best.at[0] <= 'z'))
		return;
	topic_add(report, best, title);
	title->at[0] = (char)(title->at[0] - 'a' + 'A');
}

static struct slice
name_story(struct report *report)
{
	struct candidate best[TITLE_NAMES] = { { NULL, 0 } };
	struct buffer title = { 0 };
	struct slice kept;
	size_t i;

	add_topic(report, &title);

	for (i = 0; i < report->entity_count; i++) {
		const struct report_entity *entity = &report->entities[i];

		if (entity->named && entity->type != MENTION_NORP)
			consider(best, (struct candidate){ entity,
			    count_articles(report, entity) });
	}
	for (i = 0; i < TITLE_NAMES && best[i].entity; i++) {
		if (i > 0)
			buffer_add(&title, SLICE(", "));
		else if (title.length > 0)
			buffer_add(&title, SLICE(": "));
		buffer_add(&title, best[i].entity->name);
	}
	if (title.length == 0)
		buffer_add(&title, SLICE("What the articles say"));
	kept = arena_copy(&report->arena, buffer_slice(&title));
	buffer_free(&title);
	return kept;
}

static size_t
count_witnesses(struct report *report)
{
	struct hash seen = { 0 };
	size_t i, count;

	for (i = 0; i < report->read_count; i++)
		*hash_put(&seen, report_witness(
		    &report->articles[report->by_date[i]])) = 1;
	count = seen.count;
	hash_free(&seen);
	return count;
}

static size_t
count_outlets(struct report *report)
{
	size_t i, count = 0;

	for (i = 0; i < report->outlet_count; i++)
		count += report->outlets[i].articles > 0 &&
		    !report->outlets[i].made_up;
	return count;
}

/* Which conflict each claim stands in; of one kind, or of any. */
static uint32_t *
number_disputes(const struct findings *findings, struct report *report,
    struct slice kind)
{
	const struct groups *groups = &findings->conflicts;
	uint32_t *numbers = arena_new(&report->arena,
	    report->claim_count + 1, sizeof *numbers);
	size_t i, j;

	memset(numbers, 0, (report->claim_count + 1) * sizeof *numbers);
	for (i = groups->count; i-- > 0;)
		for (j = 0; j < groups->at[i].count; j++) {
			const struct report_relation *relation =
			    &report->relations[
			    groups->items[groups->at[i].first + j]];

			if (kind.length > 0 &&
			    !slice_equal(relation->kind, kind))
				continue;
			numbers[relation->claim] = (uint32_t)i + 1;
			numbers[relation->with] = (uint32_t)i + 1;
		}
	return numbers;
}

void
findings_find(struct findings *findings, struct report *report,
    struct slice title)
{
	*findings = (struct findings){ .title = title };
	group_conflicts(&findings->conflicts, report);
	findings->disputes = number_disputes(findings, report, SLICE(""));
	findings->figure_disputes = number_disputes(findings, report,
	    SLICE("numeric"));
	group_series(&findings->series, report);
	group_agreements(&findings->agreements, report);
	heard_find(&findings->heard, report);
	unheard_find(findings, report);
	silences_find(&findings->silences, report);
	copies_find(&findings->copies, report);
	figures_find(findings, report);
	findings->witnesses = count_witnesses(report);
	findings->outlets = count_outlets(report);
	if (title.length == 0)
		findings->title = name_story(report);
}
