/*
 * A linear model chooses one label of each kind; the rules' own are among the
 * features.  What they are certain of stays: a refusal to speak is what it is,
 * a user's row says what it says, and any other label of theirs gives way to
 * one that leads by as much as cross-validation asked for
 * (filters/tables/label_leads.tsv).  The type of a source is chosen once a
 * document, by the sum over its claims.
 */
#include "claims/label.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "claims/label_features.h"
#include "model/bag.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(label_leads);
WEIGHTS_BUILTIN(labels);

enum {
	WHY_PARTS = 3		/* features that weighed most */
};

static struct weights weights;
static struct lattice lattice;
static uint64_t sets[LABEL_KIND_COUNT];
static unsigned withhold, named;	/* tags */
static int32_t leads[WEIGHTS_TAG_MAX];	/* by how much the model's label must
					   lead the rules', by that */

/* Labels that the table does not name give way to nothing. */
static void
leads_open(void)
{
	static const char *const columns[] = { "label", "lead", NULL };
	struct lexicon table = { 0 };

	lexicon_add(&table, LEXICON_BYTES(label_leads), "label_leads",
	    columns);
	for (unsigned tag = 0; label_tags[tag]; tag++) {
		const struct lexicon_row *row = lexicon_find(&table,
		    slice_of(label_tags[tag]));
		size_t lead;

		leads[tag] = INT32_MAX;
		if (row && (!slice_number(row->fields[1], &lead) ||
		    lead > INT32_MAX))
			lexicon_refuse(&table, row, "label_leads",
			    "a lead is a number");
		if (row)
			leads[tag] = (int32_t)lead;
	}
	lexicon_free(&table);
}

void
label_open(void)
{
	leads_open();
	label_features_open();
	weights_open(&weights, WEIGHTS_BYTES(labels), "labels",
	    label_attributes);
	for (unsigned i = 0; i < LABEL_KIND_COUNT; i++)
		sets[i] = label_set((enum label_kind)i);
	withhold = label_tag(LABEL_ACT, SLICE("withhold"));
	named = label_tag(LABEL_TYPE, SLICE("named_person"));
}

/* The best tag of a set but one. */
static unsigned
second_best(const int32_t *sums, uint64_t set, unsigned best)
{
	return bag_best(sums, set & ~((uint64_t)1 << best));
}

/* "act=accuse over state: said +31, verb +12, place +9" */
static void
explain(struct buffer *why, const int32_t *sums, uint64_t set, unsigned tag)
{
	struct explain_part parts[EXPLAIN_MAX];
	struct slice other = label_of(second_best(sums, set, tag));
	size_t count = bag_explain(&weights, &lattice, tag,
	    second_best(sums, set, tag), parts);

	buffer_printf(why, "; %s over %.*s:", label_tags[tag],
	    (int)other.length, other.at);
	for (size_t i = 0; i < count && i < WHY_PARTS; i++)
		buffer_printf(why, "%s %.*s %+d", i > 0 ? "," : "",
		    (int)parts[i].template.length, parts[i].template.at,
		    parts[i].score);
}

static bool
is_quoted(const struct claim *claim)
{
	return claim->form == FORM_DIRECT || claim->form == FORM_FREE_DIRECT ||
	    claim->form == FORM_MIXED;
}

/*
 * The labels of a kind that the model may choose for the claim, or 0: the
 * rules' stays.  Only words in quotation marks evade in any form.
 */
static uint64_t
choice_of(const struct claim *claim, enum label_kind kind)
{
	bool withheld = claim->form == FORM_WITHHELD;

	switch (kind) {
	case LABEL_ACT:
		if (withheld || claim->act_given)
			return 0;
		return is_quoted(claim) || slice_is(claim->act, "withhold") ?
		    sets[kind] : sets[kind] & ~((uint64_t)1 << withhold);
	case LABEL_CERTAINTY:
		return withheld || claim->certainty_given ? 0 : sets[kind];
	default:
		/* a name is a name: it is those without that are doubtful */
		return claim->source.count > 0 && memchr(claim->source_id.at,
		    '@', claim->source_id.length) ? sets[kind] &
		    ~((uint64_t)1 << named) : 0;
	}
}

