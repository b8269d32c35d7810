/*
 * Who is heard: statements by speaker and outlet.
 */
#include "report/findings.h"

#include <stdlib.h>

static int
compare_speakers(const void *a, const void *b)
{
	const struct speaker *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	if (x->outlets != y->outlets)
		return x->outlets > y->outlets ? -1 : 1;
	return (x->entity > y->entity) - (x->entity < y->entity);
}

/* One more statement of a speaker. */
static void
add_statement(struct speaker *speaker, const struct report *report,
    const struct report_claim *claim)
{
	uint32_t outlet = report->articles[claim->article].publisher;

	if (!speaker->claim)
		speaker->claim = claim;
	speaker->count++;
	if (outlet != REPORT_NONE && speaker->by_outlet[outlet]++ == 0)
		speaker->outlets++;
}

void
heard_find(struct heard *heard, struct report *report)
{
	uint32_t *place = arena_new(&report->arena, report->entity_count + 1,
	    sizeof *place);
	size_t i;

	heard->speakers = arena_new(&report->arena, report->entity_count + 1,
	    sizeof *heard->speakers);
	for (i = 0; i < report->entity_count; i++)
		place[i] = REPORT_NONE;
	for (i = 0; i < report->claim_count; i++) {
		const struct report_claim *claim = &report->claims[i];
		size_t room = report->outlet_count + 1;
		struct speaker *speaker;

		if (claim->outside || claim->speaker == REPORT_NONE)
			continue;
		if (place[claim->speaker] == REPORT_NONE) {
			place[claim->speaker] = (uint32_t)heard->count;
			speaker = &heard->speakers[heard->count++];
			*speaker = (struct speaker){
				.entity = claim->speaker,
				.by_outlet = arena_new(&report->arena, room,
				    sizeof *speaker->by_outlet)
			};
			memset(speaker->by_outlet, 0,
			    room * sizeof *speaker->by_outlet);
		}
		add_statement(&heard->speakers[place[claim->speaker]], report,
		    claim);
	}
	qsort(heard->speakers, heard->count, sizeof *heard->speakers,
	    compare_speakers);
}
