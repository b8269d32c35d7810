/*
 * Verdicts.  See verdict.h.
 */
#include "compare/verdict.h"

#include <math.h>

#include "base/message.h"
#include "compare/detect.h"

extern const char trees_relations[], trees_relations_end[];

enum { EXPLAINED = 6 };		/* numbers that --explain shows */

/* What tells of a relation. */
static const struct {
	const char *model;
	enum relation_type relation;
} heads[] = {
	{ "agree", RELATION_AGREE },
	{ "conflict", RELATION_CONFLICT },
	{ "evolve", RELATION_EVOLVE },
	{ "repeat", RELATION_REPEAT },
};

_Static_assert(sizeof heads / sizeof *heads == VERDICT_HEADS, "all heads");

/* Kinds that a relation may be of, and the models that tell them. */
static const struct {
	enum relation_type relation;
	enum relation_kind kind;
	const char *model;	/* NULL: where no other one is likelier */
} kinds[] = {
	{ RELATION_AGREE, KIND_PARAPHRASE, NULL },
	{ RELATION_AGREE, KIND_NUMERIC, "agree/numeric" },
	{ RELATION_CONFLICT, KIND_ANTONYM, "conflict/antonym" },
	{ RELATION_CONFLICT, KIND_ASSESSMENT, "conflict/assessment" },
	{ RELATION_CONFLICT, KIND_ATTRIBUTION, "conflict/attribution" },
	{ RELATION_CONFLICT, KIND_AUTHORSHIP, "conflict/authorship" },
	{ RELATION_CONFLICT, KIND_BLAME, "conflict/blame" },
	{ RELATION_CONFLICT, KIND_EXISTENCE, "conflict/existence" },
	{ RELATION_CONFLICT, KIND_MODALITY, "conflict/modality" },
	{ RELATION_CONFLICT, KIND_NEGATION, "conflict/negation" },
	{ RELATION_CONFLICT, KIND_NUMERIC, "conflict/numeric" },
	{ RELATION_CONFLICT, KIND_POSITION, "conflict/position" },
	{ RELATION_CONFLICT, KIND_TEMPORAL, "conflict/temporal" },
	{ RELATION_CONFLICT, KIND_TERMS, "conflict/terms" },
	{ RELATION_EVOLVE, KIND_STATE, NULL },
	{ RELATION_EVOLVE, KIND_NUMERIC, "evolve/numeric" },
	{ RELATION_EVOLVE, KIND_POSITION, "evolve/position" },
	{ RELATION_EVOLVE, KIND_TEMPORAL, "evolve/temporal" },
};

_Static_assert(sizeof kinds / sizeof *kinds == VERDICT_KINDS,
    "one model for each kind");

static const char *
feature_name(unsigned feature)
{
	return evidence_name((enum evidence)feature);
}

static const struct trees_model *
find(const struct verdict *verdict, const char *name)
{
	const struct trees_model *model = trees_find(&verdict->trees, name);

	if (!model)
		message_fail(STATUS_SYSTEM, "the built-in trees lack \"%s\"",
		    name);
	return model;
}

void
verdict_open(struct verdict *verdict)
{
	*verdict = (struct verdict){ 0 };
	trees_read(&verdict->trees, SLICE_BETWEEN(trees_relations,
	    trees_relations_end), feature_name, EVIDENCE_COUNT);
	verdict->glance = find(verdict, "glance");
	verdict->related = find(verdict, "related");
	for (size_t i = 0; i < VERDICT_HEADS; i++)
		verdict->heads[i] = find(verdict, heads[i].model);
	for (size_t i = 0; i < VERDICT_KINDS; i++)
		if (kinds[i].model)
			verdict->kinds[i] = find(verdict, kinds[i].model);
}

static enum relation_kind
kind_of(const struct verdict *verdict, const struct pair *pair,
    enum relation_type type, const float *evidence)
{
	enum relation_kind best = KIND_NONE;
	float most = -INFINITY;

	if (type == RELATION_REPEAT)
		return pair->same_witness && !pair->same_document ?
		    KIND_COPY : KIND_PARAPHRASE;

