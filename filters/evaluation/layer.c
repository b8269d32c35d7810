/*
 * The kinds of tables and their layers.
 */
#include "evaluation/layer.h"

#include "base/message.h"

static const struct layer sentences[] = {
	{ .name = "sentence", .span = "start", .text = "text",
	    .labels = { "kind" }, .values = true },
};

#define TIMES " DATE TIME DURATION SET "

static const struct layer mentions[] = {
	{ .name = "entity", .span = "start", .text = "text", .class = "type",
	    .except = " FIGURE" TIMES, .labels = { "type", "id", "mention" },
	    .values = true },
	{ .name = "figure", .span = "start", .text = "text", .class = "type",
	    .only = " FIGURE ", .labels = { "id", "mention" } },
	{ .name = "time", .span = "start", .text = "text", .class = "type",
	    .only = TIMES, .labels = { "type", "id" }, .values = true },
};

static const struct layer claims[] = {
	{ .name = "claim", .span = "content_span", .text = "content",
	    .class = "form", .except = " narration ",
	    .labels = { "form", "source_id", "source_type", "act", "certainty",
	    "polarity", "tense", "depth" }, .values = true },
	{ .name = "source", .span = "source_span", .text = "source",
	    .class = "form", .except = " narration ", .optional = true,
	    .distinct = true },
	{ .name = "cue", .span = "cue_span", .text = "cue", .class = "form",
	    .except = " narration ", .optional = true, .distinct = true },
	{ .name = "narration", .span = "content_span", .text = "content",
	    .class = "form", .only = " narration " },
};

static const struct layer relations[] = {
	{ .name = "relation", .span = "content_span",
	    .with_span = "with_content_span", .text = "content",
	    .with_text = "with_content", .labels = { "relation", "kind" },
	    .values = true },
};

#define LAYERS(table) (table), sizeof (table) / sizeof *(table)

/* The first whose mark a header has. */
static const struct table_kind kinds[] = {
	{ "relations", "relation", { "content_span", "with_doc",
	    "with_content_span" }, LAYERS(relations) },
	{ "claims", "content_span", { "form" }, LAYERS(claims) },
	{ "sentences", "kind", { "start", "end" }, LAYERS(sentences) },
	{ "mentions", "type", { "start", "end" }, LAYERS(mentions) },
	{ "sentences", "start", { "end" }, LAYERS(sentences) },
};

const struct table_kind *
table_kind_of(const struct tsv_reader *in)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (tsv_find(in, kinds[i].mark) >= 0)
			return &kinds[i];
	message_fail(STATUS_DATA, "%s: no table of sentences, mentions, claims "
	    "or relations; see hearsay-evaluate(1) for their columns",
	    in->name);
}

bool
layer_has(const struct layer *layer, struct slice class)
{
	const char *list = layer->only ? layer->only : layer->except;
	struct slice rest = slice_of(list);

	while (rest.at) {
		struct slice value = slice_cut(&rest, ' ');

		if (value.length > 0 && slice_equal(value, class))
			return layer->only != NULL;
	}
	return layer->only == NULL;
}
