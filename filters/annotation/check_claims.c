/*
 * Are claims marked as the guideline says?
 */
#include "annotation/check.h"

#include "annotation/labels.h"

struct checker {
	const struct article *article;
	const struct known_ids *known;
	struct faults *faults;
};

/* How many marks of each role a claim has. */
struct parts {
	size_t count[PART_ROLES];
	bool here;		/* one stands in the claim's own sentence */
};

#define FAULT(c, claim, ...) fault_add((c)->faults, (c)->article->path, \
	(claim)->line, __VA_ARGS__)

static struct parts
count_parts(const struct article *article, const struct claim_line *claim)
{
	struct parts parts = { 0 };

	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *mark = &article->marks[i];

		if (mark->kind != MARK_PART || mark->claim != claim->number)
			continue;
		parts.count[mark->role]++;
		parts.here |= mark->sentence == claim->sentence;
	}
	return parts;
}

/* ---------------------------------------------------------------- labels */

static void
check_labels(const struct checker *c, const struct claim_line *claim)
{
	const struct {
		const char *what, *list;
		struct slice label;
		bool dash;	/* may be "-" */
	} labels[] = {
		{ "form", "form", claim->form, false },
		{ "source type", "source_type", claim->source_type,
		    claim_is_narration(claim) },
		{ "act", "act", claim->act, false },
		{ "certainty", "certainty", claim->certainty, false },
		{ "tense", "tense", claim->tense, true }
	};

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (!labels[i].dash || !slice_is(labels[i].label, "-"))
			check_label(c->article, claim->line, labels[i].what,
			    labels[i].list, labels[i].label, c->faults);
}

/* "According to" has no tense of its own: it is present. */
static void
check_tense(const struct checker *c, const struct claim_line *claim)
{
	const struct article *a = c->article;

	if (slice_is(claim->tense, "present"))
		return;
	for (size_t i = 0; i < a->mark_count; i++) {
		const struct mark *part = &a->marks[i];

		if (part->kind == MARK_PART && part->role == PART_CUE &&
		    part->claim == claim->number && slice_begins_caseless(
		    article_span(a, part->start, part->end), "according to"))
			fault_warn(c->faults, a->path, claim->line, "claim "
			    "%u: 'according to' is present", claim->number);
	}
}

/* ---------------------------------------------------------- form and parts */

enum want { MAY, MUST, NEVER };

static const struct form_parts {
	const char *form;
	enum want want[PART_ROLES];	/* s v c q */
} form_parts[] = {
	{ "according_to", { MAY, MUST, MUST, MAY } },
	{ "agentless", { NEVER, MUST, MUST, MAY } },
	{ "direct", { MAY, MUST, MUST, NEVER } },
	{ "free_direct", { MAY, NEVER, MUST, NEVER } },
	{ "indirect", { MAY, MAY, MUST, NEVER } },
	{ "mixed", { MAY, MUST, MUST, MUST } },
	{ "narration", { NEVER, NEVER, MUST, MAY } },
	{ "nominal", { MAY, MUST, MUST, MAY } },
	{ "withheld", { MAY, MUST, MAY, MAY } }
};

static void
check_parts(const struct checker *c, const struct claim_line *claim)
{
	static const char *const names[PART_ROLES] = { "source {s", "cue {v",
		"content {c", "quoted words {q" };
	struct parts parts = count_parts(c->article, claim);

	for (size_t i = 0; i < sizeof form_parts / sizeof *form_parts; i++) {
		const struct form_parts *f = &form_parts[i];

		if (!slice_is(claim->form, f->form))
			continue;
		for (size_t k = 0; k < PART_ROLES; k++)
			if (f->want[k] == MUST && parts.count[k] == 0)
				FAULT(c, claim, "claim %u, %s, has no %s%u}; "
				    "mark it, or give the claim another form",
				    claim->number, f->form, names[k],
				    claim->number);
			else if (f->want[k] == NEVER && parts.count[k] > 0)
				FAULT(c, claim, "claim %u, %s, has a %s%u}; "
				    "leave it out, or give the claim another "
				    "form", claim->number, f->form, names[k],
				    claim->number);
	}
	if (slice_is(claim->form, "indirect") &&
	    parts.count[PART_SOURCE] > 0 && parts.count[PART_CUE] == 0)
		FAULT(c, claim, "claim %u, indirect, has a source and no cue "
		    "{v%u}; mark it", claim->number, claim->number);
	if (!parts.here)
		FAULT(c, claim, "claim %u has no part in the sentence above "
		    "its line; put the line under the sentence that has one",
		    claim->number);
}