	for (size_t i = 0; i < VERDICT_KINDS; i++) {
		float score = verdict->kinds[i] ? trees_score(
		    verdict->kinds[i], evidence) : 0;

		if (kinds[i].relation == type && score > most) {
			most = score;
			best = kinds[i].kind;
		}
	}
	return best;
}

/* --------------------------------------------------------------- reasons */

static void
add_two(struct buffer *reason, struct slice a, struct slice b)
{
	if (reason->length)
		buffer_add(reason, SLICE("; "));
	buffer_add(reason, a);
	buffer_add(reason, SLICE(" / "));
	buffer_add(reason, b);
}

/* The spans of both claims, side by side; always true. */
static bool
add_spans(const struct pair *pair, struct span a, struct span b,
    struct buffer *reason)
{
	add_two(reason, claim_text(pair->a, a), claim_text(pair->b, b));
	return true;
}

static bool
add_figures(const struct pair *pair, struct buffer *reason)
{
	const struct figures *f = &pair->a->figures, *g = &pair->b->figures;

	for (int strict = 1; strict >= 0; strict--)
		for (size_t i = 0; i < f->count; i++)
			for (size_t j = 0; j < g->count; j++)
				if (slice_equal(f->at[i].unit,
				    g->at[j].unit) && (!strict ||
				    slice_equal(f->at[i].what,
				    g->at[j].what)))
					return add_spans(pair, f->at[i].span,
					    g->at[j].span, reason);
	return false;
}

static bool
add_times(const struct pair *pair, struct buffer *reason)
{
	const struct timexes *f = &pair->a->times, *g = &pair->b->times;

	for (size_t i = 0; i < f->count; i++)
		for (size_t j = 0; j < g->count; j++)
			if (f->at[i].type == g->at[j].type &&
			    !slice_equal(f->at[i].value, g->at[j].value))
				return add_spans(pair, f->at[i].span,
				    g->at[j].span, reason);
	return false;
}

/* Two words that exclude each other, or one that one claim denies. */
static bool
add_opposites(const struct pair *pair, struct buffer *reason)
{
	const struct claims *claims = pair->claims;

	for (uint32_t i = 0; i < pair->a->word_count; i++)
		for (uint32_t j = 0; j < pair->b->word_count; j++) {
			const struct word *u = &pair->a->words[i];
			const struct word *v = &pair->b->words[j];
			bool denied = (u->flags ^ v->flags) & WORD_NEGATED;

			if (!(u->flags & v->flags & WORD_CONTENT) ||
			    (u->flags | v->flags) & (WORD_ENTITY |
			    WORD_PRONOUN))
				continue;
			if (denied && u->term == v->term) {
				add_two(reason, u->flags & WORD_NEGATED ?
				    SLICE("denied") : SLICE("said"),
				    u->flags & WORD_NEGATED ?
				    SLICE("said") : SLICE("denied"));
				buffer_add(reason, SLICE(": "));
				buffer_add(reason, word_text(pair->b, v));
				return true;
			}
			if (!denied && knowledge_opposed(claims->knowledge,
			    vocabulary_name(&claims->vocabulary, u->term),
			    vocabulary_name(&claims->vocabulary, v->term))) {
				add_two(reason, word_text(pair->a, u),
				    word_text(pair->b, v));
				return true;
			}
		}
	return false;
}

/* What decides, as far as it can be named. */
static void
add_deciding(const struct pair *pair, enum relation_kind kind,
    struct buffer *reason)
{
	const struct claim *a = pair->a, *b = pair->b;

	if ((kind == KIND_NUMERIC || kind == KIND_TERMS) &&
	    add_figures(pair, reason))
		return;
	if ((kind == KIND_TEMPORAL || kind == KIND_TERMS) &&
	    add_times(pair, reason))
		return;
	if (kind == KIND_BLAME && a->target.length > 2 &&
	    b->target.length > 2) {
		add_two(reason, slice_part(a->target, 0,
		    a->target.length - 2), slice_part(b->target, 0,
		    b->target.length - 2));
		return;
	}
	if (kind != KIND_PARAPHRASE && kind != KIND_COPY &&
	    !add_opposites(pair, reason) && !slice_equal(a->act, b->act) &&
	    a->act.length && b->act.length)
		add_two(reason, a->act, b->act);
}

