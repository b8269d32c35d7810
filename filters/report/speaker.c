/*
 * Names of speakers.
 *
 * The name is the fullest one written anywhere for the source's id; whoever
 * has none is called as the claim's own sentence calls them, unless that is a
 * pronoun.
 */
#include "report/speaker.h"

#include "report/topic.h"

enum { RELAYS = 3 };	/* named at most: through whom a claim came */

void
speaker_add_name(const struct report *report,
    const struct report_claim *claim, struct buffer *out)
{
	const struct report_entity *entity = claim->speaker == REPORT_NONE
	    ? NULL : &report->entities[claim->speaker];
	bool pronoun = words_find(report->words, "pronoun",
	    claim->source).length > 0;

	if (entity && entity->named)
		buffer_add(out, entity->name);
	else if (claim->source.length > 0 && !pronoun)
		buffer_add(out, claim->source);
	else if (entity && entity->name.length > 0)
		buffer_add(out, entity->name);
	else if (entity)
		slug_add_name(entity->id, out);
	else if (claim->source.length > 0)
		buffer_add(out, claim->source);
	else
		buffer_add(out, SLICE("somebody"));
}

void
speaker_add_voice(const struct report *report, const struct report_claim *claim,
    struct buffer *out)
{
	switch (claim->voice) {
	case VOICE_OUTLET:
		buffer_add(out, SLICE("in its own voice"));
		break;
	case VOICE_NOBODY:
		buffer_add(out, SLICE("said by nobody named"));
		break;
	default:
		speaker_add_name(report, claim, out);
		if (claim->voice == VOICE_UNNAMED)
			buffer_add(out, SLICE(" (unnamed)"));
		break;
	}
}

static bool
has_speaker(const struct report_claim *claim)
{
	return claim->voice != VOICE_OUTLET && claim->voice != VOICE_NOBODY;
}

/*
 * What the speaker does, where the words alone would mislead: a denial reads
 * like an assertion, and "to accept the deal" needs to be wished by somebody.
 */
static struct slice
doing_of(const struct report *report, const struct report_claim *claim)
{
	struct slice doing = words_find(report->words, "form", claim->form);

	if (doing.length == 0)
		doing = words_find(report->words, "act", claim->act);
	if (doing.length == 0 && slice_begins(claim->content, SLICE("to ")))
		doing = words_find(report->words, "wish", claim->act);
	return doing;
}

void
speaker_add(const struct report *report, const struct report_claim *claim,
    struct buffer *out)
{
	const struct report_claim *at = claim;
	struct slice doing = doing_of(report, claim);
	unsigned depth;

	speaker_add_voice(report, claim, out);
	if (doing.length > 0 && has_speaker(claim)) {
		buffer_add(out, SLICE(", "));
		buffer_add(out, doing);
	}
	for (depth = 0; depth < RELAYS && at->parent != REPORT_NONE;
	    depth++) {
		const struct report_claim *parent =
		    &report->claims[at->parent];

		if (has_speaker(parent) &&
		    (parent->speaker != at->speaker ||
		    parent->speaker == REPORT_NONE)) {
			buffer_add(out, SLICE(", relayed by "));
			speaker_add_voice(report, parent, out);
		}
		at = parent;
	}
}