static bool
is_inside(const struct mark *inner, const struct mark *outer)
{
	return outer->start <= inner->start && inner->end <= outer->end;
}

static bool
overlap(const struct mark *a, const struct mark *b)
{
	return a->start < b->end && b->start < a->end;
}

/* Quoted words inside the content, source and cue outside of it. */
static void
check_spans(const struct checker *c, const struct claim_line *claim)
{
	const struct article *a = c->article;

	for (size_t i = 0; i < a->mark_count; i++) {
		const struct mark *part = &a->marks[i];
		bool inside = false, overlaps = false;

		if (part->kind != MARK_PART || part->claim != claim->number ||
		    part->role == PART_CONTENT)
			continue;
		for (size_t k = 0; k < a->mark_count; k++) {
			const struct mark *content = &a->marks[k];

			if (content->kind != MARK_PART ||
			    content->role != PART_CONTENT ||
			    content->claim != claim->number)
				continue;
			inside |= is_inside(part, content);
			overlaps |= overlap(part, content);
		}
		if (part->role == PART_QUOTE && !inside)
			FAULT(c, claim, "{q%u} stands outside {c%u}; put it "
			    "inside", claim->number, claim->number);
		else if (part->role != PART_QUOTE && overlaps)
			FAULT(c, claim, "{%c%u} stands inside {c%u}, its own "
			    "content; end the content before it and go on "
			    "behind it", part->role == PART_SOURCE ? 's' : 'v',
			    claim->number, claim->number);
	}
}

/* Does text begin or end with a quotation mark? */
static bool
is_quoted(struct slice text)
{
	static const char *const quotes[] = { "\"", "'", "“", "”", "„", "‘",
		"’", "«", "»", "‹", "›", "`" };

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (slice_begins(text, slice_of(quotes[i])) ||
		    slice_ends(text, slice_of(quotes[i])))
			return true;
	return false;
}

/* Has some part of a role, or any, a quotation mark? */
static bool
role_is_quoted(const struct article *article, const struct claim_line *claim,
    enum part_role role)
{
	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *part = &article->marks[i];

		if (part->kind == MARK_PART && part->claim == claim->number &&
		    part->role == role &&
		    is_quoted(article_span(article, part->start, part->end)))
			return true;
	}
	return false;
}

/* Is the cue a colon or dash, as in a transcript? */
static bool
cue_is_mark(const struct article *article, const struct claim_line *claim)
{
	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *part = &article->marks[i];

		if (part->kind == MARK_PART && part->claim == claim->number &&
		    part->role == PART_CUE &&
		    part->end - part->start > strlen("—") &&
		    article->text.at[part->start] != ':')
			return false;
	}
	return true;
}

static void
check_quotes(const struct checker *c, const struct claim_line *claim)
{
	const struct article *a = c->article;
	bool direct = slice_is(claim->form, "direct");
	enum part_role role = direct ? PART_CONTENT : PART_QUOTE;

	if (role_is_quoted(a, claim, role) ||
	    count_parts(a, claim).count[role] == 0 ||
	    (direct && cue_is_mark(a, claim)))
		return;
	fault_warn(c->faults, a->path, claim->line, "claim %u: %s has no "
	    "quotation mark; the marks belong to it", claim->number,
	    direct ? "direct content" : "what is quoted");
}

/* ------------------------------------------------------------------ sources */

/* Is a thing of this id marked inside some source span of the claim? */
static bool
source_holds(const struct article *article, const struct claim_line *claim,
    struct slice id)
{
	for (size_t i = 0; i < article->mark_count; i++) {
		const struct mark *source = &article->marks[i];

		if (source->kind != MARK_PART || source->role != PART_SOURCE ||
		    source->claim != claim->number)
			continue;
		for (size_t k = 0; k < article->mark_count; k++) {
			const struct mark *thing = &article->marks[k];

			if (thing->kind == MARK_ENTITY &&
			    is_inside(thing, source) &&
			    slice_equal(thing->label[ENTITY_ID], id))
				return true;
		}
	}
	return false;
}

