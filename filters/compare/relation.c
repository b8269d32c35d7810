/*
 * Names of relations and kinds.
 */
#include "compare/relation.h"

static const char *const type_names[RELATION_COUNT] = {
	"agree", "conflict", "evolve", "repeat", "only"
};

static const char *const kind_names[RELATION_KIND_COUNT] = {
	"negation", "antonym", "assessment", "numeric", "temporal", "blame",
	"position", "terms", "modality", "existence", "attribution",
	"authorship", "state", "paraphrase", "event", "copy", "drift",
	""
};

static const int ranks[RELATION_COUNT] = {
	[RELATION_CONFLICT] = 3, [RELATION_EVOLVE] = 2,
	[RELATION_REPEAT] = 1, [RELATION_AGREE] = 1, [RELATION_ONLY] = 0
};

int
relation_rank(enum relation_type type)
{
	return ranks[type];
}

const char *
relation_type_name(enum relation_type type)
{
	return type_names[type];
}

const char *
relation_kind_name(enum relation_kind kind)
{
	return kind_names[kind];
}

enum relation_kind
relation_kind_of(struct slice name)
{
	for (int kind = 0; kind < KIND_NONE; kind++)
		if (slice_is(name, kind_names[kind]))
			return (enum relation_kind)kind;
	return RELATION_KIND_COUNT;
}