static void
explain(const struct pair *pair, const struct trees_model *model,
    const float *evidence, struct relation *found)
{
	float parts[EVIDENCE_COUNT] = { 0 };
	struct buffer why = { 0 };

	trees_explain(model, evidence, parts);
	buffer_printf(&why, "learned %.2f:", found->confidence);
	for (int n = 0; n < EXPLAINED; n++) {
		unsigned best = 0;

		for (unsigned i = 1; i < EVIDENCE_COUNT; i++)
			if (fabsf(parts[i]) > fabsf(parts[best]))
				best = i;
		buffer_printf(&why, " %s %.3g (%+.2f)", feature_name(best),
		    (double)evidence[best], (double)parts[best]);
		parts[best] = 0;
	}
	found->why = arena_copy(pair->arena, buffer_slice(&why));
	buffer_free(&why);
}

/*
 * The likeliest head.  Only the same source repeats itself, and only what goes
 * back to one text is a copy.
 */
static bool
find_head(const struct verdict *verdict, const struct pair *pair,
    const float *evidence, size_t *head, float *likely)
{
	*likely = 0;
	if (trees_score(verdict->related, evidence) < 0)
		return false;
	for (size_t i = 0; i < VERDICT_HEADS; i++) {
		float p = trees_probability(verdict->heads[i], evidence);

		if (heads[i].relation == RELATION_REPEAT &&
		    !pair->same_source && !pair->same_witness)
			continue;
		if (p > *likely) {
			*likely = p;
			*head = i;
		}
	}
	return *likely > 0;
}

/* Kinds of conflict for which a noun is enough: "the delay on the owner". */
static bool
judges(enum relation_kind kind)
{
	return kind == KIND_BLAME || kind == KIND_ASSESSMENT ||
	    kind == KIND_POSITION || kind == KIND_TERMS;
}

/*
 * What the rules know better: who is meant by two names, whether a count has
 * moved with the days, which figures differ, what they call a change, and that
 * only a statement is contradicted.
 */
static bool
is_for_rules(const struct pair *pair, enum relation_type type,
    enum relation_kind kind, const struct relation *rule)
{
	if (rule && rule->type != type && relation_rank(rule->type) > 1)
		return true;
	if (kind == KIND_ATTRIBUTION)
		return !rule || rule->type != type;
	return !rule && ((type == RELATION_CONFLICT && !judges(kind) &&
	    (!claim_has_verb(pair->a) || !claim_has_verb(pair->b))) ||
	    (relation_rank(type) == 1 && numeric_differs(pair)) ||
	    (kind == KIND_NUMERIC && (type == RELATION_EVOLVE ||
	    (type == RELATION_CONFLICT && !pair_same_moment(pair)))));
}

bool
verdict_find(const struct verdict *verdict, const struct pair *pair,
    const float *evidence, const struct relation *rule,
    const struct relate_options *options, struct relation *found)
{
	const struct alignment *best = pair_best_alignment(pair);
	enum relation_type type;
	enum relation_kind kind;
	struct buffer reason = { 0 };
	size_t head = 0;
	float likely;

	if (!find_head(verdict, pair, evidence, &head, &likely) ||
	    (double)likely < options->threshold)
		return false;
	type = heads[head].relation;
	kind = rule && rule->type == type ? rule->kind :
	    kind_of(verdict, pair, type, evidence);
	if (!options->kinds[kind] || is_for_rules(pair, type, kind, rule))
		return false;
	add_deciding(pair, kind, &reason);
	if (best && best->count > 0) {
		if (reason.length)
			buffer_add(&reason, SLICE("; "));
		pair_add_shared(pair, best, &reason);
	}
	pair_add_circumstances(pair, &reason);
	pair_report(pair, found, type, kind, (double)likely, &reason);
	if (options->explain)
		explain(pair, verdict->heads[head], evidence, found);
	return true;
}

void
verdict_free(struct verdict *verdict)
{
	trees_free(&verdict->trees);
}