static void
set_label(struct claim *claim, enum label_kind kind, struct slice label)
{
	switch (kind) {
	case LABEL_ACT:
		claim->act = label;
		break;
	case LABEL_CERTAINTY:
		claim->certainty = label;
		break;
	default:
		claim->source_type = source_type_of(label);
		break;
	}
}

/* What the rules say, or nothing where they know no word of the cue. */
static struct slice
rules_label(const struct claim *claim, enum label_kind kind)
{
	bool known = claim->entry || claim->cue.count == 0;

	switch (kind) {
	case LABEL_ACT:
		return known ? claim->act : (struct slice){ 0 };
	case LABEL_CERTAINTY:
		return known ? claim->certainty : (struct slice){ 0 };
	default:
		return slice_of(source_type_name(claim->source_type));
	}
}

/* The best tag of a set; that of the rules, unless the lead is clear. */
static unsigned
best(const int32_t *sums, uint64_t set, unsigned rules)
{
	unsigned tag = bag_best(sums, set);

	if (rules == LABEL_NONE)
		return tag;
	return (int64_t)sums[tag] > (int64_t)sums[rules] + leads[rules] ?
	    tag : rules;
}

/* What the labels of one document's sources add up to. */
struct sources {
	struct hash ids;	/* source_id -> its place in sums */
	int32_t (*sums)[WEIGHTS_TAG_MAX];
	size_t count, capacity;
};

static int32_t *
sums_of(struct sources *sources, struct slice id, struct arena *arena)
{
	uint32_t *place = hash_put(&sources->ids, id);

	if (*place == HASH_NONE) {
		ARENA_GROW(arena, sources->sums, sources->count,
		    sources->capacity);
		*place = (uint32_t)sources->count++;
		memset(sources->sums[*place], 0, sizeof *sources->sums);
	}
	return sources->sums[*place];
}

static void
label_claim(struct claim *claim, const struct claims *claims,
    const struct tagged *document, struct sources *sources, bool explained)
{
	struct arena *arena = document->text.arena;
	int32_t sums[WEIGHTS_TAG_MAX], *source;
	struct buffer text = { 0 };

	label_lattice(&lattice, claim, claims, document);
	bag_sums(&weights, &lattice, sums);
	for (unsigned i = 0; i < LABEL_TYPE; i++) {
		uint64_t choice = choice_of(claim, (enum label_kind)i);
		unsigned tag;

		if (choice == 0)
			continue;
		tag = best(sums, choice, label_tag((enum label_kind)i,
		    rules_label(claim, (enum label_kind)i)));
		set_label(claim, (enum label_kind)i, label_of(tag));
		if (explained)
			explain(&text, sums, choice, tag);
	}
	source = sums_of(sources, claim->source_id, arena);
	for (uint64_t set = choice_of(claim, LABEL_TYPE); set; set &= set - 1)
		source[__builtin_ctzll(set)] += sums[__builtin_ctzll(set)];
	claim->why = arena_copy(arena, buffer_slice(&text));
	buffer_free(&text);
}

void
claims_label(struct claims *claims, const struct tagged *document,
    bool explained)
{
	struct sources sources = { 0 };

	for (size_t i = 0; i < claims->count; i++)
		if (claims->at[i].form != FORM_NARRATION)
			label_claim(&claims->at[i], claims, document,
			    &sources, explained);
	for (size_t i = 0; i < claims->count; i++) {
		struct claim *claim = &claims->at[i];
		uint64_t choice = choice_of(claim, LABEL_TYPE);

		if (choice != 0 && claim->form != FORM_NARRATION)
			set_label(claim, LABEL_TYPE, label_of(best(sums_of(
			    &sources, claim->source_id, document->text.arena),
			    choice, label_tag(LABEL_TYPE, rules_label(claim,
			    LABEL_TYPE)))));
	}
	hash_free(&sources.ids);
}
