/*
 * Names of speakers.
 *
 * The name is the fullest one written anywhere for the source's id; whoever
 * has none is called as the claim's own sentence calls them, unless that is a
 * pronoun.
 */
#include "report/speaker.h"

#include "report/phrases.h"

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
		buffer_add(out, claim->depth > 1 ? SLICE("nobody named")
		    : SLICE("said by nobody named"));
		break;
	default:
		speaker_add_name(report, claim, out);
		if (claim->voice == VOICE_UNNAMED)
			buffer_add(out, SLICE(" (unnamed)"));
		break;
	}
}

void
speaker_add(const struct report *report, const struct report_claim *claim,
    struct buffer *out)
{
	const struct report_claim *at = claim;
	struct slice doing;
	unsigned depth;

	speaker_add_voice(report, claim, out);
	doing = words_find(report->words, "form", claim->form);
	if (doing.length == 0)
		doing = words_find(report->words, "act", claim->act);
	if (doing.length > 0 && (claim->voice == VOICE_NAMED ||
	    claim->voice == VOICE_UNNAMED)) {
		buffer_add(out, SLICE(", "));
		buffer_add(out, doing);
	}
	for (depth = 0; depth < 3 && at->parent != REPORT_NONE; depth++) {
		const struct report_claim *parent =
		    &report->claims[at->parent];

		if (parent->voice != VOICE_OUTLET &&
		    parent->voice != VOICE_NOBODY &&
		    (parent->speaker != at->speaker ||
		    parent->speaker == REPORT_NONE)) {
			buffer_add(out, SLICE(", relayed by "));
			speaker_add_voice(report, parent, out);
		}
		at = parent;
	}
}