static void
check_unsourced(const struct checker *c, const struct claim_line *claim)
{
	bool narration = claim_is_narration(claim);
	const char *id = narration ? "-" : "unspecified";

	if (!slice_is(claim->source_id, id) ||
	    !slice_is(claim->source_type, id))
		FAULT(c, claim, "claim %u is %.*s: write %s for its source id "
		    "and for its source type", claim->number,
		    SHOWN(claim->form), id);
}

static void
check_source(const struct checker *c, const struct claim_line *claim)
{
	struct slice id = claim->source_id;

	if (claim_is_narration(claim) || slice_is(claim->form, "agentless")) {
		check_unsourced(c, claim);
		return;
	}
	if (slice_is(id, "unspecified"))
		return;
	if (!value_is_id(id))
		FAULT(c, claim, "source id '%.*s' of claim %u; write small "
		    "ASCII letters, digits and _, and @ at the end for one of "
		    "this document", SHOWN(id), claim->number);
	else if (slice_is(claim->source_type, "document"))
		return;
	else if (!id_is_marked(c->known, c->article, id))
		FAULT(c, claim, "source '%.*s' of claim %u is no thing "
		    "marked in this %s; mark it as [TYPE:%.*s ...] or correct "
		    "the id", SHOWN(id), claim->number,
		    slice_ends(id, SLICE("@")) ? "article" : "story",
		    SHOWN(id));
	else if (count_parts(c->article, claim).count[PART_SOURCE] > 0 &&
	    !source_holds(c->article, claim, id))
		fault_warn(c->faults, c->article->path, claim->line, "source "
		    "'%.*s' of claim %u is not marked inside {s%u}; mark it "
		    "there", SHOWN(id), claim->number, claim->number);
}

static void
check_others(const struct checker *c, const struct claim_line *claim)
{
	struct slice targets = claim->targets;

	if (claim->addressee.length > 0 &&
	    !id_is_marked(c->known, c->article, claim->addressee))
		FAULT(c, claim, "to=%.*s in claim %u: no thing of that id is "
		    "marked", SHOWN(claim->addressee), claim->number);
	while (targets.length > 0) {
		struct slice target = slice_cut(&targets, ','), sign = target;
		struct slice id = slice_cut(&sign, ':');

		if (!slice_is(sign, "+") && !slice_is(sign, "-"))
			FAULT(c, claim, "for=%.*s in claim %u; write ID:+ or "
			    "ID:-", SHOWN(target), claim->number);
		else if (!id_is_marked(c->known, c->article, id))
			FAULT(c, claim, "for=%.*s in claim %u: no thing of "
			    "that id is marked", SHOWN(target), claim->number);
	}
}

/* ------------------------------------------------------------------ numbers */

static void
check_numbers(const struct checker *c)
{
	const struct article *a = c->article;
	uint32_t expected = 1;

	for (size_t i = 0; i < a->claim_count; i++) {
		const struct claim_line *claim = &a->claims[i];

		if (article_claim(a, claim->number) != claim)
			FAULT(c, claim, "claim %u has a line already; give "
			    "each claim one number", claim->number);
		else if (claim->number != expected)
			FAULT(c, claim, "claim %u where %u comes next; number "
			    "the claims' lines 1, 2, 3 ... through the "
			    "article (annotate format --number does)",
			    claim->number, expected);
		expected = claim->number + 1;
	}
}

/* Parts of claims that have no line: once for each claim. */
static void
check_loose(const struct checker *c)
{
	const struct article *a = c->article;

	for (size_t i = 0; i < a->mark_count; i++) {
		const struct mark *mark = &a->marks[i];
		bool seen = false;

		if (mark->kind != MARK_PART || article_claim(a, mark->claim))
			continue;
		for (size_t k = 0; k < i; k++)
			seen |= a->marks[k].kind == MARK_PART &&
			    a->marks[k].claim == mark->claim;
		if (!seen)
			fault_add(c->faults, a->path,
			    a->sentences[mark->sentence].line, "claim %u has "
			    "no line; write it under this sentence",
			    mark->claim);
	}
}

void
check_claims(const struct article *article, const struct known_ids *known,
    struct faults *faults)
{
	const struct checker c = { article, known, faults };

	check_numbers(&c);
	check_loose(&c);
	for (size_t i = 0; i < article->claim_count; i++) {
		const struct claim_line *claim = &article->claims[i];

		check_labels(&c, claim);
		check_tense(&c, claim);
		check_parts(&c, claim);
		check_spans(&c, claim);
		check_quotes(&c, claim);
		check_source(&c, claim);
		check_others(&c, claim);
	}
}
